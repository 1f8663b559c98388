// What people do in the grid against their role: recorded and shown, or put back, as an admin has chosen in Settings.
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { SaveResult, UndoResult } from '../../src/rpc/contract';
import type { GridChangesAgainstRoles } from '../../src/rpc/contract-hand-over';
import { gridRecords } from './consistency';
import { admin, forgetPrepared, openWorld, type World, type WorldOptions } from './world';

const [mia, rae, ben, vic] = ['mia@example.com', 'rae@example.com', 'ben@example.com', 'vic@example.com'] as const;
let world: World;
afterEach(() => world.close());
afterAll(forgetPrepared);

/** Where people are known to the script, which only those of one domain are. */
async function open(choice: 'record' | 'put back', options: WorldOptions = {}): Promise<void> {
  world = await openWorld({ facts: { domainUsersKnown: true }, ...options });
  await world.type('Team', 3, 'Email', [
    [mia, 'Mia Manager', 'manager'],
    [rae, 'Rae Rep', 'rep'],
    [ben, 'Ben Okafor', 'rep'],
    [vic, 'Vic Viewer', 'viewer'],
  ]);
  const row = world.rows('Settings').find(({ cells }) => cells.Setting === 'Grid changes against a role')?.row ?? 0;
  await world.type('Settings', row, 'Value', [[choice]]);
}

/** Types as this person, with the triggers that follow. */
async function typeAs(user: string, title: string, row: number, header: string, lines: readonly (readonly string[])[]) {
  const { sheetId } = world.sheet(title);
  const rect = {
    sheetId,
    row,
    column: world.column(title, header),
    rows: lines.length,
    columns: lines[0]?.length ?? 1,
  };
  await world.runtime.act(user, `type ${title}`, () => {
    const session = world.engine.session(user, 'person');
    const missing = row + lines.length - 1 - world.sheet(title).rows;
    if (missing > 0) session.insertRows(sheetId, world.sheet(title).rows + 1, missing);
    session.write(
      rect,
      lines.map((line) => line.map((text) => ({ input: { kind: 'typed', text } as const }))),
    );
    session.flush();
  });
  const value = lines.length === 1 && lines[0]?.length === 1 ? { value: lines[0][0] ?? '' } : {};
  await world.runtime.fireEdit({ user, ...rect, ...value });
}

async function deleteRowsAs(user: string, title: string, row: number, count = 1): Promise<void> {
  const { sheetId } = world.sheet(title);
  await world.runtime.act(user, `delete ${title}`, () => {
    const session = world.engine.session(user, 'person');
    session.deleteRows(sheetId, row, count);
    session.flush();
  });
  await world.runtime.fireChange({ user, changeType: 'REMOVE_ROW', sheetId });
}

const make = async (changes: object) => {
  const saved = await world.ask<SaveResult>('saveRecord', { tab: 'contacts', changes });
  if (saved.status !== 'saved') throw new Error(JSON.stringify(saved));
  return saved.record.id;
};
const list = (user = mia) => world.ask<GridChangesAgainstRoles>('gridChangesAgainstRoles', {}, user);
const contacts = () => gridRecords(world, 'contacts').map(({ id, seen }) => [id, seen.firstName, seen.city]);
const history = () =>
  world.rows('History').map(({ cells }) => `${cells.Who} | ${cells.How} | ${cells.ID} | ${cells.Summary}`);
const vicText = 'Vic Viewer <vic@example.com>';

describe('by default, a viewer who types in the grid', () => {
  it('changes the record; History says that it was against the role, and managers see it listed', async () => {
    await open('record');
    await make({ firstName: 'Ann', city: 'Bonn' });
    await typeAs(vic, 'Contacts', 2, 'City', [['Köln']]);
    expect(contacts()).toEqual([['C-1', 'Ann', 'Köln']]);
    expect(history()[1]).toBe(`${vicText} | grid, against role | C-1 | City Bonn → Köln`);
    const { choice, changes } = await list();
    expect(choice).toBe('record');
    expect(changes).toMatchObject([
      { who: vicText, tab: 'contacts', id: 'C-1', name: 'Ann', count: 1, summary: 'City Bonn → Köln', state: 'stands' },
    ]);
    // Said to a manager, not to the one who typed.
    expect(changes[0]?.why).toBe('Viewers may look at records, not change them.');
    expect(await world.reply('gridChangesAgainstRoles', {}, rae)).toMatchObject({ ok: false, code: 'not-allowed' });
    await world.ask('undoChangeSet', { changeSet: changes[0]?.changeSet }, mia);
    expect(contacts()).toEqual([['C-1', 'Ann', 'Bonn']]);
  });

  it('is an ordinary change where the role allows it', async () => {
    await open('record');
    await make({ firstName: 'Ann' });
    await make({ firstName: 'Bo', owner: rae });
    await typeAs(rae, 'Contacts', 2, 'City', [['Köln'], ['Mainz']]);
    await typeAs(rae, 'Contacts', 4, 'First name', [['Cid']]);
    expect(contacts()).toEqual([
      ['C-1', 'Ann', 'Köln'],
      ['C-2', 'Bo', 'Mainz'],
      ['C-3', 'Cid', null],
    ]);
    expect((await list()).changes).toEqual([]);
  });
});

describe('where Settings say “put back”, what is typed against a role', () => {
  it('goes back at once; History keeps both, and a manager may bring it in again', async () => {
    await open('put back');
    await make({ firstName: 'Ann', city: 'Bonn' });
    await typeAs(vic, 'Contacts', 2, 'City', [['Köln']]);
    expect(contacts()).toEqual([['C-1', 'Ann', 'Bonn']]);
    expect(history().slice(1)).toEqual([
      `${vicText} | grid, against role | C-1 | City Bonn → Köln`,
      expect.stringMatching(/^Rowbook \| undo of S\w+ \| C-1 \| City Köln → Bonn$/),
    ]);
    const [change] = (await list()).changes;
    expect(change).toMatchObject({ state: 'put back', kept: 0 });
    const undone = await world.ask<UndoResult>('undoChangeSet', { changeSet: change?.putBack }, mia);
    expect(undone).toMatchObject({ undone: 1, kept: [] });
    expect(contacts()).toEqual([['C-1', 'Ann', 'Köln']]);
  });

  it('is told apart within one paste: a rep’s own rows stay, a colleague’s go back', async () => {
    await open('put back');
    await make({ firstName: 'Ann', owner: ben, city: 'Bonn' });
    await make({ firstName: 'Bo', owner: rae, city: 'Bonn' });
    await make({ firstName: 'Cid', city: 'Bonn' });
    await typeAs(rae, 'Contacts', 2, 'City', [['Köln'], ['Köln'], ['Köln']]);
    expect(contacts().map(([id, , city]) => [id, city])).toEqual([
      ['C-1', 'Bonn'],
      ['C-2', 'Köln'],
      ['C-3', 'Köln'],
    ]);
    const [change] = (await list()).changes;
    expect(change).toMatchObject({
      id: 'C-1',
      count: 1,
      state: 'put back',
      why: 'This is Ben Okafor’s contact (C-1, Ann).',
    });
  });

  it('cannot take a record over by typing one’s own name into Owner', async () => {
    await open('put back');
    await make({ firstName: 'Ann', owner: ben });
    await typeAs(rae, 'Contacts', 2, 'Owner', [[rae]]);
    expect(gridRecords(world, 'contacts')[0]?.seen.owner).toBe(ben);
  });

  it('is a new row, a deleted row and hundreds of rows at once, too', async () => {
    await open('put back');
    const records = Array.from({ length: 260 }, (_, index) => ({ changes: { firstName: `P${index}`, city: 'Bonn' } }));
    await world.ask('saveRecords', { tab: 'contacts', records });
    await typeAs(vic, 'Contacts', 262, 'First name', [['Mallory']]);
    expect(contacts()).toHaveLength(260);
    await deleteRowsAs(vic, 'Contacts', 5, 2);
    expect(contacts()).toHaveLength(260);
    const cities = Array.from({ length: 258 }, () => ['Köln']);
    await typeAs(vic, 'Contacts', 2, 'City', cities);
    expect(new Set(contacts().map(([, , city]) => city))).toEqual(new Set(['Bonn']));
    const { changes } = await list();
    expect(changes.map(({ count, state }) => [count, state])).toEqual([
      [258, 'put back'],
      [2, 'put back'],
      [1, 'put back'],
    ]);
    expect(changes[1]).toMatchObject({ who: vicText, summary: 'Deleted' });
    // All steps of the putting back are one change set: what it put back can be brought in again as a whole.
    let undone: UndoResult;
    do undone = await world.ask<UndoResult>('undoChangeSet', { changeSet: changes[0]?.putBack }, mia);
    while (undone.more);
    expect(contacts().filter(([, , city]) => city === 'Köln')).toHaveLength(258);
  });

  it('stays where somebody has changed it again meanwhile', async () => {
    await open('record');
    await make({ firstName: 'Ann', city: 'Bonn' });
    await typeAs(vic, 'Contacts', 2, 'City', [['Köln']]);
    await world.ask('saveRecord', { tab: 'contacts', id: 'C-1', changes: { city: 'Rome' } });
    const [change] = (await list()).changes;
    const undone = await world.ask<UndoResult>('undoChangeSet', { changeSet: change?.changeSet });
    expect(undone.kept).toMatchObject([{ field: 'city' }]);
    expect(contacts()).toEqual([['C-1', 'Ann', 'Rome']]);
  });
});

describe('where Google does not tell who edits', () => {
  it('an editor from elsewhere is nobody in particular', async () => {
    await open('put back');
    await make({ firstName: 'Ann', city: 'Bonn' });
    await typeAs('someone@elsewhere.org', 'Contacts', 2, 'City', [['Köln']]);
    expect(contacts()).toEqual([['C-1', 'Ann', 'Köln']]);
    expect(history()[1]).toBe('unknown (grid) | grid | C-1 | City Bonn → Köln');
    expect((await list()).changes).toEqual([]);
  });

  it('nothing is put back, and History says so', async () => {
    await open('put back');
    await make({ firstName: 'Ann', city: 'Bonn' });
    // Another program: no event at all, and the compare finds it.
    await world.type('Contacts', 2, 'City', [['Köln']], true);
    await world.runtime.fireChange({ user: admin, changeType: 'OTHER', sheetId: world.sheet('Contacts').sheetId });
    await world.run('hourly');
    expect(contacts()).toEqual([['C-1', 'Ann', 'Köln']]);
    expect(history()[1]).toBe('unknown (grid) | grid | C-1 | City Bonn → Köln');
    expect((await list()).changes).toEqual([]);
  });
});
