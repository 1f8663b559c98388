// Sorts that tore rows apart, as `_Meta` remembers them: which change set took them in, which fields, how many records. While a
// long one is being taken in, also the records that are still to come, so that all of them stand under one change set.

import { findTornSort, type RowChange } from '../../domain/attention/torn-sort';
import { formatId, parseId } from '../../domain/ids';
import { sameValue } from '../../domain/record';
import type { RecordTabKey } from '../../domain/schema';
import type { Workbook } from '../api';
import { readMeta, writeMeta } from '../meta';
import { deltaOfPlanned, type Planned } from '../plan';
import { readChangeSet } from '../whole-history';
import type { Work } from '../work';

export interface Torn {
  readonly changeSet: string;
  readonly tab: RecordTabKey;
  readonly fields: readonly string[];
  /** How many records. */
  readonly rows: number;
  /** UTC ISO. */
  readonly when: string;
  /** Records that changed in these fields as well, and are not put right with the others. */
  readonly doubtful: readonly string[];
  /** It was put right. It stays remembered, since that may be undone. */
  readonly settled?: boolean;
  /** Records still to be taken in: gaps between their numbers, in base 36. */
  readonly rest?: string;
}

/** Older ones are forgotten; History keeps them all. */
const mostRemembered = 10;
const mostDoubtful = 20;
/** `_Meta` keeps all of them in one cell. What lies beyond, some ten thousand records, stands under a change set of its own. */
const mostCharacters = 30_000;

/** What sorts are remembered, the oldest first (no read of its own). */
export function readTorn(workbook: Workbook): Torn[] {
  return (readMeta(workbook, 'torn') ?? []) as Torn[];
}

/** Remembers this one, in the place of what is known under its change set (1 write). Under the lock. */
function remember(workbook: Workbook, torn: Torn): void {
  const others = readTorn(workbook).filter(({ changeSet }) => changeSet !== torn.changeSet);
  writeMeta(workbook, { torn: [...others, torn].slice(-mostRemembered) });
}

/** Remembers which sorts still stand in the grid: these do, all others are settled (1 write, none when that is known). */
export function settleTorn(workbook: Workbook, standing: (torn: Torn) => boolean): void {
  const all = readTorn(workbook);
  const now = all.map((torn) => ({ ...torn, settled: !standing(torn) }));
  if (all.some((torn, index) => (torn.settled ?? false) !== now[index]?.settled)) writeMeta(workbook, { torn: now });
}

/** Forgets one: it is right as it is, or was taken back by hand (1 write, none when it is not known). Under the lock. */
export function forgetTorn(workbook: Workbook, changeSet: string): void {
  const all = readTorn(workbook);
  const others = all.filter((torn) => torn.changeSet !== changeSet);
  if (others.length < all.length) writeMeta(workbook, { torn: others });
}

/** Of what is to be taken in, the records of a sort that tore their rows, and under which change set; null when there are none. */
export interface TornStep {
  readonly changeSet: string;
  readonly planned: Planned[];
  /** Call once the first `count` of them have been taken in. */
  done(count: number): void;
}

/**
 * Looks at all that a tab's compare found (`isWhole`), before it is cut into steps, or at the rows of an edit: see `findTornSort` for the rule. A sort that was taken
 * back by hand (undo in the grid) is forgotten and taken in as any other change.
 */
export function tornStep(
  work: Work,
  tab: RecordTabKey,
  planned: readonly Planned[],
  isWhole: boolean,
): TornStep | null {
  const { workbook } = work;
  const open = readTorn(workbook).find((torn) => torn.tab === tab && torn.rest !== undefined);
  const rest = new Set(open ? idsOf(tab, open.rest ?? '') : []);
  const own = planned.filter((one) => one.kind === 'update' && rest.has(one.id));
  if (open && own.length > 0) return stepOf(workbook, open, own);
  if (open && !isWhole) return null;
  endTorn(workbook, tab);
  const changes = planned.flatMap(changeOf);
  const found = findTornSort(changes);
  if (!found || isTakenBack(workbook, tab, found.fields, changes)) return null;
  const torn: Torn = {
    changeSet: work.changeSet,
    tab,
    fields: found.fields,
    rows: found.ids.length,
    when: work.when,
    doubtful: found.doubtful.slice(0, mostDoubtful),
    rest: gapsOf(found.ids),
  };
  remember(workbook, torn);
  const ids = new Set(found.ids);
  return stepOf(
    workbook,
    torn,
    planned.filter(({ id }) => ids.has(id)),
  );
}

/** Nothing of a sort in this tab is left to be taken in (1 write, none when that is known). Under the lock. */
export function endTorn(workbook: Workbook, tab: RecordTabKey): void {
  for (const torn of readTorn(workbook)) {
    if (torn.tab === tab && torn.rest !== undefined) remember(workbook, without(torn));
  }
}

function stepOf(workbook: Workbook, torn: Torn, planned: Planned[]): TornStep {
  return {
    changeSet: torn.changeSet,
    planned,
    done: (count) => {
      const taken = new Set(planned.slice(0, count).map(({ id }) => id));
      const rest = idsOf(torn.tab, torn.rest ?? '').filter((id) => !taken.has(id));
      remember(workbook, rest.length > 0 ? { ...torn, rest: gapsOf(rest) } : without(torn));
    },
  };
}

function without({ rest: _, ...torn }: Torn): Torn {
  return torn;
}

/** What a row holds against what the ledger knew; nothing for rows that came or went. */
function changeOf(planned: Planned): RowChange[] {
  const { kind, id, row, before, stands, needsId } = planned;
  if (kind !== 'update' || stands === null || needsId) return [];
  const changed = Object.keys(deltaOfPlanned({ ...planned, after: { ...stands } }));
  return [{ id, row, before, after: stands, changed }];
}

/** Whether these changes put back what a remembered sort moved (2 reads for each sort of this tab that is remembered). */
function isTakenBack(
  workbook: Workbook,
  tab: RecordTabKey,
  fields: readonly string[],
  changes: readonly RowChange[],
): boolean {
  const now = new Map(changes.map((change) => [change.id, change]));
  for (const torn of readTorn(workbook).filter((one) => one.tab === tab)) {
    if (!fields.every((key) => torn.fields.includes(key))) continue;
    const entries = readChangeSet(workbook, torn.changeSet).filter(({ id }) => now.has(id));
    const isBack = entries.every(({ id, delta }) =>
      torn.fields.every((key) => !(key in delta) || sameValue(now.get(id)?.after[key], delta[key]?.[0])),
    );
    if (entries.length === 0 || !isBack) continue;
    forgetTorn(workbook, torn.changeSet);
    return true;
  }
  return false;
}

function gapsOf(ids: readonly string[]): string {
  const numbers = ids.map((id) => parseId(id)?.number ?? 0).sort((one, other) => one - other);
  const gaps = numbers.map((number, index) => (number - (numbers[index - 1] ?? 0)).toString(36)).join(' ');
  return gaps.length > mostCharacters ? gaps.slice(0, gaps.lastIndexOf(' ', mostCharacters)) : gaps;
}

function idsOf(tab: RecordTabKey, gaps: string): string[] {
  let number = 0;
  return gaps.split(' ').map((gap) => {
    number += Number.parseInt(gap, 36);
    return formatId(tab, number);
  });
}
