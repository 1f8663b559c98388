// What the sidebar searches in by itself, through the compiled add-on: pages of all records, and what has changed since.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunOutcome } from '../../scripts/local/runtime/types';
import type { SearchEntry } from '../../src/domain/search-entry';
import type { FindResult, Reply, SaveManyResult, SaveResult, UndoResult } from '../../src/rpc/contract';
import type { ChangesSince, SearchIndexInput, SearchIndexPage } from '../../src/rpc/contract-find';
import { admin, forgetPrepared, openWorld, type World } from '../workbook/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());
afterAll(forgetPrepared);

const page = (from?: SearchIndexPage['next']) => world.ask<SearchIndexPage>('searchIndex', from ? { from } : {});
const since = (mark: number) => world.ask<ChangesSince>('changesSince', { mark });
const create = (tab: string, all: object[]) =>
  world.ask<SaveManyResult>('saveRecords', { tab, records: all.map((changes) => ({ changes })) });

async function contacts(count: number, more: (at: number) => object = () => ({})): Promise<void> {
  for (let from = 1; from <= count; from += 500) {
    const length = Math.min(500, count - from + 1);
    await create(
      'contacts',
      Array.from({ length }, (_, at) => ({ firstName: 'Ann', lastName: `Number ${from + at}`, ...more(from + at) })),
    );
  }
}

/** All pages to the end, with what each of them cost. */
async function pages(): Promise<{ all: SearchIndexPage[]; outcomes: RunOutcome[] }> {
  const all: SearchIndexPage[] = [];
  const outcomes: RunOutcome[] = [];
  let from: SearchIndexInput['from'];
  do {
    const outcome = await world.run('searchIndex', from ? { from } : {});
    const reply = outcome.result as Reply<SearchIndexPage>;
    if (!reply.ok) throw new Error(reply.message);
    all.push(reply.value);
    outcomes.push(outcome);
    from = reply.value.next ?? undefined;
  } while (from);
  return { all, outcomes };
}

const ids = (entries: readonly SearchEntry[]) => entries.map(([id]) => id);

describe('the pages', () => {
  it('hold what a list shows and what a record is found by', async () => {
    await create('companies', [{ name: 'Acmé Ltd', industry: 'Tools', city: 'Kiel', domain: 'acme.example' }]);
    await create('contacts', [
      {
        firstName: 'José',
        lastName: 'Ruiz',
        email: 'jose@acme.example',
        otherEmails: 'pepe@home.example',
        phone: '0451 / 280 34 57',
        country: 'Germany',
        company: 'CO-1',
        jobTitle: 'Buyer',
      },
    ]);
    await create('deals', [{ name: 'Oven', company: 'CO-1', stage: 'Lead', amount: 1200.5, currency: 'USD' }]);
    const { all } = await pages();
    const [contact, company, deal] = all.map(({ entries }) => entries[0] as SearchEntry);
    expect(all.map(({ tab, entries }) => [tab, entries.length])).toEqual([
      ['contacts', 1],
      ['companies', 1],
      ['deals', 1],
    ]);
    expect(contact).toEqual([
      'C-1',
      'José Ruiz',
      expect.stringMatching(/^2026-11-23T/),
      '+494512803457/4512803457',
      'pepe@home.example Buyer',
      'Acmé Ltd',
      'jose@acme.example',
      '0451 / 280 34 57',
    ]);
    expect(company?.slice(3)).toEqual(['', '', 'Tools', 'Kiel', 'acme.example']);
    expect(deal?.slice(4)).toEqual(['', 'Lead', '1200.5', 'USD', 'Acmé Ltd']);
  });

  it('bring every record once, in calls that grow with pages and not with rows, without the lock and without a write; rows that move make a tab begin again', async () => {
    await contacts(200);
    const few = await pages();
    await contacts(5400);
    world.runtime.setFaults({ lockHeldMs: 60_000 });
    const many = await pages();
    const perPage = (few.outcomes[0] as RunOutcome).calls.reads;
    expect(few.all).toHaveLength(3);
    expect(many.all).toHaveLength(4);
    for (const { calls } of [...few.outcomes, ...many.outcomes]) {
      expect(calls.reads).toBeLessThanOrEqual(perPage);
      expect(calls.writes).toBe(0);
    }
    expect(perPage).toBeLessThanOrEqual(5);
    const found = many.all.flatMap(({ entries }) => ids(entries));
    expect(found).toHaveLength(5600);
    expect(new Set(found).size).toBe(5600);
    expect(many.all[0]?.rows).toBe(5600);

    // Rows that are moved between two pages: the tab begins again.
    const first = await page();
    expect(first.next).toMatchObject({ tab: 'contacts', row: 5002, above: 'C-5000' });
    const { sheetId, columns } = world.sheet('Contacts');
    await world.runtime.act(admin, 'sort', () => {
      const session = world.engine.session(admin, 'person');
      session.sort({ sheetId, row: 2, column: 1, rows: 5600, columns }, [{ column: 1, ascending: false }]);
      session.flush();
    });
    const moved = await page(first.next);
    expect(moved).toMatchObject({ moved: true, entries: [], next: { tab: 'contacts', row: 2 } });
    const again = await page(moved.next);
    expect(again.entries).toHaveLength(5000);
    expect((await page(again.next)).entries).toHaveLength(600);
  });

  it('stay below 1 MB also where the texts are long and no letter is of one byte', async () => {
    await contacts(1000, (at) => ({ lastName: `${at} ${'漢'.repeat(400)}`, jobTitle: '"\\\n'.repeat(300) }));
    const { all } = await pages();
    for (const one of all) expect(Buffer.byteLength(JSON.stringify(one))).toBeLessThan(1_000_000);
    expect(all.length).toBeGreaterThan(3);
    expect(new Set(all.flatMap(({ entries }) => ids(entries))).size).toBe(1000);
  });
});

describe('what changed since', () => {
  it('costs next to nothing while nothing has', async () => {
    await contacts(3);
    const { mark } = await page();
    const outcome = await world.run('changesSince', { mark });
    expect((outcome.result as { value: ChangesSince }).value).toEqual({ mark, changed: [], gone: [], reload: false });
    expect(outcome.calls.reads).toBeLessThanOrEqual(2);
    expect(outcome.calls.writes).toBe(0);
  });

  it('tells of what others created, changed and deleted, wherever its row stands, and of the grid', async () => {
    await contacts(4);
    const { mark } = await page();
    const saved = await world.ask<SaveResult>('saveRecord', { tab: 'contacts', changes: { firstName: 'New' } });
    await world.ask('saveRecord', { tab: 'contacts', id: 'C-2', changes: { lastName: 'Other' } });
    await world.ask('deleteRecord', { tab: 'contacts', id: 'C-3' });
    await world.ask('saveRecord', {
      tab: 'interactions',
      changes: { when: '2026-11-23T09:00', kind: 'Call', subject: 'x', contact: 'C-1' },
    });
    const { row } = world.rows('Contacts').find(({ cells }) => cells.ID === 'C-4') as { row: number };
    await world.type('Contacts', row, 'Last name', [['Typed']]);
    const outcome = await world.run('changesSince', { mark });
    const { changed, gone, reload, mark: next } = (outcome.result as { value: ChangesSince }).value;
    expect(saved.status).toBe('saved');
    expect(reload).toBe(false);
    expect(gone).toEqual(['C-3']);
    expect(changed.map(({ tab }) => tab)).toEqual(['contacts']);
    expect(Object.fromEntries(changed[0]?.entries.map(([id, name]) => [id, name]) ?? [])).toEqual({
      'C-1': 'Ann Number 1',
      'C-2': 'Ann Other',
      'C-4': 'Ann Typed',
      'C-5': 'New',
    });
    expect(outcome.calls.writes).toBe(0);
    expect((await since(next)).changed).toEqual([]);
  });

  it('tells of every record of a block, and of an undo of it', async () => {
    const { mark } = await page();
    const { changeSet } = await create(
      'companies',
      Array.from({ length: 400 }, (_, at) => ({ name: `Firm ${at}` })),
    );
    const after = await since(mark);
    expect(after.changed[0]?.entries).toHaveLength(400);
    for (let more = true; more; ) ({ more } = await world.ask<UndoResult>('undoChangeSet', { changeSet }));
    expect((await since(after.mark)).gone).toHaveLength(400);
  });

  it('asks for all pages anew where that is less work, or where the past does not reach back', async () => {
    const { mark } = await page();
    await contacts(1200);
    expect(await since(mark)).toMatchObject({ reload: true, changed: [] });
    expect(await since(mark + 1_000_000)).toMatchObject({ reload: true });
  });
});

describe('hostile input', () => {
  it.each([
    ['changesSince', { mark: -1 }],
    ['changesSince', { mark: '1' }],
    ['changesSince', {}],
    ['changesSince', null],
    ['searchIndex', { from: { tab: '_Meta', row: 2, above: '' } }],
    ['searchIndex', { from: { tab: 'tasks', row: 2, above: '' } }],
    ['searchIndex', { from: { tab: 'contacts', row: 0, above: '' } }],
    ['searchIndex', { from: { tab: 'contacts', row: 2.5, above: '' } }],
    ['searchIndex', { from: { tab: 'contacts', row: 2, above: { toString: 'x' } } }],
    ['searchIndex', { from: 'contacts' }],
  ])('%s %j', async (name, input) => {
    expect(await world.reply(name, input)).toMatchObject({ ok: false, code: 'bad-input' });
  });

  it('far below the last row there is nothing, and strangers see nothing at all', async () => {
    await contacts(1);
    const far = { tab: 'deals', row: 900_000_000, above: '' } as const;
    expect(await page(far)).toMatchObject({ entries: [], next: null });
    for (const [name, input] of [
      ['searchIndex', {}],
      ['changesSince', { mark: 0 }],
    ] as const)
      expect(await world.reply(name, input, 'stranger@example.com')).toMatchObject({ ok: false, code: 'not-in-team' });
  });
});

describe('a misspelled word', () => {
  const found = async (query: string) =>
    (await world.ask<FindResult>('findRecords', { query })).records.map(({ id }) => id);

  it('is forgiven where hardly anything is found as it is spelled, and stands behind what is', async () => {
    await create('contacts', [
      { firstName: 'Ingrid', lastName: 'Halvorsen' },
      { firstName: 'Jo', lastName: 'Halvorson' },
      { firstName: 'Bob' },
    ]);
    expect(await found('halvrosen')).toEqual(['C-1', 'C-2']);
    expect(await found('halvorsen')).toEqual(['C-1', 'C-2']);
    expect(await found('rob')).toEqual([]);
  });
});
