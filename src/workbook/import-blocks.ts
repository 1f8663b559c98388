// The next block of new records, with references to the records that earlier blocks have made; and what a step that died
// has done of it.
import { formatId, parseId } from '../domain/ids';
import { type FieldValue, type RecordTabKey, tabOf } from '../domain/schema';
import type { Workbook } from './api';
import { createBlock, maxBlock } from './block';
import { type ImportState, readStaged, type StagedRecord, type StagedRun } from './import-staging';
import { readChangeSet } from './whole-history';

/** Creates the next block of a run. Records of one tab that refer to each other never stand in one block. */
export function createNext(workbook: Workbook, state: ImportState, run: StagedRun): ImportState {
  const staged = readStaged(workbook, run.start + run.done, Math.min(maxBlock, run.count - run.done));
  const block = staged.slice(0, independent(run, staged));
  const labels: { [id: string]: string } = {};
  const records = block.map((record) => resolved(state, run.tab, record, labels));
  const { ids } = createBlock(
    workbook,
    state.author,
    'import',
    { tab: run.tab, records, labels },
    { changeSet: state.changeSet },
  );
  return advanced(state, run, spansOf(ids, run.done));
}

/** How many of these may be written together: up to the first that refers to one of them. */
function independent(run: StagedRun, staged: readonly StagedRecord[]): number {
  const end = staged.findIndex(({ refs }) =>
    Object.entries(refs).some(([field, at]) => tabOf(run.tab).fields[field]?.reference === run.tab && at >= run.done),
  );
  return end < 0 ? staged.length : Math.max(1, end);
}

/** A staged record's fields with the ids of records that this import has made, and their names for the reference cells. */
export function resolved(
  state: ImportState,
  tab: RecordTabKey,
  { fields, refs, names }: StagedRecord,
  labels: { [id: string]: string },
): { [field: string]: FieldValue } {
  const whole = { ...fields };
  for (const [field, at] of Object.entries(refs)) {
    const target = tabOf(tab).fields[field]?.reference as RecordTabKey;
    whole[field] = idAt(state, target, at);
  }
  for (const [field, name] of Object.entries(names)) {
    const id = whole[field];
    if (typeof id === 'string') labels[id] = name;
  }
  return whole;
}

/** Id of the new record at this position of a tab, null where it was not made. */
function idAt(state: ImportState, tab: RecordTabKey, at: number): string | null {
  const span = state.ids[tab]?.find(([first, , count]) => at >= first && at < first + count);
  return span ? formatId(tab, span[1] + at - span[0]) : null;
}

/** Ids in order as spans of consecutive numbers, the first of them at position `from`. */
function spansOf(ids: readonly string[], from: number): [number, number, number][] {
  const spans: [number, number, number][] = [];
  ids.forEach((id, index) => {
    const number = parseId(id)?.number ?? 0;
    const last = spans[spans.length - 1];
    if (last && number === last[1] + last[2]) last[2]++;
    else spans.push([from + index, number, 1]);
  });
  return spans;
}

function advanced(state: ImportState, run: StagedRun, spans: readonly [number, number, number][]): ImportState {
  const made = spans.reduce((sum, [, , count]) => sum + count, 0);
  const before = state.ids[run.tab] ?? [];
  return {
    ...state,
    pending: false,
    ids: { ...state.ids, [run.tab]: joined([...before, ...spans]) },
    runs: state.runs.map((one) => (one.start === run.start ? { ...one, done: one.done + made } : one)),
  };
}

function joined(spans: readonly [number, number, number][]): [number, number, number][] {
  const result: [number, number, number][] = [];
  for (const [first, number, count] of spans) {
    const last = result[result.length - 1];
    if (last && last[0] + last[2] === first && last[1] + last[2] === number) last[2] += count;
    else result.push([first, number, count]);
  }
  return result;
}

/**
 * After a step that died: a block that History has and the state has not was made whole by recovery, and is counted; one
 * that History has not was never made.
 */
export function settlePending(workbook: Workbook, state: ImportState): ImportState {
  const run = state.runs.find(({ done, count }) => done < count);
  if (!run) return { ...state, pending: false };
  const spans = readChangeSet(workbook, state.changeSet)
    .filter((entry) => entry.tab === run.tab)
    .flatMap(({ id }) => blocksOf(id))
    .filter(([first]) => !covers(state, run.tab, first))
    .sort((a, b) => a[0] - b[0]);
  let at = run.done;
  return advanced(
    state,
    run,
    spans.map(([number, count]) => {
      const span: [number, number, number] = [at, number, count];
      at += count;
      return span;
    }),
  );
}

function covers(state: ImportState, tab: RecordTabKey, number: number): boolean {
  return (state.ids[tab] ?? []).some(([, first, count]) => number >= first && number < first + count);
}

/** `D-1…D-500` as [1, 500]; nothing for the id of a single record's change. */
function blocksOf(text: string): [number, number][] {
  const [from, to] = text.split('…').map((id) => parseId(id)?.number);
  return from !== undefined && to !== undefined ? [[from, to - from + 1]] : [];
}
