// A list on its way from a file or the clipboard into a tab of its own. Plain JSON: it crosses to clients.

/** Begins a tab, or goes on with the one that the same list had begun to fill. */
export interface OpenSource {
  /** What the tab is to be called; a number follows where there is such a tab. */
  name: string;
  /** Fingerprint of the list. */
  hash: string;
  /** Of the whole list. */
  rows: number;
  columns: number;
}

/** Writes rows of the list: `from` is the 0-based place of the first. Writing the same rows again changes nothing. */
export interface FillSource {
  id: string;
  from: number;
  cells: string[][];
}

/** Removes the tab, as long as it is not whole. */
export interface CancelSource {
  id: string;
  cancel: true;
}

export type AddSourceInput = OpenSource | FillSource | CancelSource;

export interface AddedSource {
  id: string;
  /** The tab's title. */
  tab: string;
  rowsDone: number;
  /** Every row is there: the tab is one like any other now. */
  done: boolean;
}

/** What is remembered of a tab until its list is there. */
export interface Arriving {
  readonly id: string;
  readonly hash: string;
  readonly rows: number;
  readonly columns: number;
  readonly done: number;
}

/** Most characters of a cell: Google Sheets takes no more. */
export const mostCellText = 50_000;
/** Most columns of a tab. */
export const mostColumns = 18_278;
