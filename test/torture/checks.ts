// What must be true at a quiet moment, after everything that happened in a run: the simple model that the add-on is held against.
import type { CellValue } from '../../scripts/local/engine/types';

import { parseId } from '../../src/domain/ids';
import { fieldOf, isBlank, sameValue } from '../../src/domain/record';
import { type FieldValue, tabs } from '../../src/domain/schema';
import { dateOfSerial } from '../../src/domain/serial';
import { disagreements } from '../workbook/consistency';
import type { Book } from './book';
import type { Call } from './calls';
import { breaks, readPast, show, type Told, toldValues } from './past';
import { isFollowed, isPersons } from './values';
import { columnNow, recordTabs, seenRows, type TorturedTab } from './view';
import { isInWindow, isWhileWriting, type Turn } from './window';
import type { Seen, Touch } from './witness';

export interface Evidence {
  readonly book: Book;
  readonly calls: readonly Call[];
  readonly seen: Seen;
  /** The last row of History when the run began. */
  readonly since: number;
  readonly turns: readonly Turn[];
  /** Records whose ledger row a person has edited: of these the ledger may say what never was. */
  readonly tampered: ReadonlySet<string>;
  /** A person has edited the highest numbers given. */
  readonly marksEdited: boolean;
}

/** Everything that should not be, as sentences. */
export function violations(evidence: Evidence): string[] {
  const { book, calls, seen, since, turns, tampered } = evidence;
  const past = readPast(book);
  const news = past.filter(({ at }) => at > since);
  const trusted = past.filter(({ id }) => !tampered.has(id));
  return [
    // What was taken from a cell is known from the ledger: not where somebody had taken its row away.
    ...disagreements(
      book,
      tampered,
      (tab, key) => seen.removed.some((touch) => touch.tab === tab && touch.key === key),
      evidence.marksEdited,
    ),
    ...breaks(trusted),
    ...idsUsedTwice(evidence, trusted),
    ...calls.flatMap((call) => notKept(call, past)),
    ...calls.flatMap((call) => mergedWrongly(call, trusted)),
    ...calls.filter(({ form }) => !form || !tampered.has(form.id)).flatMap((call) => conflictsOfOne(call, news, seen)),
    ...halfDone(evidence, past),
    ...lost(book, past, seen, turns),
    ...strayed(evidence, trusted),
    ...inventedByGrid(
      evidence,
      news.filter(({ id }) => !tampered.has(id)),
    ),
    ...undoneWrongly(calls, past),
  ];
}

/** A record is created once; and no two answers give the same id. */
function idsUsedTwice({ calls, tampered, marksEdited }: Evidence, past: readonly Told[]): string[] {
  const created = past.filter(({ summary }) => summary === 'Created').map(({ id }) => id);
  const given = calls.flatMap(({ wanted, answer }) =>
    answer.kind === 'done' ? answer.ids.filter((_, index) => wanted[index]?.id === '') : [],
  );
  return [
    ...twice(created).map((id) => `${id} was created twice`),
    // Nothing remembers a number when a person takes it out of `_Meta` and its entry out of the ledger.
    ...twice(given)
      .filter((id) => !(marksEdited && tampered.has(id)))
      .map((id) => `${id} was given twice`),
  ];
}

/** What was acknowledged stands in History, under its change set, value by value. */
function notKept({ n, wanted, answer, what }: Call, past: readonly Told[]): string[] {
  if (answer.kind !== 'done' || what === 'undo') return [];
  const own = past.filter(({ changeSet }) => changeSet === answer.changeSet);
  return wanted.flatMap(({ fields }, index) => {
    const id = answer.ids[index] ?? '';
    const entries = own.filter((entry) => entry.id === id);
    if (what === 'delete') {
      return entries.some(({ summary }) => summary === 'Deleted')
        ? []
        : [`step ${n}: the deletion of ${id} is not in History`];
    }
    return Object.entries(fields).flatMap(([key, value]) => {
      const tab = parseId(id)?.tab as TorturedTab;
      if (!isFollowed(tab, key, value)) return [];
      const kept = entries.some(({ delta }) => sameValue(delta[key]?.[1], value));
      return kept ? [] : [`step ${n}: ${id}.${key} = ${show(value)} was acknowledged and is not in History`];
    });
  });
}

/** A stale save may only write over what its form showed. */
function mergedWrongly({ n, wanted, form, answer }: Call, past: readonly Told[]): string[] {
  if (answer.kind !== 'done' || !form) return [];
  const entries = past.filter(
    (entry) => entry.changeSet === answer.changeSet && entry.id === form.id && entry.how !== 'grid',
  );
  return Object.keys(wanted[0]?.fields ?? {}).flatMap((key) =>
    entries.flatMap(({ delta }) => {
      const change = delta[key];
      if (!change || sameValue(change[0], form.fields[key])) return [];
      return [
        `step ${n}: ${form.id}.${key} was ${show(change[0])} when it was saved over, the form showed ${show(form.fields[key])}`,
      ];
    }),
  );
}

/** A conflict is told only where somebody else has touched the same field. */
function conflictsOfOne({ n, wanted, form, answer }: Call, past: readonly Told[], seen: Seen): string[] {
  if (answer.kind !== 'conflict' || !form) return [];
  return answer.conflicts.flatMap(({ field, mine, theirs }) => {
    const where = `step ${n}: conflict in ${form.id}.${field}`;
    if (!(field in (wanted[0]?.fields ?? {}))) return [`${where}, which it did not change`];
    if (sameValue(mine, theirs)) return [`${where}, where both want the same`];
    const touched =
      past.some(({ id, delta }) => id === form.id && field in delta) ||
      [...seen.placed, ...seen.removed].some(({ id, key }) => key === field && (id === form.id || id === ''));
    return touched && !sameValue(form.fields[field], theirs) ? [] : [`${where}, which nobody else has touched`];
  });
}

/** Several records saved together are there together, acknowledged or not. */
function halfDone(evidence: Evidence, past: readonly Told[]): string[] {
  const { calls, seen } = evidence;
  return calls.flatMap(({ n, what, tab, wanted }) => {
    if (what === 'undo' || what === 'delete' || fellAstray(evidence, tab)) return [];
    const followed = wanted.flatMap(({ fields }) =>
      Object.entries(fields).filter(([key, value]) => isFollowed(tab, key, value)),
    );
    const there = followed.filter(([key, value]) =>
      past.some((entry) => entry.tab === tab && sameValue(entry.delta[key]?.[1], value)),
    );
    // What a person wrote over before it was told had been there as well.
    const gone = followed.filter(([key, value]) =>
      seen.removed.some((touch) => touch.tab === tab && touch.key === key && touch.value === value),
    );
    if (there.length === 0 || new Set([...there, ...gone]).size === followed.length) return [];
    return [`step ${n}: only ${there.length} of its ${followed.length} values are there`];
  });
}

/** Nothing typed is thrown away: it stands in the grid or in History, unless a person's own hand took it away again. */
function lost(book: Book, past: readonly Told[], seen: Seen, turns: readonly Turn[]): string[] {
  const kept = new Set<string>();
  // What a formula in the team's own column comes to is kept with the formula.
  const name = (tab: string, value: unknown) => `${tab} ${String(value).replace(/^="(t\d+\.\d+)"$/, '$1')}`;
  for (const tab of recordTabs) {
    for (const { cells } of seenRows(book, tab)) for (const value of Object.values(cells)) kept.add(name(tab, value));
  }
  for (const { tab, value } of toldValues(past)) kept.add(name(tab, value));
  for (const { tab, value } of seen.removed) kept.add(name(tab, value));
  return seen.placed
    .filter(({ tab, key, value }) => isFollowed(tab, key, value) && isPersons(tab, key))
    .filter(({ tab, value }) => !kept.has(name(tab, value)))
    .filter(({ moment, tab }) => {
      // Typed in the one window that remains, or brought under the write by a sort in it.
      const moments = [moment, ...seen.moved.filter((later) => later > moment)];
      return !moments.some((one) => isInWindow(turns, book.runtime.executions(), one, tabs[tab].title));
    })
    .map(({ tab, id, key, value }) => `${show(value)}, typed into ${key} of ${id || `a row of ${tab}`}, is nowhere`);
}

/** A value stays with the record it was given to, and does not multiply. */
function strayed(evidence: Evidence, past: readonly Told[]): string[] {
  const { book, calls, seen, tampered } = evidence;
  const homes = new Map<string, { ids: Set<string>; keys: Set<string>; copies: number }>();
  const allow = (tab: TorturedTab, id: string, key: string, value: unknown) => {
    const place = `${tab} ${String(value)}`;
    const home = homes.get(place) ?? { ids: new Set(), keys: new Set(), copies: 0 };
    homes.set(place, home);
    // A record whose ledger row somebody has taken away may come to be known by another id.
    home.ids.add(tampered.has(id) ? '' : id);
    home.keys.add(key.startsWith('custom:') ? 'custom' : key);
    home.copies += 1;
  };
  for (const { tab, wanted, answer } of calls) {
    wanted.forEach(({ id, fields }, index) => {
      const own = id || (answer.kind === 'done' ? (answer.ids[index] ?? '') : '');
      for (const [key, value] of Object.entries(fields)) allow(tab, own, key, value);
    });
  }
  for (const { tab, id, key, value } of seen.placed) allow(tab, id, key, value);
  const found: string[] = [];
  const check = (tab: TorturedTab, id: string, key: string, value: unknown, where: string) => {
    const home = homes.get(`${tab} ${String(value)}`);
    // A sum that Rowbook took may come to the same.
    if (!home || fieldOf(tab, key)?.writer !== 'person' || !isFollowed(tab, key, value)) return;
    if (fellAstray(evidence, tab)) return;
    const isHome = home.ids.has(id) || home.ids.has('');
    const isField = home.keys.has(key.startsWith('custom:') ? 'custom' : key);
    if (!isHome || !isField) found.push(`${show(value)} strayed into ${key} of ${id} (${where})`);
  };
  for (const { tab, id, key, value } of toldValues(past)) check(tab, id, key, value, 'History');
  for (const tab of recordTabs) {
    const counts = new Map<string, number>();
    for (const { id, cells } of seenRows(book, tab)) {
      for (const [key, value] of Object.entries(cells)) {
        check(tab, id, key, value, 'grid');
        if (isFollowed(tab, key, value)) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
      }
    }
    for (const [value, count] of counts) {
      const copies = homes.get(`${tab} ${value}`)?.copies ?? count;
      if (count > copies && !fellAstray(evidence, tab))
        found.push(`${value} stands ${count} times in ${tab}, and was given ${copies} times`);
    }
  }
  return found;
}

/** What History says was done in the grid, somebody did. */
function inventedByGrid(evidence: Evidence, past: readonly Told[]): string[] {
  const { book, calls, seen, turns, tampered } = evidence;
  const ofTampered = new Set(
    calls.flatMap(({ tab, wanted, answer }) =>
      wanted.flatMap(({ id, fields }, index) => {
        const own = id || (answer.kind === 'done' ? (answer.ids[index] ?? '') : '');
        return tampered.has(own) ? Object.values(fields).map((value) => `${tab} ${String(value)}`) : [];
      }),
    ),
  );
  const did = (list: readonly Touch[], tab: TorturedTab, id: string, key: string, value: FieldValue) =>
    list.some(
      (touch) =>
        touch.tab === tab &&
        (touch.id === id || touch.id === '' || tampered.has(touch.id)) &&
        (touch.key === key || (touch.key.startsWith('custom:') && key.startsWith('custom:'))) &&
        (value === null || String(touch.value) === String(value) || dayOf(touch.value) === value),
    );
  const all = readPast(book);
  // Whose id stands in another row may be taken for a record of its own.
  const isOfDisplaced = (tab: TorturedTab, key: string, value: FieldValue) =>
    all.some((one) => one.tab === tab && seen.displaced.has(one.id) && sameValue(one.delta[key]?.[1], value));
  return past.flatMap(({ at, how, tab, id, summary, delta }) => {
    if (how !== 'grid' || fellAstray(evidence, tab)) return [];
    const where = `History row ${at} (${id}: ${summary})`;
    if (summary === 'Deleted') {
      // A row inserted above the place of a new record, in the one window that remains, has the new one written over an old.
      const fell = seen.moved.some((moment) => isInWindow(turns, book.runtime.executions(), moment, tabs[tab].title));
      const isOverwritten =
        seen.displaced.has(id) && Object.entries(delta).some(([key, [was]]) => did(seen.removed, tab, id, key, was));
      return fell || isOverwritten || seen.left.some((one) => one.id === id) ? [] : [`${where}: nobody deleted it`];
    }
    return Object.entries(delta).flatMap(([key, [before, after]]) => {
      const type = fieldOf(tab, key)?.type;
      const isText = isPersons(tab, key) && ['text', 'longText', 'money'].includes(type ?? '');
      // Of a row that became a record only what was typed: the rest are defaults, or all of a task that a date made.
      if (!isText || (summary === 'Created' && !isFollowed(tab, key, after))) return [];
      if (key.startsWith('custom:') && !isFollowed(tab, key, after ?? before)) return [];
      // A cell that a merge swallowed keeps nothing, whatever is written to it. And whose id a person moved to another row, while
      // it was written, is what that row holds: blanks too.
      const explained = isBlank(after)
        ? did(seen.removed, tab, id, key, before) ||
          // While rows were moved, what went may have been another's value that had just fallen there.
          (seen.moved.length > 0 && did(seen.removed, tab, id, key, null)) ||
          isMerged(book, tab, key) ||
          seen.left.some((one) => one.id === id) ||
          seen.doubled.has(id) ||
          columnNow(book, tab, key) === 0
        : did(seen.placed, tab, id, key, after) ||
          ofTampered.has(`${tab} ${String(after)}`) ||
          isOfDisplaced(tab, key, after) ||
          // A record that comes back has in fields without a column what it had.
          (summary === 'Restored' && past.some((one) => one.id === id && sameValue(one.delta[key]?.[0], after)));
      return explained ? [] : [`${where}: nobody made ${key} ${show(after)} in the grid`];
    });
  });
}

/**
 * Whether rows or columns of a tab were moved between an execution's look at them and its write, and it could not read back what
 * fell into which cell: it came to its end, or they were moved once more before it looked. Two accidents in one second.
 */
function fellAstray({ book, seen, turns }: Evidence, tab: TorturedTab): boolean {
  const { title } = tabs[tab];
  const runs = book.runtime.executions();
  const died = runs.filter(({ status, log }) => status !== 'done' || log.some((line) => line.startsWith('error')));
  const whileIn = (some: typeof runs) => seen.moved.filter((moment) => isWhileWriting(turns, some, moment, title));
  return whileIn(died).length > 0 || runs.some((run) => whileIn([run]).length > 1);
}

function isMerged(book: Book, tab: TorturedTab, key: string): boolean {
  const { sheetId } = book.sheet(tabs[tab].title);
  const column = columnNow(book, tab, key);
  return book.engine
    .session('')
    .extras(sheetId)
    .merges.some((rect) => rect.column <= column && column < rect.column + rect.columns);
}

/** An undo puts back what the change set had found, and nothing else of what people write. */
function undoneWrongly(calls: readonly Call[], past: readonly Told[]): string[] {
  return calls.flatMap(({ n, what, undoes, answer }) => {
    if (what !== 'undo' || answer.kind !== 'done' || answer.changeSet === '') return [];
    const done = past.filter(({ changeSet }) => changeSet === undoes);
    return past
      .filter(({ changeSet, how }) => changeSet === answer.changeSet && how.startsWith('undo'))
      .flatMap(({ tab, id, delta }) =>
        Object.entries(delta).flatMap(([key, [, after]]) => {
          if (!isPersons(tab, key)) return [];
          const was = done.some((entry) => entry.id === id && sameValue(entry.delta[key]?.[0], after));
          return was ? [] : [`step ${n}: undoing ${undoes} made ${id}.${key} ${show(after)}, which it was not before`];
        }),
      );
  });
}

function twice(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, index) => text !== '' && texts.indexOf(text) !== index))];
}

/** A date that came into a field of text, by a fill over its column, is told as it is written. */
function dayOf(cell: CellValue): string | null {
  return typeof cell === 'number' ? dateOfSerial(cell) : null;
}
