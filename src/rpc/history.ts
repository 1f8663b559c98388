// History as people read it: change sets of the whole workbook, of a tab or of one record, newest first, a page at a time.
import { isBy, isInPart, undoes } from '../domain/change-set';
import { addDays, isDay } from '../domain/days';
import type { RecordTabKey } from '../domain/schema';
import {
  countEntries,
  instantOfDay,
  kindOf,
  type PastEntry,
  readBefore,
  readOrigin,
  readOutlines,
  readPastOf,
  settleArchive,
} from '../workbook';
import { type Caller, recordId, recordTab } from './caller';
import type { ChangeSetView, HistoryInput, HistoryPage } from './contract-history';
import { mostRecords, namesIn, sizeOf, tellGroups } from './history-view';
import { badInput } from './reply';

/** Rows of History in one read, and reads for one page: past them the page ends, and the next goes on. */
const rowsAtOnce = 300;
const mostReads = 10;

interface Found {
  /** Newest first; those of a change set together. */
  readonly groups: PastEntry[][];
  readonly cursor: string | null;
}

interface Filter {
  fits(entry: PastEntry): boolean;
  /** Whether this entry, and so all older ones, is from before the time asked for. */
  isOver(entry: PastEntry): boolean;
}

/** Throws `bad-input`. Reads in blocks from the end, never the whole tab for a page. */
export function historyPage(caller: Caller, input: HistoryInput): HistoryPage {
  const { workbook } = caller;
  const limit = Math.min(50, Math.max(1, Math.floor(Number(input.limit ?? 20)) || 20));
  const before = input.cursor === undefined || input.cursor === null ? null : Number(input.cursor);
  if (before !== null && !(Number.isInteger(before) && before >= 0)) {
    throw badInput('`cursor` must be the one of the answer before.');
  }
  const tab = input.tab === undefined || input.tab === null ? undefined : recordTab(input.tab);
  const id = recordId(input.id);
  const filter = filterOf(caller, input, tab);
  settleArchive(workbook);
  const found = id ? pastOfRecord(caller, id, filter, before, limit) : pastOfWorkbook(caller, filter, before, limit);
  const oldest = Math.min(...found.groups.flat().map(({ at }) => at));
  const outlines = Number.isFinite(oldest) ? readOutlines(workbook, oldest) : [];
  const undos = [...new Map(outlines.map((line) => [line.changeSet, line])).values()].filter(
    ({ how }) => undoes(how) !== null,
  );
  // As they were written: what a person changed stands before what follows from it.
  const groups = found.groups.map((entries) => [...entries].reverse());
  const told = tellGroups(caller, groups);
  return {
    sets: found.groups.map((entries, index): ChangeSetView => {
      const [{ changeSet, when, who, how }] = entries as [PastEntry];
      const lines = outlines.filter((line) => line.changeSet === changeSet).length;
      const { records, mayUndo } = told[index] as (typeof told)[number];
      const undone = undoOfSet(undos, changeSet);
      return {
        changeSet,
        when,
        who,
        how: undoes(how) === null ? how : 'undo',
        count: Math.max(
          lines,
          entries.reduce((sum, entry) => sum + sizeOf(entry), 0),
        ),
        records,
        canUndo: mayUndo && (!undone || isInPart(undone.how)),
        ...(undone ? { undone: { when: undone.when, who: undone.who, inPart: isInPart(undone.how) } } : {}),
      };
    }),
    labels: namesIn(
      workbook,
      groups.flatMap((entries) => entries.slice(0, mostRecords)),
    ),
    cursor: found.cursor,
    total: countEntries(workbook),
  };
}

function filterOf({ workbook }: Caller, input: HistoryInput, tab: RecordTabKey | undefined): Filter {
  const day = (text: unknown, name: string): string | null => {
    if (text === undefined || text === null || text === '') return null;
    if (typeof text === 'string' && isDay(text)) return text;
    throw badInput(`\`${name}\` must be a day like 2026-11-23.`);
  };
  const from = day(input.from, 'from');
  const to = day(input.to, 'to');
  const first = from === null ? '' : instantOfDay(workbook, from);
  const after = to === null ? '~' : instantOfDay(workbook, addDays(to, 1));
  const who = String(input.who ?? '').trim();
  const how = String(input.how ?? '').trim();
  return {
    fits: (entry) =>
      entry.when >= first &&
      entry.when < after &&
      (tab === undefined || entry.tab === tab) &&
      (who === '' || isBy(entry.who, who)) &&
      (how === '' || entry.how === how || (how === 'undo' && undoes(entry.how) !== null)),
    isOver: (entry) => entry.when < first,
  };
}

function pastOfWorkbook({ workbook }: Caller, filter: Filter, start: number | null, limit: number): Found {
  const groups = new Map<string, PastEntry[]>();
  let before = start;
  for (let reads = 0; reads < mostReads; reads++) {
    const page = readBefore(workbook, before, rowsAtOnce);
    for (const entry of page.entries) {
      if (!filter.fits(entry)) continue;
      const group = groups.get(entry.changeSet);
      if (group) group.push(entry);
      else if (groups.size === limit) return { groups: [...groups.values()], cursor: String(entry.at + 1) };
      else groups.set(entry.changeSet, [entry]);
    }
    const isOver = page.entries.length > 0 && page.entries.every(filter.isOver);
    if (page.next === 0 || isOver) return { groups: [...groups.values()], cursor: null };
    before = page.next;
  }
  return { groups: [...groups.values()], cursor: String(before) };
}

function pastOfRecord({ workbook }: Caller, id: string, filter: Filter, start: number | null, limit: number): Found {
  const read = readPastOf(workbook, id, start, limit + 1);
  const isMore = read.length > limit;
  const entries = isMore ? read.slice(0, limit) : read;
  const origin = isMore || read.some((entry) => kindOf(entry) === 'create') ? null : readOrigin(workbook, id);
  const groups = new Map<string, PastEntry[]>();
  for (const entry of [...entries, ...(origin ? [origin] : [])]) {
    if (filter.fits(entry)) groups.set(entry.changeSet, [...(groups.get(entry.changeSet) ?? []), entry]);
  }
  return { groups: [...groups.values()], cursor: isMore ? String(entries[entries.length - 1]?.at ?? 0) : null };
}

type Outline = ReturnType<typeof readOutlines>[number];

/** The undo of a change set that is not undone itself: one that took all of it back, else the last that took back a part. */
function undoOfSet(undos: readonly Outline[], changeSet: string, depth = 0): Outline | undefined {
  // A forged row may name itself.
  if (depth > 20) return undefined;
  const standing = undos.filter((one) => undoes(one.how) === changeSet && !undoOfSet(undos, one.changeSet, depth + 1));
  return standing.find(({ how }) => !isInPart(how)) ?? standing[standing.length - 1];
}
