// A merge, then whatever else happens, then its undo: nothing is lost, nothing that came since is undone.
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { isKeptByRowbook } from '../../src/domain/roles';
import type { FieldValue, RecordTabKey } from '../../src/domain/schema';
import { forgetPrepared } from '../workbook/world';
import { type MergeWorld, openMergeWorld } from './merge-world';

let world: MergeWorld;
beforeEach(async () => {
  world = await openMergeWorld();
});
afterEach(() => world.close());
afterAll(forgetPrepared);

const linked = ['deals', 'tasks', 'tickets', 'interactions'] as const;
type Tabs = ReturnType<MergeWorld['seen']>;

interface Edit {
  what: 'field' | 'typed' | 'link' | 'new' | 'delete' | 'done';
  field: string;
  tab: (typeof linked)[number];
  place: number;
  to: 'keep' | 'gone' | 'other' | 'nobody';
  value: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom('field', 'typed', 'link', 'link', 'new', 'delete', 'done'),
  field: fc.constantFrom('city', 'jobTitle', 'email', 'notes'),
  tab: fc.constantFrom(...linked),
  place: fc.nat(5),
  to: fc.constantFrom('keep', 'gone', 'other', 'nobody'),
  value: fc.constantFrom('a', 'b', 'c'),
});
const values = (key: string) =>
  fc.record({ city: fc.constantFrom('a', 'b'), jobTitle: fc.constantFrom('a', null), notes: fc.constant(key) });

/** A new record of each tab about a contact; `number` makes the days differ. */
const about: { readonly [tab in (typeof linked)[number]]: (contact: string, number: number) => object } = {
  deals: (contact, number) => ({ name: `Deal ${number}`, stage: 'Lead', amount: number, contact }),
  tasks: (contact, number) => ({ title: 'Call', due: `2026-12-0${(number % 9) + 1}`, contact }),
  tickets: (contact) => ({ subject: 'Broken', contact }),
  interactions: (contact, number) => ({
    when: `2026-11-0${(number % 9) + 1}T10:00`,
    kind: 'Call',
    subject: 'Hi',
    contact,
  }),
};

/** What must stand after the undo: a field that still holds what the merge wrote has its value of before, any other is as it is. */
function expected(before: Tabs, merged: Tabs, now: Tabs, gone: string): Tabs {
  const back = (tab: string, id: string, key: string, value: FieldValue) => {
    const [old, written] = [before[tab]?.[id]?.[key] ?? null, merged[tab]?.[id]?.[key] ?? null];
    const isWritten = before[tab]?.[id] && JSON.stringify(old) !== JSON.stringify(written);
    return isWritten && JSON.stringify(value) === JSON.stringify(written) ? old : value;
  };
  const tabs: Tabs = Object.fromEntries(
    Object.entries(now).map(([tab, records]) => [
      tab,
      Object.fromEntries(
        Object.entries(records).map(([id, fields]) => [
          id,
          Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, back(tab, id, key, value)])),
        ]),
      ),
    ]),
  );
  return { ...tabs, contacts: { ...tabs.contacts, [gone]: before.contacts?.[gone] ?? {} } };
}

/** Without what Rowbook derives. */
const typed = (tabs: Tabs): Tabs =>
  Object.fromEntries(
    Object.entries(tabs).map(([tab, records]) => [
      tab,
      Object.fromEntries(
        Object.entries(records).map(([id, fields]) => [
          id,
          Object.fromEntries(
            Object.entries(fields).filter(([key]) => !isKeptByRowbook(tab as RecordTabKey, { [key]: null })),
          ),
        ]),
      ),
    ]),
  );

const next = (tabs: Tabs, contact: string) =>
  Object.values(tabs.tasks ?? {})
    .filter((task) => task.contact === contact && task.status === 'Open')
    .map(({ due }) => String(due))
    .sort()[0] ?? null;

const run = { ...about };
let number = 0;

async function carryOut(one: Edit, ids: { keep: string; gone: string; other: string }): Promise<void> {
  const { tab, place } = one;
  const to = one.to === 'nobody' ? null : ids[one.to];
  const records = Object.keys(world.seen()[tab] ?? {});
  const id = records[records.length - 1 - (place % Math.max(1, records.length))];
  number += 1;
  const value = one.field === 'email' ? `${one.value}${number}@example.org` : one.value;
  switch (one.what) {
    case 'field':
      await world.save('contacts', ids.keep, { [one.field]: value });
      return;
    case 'typed': {
      const row = world.rows('Contacts').find(({ cells }) => cells.ID === ids.keep)?.row ?? 0;
      await world.type('Contacts', row, 'City', [[one.value]]);
      return;
    }
    case 'new':
      await world.make(tab, [run[tab](to ?? ids.keep, number)]);
      return;
    case 'delete':
      if (id) await world.ask('deleteRecord', { tab, id });
      return;
    case 'done': {
      const task = Object.keys(world.seen().tasks ?? {}).pop();
      if (task) await world.save('tasks', task, { status: 'Done' });
      return;
    }
    default:
      if (id) await world.save(tab, id, { contact: to });
  }
}

it('nothing is lost by a merge, other edits and its undo', async () => {
  await fc.assert(
    fc.asyncProperty(
      values('one'),
      values('two'),
      fc.array(edit, { maxLength: 5 }),
      fc.boolean(),
      async (one, two, edits, takes) => {
        const first = Object.keys(world.seen().contacts ?? {}).length;
        number += 1;
        const email = `m${number}@example.org`;
        await world.make('contacts', [
          { firstName: 'Ann', ...one },
          { firstName: 'Anna', email, ...two },
          { firstName: 'Cid' },
        ]);
        const [keep = '', gone = '', other = ''] = Object.keys(world.seen().contacts ?? {}).slice(first);
        for (const tab of linked)
          await world.make(
            tab,
            [keep, gone, gone].map((id, place) => about[tab](id, place + number)),
          );
        const before = world.seen();
        const changes = takes ? { email, city: two.city, notes: 'one\n\ntwo' } : { jobTitle: two.jobTitle };
        const { changeSet } = await world.merge('contacts', keep, gone, changes);
        const merged = world.seen();
        for (const each of edits) await carryOut(each, { keep, gone, other });
        const now = world.seen();
        const { kept } = await world.undo(changeSet);
        const after = world.seen();
        expect(typed(after)).toEqual(typed(expected(before, merged, now, gone)));
        for (const id of [keep, gone, other]) expect(after.contacts?.[id]?.nextFollowUp ?? null).toBe(next(after, id));
        // What stayed otherwise than the merge found it is told.
        const stayed = Object.entries(typed(before)).flatMap(([tab, records]) =>
          Object.entries(records).flatMap(([id, fields]) =>
            Object.keys(fields).flatMap((key) => {
              const was = JSON.stringify(fields[key]);
              const isOurs = JSON.stringify(merged[tab]?.[id]?.[key]) !== was && id !== gone;
              return isOurs && after[tab]?.[id] && JSON.stringify(after[tab]?.[id]?.[key]) !== was
                ? [`${id} ${key}`]
                : [];
            }),
          ),
        );
        expect(kept.map(({ id, field }) => `${id} ${field}`)).toEqual(expect.arrayContaining(stayed));
      },
    ),
    { numRuns: 8 },
  );
}, 600_000);
