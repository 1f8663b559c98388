// A tab's records in pages that an answer can hold, without the lock: each page says where the next begins, and rows that were moved
// in between are noticed.
import { isBlank } from '../domain/record';
import type { RecordTabKey } from '../domain/schema';
import { readPart, type StoredRecord, type Workbook } from '../workbook';
import { type Caller, given, recordTab } from './caller';
import type { RecordRow, RecordRowsInput, RecordRowsPage, RowsPlace } from './contract-lists';
import { badInput } from './reply';

/** Rows read for one page, and the characters that it may have: an answer stays below 1 MB. */
const rowsAtOnce = 5000;
const mostBytes = 900_000;

export const firstPlace: RowsPlace = { row: 2, above: '' };

/** Whether this is where a page may begin. */
export function isPlace({ row, above }: RowsPlace): boolean {
  return Number.isInteger(row) && row >= 2 && typeof above === 'string';
}

/** The page that begins here, of what `make` makes of its records (2 reads, at any size). `rows`: of the tab in all. */
export function pageOf<T>(
  workbook: Workbook,
  tab: RecordTabKey,
  { row, above }: RowsPlace,
  make: (record: StoredRecord) => T,
): { found: T[]; next: RowsPlace | null; moved: boolean; rows: number } {
  // The row above comes with it: where it holds another record now, rows were moved, and some may have slipped past.
  const first = Math.max(2, row - 1);
  const { records, last } = readPart(workbook, tab, first, rowsAtOnce);
  const idAt = (place: number) => records.find((record) => record.row === place)?.id ?? '';
  const rows = Math.max(0, last - 1);
  if (row > 2 && idAt(row - 1) !== above) return { found: [], next: firstPlace, moved: true, rows };
  const found: T[] = [];
  let bytes = 0;
  let end = first + rowsAtOnce;
  for (const record of records) {
    if (record.row < row || record.id === '') continue;
    const one = make(record);
    bytes += bytesOf(one);
    // One alone goes, however large: the next page would begin with it again.
    if (bytes > mostBytes && found.length > 0) {
      end = record.row;
      break;
    }
    found.push(one);
  }
  return { found, next: end <= last ? { row: end, above: idAt(end - 1) } : null, moved: false, rows };
}

/** A page of whole records. Throws `bad-input`. */
export function recordRowsPage({ workbook }: Caller, { tab, from = firstPlace }: RecordRowsInput): RecordRowsPage {
  if (!isPlace(given(from))) throw badInput('`from` must be `next` of the page before.');
  const { found, rows, ...rest } = pageOf(workbook, recordTab(tab), from, rowOf);
  return { ...rest, rows: found, total: rows };
}

function rowOf({ id, fields, raw, labels }: StoredRecord): RecordRow {
  const seen = Object.entries({ ...fields, ...raw }).filter(([, value]) => !isBlank(value));
  return { id, fields: Object.fromEntries(seen), labels: { ...labels } };
}

/** At least as many as its JSON has in UTF-8. */
function bytesOf(value: unknown): number {
  const text = JSON.stringify(value);
  return text.length + 1 + 2 * text.replace(/[ -~]/g, '').length;
}
