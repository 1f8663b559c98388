// The reader through Google's own client over real HTTP, against the stand-in's REST door.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deadlineIn } from '../../functions/deadline';
import { googleSheets } from '../../functions/google-sheets';
import { workbookReader } from '../../functions/workbook-reader';
import { openEngine } from '../../scripts/local/engine';
import type { CellPatch, Engine } from '../../scripts/local/engine/types';
import { type RestFault, restApp } from '../../scripts/local/rest';
import { fieldsOf } from '../../src/domain/schema';
import { type FakeTab, fakeWorkbook, ledgerTab, schemaTab } from './fake-sheets';

const folder = mkdtempSync(join(tmpdir(), 'rowbook-function-'));
let engine: Engine;
let root = '';
let close: () => void;
const faults: RestFault[] = [];
let requests = 0;

beforeAll(async () => {
  engine = openEngine({
    file: join(folder, 'book.db'),
    id: 'w1',
    title: 'Our pipeline',
    locale: 'de_DE',
    timeZone: 'Europe/Berlin',
    owner: 'ada@rowbook.example',
  });
  const deals = [
    { id: 'D-1', name: '=1+1', stage: 'Won', amount: 100.5, closedOn: '2026-03-29', owner: 'Bo' },
    { id: 'D-2', name: 'Two', stage: 'Lead', amount: null },
    { id: 'D-3', name: 'Three', stage: 'Lost', lostReason: 'Price' },
  ];
  const state = { id: 'D-2', name: 'Two', stage: 'Lead' };
  const { tabs } = fakeWorkbook([
    schemaTab('deals', deals),
    ledgerTab('deals', [{ id: 'D-2', version: 4, state }]),
    { title: "Jon's tab", rows: [['Anything'], ['at all']] },
  ]);
  for (const tab of tabs) addTab(tab);
  const app = restApp({
    engine,
    authorize: async (bearer) => (bearer === 'local' ? '' : null),
    faults: {
      take: () => {
        requests += 1;
        return faults.shift() ?? {};
      },
    },
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await once(server, 'listening');
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  close = () => server.close();
});

// After each, also one that failed half-way: what it ordered and did not use is not for the next.
afterEach(() => {
  faults.length = 0;
  requests = 0;
});

afterAll(() => {
  close();
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

function addTab({ title, rows }: FakeTab): void {
  const session = engine.session('ada@rowbook.example');
  const columns = Math.max(...rows.map((row) => row.length));
  const { sheetId } = session.addSheet(title, undefined, rows.length + 20, columns + 3);
  const patches = rows.map((row) =>
    Array.from(
      { length: columns },
      (_, column): CellPatch => ({ input: { kind: 'value', value: row[column] || null } }),
    ),
  );
  session.write({ sheetId, row: 1, column: 1, rows: rows.length, columns }, patches);
  session.flush();
}

const sheetOf = (title: string) =>
  engine
    .session('')
    .sheets()
    .find((sheet) => sheet.title === title)?.sheetId ?? -1;

const reader = (token = 'local', keepMs = 0) =>
  workbookReader({
    sheets: googleSheets({ rootUrl: root, token }),
    keepMs,
    retry: { sleep: async () => {}, random: () => 0 },
  });

const wanted = { columns: { deals: ['id', 'name', 'amount', 'closedOn', 'closeDate'] } };
const read = (from = reader(), request = wanted, workbook = 'w1') =>
  from.read(workbook, request, { deadline: deadlineIn(30_000) });

describe('reading through googleapis', () => {
  it('gives unformatted values, serial days and blanks, padded to the same length', async () => {
    const snapshot = await read();
    expect([snapshot.title, snapshot.locale, snapshot.timeZone]).toEqual(['Our pipeline', 'de_DE', 'Europe/Berlin']);
    const deals = snapshot.columns('deals');
    expect(deals?.count).toBe(3);
    expect(deals?.of('id')).toEqual(['D-1', 'D-2', 'D-3']);
    expect(deals?.of('name')).toEqual(['=1+1', 'Two', 'Three']);
    expect(deals?.of('amount')).toEqual([100.5, null, null]);
    expect(deals?.of('closedOn')).toEqual([46110, null, null]);
    expect(deals?.of('closeDate')).toEqual([null, null, null]);
  });

  it('takes four requests at first, then one', async () => {
    const from = reader();
    await read(from);
    expect(requests).toBe(4);
    await read(from);
    expect(requests).toBe(5);
  });

  it('reads single rows of a ledger in the same request, and none below the grid', async () => {
    const snapshot = await read(reader(), { ...wanted, rows: { '_Ledger Deals': [3, 4, 90_000] } } as typeof wanted);
    expect(snapshot.row('_Ledger Deals', 3)).toMatchObject({ ID: 'D-2', Version: 4 });
    expect(snapshot.row('_Ledger Deals', 90_000)).toBeNull();
  });

  it('finds columns and tabs by their marks after people renamed and moved them', async () => {
    const from = reader();
    await read(from);
    const session = engine.session('ada@rowbook.example');
    const sheetId = sheetOf('Deals');
    session.addMetadata({
      key: 'rowbook.tab',
      value: 'deals',
      visibility: 'DOCUMENT',
      location: { type: 'SHEET', sheetId },
    });
    fieldsOf('deals').forEach(([key], index) => {
      const location = { type: 'COLUMN' as const, sheetId, column: index + 1 };
      session.addMetadata({ key: 'rowbook.field', value: `deals.${key}`, visibility: 'DOCUMENT', location });
    });
    session.moveColumns(sheetId, 1, 2, 8);
    session.insertColumns(sheetId, 1, 1);
    const title = (column: number, value: string) =>
      session.write({ sheetId, row: 1, column, rows: 1, columns: 1 }, [[{ input: { kind: 'value', value } }]]);
    title(7, 'Nummer');
    title(8, 'ID');
    session.flush();
    session.updateSheet(sheetId, { title: "Jon's Geschäfte" });

    const deals = (await read(from)).columns('deals');
    expect(deals?.of('id')).toEqual(['D-1', 'D-2', 'D-3']);
    expect(deals?.of('name')).toEqual(['=1+1', 'Two', 'Three']);
    expect(deals?.of('amount')).toEqual([100.5, null, null]);
  });

  it('retries what is busy or down, as often as it takes within reason', async () => {
    faults.push({ restStatus: 429 }, { restStatus: 503 }, {}, { restStatus: 500 });
    const snapshot = await read();
    expect(snapshot.columns('deals')?.count).toBe(3);
    expect(requests).toBe(7);
  });

  it('does not retry what will not pass', async () => {
    faults.push({ restStatus: 403 }, { restStatus: 403 });
    await expect(read()).rejects.toMatchObject({ status: 502, code: 'workbook-not-shared' });
    expect(requests).toBe(2);
  });

  it.each([
    ['an unknown workbook', () => read(reader(), wanted, 'nope'), 404, 'workbook-not-found'],
    ['credentials that are refused', () => read(reader('wrong')), 502, 'credentials'],
  ])('says what is wrong with %s', async (_, attempt, status, code) => {
    await expect(attempt()).rejects.toMatchObject({ status, code });
  });

  it('gives up at the deadline of the caller, not of Google', async () => {
    faults.push(...Array.from({ length: 4 }, () => ({ restDelayMs: 500 })));
    await expect(reader().read('w1', wanted, { deadline: deadlineIn(50) })).rejects.toMatchObject({
      code: 'out-of-time',
    });
  });

  it('says so when nobody answers at all', async () => {
    const from = workbookReader({
      sheets: googleSheets({ rootUrl: 'http://127.0.0.1:9/', token: 'local' }),
      retry: { sleep: async () => {}, random: () => 0 },
    });
    await expect(read(from)).rejects.toMatchObject({ status: 503, code: 'google-down' });
  });
});
