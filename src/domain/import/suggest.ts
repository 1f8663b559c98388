// A first guess of what a source tab holds and where its columns go, from headers first and values second.
// The person sees it with its confidence and changes what is wrong.
import { isEmail } from '../email';
import { fieldsOf, type RecordTabKey, recordTabKeys } from '../schema';
import { importableFields, matchFields, matchRelated, matchTeam } from './fields';
import { normalHeader, readableHeader } from './header-text';
import type { SourceRecords } from './headers';
import { looksLikePhone } from './heading-rows';
import type { ColumnPlan, ColumnTarget, ImportMapping } from './mapping';
import type { SourceColumn } from './source';
import { cellText, type SourceCell } from './source';
import { type Choice, suggestChoice } from './value-map';

export interface SuggestContext {
  /** Headers of the custom columns that tabs have already. */
  readonly customFields: { readonly [tab: string]: readonly string[] };
  readonly stages: readonly Choice[];
}

export interface Suggestion {
  readonly mapping: ImportMapping;
  readonly columns: ColumnPlan[];
  /** The tab is a list of the team rather than of records. */
  readonly looksLikeTeam: boolean;
}

interface Scored {
  column: SourceColumn;
  target: ColumnTarget;
  score: number;
}

/** Words of a tab's title that tell what it holds. */
const titleWords: { readonly [tab in RecordTabKey]: RegExp } = {
  contacts: /contact|people|person|subscriber|attendee/i,
  companies: /compan|account|organi[sz]ation|firm/i,
  deals: /deal|pipeline|opportunit|forecast/i,
  interactions: /interaction|activit|calls?\b|meetings?\b/i,
  tasks: /task|to.?do|follow.?up/i,
  tickets: /ticket|case|support|issue/i,
  products: /product|price.?list|catalog/i,
};

/** Fields that many tabs share say little about which tab it is. */
const common = new Set([
  'owner',
  'notes',
  'tags',
  'source',
  'company',
  'contact',
  'priority',
  'status',
  'kind',
  'phone',
]);

/** Filled cells of each column, by position. */
type Cells = ReadonlyMap<number, readonly SourceCell[]>;

function cellsOf(records: SourceRecords): Cells {
  return new Map(
    records.columns.map(({ column }) => [
      column,
      records.rows.map((row) => row.cells[column] ?? null).filter((cell) => cellText(cell) !== ''),
    ]),
  );
}

function share(cells: readonly SourceCell[], test: (text: string) => boolean): number {
  const sample = cells.slice(0, 300);
  return sample.length === 0 ? 0 : sample.filter((cell) => test(cellText(cell))).length / sample.length;
}

/** What the values alone say a column may be, for columns whose header says nothing. */
function byValues(main: RecordTabKey, cells: readonly SourceCell[], context: SuggestContext): string | undefined {
  const has = (field: string) => importableFields(main).some(([key]) => key === field);
  if (has('email') && share(cells, isEmail) > 0.8) return 'email';
  if (has('phone') && share(cells, looksLikePhone) > 0.8) return 'phone';
  const isStage = (text: string) => suggestChoice(text, context.stages) !== null;
  if (has('stage') && cells.length > 0 && share(cells, isStage) > 0.8) return 'stage';
  return undefined;
}

/** Values that speak against what the header says: an email column without an address. */
function contradicts(field: string, cells: readonly SourceCell[]): boolean {
  if (cells.length === 0) return false;
  return field === 'email' && share(cells, isEmail) < 0.3;
}

function candidates(main: RecordTabKey, records: SourceRecords, all: Cells, context: SuggestContext): Scored[] {
  return records.columns.flatMap((column): Scored[] => {
    const cells = all.get(column.column) ?? [];
    const header = column.named ? normalHeader(column.header) : '';
    const own = matchFields(main, header).map(
      ({ field, score }): Scored => ({
        column,
        target: { kind: 'field', tab: main, field },
        score: contradicts(field, cells) ? 0.3 : score,
      }),
    );
    const related = matchRelated(main, header);
    // Where the header names a field of the main tab, another tab's is only what is left when that field is taken.
    const below = own.some(({ score }) => score > 0.6) ? Math.max(...own.map(({ score }) => score)) - 0.01 : 1;
    const guess = byValues(main, cells, context);
    return [
      ...own,
      ...(related
        ? [
            {
              column,
              target: { kind: 'field', tab: related.tab, field: related.field } as const,
              score: Math.min(related.score, below),
            },
          ]
        : []),
      ...(guess ? [{ column, target: { kind: 'field', tab: main, field: guess } as const, score: 0.4 }] : []),
    ];
  });
}

/** Best first, each column and each field once. */
function assign(scored: readonly Scored[]): Map<number, Scored> {
  const taken = new Set<string>();
  const result = new Map<number, Scored>();
  for (const entry of [...scored].sort((a, b) => b.score - a.score || a.column.column - b.column.column)) {
    const key = JSON.stringify(entry.target);
    if (taken.has(key) || result.has(entry.column.column)) continue;
    taken.add(key);
    result.set(entry.column.column, entry);
  }
  return result;
}

function tabScore(tab: RecordTabKey, records: SourceRecords, cells: Cells, context: SuggestContext): number {
  const required = new Set(
    fieldsOf(tab).flatMap(([key, field]) => (field.required || field.requiredUnless ? [key] : [])),
  );
  let total = titleWords[tab].test(records.title) ? 1 : 0;
  for (const { target, score } of assign(candidates(tab, records, cells, context)).values()) {
    if (target.kind !== 'field') continue;
    const weight = target.tab !== tab ? 0.3 : common.has(target.field) ? 0.4 : required.has(target.field) ? 1.5 : 1;
    total += score * weight;
  }
  return total;
}

/** Name and what only a team list has (manager, region, role), and hardly a column besides. */
function isTeamList(records: SourceRecords): boolean {
  const fields = records.columns.map(({ header }) => matchTeam(normalHeader(header)));
  const known = new Set(fields.filter((field) => field !== undefined));
  const special = ['manager', 'role', 'team', 'region'].filter((field) => known.has(field)).length;
  return known.has('name') && special >= 2 && fields.filter(Boolean).length >= fields.length * 0.6;
}

/**
 * A date that stands exactly on the deals that are won or lost is the day they were closed, whatever its header says:
 * many exports have one "close date" for both meanings.
 */
function closedDates(assigned: Map<number, Scored>, records: SourceRecords, context: SuggestContext): void {
  const columnOf = (field: string) =>
    [...assigned].find(([, { target }]) => target.kind === 'field' && target.tab === 'deals' && target.field === field);
  const stage = columnOf('stage');
  const close = columnOf('closeDate');
  if (!stage || !close || columnOf('closedOn')) return;
  const outcomes = new Map<string, boolean>();
  const isClosed = (text: string) => {
    const known = outcomes.get(text);
    if (known !== undefined) return known;
    const name = suggestChoice(text, context.stages);
    const closed = context.stages.some((choice) => choice.name === name && choice.outcome !== 'open');
    outcomes.set(text, closed);
    return closed;
  };
  let [dated, datedAndClosed] = [0, 0];
  for (const { cells } of records.rows) {
    if (cellText(cells[close[0]]) === '') continue;
    dated++;
    if (isClosed(cellText(cells[stage[0]]))) datedAndClosed++;
  }
  if (dated === 0 || datedAndClosed < dated * 0.95) return;
  assigned.set(close[0], { ...close[1], target: { kind: 'field', tab: 'deals', field: 'closedOn' }, score: 0.8 });
}

/** The header of a custom column: readable, and none that the tab has as a field of its own. */
function customHeader(main: RecordTabKey, column: SourceColumn): string {
  const header = readableHeader(column.header);
  const taken = fieldsOf(main).some(([, field]) => normalHeader(field.header) === normalHeader(header));
  return taken ? `${header} (imported)` : header;
}

function leftOver(
  main: RecordTabKey,
  column: SourceColumn,
  cells: readonly SourceCell[],
  context: SuggestContext,
): Scored {
  if (cells.length === 0) return { column, target: { kind: 'skip' }, score: 1 };
  const header = customHeader(main, column);
  const existing = (context.customFields[main] ?? []).find((other) => normalHeader(other) === normalHeader(header));
  return {
    column,
    target: { kind: 'custom', tab: main, header: existing ?? header },
    score: existing ? 1 : column.named ? 0.6 : 0.3,
  };
}

/** A column of a known export goes where that program's columns go; a blank one nowhere. */
function exportedTarget(
  target: ColumnTarget | undefined,
  column: SourceColumn,
  cells: readonly SourceCell[],
): Scored | undefined {
  return target && cells.length > 0 ? { column, target, score: 1 } : undefined;
}

function samples(cells: readonly SourceCell[]): string[] {
  return [...new Set(cells.slice(0, 200).map((cell) => cellText(cell)))].slice(0, 4);
}

function bestTab(records: SourceRecords, cells: Cells, context: SuggestContext): RecordTabKey {
  const scores = recordTabKeys.map((tab) => ({ tab, score: tabScore(tab, records, cells, context) }));
  return scores.reduce((a, b) => (b.score > a.score ? b : a)).tab;
}

/** Suggests the main tab (unless `main` says it) and where each column goes. Values are left for the person to decide. */
export function suggestMapping(records: SourceRecords, context: SuggestContext, main?: RecordTabKey): Suggestion {
  const looksLikeTeam = isTeamList(records);
  const all = cellsOf(records);
  const best = main ?? records.exported?.main ?? bestTab(records, all, context);
  const known = records.exported?.main === best ? records.exported.targets : undefined;
  const assigned = looksLikeTeam && !main ? new Map<number, Scored>() : assign(candidates(best, records, all, context));
  if (best === 'deals' && !known) closedDates(assigned, records, context);
  const columns = records.columns.map((column): ColumnPlan => {
    const cells = all.get(column.column) ?? [];
    const { target, score } =
      looksLikeTeam && !main
        ? { target: { kind: 'skip' } as const, score: 0.5 }
        : (exportedTarget(known?.get(column.column), column, cells) ??
          (known ? undefined : assigned.get(column.column)) ??
          leftOver(best, column, cells, context));
    return { column: column.column, header: column.header, samples: samples(cells), confidence: score, target };
  });
  return {
    mapping: { main: best, columns: columns.map(({ column, target }) => ({ column, target })), values: [] },
    columns,
    looksLikeTeam,
  };
}
