// What the sidebar searches in by itself: all records in pages, and cheaply what has changed since.
import { parseId } from '../domain/ids';
import { phoneCountry, phoneKey } from '../domain/phone';
import { countryOfLocale } from '../domain/phone-plans';
import type { RecordTabKey } from '../domain/schema';
import { entryOf, type SearchEntry, type SearchedTab, searchedTabs } from '../domain/search-entry';
import { countEntries, idsOf, readPart, readRecords, readSince, type StoredRecord, type Workbook } from '../workbook';
import { given } from './caller';
import type { ChangesSince, ChangesSinceInput, SearchIndexInput, SearchIndexPage, SearchPlace } from './contract-find';
import { CallError } from './reply';

/** Rows read for one page, and the characters that it may have: an answer stays below 1 MB. */
const rowsAtOnce = 5000;
const mostBytes = 900_000;
/** Entries of History, and changed records, above which the pages are read anew. */
const mostChanges = 1000;

/** The next page (a header row and a block of rows read, at any size). Takes no lock. Throws `bad-input`. */
export function searchIndexPage(workbook: Workbook, input: SearchIndexInput): SearchIndexPage {
  const { tab, row, above } = placeOf(input.from);
  const mark = countEntries(workbook);
  const toEntry = entryMaker(workbook);
  // The row above comes with it: where it holds another record now, rows were moved, and some may have slipped past.
  const { records, last } = readPart(workbook, tab, Math.max(2, row - 1), rowsAtOnce);
  const rows = Math.max(0, last - 1);
  const start = { tab, row: 2, above: '' };
  if (row > 2 && (records.find((record) => record.row === row - 1)?.id ?? '') !== above)
    return { mark, tab, entries: [], next: start, moved: true, rows };
  const entries: SearchEntry[] = [];
  let bytes = 0;
  let end = Math.max(2, row - 1) + rowsAtOnce;
  for (const record of records) {
    if (record.row < row || record.id === '') continue;
    const entry = toEntry(record);
    bytes += bytesOf(entry);
    if (bytes > mostBytes) {
      end = record.row;
      break;
    }
    entries.push(entry);
  }
  const following = searchedTabs[searchedTabs.indexOf(tab) + 1];
  const next =
    end <= last
      ? { tab, row: end, above: records.find((record) => record.row === end - 1)?.id ?? '' }
      : following
        ? { ...start, tab: following }
        : null;
  return { mark, tab, entries, next, moved: false, rows };
}

/**
 * What has changed since a mark (no read of cells but `_Meta` and Team where nothing has, 1 more and about 4 a tab where
 * something has). Throws `bad-input`.
 */
export function changesSinceMark(workbook: Workbook, { mark }: ChangesSinceInput): ChangesSince {
  if (!Number.isInteger(mark) || mark < 0)
    throw new CallError('bad-input', '`mark` must be the one of the answer before.');
  const answer: ChangesSince = { mark: countEntries(workbook), changed: [], gone: [], reload: false };
  const entries = readSince(workbook, mark, mostChanges);
  const ids = new Set(entries?.filter(({ tab }) => isSearched(tab)).flatMap(idsOf));
  if (!entries || ids.size > mostChanges) return { ...answer, reload: true };
  const toEntry = entryMaker(workbook);
  for (const tab of searchedTabs) {
    const wanted = [...ids].filter((id) => parseId(id)?.tab === tab);
    if (wanted.length === 0) continue;
    const records = readRecords(workbook, tab, wanted);
    answer.changed.push({ tab, entries: records.map(toEntry) });
    const found = new Set(records.map(({ id }) => id));
    answer.gone.push(...wanted.filter((id) => !found.has(id)));
  }
  return answer;
}

function placeOf(from: unknown): SearchPlace {
  if (from === undefined || from === null) return { tab: searchedTabs[0], row: 2, above: '' };
  const { tab, row, above } = given(from as SearchPlace);
  if (!isSearched(tab) || !Number.isInteger(row) || row < 2 || typeof above !== 'string')
    throw new CallError('bad-input', '`from` must be `next` of the page before.');
  return { tab, row, above };
}

function isSearched(tab: RecordTabKey): tab is SearchedTab {
  return searchedTabs.includes(tab as SearchedTab);
}

function entryMaker(workbook: Workbook): (record: StoredRecord) => SearchEntry {
  const usual = countryOfLocale(workbook.locale);
  return (record) => {
    const { phone, otherPhone, country } = record.fields;
    const own = phoneCountry(country, usual);
    const keys = [phone, otherPhone].map((text) => phoneKey(String(text ?? ''), own));
    return entryOf(record, keys.filter(Boolean).join(' '));
  };
}

/** At least as many as the entry's JSON has in UTF-8. */
function bytesOf(entry: SearchEntry): number {
  const text = JSON.stringify(entry);
  return text.length + 1 + 2 * text.replace(/[ -~]/g, '').length;
}
