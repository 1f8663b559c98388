// What the sidebar searches in by itself: all records in pages, and cheaply what has changed since.
import { parseId } from '../domain/ids';
import { phoneCountry, phoneKey } from '../domain/phone';
import { countryOfLocale } from '../domain/phone-plans';
import type { RecordTabKey } from '../domain/schema';
import { entryOf, type SearchEntry, type SearchedTab, searchedTabs } from '../domain/search-entry';
import { countEntries, idsOf, readRecords, readSince, type StoredRecord, type Workbook } from '../workbook';
import { type Caller, given } from './caller';
import type { ChangesSince, ChangesSinceInput, SearchIndexInput, SearchIndexPage, SearchPlace } from './contract-find';
import { badInput } from './reply';
import { firstPlace, isPlace, pageOf } from './row-pages';

/** Entries of History, and changed records, above which the pages are read anew. */
const mostChanges = 1000;

/** The next page (a header row and a block of rows read, at any size). Takes no lock. Throws `bad-input`. */
export function searchIndexPage({ workbook }: Caller, input: SearchIndexInput): SearchIndexPage {
  const { tab, row, above } = placeOf(input.from);
  const mark = countEntries(workbook);
  const { found, next, moved, rows } = pageOf(workbook, tab, { row, above }, entryMaker(workbook));
  const following = searchedTabs[searchedTabs.indexOf(tab) + 1];
  const start = following ? { ...firstPlace, tab: following } : null;
  return { mark, tab, entries: found, next: next ? { ...next, tab } : start, moved, rows };
}

/**
 * What has changed since a mark (no read of cells but `_Meta` and Team where nothing has, 1 more and about 4 a tab where
 * something has). Throws `bad-input`.
 */
export function changesSinceMark({ workbook }: Caller, { mark }: ChangesSinceInput): ChangesSince {
  if (!Number.isInteger(mark) || mark < 0) throw badInput('`mark` must be the one of the answer before.');
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
  if (from === undefined || from === null) return { tab: searchedTabs[0], ...firstPlace };
  const { tab, row, above } = given(from as SearchPlace);
  if (!isSearched(tab) || !isPlace({ row, above })) throw badInput('`from` must be `next` of the page before.');
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
