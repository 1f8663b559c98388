// What the sidebar's own search is made from: every record that can be found, in pages, and what has changed since.
// Types only; see contract.ts.
import type { SearchEntry, SearchedTab } from '../domain/search-entry';

/** Where the next page begins: a row, and the id that stood above it. */
export interface SearchPlace {
  tab: SearchedTab;
  row: number;
  above: string;
}

/** `from`: left out for the first page, else `next` of the page before. */
export interface SearchIndexInput {
  from?: SearchPlace;
}

export interface SearchIndexPage {
  /** Where History stood before the page was read: `changesSince` goes on from that of the first page. */
  mark: number;
  tab: SearchedTab;
  /** At most 1 MB of JSON. Of all pages together an id may come twice, and the later one counts. */
  entries: SearchEntry[];
  /** Null after the last page. */
  next: SearchPlace | null;
  /** Rows were moved since the page before, and `next` is the beginning of this tab again. */
  moved: boolean;
  /** Rows of this tab in all, for progress. */
  rows: number;
}

export interface ChangesSinceInput {
  mark: number;
}

export interface ChangesSince {
  mark: number;
  changed: { tab: SearchedTab; entries: SearchEntry[] }[];
  /** Ids of records that are no more. */
  gone: string[];
  /** Too much has changed to tell one by one: begin again with the first page. */
  reload: boolean;
}

export interface FindCalls {
  searchIndex: (input: SearchIndexInput) => SearchIndexPage;
  changesSince: (input: ChangesSinceInput) => ChangesSince;
}
