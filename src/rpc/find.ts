// Finding records by words and exact values.
import { byNewness, fewHits, rankOf, scoreOf, soughtIn } from '../domain/match';
import { findsPhone, phoneCountry } from '../domain/phone';
import { countryOfLocale } from '../domain/phone-plans';
import { sameValue } from '../domain/record';
import type { FieldValue } from '../domain/schema';
import { entryOf, findableOf, searchedTabs } from '../domain/search-entry';
import { fold } from '../domain/text';
import { readTable, type StoredRecord } from '../workbook';
import { type Caller, recordTab } from './caller';
import type { FindInput, FindResult } from './contract';
import { foundRecord } from './view';

const usualLimit = 20;
const mostAtOnce = 500;

/**
 * Records that hold all the words and all the values, misspelled ones where hardly any do; best matches first, equally good ones
 * people and companies before the rest, then the newest. The newest where no words are given.
 */
export function findRecordsIn({ workbook }: Caller, input: FindInput): FindResult {
  const tabs = input.tab === undefined ? searchedTabs : [recordTab(input.tab)];
  const sought = soughtIn(String(input.query ?? ''));
  const where = Object.entries(input.where ?? {});
  const ids = input.ids ? new Set(input.ids) : null;
  // Asked only where the words may be a number.
  const usual = sought.isNumber ? countryOfLocale(workbook.locale) : undefined;
  const records = tabs
    .flatMap((tab) => readTable(workbook, tab).records)
    .filter((record) => record.id !== '' && (!ids || ids.has(record.id)) && holds(record, where));
  const look = (forgiving: boolean) =>
    records
      .map((record) => ({ ...record, created: String(record.fields.created ?? ''), score: score(record, forgiving) }))
      .filter((hit) => hit.score > 0);
  const score = (record: StoredRecord, forgiving: boolean) =>
    scoreOf(findableOf(record.tab, entryOf(record)), sought, phoneIn(record, usual), forgiving);
  let hits = look(false);
  if (hits.length < fewHits) hits = look(true);
  const rank = ({ tab }: StoredRecord) => rankOf(tab, sought);
  hits.sort((one, other) => other.score - one.score || rank(one) - rank(other) || byNewness(one, other));
  const offset = Math.max(0, Math.floor(Number(input.offset ?? 0)) || 0);
  const limit = Math.min(mostAtOnce, Math.max(1, Math.floor(Number(input.limit ?? usualLimit)) || usualLimit));
  return { records: hits.slice(offset, offset + limit).map(foundRecord), total: hits.length };
}

function holds(record: StoredRecord, where: readonly (readonly [string, FieldValue])[]): boolean {
  return where.every(([field, value]) => {
    const own = record.fields[field];
    if (typeof own === 'string' && typeof value === 'string') return fold(own) === fold(value);
    return sameValue(own, value);
  });
}

function phoneIn({ fields }: StoredRecord, usual: string | undefined): (words: string) => boolean {
  const own = phoneCountry(fields.country, usual);
  return (words) =>
    [fields.phone, fields.otherPhone].some((phone) => findsPhone(words, String(phone ?? ''), own, usual));
}
