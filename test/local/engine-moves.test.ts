// A place seen a moment ago is found again after any mix of inserts, deletes, moves, sorts and undos.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { follow, type Move, MoveLog } from '../../scripts/local/engine/moves';
import type { Session } from '../../scripts/local/engine/types';
import { at, type Book, openBook, put } from './engine-helper';

let book: Book;
let session: Session;
/** A workbook whose every cell of A1:E6 holds another text. */
function open(): void {
  book = openBook();
  session = book.engine.session('a@example.com');
  const rows = Array.from({ length: 6 }, (_, row) => Array.from({ length: 5 }, (__, column) => `${column}${5 - row}`));
  put(session, 'A1:E6', rows);
  session.flush();
}
beforeEach(open);
afterEach(() => book.close());

const whole = (rows: number) => ({ sheetId: 0, row: 1, column: 1, rows, columns: session.sheets()[0]?.columns ?? 0 });
const cells = () =>
  session
    .values(whole(60))
    .flatMap((line, row) => line.map((value, column) => ({ value, row: row + 1, column: column + 1 })));

const size = fc.integer({ min: 1, max: 3 });
const place = fc.integer({ min: 1, max: 6 });
const step = fc.record({
  kind: fc.constantFrom(
    'insertRows',
    'deleteRows',
    'insertColumns',
    'deleteColumns',
    'moveColumns',
    'sortAll',
    'sortPart',
  ),
  place,
  size,
  before: place,
  /** Whether it is then taken back, and done again. */
  back: fc.constantFrom('no', 'undo', 'redo'),
});

function play({ kind, place, size, before, back }: typeof step extends fc.Arbitrary<infer Step> ? Step : never): void {
  const { change } = book.engine.record(() => {
    if (kind === 'insertRows') session.insertRows(0, place, size);
    else if (kind === 'deleteRows') session.deleteRows(0, place, size);
    else if (kind === 'insertColumns') session.insertColumns(0, place, size);
    else if (kind === 'deleteColumns') session.deleteColumns(0, place, size);
    else if (kind === 'moveColumns') session.moveColumns(0, place, size, before);
    else if (kind === 'sortAll') session.sort(whole(20), [{ column: place, ascending: size > 1 }]);
    else session.sort(at('B2:C9'), [{ column: 2, ascending: size > 1 }]);
  });
  if (back !== 'no') change.undo();
  if (back === 'redo') change.redo();
}

describe('moves', () => {
  it('lead from every cell to where it stands now, or to nothing when it is gone', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        book.close();
        open();
        const { nth } = book.engine.moves(0);
        const before = cells().filter(({ value }) => value !== null);
        steps.forEach(play);
        const after = new Map(cells().map((cell) => [cell.value, cell]));
        const { moves } = book.engine.moves(0, nth);
        for (const { value, row, column } of before) {
          const now = follow({ row, column, rows: 1, columns: 1 }, moves ?? []);
          if (!now) continue;
          found++;
          expect(after.get(value)).toMatchObject({ row: now.row, column: now.column });
        }
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(200);
  });
});

describe('following', () => {
  const area = { row: 2, column: 2, rows: 2, columns: 2 };
  const check = (move: Move, expected: object | null) => {
    if (expected) expect(follow(area, [move])).toEqual({ ...area, ...expected });
    else expect(follow(area, [move])).toBeNull();
  };

  it('keeps an area together or says that it is not any more', () => {
    check({ kind: 'rows', shift: { kind: 'insert', at: 2, count: 3 } }, { row: 5 });
    check({ kind: 'rows', shift: { kind: 'insert', at: 3, count: 1 } }, null);
    check({ kind: 'rows', shift: { kind: 'delete', at: 3, count: 1 } }, null);
    check({ kind: 'columns', shift: { kind: 'move', at: 1, count: 1, before: 5 } }, { column: 1 });
    check({ kind: 'columns', shift: { kind: 'move', at: 2, count: 1, before: 5 } }, null);
    check(
      {
        kind: 'order',
        left: 1,
        right: 9,
        rows: [
          [2, 8],
          [3, 9],
        ],
      },
      { row: 8 },
    );
    check(
      {
        kind: 'order',
        left: 1,
        right: 9,
        rows: [
          [2, 8],
          [8, 2],
        ],
      },
      null,
    );
    // A sort of other columns moves nothing here; one that cuts through the area tears it apart.
    check(
      {
        kind: 'order',
        left: 5,
        right: 9,
        rows: [
          [2, 8],
          [8, 2],
        ],
      },
      {},
    );
    check(
      {
        kind: 'order',
        left: 3,
        right: 9,
        rows: [
          [2, 8],
          [3, 9],
        ],
      },
      null,
    );
  });
});

describe('the log', () => {
  const insert: Move = { kind: 'rows', shift: { kind: 'insert', at: 1, count: 1 } };

  it('knows only its own tab, and nothing of numbers it has forgotten or never gave', () => {
    const log = new MoveLog(1000);
    log.add(1, insert);
    log.add(2, insert);
    expect(log.since(1, 1000)).toHaveLength(1);
    expect(log.since(1, 1001)).toHaveLength(0);
    expect(log.since(1, 999)).toBeNull();
    expect(log.since(1, 1003)).toBeNull();
    for (let count = 0; count < 600; count++) log.add(1, insert);
    expect(log.since(1, 1000)).toBeNull();
    expect(log.since(1, log.nth - 1)).toHaveLength(1);
  });

  it('forgets what a failed change had done', () => {
    const { nth } = book.engine.moves(0);
    expect(() =>
      book.engine.transaction(() => {
        session.insertRows(0, 1, 1);
        throw new Error('refused');
      }),
    ).toThrow('refused');
    expect(book.engine.moves(0, nth)).toEqual({ nth, moves: [] });
  });
});
