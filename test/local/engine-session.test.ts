import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CellValue, Session, Switches } from '../../scripts/local/engine/types';
import { at, type Book, get, openBook, put } from './engine-helper';

let book: Book;
let session: Session;
beforeEach(() => {
  book = openBook();
  session = book.engine.session('a@example.com');
});
afterEach(() => book.close());

describe('buffered writes', () => {
  it('are seen by their own session and by nobody else until they are flushed', () => {
    const other = book.engine.session('b@example.com');
    put(session, 'B3', [['x']]);
    expect(session.pending).toBe(1);
    expect(session.lastRow(0)).toBe(3);
    expect(session.lastColumn(0)).toBe(2);
    expect(get(other, 'B3')).toEqual([[null]]);
    expect(other.lastRow(0)).toBe(0);
    session.flush();
    expect(get(other, 'B3')).toEqual([['x']]);
    expect(session.pending).toBe(0);
  });

  it('count a waiting clear when the last row and column are asked for', () => {
    put(session, 'A1:B2', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    session.flush();
    put(session, 'A2:B2', [[null, null]]);
    put(session, 'B1', [[null]]);
    expect([session.lastRow(0), session.lastColumn(0)]).toEqual([1, 1]);
  });

  it('keep only the first ones when the session is abandoned', () => {
    put(session, 'A1:C1', [['one', 'two', 'three']]);
    session.abandon(2);
    expect(session.pending).toBe(0);
    expect(get(book.engine.session(''), 'A1:C1')).toEqual([['one', 'two', null]]);
  });

  it('land by position, on whatever stands there by then', () => {
    put(session, 'A1', [['waiting']]);
    book.engine.session('b@example.com').insertRows(0, 1, 1);
    session.flush();
    expect(get(session, 'A1:A2')).toEqual([['waiting'], [null]]);
  });

  it('are refused as a whole when the rows are gone by the time of the flush', () => {
    put(session, 'A1', [['first']]);
    put(session, 'A1000', [['last']]);
    book.engine.session('b@example.com').deleteRows(0, 900, 101);
    expect(() => session.flush()).toThrow('outside the dimensions');
    expect(get(session, 'A1')).toEqual([[null]]);
  });

  it('leave formats, notes and values alone that the patch does not name', () => {
    session.write(at('A1'), [[{ input: { kind: 'value', value: 5 }, note: 'n', background: '#ff0000' }]]);
    session.flush();
    session.write(at('A1'), [[{ input: { kind: 'value', value: 6 } }]]);
    session.flush();
    session.write(at('A1'), [[{ note: null }]]);
    expect(session.cells(at('A1'))[0]?.[0]).toMatchObject({ value: 6, note: null, background: '#ff0000' });
  });
});

describe('refusals', () => {
  it.each<[string, (session: Session) => void, string]>([
    [
      'a cell below the grid',
      (s) => put(s, 'A1001', [['x']]),
      'The coordinates of the range are outside the dimensions of the sheet.',
    ],
    ['no rows', (s) => s.values({ ...at('A1'), rows: 0 }), 'The number of rows in the range must be at least 1.'],
    [
      'data of another size',
      (s) => s.write(at('A1'), [[{}], [{}]]),
      'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 1.',
    ],
    [
      'a long text',
      (s) => s.write(at('A1'), [[{ input: { kind: 'value', value: 'x'.repeat(50_001) } }]]),
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
    ['too many cells', (s) => s.insertRows(0, 1, 400_000), 'above the limit of 10000000 cells'],
    ['deleting all rows', (s) => s.deleteRows(0, 1, 1000), 'not possible to delete all non-frozen rows'],
    ['deleting the only tab', (s) => s.deleteSheet(0), "can't remove or hide all the sheets"],
    ['a second tab of the same title', (s) => void s.addSheet('sheet1'), 'already exists'],
  ])('%s', (_what, work, message) => {
    expect(() => work(session)).toThrow(message);
    expect(session.pending).toBe(0);
  });

  it('keeps a text of exactly 50,000 characters, apostrophe apart', () => {
    const text = 'x'.repeat(50_000);
    put(session, 'A1', [[`'${text}`]]);
    expect(get(session, 'A1')).toEqual([[text]]);
  });

  it('refuses a protected cell to whoever is not named, and to nobody before editors are set', () => {
    const protection = session.addProtection({
      sheetId: 0,
      rect: at('A1:B2'),
      description: '',
      warningOnly: false,
      editors: [],
      restricted: false,
    });
    put(session, 'A1', [['free']]);
    session.updateProtection(protection.id, { restricted: true, editors: ['b@example.com'] });
    expect(() => put(session, 'B2', [['x']])).toThrow('You are trying to edit a protected cell or object.');
    expect(() => session.deleteRows(0, 2, 1)).toThrow('protected');
    put(session, 'C1', [['beside it']]);
    put(book.engine.session('b@example.com'), 'A1', [['editor']]);
    put(book.engine.session('owner@example.com'), 'A1', [['owner']]);
  });

  it('refuses what a strict validation refuses and takes what a lenient one marks', () => {
    const rule = { type: 'VALUE_IN_LIST', values: ['Open', 'Won'], showDropdown: true, helpText: null };
    session.writeAll(at('A2:A1000'), { validation: { ...rule, allowInvalid: false } });
    session.writeAll(at('B2:B1000'), { validation: { ...rule, allowInvalid: true } });
    expect(() => put(session, 'A7', [['Lost']])).toThrow('The data you entered in cell A7 violates');
    put(session, 'A7:B7', [['Won', 'Lost']]);
    put(session, 'A1', [['Stage']]);
    expect(get(session, 'A7:B7')).toEqual([['Won', 'Lost']]);
  });
});

describe('formats', () => {
  it('gives typed and written dates a date format when the cell has none', () => {
    put(session, 'A1:B1', [['1/31/2025', '50%']]);
    session.write(at('C1:D1'), [
      [{ input: { kind: 'date', serial: 45688 } }, { input: { kind: 'date', serial: 45688.5 } }],
    ]);
    expect(session.displayValues(at('A1:D1'))).toEqual([['1/31/2025', '50%', '1/31/2025', '1/31/2025 12:00:00']]);
  });

  it('keeps the format a cell has', () => {
    session.writeAll(at('A2:A1000'), { numberFormat: 'yyyy-mm-dd' });
    put(session, 'A2', [['1/31/2025']]);
    expect(session.displayValues(at('A2'))).toEqual([['2025-01-31']]);
  });

  it('keeps whole-column formats for rows that come later, not for the header', () => {
    session.writeAll(at('A2:A1000'), { numberFormat: '@' });
    session.insertRows(0, 1001, 10);
    session.insertRows(0, 2, 1);
    put(session, 'A1:A2', [['007'], ['007']]);
    put(session, 'A1010', [['007']]);
    expect(get(session, 'A1:A2')).toEqual([[7], ['007']]);
    expect(get(session, 'A1010')).toEqual([['007']]);
  });

  it('keeps what a longer column format gave to rows above a shorter one', () => {
    session.writeAll(at('A1:A1000'), { background: '#eeeeee' });
    session.writeAll(at('A4:A1000'), { background: '#ffffff' });
    session.flush();
    expect(session.cells(at('A1:A5')).map((row) => row[0]?.background)).toEqual([
      '#eeeeee',
      '#eeeeee',
      '#eeeeee',
      '#ffffff',
      '#ffffff',
    ]);
  });

  it('reads area formats and cell writes of the same session in the order they were made', () => {
    session.writeAll(at('A1:A1000'), { numberFormat: '@' });
    put(session, 'A1', [['007']]);
    session.writeAll(at('A1:A5'), { numberFormat: '0.00' });
    put(session, 'A2', [['7']]);
    expect(get(session, 'A1:A2')).toEqual([['007'], [7]]);
    expect(session.displayValues(at('A1:A2'))).toEqual([['007'], ['7.00']]);
    expect(session.numberFormats(at('A5:A6'))).toEqual([['0.00'], ['@']]);
    const before = session.cells(at('A1:A6'));
    session.flush();
    expect(session.cells(at('A1:A6'))).toEqual(before);
  });
});

describe('the unverified switches', () => {
  const hostile = ['=1+1', '+1 555 0100', '-5', '@x', "'x", "''x", 'TRUE', '1/2', '007', '\t=1'];

  function written(
    switches: Partial<Switches>,
    texts: readonly string[],
    as: 'script' | 'person' = 'script',
  ): CellValue[] {
    const own = openBook({ switches });
    const writer = own.engine.session('a@example.com', as);
    writer.writeAll(at('A1:A1000'), { numberFormat: '@' });
    put(
      writer,
      'A1',
      texts.map((text) => [text]),
    );
    writer.flush();
    const values = get(writer, `A1:A${texts.length}`).flat();
    own.close();
    return values;
  }

  it('an apostrophe in front always gives the text back', () => {
    for (const textFormatTakesFormula of [true, false]) {
      for (const textFormatKeepsTyped of [true, false]) {
        const safe = hostile.filter((text) => !text.startsWith("'"));
        expect(
          written(
            { textFormatTakesFormula, textFormatKeepsTyped },
            safe.map((text) => `'${text}`),
          ),
        ).toEqual(safe);
      }
    }
  });

  it('textFormatTakesFormula decides about a bare equals sign from a script, not from a person', () => {
    expect(written({ textFormatTakesFormula: true }, ['=1+1'])).toEqual([2]);
    expect(written({ textFormatTakesFormula: false }, ['=1+1'])).toEqual(['=1+1']);
    expect(written({ textFormatTakesFormula: true }, ['=1+1'], 'person')).toEqual(['=1+1']);
  });

  it('doubleApostropheKeepsOne decides how many apostrophes stay', () => {
    expect(written({ doubleApostropheKeepsOne: true }, ["''x"])).toEqual(["'x"]);
    expect(written({ doubleApostropheKeepsOne: false }, ["''x"])).toEqual(["''x"]);
  });

  it('textFormatKeepsTyped decides about dates and booleans', () => {
    expect(written({ textFormatKeepsTyped: true }, ['1/2', 'TRUE', '007'])).toEqual(['1/2', 'TRUE', '007']);
    expect(written({ textFormatKeepsTyped: false }, ['1/2', 'TRUE', '007'])).toEqual([45659, true, '007']);
  });

  it('blankCheckboxReadsFalse decides whether an unticked checkbox is content', () => {
    const rule = { type: 'CHECKBOX', values: [], allowInvalid: true, showDropdown: false, helpText: null };
    for (const blankCheckboxReadsFalse of [true, false]) {
      const own = openBook({ switches: { blankCheckboxReadsFalse } });
      const writer = own.engine.session('');
      put(writer, 'A1:B1', [['Name', 'Active']]);
      writer.writeAll(at('B2:B1000'), { validation: rule });
      writer.flush();
      expect(get(writer, 'A1:B2')[1]).toEqual([null, blankCheckboxReadsFalse ? false : null]);
      expect(writer.lastRow(0)).toBe(blankCheckboxReadsFalse ? 1000 : 1);
      own.close();
    }
  });
});
