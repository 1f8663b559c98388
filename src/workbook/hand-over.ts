// Handing over a person's records, a bounded part under each lock, all parts in one change set: one undo takes all of it back.
import { isOver, type OwnedTab, ownedTabs, type Receivers, receiverOf } from '../domain/hand-over';
import { nameOf } from '../domain/record';
import { fold } from '../domain/text';
import type { Author, StoredRecord, Workbook } from './api';
import { commitEach } from './commit-each';
import { readSettings, readTeam } from './plain-table';
import { readTable } from './table';

export interface OwnedRecord {
  readonly tab: OwnedTab;
  readonly record: StoredRecord;
  readonly over: boolean;
}

/** Records in one step: about three modelled seconds under the lock. */
const perStep = 60;

/** What a person owns in these tabs, in the order of the rows (1 read for each tab). Rows that have no id yet are left out. */
export function readOwned(workbook: Workbook, person: string, tabs: readonly OwnedTab[] = ownedTabs): OwnedRecord[] {
  const { stages } = readSettings(workbook);
  const team = readTeam(workbook);
  const keyOf = (text: string) => fold(team.person(text) ?? text);
  const wanted = keyOf(person);
  return tabs.flatMap((tab) =>
    readTable(workbook, tab)
      .records.filter(({ id, fields, raw }) => {
        const owner = String(fields.owner ?? raw.owner ?? '');
        return id !== '' && owner !== '' && keyOf(owner) === wanted;
      })
      .map((record) => ({ tab, record, over: isOver(tab, record.fields, stages) })),
  );
}

export interface Handed {
  readonly changeSet: string;
  readonly more: boolean;
  readonly moved: readonly {
    readonly tab: OwnedTab;
    readonly id: string;
    readonly name: string;
    readonly to: string;
  }[];
  readonly kept: readonly {
    readonly tab: OwnedTab;
    readonly id: string;
    readonly name: string;
    readonly reason: string;
  }[];
}

/**
 * Hands over the next records. `done`: how many this change set has handed over before, so that turns go on where they were.
 * A record whose owner cannot be changed (a formula stands there) is kept, with the reason. Throws WorkbookError `not-allowed`, `busy`.
 */
export function handOver(
  workbook: Workbook,
  author: Author,
  person: string,
  receivers: Receivers,
  options: { readonly over: boolean; readonly done: number; readonly changeSet: string | undefined },
): Handed {
  const kept: Handed['kept'][number][] = [];
  for (const tab of ownedTabs) {
    const owned = readOwned(workbook, person, [tab]).filter(({ over }) => options.over || !over);
    const named = owned.filter((_, index) => receiverOf(receivers, tab, options.done + index) !== '');
    const all = named.map(({ record }, index) => ({
      tab,
      id: record.id,
      name: nameOf(tab, record.fields) || record.id,
      to: receiverOf(receivers, tab, options.done + index),
    }));
    for (let at = 0; at < all.length; at += perStep) {
      const step = all.slice(at, at + perStep);
      const changes = step.map(({ id, to }) => ({ kind: 'update' as const, tab, id, fields: { owner: to } }));
      const { changeSet } = options;
      const done = commitEach(workbook, author, 'hand-over', changes, changeSet ? { changeSet } : {});
      const reasons = new Map(done.kept.map(({ id, reason }) => [id, reason]));
      const moved = step.filter(({ id }) => !reasons.has(id));
      kept.push(
        ...step.flatMap(({ to: _, ...one }) =>
          reasons.has(one.id) ? { ...one, reason: reasons.get(one.id) ?? '' } : [],
        ),
      );
      if (moved.length === 0) continue;
      const isLast = tab === ownedTabs[ownedTabs.length - 1] && at + perStep >= all.length;
      return { changeSet: done.outcome.changeSet || (changeSet ?? ''), more: !isLast, moved, kept };
    }
  }
  return { changeSet: options.changeSet ?? '', more: false, moved: [], kept };
}
