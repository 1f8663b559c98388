// The one path for all writes of records (DESIGN.md invariant 3): lock → recover → read → check → journal, flush → find the
// rows again → write, flush → read back → ledger, history, journal done, flush → unlock.
import { type Author, type How, isOfGrid, undoes } from '../domain/change-set';
import { parseId } from '../domain/ids';
import { pickFields, sameValue } from '../domain/record';
import type { FieldValue, RecordTabKey } from '../domain/schema';
import { tabs } from '../domain/schema';
import type { Change, CommitOptions, CommitOutcome, CommittedRecord, Workbook } from './api';
import { lostUnderMerge } from './attention/merges';
import { addDerived } from './derive';
import { WorkbookError } from './errors';
import { findAgain, isToBeMade } from './find-again';
import { finishCommit, isTold } from './finish';
import { nextHistoryRow } from './history';
import { beginJournal, endJournal, type Pending, type PendingRecord } from './journal';
import { highestGiven } from './ledger';
import { withLock } from './lock';
import { forgetNames } from './lookups';
import { readMeta } from './meta';
import { describeConflicts } from './past';
import { changedFields, deltaOfPlanned, onlyColumns, type Plan, type Planned, planChanges } from './plan';
import { type Done, readBack } from './read-back';
import { recover } from './recover';
import { rollBack } from './roll-back';
import { addFollowUpTasks } from './two-way';
import { columnsOf, haveColumnsMoved, newWork, type Work } from './work';
import { placeForNew } from './write-cells';
import { writePlanned } from './write-planned';

/** A record that people keep changing in the grid is tried this often; then the person is asked to try again. */
const attempts = 4;

/**
 * Makes all these changes, or none: any issue or conflict leaves the workbook as it is. Takes the lock itself.
 * Throws WorkbookError `busy`, `no-record`, `no-column`, `not-allowed`, `merged`, `unsettled`.
 */
export function commit(
  workbook: Workbook,
  author: Author,
  how: How,
  changes: readonly Change[],
  options: CommitOptions = {},
): CommitOutcome {
  return withLock(workbook, () => {
    recover(workbook);
    for (let attempt = 0; attempt < attempts; attempt++) {
      const careful = attempt > 0 || (changes.length > 1 && !options.trusting);
      const work = newWork(workbook, author, how, options.changeSet, careful);
      try {
        const outcome = tryOnce(work, changes, options);
        if (outcome) {
          forgetNames(workbook);
          return outcome;
        }
      } catch (error) {
        // A tab that has lost a column since its headers were read may have no such cells any more.
        if (error instanceof WorkbookError || !haveColumnsMoved(work) || recover(workbook) === 'forward') throw error;
        console.error('Columns were moved while saving; it is tried again:', error);
      }
    }
    throw new WorkbookError(
      'unsettled',
      'This record is being changed in the grid. Nothing was saved; try again in a moment.',
    );
  });
}

/** One attempt; null when the grid changed under it, with nothing written. */
function tryOnce(work: Work, changes: readonly Change[], options: CommitOptions): CommitOutcome | null {
  const { workbook } = work;
  const plan = planChanges(work, changes, options.unchecked ?? false);
  if (plan.status !== 'planned') {
    // A conflict is with what stands in the row; and what rows seemed to hold by columns that have moved since is nobody's change.
    return plan.status === 'conflict' && (!work.careful || haveColumnsMoved(work)) ? null : refused(workbook, plan);
  }
  const asked = options.unchecked ? { records: plan.records, warnings: [] } : addFollowUpTasks(work, plan.records);
  const isDerived = !options.unchecked || options.derived === true;
  const records = isDerived ? addDerived(work, asked.records, options.leaving) : plan.records;
  const merged = [...new Set(records.flatMap((planned) => planned.merged))];
  if (records.length === 0) return { status: 'saved', changeSet: '', records: [], merged, warnings: asked.warnings };

  const done = carryOut(work, records);
  if (!done) return null;
  const crossed = done.done.filter((one) => Object.keys(one.crossed).length > 0);
  const kept = crossed.map(
    ({ planned }) => `${planned.id} was changed in the grid in the same moment; that change was kept.`,
  );
  const warnings = [...asked.warnings, ...kept];
  return { status: 'saved', changeSet: work.changeSet, records: done.saved, merged, warnings };
}

/**
 * From the journal to its end, for a plan that is final. Null when the grid was not what the plan began from: then nothing was
 * written. The lock's release flushes what this wrote last.
 */
export function carryOut(work: Work, records: readonly Planned[]): { done: Done[]; saved: CommittedRecord[] } | null {
  const { workbook } = work;
  const placed = place(
    work,
    records.map((planned) => onlyColumns(work, planned)),
  );
  const historyRow = nextHistoryRow(workbook);
  const pending = pendingOf(work, placed, historyRow);
  beginJournal(workbook, pending, marksAfter(workbook, placed));
  SpreadsheetApp.flush();
  const rows = findAgain(work, placed);
  if (!rows) {
    endJournal(workbook);
    return null;
  }
  try {
    writePlanned(work, placed, rows);
    SpreadsheetApp.flush();
  } catch (refusal) {
    takeBack(work, pending);
    throw refusal;
  }
  const done = readBack(work, placed, rows);
  // What people did in the grid has happened: a task that follows from it goes without the field, and needs attention.
  const isAsked = undoes(work.how) === null && !isOfGrid(work.how);
  const lost = isAsked ? lostUnderMerge(work, done) : null;
  if (lost !== null) {
    takeBack(work, pending);
    throw new WorkbookError('merged', lost);
  }
  return { done, saved: finishCommit(work, done, historyRow) };
}

/** After a cell refused its value: nothing of the change set stays. What cannot be taken back now is settled by recovery. */
function takeBack(work: Work, pending: Pending): void {
  try {
    if (!rollBack(work, pending)) return;
    endJournal(work.workbook);
    SpreadsheetApp.flush();
  } catch (error) {
    console.error(`${pending.changeSet} could not be taken back yet:`, error);
  }
}

function refused(workbook: Workbook, plan: Exclude<Plan, { status: 'planned' }>): CommitOutcome {
  if (plan.status === 'invalid') return plan;
  const { tab, id } = plan;
  return { status: 'conflict', tab, id, conflicts: describeConflicts(workbook, tab, id, plan.conflicts) };
}

/** Gives new records their rows, next to each other in each tab. */
function place(work: Work, records: readonly Planned[]): Planned[] {
  const next = new Map<RecordTabKey, number>();
  return records.map((planned) => {
    if (!isToBeMade(planned)) return planned;
    const count = records.filter((other) => other.tab === planned.tab && isToBeMade(other)).length;
    const row = next.get(planned.tab) ?? placeForNew(work.workbook, columnsOf(work, planned.tab), count);
    next.set(planned.tab, row + 1);
    return { ...planned, row };
  });
}

function pendingOf(work: Work, records: readonly Planned[], historyRow: number): Pending {
  const { changeSet, when, author, how } = work;
  return {
    changeSet,
    when,
    author,
    how,
    historyRow,
    records: records.map((planned) => ({
      tab: planned.tab,
      id: planned.id,
      kind: planned.kind,
      row: planned.row,
      version: (planned.entry?.version ?? 0) + 1 + (isTold(planned) ? 1 : 0),
      delta: deltaOfPlanned(planned),
      ...stoodBefore(planned),
      ...(planned.restore && Object.keys(planned.restore).length > 0 ? { restore: planned.restore } : {}),
      ...(planned.needsId ? { typed: true } : {}),
      ...(isTold(planned) ? { observed: planned.observed } : {}),
      ...(planned.merge === undefined ? {} : { merge: planned.merge }),
      labels: usedLabels([...Object.values(planned.after), planned.merge ?? null], planned.labels),
    })),
  };
}

/** What a person's row held that the delta does not tell, and the formulas that are written over. */
function stoodBefore(planned: Planned): Pick<PendingRecord, 'stood' | 'formulas'> {
  const { stands, before, formulas } = planned;
  if (planned.kind === 'delete' || stands === null) return {};
  const told = Object.keys(deltaOfPlanned(planned));
  const stood = told.filter((key) => !sameValue(stands[key], before[key]));
  const written = changedFields(planned).filter((key) => formulas[key] !== undefined);
  return {
    ...(stood.length > 0 || planned.kind !== 'update' ? { stood: pickFields(stands, stood) } : {}),
    ...(written.length > 0 ? { formulas: Object.fromEntries(written.map((key) => [key, formulas[key] ?? ''])) } : {}),
  };
}

/** The id marks after these records, where some are new: written together with the journal. */
function marksAfter(workbook: Workbook, records: readonly Planned[]): { highWater?: { [prefix: string]: number } } {
  const fresh = records.filter((planned) => planned.kind === 'create');
  if (fresh.length === 0) return {};
  const marks: { [prefix: string]: number } = {};
  for (const { tab, id } of fresh) {
    const prefix = tabs[tab].idPrefix;
    marks[prefix] = Math.max(marks[prefix] ?? highestGiven(workbook, tab), parseId(id)?.number ?? 0);
  }
  return { highWater: { ...(readMeta(workbook, 'highWater') as object | null), ...marks } };
}

function usedLabels(
  values: readonly FieldValue[],
  labels: { readonly [id: string]: string },
): { [id: string]: string } {
  const used = new Set(values);
  return Object.fromEntries(Object.entries(labels).filter(([id]) => used.has(id)));
}
