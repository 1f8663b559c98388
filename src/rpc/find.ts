// Finding records by words and exact values.
import { parseId } from '../domain/ids';
import { nameFit } from '../domain/match';
import { findsPhone, phoneCountry } from '../domain/phone';
import { countryOfLocale } from '../domain/phone-plans';
import { isBlank, nameOf, sameValue } from '../domain/record';
import type { FieldValue, RecordTabKey } from '../domain/schema';
import { fold } from '../domain/text';
import { readTable, type StoredRecord, type Workbook } from '../workbook';
import { recordTab } from './caller';
import type { FindInput, FindResult } from './contract';
import { foundRecord } from './view';

const usualTabs: readonly RecordTabKey[] = ['contacts', 'companies', 'deals'];
const usualLimit = 20;
const mostAtOnce = 500;

/**
 * Records that hold all the words and all the values; best matches first, equally good ones people and companies before
 * the rest, then the newest. The newest where no words are given.
 */
export function findRecordsIn(workbook: Workbook, input: FindInput): FindResult {
  const tabs = input.tab === undefined ? usualTabs : [recordTab(input.tab)];
  const query = String(input.query ?? '');
  const words = fold(query)
    .split(' ')
    .filter((word) => word !== '');
  const where = Object.entries(input.where ?? {});
  const ids = input.ids ? new Set(input.ids) : null;
  // Asked only where the words may be a number.
  const usual = /\d/.test(query) ? countryOfLocale(workbook.locale) : undefined;
  const hits = tabs
    .flatMap((tab) => readTable(workbook, tab).records)
    .filter((record) => record.id !== '' && (!ids || ids.has(record.id)) && holds(record, where))
    .map((record) => ({ record, score: scoreOf(record, words, query, usual) }))
    .filter(({ score }) => score > 0);
  hits.sort(
    (one, other) =>
      other.score - one.score ||
      (words.length === 0 ? 0 : rank(one.record) - rank(other.record)) ||
      byNewness(one.record, other.record),
  );
  const offset = Math.max(0, Math.floor(Number(input.offset ?? 0)) || 0);
  const limit = Math.min(mostAtOnce, Math.max(1, Math.floor(Number(input.limit ?? usualLimit)) || usualLimit));
  return {
    records: hits.slice(offset, offset + limit).map(({ record }) => foundRecord(record)),
    total: hits.length,
  };
}

function holds(record: StoredRecord, where: readonly (readonly [string, FieldValue])[]): boolean {
  return where.every(([field, value]) => {
    const own = record.fields[field];
    if (typeof own === 'string' && typeof value === 'string') return fold(own) === fold(value);
    return sameValue(own, value);
  });
}

/** 0 when a word is missing, 6 for the record's own id, else how well the name fits. */
function scoreOf(record: StoredRecord, words: readonly string[], query: string, usual: string | undefined): number {
  if (words.length === 0) return 1;
  const name = nameOf(record.tab, record.fields);
  const text = searchText(record, name);
  const phones = [record.fields.phone, record.fields.otherPhone].map((phone) => String(phone ?? ''));
  const own = phoneCountry(record.fields.country, usual);
  const isPhoneOf = (sought: string) => phones.some((phone) => findsPhone(sought, phone, own, usual));
  const isThere = (word: string) => text.includes(word) || isPhoneOf(word);
  if (!words.every(isThere) && !isPhoneOf(query)) return 0;
  return fold(record.id) === words.join(' ') ? 6 : nameFit(name, words);
}

function searchText({ id, fields, labels }: StoredRecord, name: string): string {
  const texts = [name, id, fields.email, fields.otherEmails, fields.domain, labels[String(fields.company ?? '')]];
  return fold(texts.filter((text) => !isBlank(text)).join(' '));
}

/** Deals are often called by the company, so its own page goes before them. */
function rank({ tab }: StoredRecord): number {
  return tab === 'contacts' || tab === 'companies' ? 0 : 1;
}

/** By the moment of creation, the same in every tab; an import creates many at once, which their ids tell apart. */
function byNewness(one: StoredRecord, other: StoredRecord): number {
  const [first, second] = [String(one.fields.created ?? ''), String(other.fields.created ?? '')];
  return first < second ? 1 : first > second ? -1 : numberOf(other) - numberOf(one);
}

function numberOf(record: StoredRecord): number {
  return parseId(record.id)?.number ?? 0;
}
