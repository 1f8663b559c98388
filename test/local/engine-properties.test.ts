import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellPatch, CellValue, Session } from '../../scripts/local/engine/types';
import { at, get, openBook } from './engine-helper';

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0 || 0),
  fc.string({ unit: 'binary' }).map((text) => (text === '' ? null : text)),
);

function block(rows: number, columns: number): fc.Arbitrary<CellValue[][]> {
  const row = fc.array(cell, { minLength: columns, maxLength: columns });
  return fc.array(row, { minLength: rows, maxLength: rows });
}

function write(session: Session, values: readonly (readonly CellValue[])[]): void {
  session.write(
    { sheetId: 0, row: 1, column: 1, rows: values.length, columns: values[0]?.length ?? 0 },
    values.map((row) => row.map((value): CellPatch => ({ input: { kind: 'value', value } }))),
  );
}

describe('whatever is written', () => {
  it('comes back equal, before the flush, after it, and after reopening the file', () => {
    fc.assert(
      fc.property(block(4, 3), (values) => {
        const book = openBook();
        const session = book.engine.session('');
        write(session, values);
        expect(get(session, 'A1:C4')).toEqual(values);
        session.flush();
        expect(get(session, 'A1:C4')).toEqual(values);
        expect(get(book.reopen().session(''), 'A1:C4')).toEqual(values);
        book.close();
      }),
      { numRuns: 30 },
    );
  });

  it('as typed text with an apostrophe in front comes back as that text', () => {
    const book = openBook();
    const session = book.engine.session('');
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'binary' }).filter((text) => !text.startsWith("'")),
        (text) => {
          session.write(at('A1'), [[{ input: { kind: 'typed', text: `'${text}` } }]]);
          expect(get(session, 'A1')).toEqual([[text]]);
          expect(session.formulas(at('A1'))).toEqual([[null]]);
        },
      ),
    );
    book.close();
  });
});

type Step =
  | { kind: 'write'; row: number; column: number; value: CellValue }
  | { kind: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns'; at: number; count: number }
  | { kind: 'moveColumns'; at: number; count: number; before: number }
  | { kind: 'sort'; column: number; ascending: boolean };

const small = (max: number) => fc.integer({ min: 1, max });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), row: small(6), column: small(4), value: cell }),
  fc.record({
    kind: fc.constantFrom(
      'insertRows' as const,
      'deleteRows' as const,
      'insertColumns' as const,
      'deleteColumns' as const,
    ),
    at: small(6),
    count: small(2),
  }),
  fc.record({ kind: fc.constant('moveColumns' as const), at: small(4), count: small(2), before: small(6) }),
  fc.record({ kind: fc.constant('sort' as const), column: small(4), ascending: fc.boolean() }),
);

/** The same steps on plain arrays. A sort is checked apart, so here it only happens on the engine's side. */
function model(grid: CellValue[][], done: Exclude<Step, { kind: 'sort' }>): CellValue[][] {
  const width = grid[0]?.length ?? 0;
  switch (done.kind) {
    case 'write':
      return grid.map((row, index) =>
        index === done.row - 1 ? row.map((value, column) => (column === done.column - 1 ? done.value : value)) : row,
      );
    case 'insertRows':
      return [
        ...grid.slice(0, done.at - 1),
        ...Array.from({ length: done.count }, () => new Array<CellValue>(width).fill(null)),
        ...grid.slice(done.at - 1),
      ];
    case 'deleteRows':
      return [...grid.slice(0, done.at - 1), ...grid.slice(done.at - 1 + done.count)];
    case 'insertColumns':
      return grid.map((row) => [
        ...row.slice(0, done.at - 1),
        ...new Array<CellValue>(done.count).fill(null),
        ...row.slice(done.at - 1),
      ]);
    case 'deleteColumns':
      return grid.map((row) => [...row.slice(0, done.at - 1), ...row.slice(done.at - 1 + done.count)]);
    case 'moveColumns':
      return grid.map((row) => {
        const moved = row.slice(done.at - 1, done.at - 1 + done.count);
        const marked = row.map((value, index) => ({
          value,
          moves: index >= done.at - 1 && index < done.at - 1 + done.count,
        }));
        const left = marked.slice(0, done.before - 1).filter(({ moves }) => !moves);
        const right = marked.slice(done.before - 1).filter(({ moves }) => !moves);
        return [...left.map(({ value }) => value), ...moved, ...right.map(({ value }) => value)];
      });
  }
}

describe('any sequence of changes', () => {
  it('leaves the grid as the same changes leave a plain table, and the file reopens to it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const book = openBook();
        const session = book.engine.session('');
        let expected = Array.from({ length: 1000 }, () => new Array<CellValue>(26).fill(null));
        for (const each of steps) {
          expected = perform(session, expected, each);
          const [tab] = session.sheets();
          const size = { rows: tab?.rows ?? 0, columns: tab?.columns ?? 0 };
          expect(size).toEqual({ rows: expected.length, columns: expected[0]?.length });
          expect(top(session, size.columns)).toEqual(expected.slice(0, 12));
        }
        session.flush();
        const columns = expected[0]?.length ?? 0;
        expect(top(book.reopen().session(''), columns)).toEqual(expected.slice(0, 12));
        book.close();
      }),
      { numRuns: 60 },
    );
  });
});

describe('any sequence of recorded actions', () => {
  it('can be taken back to the start and done again to the end', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const book = openBook();
        const session = book.engine.session('', 'person');
        const state = () => {
          const [tab] = session.sheets();
          return JSON.stringify([tab, top(session, tab?.columns ?? 0)]);
        };
        const states = [state()];
        const changes = steps.map((each) => {
          const { change } = book.engine.record(() => {
            act(session, each);
            session.flush();
          });
          states.push(state());
          return change;
        });
        for (let index = changes.length; index > 0; index -= 1) {
          expect(state()).toBe(states[index]);
          changes[index - 1]?.undo();
        }
        for (const [index, change] of changes.entries()) {
          expect(state()).toBe(states[index]);
          change.redo();
        }
        expect(state()).toBe(states.at(-1));
        book.close();
      }),
      { numRuns: 40 },
    );
  });
});

/** Does a step on the engine. */
function act(session: Session, each: Step): void {
  switch (each.kind) {
    case 'write':
      session.write({ sheetId: 0, row: each.row, column: each.column, rows: 1, columns: 1 }, [
        [{ input: { kind: 'value', value: each.value } }],
      ]);
      break;
    case 'sort': {
      const columns = session.sheets()[0]?.columns ?? 0;
      session.sort({ sheetId: 0, row: 1, column: 1, rows: 12, columns }, [
        { column: each.column, ascending: each.ascending },
      ]);
      break;
    }
    case 'moveColumns':
      session.moveColumns(0, each.at, each.count, each.before);
      break;
    default:
      session[each.kind](0, each.at, each.count);
  }
}

function top(session: Session, columns: number): CellValue[][] {
  return session.values({ sheetId: 0, row: 1, column: 1, rows: 12, columns });
}

function perform(session: Session, grid: CellValue[][], each: Step): CellValue[][] {
  act(session, each);
  if (each.kind === 'sort') return sorted(session, grid, each.column, each.ascending);
  // Moving columns to where they stand changes nothing.
  const staysPut = each.kind === 'moveColumns' && each.before >= each.at && each.before <= each.at + each.count;
  return staysPut ? grid : model(grid, each);
}

/** Sorting keeps every row whole: the same rows, in the order of the key, equals in their old order. */
function sorted(session: Session, grid: CellValue[][], column: number, ascending: boolean): CellValue[][] {
  const columns = grid[0]?.length ?? 0;
  const after = top(session, columns);
  const before = grid.slice(0, 12);
  const texts = (rows: CellValue[][]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(texts(after)).toEqual(texts(before));
  const keys = after.map((row) => row[column - 1] ?? null);
  const blanks = keys.indexOf(null);
  if (blanks >= 0) expect(keys.slice(blanks).every((key) => key === null)).toBe(true);
  const filled = keys.filter((key) => key !== null);
  const kinds = filled.map((key) => ['number', 'string', 'boolean'].indexOf(typeof key));
  expect(kinds).toEqual([...kinds].sort((a, b) => (ascending ? a - b : b - a)));
  const found = filled.filter((key) => typeof key === 'number');
  expect(found).toEqual([...found].sort((a, b) => (ascending ? a - b : b - a)));
  return [...after, ...grid.slice(12)];
}
