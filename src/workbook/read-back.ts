// After writing: read everything back, and mend what a person's sort or edit between two of our calls has crossed.
import type { Delta } from '../domain/change-set';
import { isBlank, pickFields, sameValue } from '../domain/record';
import type { FieldValue } from '../domain/schema';
import { WorkbookError } from './errors';
import { byTab } from './find-again';
import { readRowsAt } from './find-rows';
import { readLedgerEntry } from './ledger';
import { type Planned, valuesToWrite } from './plan';
import { locate, type Row, seenFields } from './rows';
import { columnsOf, observedIn, type Work } from './work';
import { respell, writeFields } from './write-cells';

/** A record's part, done. */
export interface Done {
  readonly planned: Planned;
  /** The row as read back; null when it was deleted. */
  readonly row: Row | null;
  /** What a person changed in the same moment: kept, and recorded as theirs. */
  readonly crossed: Delta;
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
    const columns = columnsOf(work, tab);
    const placeOf = (planned: Planned) => written.get(planned.id)?.row ?? planned.row;
    const rows = readRowsAt(work.workbook, tab, columns, group.map(placeOf));
    for (const planned of group) {
      done.push(settle(work, planned, placeOf(planned), rows.get(placeOf(planned)) ?? null));
    }
  }
  return records.flatMap((planned) => done.find((one) => one.planned === planned) ?? []);
}

function settle(work: Work, planned: Planned, place: number, first: Row | null): Done {
  const columns = columnsOf(work, planned.tab);
  const wanted = valuesToWrite(planned);
  let row = first;
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (row?.id !== planned.id) {
      // The row moved between our read and our write: what we wrote may stand in another record's cells.
      const own = locate(work.workbook, planned.tab, columns, planned.id, null);
      if (row && row.id !== '') mendOther(work, planned, row, own);
      if (!own) return gone(work, planned, place);
      row = own;
    }
    const different = Object.keys(wanted).filter((key) => !sameValue(wanted[key], seenFields(row as Row)[key]));
    if (different.length === 0) return { planned, row, crossed: {} };
    const ours = different.filter((key) => isArtefact(wanted[key], seenFields(row as Row)[key]));
    const missed = different.filter((key) => row && sameValue(planned.stands?.[key], seenFields(row)[key]));
    if (planned.stands !== null && missed.length === different.length && row.row !== place) {
      writeFields(columns, planned.tab, row.row, pickFields(wanted, missed), planned.labels);
    } else if (
      ours.length === 0 ||
      !ours.every((key) => respell(work.workbook, columns, (row as Row).row, key, String(wanted[key]), attempt))
    ) {
      return { planned, row, crossed: crossedIn(planned, row, different) };
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

/** What stands in a cell although we wrote a text: the same text with an apostrophe more or less, or something Sheets made of it. */
function isArtefact(wanted: FieldValue | undefined, seen: FieldValue | undefined): boolean {
  if (typeof wanted !== 'string') return false;
  if (typeof seen !== 'string') return !isBlank(seen) || /^'+$/.test(wanted);
  return seen === `'${wanted}` || `'${seen}` === wanted || /^[=+\-@]/.test(wanted) || seen.startsWith('#');
}

/**
 * Our values in another record's row: put back what its ledger knows, when that explains all of the difference. Anything else
 * is a person's doing and is left to the next compare.
 */
function mendOther(work: Work, planned: Planned, other: Row, own: Row | null): void {
  const wanted = valuesToWrite(planned);
  const hit = Object.keys(wanted).filter((key) => sameValue(seenFields(other)[key], wanted[key]));
  const landedAtHome = own !== null && Object.keys(wanted).every((key) => sameValue(seenFields(own)[key], wanted[key]));
  if (hit.length !== Object.keys(wanted).length || landedAtHome) return;
  const entry = readLedgerEntry(work.workbook, planned.tab, other.id);
  if (!entry) return;
  const damage = observedIn(entry, other);
  const put = Object.fromEntries(
    hit.flatMap((key) => {
      const before = damage[key]?.[0];
      return before === undefined ? [] : [[key, before] as const];
    }),
  );
  if (Object.keys(put).length > 0) {
    writeFields(columnsOf(work, planned.tab), planned.tab, other.row, put, other.labels);
    SpreadsheetApp.flush();
  }
}

/** A person deleted the row in the same moment: theirs came last. The next compare records the deletion. */
function gone(work: Work, planned: Planned, place: number): Done {
  const fields = { ...planned.after, id: planned.id };
  const row = { tab: planned.tab, id: planned.id, row: place, fields, raw: {}, labels: planned.labels };
  work.workbook.spreadsheet.toast(`${planned.id} was deleted in the grid while it was being saved.`, 'Rowbook', 10);
  return { planned, row, crossed: {} };
}

function crossedIn(planned: Planned, row: Row, keys: readonly string[]): Delta {
  const seen = seenFields(row);
  return Object.fromEntries(keys.map((key) => [key, [planned.after[key] ?? null, seen[key] ?? null] as const]));
}
