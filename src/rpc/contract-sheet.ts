// What ties the sidebar to the grid beside it. Types only; see contract.ts.
import type { RecordTabKey } from '../domain/schema';

export interface SelectedInput {
  /** `place` of the answer before: where the person is there still, nothing is read. */
  place?: string;
}

export interface Selected {
  /** The row that the person is in, as a word of its own; blank where there is no grid. */
  place: string;
  /** Id of the record in that row; blank where it holds none, and where `place` is the one that was asked with. */
  id: string;
}

export interface ShownInSheet {
  /** Blank: the row is before the person. Else why they could not see it: its tab is hidden, a filter or somebody hides the row. */
  hidden: '' | 'tab' | 'filter' | 'row';
}

export interface SheetCalls {
  selectedRecord: (input: SelectedInput) => Selected;
  /** Fails with `no-record`. */
  showInSheet: (input: { tab: RecordTabKey; id: string }) => ShownInSheet;
}
