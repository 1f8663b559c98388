// A running `npm start` for the tests of docs/grid.md: people's hands over `/local/edit` and `/local/act`, other programs over
// Sheets REST, and what must hold after whatever they did.
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { openEngine } from '../../scripts/local/engine';
import { recordTabKeys } from '../../src/domain/schema';
import type { Reply, SaveResult } from '../../src/rpc/contract';
import { get, launch, post, type RowbookProcess } from '../local/rowbook-process';
import { disagreements, gridRecords } from '../workbook/consistency';
import { type Book, bookOf } from '../workbook/world';

export const admin = 'admin@example.com';
export const rep = 'rae@example.com';
const day = 24 * 60 * 60 * 1000;

type Cell = string | number | boolean;

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** A tab as it stands: its headers, and its rows by id, formulas as formulas. */
export interface Standing {
  headers: string[];
  byId: Map<string, Cell[]>;
}

export class GridWorld {
  private constructor(
    readonly rowbook: RowbookProcess,
    private readonly spreadsheetId: string,
  ) {}

  /** A workbook with an admin, a rep, four contacts, a company, three deals and a task; the clock on a Monday, 10:00 UTC. */
  static async open(): Promise<GridWorld> {
    const rowbook = await launch({ args: ['--sample', 'none'] });
    const world = new GridWorld(rowbook, 'local');
    await world.toNext(1);
    await world.edit('Team', 'A3:C3', [[rep, 'Rae', 'rep']]);
    await world.ask('saveRecord', { tab: 'companies', changes: { name: 'Acme' } });
    const people = [
      ['Ann', 'Bonn'],
      ['Ben', 'Rome'],
      ['Cem', 'Oslo'],
      ['Dan', 'Kyiv'],
    ];
    const contacts = people.map(([firstName, city], index) => ({
      changes: { firstName, city, email: `${firstName}@example.com`.toLowerCase(), jobTitle: `Job ${9 - index}` },
    }));
    await world.ask('saveRecords', { tab: 'contacts', records: contacts });
    const deals = ['Crane', 'Barge', 'Dock'].map((name, index) => ({
      changes: { name, stage: 'Lead', amount: 300 - index, company: 'Acme' },
    }));
    await world.ask('saveRecords', { tab: 'deals', records: deals });
    await world.ask('saveRecord', {
      tab: 'tasks',
      changes: { title: 'Call Ann', due: world.today, owner: admin, contact: 'C-1' },
    });
    return world;
  }

  /** Another file, as `npm start -- --store` opens it, on a day. */
  static async openFile(store: string, today: string): Promise<GridWorld> {
    const rowbook = await launch({ store });
    const { spreadsheetId } = await get<{ spreadsheetId: string }>(`${rowbook.url}/local/state`);
    const world = new GridWorld(rowbook, spreadsheetId);
    await post(`${rowbook.url}/local/clock`, { now: `${today}T10:00:00Z`, missed: 'once' });
    world.today = today;
    return world;
  }

  /** The stand-in's day, UTC. */
  today = '';

  async close(): Promise<void> {
    await this.rowbook.stop();
  }

  /** Calls a public function; its reply as it is. */
  async call<T>(name: string, input: object = {}, user = admin): Promise<Reply<T>> {
    const body = { user, function: name, args: [input] };
    const outcome = await post<{ result?: Reply<T>; error?: { message: string } }>(
      `${this.rowbook.url}/local/run`,
      body,
    );
    if (outcome.error || !outcome.result) throw new Error(`${name}: ${outcome.error?.message}`);
    return outcome.result;
  }

  /** The value of a call that must go well. */
  async ask<T>(name: string, input: object = {}, user = admin): Promise<T> {
    const reply = await this.call<T>(name, input, user);
    if (!reply.ok) throw new Error(`${name}: ${reply.code}: ${reply.message}`);
    return reply.value;
  }

  edit(tab: string, range: string, values: unknown, user = admin): Promise<object> {
    return post(`${this.rowbook.url}/local/edit`, { user, tab, range, values });
  }

  act<T = object>(kind: string, details: object = {}, user = admin): Promise<T> {
    return post(`${this.rowbook.url}/local/act`, { user, kind, ...details });
  }

  /** The hourly run, which must end without an error. */
  async hourly(): Promise<void> {
    const body = { user: admin, function: 'hourly', args: [] };
    const outcome = await post<{ result: { ran: boolean; errors: string[] } }>(`${this.rowbook.url}/local/run`, body);
    expect(outcome.result).toMatchObject({ ran: true, errors: [] });
  }

  /** One request to Sheets REST, as another program makes it. */
  async rest<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.rowbook.url}/v4/spreadsheets/${this.spreadsheetId}${path}`, {
      method,
      headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** Cells of a range, formulas as formulas, trailing blanks left out. */
  async cells(range: string): Promise<Cell[][]> {
    const path = `/values/${encodeURIComponent(range)}?valueRenderOption=FORMULA`;
    return (await this.rest<{ values?: Cell[][] }>('GET', path)).values ?? [];
  }

  async sheetId(title: string): Promise<number> {
    const { sheets } = await this.rest<{ sheets: { properties: { title: string; sheetId: number } }[] }>('GET', '');
    const found = sheets.find(({ properties }) => properties.title === title);
    if (!found) throw new Error(`There is no tab “${title}”.`);
    return found.properties.sheetId;
  }

  /** One or more requests of `spreadsheets.batchUpdate`. */
  batch(...requests: object[]): Promise<object> {
    return this.rest('POST', ':batchUpdate', { requests });
  }

  async standing(title: string, idHeader = 'ID'): Promise<Standing> {
    const [headers = [], ...rows] = await this.cells(title);
    const at = headers.indexOf(idHeader);
    const byId = new Map<string, Cell[]>();
    for (const row of rows) if (row[at]) byId.set(String(row[at]), row);
    return { headers: headers.map(String), byId };
  }

  /** A1 address of a record's cell. */
  async at(title: string, id: string, header: string): Promise<string> {
    const [headers = [], ...rows] = await this.cells(title);
    const idAt = headers.indexOf('ID');
    const [row, column] = [rows.findIndex((cells) => cells[idAt] === id), headers.indexOf(header)];
    if (row < 0 || column < 0) throw new Error(`${title} has no ${id} or no “${header}”.`);
    return `${letters(column + 1)}${row + 2}`;
  }

  /** What a record's cell holds. */
  async cell(title: string, id: string, header: string): Promise<Cell> {
    const { headers, byId } = await this.standing(title);
    return byId.get(id)?.[headers.indexOf(header)] ?? '';
  }

  async column(title: string, header: string): Promise<number> {
    const [headers = []] = await this.cells(`${title}!1:1`);
    return headers.indexOf(header) + 1;
  }

  async history(): Promise<{ [header: string]: Cell }[]> {
    const [headers = [], ...rows] = await this.cells('History');
    return rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
  }

  /** History's sentences about one record, oldest first: `Who: Summary`. */
  async told(id: string): Promise<string[]> {
    const name = (who: unknown) => String(who).replace(/ <.*/, '');
    return (await this.history()).filter(({ ID }) => ID === id).map(({ Who, Summary }) => `${name(Who)}: ${Summary}`);
  }

  /** Looks into a copy of the workbook's file: what only the engine tells (notes, colours, ledger). */
  async look<T>(work: (book: Book) => T): Promise<T> {
    const { file, id } = await this.act<{ file: string; id: string }>('copyWorkbook');
    const engine = openEngine({ file, id, title: '', locale: 'en_US', timeZone: 'Etc/UTC', owner: admin });
    try {
      return work(bookOf(engine));
    } finally {
      engine.close();
      for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
      // A connection that was closed while this thread was busy is not used again.
      await setTimeout(20);
    }
  }

  /** Ids and names of a record tab, as they stand below each other. */
  names(tab: 'contacts' | 'deals' = 'contacts'): Promise<string[]> {
    const key = tab === 'contacts' ? 'firstName' : 'name';
    return this.look((book) => gridRecords(book, tab).map(({ id, seen }) => `${id} ${seen[key]}`));
  }

  /** After the next run, every record agrees with its ledger row and History. */
  async expectWhole(): Promise<void> {
    await this.hourly();
    expect(await this.look(disagreements)).toEqual([]);
  }

  /** A day on, every tab has been compared once, also where no trigger told of anything. */
  async expectWholeTomorrow(): Promise<void> {
    await this.toNext();
    for (let run = 0; run < recordTabKeys.length; run++) await this.hourly();
    await this.expectWhole();
  }

  /**
   * A save from the sidebar lands in its record's row and in the columns of the fields it names, and in no other cell.
   * `headers`: what these columns are called by now, the derived ones aside.
   */
  async expectSaveLands(
    tab: { key: string; title: string },
    id: string,
    changes: { [field: string]: string | number },
    headers: readonly string[],
  ): Promise<void> {
    await post(`${this.rowbook.url}/local/clock`, { advanceMs: 61_000 });
    const before = await this.standing(tab.title);
    const saved = await this.ask<SaveResult>('saveRecord', { tab: tab.key, id, changes });
    expect(saved).toMatchObject({ status: 'saved', record: { id, fields: changes } });
    const after = await this.standing(tab.title);
    expect(after.headers).toEqual(before.headers);
    expect(changedCells(before, after)).toEqual(
      [...headers, 'Updated'].map((header) => `${id} ${header}`).sort((one, other) => (one < other ? -1 : 1)),
    );
    const { record } = await this.ask<{ record: { fields: object } }>('getRecord', { tab: tab.key, id });
    expect(record.fields).toMatchObject(changes);
  }

  /** The next working day's digest still comes, once, with the task in it. */
  async expectDigest(words = 'Call Ann'): Promise<void> {
    const before = (await get<Mail[]>(`${this.rowbook.url}/local/inbox`)).length;
    await this.toNext();
    const mails = (await get<Mail[]>(`${this.rowbook.url}/local/inbox`)).slice(before);
    const own = mails.filter(({ to }) => to === admin);
    expect(own).toHaveLength(1);
    expect(own[0]?.text).toContain(words);
  }

  /** Moves the clock to 10:00 UTC of the next working day, or of the next one of this week day (Monday 1). */
  async toNext(weekday?: number): Promise<void> {
    const { now } = await get<{ now: string }>(`${this.rowbook.url}/local/state`);
    let to = Math.floor(Date.parse(now) / day) * day + day + 10 * 60 * 60 * 1000;
    const isWanted = (at: number) => (weekday === undefined ? at >= 1 && at <= 5 : at === weekday);
    while (!isWanted(new Date(to).getUTCDay())) to += day;
    await post(`${this.rowbook.url}/local/clock`, { now: to, missed: 'once' });
    this.today = new Date(to).toISOString().slice(0, 10);
  }
}

/** `C-1 City` for each cell that differs. */
export function changedCells(before: Standing, after: Standing): string[] {
  const ids = new Set([...before.byId.keys(), ...after.byId.keys()]);
  const changed = [...ids].flatMap((id) =>
    after.headers
      .filter((_, at) => (before.byId.get(id)?.[at] ?? '') !== (after.byId.get(id)?.[at] ?? ''))
      .map((header) => `${id} ${header}`),
  );
  return changed.sort((one, other) => (one < other ? -1 : 1));
}

/** 1 → A, 27 → AA. */
export function letters(column: number): string {
  const rest = (column - 1) % 26;
  return (column > 26 ? letters((column - 1 - rest) / 26) : '') + String.fromCharCode(65 + rest);
}

export const contacts = { key: 'contacts', title: 'Contacts' };
export const deals = { key: 'deals', title: 'Deals' };
