// The SQLite file behind a workbook. Rows are written one by one, the order of rows in chunks, everything else as small JSON parts.
import Database from 'libsql';
import type { Cells, Grid } from './grid';

/** Row keys per stored chunk of the order: about one page of the file. */
const CHUNK = 1024;

const SCHEMA = `
create table if not exists part (name text primary key, json text not null) without rowid;
create table if not exists sheet (id integer primary key, json text not null);
create table if not exists sheet_row (sheet integer, key integer, cells text not null, primary key (sheet, key)) without rowid;
create table if not exists sheet_order (sheet integer, chunk integer, keys blob not null, primary key (sheet, chunk)) without rowid;
create table if not exists store (namespace text, key text, value text not null, primary key (namespace, key)) without rowid;
`;

/** Thin door to the file: no knowledge of cells beyond their JSON. */
export class Persistence {
  private readonly database: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();
  /** Changes when another connection writes, not when this one does. */
  private readonly version: number;

  constructor(file: string) {
    this.database = new Database(file);
    // A connection that was closed a moment ago (a copy just made) may still be letting go of the file.
    this.database.pragma('busy_timeout = 3000');
    this.database.pragma('journal_mode = WAL');
    this.database.pragma('synchronous = NORMAL');
    this.database.exec(SCHEMA);
    this.version = this.dataVersion();
  }

  /** Throws when another program has written into the file: what is in memory here would be stale. */
  begin(): void {
    this.database.exec('begin immediate');
    if (this.dataVersion() === this.version) return;
    this.database.exec('rollback');
    throw new Error('Another program has written into the workbook file. Close one of the two and start again.');
  }

  commit(): void {
    this.database.exec('commit');
  }

  rollback(): void {
    this.database.exec('rollback');
  }

  part<T>(name: string): T | null {
    const found = this.prepared('select json from part where name = ?').get(name) as { json: string } | undefined;
    return found ? (JSON.parse(found.json) as T) : null;
  }

  setPart(name: string, value: unknown): void {
    this.prepared('insert or replace into part values (?, ?)').run(name, JSON.stringify(value));
  }

  sheets<T>(): T[] {
    const rows = this.prepared('select json from sheet order by id').all() as { json: string }[];
    return rows.map((row) => JSON.parse(row.json) as T);
  }

  setSheet(id: number, head: unknown): void {
    this.prepared('insert or replace into sheet values (?, ?)').run(id, JSON.stringify(head));
  }

  removeSheet(id: number): void {
    this.prepared('delete from sheet where id = ?').run(id);
    this.prepared('delete from sheet_row where sheet = ?').run(id);
    this.prepared('delete from sheet_order where sheet = ?').run(id);
  }

  /** Fills an empty grid with its rows and their order. */
  loadGrid(grid: Grid): void {
    const rows = this.prepared('select key, cells from sheet_row where sheet = ?').all(grid.sheetId) as {
      key: number;
      cells: string;
    }[];
    for (const row of rows) grid.addRow(row.key, JSON.parse(row.cells) as Cells);
    const chunks = this.prepared('select keys from sheet_order where sheet = ? order by chunk').all(grid.sheetId) as {
      keys: ArrayBuffer | Uint8Array;
    }[];
    const order: number[] = [];
    for (const { keys } of chunks) {
      // The driver gives an ArrayBuffer or a Buffer, whose start need not be aligned: copied into one that is.
      for (const key of new Int32Array(new Uint8Array(keys).slice().buffer)) order.push(key);
    }
    grid.order = order;
    clean(grid);
  }

  /** Writes what changed in a grid since the last call. */
  saveGrid(grid: Grid): void {
    const { rows, removed, orderFrom } = grid.dirt;
    const put = this.prepared('insert or replace into sheet_row values (?, ?, ?)');
    for (const key of rows) put.run(grid.sheetId, key, JSON.stringify(grid.cells.get(key) ?? []));
    const remove = this.prepared('delete from sheet_row where sheet = ? and key = ?');
    for (const key of removed) remove.run(grid.sheetId, key);
    if (Number.isFinite(orderFrom)) this.saveOrder(grid, Math.floor(orderFrom / CHUNK));
    clean(grid);
  }

  stored(namespace: string, key: string): string | null {
    const found = this.prepared('select value from store where namespace = ? and key = ?').get(namespace, key) as
      | { value: string }
      | undefined;
    return found?.value ?? null;
  }

  setStored(namespace: string, key: string, value: string): void {
    this.prepared('insert or replace into store values (?, ?, ?)').run(namespace, key, value);
  }

  deleteStored(namespace: string, key: string): void {
    this.prepared('delete from store where namespace = ? and key = ?').run(namespace, key);
  }

  storedEntries(namespace: string): [string, string][] {
    const rows = this.prepared('select key, value from store where namespace = ? order by key').all(namespace) as {
      key: string;
      value: string;
    }[];
    return rows.map((row) => [row.key, row.value]);
  }

  /** A consistent copy of the whole file under another name. */
  copyTo(file: string): void {
    this.database.exec(`vacuum into '${file.replaceAll("'", "''")}'`);
  }

  /** Removes all durable values, as File > Make a copy leaves them behind. */
  clearStores(): void {
    this.prepared('delete from store').run();
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  private dataVersion(): number {
    return (this.prepared('pragma data_version').get() as { data_version: number }).data_version;
  }

  private saveOrder(grid: Grid, firstChunk: number): void {
    const put = this.prepared('insert or replace into sheet_order values (?, ?, ?)');
    const chunks = Math.ceil(grid.order.length / CHUNK);
    for (let chunk = firstChunk; chunk < chunks; chunk += 1) {
      const keys = Int32Array.from(grid.order.slice(chunk * CHUNK, (chunk + 1) * CHUNK));
      put.run(grid.sheetId, chunk, Buffer.from(keys.buffer));
    }
    this.prepared('delete from sheet_order where sheet = ? and chunk >= ?').run(grid.sheetId, chunks);
  }

  private prepared(sql: string): Database.Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }
}

function clean(grid: Grid): void {
  grid.dirt.rows.clear();
  grid.dirt.removed.clear();
  grid.dirt.orderFrom = Number.POSITIVE_INFINITY;
}
