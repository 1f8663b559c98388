// What people really did to the grid: each of their actions is seen from outside, by comparing the cells before and after it.
// So no action needs to explain itself, and a new kind of action needs no new rule here.
import type { CellValue } from '../../scripts/local/engine/types';
import { ledgerTitle } from '../../src/domain/schema';
import type { Book } from './book';
import { recordTabs, type SeenRow, seenRows, type TorturedTab } from './view';

/** One value that came into a cell, or went from it, by a person's hand. */
export interface Touch {
  readonly moment: number;
  readonly tab: TorturedTab;
  /** The record whose row it was; blank where the row had no id, or one that was not its own. */
  readonly id: string;
  readonly key: string;
  readonly value: CellValue;
}

export interface Seen {
  readonly placed: readonly Touch[];
  readonly removed: readonly Touch[];
  /** Records whose row went, was emptied, or lost its id. */
  readonly left: readonly { readonly moment: number; readonly id: string }[];
  /** When rows or columns were moved in any tab, or ids put over others. */
  readonly moved: readonly number[];
  /** Ids that were put into other rows: which record such a row is from then on, only what it holds can tell. */
  readonly displaced: ReadonlySet<string>;
  /** Ids that were in a second row for a time: a copy shows what the record held when it was taken, blanks too. */
  readonly doubled: ReadonlySet<string>;
}

type Snapshot = { readonly [tab in TorturedTab]: readonly SeenRow[] };

/**
 * How an action treats rows: in place (cells change where they stand), as wholes that move, come and go, or, taking back either
 * of them, as it shows itself.
 */
export type Manner = 'in place' | 'whole rows' | 'as it was';

export class Witness implements Seen {
  readonly placed: Touch[] = [];
  readonly removed: Touch[] = [];
  readonly left: { moment: number; id: string }[] = [];
  readonly moved: number[] = [];
  readonly displaced = new Set<string>();
  readonly doubled = new Set<string>();

  constructor(
    private readonly book: Book,
    private readonly now: () => number,
  ) {}

  /** Does a person's action and takes down what it did. */
  watch<T>(manner: Manner, action: () => T): T {
    if (manner !== 'in place') this.moved.push(this.now());
    const before = this.snapshot();
    const result = action();
    const after = this.snapshot();
    for (const tab of recordTabs) this.compare(tab, manner, before[tab], after[tab]);
    return result;
  }

  private snapshot(): Snapshot {
    return Object.fromEntries(recordTabs.map((tab) => [tab, seenRows(this.book, tab)])) as unknown as Snapshot;
  }

  private compare(tab: TorturedTab, manner: Manner, before: readonly SeenRow[], after: readonly SeenRow[]): void {
    const given = new Set(this.book.rows(ledgerTitle(tab)).map(({ cells }) => String(cells.ID)));
    const isAlone = (rows: readonly SeenRow[], id: string) => rows.filter((row) => row.id === id).length === 1;
    const isOwn = (id: string) => given.has(id) && !this.displaced.has(id) && isAlone(after, id);
    const wasOwn = (id: string) => given.has(id) && !this.displaced.has(id) && isAlone(before, id);
    for (const [was, is] of pairs(manner, before, after)) {
      if (was && is && was.id !== is.id) {
        for (const { id } of [was, is]) this.displaced.add(id);
        this.moved.push(this.now());
      }
      if (is && is.id !== '' && was?.id !== is.id && !isAlone(after, is.id)) this.doubled.add(is.id);
      const isSame = was !== undefined && is !== undefined && was.id === is.id && isOwn(is.id);
      for (const [key, value] of Object.entries(was?.cells ?? {})) {
        if (!isSame || is.cells[key] !== value)
          this.note(this.removed, tab, was && wasOwn(was.id) ? was.id : '', key, value);
      }
      for (const [key, value] of Object.entries(is?.cells ?? {})) {
        const id = is && isOwn(is.id) && (isSame || was === undefined) ? is.id : '';
        if (!isSame || was.cells[key] !== value) this.note(this.placed, tab, id, key, value);
      }
      if (was && was.id !== '' && (!is || is.id !== was.id)) this.left.push({ moment: this.now(), id: was.id });
    }
  }

  private note(list: Touch[], tab: TorturedTab, id: string, key: string, value: CellValue): void {
    list.push({ moment: this.now(), tab, id, key, value });
  }
}

/** Rows before and after an action that are the same row; rows that are quite alike are left out. */
function pairs(
  manner: Manner,
  before: readonly SeenRow[],
  after: readonly SeenRow[],
): (readonly [SeenRow | undefined, SeenRow | undefined])[] {
  const stayed =
    before.length === after.length && before.every(({ row, id }, at) => row === after[at]?.row && id === after[at]?.id);
  const inPlace = manner === 'in place' || (manner === 'as it was' && stayed);
  const name = inPlace ? (row: SeenRow) => String(row.row) : nameOfRow;
  const waiting = new Map<string, SeenRow[]>();
  for (const row of before) waiting.set(name(row), [...(waiting.get(name(row)) ?? []), row]);
  const matched = after.map((row) => [waiting.get(name(row))?.shift(), row] as const);
  return [...matched, ...[...waiting.values()].flat().map((row) => [row, undefined] as const)];
}

function nameOfRow({ id, cells }: SeenRow): string {
  return id === '' ? JSON.stringify(Object.entries(cells).sort()) : id;
}
