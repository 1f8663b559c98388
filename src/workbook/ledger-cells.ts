// One row of a ledger ↔ what is known of one record.
import { formatId, parseId } from '../domain/ids';
import type { AnyRecord, FieldValue, RecordTabKey } from '../domain/schema';
import { ledgerHeaders } from '../domain/schema/grids';
import { inCells } from './cells';
import { blankFields, filled } from './rows';

/** Columns before the state, which takes as many cells as it needs. */
export const plainColumns = ledgerHeaders.length - 1;

/** What is known of a record. `hash` is blank and `row` 0 when it is deleted. */
export interface LedgerEntry {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  /** Where the record stood when last seen. */
  readonly row: number;
  readonly changeSet: string;
  readonly state: LedgerState;
  /** Set where it does not stand in its own row of the ledger, or not under its own id, or twice. */
  readonly astray?: true;
}

interface LedgerState {
  readonly fields: AnyRecord;
  readonly raw: { readonly [field: string]: FieldValue };
  /** Fields whose cell held a person's formula when last seen. */
  readonly formulas: { readonly [field: string]: string };
  /** Fields whose cells carry Rowbook's note about a value that cannot be right. */
  readonly marks?: readonly string[];
  /** Of a record that is gone: the one that it became a part of. */
  readonly to?: string;
}

interface StateJson {
  f: AnyRecord;
  r?: AnyRecord;
  x?: { readonly [field: string]: string };
  m?: readonly string[];
  to?: string;
}

/** The ledger row of an id. */
export function ledgerRow(id: string): number {
  return (parseId(id)?.number ?? 0) + 1;
}

/**
 * Entries by id. A person may have typed into the hidden tab, or moved its rows: an id that is none, or that stands in its own row
 * as well, is read as the one that belongs there, unless that one stands elsewhere or `isGiven` says that it never was given.
 */
export function entriesOf(
  tab: RecordTabKey,
  rows: readonly (readonly unknown[])[],
  firstRow: number,
  isGiven: (id: string) => boolean,
): Map<string, LedgerEntry> {
  const written = rows.flatMap((cells, index) => {
    const row = firstRow + index;
    const entry = entryAt(tab, row, cells, 'cell');
    return entry ? [{ row, cells, entry, isNamed: cells[0] === entry.id }] : [];
  });
  const named = written.filter(({ isNamed }) => isNamed);
  const home = new Map(named.flatMap(({ row, entry }) => (ledgerRow(entry.id) === row ? [[entry.id, entry]] : [])));
  const found = new Map(named.map(({ entry }) => [entry.id, entry]));
  for (const [id, entry] of home) found.set(id, entry);
  for (const { row, cells, entry, isNamed } of written) {
    const other = home.get(entry.id);
    if (isNamed && (other === undefined || other === entry)) continue;
    if (other) found.set(other.id, { ...other, astray: true });
    // Moved while the record was saved, it is what was known of the record before, and nobody else's.
    if (other && other.row === entry.row && entry.row > 0) continue;
    const own = entryAt(tab, row, cells, 'row');
    if (own && !found.has(own.id) && isGiven(own.id)) found.set(own.id, own);
  }
  return found;
}

/** The entry in a ledger row, under the id in its cell (where it is none: the row's own), or under the row's own. */
export function entryAt(
  tab: RecordTabKey,
  row: number,
  cells: readonly unknown[],
  idFrom: 'cell' | 'row',
): LedgerEntry | null {
  const text = String(cells[0] ?? '');
  const isId = parseId(text)?.tab === tab;
  const [version, hash, place, changeSet] = cells.slice(1, plainColumns);
  // A row that was never used holds nothing, except what a person may have typed there.
  if (!isId && String(hash ?? '') === '' && String(changeSet ?? '') === '') return null;
  const id = isId && idFrom === 'cell' ? text : formatId(tab, row - 1);
  return {
    id,
    ...(id === text && ledgerRow(id) === row ? {} : { astray: true }),
    version: Number(version) || 0,
    hash: String(hash ?? ''),
    row: Number(place) || 0,
    changeSet: String(changeSet ?? ''),
    state: stateOf(tab, cells.slice(plainColumns).join('')),
  };
}

function stateOf(tab: RecordTabKey, text: string): LedgerState {
  let json: StateJson = { f: {} };
  try {
    if (text !== '') json = JSON.parse(text);
  } catch {
    // A person's edit of the hidden tab: the state is lost, the record in the grid is not.
  }
  const { f, r = {}, x = {}, m = [], to } = json;
  return { fields: { ...blankFields(tab), ...f }, raw: r, formulas: x, marks: m, ...(to ? { to } : {}) };
}

function stateJson({ fields, raw, formulas, marks = [], to }: LedgerState): StateJson {
  const { id: _, ...rest } = filled(fields);
  return {
    f: rest,
    ...(Object.keys(raw).length > 0 ? { r: raw } : {}),
    ...(Object.keys(formulas).length > 0 ? { x: formulas } : {}),
    ...(marks.length > 0 ? { m: marks } : {}),
    ...(to ? { to } : {}),
  };
}

/** The cells of an entry; as many as its state needs. */
export function cellsOf(entry: LedgerEntry): (string | number)[] {
  const parts = inCells(JSON.stringify(stateJson(entry.state)));
  return [entry.id, entry.version, entry.hash, entry.row, entry.changeSet, ...parts];
}
