// What the windows of lists and settings call, over the compiled add-on: whole records in pages, bulk edits that leave alone what cannot
// be changed, and rows of tabs that hold no records.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filterText } from '../../src/domain/segment';
import type { SaveManyInput, SaveManyResult, UndoResult } from '../../src/rpc/contract';
import type { AdminChange, AdminRowsResult, RecordRow, RecordRowsPage } from '../../src/rpc/contract-lists';
import { admin, forgetPrepared, openWorld, type World } from '../workbook/world';

const rep = 'rep@example.com';
const other = 'other@example.com';
let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.type('Team', 3, 'Email', [
    [rep, 'Rita', 'rep'],
    [other, 'Otto', 'rep'],
    ['viewer@example.com', 'Vera', 'viewer'],
  ]);
});
afterEach(() => world.close());
afterAll(forgetPrepared);

const rowsOf = (title: string) => world.rows(title).map(({ cells }) => cells);

async function make(tab: string, records: object[]): Promise<string[]> {
  const input = { tab, records: records.map((changes) => ({ changes })) };
  return (await world.ask<SaveManyResult>('saveRecords', input)).ids;
}

async function allRows(tab: string): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  for (let from: RecordRowsPage['next'] | undefined; ; ) {
    const page = await world.ask<RecordRowsPage>('recordRows', { tab, ...(from ? { from } : {}) });
    rows.push(...page.rows);
    if (!page.next) return rows;
    from = page.next;
  }
}

describe('whole records', () => {
  it('hold what is filled, unreadable cells as they were typed, and names of what they refer to', async () => {
    await make('companies', [{ name: 'Acme' }]);
    await make('deals', [{ name: 'Crane', stage: 'Lead', company: 'CO-1' }]);
    await world.type('Deals', 2, 'Amount', [['about 12']]);
    expect(await allRows('deals')).toEqual([
      {
        id: 'D-1',
        labels: { 'CO-1': 'Acme' },
        fields: expect.objectContaining({ name: 'Crane', company: 'CO-1', amount: 'about 12' }),
      },
    ]);
    expect((await allRows('deals'))[0]?.fields).not.toHaveProperty('notes');
  });

  it('come in pages below 1 MB, and begin again where rows were moved', async () => {
    const notes = 'ö'.repeat(9000);
    await make(
      'contacts',
      Array.from({ length: 80 }, (_, at) => ({ firstName: `Person ${at}`, notes })),
    );
    const first = await world.ask<RecordRowsPage>('recordRows', { tab: 'contacts' });
    expect(JSON.stringify(first).length).toBeLessThan(1e6);
    expect(first.next).not.toBeNull();
    expect((await allRows('contacts')).map(({ id }) => id)).toEqual(
      Array.from({ length: 80 }, (_, at) => `C-${at + 1}`),
    );
    const moved = await world.ask<RecordRowsPage>('recordRows', { tab: 'contacts', from: { row: 5, above: 'C-1' } });
    expect(moved).toMatchObject({ moved: true, rows: [], next: { row: 2, above: '' } });
  });

  it('are refused for what is no place and no tab', async () => {
    for (const input of [
      { tab: 'contacts', from: { row: 0, above: '' } },
      { tab: 'team' },
      { tab: 'contacts', from: 3 },
    ])
      expect(await world.reply('recordRows', input)).toMatchObject({ ok: false, code: 'bad-input' });
  });
});

describe('a bulk edit', () => {
  const edit = (records: SaveManyInput['records'], user: string = admin, more: object = {}) =>
    world.ask<SaveManyResult>('saveRecords', { tab: 'deals', each: true, records, ...more }, user);
  const stages = () => rowsOf('Deals').map(({ Stage }) => Stage);

  beforeEach(() =>
    make('deals', [
      { name: 'Mine', stage: 'Lead', owner: rep },
      { name: 'Theirs', stage: 'Lead', owner: other },
      { name: 'Nobody’s', stage: 'Lead' },
      { name: 'Moved', stage: 'Lead', owner: rep },
    ]),
  );

  it('changes what it may and tells of each other why not', async () => {
    await world.type('Deals', 5, 'Stage', [['Qualified']], true);
    const records = ['D-1', 'D-2', 'D-3', 'D-4', 'D-9'].map((id) => ({
      id,
      changes: { stage: 'Proposal' },
      base: { stage: 'Lead' },
    }));
    const done = await edit(records, rep);
    expect(done.ids).toEqual(['D-1', 'D-3']);
    expect(Object.fromEntries(done.kept.map(({ id, reason }) => [id, reason]))).toEqual({
      'D-2': expect.stringContaining('Otto’s deal'),
      'D-4': expect.stringContaining('meanwhile'),
      'D-9': expect.stringContaining('not in the workbook'),
    });
    expect(stages()).toEqual(['Proposal', 'Lead', 'Proposal', 'Qualified']);
  });

  it('leaves alone what the stage asks for and what holds a formula', async () => {
    await world.type('Deals', 3, 'Amount', [['=1+1']], true);
    const done = await edit([
      { id: 'D-1', changes: { stage: 'Lost' } },
      { id: 'D-2', changes: { amount: 7 } },
      { id: 'D-3', changes: { stage: 'Lost', lostReason: 'Price' } },
    ]);
    expect(done.ids).toEqual(['D-3']);
    expect(done.kept.find(({ id }) => id === 'D-2')?.reason).toMatch(/formula/);
    expect(done.kept.find(({ id }) => id === 'D-1')?.reason).toMatch(/Lost reason/);
  });

  it('is one change set over all its steps, and one undo takes it back', async () => {
    const first = await edit([{ id: 'D-1', changes: { stage: 'Proposal' } }], rep);
    const second = await edit([{ id: 'D-3', changes: { stage: 'Proposal' } }], rep, { changeSet: first.changeSet });
    expect(second.changeSet).toBe(first.changeSet);
    const undone = await world.ask<UndoResult>('undoChangeSet', { changeSet: first.changeSet }, rep);
    expect(undone).toMatchObject({ undone: 2, more: false, kept: [] });
    expect(stages()).toEqual(['Lead', 'Lead', 'Lead', 'Lead']);
  });

  it('goes on where somebody typed into one of its records', async () => {
    await world.type('Deals', 2, 'Amount', [['5']], true);
    const { changeSet } = await edit([{ id: 'D-1', changes: { stage: 'Proposal' } }], rep);
    const next = await edit([{ id: 'D-3', changes: { stage: 'Proposal' } }], rep, { changeSet });
    expect(next).toMatchObject({ ids: ['D-3'], kept: [] });
  });

  it('does not go on under the change set of somebody else', async () => {
    const { changeSet } = await edit([{ id: 'D-1', changes: { stage: 'Proposal' } }]);
    const input = { tab: 'deals', each: true, changeSet, records: [{ id: 'D-3', changes: { stage: 'Won' } }] };
    expect(await world.reply('saveRecords', input, rep)).toMatchObject({ ok: false, code: 'bad-input' });
    expect(stages()[2]).toBe('Lead');
  });
});

describe('rows of Lists', () => {
  const read = async (tab = 'lists') =>
    (await world.ask<{ rows: { row: number; fields: object }[] }>('adminRows', { tab })).rows;
  const save = (changes: AdminChange[], user: string = admin, tab = 'lists') =>
    world.ask<AdminRowsResult>('adminRows', { tab, changes }, user);
  const list = (fields: object) => ({
    name: 'Cold',
    owner: null,
    shared: false,
    tab: 'Contacts',
    filter: filterText({ join: 'all', conditions: [{ field: 'email', op: 'blank' }] }),
    ...fields,
  });

  it('are a rep’s own to make, change and take out', async () => {
    const made = await save([{ after: list({ owner: other }) }], rep);
    expect(made).toMatchObject({ status: 'saved', rows: [{ fields: { name: 'Cold', owner: rep, shared: false } }] });
    const [row] = await read();
    const before = { ...row?.fields } as AdminChange['after'] & object;
    const after = { ...before, name: '=Cold ones', shared: true };
    expect(await save([{ row: row?.row ?? 0, before, after }], rep)).toMatchObject({ status: 'saved' });
    expect(rowsOf('Lists')).toMatchObject([{ Name: '=Cold ones', Shared: true }]);
    expect(await save([{ before: after, after: null }], rep)).toMatchObject({ status: 'saved', rows: [] });
  });

  it('are not for others to change, nor for viewers', async () => {
    await save([{ after: list({}) }], rep);
    const before = (await read())[0]?.fields as { [key: string]: string };
    const changes = [{ before, after: { ...before, name: 'Hot' } }];
    expect(await world.reply('adminRows', { tab: 'lists', changes }, other)).toMatchObject({
      ok: false,
      code: 'not-allowed',
    });
    const forged = [{ before: { ...before, owner: other }, after: { ...before, name: 'Hot' } }];
    expect(await save(forged, other)).toMatchObject({ status: 'conflict' });
    expect(
      await world.reply('adminRows', { tab: 'lists', changes: [{ after: list({}) }] }, 'viewer@example.com'),
    ).toMatchObject({
      ok: false,
      code: 'not-allowed',
    });
    expect(await save(changes)).toMatchObject({ status: 'saved', rows: [{ fields: { name: 'Hot' } }] });
  });

  it('are left alone when they hold something else by now; all changes or none', async () => {
    await save([{ after: list({ name: 'One' }) }, { after: list({ name: 'Two' }) }]);
    const [one, two] = (await read()).map(({ fields }) => fields as { [key: string]: string });
    await world.type('Lists', 3, 'Name', [['Two, renamed']], true);
    const changes = [
      { before: one ?? {}, after: { ...one, name: 'Uno' } },
      { before: two ?? {}, after: { ...two, name: 'Due' } },
    ];
    expect(await save(changes)).toMatchObject({
      status: 'conflict',
      rows: [{ fields: { name: 'One' } }, { fields: { name: 'Two, renamed' } }],
    });
  });

  it('are found where a sort has moved them', async () => {
    await save([{ after: list({ name: 'B' }) }, { after: list({ name: 'A' }) }]);
    const [first] = await read();
    await world.type('Lists', 2, 'Name', [['A'], ['B']], true);
    const before = first?.fields as { [key: string]: string };
    expect(await save([{ row: 2, before, after: { ...before, name: 'C' } }])).toMatchObject({ status: 'saved' });
    expect(rowsOf('Lists').map(({ Name }) => Name)).toEqual(['A', 'C']);
  });

  it('stand in History with who and what', async () => {
    await save([{ after: list({}) }], rep);
    const before = (await read())[0]?.fields as { [key: string]: string };
    await save([{ before, after: { ...before, name: 'Hot' } }], rep);
    expect(rowsOf('History').filter(({ Tab }) => Tab === 'Lists')).toMatchObject([
      { Who: `Rita <${rep}>`, Name: 'Cold', Summary: 'Created' },
      { Who: `Rita <${rep}>`, Name: 'Hot', Summary: 'Name Cold → Hot' },
    ]);
  });

  it('of Settings and Team are for admins, and checked by field', async () => {
    const [row] = await read('team');
    const before = row?.fields as { [key: string]: string };
    const after = { ...before, email: 'no address', digestHour: 'late' };
    expect(await world.reply('adminRows', { tab: 'team', changes: [{ before, after }] }, rep)).toMatchObject({
      code: 'not-allowed',
    });
    expect(await save([{ before, after }], admin, 'team')).toMatchObject({
      status: 'invalid',
      issues: [
        { field: 'email', row: 0 },
        { field: 'digestHour', row: 0 },
      ],
    });
    expect(await world.reply('adminRows', { tab: 'contacts' })).toMatchObject({ ok: false, code: 'bad-input' });
    expect(await read('settings')).toEqual(expect.arrayContaining([expect.objectContaining({ row: 2 })]));
  });
});
