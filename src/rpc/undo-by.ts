// Undoing all that one person changed since some time: admins only, a preview first, then in steps.

import { isBy, undoes } from '../domain/change-set';
import { isDay } from '../domain/days';
import { tabOf } from '../domain/schema';
import {
  abandonImport,
  type ChangesBy,
  findChangesBy,
  instantOfDay,
  isBlock,
  markUndone,
  newChangeSet,
  readChangeSet,
  undoChangesBy,
  withLock,
} from '../workbook';
import type { Caller } from './caller';
import type { UndoByInput, UndoByResult } from './contract-history';
import { sizeOf } from './history-view';
import { badInput, notAllowed } from './reply';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

/** Throws `not-allowed`, `bad-input`, `too-large`. */
export function undoChangesByPerson(caller: Caller, input: UndoByInput): UndoByResult {
  if (caller.role !== 'admin') throw notAllowed('Only admins undo all changes of a person.');
  const { workbook, author } = caller;
  const isPreview = input.until === undefined || input.until === null;
  const changes: ChangesBy = {
    who: personOf(input),
    since: sinceOf(caller, input),
    until: isPreview ? workbook.now() : momentOf(input.until, 'until'),
  };
  const found = findChangesBy(workbook, changes);
  const { entries } = found;
  const { until } = changes;
  if (isPreview) {
    const ids = new Map<string, Set<string>>();
    for (const { tab, id } of entries) {
      const { title } = tabOf(tab);
      ids.set(title, (ids.get(title) ?? new Set()).add(id));
    }
    const sizes = new Map(entries.map((entry) => [entry.id, sizeOf(entry)]));
    const tabs = [...ids].map(([title, own]) => ({
      title,
      records: [...own].reduce((sum, id) => sum + (sizes.get(id) ?? 1), 0),
    }));
    return {
      status: 'preview',
      until,
      changeSets: new Set(entries.map(({ changeSet }) => changeSet)).size,
      records: tabs.reduce((sum, { records }) => sum + records, 0),
      tabs,
    };
  }
  const changeSet = input.changeSet ? ownUndo(caller, input.changeSet) : newChangeSet(workbook);
  const at = Number(input.at ?? 0);
  if (!Number.isInteger(at) || at < 0) throw badInput('`at` must be the one of the answer before.');
  const imports = new Set(entries.filter(isBlock).map((entry) => entry.changeSet));
  // An import that stands unfinished would go on filling what is being taken out.
  if (at === 0) for (const one of imports) withLock(workbook, () => abandonImport(workbook, one));
  const step = undoChangesBy(workbook, author, found, { at, changeSet });
  if (!step.more) for (const one of imports) markUndone(workbook, one, author);
  return { status: 'step', until, ...step, kept: [...step.kept] };
}

function personOf({ who }: UndoByInput): string {
  if (typeof who === 'string' && who.trim() !== '' && who.length <= 200) return who.trim();
  throw badInput('Say whose changes: `who` is an address, a name or “unknown (grid)”.');
}

function sinceOf({ workbook }: Caller, { since }: UndoByInput): string {
  if (typeof since === 'string' && isDay(since)) return instantOfDay(workbook, since);
  return momentOf(since, 'since');
}

function momentOf(text: unknown, name: string): string {
  if (typeof text === 'string' && instant.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw badInput(`\`${name}\` must be a day like 2026-11-23, or a moment like 2026-11-23T08:00:00.000Z.`);
}

/** The change set of the steps before, which must be the caller's own undo. */
function ownUndo({ workbook, email, name }: Caller, changeSet: unknown): string {
  const isOne = typeof changeSet === 'string' && /^S[0-9a-f]{12}$/.test(changeSet);
  const isOwn = ({ who, how }: { who: string; how: string }) => undoes(how) !== null && isBy(who, email || name);
  if (isOne && readChangeSet(workbook, changeSet).every((entry) => entry.how === 'grid' || isOwn(entry)))
    return changeSet;
  throw badInput('`changeSet` must be the one of the answer before.');
}
