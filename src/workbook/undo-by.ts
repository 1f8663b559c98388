// Undoing all that one person changed since some time, newest first: for each record its changes together, then the blocks that
// they made. What others changed since is left alone and listed. In steps, all of one change set, which can be undone in turn.
import { type Author, isBy, undoOfMany } from '../domain/change-set';
import type { Workbook } from './api';
import { withPast } from './archive-pack';
import { WorkbookError } from './errors';
import { isBlock } from './history';
import { isMadeBlock, perStep, planUndo, putBack, type Undone } from './undo';
import { undoBlock } from './undo-block';
import { type PastEntry, readBefore } from './whole-history';

export interface ChangesBy {
  /** A member's address or name, or `unknown (grid)`. */
  readonly who: string;
  /** UTC ISO instants; changes of both are among them. */
  readonly since: string;
  readonly until: string;
}

/** What one person changed, newest first, and which records others have changed in the same time. */
export interface FoundChanges {
  readonly entries: readonly PastEntry[];
  readonly byOthers: ReadonlySet<string>;
}

/** Where a long undo stands: how much of its list is done, and the change set of its steps. */
export interface Progress {
  readonly at: number;
  readonly changeSet: string;
}

/** History rows in one read. */
const rowsAtOnce = 1_000;
/** Entries that one look goes through. */
const mostEntries = 50_000;

/**
 * The person's changes in that time (1 read for each thousand entries of all people since). Throws WorkbookError `too-large`
 * where there are too many for one look.
 */
export function findChangesBy(workbook: Workbook, changes: ChangesBy): FoundChanges {
  return withPast(workbook, () => lookFor(workbook, changes));
}

function lookFor(workbook: Workbook, { who, since, until }: ChangesBy): FoundChanges {
  const entries: PastEntry[] = [];
  const byOthers = new Set<string>();
  let before: number | null = null;
  let seen = 0;
  do {
    const page: ReturnType<typeof readBefore> = readBefore(workbook, before, rowsAtOnce);
    for (const entry of page.entries) {
      if (entry.when < since) continue;
      if (!isBy(entry.who, who)) byOthers.add(entry.id);
      else if (entry.when <= until) entries.push(entry);
    }
    before = page.next;
    seen += page.entries.length;
    if (seen > mostEntries)
      throw new WorkbookError(
        'too-large',
        'Too much has changed since then to be undone at once. Choose a later time.',
      );
    if (page.entries.length > 0 && page.entries.every(({ when }) => when < since)) break;
  } while (before > 0);
  return { entries, byOthers };
}

/** The next step of undoing them: `at` and `changeSet` from the answer before. Its `kept` are of this step alone. */
export function undoChangesBy(
  workbook: Workbook,
  author: Author,
  found: FoundChanges,
  from: Progress,
): Undone & Progress {
  const { byOthers } = found;
  // Whoever undoes their own changes does not begin with the steps of this undo.
  const entries = found.entries.filter((entry) => entry.changeSet !== from.changeSet);
  // One at a time for each record, so that its changes are taken back together.
  const groups = [...groupBy(entries.filter((entry) => !isMadeBlock(entry))).values()];
  const blocks = entries.filter(isMadeBlock);
  const { at, changeSet } = from;
  if (at < groups.length) {
    const step = stepOf(groups.slice(at));
    const { changes, kept } = planUndo(workbook, author, step.flat());
    const done = putBack(workbook, author, undoOfMany, changes.slice(0, perStep), changeSet);
    // Only a block that comes back has more records than one commit takes.
    const next = changes.length > perStep ? at : at + step.length;
    return { ...done, changeSet, at: next, more: next < groups.length + blocks.length, kept: [...kept, ...done.kept] };
  }
  const block = blocks[at - groups.length];
  if (!block) return { changeSet, at, more: false, undone: 0, kept: [] };
  const isOurs = (id: string) => !byOthers.has(id);
  const { undone, kept } = undoBlock(workbook, author, block, false, { changeSet, isOurs });
  const next = undone > 0 ? at : at + 1;
  return {
    changeSet,
    at: next,
    more: next < groups.length + blocks.length,
    undone,
    kept: undone > 0 ? [] : kept,
  };
}

/** As many groups as one commit takes; a block that comes back stands alone. */
function stepOf(groups: readonly PastEntry[][]): PastEntry[][] {
  const firstBlock = groups.findIndex((group) => group.some(isBlock));
  if (firstBlock === 0) return groups.slice(0, 1);
  return groups.slice(0, firstBlock < 0 ? perStep : Math.min(perStep, firstBlock));
}

function groupBy(entries: readonly PastEntry[]): Map<string, PastEntry[]> {
  const groups = new Map<string, PastEntry[]>();
  for (const entry of entries) {
    const key = `${entry.tab}/${entry.id}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return groups;
}
