// What can happen in a run, as data: drawn from a seed, printed for people, dropped one by one to make a failing run smaller.
// Steps of one round begin together; the scheduler mixes them.
import { seededRandom } from '../../scripts/local/runtime/random';
import type { Faults } from '../../scripts/local/runtime/types';
import { people } from './book';
import { recordTabs, type TorturedTab } from './view';

/** `at`, from 0 to 1, says which of the records or rows that are there then. `n` makes a step's values its own. */
interface Common {
  readonly n: number;
  readonly who: string;
  readonly faults?: Faults;
}

export type Step = Common &
  (
    | {
        readonly do: 'save';
        readonly tab: TorturedTab;
        readonly at: number;
        readonly fields: readonly string[];
        readonly base: Base;
      }
    | { readonly do: 'saveMany'; readonly tab: TorturedTab; readonly at: number; readonly fields: readonly string[] }
    | { readonly do: 'create'; readonly tab: TorturedTab; readonly at: number; readonly fields: readonly string[] }
    | { readonly do: 'delete'; readonly tab: TorturedTab; readonly at: number; readonly base: Base }
    | { readonly do: 'undoChangeSet'; readonly at: number }
    | { readonly do: 'hourly' }
    | {
        readonly do: 'type';
        readonly tab: TorturedTab;
        readonly at: number;
        readonly field: string;
        readonly what: Typed;
      }
    | {
        readonly do: 'paste';
        readonly tab: TorturedTab;
        readonly at: number;
        readonly field: string;
        readonly rows: number;
        readonly columns: number;
      }
    | { readonly do: 'newRow'; readonly tab: TorturedTab; readonly rows: number }
    | { readonly do: 'emptyRow'; readonly tab: TorturedTab; readonly at: number }
    | {
        readonly do: 'overId';
        readonly tab: TorturedTab;
        readonly at: number;
        readonly what: 'blank' | 'junk' | 'other' | 'future';
      }
    | { readonly do: 'copyRow'; readonly tab: TorturedTab; readonly at: number; readonly over: number | null }
    | {
        readonly do: 'fill';
        readonly tab: TorturedTab;
        readonly at: number;
        readonly rows: number;
        readonly columns: number;
      }
    | {
        readonly do: 'sort';
        readonly tab: TorturedTab;
        readonly field: string;
        readonly ascending: boolean;
        readonly rows: readonly [number, number] | null;
      }
    | {
        readonly do: 'insertRows' | 'deleteRows';
        readonly tab: TorturedTab;
        readonly at: number;
        readonly rows: number;
      }
    | { readonly do: 'insertColumn'; readonly tab: TorturedTab; readonly at: number; readonly header: string }
    | { readonly do: 'moveColumn'; readonly tab: TorturedTab; readonly at: number; readonly to: number }
    | { readonly do: 'renameColumn'; readonly tab: TorturedTab; readonly at: number }
    | { readonly do: 'copyColumn'; readonly tab: TorturedTab; readonly at: number }
    | { readonly do: 'deleteCustomColumn'; readonly tab: TorturedTab; readonly at: number }
    | { readonly do: 'undo' | 'redo' }
    | {
        // Some columns of some rows sorted without their neighbours.
        readonly do: 'sortPart';
        readonly tab: TorturedTab;
        readonly at: number;
        readonly rows: number;
        readonly field: string;
        readonly columns: number;
        readonly ascending: boolean;
      }
    | { readonly do: 'deleteColumn'; readonly tab: TorturedTab; readonly field: string }
    | { readonly do: 'setUp' }
    | { readonly do: 'pasteIds'; readonly tab: TorturedTab; readonly at: number; readonly rows: number }
    | {
        // Another program, by REST: no trigger hears of it.
        readonly do: 'program';
        readonly tab: TorturedTab;
        readonly at: number;
        readonly field: string;
        readonly rows: number;
        readonly what: 'write' | 'clear' | 'append' | 'deleteRows';
      }
    | {
        readonly do: 'ledgerCell';
        readonly tab: TorturedTab;
        readonly at: number;
        readonly column: LedgerColumn;
        readonly what: 'blank' | 'junk' | 'other';
      }
    | {
        readonly do: 'ledgerRows';
        readonly tab: TorturedTab;
        readonly at: number;
        readonly what: 'insert' | 'delete' | 'sort';
      }
    | {
        readonly do: 'mergeCells';
        readonly tab: TorturedTab;
        readonly at: number;
        readonly field: string;
        readonly rows: number;
      }
    | { readonly do: 'mark'; readonly tab: TorturedTab; readonly what: 'blank' | 'junk' | 'low' }
    | { readonly do: 'journalRow' }
    | { readonly do: 'renameTab' | 'copyTab'; readonly tab: TorturedTab }
    | { readonly do: 'filter'; readonly tab: TorturedTab; readonly field: string }
    | { readonly do: 'hideRows'; readonly tab: TorturedTab; readonly at: number; readonly rows: number }
  );

/** Columns of a hidden `_Ledger` tab. */
export type LedgerColumn = (typeof ledgerColumns)[number];
const ledgerColumns = ['ID', 'Version', 'Hash', 'Row', 'Change set', 'State'] as const;

/** The values a form began from: sent along, left to History, or the record as it is now. */
export type Base = 'sent' | 'history' | 'now';
export type Typed = 'text' | 'invalid' | 'blank' | 'formula';
export type Round = readonly Step[];

/** Fields that people write in these runs. Those of `free` hold texts that say which step they are from. */
export const writable: { readonly [tab in TorturedTab]: readonly string[] } = {
  contacts: ['firstName', 'lastName', 'jobTitle', 'city', 'notes', 'custom:Score', 'company', 'nextFollowUp'],
  companies: ['name', 'industry', 'city', 'notes'],
  deals: ['name', 'source', 'amount', 'notes', 'stage', 'company', 'contact'],
  tasks: ['title', 'outcome', 'due', 'contact', 'deal'],
};

const rounds = 3;
const mostTogether = 4;

/** The steps of a run. */
export function drawRounds(seed: number): Round[] {
  const random = seededRandom(seed ^ 0x5bd1e995);
  const draw = new Draw(random);
  let n = 0;
  return Array.from({ length: rounds }, () => {
    const tab = draw.of(recordTabs);
    const spot = draw.fraction();
    const same = draw.some(writable[tab]);
    return Array.from({ length: 1 + draw.below(mostTogether) }, (): Step => {
      n += 1;
      // People get in each other's way in one tab more often than in two.
      const step = drawStep(draw, n, draw.chance(0.7) ? tab : draw.of(recordTabs));
      const there = 'at' in step && draw.chance(0.6) ? { ...step, at: spot } : step;
      return 'fields' in there && there.tab === tab && draw.chance(0.6) ? { ...there, fields: same } : there;
    });
  });
}

function drawStep(draw: Draw, n: number, tab: TorturedTab): Step {
  const who = draw.of(people);
  const kind = draw.weighted(kinds);
  const fields = draw.some(writable[tab]);
  const at = draw.fraction();
  const base = draw.of(['sent', 'history', 'now', 'sent'] as const);
  const faults = drawFaults(draw);
  const common = { n, who, ...(faults ? { faults } : {}) };
  const few = 1 + draw.below(3);
  switch (kind) {
    case 'save':
      return { ...common, do: kind, tab, at, fields, base };
    case 'saveMany':
    case 'create':
      return { ...common, do: kind, tab, at, fields };
    case 'delete':
      return { ...common, do: kind, tab, at, base };
    case 'undoChangeSet':
    case 'hourly':
    case 'undo':
    case 'redo':
      return kind === 'undoChangeSet' ? { ...common, do: kind, at } : { ...common, do: kind };
    case 'type':
      return {
        ...common,
        do: kind,
        tab,
        at,
        field: draw.of(writable[tab]),
        what: draw.of(['text', 'text', 'invalid', 'blank', 'formula']),
      };
    case 'paste':
      return { ...common, do: kind, tab, at, field: draw.of(writable[tab]), rows: few, columns: 1 + draw.below(3) };
    case 'newRow':
      return { ...common, do: kind, tab, rows: few };
    case 'overId':
      return { ...common, do: kind, tab, at, what: draw.of(['blank', 'junk', 'other', 'future']) };
    case 'copyRow':
      return { ...common, do: kind, tab, at, over: draw.chance(0.3) ? draw.fraction() : null };
    case 'fill':
      return { ...common, do: kind, tab, at, rows: 1 + few, columns: 1 + draw.below(4) };
    case 'sort':
      return {
        ...common,
        do: kind,
        tab,
        field: draw.of([...writable[tab], 'id', 'updated']),
        ascending: draw.chance(0.5),
        rows: draw.chance(0.3) ? [draw.fraction(), draw.fraction()] : null,
      };
    case 'insertRows':
    case 'deleteRows':
      return { ...common, do: kind, tab, at, rows: 1 + draw.below(2) };
    case 'insertColumn':
      return { ...common, do: kind, tab, at, header: draw.chance(0.3) ? '' : `Own ${n}` };
    case 'moveColumn':
      return { ...common, do: kind, tab, at, to: draw.fraction() };
    case 'sortPart':
      return {
        ...common,
        do: kind,
        tab,
        at,
        rows: 2 + draw.below(4),
        field: draw.of([...writable[tab], 'id']),
        columns: 1 + draw.below(3),
        ascending: draw.chance(0.5),
      };
    case 'deleteColumn':
      return { ...common, do: kind, tab, field: draw.of([...writable[tab], 'id', 'created', 'updated', 'status']) };
    case 'setUp':
    case 'journalRow':
      return { ...common, do: kind };
    case 'pasteIds':
      return { ...common, do: kind, tab, at, rows: 1 + few };
    case 'program':
      return {
        ...common,
        do: kind,
        tab,
        at,
        field: draw.of(writable[tab]),
        rows: few,
        what: draw.of(['write', 'write', 'clear', 'append', 'deleteRows']),
      };
    case 'ledgerCell':
      return {
        ...common,
        do: kind,
        tab,
        at,
        column: draw.of(ledgerColumns),
        what: draw.of(['blank', 'junk', 'other']),
      };
    case 'ledgerRows':
      return { ...common, do: kind, tab, at, what: draw.of(['insert', 'delete', 'sort']) };
    case 'mergeCells':
      return { ...common, do: kind, tab, at, field: draw.of(writable[tab]), rows: 2 };
    case 'mark':
      return { ...common, do: kind, tab, what: draw.of(['blank', 'junk', 'low']) };
    case 'renameTab':
    case 'copyTab':
      return { ...common, do: kind, tab };
    case 'filter':
      return { ...common, do: kind, tab, field: draw.of(writable[tab]) };
    case 'hideRows':
      return { ...common, do: kind, tab, at, rows: few };
    default:
      return kind === 'emptyRow' ? { ...common, do: kind, tab, at } : { ...common, do: kind, tab, at };
  }
}

/** How often each kind comes. Kinds that the add-on does not yet take in well enough are simply left out here. */
const kinds: { readonly [kind in Step['do']]: number } = {
  save: 20,
  saveMany: 4,
  create: 6,
  delete: 4,
  undoChangeSet: 5,
  hourly: 4,
  type: 10,
  paste: 4,
  newRow: 4,
  emptyRow: 2,
  overId: 3,
  copyRow: 3,
  fill: 2,
  sort: 8,
  insertRows: 2,
  deleteRows: 4,
  insertColumn: 1,
  moveColumn: 2,
  renameColumn: 1,
  copyColumn: 1,
  deleteCustomColumn: 1,
  undo: 3,
  redo: 2,
  sortPart: 3,
  deleteColumn: 2,
  setUp: 1,
  pasteIds: 2,
  program: 4,
  ledgerCell: 2,
  ledgerRows: 1,
  mergeCells: 1,
  mark: 1,
  journalRow: 1,
  renameTab: 1,
  copyTab: 1,
  filter: 1,
  hideRows: 1,
};

function drawFaults(draw: Draw): Faults | null {
  if (!draw.chance(0.3)) return null;
  switch (draw.below(5)) {
    case 0:
    case 1:
    case 2:
      return { killCall: 1 + draw.below(60), seed: draw.below(1000) };
    case 3:
      return { failCall: 1 + draw.below(60) };
    default:
      return { lockHeldMs: draw.of([3_000, 19_000, 40_000]) };
  }
}

/** Draws by a seeded source of randomness. */
class Draw {
  constructor(private readonly random: () => number) {}

  fraction(): number {
    return Math.round(this.random() * 1000) / 1000;
  }

  below(count: number): number {
    return Math.floor(this.random() * count);
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** One to three of these, in their order. */
  some<T>(list: readonly T[]): T[] {
    const wanted = 1 + this.below(3);
    return list.filter((_, index) => this.below(list.length - index) < wanted).slice(0, wanted);
  }

  weighted<K extends string>(weights: { readonly [kind in K]: number }): K {
    const entries = Object.entries(weights) as [K, number][];
    let at = this.random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [kind, weight] of entries) {
      at -= weight;
      if (at < 0) return kind;
    }
    return entries[0]?.[0] as K;
  }
}

/** One line for people. */
export function describeStep({ n, who, do: kind, faults, ...rest }: Step): string {
  const name = who.split('@')[0];
  const details = Object.entries(rest)
    .map(([key, value]) => `${key} ${Array.isArray(value) ? value.join('+') : String(value)}`)
    .join(', ');
  return `${n}. ${name}: ${kind}${details ? ` (${details})` : ''}${faults ? ` with ${JSON.stringify(faults)}` : ''}`;
}
