// An import, step by step. Each step holds the lock for one bounded piece (people, or a block of records), leaves the
// workbook whole, and may be repeated after a crash: what a step has done is found in History before it is done again.
import { authorText } from '../domain/change-set';
import type { ImportMapping } from '../domain/import/mapping';
import { importOrder } from '../domain/import/order';
import type { ImportProgress } from '../domain/import/progress';
import { columnsKey, remember } from '../domain/import/remembered';
import { recordTabKeys, tabOf } from '../domain/schema';
import type { Author, Workbook } from './api';
import { WorkbookError } from './errors';
import { createNext, settlePending } from './import-blocks';
import { followNext, updateNext } from './import-changes';
import { addCustomColumns } from './import-columns';
import { madeNothing, takeOutMade, yetToMake } from './import-made';
import {
  clearStaging,
  type FinishedImport,
  finishedKept,
  type ImportState,
  readImportMaps,
  readImports,
  stagedPlan,
  stageRecords,
  writeImports,
} from './import-staging';
import { withLock } from './lock';
import { addMembers } from './plain-table';
import { recover } from './recover';
import { reviewTab } from './review-tab';

/** Why an import does not start: sentences for people, each with a code. */
export type Refusal = { readonly blockers: readonly { code: string; message: string }[] };

const problemsKept = 50;

/**
 * Plans the whole import and puts it into `_Staging`; no record is written yet. An import of the same tab with the same
 * mapping that stands unfinished is gone on with instead. Another unfinished one is a refusal.
 */
export function startImport(
  workbook: Workbook,
  author: Author,
  role: string,
  source: string,
  mapping: ImportMapping,
): ImportProgress | Refusal {
  const current = readImports(workbook).current;
  if (current) {
    if (current.source === source && sameMapping(current.mapping, mapping))
      return stepImport(workbook, current.importId);
    return { blockers: [unfinished(current)] };
  }
  const review = reviewTab(workbook, source, role, mapping);
  const { plan } = review;
  if (plan.blockers.length > 0) return { blockers: plan.blockers };
  const { runs, records } = stagedPlan(plan, importOrder(mapping.main));
  const main = plan.counts.find(({ tab }) => tab === mapping.main);
  const state: ImportState = {
    importId: workbook.uuid(),
    changeSet: workbook.uuid(),
    source,
    mapping: review.mapping,
    columns: columnsKey(review.columns.map(({ header }) => header)),
    author,
    touched: workbook.now(),
    phase: 'staging',
    main: mapping.main,
    team: plan.team,
    customColumns: plan.customColumns,
    runs,
    ids: {},
    pending: false,
    rowsTotal: review.source.rows,
    rowsSettled: plan.skipped + (main?.same ?? 0),
    skipped: plan.skipped,
    problems: plan.problems.slice(0, problemsKept),
  };
  const taken = withLock(workbook, () => {
    const meanwhile = readImports(workbook);
    if (meanwhile.current) return meanwhile.current;
    writeImports(workbook, { ...meanwhile, current: state });
    return undefined;
  });
  if (taken) return { blockers: [unfinished(taken)] };
  // `_Staging` is this import's alone from here on, so the lock is not held while thousands of rows are written.
  stageRecords(workbook, records);
  return withLock(workbook, () => save(workbook, { ...state, phase: 'preparing' }));
}

/** Does the next piece. Throws WorkbookError `no-import` where there is no such import. */
export function stepImport(workbook: Workbook, importId: string): ImportProgress {
  return withLock(workbook, () => {
    recover(workbook);
    const { current, finished = [] } = readImports(workbook);
    const over = finished.find((one) => one.importId === importId);
    if (over) return doneAlready(over);
    if (current?.importId !== importId)
      throw new WorkbookError('no-import', 'There is no such import. Choose the tab again and start anew.');
    const state = { ...current, touched: workbook.now() };
    switch (state.phase) {
      case 'staging':
        return restage(workbook, state);
      case 'preparing':
        return prepare(workbook, state);
      case 'records':
        return writeNext(workbook, state);
    }
  });
}

/** The import that stands unfinished, with how far it is; null where there is none. */
export function unfinishedImport(workbook: Workbook): { state: ImportState; step: ImportProgress } | null {
  const { current } = readImports(workbook);
  return current ? { state: current, step: progress(current) } : null;
}

/** After this long without a step, nobody is driving an import any more: the dialog was closed, or its execution died. */
const abandonedMs = 2 * 60_000;

/** Goes on with an import that was left unfinished, step by step while there is time (the hourly run's part). */
export function resumeImport(workbook: Workbook, hasTime: () => boolean): void {
  const { current } = readImports(workbook);
  if (!current || Date.parse(workbook.now()) - Date.parse(current.touched) < abandonedMs) return;
  let { done } = stepImport(workbook, current.importId);
  while (!done && hasTime()) done = stepImport(workbook, current.importId).done;
}

/** The last finished imports, the latest first: those that made or changed nothing are left out. */
export function finishedImports(workbook: Workbook): readonly FinishedImport[] {
  const { finished = [] } = readImports(workbook);
  return finished.filter(({ created, updated }) =>
    [...Object.values(created), ...Object.values(updated)].some(Boolean),
  );
}

/** Takes out what an import made besides records, and remembers that it was taken back. Takes the lock, but only for the change set of one. */
export function markUndone(workbook: Workbook, changeSet: string, author: Author): void {
  const isOne = (one: FinishedImport) => one.changeSet === changeSet && !one.undone;
  if (!(readImports(workbook).finished ?? []).some(isOne)) return;
  withLock(workbook, () => {
    const imports = readImports(workbook);
    const made = imports.finished?.find(isOne)?.made;
    if (made) takeOutMade(workbook, made);
    const undone = { when: workbook.now(), who: authorText(author) };
    const finished = (imports.finished ?? []).map((one) => (isOne(one) ? { ...one, undone } : one));
    writeImports(workbook, { ...imports, finished });
  });
}

/** Ends an unfinished import whose change set is being taken back, as far as it came. Call it under the lock. */
export function abandonImport(workbook: Workbook, changeSet: string): void {
  const { current, finished = [] } = readImports(workbook);
  if (current?.changeSet !== changeSet) return;
  clearStaging(workbook);
  // Without its id, which a dialog may still ask to go on with.
  writeImports(workbook, {
    finished: [{ ...asFinished(workbook, current), importId: '' }, ...finished].slice(0, finishedKept),
  });
}

/** A start that died while it filled `_Staging` has written no record: it is planned again from the source as it is now. */
function restage(workbook: Workbook, state: ImportState): ImportProgress {
  const { current: _, ...rest } = readImports(workbook);
  const review = reviewTab(workbook, state.source, 'admin', state.mapping);
  if (review.plan.blockers.length > 0) {
    writeImports(workbook, rest);
    throw new WorkbookError('no-import', review.plan.blockers.map(({ message }) => message).join(' '));
  }
  const { runs, records } = stagedPlan(review.plan, importOrder(state.main));
  stageRecords(workbook, records);
  return save(workbook, {
    ...state,
    runs,
    team: review.plan.team,
    customColumns: review.plan.customColumns,
    phase: 'preparing',
  });
}

/** Team members and new columns: both leave alone what is there already, so this may be repeated. */
function prepare(workbook: Workbook, state: ImportState): ImportProgress {
  const fresh = yetToMake(workbook, { columns: state.customColumns, members: state.team });
  const known = state.made ?? madeNothing;
  const made = { columns: [...known.columns, ...fresh.columns], members: [...known.members, ...fresh.members] };
  // Before they are made: whoever goes on after a crash could not tell them from what was there.
  if (fresh.columns.length + fresh.members.length > 0)
    writeImports(workbook, { ...readImports(workbook), current: { ...state, made } });
  if (state.team.length > 0)
    addMembers(
      workbook,
      state.team.map((name) => ({ name })),
    );
  for (const tab of recordTabKeys) {
    const headers = state.customColumns.filter((column) => column.tab === tab).map(({ header }) => header);
    if (headers.length > 0) addCustomColumns(workbook, tab, headers);
  }
  return save(workbook, { ...state, made, phase: 'records' });
}

function writeNext(workbook: Workbook, before: ImportState): ImportProgress {
  const state = before.pending ? settlePending(workbook, before) : before;
  const run = state.runs.find(({ done, count }) => done < count);
  if (!run) return finish(workbook, state);
  if (run.kind === 'update') return save(workbook, updateNext(workbook, state, run));
  if (run.kind === 'follow') return save(workbook, followNext(workbook, state, run));
  writeImports(workbook, { ...readImports(workbook), current: { ...state, pending: true } });
  return save(workbook, createNext(workbook, state, run));
}

function save(workbook: Workbook, state: ImportState): ImportProgress {
  if (state.phase === 'records' && state.runs.every(({ done, count }) => done >= count)) return finish(workbook, state);
  writeImports(workbook, { ...readImports(workbook), current: state });
  return progress(state);
}

function finish(workbook: Workbook, state: ImportState): ImportProgress {
  clearStaging(workbook);
  const { source, columns, rowsTotal } = state;
  const { finished = [] } = readImports(workbook);
  writeImports(
    workbook,
    { finished: [asFinished(workbook, state), ...finished].slice(0, finishedKept) },
    remember(readImportMaps(workbook), { source, columns, values: state.mapping.values }),
  );
  return { ...progress(state), done: true, step: 'Done', rowsDone: rowsTotal };
}

/** What is remembered of an import that is gone on with no more. */
function asFinished(workbook: Workbook, state: ImportState): FinishedImport {
  const { importId, changeSet, source, rowsTotal, skipped, made = madeNothing } = state;
  return {
    importId,
    changeSet,
    source,
    when: workbook.now(),
    who: authorText(state.author),
    created: createdOf(state),
    updated: updatedOf(state),
    rowsTotal,
    skipped,
    ...(made.columns.length + made.members.length > 0 ? { made } : {}),
  };
}

/** The answer to a last step that is asked for again. */
function doneAlready({ importId, changeSet, rowsTotal, created, skipped }: FinishedImport): ImportProgress {
  const rows = { rowsDone: rowsTotal, rowsTotal };
  return { importId, changeSet, done: true, step: 'Done', ...rows, created, skipped, problems: [] };
}

function createdOf(state: ImportState): { [tab: string]: number } {
  const created: { [tab: string]: number } = {};
  if (state.phase === 'records' && state.team.length > 0) created.team = state.team.length;
  for (const [tab, spans] of Object.entries(state.ids))
    created[tab] = spans.reduce((sum, [, , count]) => sum + count, 0);
  return created;
}

function updatedOf({ runs }: ImportState): { [tab: string]: number } {
  const updated: { [tab: string]: number } = {};
  for (const { tab, kind, done } of runs) if (kind === 'update') updated[tab] = (updated[tab] ?? 0) + done;
  return updated;
}

function sameMapping(one: ImportMapping, other: ImportMapping): boolean {
  return JSON.stringify([one.main, one.columns]) === JSON.stringify([other.main, other.columns]);
}

function unfinished(state: ImportState): { code: string; message: string } {
  const { rowsDone, rowsTotal } = progress(state);
  return {
    code: 'import-unfinished',
    message: `The import of “${state.source}” is at row ${rowsDone} of ${rowsTotal}. Finish it, or take it back, before you start another.`,
  };
}

function nextStep(state: ImportState): string {
  if (state.phase === 'staging' || state.phase === 'preparing') return 'Preparing';
  const run = state.runs.find(({ done, count }) => done < count);
  return run ? tabOf(run.tab).title : 'Finishing';
}

function progress(state: ImportState): ImportProgress {
  const mainDone = state.runs
    .filter(({ tab, kind }) => tab === state.main && kind !== 'follow')
    .reduce((sum, { done }) => sum + done, 0);
  return {
    importId: state.importId,
    changeSet: state.changeSet,
    done: false,
    step: nextStep(state),
    rowsDone: Math.min(state.rowsTotal, state.rowsSettled + mainDone),
    rowsTotal: state.rowsTotal,
    created: createdOf(state),
    skipped: state.skipped,
    problems: state.problems,
  };
}
