import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CellValue, Session } from '../../scripts/local/engine/types';
import { at, type Book, get, openBook, put } from './engine-helper';

let book: Book;
let mine: Session;
let theirs: Session;
beforeEach(() => {
  book = openBook();
  mine = book.engine.session('a@example.com', 'person');
  theirs = book.engine.session('b@example.com');
  put(mine, 'A1:C4', [
    ['c', 3, '=B1*10'],
    ['a', 1, '=B2*10'],
    ['d', 4, '=B3*10'],
    ['b', 2, '=B4*10'],
  ]);
  mine.flush();
});
afterEach(() => book.close());

function act(work: () => void) {
  return book.engine.record(() => {
    work();
    mine.flush();
  }).change;
}

const table = (a1 = 'A1:C4') => [get(mine, a1), mine.formulas(at(a1))];

describe('an action is taken back and done again', () => {
  it.each<[string, () => void]>([
    [
      'typing',
      () =>
        put(mine, 'A1:B2', [
          ['x', '1/2/2025'],
          [null, '=B1'],
        ]),
    ],
    ['a sort', () => mine.sort(at('A1:C1000'), [{ column: 2, ascending: true }])],
    ['a sort of some columns', () => mine.sort(at('A1:B4'), [{ column: 1, ascending: true }])],
    ['inserting rows', () => mine.insertRows(0, 2, 3)],
    ['deleting rows', () => mine.deleteRows(0, 2, 2)],
    ['inserting columns', () => mine.insertColumns(0, 2, 2)],
    ['deleting columns', () => mine.deleteColumns(0, 1, 2)],
    ['moving columns', () => mine.moveColumns(0, 1, 1, 4)],
    ['renaming a tab', () => mine.updateSheet(0, { title: 'Deals' })],
  ])('%s', (_name, work) => {
    const state = () => JSON.stringify([mine.sheets(), table('A1:F8')]);
    const before = state();
    const change = act(work);
    const after = state();
    expect(after).not.toBe(before);
    change.undo();
    expect(state()).toBe(before);
    change.redo();
    expect(state()).toBe(after);
    change.undo();
    expect(state()).toBe(before);
    expect(JSON.stringify([mine.sheets(), get(book.reopen().session(''), 'A1:F8')])).toBe(
      JSON.stringify([mine.sheets(), JSON.parse(before)[1][0]]),
    );
  });

  it('an action that changes nothing is empty', () => {
    expect(act(() => {}).isEmpty).toBe(true);
    expect(act(() => put(mine, 'A1', [['x']])).isEmpty).toBe(false);
  });

  it('an action that fails is not done at all', () => {
    const attempt = () =>
      act(() => {
        mine.insertRows(0, 1, 1);
        put(mine, 'ZZ1', [['outside']]);
      });
    expect(attempt).toThrow('outside the dimensions');
    expect(mine.sheets()[0]?.rows).toBe(1000);
  });
});

describe('what others did in between stays', () => {
  const names = (): CellValue[] => get(mine, 'A1:A6').flat();

  it('a cell written after a sort keeps its value in its row when the sort is undone', () => {
    const change = act(() => mine.sort(at('A1:C4'), [{ column: 1, ascending: true }]));
    put(theirs, 'B1', [[100]]);
    theirs.flush();
    change.undo();
    expect(get(mine, 'A1:C4')).toEqual([
      ['c', 3, 30],
      ['a', 100, 1000],
      ['d', 4, 40],
      ['b', 2, 20],
    ]);
  });

  it('a row inserted after a sort stays where it stands', () => {
    const change = act(() => mine.sort(at('A1:C4'), [{ column: 1, ascending: true }]));
    theirs.insertRows(0, 1, 1);
    put(theirs, 'A1', [['new']]);
    theirs.flush();
    change.undo();
    expect(names()).toEqual(['new', 'c', 'a', 'd', 'b', null]);
  });

  it('typed cells are restored in their row, wherever it moved', () => {
    const change = act(() => put(mine, 'A1', [['z']]));
    theirs.sort(at('A1:C4'), [{ column: 1, ascending: true }]);
    change.undo();
    expect(names()).toEqual(['a', 'b', 'd', 'c', null, null]);
  });

  it('deleted rows come back under the row they stood under', () => {
    const change = act(() => mine.deleteRows(0, 2, 1));
    theirs.insertRows(0, 1, 1);
    change.undo();
    expect(names()).toEqual([null, 'c', 'a', 'd', 'b', null]);
    expect(get(mine, 'C2:C5').flat()).toEqual([30, 10, 40, 20]);
  });

  it('column tags come back with their column', () => {
    mine.addMetadata({
      key: 'k',
      value: 'v',
      visibility: 'DOCUMENT',
      location: { type: 'COLUMN', sheetId: 0, column: 2 },
    });
    const change = act(() => mine.deleteColumns(0, 2, 1));
    expect(mine.metadata()).toEqual([]);
    theirs.insertColumns(0, 1, 1);
    change.undo();
    expect(mine.metadata()).toMatchObject([{ key: 'k', location: { column: 2 } }]);
    expect(get(mine, 'B1:B4').flat()).toEqual([3, 1, 4, 2]);
  });
});
