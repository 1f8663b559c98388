// What people do in the grid: typing, pasting, sorting, renaming, copying and deleting leave every record whole and recorded.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SaveResult } from '../../src/rpc/contract';
import { disagreements, gridRecords } from './consistency';
import { admin, forgetPrepared, openWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => {
  expect(disagreements(world)).toEqual([]);
  await world.close();
});
afterAll(forgetPrepared);

const people = ['Ann', 'Ben', 'Cem', 'Dan'];

async function fourContacts(): Promise<void> {
  const records = people.map((firstName) => ({ changes: { firstName } }));
  await world.ask('saveRecords', { tab: 'contacts', records });
}

async function change(id: string, changes: object): Promise<SaveResult> {
  return world.ask<SaveResult>('saveRecord', { tab: 'contacts', id, changes });
}

const nameOf = (id: string) => gridRecords(world, 'contacts').find((record) => record.id === id)?.seen.firstName;
const session = () => world.engine.session(admin);
const contacts = () => world.sheet('Contacts').sheetId;
const hourly = () => world.run('hourly');

describe('a row that a person types', () => {
  it('gets an id, the defaults and a line in History as nobody’s in particular or theirs', async () => {
    await world.type('Contacts', 2, 'First name', [['Eva']]);
    const [record] = gridRecords(world, 'contacts');
    expect(record).toMatchObject({
      id: 'C-1',
      seen: { firstName: 'Eva', status: 'Lead', created: '2026-11-23T09:00' },
    });
    expect(world.rows('History').map(({ cells }) => [cells.How, cells.Summary])).toEqual([['grid', 'Created']]);
  });

  it('keeps a value that cannot be right, marked with a note, until it is mended', async () => {
    await world.type('Deals', 2, 'Name', [['Big']]);
    await world.type('Deals', 2, 'Amount', [['a lot']]);
    await world.type('Deals', 2, 'Stage', [['Maybe']]);
    const at = (header: string) => ({
      sheetId: world.sheet('Deals').sheetId,
      row: 2,
      column: world.column('Deals', header),
      rows: 1,
      columns: 1,
    });
    const cell = (header: string) => session().cells(at(header))[0]?.[0];
    expect(cell('Amount')).toMatchObject({ value: 'a lot', note: expect.stringContaining('a number') });
    expect(cell('Stage')?.note).toContain('Negotiation');
    await world.type('Deals', 2, 'Amount', [['5']]);
    expect(cell('Amount')).toMatchObject({ value: 5, note: null, background: null });
    await world.ask('saveRecord', { tab: 'deals', id: 'D-1', changes: { stage: 'Lead' } });
    expect(cell('Stage')).toMatchObject({ value: 'Lead', note: null });
  });

  it('may name a company by its name alone', async () => {
    await world.ask('saveRecord', { tab: 'companies', changes: { name: 'Acme' } });
    await world.type('Contacts', 2, 'First name', [['Eva']]);
    await world.type('Contacts', 2, 'Company', [['acme']]);
    expect(world.rows('Contacts')[0]?.cells.Company).toBe('acme (CO-1)');
  });

  it('is found by the hourly run when no trigger saw it, also when many come at once', async () => {
    const texts = Array.from({ length: 250 }, (_, index) => [`Person ${index}`, `Name ${index}`]);
    await world.type('Contacts', 2, 'First name', texts, true);
    await world.runtime.fireChange({ user: admin, changeType: 'INSERT_ROW', sheetId: contacts() });
    expect(gridRecords(world, 'contacts').every(({ id }) => id === '')).toBe(true);
    await hourly();
    expect(gridRecords(world, 'contacts').map(({ id }) => id)).toEqual(texts.map((_, index) => `C-${index + 1}`));
  });

  it('with its own copy of an id gets another, and an id typed over comes back', async () => {
    await fourContacts();
    const row = world.values('Contacts')[1]?.map((cell) => String(cell ?? '')) ?? [];
    await world.type('Contacts', 6, 1, [row]);
    expect(gridRecords(world, 'contacts').map(({ id }) => id)).toEqual(['C-1', 'C-2', 'C-3', 'C-4', 'C-5']);
    await world.type('Contacts', 3, 'ID', [['X']]);
    expect(gridRecords(world, 'contacts')[1]?.id).toBe('C-2');
  });
});

describe('a stage typed over another in the grid', () => {
  const deal = () => gridRecords(world, 'deals')[0]?.seen;
  const history = () => world.rows('History').map(({ cells }) => cells.Summary);
  const rectOf = (header: string) => {
    const { sheetId } = world.sheet('Deals');
    return { sheetId, row: 2, column: world.column('Deals', header), rows: 1, columns: 1 };
  };
  const cell = (header: string) => session().cells(rectOf(header))[0]?.[0];
  const typeInDeal = (header: string, text: string) => world.type('Deals', 2, header, [[text]]);
  const reasonIsMissing = { value: null, note: 'Rowbook: Lost reason is missing.', background: expect.anything() };

  beforeEach(async () => {
    await world.ask('saveRecord', { tab: 'deals', changes: { name: 'Big', stage: 'Lead', amount: 5 } });
    // As if it had been there for long.
    await typeInDeal('Stage since', '2026-01-01');
  });

  it('moves the deal as the sidebar does: Stage since, Closed on, and back again', async () => {
    await typeInDeal('Stage', 'Won');
    expect(deal()).toMatchObject({ stage: 'Won', stageSince: '2026-11-23', closedOn: '2026-11-23' });
    await typeInDeal('Closed on', '2026-10-01');
    await typeInDeal('Stage since', '2026-01-01');
    await typeInDeal('Stage', 'Lost');
    expect(deal()).toMatchObject({ stage: 'Lost', stageSince: '2026-11-23', closedOn: '2026-10-01' });
    await typeInDeal('Stage', 'Proposal');
    expect(deal()).toMatchObject({ stage: 'Proposal', stageSince: '2026-11-23', closedOn: null, lostReason: null });
  });

  it('marks the Lost reason that is missing until it is typed', async () => {
    expect(cell('Lost reason')).toMatchObject({ note: null, background: null });
    await typeInDeal('Stage', 'Lost');
    expect(cell('Lost reason')).toMatchObject(reasonIsMissing);
    await typeInDeal('Lost reason', 'Price');
    expect(cell('Lost reason')).toMatchObject({ value: 'Price', note: null, background: null });
  });

  it('takes the mark away when the reason is saved in the sidebar, or the deal is not lost after all', async () => {
    await typeInDeal('Stage', 'Lost');
    await world.ask('saveRecord', { tab: 'deals', id: 'D-1', changes: { lostReason: 'Price' } });
    expect(cell('Lost reason')).toMatchObject({ value: 'Price', note: null, background: null });
    await typeInDeal('Lost reason', '');
    expect(cell('Lost reason')).toMatchObject(reasonIsMissing);
    await typeInDeal('Stage', 'Won');
    expect(cell('Lost reason')).toMatchObject({ note: null, background: null });
  });

  it('in other letter case is spelled as Settings does, and is no move and no change', async () => {
    const before = history();
    await typeInDeal('Stage', 'lead');
    expect(cell('Stage')?.value).toBe('Lead');
    expect(deal()).toMatchObject({ stage: 'Lead', stageSince: '2026-01-01' });
    expect(history()).toEqual(before);
    await typeInDeal('Stage', 'WON');
    expect(deal()).toMatchObject({ stage: 'Won', stageSince: '2026-11-23', closedOn: '2026-11-23' });
    expect(history().at(-1)).toContain('Stage Lead → Won');
    await world.type('Deals', 3, 'Stage', [['proposal']]);
    expect(gridRecords(world, 'deals')[1]).toMatchObject({ id: 'D-2', seen: { stage: 'Proposal' } });
  });

  it('by a formula leaves the formula in its cell', async () => {
    const inGrid = session();
    inGrid.write(rectOf('Stage'), [[{ input: { kind: 'formula', text: '=LOWER("LEAD")' } }]]);
    inGrid.flush();
    await typeInDeal('Amount', '7');
    expect(cell('Stage')).toMatchObject({ value: 'lead', formula: '=LOWER("LEAD")' });
    expect(deal()).toMatchObject({ amount: 7, stageSince: '2026-01-01' });
  });
});

describe('a formula that comes to what stood there', () => {
  const save = (changes: object) => world.ask<SaveResult>('saveRecord', { tab: 'contacts', id: 'C-1', changes });

  it('is known from its edit on: a save over it asks first; and so is that it went again', async () => {
    await world.ask('saveRecord', { tab: 'deals', changes: { name: 'Big', stage: 'Lead', amount: 307 } });
    const raise = { tab: 'deals', id: 'D-1', changes: { amount: 308 } };
    const told = () => world.rows('History').length;
    const known = told();
    await world.type('Deals', 2, 'Amount', [['=100*3+7']]);
    expect(await world.ask('saveRecord', raise)).toMatchObject({ status: 'conflict' });
    await world.type('Deals', 2, 'Amount', [['307']]);
    // Nothing that anybody sees has changed.
    expect(told()).toBe(known);
    const saved = await world.run('saveRecord', raise);
    expect(saved.result).toMatchObject({ value: { status: 'saved' } });
    expect(saved.calls.reads).toBeLessThanOrEqual(7);
    expect(disagreements(world)).toEqual([]);
  });

  it('also in a paste over many rows, and of somebody whose role does not allow it', async () => {
    await fourContacts();
    await world.type('Team', 3, 'Email', [['rae@example.com', 'Rae', 'rep']]);
    await save({ owner: 'admin@example.com' });
    const column = world.column('Contacts', 'First name');
    const before = world.values('Contacts').map((cells) => cells[column - 1]);
    const { sheetId } = world.sheet('Contacts');
    const rect = { sheetId, row: 2, column, rows: 4, columns: 1 };
    const inGrid = world.engine.session('rae@example.com', 'person');
    inGrid.write(
      rect,
      before.slice(1).map((name) => [{ input: { kind: 'formula', text: `="${name}"` } }]),
    );
    inGrid.flush();
    await world.runtime.fireEdit({ user: 'rae@example.com', ...rect });
    expect(await save({ firstName: 'Anna' })).toMatchObject({ status: 'conflict' });
    expect((await world.ask<{ changes: unknown[] }>('gridChangesAgainstRoles')).changes).toEqual([]);
    expect(disagreements(world)).toEqual([]);
  });
});

describe('records are found by id and columns by identity', () => {
  beforeEach(fourContacts);

  it('after a sort', async () => {
    const { rows, columns } = world.sheet('Contacts');
    const rect = { sheetId: contacts(), row: 2, column: 1, rows: rows - 1, columns };
    session().sort(rect, [{ column: world.column('Contacts', 'First name'), ascending: false }]);
    await change('C-1', { city: 'Bonn' });
    expect(gridRecords(world, 'contacts').find(({ id }) => id === 'C-1')?.seen).toMatchObject({
      firstName: 'Ann',
      city: 'Bonn',
    });
  });

  it('after columns were renamed, moved and added, with the added one as a custom field', async () => {
    const city = world.column('Contacts', 'City');
    await world.type('Contacts', 1, 'City', [['Town']]);
    session().moveColumns(contacts(), city, 1, 1);
    session().insertColumns(contacts(), 3, 1);
    await world.type('Contacts', 1, 3, [['Shoe size']]);
    await world.type('Contacts', 2, 3, [['42']]);
    await change('C-2', { city: 'Bonn', 'custom:Shoe size': '38' });
    const rows = world.rows('Contacts').map(({ cells }) => [cells.Town, cells['First name'], cells['Shoe size']]);
    expect(rows).toEqual([
      [null, 'Ann', 42],
      ['Bonn', 'Ben', expect.anything()],
      [null, 'Cem', null],
      [null, 'Dan', null],
    ]);
    // The team calls it Town now; for this check only, it is City again.
    await world.type('Contacts', 1, 1, [['City']]);
  });

  it('after the tab was renamed', async () => {
    session().updateSheet(contacts(), { title: 'People' });
    await change('C-3', { city: 'Bonn' });
    expect(world.rows('People').find(({ cells }) => cells.ID === 'C-3')?.cells.City).toBe('Bonn');
    session().updateSheet(world.sheet('People').sheetId, { title: 'Contacts' });
  });
});

describe('the hourly compare', () => {
  beforeEach(fourContacts);

  it('records what another program changed, and what a person deleted', async () => {
    await world.type('Contacts', 3, 'City', [['Rome']], true);
    session().deleteRows(contacts(), 4, 1);
    await world.runtime.fireChange({ user: admin, changeType: 'REMOVE_ROW' });
    await hourly();
    const told = world.rows('History').map(({ cells }) => [cells.ID, cells.Who, cells.Summary]);
    expect(told).toContainEqual(['C-2', 'unknown (grid)', 'City – → Rome']);
    expect(told).toContainEqual(['C-3', 'unknown (grid)', 'Deleted']);
    expect(nameOf('C-3')).toBeUndefined();
  });

  it('tells a row by what it holds when its id was cleared', async () => {
    await world.type('Contacts', 3, 'ID', [['']], true);
    await world.runtime.fireChange({ user: admin, changeType: 'REMOVE_ROW' });
    await hourly();
    expect(nameOf('C-2')).toBe('Ben');
  });

  it('leaves the id with its record beside a copy of its row, also where a row above has gone', async () => {
    session().insertRows(contacts(), 4, 1);
    await world.type('Contacts', 4, 'ID', [['C-2', 'Ben']], true);
    await change('C-2', { city: 'Rome', jobTitle: 'CEO' });
    // The copy comes to stand where the record was last seen.
    await world.ask('deleteRecord', { tab: 'contacts', id: 'C-1' });
    await world.runtime.fireChange({ user: admin, changeType: 'OTHER', sheetId: contacts() });
    await hourly();
    const cities = gridRecords(world, 'contacts').map(({ id, seen }) => [id, seen.firstName, seen.city]);
    expect(cities).toContainEqual(['C-2', 'Ben', 'Rome']);
    expect(cities).toContainEqual(['C-5', 'Ben', null]);
  });

  it('finds the record whose id was typed over, also after the other one was deleted', async () => {
    await world.type('Contacts', 2, 'ID', [['C-3']], true);
    await world.ask('deleteRecord', { tab: 'contacts', id: 'C-3' });
    await world.runtime.fireChange({ user: admin, changeType: 'OTHER', sheetId: contacts() });
    await hourly();
    expect([1, 2, 3, 4].map((n) => nameOf(`C-${n}`))).toEqual(['Ann', 'Ben', undefined, 'Dan']);
  });

  it('goes on with the other tabs when one cannot be read', async () => {
    await fourContacts();
    await world.ask('saveRecord', { tab: 'companies', changes: { name: 'Acme' } });
    const companies = world.sheet('Companies').sheetId;
    // Both wait for the compare: Companies because its header row moved down, Tasks because rows came without a trigger.
    await world.runtime.act(admin, 'insert row', () => session().insertRows(companies, 1, 1));
    await world.runtime.fireChange({ user: admin, changeType: 'INSERT_ROW', sheetId: companies });
    await world.type('Tasks', 2, 'Title', [['Call Ann']], true);
    await world.runtime.fireChange({ user: admin, changeType: 'OTHER', sheetId: world.sheet('Tasks').sheetId });
    const outcome = await hourly();
    expect(JSON.stringify(outcome.result)).toContain('The headers of Companies stand in row 2');
    expect(gridRecords(world, 'tasks').map(({ id }) => id)).toEqual(['T-1']);
    session().deleteRows(companies, 1, 1);
  });

  it('changes nothing the second time', async () => {
    await hourly();
    const before = JSON.stringify([
      world.values('Contacts'),
      world.values('History'),
      world.values('_Ledger Contacts'),
    ]);
    await hourly();
    expect(JSON.stringify([world.values('Contacts'), world.values('History'), world.values('_Ledger Contacts')])).toBe(
      before,
    );
  });
});

describe('a save that finds the grid changed behind it', () => {
  it('keeps what a person did, as nobody’s in particular, and its own change as the saver’s', async () => {
    await fourContacts();
    await world.type('Contacts', 2, 'City', [['Rome']], true);
    await change('C-1', { jobTitle: 'CEO' });
    expect(
      world
        .rows('History')
        .slice(-2)
        .map(({ cells }) => [cells.Who, cells.Summary]),
    ).toEqual([
      ['unknown (grid)', 'City – → Rome'],
      ['Admin <admin@example.com>', 'Job title – → CEO'],
    ]);
  });
});
