// What must hold for every record at every quiet moment: row, ledger hash and history agree (DESIGN.md §4).

import { isDateFormat } from '../../scripts/local/engine';
import { toR1C1 } from '../../scripts/local/engine/formula/r1c1';
import type { CellValue } from '../../scripts/local/engine/types';
import { hashFields } from '../../src/domain/hash';
import { parseId } from '../../src/domain/ids';
import { customPrefix, fieldOf, isBlank, sameValue } from '../../src/domain/record';
import {
  type Field,
  type FieldValue,
  fieldsOf,
  ledgerTitle,
  type RecordTabKey,
  recordTabKeys,
  tabs,
} from '../../src/domain/schema';
import { dateOfSerial, dateTimeOfSerial } from '../../src/domain/serial';
import { parseCell } from '../../src/domain/values';
import { type BookView, columnKeys, fieldHeaders, isCopied } from '../torture/view';

export interface SeenRecord {
  id: string;
  row: number;
  /** As a person sees it: unreadable cells as typed. */
  seen: { [field: string]: FieldValue };
  hash: string;
  /** Fields whose cells hold a formula: they change by themselves, which is not in History. */
  formulas: ReadonlySet<string>;
}

/** Records of a tab as the grid holds them, read by the marks of its columns and by their headers. */
export function gridRecords(book: BookView, tab: RecordTabKey): SeenRecord[] {
  const [headers = [], ...rows] = book.values(tabs[tab].title);
  const keys = columnKeys(book.engine, tab, book.sheet(tabs[tab].title).sheetId, headers);
  const { sheetId } = book.sheet(tabs[tab].title);
  const whole = { sheetId, row: 1, column: 1, rows: rows.length + 1, columns: Math.max(1, headers.length) };
  const found = book.engine.session('').formulas(whole);
  const formats = book.engine.session('').numberFormats(whole);
  return rows.flatMap((cells, index) => {
    // A row that holds nothing but cells of a team's own columns is no record.
    const holds = (cell: unknown, at: number) =>
      cell !== null && cell !== false && fieldsOf(tab).some(([key]) => key === keys[at]);
    if (!cells.some(holds)) return [];
    const fields: { [field: string]: FieldValue } = {};
    const raw: { [field: string]: FieldValue } = {};
    keys.forEach((key, at) => {
      const field = key === '' ? undefined : fieldOf(tab, key);
      if (!field) return;
      const cell = asText(field, cells[at] ?? null, formats[index + 1]?.[at] ?? '');
      const { value, problem } = parseCell(field, cell);
      fields[key] = value;
      if (problem) raw[key] = cell;
    });
    const id = String(fields.id ?? '');
    const { id: _, ...rest } = { ...fields, ...raw };
    // A formula in a column of the team's own stands for its value, as it reads from its own cell.
    keys.forEach((key, at) => {
      const formula = found[index + 1]?.[at];
      if (key.startsWith(customPrefix) && formula) fields[key] = [toR1C1(formula, index + 2, at + 1)];
    });
    const formulas = new Set(keys.filter((_, at) => found[index + 1]?.[at]));
    return [{ id, row: index + 2, seen: rest, hash: `h${hashFields({ ...fields, id: null }, raw)}`, formulas }];
  });
}

/** A date in a column for texts reads as text, as a script gets a Date there and not a number. */
function asText(field: Field, value: CellValue, format: string): CellValue {
  const isText = ['text', 'longText', 'email', 'phone', 'url', 'choice', 'choices', 'reference', 'person', 'id'];
  if (typeof value !== 'number' || !isDateFormat(format) || !isText.includes(field.type)) return value;
  return Number.isInteger(value) ? dateOfSerial(value) : dateTimeOfSerial(value);
}

/**
 * Everything that does not agree, as sentences; empty when all is well. `tampered`: records whose ledger row a person has edited,
 * so that the count of their versions says nothing; one that had been deleted is alive again where somebody typed into what the ledger
 * keeps of it, and has then whatever stands there. `wasDeleted`: fields whose columns somebody deleted. Meanwhile the ledger alone
 * holds them: what a person does to it there is done to the record, and no grid is left to tell it from. `marksEdited`: somebody has
 * edited the highest numbers that were given.
 */
export function disagreements(
  book: BookView,
  tampered: ReadonlySet<string> = new Set(),
  wasDeleted: (tab: RecordTabKey, key: string) => boolean = () => false,
  marksEdited = false,
): string[] {
  const found = recordTabKeys.flatMap((tab) => disagreementsIn(book, tab, tampered, wasDeleted, marksEdited));
  return [...found, ...journalLeft(book)];
}

function disagreementsIn(
  book: BookView,
  tab: RecordTabKey,
  tampered: ReadonlySet<string>,
  wasDeleted: (tab: RecordTabKey, key: string) => boolean,
  marksEdited: boolean,
): string[] {
  const found: string[] = [];
  const records = gridRecords(book, tab);
  const ledger = new Map(book.rows(ledgerTitle(tab)).map(({ row, cells }) => [String(cells.ID), { row, cells }]));
  const past = replay(book, tab);
  const names = fieldHeaders(book, tab);
  const ids = new Set<string>();
  for (const record of records) {
    if (record.id === '') found.push(`${tab} row ${record.row} has no id`);
    if (ids.has(record.id)) found.push(`${record.id} stands twice`);
    ids.add(record.id);
    const entry = ledger.get(record.id);
    if (!entry) found.push(`${record.id} is not in the ledger`);
    else if (entry.cells.Hash !== record.hash) found.push(`${record.id}: the ledger's hash differs from the row's`);
    if (entry && entry.row !== (parseId(record.id)?.number ?? 0) + 1) found.push(`${record.id}: wrong ledger row`);
    const told = past.get(record.id);
    // A block's entry does not hold its records' values: only what changed afterwards can be compared.
    const keys = told?.block ? [] : Object.keys(record.seen);
    for (const key of new Set([...keys, ...Object.keys(told?.fields ?? {})])) {
      // Where ledger and numbers were both edited, an id may have been given twice: its History is of both.
      if (tampered.has(record.id) && (wasDeleted(tab, key) || told?.deleted || marksEdited)) continue;
      // An edited ledger may tell the very stamp that the row gets next: that is no change for History.
      if (tampered.has(record.id) && key === 'updated') continue;
      if (isCopied(tab, key, names) && (isBlank(record.seen[key]) || isBlank(told?.fields[key]))) continue;
      if (!record.formulas.has(key) && !sameValue(record.seen[key], told?.fields[key])) {
        found.push(`${record.id}.${key}: row ${show(record.seen[key])}, history ${show(told?.fields[key])}`);
      }
    }
    if (told && entry && !tampered.has(record.id) && entry.cells.Version !== told.versions) {
      found.push(`${record.id}: version ${String(entry.cells.Version)}, ${told.versions} changes in history`);
    }
  }
  for (const [id, { cells }] of ledger) {
    // What somebody moved beyond the ids that were given is nobody's: the next record of that number is written over it.
    // So is an entry whose id and number people have both made unreadable.
    const isNobodys = isBlank(cells.ID ?? null) || (marksEdited && !parseId(id));
    if (isNobodys && tampered.size > 0) continue;
    if (!ids.has(id) && !isBlank(cells.Hash ?? null)) found.push(`${id} is in the ledger but not in the grid`);
  }
  return found;
}

interface Told {
  fields: { [field: string]: FieldValue };
  versions: number;
  /** History tells that it was deleted once. */
  deleted: boolean;
  /** Made by an import's block. */
  block: boolean;
}

/** The oldest part of History, as it was packed. */
function archived(book: BookView): CellValue[][] {
  const [, ...packs] = book.values('_Archive');
  return packs.flatMap(([, , ...content]) => {
    const text = content.map((part) => String(part ?? '')).join('');
    return text === '' ? [] : (JSON.parse(text) as string[][]);
  });
}

/** Each record as History and archive tell it, from its deltas in order. */
function replay(book: BookView, tab: RecordTabKey): Map<string, Told> {
  const records = new Map<string, Told>();
  const toldOf = (id: string): Told => {
    const told = records.get(id) ?? { fields: {}, versions: 0, deleted: false, block: false };
    records.set(id, told);
    return told;
  };
  const [headers = [], ...lines] = book.values('History');
  const [tabAt, idAt, deltaAt] = ['Tab', 'ID', 'Delta'].map((header) => headers.indexOf(header));
  for (const cells of [...archived(book), ...lines]) {
    if (cells[tabAt ?? 0] !== tabs[tab].title) continue;
    const [first = '', last] = String(cells[idAt ?? 0]).split('…');
    if (last !== undefined) {
      const [from, to] = [first, last].map((id) => parseId(id)?.number ?? 0);
      for (let number = from ?? 0; number <= (to ?? -1); number++) {
        const told = toldOf(`${tabs[tab].idPrefix}-${number}`);
        told.block = true;
        told.versions += 1;
      }
      continue;
    }
    const told = toldOf(first);
    // A long delta goes on in the cells to the right.
    const text = cells.slice(deltaAt).map((cell) => String(cell ?? ''));
    const delta = JSON.parse(text.join('') || '{}') as { [field: string]: [FieldValue, FieldValue] };
    // Of a record that is told as new, because the ledger had lost it, whatever is not told is blank.
    const summary = cells[headers.indexOf('Summary')];
    if (summary === 'Created') told.fields = {};
    if (summary === 'Deleted') told.deleted = true;
    for (const [key, [, after]] of Object.entries(delta)) told.fields[key] = after;
    told.versions += 1;
  }
  return records;
}

function journalLeft(book: BookView): string[] {
  const row = book.rows('_Meta').find(({ cells }) => cells.Key === 'journal');
  return isBlank(row?.cells.Value ?? null) ? [] : ['the journal is not empty'];
}

function show(value: FieldValue | undefined): string {
  return JSON.stringify(value ?? null).slice(0, 80);
}
