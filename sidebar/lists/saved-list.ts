// A saved list as the window knows it: a row of the tab Lists, read; and what one begins with. No markup here.
import { findTab, tabOf } from '../../src/domain/schema';
import {
  type FindField,
  filterText,
  type ReadSegment,
  readSegment,
  type Segment,
  type SegmentTab,
} from '../../src/domain/segment';
import type { StartView } from '../../src/rpc/contract';
import type { AdminChange, AdminRow } from '../../src/rpc/contract-lists';
import { allFields } from '../forms/layout';
import * as words from '../words';

export interface SavedList {
  readonly row: AdminRow;
  readonly name: string;
  /** Key of the member whose list it is; blank: nobody's. */
  readonly owner: string;
  readonly shared: boolean;
  readonly read: ReadSegment;
}

/** A list as it is being made or changed. */
export interface Draft {
  readonly name: string;
  readonly shared: boolean;
  readonly segment: Segment;
}

/** The fields of a tab, the team's own columns included. */
export function finderFor(start: Pick<StartView, 'customFields'>): (tab: SegmentTab) => FindField {
  const known = new Map<SegmentTab, Map<string, ReturnType<FindField>>>();
  return (tab) => {
    const fields = known.get(tab) ?? new Map(allFields(tab, start).map(({ key, field }) => [key, field]));
    known.set(tab, fields);
    return (key) => fields.get(key);
  };
}

/** The list that stands in a row, whatever has been typed there. */
export function listOf(row: AdminRow, find: (tab: SegmentTab) => FindField): SavedList {
  const text = (key: string) => (typeof row.fields[key] === 'string' ? row.fields[key] : '');
  return {
    row,
    name: text('name'),
    owner: text('owner'),
    shared: row.fields.shared === true,
    read: readSegment(text('tab'), text('filter'), find),
  };
}

/** What to begin with when a list is opened; null for one that cannot be read. */
export function draftOf({ name, shared, read }: SavedList): Draft | null {
  return read.ok ? { name, shared, segment: read.segment } : null;
}

/** The change of Lists that saves a draft, over `list` or as a new row. */
export function changeOf(list: SavedList | null, { name, shared, segment }: Draft): AdminChange {
  const fields = { name: name.trim(), shared, tab: tabOf(segment.tab).title, filter: filterText(segment) };
  return list
    ? { row: list.row.row, before: list.row.fields, after: { ...list.row.fields, ...fields } }
    : { after: { owner: null, ...fields } };
}

/** Whether a draft differs from what is saved. */
export function isChanged(list: SavedList | null, draft: Draft): boolean {
  const saved = list && draftOf(list);
  if (!saved) return true;
  const flat = ({ name, shared, segment }: Draft) =>
    JSON.stringify([name.trim(), shared, segment.tab, filterText(segment)]);
  return flat(saved) !== flat(draft);
}

/** Whether the row's tab can be told, for its icon. */
export function tabOfList({ read, row }: SavedList): SegmentTab | null {
  if (read.ok) return read.segment.tab;
  return findTab(String(row.fields.tab ?? '')) ? read.tab : null;
}

/** Where nobody has a list yet, and beside those that are there. */
export const ideas: readonly Draft[] = [
  {
    name: words.notHeardFrom,
    shared: false,
    segment: {
      tab: 'contacts',
      join: 'all',
      conditions: [
        { field: 'lastContact', op: 'notLastDays', value: 30 },
        { field: 'status', op: 'noneOf', value: ['Former'] },
      ],
    },
  },
  {
    name: words.closingWithoutNextStep,
    shared: false,
    segment: {
      tab: 'deals',
      join: 'all',
      conditions: [
        { field: 'closeDate', op: 'nextDays', value: 30 },
        { field: 'nextFollowUp', op: 'blank' },
      ],
    },
  },
  {
    name: words.customersWithoutOwner,
    shared: false,
    segment: {
      tab: 'contacts',
      join: 'all',
      conditions: [
        { field: 'status', op: 'anyOf', value: ['Customer'] },
        { field: 'owner', op: 'blank' },
      ],
    },
  },
];
