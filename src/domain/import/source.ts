// A tab that somebody else's program or a person filled, as plain values: what an import reads.

/** One cell: text, number, tick box, or null when blank. A date cell arrives as ISO text (`2016-10-20`, `2016-10-20T09:30`). */
export type SourceCell = string | number | boolean | null;

/** A whole tab from row 1, column A on. Rows may be of different length. */
export interface SourceTable {
  readonly title: string;
  readonly rows: readonly (readonly SourceCell[])[];
}

export interface SourceColumn {
  /** 0-based position in the source tab. */
  readonly column: number;
  /** As shown to people: the header, made unique; `Column C` where there is none. */
  readonly header: string;
  /** False when the header cell is blank. */
  readonly named: boolean;
}

export interface SourceRow {
  /** 1-based row in the source tab. */
  readonly row: number;
  readonly cells: readonly SourceCell[];
}

/** Text of a cell as a person would read it, trimmed; '' when blank. */
export function cellText(cell: SourceCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return String(cell).trim();
}

/** A value rather than a name for values: a number, a date, an address, a long sentence. */
export function looksLikeValue(cell: SourceCell): boolean {
  if (typeof cell !== 'string') return true;
  const text = cell.trim();
  return (
    text.length > 60 ||
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ||
    /^(https?:\/\/|www\.)/i.test(text) ||
    /^[\d.,:/\-+%$€£()\s]+$/.test(text) ||
    /^\d{4}-\d{2}-\d{2}/.test(text)
  );
}
