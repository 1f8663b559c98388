import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../scripts/local/engine/types';
import { at, type Book, get, openBook, put } from './engine-helper';

let book: Book;
let session: Session;
beforeEach(() => {
  book = openBook();
  session = book.engine.session('a@example.com');
});
afterEach(() => book.close());

describe('rows and columns', () => {
  it('shift cells, notes and named ranges, and reopen the same', () => {
    put(session, 'A1:B3', [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    session.setNamedRange('Second', at('A2:B2'));
    session.insertRows(0, 2, 2);
    session.deleteColumns(0, 2, 1);
    const after = get(session, 'A1:A5');
    expect(after).toEqual([['a'], [null], [null], ['b'], ['c']]);
    expect(session.namedRanges()).toEqual([{ name: 'Second', rect: at('A4:A4') }]);
    const again = book.reopen().session('');
    expect(get(again, 'A1:A5')).toEqual(after);
    expect(again.sheets()[0]).toMatchObject({ rows: 1002, columns: 25 });
  });

  it('column metadata follows its column through inserts and moves and dies with it', () => {
    const tag = { key: 'rowbook.field', value: 'deals.amount', visibility: 'DOCUMENT' as const };
    session.addMetadata({ ...tag, location: { type: 'COLUMN', sheetId: 0, column: 2 } });
    session.insertColumns(0, 1, 1);
    session.moveColumns(0, 3, 1, 6);
    expect(session.metadata()[0]?.location).toEqual({ type: 'COLUMN', sheetId: 0, column: 5 });
    const again = book.reopen().session('');
    expect(again.metadata()[0]).toMatchObject({ ...tag, location: { column: 5 } });
    again.deleteColumns(0, 5, 1);
    expect(again.metadata()).toEqual([]);
  });

  it('row metadata stays at its position when rows are sorted', () => {
    put(session, 'A1:A3', [['c'], ['a'], ['b']]);
    session.addMetadata({ key: 'k', value: '', visibility: 'DOCUMENT', location: { type: 'ROW', sheetId: 0, row: 1 } });
    session.sort(at('A1:A3'), [{ column: 1, ascending: true }]);
    expect(get(session, 'A1:A3')).toEqual([['a'], ['b'], ['c']]);
    expect(session.metadata()[0]?.location).toMatchObject({ row: 1 });
    session.insertRows(0, 1, 3);
    expect(session.metadata()[0]?.location).toMatchObject({ row: 4 });
  });

  it('a move to the left and back leaves everything as it was', () => {
    put(session, 'A1:E1', [['a', 'b', 'c', 'd', 'e']]);
    session.moveColumns(0, 4, 2, 2);
    expect(get(session, 'A1:E1')).toEqual([['a', 'd', 'e', 'b', 'c']]);
    session.moveColumns(0, 2, 2, 6);
    expect(get(session, 'A1:E1')).toEqual([['a', 'b', 'c', 'd', 'e']]);
  });

  it('hidden rows keep their place', () => {
    session.setHiddenRows(0, [3, 5]);
    session.deleteRows(0, 3, 1);
    session.insertRows(0, 1, 1);
    expect(session.layout(0).hiddenRows).toEqual([5]);
  });
});

describe('what stands on a tab besides its cells', () => {
  it('is there after the file was closed and opened', () => {
    put(session, 'A1:A3', [['Name'], ['a'], ['b']]);
    session.flush();
    session.merge(at('C1:D2'));
    const criteria = [{ column: 1, hiddenValues: ['a'], condition: null }];
    session.setFilter(0, { rect: at('A1:A3'), criteria });
    const again = book.reopen().session('');
    expect(again.extras(0)).toEqual({ ...session.extras(0), merges: [at('C1:D2')] });
    expect(again.layout(0).filteredRows).toEqual([2]);
  });
});

describe('sorting', () => {
  it('puts numbers before texts before booleans, blanks last both ways, equals in their old order', () => {
    put(session, 'A1:B7', [
      ['b', 1],
      [null, 2],
      [true, 3],
      [2, 4],
      ['a', 5],
      [10, 6],
      ['B', 7],
    ]);
    session.sort(at('A1:B7'), [{ column: 1, ascending: true }]);
    expect(get(session, 'B1:B7').flat()).toEqual([4, 6, 5, 1, 7, 3, 2]);
    session.sort(at('A1:B7'), [{ column: 1, ascending: false }]);
    expect(get(session, 'B1:B7').flat()).toEqual([3, 1, 7, 5, 6, 4, 2]);
  });

  it('of some columns leaves the others where they are', () => {
    put(session, 'A1:C2', [
      ['x', 2, 'n1'],
      ['y', 1, 'n2'],
    ]);
    session.write(at('B1'), [[{ note: 'two' }]]);
    session.sort(at('A1:B2'), [{ column: 2, ascending: true }]);
    expect(get(session, 'A1:C2')).toEqual([
      ['y', 1, 'n1'],
      ['x', 2, 'n2'],
    ]);
    expect(session.cells(at('B2'))[0]?.[0]?.note).toBe('two');
  });
});

describe('tabs', () => {
  it('come back in their order with their looks', () => {
    const deals = session.addSheet('Deals', 0, 50, 5);
    session.updateSheet(deals.sheetId, { frozenRows: 1, tabColor: '#00ff00', hidden: true });
    session.setColumnWidth(deals.sheetId, 2, 240);
    session.setHiddenColumns(deals.sheetId, 3, 2, true);
    const before = session.sheets();
    const again = book.reopen().session('');
    expect(again.sheets()).toEqual(before);
    expect(again.sheets().map(({ title }) => title)).toEqual(['Deals', 'Sheet1']);
    expect(again.layout(deals.sheetId)).toMatchObject({ widths: [100, 240, 100, 100, 100], hiddenColumns: [3, 4] });
  });

  it('are copied with cells, formats and column metadata', () => {
    put(session, 'A1:B1', [['=B1*2', 21]]);
    session.writeAll(at('A2:A1000'), { numberFormat: '@' });
    session.addMetadata({
      key: 'k',
      value: 'v',
      visibility: 'DOCUMENT',
      location: { type: 'COLUMN', sheetId: 0, column: 2 },
    });
    const copy = session.duplicateSheet(0);
    expect(copy).toMatchObject({ title: 'Copy of Sheet1', index: 1 });
    put(session, 'B1', [[1]], copy.sheetId);
    session.flush();
    expect(get(session, 'A1:B1', copy.sheetId)).toEqual([[2, 1]]);
    expect(get(session, 'A1:B1')).toEqual([[42, 21]]);
    expect(session.numberFormats(at('A9', copy.sheetId))).toEqual([['@']]);
    expect(session.metadata().map(({ location }) => location)).toContainEqual({
      type: 'COLUMN',
      sheetId: copy.sheetId,
      column: 2,
    });
  });

  it('never get the id of a deleted one', () => {
    const first = session.addSheet('One');
    session.deleteSheet(first.sheetId);
    expect(book.reopen().session('').addSheet('Two').sheetId).not.toBe(first.sheetId);
  });
});

describe('the workbook', () => {
  it('undoes everything of a transaction that fails', () => {
    put(session, 'A1', [['kept']]);
    session.flush();
    const store = book.engine.store('properties');
    store.set('k', 'before');
    expect(() =>
      book.engine.transaction(() => {
        put(session, 'A1', [['lost']]);
        session.flush();
        session.addSheet('Lost');
        store.set('k', 'after');
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(get(session, 'A1')).toEqual([['kept']]);
    expect(session.sheets()).toHaveLength(1);
    expect(store.get('k')).toBe('before');
  });

  it('tells listeners which tabs a change touched, once it is durable', () => {
    const other = session.addSheet('Other').sheetId;
    const told: (readonly number[])[] = [];
    const stop = book.engine.onChange((ids) => told.push(ids));
    put(session, 'A1', [['x']], other);
    expect(told).toEqual([]);
    session.flush();
    stop();
    session.insertRows(0, 1, 1);
    expect(told).toEqual([[other]]);
  });

  it('is copied with cells and metadata but without stores', () => {
    put(session, 'A1', [['x']]);
    session.addMetadata({ key: 'k', value: 'v', visibility: 'DOCUMENT', location: { type: 'SPREADSHEET' } });
    book.engine.store('triggers').set('1', '{}');
    session.flush();
    const file = `${book.file}.copy`;
    book.engine.copyTo(file, 'copy', 'Copy of Test book');
    const copy = openBook({ file });
    expect(copy.engine.info).toMatchObject({ id: 'copy', title: 'Copy of Test book', owner: 'owner@example.com' });
    expect(get(copy.engine.session(''), 'A1')).toEqual([['x']]);
    expect(copy.engine.session('').metadata()).toHaveLength(1);
    expect(copy.engine.store('triggers').entries()).toEqual([]);
    copy.close();
  });
});
