// After writing: read everything back, and mend what a person's sort or edit between two of our calls has crossed.
import { type Delta, deltaOf } from '../domain/change-set';
import { isBlank, pickFields, sameValue } from '../domain/record';
import type { AnyRecord, FieldValue, RecordTabKey } from '../domain/schema';
import { formulaIn, withComputed } from './computed';
import { WorkbookError } from './errors';
import { byTab } from './find-again';
import { readRowsAt } from './find-rows';
import { followColumns, type Moved, movedColumns } from './follow-columns';
import { clearStray, hasNotCome, mendOther } from './mend';
import { hasOnlyOtherId, isAnother, restoreOverwritten } from './misplaced-row';
import { type Planned, valuesToWrite } from './plan';
import { isOwn, locate, type Row, readFormulas, rowOf, seenFields } from './rows';
import { columnsOf, rowsPerCall, type Work, withoutId } from './work';
import { respell, writeFields } from './write-cells';

/** A record's part, done. */
export interface Done {
  readonly planned: Planned;
  /** The row as read back; null when it was deleted. */
  readonly row: Row | null;
  /** What a person changed in the same moment: kept, and recorded as theirs. */
  readonly crossed: Delta;
  /** The row's formulas, where they were read again, as the ledger keeps them. */
  readonly formulas?: { readonly [field: string]: string };
  /** Fields whose cells now carry a note about their value. */
  readonly marks?: readonly string[];
}

/** Attempts to mend before giving up with `unsettled`; the journal then stays, and the next commit recovers. */
const attempts = 4;

/** Reads everything back, mends what was crossed, and answers each record as it now stands. Flushes when it mends. */
export function readBack(work: Work, records: readonly Planned[], written: Map<string, Row>): Done[] {
  const done: Done[] = records
    .filter((planned) => planned.kind === 'delete')
    .map((planned) => ({ planned, row: null, crossed: {} }));
  for (const [tab, group] of byTab(records.filter((planned) => planned.kind !== 'delete'))) {
    const placeOf = (planned: Planned) => written.get(planned.id)?.row ?? planned.row;
    const moved = movedColumns(work, tab);
    const rows = readWithHeaders(work, tab, group.map(placeOf), moved);
    // Of records that were moved into each other's rows, each must have its own values back before any of them is settled.
    if (group.length > 1)
      for (const planned of group) uncross(work, planned, group, rows.get(placeOf(planned)) ?? null);
    for (const planned of group) {
      done.push(settle(work, planned, group, placeOf(planned), rows.get(placeOf(planned)) ?? null, moved));
    }
  }
  return records.flatMap((planned) => done.find((one) => one.planned === planned) ?? []);
}

function settle(
  work: Work,
  planned: Planned,
  group: readonly Planned[],
  place: number,
  first: Row | null,
  moved: Moved,
): Done {
  // What a formula that was put back comes to, nobody can say.
  const wanted = withoutFormulas(valuesToWrite(planned));
  let row = first;
  if (moved.isCertain() || !isAsWritten(planned, row)) row = followColumns(work, planned, place, moved) ?? row;
  const columns = columnsOf(work, planned.tab);
  // The ledger keeps what was written into a column that has gone since, or stood in it: it comes back with it.
  const written = Object.keys(wanted).filter((key) => columns.at(key) === undefined);
  const kept = { ...pickFields(planned.after, columns.absent), ...pickFields(wanted, written) };
  if (row && planned.needsId && row.id === planned.id && isAnother(planned, row)) {
    restoreOverwritten(work, row, valuesToWrite(planned));
    throw new WorkbookError(
      'unsettled',
      'Rows were moved while Rowbook was taking in new ones. They are taken in later.',
    );
  }
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (row?.id !== planned.id) {
      row = uncross(work, planned, group, row);
      if (!row) return gone(work, planned, place);
    }
    row = { ...row, fields: { ...row.fields, ...kept } };
    const different = Object.keys(wanted).filter((key) => !sameValue(wanted[key], seenFields(row as Row)[key]));
    if (different.length === 0) return withOthers(work, planned, row, []);
    const ours = different.filter((key) => isArtefact(wanted[key], seenFields(row as Row)[key]));
    const missed = different.filter((key) => row && sameValue(planned.stands?.[key], seenFields(row)[key]));
    // What people changed in the same moment stays, and the rest is written once more.
    const isElsewhere = row.row !== place && hasNotCome(planned, group, row);
    if (planned.stands !== null && missed.length > 0 && isElsewhere) {
      writeFields(columns, planned.tab, row.row, pickFields(wanted, missed), planned.labels);
    } else if (
      ours.length === 0 ||
      !ours.every((key) => respell(work.workbook, columns, (row as Row).row, key, String(wanted[key]), attempt))
    ) {
      return withOthers(work, planned, row, different);
    }
    SpreadsheetApp.flush();
    place = row.row;
    row = readRowsAt(work.workbook, planned.tab, columns, [row.row]).get(row.row) ?? null;
  }
  throw new WorkbookError(
    'unsettled',
    `${planned.id} is being changed in the grid again and again. Try again in a moment.`,
  );
}

/**
 * The record's row, found anew where it is not this one, which gets back what it held: what we wrote may stand in another
 * record's cells. Null when no row is it.
 */
function uncross(work: Work, planned: Planned, group: readonly Planned[], row: Row | null): Row | null {
  if (row?.id === planned.id) return row;
  const own = locate(work.workbook, planned.tab, columnsOf(work, planned.tab), planned.id, null);
  // The next compare gives it its id back.
  if (own === null && row && hasOnlyOtherId(work, planned, row)) return { ...row, id: planned.id };
  if (row && row.id !== '') mendOther(work, planned, group, row, own);
  else if (row) clearStray(work, planned, row);
  return own;
}

/**
 * Rows by position, and whether the columns still are what they were: together where that takes no further call, else in a
 * further one where calls do not count.
 */
function readWithHeaders(work: Work, tab: RecordTabKey, places: readonly number[], moved: Moved): Map<number, Row> {
  const read = columnsOf(work, tab);
  // A tab that has lost a column since may be narrower than what it was read by.
  const columns = read.keys.length > read.sheet.getMaxColumns() ? (moved.now() ?? read) : read;
  const last = Math.max(...places);
  if (last > rowsPerCall || last > columns.sheet.getMaxRows()) {
    const rows = readRowsAt(work.workbook, tab, columns, places);
    if (work.careful) moved.now();
    return rows;
  }
  const cells = columns.sheet.getRange(1, 1, last, columns.keys.length).getValues();
  const isSame = columns.headers.every((header, index) => String(cells[0]?.[index] ?? '').trim() === header);
  if (!isSame) moved.now();
  return new Map(places.map((row) => [row, rowOf(work.workbook, tab, columns, row, cells[row - 1] ?? [])]));
}

function withoutFormulas(values: AnyRecord): AnyRecord {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => formulaIn(key, value) === undefined));
}

/** Nothing at all has come between: the row is the record as it was to become. */
function isAsWritten(planned: Planned, row: Row | null): boolean {
  if (row?.id !== planned.id) return false;
  const changes = deltaOf(withoutId(planned.after), withoutId(seenFields(row)));
  return Object.keys(changes).every((key) => key in planned.formulas);
}

/** What stands in a cell although we wrote a text: the same text with an apostrophe more or less, or something Sheets made of it. */
function isArtefact(wanted: FieldValue | undefined, seen: FieldValue | undefined): boolean {
  if (typeof wanted !== 'string') return false;
  if (typeof seen !== 'string') return !isBlank(seen) || /^'+$/.test(wanted);
  return seen === `'${wanted}` || `'${seen}` === wanted || /^[=+\-@]/.test(wanted) || seen.startsWith('#');
}

/** A person deleted the row in the same moment: theirs came last. The next compare records the deletion. */
function gone(work: Work, planned: Planned, place: number): Done {
  const fields = { ...planned.after, id: planned.id };
  const row = { tab: planned.tab, id: planned.id, row: place, fields, raw: {}, labels: planned.labels };
  work.workbook.spreadsheet.toast(`${planned.id} was deleted in the grid while it was being saved.`, 'Rowbook', 10);
  return { planned, row, crossed: {} };
}

/**
 * The row as it stands, with what people changed in it since the plan looked: in fields that were written, and in all others,
 * whose new values would else go into the ledger untold. What a formula that was there before comes to is no change.
 */
function withOthers(work: Work, planned: Planned, row: Row, different: readonly string[]): Done {
  const columns = columnsOf(work, planned.tab);
  const wanted = valuesToWrite(planned);
  const seen = withoutId(seenFields(row));
  const { formulas: before, results } = planned;
  // What comes to something else may have been typed over.
  const isComputed = (key: string) =>
    isOwn(key) && before[key] !== undefined && (!results || sameValue(results[key], seen[key]));
  const others = Object.keys(deltaOf(withoutId(planned.after), seen)).filter(
    (key) => !(key in wanted) && !isComputed(key),
  );
  if (others.length === 0) return { planned, row, crossed: crossedIn(planned, row, different) };
  // Asked only here: a person's formula in a row that Rowbook filled, or one that depends on what was written.
  const formulas = readFormulas(columns, row.row);
  const known = planned.entry?.state.formulas ?? {};
  const isTyped = (key: string) =>
    formulas[key] === undefined || (planned.stands !== null && known[key] !== formulas[key]);
  const typed = others.filter(isTyped);
  return {
    planned,
    row,
    crossed: crossedIn(planned, withComputed(row, formulas), [...different, ...typed]),
    formulas,
  };
}

function crossedIn(planned: Planned, row: Row, keys: readonly string[]): Delta {
  const seen = seenFields(row);
  return Object.fromEntries(keys.map((key) => [key, [planned.after[key] ?? null, seen[key] ?? null] as const]));
}
