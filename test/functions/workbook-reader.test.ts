// Sharing, keeping and looking again, over a workbook in memory.
import { describe, expect, it } from 'vitest';
import { deadlineIn } from '../../functions/deadline';
import { workbookReader } from '../../functions/workbook-reader';
import { type Asked, fakeSheets, fakeWorkbook, schemaTab } from './fake-sheets';

const workbook = () => fakeWorkbook([schemaTab('deals', [{ id: 'D-1', name: 'One', stage: 'Lead', amount: 5 }])]);
const wanted = { columns: { deals: ['id', 'amount'] } };

function open(book = workbook(), options: { keepMs?: number; fail?: (request: keyof Asked) => void } = {}) {
  const { sheets, asked } = fakeSheets(book, options.fail);
  let time = 1_000_000;
  const waits: number[] = [];
  const reader = workbookReader({
    sheets,
    now: () => time,
    ...(options.keepMs === undefined ? {} : { keepMs: options.keepMs }),
    retry: { sleep: async (ms) => void waits.push(ms), random: () => 0.5 },
  });
  return {
    asked,
    waits,
    advance: (ms: number) => {
      time += ms;
    },
    read: (changes: { from?: 'layout' | 'nothing'; ms?: number } = {}) =>
      reader.read('w1', wanted, {
        deadline: deadlineIn(changes.ms ?? 5_000),
        ...(changes.from ? { from: changes.from } : {}),
      }),
  };
}

describe('reads of one workbook', () => {
  it('are shared while in flight and kept for seconds, then made anew', async () => {
    const { read, asked, advance } = open();
    await Promise.all([read(), read(), read()]);
    expect(asked.cells).toHaveLength(2);
    advance(1_900);
    await read();
    expect(asked.cells).toHaveLength(2);
    advance(200);
    await read();
    expect(asked.cells).toHaveLength(3);
  });

  it('are made anew when asked for', async () => {
    const { read, asked } = open();
    await read();
    await read({ from: 'layout' });
    expect([asked.properties, asked.cells.length]).toEqual([1, 3]);
    await read({ from: 'nothing' });
    expect([asked.properties, asked.cells.length]).toEqual([2, 5]);
  });

  it('that failed are not kept', async () => {
    let broken = true;
    const { read } = open(workbook(), {
      fail: (request) => {
        if (broken && request === 'cells') throw Object.assign(new Error('no'), { status: 404 });
      },
    });
    await expect(read()).rejects.toMatchObject({ status: 404 });
    broken = false;
    expect((await read()).columns('deals')?.count).toBe(1);
  });

  it('go on for others when one caller has no more time', async () => {
    const { read } = open();
    const [late, patient] = await Promise.allSettled([read({ ms: 0 }), read()]);
    expect(late.status).toBe('rejected');
    expect(patient.status).toBe('fulfilled');
  });
});

describe('waits between attempts', () => {
  it('double and carry jitter', async () => {
    let failures = 4;
    const { read, waits } = open(workbook(), {
      fail: (request) => {
        if (request === 'properties' && failures-- > 0) throw Object.assign(new Error('busy'), { status: 429 });
      },
    });
    await read();
    expect(waits).toEqual([200, 400, 800, 1600]);
  });
});

describe('a layout that is not true any more', () => {
  it('is looked up again when a column was moved', async () => {
    const book = workbook();
    const { read } = open(book, { keepMs: 0 });
    await read();
    for (const row of book.tabs[2]?.rows ?? []) row.unshift(row === book.tabs[2]?.rows[0] ? 'New' : 'x');
    expect((await read()).columns('deals')?.of('amount')).toEqual([5]);
  });

  it('is looked up again when a tab was renamed', async () => {
    const book = workbook();
    book.marks.push({ key: 'rowbook.tab', value: 'deals', sheetId: 2, column: null });
    const { read } = open(book, { keepMs: 0 });
    await read();
    const tab = book.tabs[2];
    if (tab) tab.title = "What's up";
    expect((await read()).columns('deals')?.of('id')).toEqual(['D-1']);
  });

  it('ends in a plain refusal when columns keep moving', async () => {
    const book = workbook();
    const { read } = open(book, {
      keepMs: 0,
      fail: (request) => {
        if (request === 'cells') for (const row of book.tabs[2]?.rows ?? []) row.unshift('moved');
      },
    });
    await expect(read()).rejects.toMatchObject({ status: 503, code: 'workbook-busy' });
  });
});

describe('a header row that is not in row 1', () => {
  const marked = () => {
    const book = workbook();
    const column = book.tabs[2]?.rows[0]?.indexOf('ID') ?? -1;
    book.marks.push({ key: 'rowbook.field', value: 'deals.id', sheetId: 2, column });
    return book;
  };

  it.each([
    ['moved down', (rows: unknown[][]) => rows.unshift([])],
    ['deleted', (rows: unknown[][]) => rows.shift()],
  ])('%s is refused: no record is read as another', async (_, change) => {
    const book = marked();
    change(book.tabs[2]?.rows ?? []);
    await expect(open(book).read()).rejects.toMatchObject({ status: 409, code: 'no-header' });
  });
});

describe('a row asked for', () => {
  it('costs few ranges, however many rows are asked for', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => [index === 0 ? 'ID' : `D-${index}`, index]);
    const book = workbook();
    book.tabs.push({ title: '_Ledger Deals', rows });
    const { sheets, asked } = fakeSheets(book);
    const wantedRows = Array.from({ length: 500 }, (_, index) => 2 + index * 5);
    const snapshot = await workbookReader({ sheets }).read(
      'w1',
      { columns: {}, rows: { '_Ledger Deals': wantedRows } },
      { deadline: deadlineIn(5_000) },
    );
    expect(asked.cells[1]?.length).toBeLessThanOrEqual(50);
    for (const row of wantedRows) expect(snapshot.row('_Ledger Deals', row)?.ID).toBe(`D-${row - 1}`);
  });
});
