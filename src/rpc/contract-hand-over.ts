// What crosses for handing over what someone owns, and for what was done in the grid against a role. Types only.
import type { OwnedTab } from '../domain/hand-over';
import type { FieldValue } from '../domain/schema';

/** A record for a list, as `FoundRecord` of contract.ts. */
interface OpenRecord {
  tab: OwnedTab;
  id: string;
  name: string;
  detail: string;
  fields: { [key: string]: FieldValue };
}

export interface HandOverPreviewInput {
  /** The person whose records they are: a key or name of Team, or what stands in Owner cells. */
  from: string;
}

export interface HandOverPreview {
  from: { key: string; name: string };
  /** Records by tab: those that are handed over, and those that are over and keep their owner unless asked. */
  tabs: { tab: OwnedTab; open: number; over: number }[];
  /** Open deals: the sums never mix currencies. */
  deals: { amounts: { currency: string; amount: number; count: number }[]; withoutAmount: number };
  /** Open tasks that are late. */
  overdue: number;
  /** What is open, at most 50 of each: deals, tasks by due date, tickets. */
  openDeals: OpenRecord[];
  openTasks: (OpenRecord & { due: string; overdue: boolean })[];
  openTickets: OpenRecord[];
}

export interface HandOverInput {
  from: string;
  /** Members who get them, in turn where there are several. */
  to: string[];
  /** Someone else for all records of a tab. */
  byTab?: { [tab in OwnedTab]?: string };
  /** Also what is over: closed deals, done tasks, solved tickets, interactions. */
  over?: boolean;
  /** Switches the person off in Team when all is handed over; admins only. */
  deactivate?: boolean;
  /** From the answer before: the change set, and how many records it has handed over so far. */
  changeSet?: string;
  done?: number;
}

export interface HandOverStep {
  changeSet: string;
  /** More is left: call again with `changeSet` and `done`. */
  more: boolean;
  done: number;
  /** What this step handed over. */
  moved: { tab: OwnedTab; id: string; name: string; to: string }[];
  /** What could not be handed over, with the reason. */
  kept: { tab: OwnedTab; id: string; name: string; reason: string }[];
  /** Set with the last step when the person was switched off in Team. */
  deactivated?: boolean;
}

/** One change in the grid that its author's role does not allow. */
export interface GridChangeAgainstRole {
  changeSet: string;
  /** UTC ISO. */
  when: string;
  who: string;
  tab: string;
  /** The first record, and how many there are. */
  id: string;
  name: string;
  count: number;
  summary: string;
  why: string;
  state: 'stands' | 'put back';
  /** So many values had changed again by then and stay. */
  kept?: number;
  /** The change set that put it back. */
  putBack?: string;
}

export interface GridChangesAgainstRoles {
  /** What happens with such a change, as Settings say. */
  choice: 'record' | 'put back';
  /** Newest first, the last 40. */
  changes: GridChangeAgainstRole[];
}
