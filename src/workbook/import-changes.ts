// The pieces of an import that change records which were there: values of source rows, and fields that follow from new records.
import { minorPerMajor } from '../domain/currency';
import { openMeasure } from '../domain/import/followers';
import type { Issue } from '../domain/issue';
import { isBlank } from '../domain/record';
import { type AnyRecord, type FieldValue, tabOf } from '../domain/schema';
import type { Change, Workbook } from './api';
import { commit } from './commit';
import { WorkbookError } from './errors';
import { resolved } from './import-blocks';
import { type ImportState, readStaged, type StagedRecord, type StagedRun } from './import-staging';
import { readSettings } from './plain-table';
import { readTable } from './table';

/** Records changed in one step: each may cost several calls. */
const changedPerStep = 40;

const problemsKept = 50;

/** Changes the next records of a run. What the rules refuse is left as it is and listed. */
export function updateNext(workbook: Workbook, state: ImportState, run: StagedRun): ImportState {
  const staged = readStaged(workbook, run.start + run.done, Math.min(changedPerStep, run.count - run.done));
  const problems = write(workbook, state, run, staged);
  return {
    ...state,
    problems: [...state.problems, ...problems].slice(0, problemsKept),
    skipped: state.skipped + problems.length,
    runs: state.runs.map((one) => (one.start === run.start ? { ...one, done: one.done + staged.length } : one)),
  };
}

function write(workbook: Workbook, state: ImportState, run: StagedRun, staged: readonly StagedRecord[]): Issue[] {
  const changes = staged.map(
    (record): Change => ({
      kind: 'update',
      tab: run.tab,
      id: record.id ?? '',
      fields: resolved(state, run.tab, record, {}),
    }),
  );
  try {
    const outcome = commit(workbook, state.author, 'import', changes, { changeSet: state.changeSet });
    if (outcome.status === 'saved') return [];
    // One bad record must not keep the others out: each on its own then.
    if (staged.length > 1) return staged.flatMap((record) => write(workbook, state, run, [record]));
    const reason =
      outcome.status === 'invalid'
        ? outcome.issues.map(({ message }) => message).join(' ')
        : 'Somebody else is changing it.';
    return [left(state, run, staged[0], reason)];
  } catch (error) {
    const isLeft = error instanceof WorkbookError && (error.code === 'no-record' || error.code === 'not-allowed');
    if (!isLeft) throw error;
    if (staged.length > 1) return staged.flatMap((record) => write(workbook, state, run, [record]));
    const reason = error.code === 'no-record' ? 'It has been deleted meanwhile.' : error.message;
    return [left(state, run, staged[0], reason)];
  }
}

function left(state: ImportState, run: StagedRun, record: StagedRecord | undefined, reason: string): Issue {
  const row = record?.row ?? 0;
  const id = record?.id ?? '';
  return {
    tab: state.source,
    id,
    row,
    field: '',
    code: 'not-updated',
    expected: '',
    received: id,
    message: `Row ${row}: the ${tabOf(run.tab).singular} ${id} was not changed. ${reason}`,
  };
}

/** Brings the derived fields of the next existing records up to date with the records that this import has made. */
export function followNext(workbook: Workbook, state: ImportState, run: StagedRun): ImportState {
  const staged = readStaged(workbook, run.start + run.done, Math.min(changedPerStep, run.count - run.done));
  const table = readTable(workbook, run.tab);
  const openValue = openValues(workbook, staged);
  const changes = staged.flatMap((follower): Change[] => {
    const id = follower.id ?? '';
    const current = table.byId(id)?.fields;
    const fields = current ? followed(follower.fields, current, openValue(id)) : {};
    return Object.keys(fields).length === 0 ? [] : [{ kind: 'update', tab: run.tab, id, fields, by: 'system' }];
  });
  if (changes.length > 0) {
    commit(workbook, state.author, 'import', changes, { changeSet: state.changeSet, unchecked: true });
  }
  return {
    ...state,
    runs: state.runs.map((one) => (one.start === run.start ? { ...one, done: one.done + staged.length } : one)),
  };
}

/** What changes of a record's derived fields. A blank open value stays so: it is summed up when it is next needed. */
function followed(
  wanted: StagedRecord['fields'],
  current: AnyRecord,
  openValue: number | null,
): { [field: string]: FieldValue } {
  const fields: { [field: string]: FieldValue } = {};
  const { lastContact, nextFollowUp } = wanted;
  if (!isBlank(lastContact) && String(current.lastContact ?? '') < String(lastContact))
    fields.lastContact = lastContact ?? null;
  if (!isBlank(nextFollowUp) && (isBlank(current.nextFollowUp) || String(current.nextFollowUp) > String(nextFollowUp)))
    fields.nextFollowUp = nextFollowUp ?? null;
  if (openValue !== null && !isBlank(current.openValue) && current.openValue !== openValue)
    fields.openValue = openValue;
  return fields;
}

/** The open value of a company as its deals stand now; null where none of these records asks for it (1 read of Deals else). */
function openValues(workbook: Workbook, staged: readonly StagedRecord[]): (id: string) => number | null {
  if (!staged.some(({ fields }) => fields.openValue !== undefined)) return () => null;
  const settings = readSettings(workbook);
  const measure = openMeasure(settings, workbook.today());
  const sums = new Map<string, number>();
  for (const { fields } of readTable(workbook, 'deals').records) {
    const company = typeof fields.company === 'string' ? fields.company : '';
    sums.set(company, (sums.get(company) ?? 0) + (measure(fields) ?? 0));
  }
  return (id) => (sums.get(id) ?? 0) / minorPerMajor(settings.currency);
}
