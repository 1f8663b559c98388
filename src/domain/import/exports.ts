// Files that other programs export, known by their headers: what each column is, and what their words are here.
import { findTab, recordTabKeys } from '../schema';
import { type Exported, type ExportTable, exportTables, stageWords } from './export-tables';
import { tidied } from './export-tidy';
import { importableFields } from './fields';
import { normalHeader } from './header-text';
import type { SourceRecords } from './headers';
import type { ColumnTarget } from './mapping';
import type { SourceColumn } from './source';
import { suggestChoice } from './value-map';

/** The records as this program means them, if it is one we know. */
export function asExported(records: SourceRecords): SourceRecords {
  const named = records.columns.filter(({ named }) => named);
  const headers = named.map(({ header }) => normalHeader(header)).join('\n');
  const table = exportTables.find(
    ({ program, signs, not }) =>
      signs.every((sign) => sign.test(headers)) &&
      !not?.test(headers) &&
      // “Deal - Title” is Pipedrive's; “Deal title” may be anybody's.
      (program !== 'Pipedrive' || named.filter(({ header }) => / - /.test(header)).length > 2),
  );
  if (!table) return records;
  const places = placesOf(table, named);
  const { rows, added } = tidied(table, records.rows, places, named);
  const column = Math.max(...records.columns.map((one) => one.column)) + 1;
  const columns = added ? [...records.columns, { column, header: added.header, named: true }] : records.columns;
  const targets = targetsOf(table, named, places);
  if (added) targets.set(column, { kind: 'field', tab: table.main, field: added.field });
  return {
    ...records,
    columns,
    rows: added ? rows.map((row, at) => ({ ...row, cells: padded(row.cells, column, added.cells[at] ?? null) })) : rows,
    exported: { ...table, targets, meaning: meaningOf(table) },
  };
}

function padded<T>(cells: readonly T[], column: number, cell: T): (T | null)[] {
  return [...Array.from({ length: column }, (_, at) => cells[at] ?? null), cell];
}

/** The column of each field, the first of its headers that is there. */
function placesOf({ fields }: ExportTable, columns: readonly SourceColumn[]): Map<string, number> {
  const at = new Map(columns.map(({ header, column }) => [normalHeader(header), column]));
  const places = new Map<string, number>();
  const taken = new Set<number>();
  for (const [field, headers] of Object.entries(fields)) {
    const column = headers.map((header) => at.get(header)).find((one) => one !== undefined && !taken.has(one));
    if (column === undefined) continue;
    taken.add(column);
    places.set(field, column);
  }
  return places;
}

function targetsOf(
  { main, skip, fields }: ExportTable,
  columns: readonly SourceColumn[],
  places: ReadonlyMap<string, number>,
): Map<number, ColumnTarget> {
  const targets = new Map<number, ColumnTarget>();
  const others = new Set(Object.values(fields).flat());
  for (const { header, column } of columns) {
    const name = normalHeader(header);
    // A second column for a field that has its own says the same once more.
    if (skip.test(name) || others.has(name)) targets.set(column, { kind: 'skip' });
  }
  for (const [field, column] of places) {
    const [tab, key] = field.includes('.') ? field.split('.') : [main, field];
    const of = recordTabKeys.find((one) => one === findTab(tab ?? main));
    if (of && importableFields(of).some(([one]) => one === key))
      targets.set(column, { kind: 'field', tab: of, field: key ?? field });
  }
  return targets;
}

function meaningOf({ words = {} }: ExportTable): Exported['meaning'] {
  return (field, word, choices) => {
    const name = normalHeader(word);
    if (field === 'stage') return stageWords.has(name) ? suggestChoice(word, choices) : null;
    return words[field]?.[name] ?? null;
  };
}
