// Columns that people delete and duplicate: Rowbook's own come back by themselves, others on request; no value is lost.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NeedsAttention, RepairInput, RepairResult } from '../../src/rpc/contract-attention';
import { disagreements, gridRecords } from './consistency';
import { admin, forgetPrepared, openWorld, type World } from './world';

afterAll(forgetPrepared);

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.ask('saveRecord', { tab: 'companies', changes: { name: 'Acme' } });
  for (const [firstName, city] of [
    ['Ann', 'Bonn'],
    ['Ben', 'Rome'],
    ['Ben', 'Rome'],
  ]) {
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName, city, company: 'CO-1' } });
  }
});
afterEach(() => world.close());

const sheetId = () => world.sheet('Contacts').sheetId;
const session = () => world.engine.session(admin, 'person');
const changed = (changeType: string) => world.runtime.fireChange({ user: admin, changeType, sheetId: sheetId() });
const has = (header: string) => (world.values('Contacts')[0] ?? []).includes(header);
const column = (header: string) =>
  world.values('Contacts').map((cells) => cells[(world.values('Contacts')[0] ?? []).indexOf(header)] ?? null);
const look = async () =>
  (await world.ask<NeedsAttention>('needsAttention', { tab: 'contacts' })).problems.filter(
    ({ kind }) => kind === 'column',
  );
const repair = (input: RepairInput) => world.ask<RepairResult>('repair', input);

async function remove(...headers: string[]): Promise<void> {
  for (const header of headers) session().deleteColumns(sheetId(), world.column('Contacts', header), 1);
}

/** Duplicates a column as people do: inserts one beside it and copies. */
async function duplicate(header: string): Promise<void> {
  const at = world.column('Contacts', header);
  const { rows } = world.sheet('Contacts');
  session().insertColumns(sheetId(), at + 1, 1);
  const inGrid = session();
  const texts = inGrid.values({ sheetId: sheetId(), row: 1, column: at, rows, columns: 1 });
  const cells = texts.map(([value]) => [{ input: { kind: 'value', value: value ?? null } as const }]);
  inGrid.write({ sheetId: sheetId(), row: 1, column: at + 1, rows, columns: 1 }, cells);
  inGrid.flush();
  await changed('INSERT_COLUMN');
}

describe('a column of Rowbook’s own', () => {
  it('is back within the change, with each row’s own id, also where two rows are alike', async () => {
    await world.type('Contacts', 2, 'City', [['Köln']], true);
    const created = column('Created');
    await remove('ID', 'Created');
    await changed('REMOVE_COLUMN');
    expect(has('ID') && has('Created')).toBe(true);
    // The first row was edited in the same moment: which record it is only the compare can say.
    expect(column('ID')).toEqual(['ID', null, 'C-2', 'C-3']);
    await world.run('hourly');
    expect(gridRecords(world, 'contacts').map(({ id, seen }) => [id, seen.firstName, seen.city])).toEqual([
      ['C-1', 'Ann', 'Köln'],
      ['C-2', 'Ben', 'Rome'],
      ['C-3', 'Ben', 'Rome'],
    ]);
    expect(column('Created').slice(2)).toEqual(created.slice(2));
    expect(disagreements(world)).toEqual([]);
    const kinds = world.rows('History').map(({ cells }) => String(cells.Summary));
    expect(kinds.filter((text) => text === 'Deleted')).toEqual([]);
  });

  it('is brought back by the hourly run when no trigger told of it', async () => {
    await remove('ID', 'Updated');
    await world.ask('repair', { action: 'check' });
    expect(column('ID')).toEqual(['ID', 'C-1', 'C-2', 'C-3']);
    expect(has('Updated')).toBe(true);
    expect(disagreements(world)).toEqual([]);
  });

  it.each([30, 34, 37, 41, 44, 48])('is brought back by set-up with a save cut off at call %i', async (killCall) => {
    world.runtime.setFaults({ killCall });
    await world.run('saveRecord', { tab: 'contacts', id: 'C-1', changes: { city: 'Oslo' } });
    await remove('ID');
    await world.ask('setUpWorkbook', {});
    await world.run('hourly');
    expect(column('ID')).toEqual(['ID', 'C-1', 'C-2', 'C-3']);
    expect(disagreements(world)).toEqual([]);
  });

  it.each([4, 8, 12, 16, 20, 24, 30, 36])('is whole after its return was cut off at call %i', async (killCall) => {
    await remove('ID', 'City');
    world.runtime.setFaults({ killCall });
    await world.run('repair', { action: 'bringBack', tab: 'contacts', field: 'city' });
    for (let run = 0; run < 3; run++) await world.ask('repair', { action: 'check' });
    const [city] = await look();
    if (city) await repair({ action: 'bringBack', tab: 'contacts', field: 'city' });
    expect(gridRecords(world, 'contacts').map(({ id, seen }) => [id, seen.city])).toEqual([
      ['C-1', 'Bonn'],
      ['C-2', 'Rome'],
      ['C-3', 'Rome'],
    ]);
    expect(disagreements(world)).toEqual([]);
  });
});

describe('a deleted column of the schema', () => {
  beforeEach(async () => {
    await remove('City', 'Company');
    await changed('REMOVE_COLUMN');
  });

  it('loses no value: no compare records it, saves keep it, and it comes back with all it held', async () => {
    const before = world.rows('History').length;
    await world.run('hourly');
    expect(world.rows('History')).toHaveLength(before);
    await world.ask('saveRecord', { tab: 'contacts', id: 'C-2', changes: { jobTitle: 'CEO' } });
    await world.type('Contacts', 2, 'Job title', [['CTO']]);
    await world.run('hourly');
    expect((await look()).map(({ code, field, repairs }) => [code, field, repairs])).toEqual([
      ['missing', 'company', ['bringBack', 'leaveOut']],
      ['missing', 'city', ['bringBack', 'leaveOut']],
    ]);
    await repair({ action: 'bringBack', tab: 'contacts', field: 'city' });
    await repair({ action: 'bringBack', tab: 'contacts', field: 'company' });
    expect(column('City')).toEqual(['City', 'Bonn', 'Rome', 'Rome']);
    expect(column('Company')).toEqual(['Company', 'Acme (CO-1)', 'Acme (CO-1)', 'Acme (CO-1)']);
    expect(await look()).toEqual([]);
    expect(disagreements(world)).toEqual([]);
  });

  it('is no change of a record that comes back', async () => {
    const { changeSet } = await world.ask<{ changeSet: string }>('deleteRecord', { tab: 'contacts', id: 'C-1' });
    await world.ask('undoChangeSet', { changeSet });
    const told = world.rows('History').flatMap(({ cells }) => (cells.ID === 'C-1' ? [String(cells.Summary)] : []));
    expect(told).toEqual(['Created', 'Deleted', 'Restored']);
    for (const field of ['city', 'company']) await repair({ action: 'bringBack', tab: 'contacts', field });
    expect(column('City')).toEqual(['City', 'Rome', 'Rome', 'Bonn']);
    expect(disagreements(world)).toEqual([]);
  });

  it('stays each record’s own where an id is pasted over another', async () => {
    await world.type('Contacts', 2, 'ID', [['C-2']]);
    expect(column('ID')).toEqual(['ID', 'C-1', 'C-2', 'C-3']);
    for (const field of ['city', 'company']) await repair({ action: 'bringBack', tab: 'contacts', field });
    expect(column('City')).toEqual(['City', 'Bonn', 'Rome', 'Rome']);
    expect(world.rows('History').filter(({ cells }) => /City/.test(String(cells.Summary)))).toEqual([]);
    expect(disagreements(world)).toEqual([]);
  });

  it('comes back to the record it was of, not to copies of its row that nobody has looked at yet', async () => {
    const inGrid = session();
    const filled = Array.from({ length: 2 }, () => [{ input: { kind: 'value', value: 'C-1' } as const }]);
    inGrid.write({ sheetId: sheetId(), row: 3, column: 1, rows: 2, columns: 1 }, filled);
    inGrid.flush();
    await world.ask('setUpWorkbook', {});
    expect(column('City')).toEqual(['City', 'Bonn', null, null]);
  });

  it('may be left out: then it is listed no more, set-up leaves it out, and it can still be brought back', async () => {
    await repair({ action: 'leaveOut', tab: 'contacts', field: 'city' });
    expect((await look()).map(({ field }) => field)).toEqual(['company']);
    await world.ask('setUpWorkbook', {});
    expect([has('City'), has('Company')]).toEqual([false, true]);
    const view = await world.ask<NeedsAttention>('needsAttention', {});
    expect(view.leftOut).toEqual([{ tab: 'contacts', field: 'city', header: 'City' }]);
    await repair({ action: 'bringBack', tab: 'contacts', field: 'city' });
    expect(column('City')).toEqual(['City', 'Bonn', 'Rome', 'Rome']);
    expect(disagreements(world)).toEqual([]);
  });

  it('is for admins to bring back, and one that is needed cannot be left out', async () => {
    await world.type('Team', 3, 'Email', [['rae@example.com', 'Rae', 'rep']]);
    const back: RepairInput = { action: 'bringBack', tab: 'contacts', field: 'city' };
    expect(await world.reply('repair', back, 'rae@example.com')).toMatchObject({ ok: false, code: 'not-allowed' });
    const out = await world.reply('repair', { action: 'leaveOut', tab: 'contacts', field: 'firstName' });
    expect(out).toMatchObject({ ok: false, code: 'no-column' });
  });
});

describe('a column that is deleted while a save into it is cut off', () => {
  it('comes back with what was to be saved, and keeps nobody from saving meanwhile', async () => {
    let halves = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const changes = { jobTitle: `Job ${seed}`, notes: `Note ${seed}` };
      // While the second of its cells is being written.
      world.runtime.setFaults({ killCall: 36, seed });
      await world.run('saveRecord', { tab: 'contacts', id: 'C-1', changes });
      world.runtime.setFaults({});
      const isHalf = column('Job title')[1] === changes.jobTitle && column('Notes')[1] !== changes.notes;
      if (isHalf) halves += 1;
      await remove('Notes');
      await world.ask('saveRecord', { tab: 'contacts', id: 'C-2', changes: { city: `Rome ${seed}` } });
      await world.ask('setUpWorkbook', {});
      expect(column('Notes')[1] === changes.notes, `with seed ${seed}`).toBe(
        column('Job title')[1] === changes.jobTitle,
      );
      if (isHalf) expect(column('Notes')[1]).toBe(changes.notes);
      await world.run('hourly');
      expect(disagreements(world)).toEqual([]);
    }
    expect(halves).toBeGreaterThan(0);
  });
});

describe('a duplicated column', () => {
  it('is listed, and removed when it holds nothing else', async () => {
    await duplicate('City');
    await world.run('hourly');
    const [problem] = await look();
    expect(problem).toMatchObject({ code: 'copied', repairs: ['removeCopy', 'keepCopy'] });
    await repair({ action: 'removeCopy', tab: 'contacts', field: problem?.field ?? '' });
    expect((world.values('Contacts')[0] ?? []).filter((header) => header === 'City')).toHaveLength(1);
    expect(column('City')).toEqual(['City', 'Bonn', 'Rome', 'Rome']);
    await world.run('hourly');
    expect(await look()).toEqual([]);
    expect(disagreements(world)).toEqual([]);
  });

  it('that holds something else stays, and becomes a column of the team’s own', async () => {
    await duplicate('City');
    const copy = world.column('Contacts', 'City') + 1;
    await world.type('Contacts', 3, copy, [['Paris']]);
    const [problem] = await look();
    const refused = await repair({ action: 'removeCopy', tab: 'contacts', field: problem?.field ?? '' });
    expect(refused.left).toMatchObject([{ id: 'row 3' }]);
    expect(world.values('Contacts')[2]?.[copy - 1]).toBe('Paris');
    await repair({ action: 'keepCopy', tab: 'contacts', field: problem?.field ?? '' });
    expect(column('City (own)')).toEqual(['City (own)', 'Bonn', 'Paris', 'Rome']);
    expect(await look()).toEqual([]);
    await world.run('hourly');
    await world.run('repair', { action: 'check' });
    expect(disagreements(world)).toEqual([]);
  });

  it.each(['City', 'Company', 'ID'])('is no change of any record, nor is its removal: %s', async (header) => {
    const told = () => world.rows('History').map(({ cells }) => `${cells.ID}: ${cells.Summary}`);
    const before = told();
    const updated = column('Updated');
    const at = world.column('Contacts', header);
    await duplicate(header);
    await world.run('hourly');
    await world.ask('repair', { action: 'check' });
    expect(told()).toEqual(before);
    await world.type('Contacts', 3, at + 1, [['Paris']]);
    expect(told().slice(before.length)).toEqual([expect.stringMatching(/^C-2: .+ \(copy\) .* → Paris$/)]);
    session().deleteColumns(sheetId(), at + 1, 1);
    await changed('REMOVE_COLUMN');
    await world.run('hourly');
    await world.ask('repair', { action: 'check' });
    expect(told().slice(before.length + 1)).toEqual([expect.stringMatching(/^C-2: .+ \(copy\) Paris → –$/)]);
    expect([column('Updated')[1], column('Updated')[3]]).toEqual([updated[1], updated[3]]);
    expect(disagreements(world)).toEqual([]);
  });

  it('is no change of a record that is saved before anyone compared', async () => {
    await duplicate('City');
    await world.ask('saveRecord', { tab: 'contacts', id: 'C-2', changes: { city: 'Lima' } });
    await world.run('hourly');
    // The one that carries the mark goes, and the copy is the field now: what differed has changed.
    session().deleteColumns(sheetId(), world.column('Contacts', 'City'), 1);
    await changed('REMOVE_COLUMN');
    await world.run('hourly');
    await world.ask('repair', { action: 'check' });
    const told = world.rows('History').map(({ cells }) => `${cells.ID}: ${cells.Summary}`);
    expect(told.slice(4)).toEqual(['C-2: City Rome → Lima', 'C-2: City Lima → Rome']);
    expect(disagreements(world)).toEqual([]);
  });

  it('keeps its identity when it is moved behind its copy, and its values when the original is deleted', async () => {
    await duplicate('City');
    await world.run('hourly');
    const at = world.column('Contacts', 'City');
    // The original behind the copy: the header row reads the same as before.
    session().moveColumns(sheetId(), at, 1, at + 2);
    await world.ask('saveRecord', { tab: 'contacts', id: 'C-1', changes: { city: 'Kyiv' } });
    expect([world.values('Contacts')[1]?.[at - 1], world.values('Contacts')[1]?.[at]]).toEqual(['Bonn', 'Kyiv']);
    await world.type('Contacts', 2, at, [['Kyiv']]);
    session().deleteColumns(sheetId(), at + 1, 1);
    await changed('REMOVE_COLUMN');
    await world.run('hourly');
    await world.ask('repair', { action: 'check' });
    expect(column('City')).toEqual(['City', 'Kyiv', 'Rome', 'Rome']);
    await world.ask('saveRecord', { tab: 'contacts', id: 'C-2', changes: { city: 'Lima' } });
    expect(column('City')).toEqual(['City', 'Kyiv', 'Lima', 'Rome']);
    expect(disagreements(world)).toEqual([]);
  });
});
