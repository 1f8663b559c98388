// What cannot be right in a workbook, found by reading each tab once. Reads, never writes.
import { clashes, problemsOfCells, problemsOfReferences, type Targets } from '../../domain/attention/of-records';
import { type Problem, problem } from '../../domain/attention/problem';
import { parseId } from '../../domain/ids';
import { fieldOf, nameOf, sameValue } from '../../domain/record';
import { fieldsOf, type RecordTabKey, tabs } from '../../domain/schema';
import type { StoredRecord, Workbook } from '../api';
import { leftOut } from '../column-choices';
import { type Columns, copiedColumns, readColumns } from '../columns';
import { WorkbookError } from '../errors';
import { readIds } from '../find-rows';
import { isKept, readLedger } from '../ledger';
import { readRows, resolveRow, valueContext } from '../lookups';
import { readMeta } from '../meta';
import { readChangeSet } from '../whole-history';
import { readGivenUp } from './given-up';
import { readTorn } from './torn';

/** At most so many records of one sort or change set are named. */
const mostNamed = 100;

/** A tab as it was read; `problem` where it could not be. */
type Seen =
  | { readonly tab: RecordTabKey; readonly columns: Columns; readonly records: readonly StoredRecord[] }
  | { readonly tab: RecordTabKey; readonly problem: Problem };

/** Everything about these tabs (2 reads for each, 2 more for each sort, 2 for each other tab that references point into, 1 for each that lacks one of them). */
export function lookAt(workbook: Workbook, wanted: readonly RecordTabKey[]): Problem[] {
  const seen = wanted.map((tab) => readTab(workbook, tab));
  const targets = targetsOf(workbook, seen);
  return [
    ...unfinished(workbook, wanted),
    ...seen.flatMap((one) => ('problem' in one ? [one.problem] : inTab(workbook, one, targets))),
  ];
}

/** What is wrong in a tab as a whole, without looking into others: what the compare counts while it has the rows at hand. */
export function ownProblems(workbook: Workbook, columns: Columns, records: readonly StoredRecord[]): Problem[] {
  return [...ofColumns(workbook, columns), ...problemsOfCells(records), ...clashes(records)];
}

function inTab(workbook: Workbook, { tab, columns, records }: Exclude<Seen, { problem: Problem }>, targets: Targets) {
  return [
    ...ownProblems(workbook, columns, records),
    ...ofMerges(tab, columns),
    ...ofSorts(workbook, tab, records),
    ...problemsOfReferences(records, targets),
  ];
}

function readTab(workbook: Workbook, tab: RecordTabKey): Seen {
  try {
    const { columns, rows } = readRows(workbook, tab);
    const context = valueContext(workbook);
    return { tab, columns, records: rows.map((row) => resolveRow(row, context)) };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return { tab, problem: problem({ kind: 'header', code: error.code, tab, message: error.message }) };
  }
}

/** Ids of tabs that were read, and of others that are asked for (2 reads for each); of deleted records the ledger (1 read for each tab). */
function targetsOf(workbook: Workbook, seen: readonly Seen[]): Targets {
  const known = new Map<RecordTabKey, ReadonlySet<string> | undefined>();
  for (const one of seen) known.set(one.tab, 'problem' in one ? undefined : new Set(one.records.map(({ id }) => id)));
  const marks = (readMeta(workbook, 'highWater') ?? {}) as { [prefix: string]: number };
  const ledgers = new Map<RecordTabKey, ReturnType<typeof readLedger>>();
  return {
    kept: (tab, id) => {
      const ledger = ledgers.get(tab) ?? readLedger(workbook, tab);
      const entry = ledgers.set(tab, ledger).get(tab)?.get(id);
      return entry && isKept(entry) ? nameOf(tab, entry.state.fields) : null;
    },
    highest: (tab) => marks[tabs[tab].idPrefix] ?? 0,
    ids: (tab) => {
      if (!known.has(tab)) known.set(tab, idsIn(workbook, tab));
      return known.get(tab);
    },
  };
}

function idsIn(workbook: Workbook, tab: RecordTabKey): ReadonlySet<string> | undefined {
  try {
    return new Set(readIds(readColumns(workbook, tab)).map((text) => parseId(text)?.id ?? ''));
  } catch (error) {
    if (error instanceof WorkbookError) return undefined;
    throw error;
  }
}

function unfinished(workbook: Workbook, wanted: readonly RecordTabKey[]): Problem[] {
  return readGivenUp(workbook)
    .filter(({ tab }) => wanted.includes(tab))
    .map(({ changeSet, when, who, tab, ids, count }) =>
      problem({
        kind: 'unfinished',
        code: 'given-up',
        tab,
        changeSet,
        rows: count,
        records: ids.map((id) => ({ id, row: 0, name: '' })),
        who,
        when,
        repairs: ['dismiss'],
      }),
    );
}

function ofColumns(workbook: Workbook, columns: Columns): Problem[] {
  const tab = columns.tab as RecordTabKey;
  const out = leftOut(workbook, tab);
  const missing = fieldsOf(tab).flatMap(([key, field]) => {
    if (!columns.absent.includes(key) || out.includes(key)) return [];
    const isNeeded = field.required || field.requiredUnless !== undefined || field.writer === 'system';
    return problem({
      kind: 'column',
      code: 'missing',
      tab,
      field: key,
      repairs: isNeeded ? ['bringBack'] : ['bringBack', 'leaveOut'],
    });
  });
  const copied = copiedColumns({ ...columns, tab }).map(({ key }) =>
    problem({
      kind: 'column',
      code: 'copied',
      tab,
      field: key,
      stands: columns.headers[columns.keys.indexOf(key)] ?? '',
      repairs: ['removeCopy', 'keepCopy'],
    }),
  );
  return [...missing, ...copied];
}

/** Merged cells over records (1 read). */
function ofMerges(tab: RecordTabKey, { sheet, keys }: Columns): Problem[] {
  const last = sheet.getLastRow();
  if (last < 2 || keys.length === 0) return [];
  return sheet
    .getRange(2, 1, last - 1, keys.length)
    .getMergedRanges()
    .map((range) =>
      problem({
        kind: 'merge',
        code: 'merged',
        tab,
        row: range.getRow(),
        field: keys[range.getColumn() - 1] ?? '',
        range: range.getA1Notation(),
        repairs: ['unmerge'],
      }),
    );
}

/** Sorts that tore rows apart, with the records that still hold what the sort put there (2 reads for each). */
function ofSorts(workbook: Workbook, tab: RecordTabKey, records: readonly StoredRecord[]): Problem[] {
  const standing = new Map(records.map((record) => [record.id, record]));
  return readTorn(workbook)
    .filter((torn) => torn.tab === tab)
    .flatMap(({ changeSet, fields, doubtful, when }) => {
      const open = new Set<string>();
      const moved = readChangeSet(workbook, changeSet).flatMap(({ id, delta }) => {
        const record = standing.get(id);
        if (!record) return [];
        const held = { ...record.fields, ...record.raw };
        const still = fields.filter((key) => delta[key] && sameValue(held[key], delta[key]?.[1]));
        for (const key of still) open.add(key);
        return still.length > 0 ? [{ id, row: record.row, name: nameOf(tab, held) || id }] : [];
      });
      if (moved.length === 0) return [];
      const own = fields
        .filter((key) => open.has(key))
        .map((key) => ({ key, header: fieldOf(tab, key)?.header ?? key }));
      return problem({
        kind: 'sort',
        code: 'torn',
        tab,
        changeSet,
        fields: own,
        rows: moved.length,
        records: moved.slice(0, mostNamed),
        when,
        doubtful: [...doubtful],
        repairs: ['putRight', 'dismiss'],
      });
    });
}
