// Finding records by words and exact values.
import { parseId } from '../domain/ids';
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

/** Records that hold all the words and all the values; best matches first, or the newest where no words are given. */
export function findRecordsIn(workbook: Workbook, input: FindInput): FindResult {
  const tabs = input.tab === undefined ? usualTabs : [recordTab(input.tab)];
  const words = fold(String(input.query ?? ''))
    .split(' ')
    .filter((word) => word !== '');
  const where = Object.entries(input.where ?? {});
  const ids = input.ids ? new Set(input.ids) : null;
  const hits = tabs
    .flatMap((tab) => readTable(workbook, tab).records)
    .filter((record) => record.id !== '' && (!ids || ids.has(record.id)) && holds(record, where))
    .map((record) => ({ record, score: scoreOf(record, words) }))
    .filter(({ score }) => score > 0);
  hits.sort((one, other) => other.score - one.score || newness(other.record) - newness(one.record));
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

/** 0 when a word is missing; higher when the name begins with the words. */
function scoreOf(record: StoredRecord, words: readonly string[]): number {
  if (words.length === 0) return 1;
  const name = fold(nameOf(record.tab, record.fields));
  const text = searchText(record, name);
  if (!words.every((word) => text.includes(word))) return 0;
  if (name.startsWith(words.join(' '))) return 4;
  return words.every((word) => name.includes(word)) ? 3 : 2;
}

function searchText({ id, fields, labels }: StoredRecord, name: string): string {
  const texts = [name, id, fields.email, fields.otherEmails, fields.domain, labels[String(fields.company ?? '')]];
  const digits = [fields.phone, fields.otherPhone].map((phone) => String(phone ?? '').replace(/\D/g, ''));
  return fold([...texts, ...digits].filter((text) => !isBlank(text)).join(' '));
}

function newness(record: StoredRecord): number {
  return parseId(record.id)?.number ?? 0;
}
