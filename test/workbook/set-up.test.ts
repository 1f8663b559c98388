// Setting up: an empty workbook, one in use, one from which people took things away.
import { afterAll, describe, expect, it } from 'vitest';
import type { RunOutcome } from '../../scripts/local/runtime/types';
import { fieldsOf, hiddenTabs, ledgerTitle, recordTabKeys, type TabKey, tabs } from '../../src/domain/schema';
import type { StartView } from '../../src/rpc/contract';
import { disagreements, gridRecords } from './consistency';
import { admin, forgetPrepared, openEmptyWorld, openWorld, type World } from './world';

afterAll(forgetPrepared);

/** Everything a person or Rowbook can see of the workbook. */
function picture(world: World): string {
  const session = world.engine.session('');
  const sheets = session.sheets().map((sheet) => {
    const rows = Math.max(1, session.lastRow(sheet.sheetId));
    return [sheet, session.cells({ sheetId: sheet.sheetId, row: 1, column: 1, rows, columns: sheet.columns })];
  });
  return JSON.stringify([sheets, session.metadata(), session.protections()]);
}

describe('an empty workbook', () => {
  it('says that it is not set up, and is afterwards, with its first admin', async () => {
    const world = await openEmptyWorld();
    expect(await world.ask<StartView>('start', {})).toMatchObject({ ready: false });
    await world.ask('setUpWorkbook', {});
    const view = await world.ask<StartView>('start', {});
    expect(view).toMatchObject({ ready: true, user: { email: admin, name: 'Admin', role: 'admin' }, currency: 'USD' });
    for (const [key, tab] of Object.entries(tabs)) {
      const headers = fieldsOf(key as TabKey).map(([, field]) => field.header);
      expect((world.values(tab.title)[0] ?? []).slice(0, headers.length)).toEqual(headers);
      expect(world.sheet(tab.title).hidden).toBe(false);
    }
    for (const title of [...hiddenTabs, ...recordTabKeys.map(ledgerTitle)])
      expect(world.sheet(title).hidden).toBe(true);
    await world.close();
  });

  it('is left as it is while a tab of the team has a name that Rowbook needs', async () => {
    const world = await openEmptyWorld();
    const session = world.engine.session('');
    const { sheetId } = session.addSheet('Contacts');
    session.write({ sheetId, row: 1, column: 1, rows: 1, columns: 1 }, [
      [{ input: { kind: 'typed', text: 'Our people' } }],
    ]);
    session.flush();
    const before = picture(world);
    expect(await world.reply('setUpWorkbook', {})).toMatchObject({ ok: false, code: 'title-taken' });
    expect(picture(world)).toBe(before);
    await world.close();
  });
});

describe('a workbook in use', () => {
  it('is not changed by setting it up again, and other admins’ triggers are not doubled', async () => {
    const world = await openWorld();
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ann', notes: '=x' } });
    await world.type('Contacts', 1, 'City', [['Town']]);
    const before = picture(world);
    await world.ask('setUpWorkbook', {});
    expect(picture(world)).toBe(before);
    await world.close();
  });

  it('is set up by admins only', async () => {
    const world = await openWorld();
    await world.type('Team', 3, 'Email', [['rae@example.com', 'Rae', 'rep']]);
    expect(await world.reply('setUpWorkbook', {}, 'rae@example.com')).toMatchObject({ ok: false, code: 'not-allowed' });
    await world.close();
  });

  it('gets back a deleted column with its values, the ids too, and a deleted tab with its records', async () => {
    const world = await openWorld();
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ann', city: 'Bonn' } });
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ben', city: 'Rome' } });
    await world.ask('saveRecord', { tab: 'companies', changes: { name: 'Acme', notes: '-x' } });
    const session = world.engine.session(admin);
    const { sheetId } = world.sheet('Contacts');
    session.deleteColumns(sheetId, world.column('Contacts', 'City'), 1);
    session.deleteColumns(sheetId, 1, 1);
    session.deleteSheet(world.sheet('Companies').sheetId);
    const { notices } = await world.ask<{ notices: string[] }>('setUpWorkbook', {});
    expect(notices.join()).toContain('contacts.city');
    expect(gridRecords(world, 'contacts').map(({ id, seen: { firstName, city } }) => [id, firstName, city])).toEqual([
      ['C-1', 'Ann', 'Bonn'],
      ['C-2', 'Ben', 'Rome'],
    ]);
    expect(gridRecords(world, 'companies').map(({ id, seen: { name, notes } }) => [id, name, notes])).toEqual([
      ['CO-1', 'Acme', '-x'],
    ]);
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });

  it('keeps every record when a row comes to stand above the headers, and says where the headers are', async () => {
    const world = await openWorld();
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ann', city: 'Bonn' } });
    const session = world.engine.session(admin);
    const { sheetId } = world.sheet('Contacts');
    session.insertRows(sheetId, 1, 1);
    const shifted = world.values('Contacts');
    for (const [name, input] of [
      ['setUpWorkbook', {}],
      ['findRecords', { tab: 'contacts' }],
      ['saveRecord', { tab: 'contacts', changes: { firstName: 'Ben' } }],
    ] as const) {
      expect(await world.reply(name, input)).toMatchObject({
        code: 'no-header',
        message: 'The headers of Contacts stand in row 2; they belong in row 1. Delete the rows above them.',
      });
    }
    await world.run('hourly', undefined);
    expect(world.values('Contacts')).toEqual(shifted);
    session.deleteRows(sheetId, 1, 1);
    await world.ask('setUpWorkbook', {});
    expect(gridRecords(world, 'contacts').map(({ id, seen: { firstName, city } }) => [id, firstName, city])).toEqual([
      ['C-1', 'Ann', 'Bonn'],
    ]);
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });

  it('keeps every record when the header row is deleted, and gets the headers back', async () => {
    const world = await openWorld();
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ann', city: 'Bonn' } });
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ben', city: 'Rome' } });
    const headers = world.values('Contacts')[0];
    const session = world.engine.session(admin);
    const { sheetId } = world.sheet('Contacts');
    session.deleteRows(sheetId, 1, 1);
    expect(await world.reply('setUpWorkbook', {})).toMatchObject({
      code: 'no-header',
      message: expect.stringContaining('Row 1 of Contacts holds C-1'),
    });
    session.insertRows(sheetId, 1, 1);
    await world.ask('setUpWorkbook', {});
    expect(world.values('Contacts')[0]).toEqual(headers);
    expect(gridRecords(world, 'contacts').map(({ id }) => id)).toEqual(['C-1', 'C-2']);
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });

  it('gets a cleared header back, and a deleted column without touching what stands right of the table', async () => {
    const world = await openWorld();
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ann', city: 'Bonn' } });
    const width = world.values('Contacts')[0]?.length ?? 0;
    await world.type('Contacts', 1, 'Updated', [['']]);
    world.engine.session(admin).insertColumns(world.sheet('Contacts').sheetId, width + 1, 1);
    await world.type('Contacts', 2, width + 1, [['my sum']]);
    world.engine.session(admin).deleteColumns(world.sheet('Contacts').sheetId, world.column('Contacts', 'City'), 1);
    await world.ask('setUpWorkbook', {});
    expect(world.values('Contacts')[1]?.[width - 1]).toBe('my sum');
    expect(world.column('Contacts', 'Updated')).toBe(width - 1);
    expect(world.column('Contacts', 'City')).toBe(width + 1);
    expect(gridRecords(world, 'contacts').map(({ id, seen: { city } }) => [id, city])).toEqual([['C-1', 'Bonn']]);
    await world.close();
  });

  it('says which column is missing when a save needs it', async () => {
    const world = await openWorld();
    world.engine.session(admin).deleteColumns(world.sheet('Contacts').sheetId, world.column('Contacts', 'City'), 1);
    const reply = await world.reply('saveRecord', { tab: 'contacts', changes: { firstName: 'Ann', city: 'Bonn' } });
    expect(reply).toMatchObject({ ok: false, code: 'no-column', message: expect.stringContaining('City') });
    expect(gridRecords(world, 'contacts')).toEqual([]);
    await world.close();
  });
});

describe('what calls cost', () => {
  const counts = (outcome: RunOutcome) => {
    expect(outcome.result).toMatchObject({ ok: true });
    return outcome.calls;
  };

  async function costs(records: number): Promise<{ [name: string]: RunOutcome['calls'] }> {
    const world = await openWorld();
    for (let at = 0; at < records; at += 500) {
      const many = Array.from({ length: Math.min(500, records - at) }, (_, index) => ({
        changes: { firstName: `P${at + index}` },
      }));
      await world.ask('saveRecords', { tab: 'contacts', records: many });
    }
    await world.ask('saveRecord', { tab: 'deals', changes: { name: 'Big', stage: 'Lead' } });
    // A minute later, so that Updated changes as well.
    await world.runtime.setClock({ advanceMs: 60_000 });
    const contact = { firstName: 'New', email: 'n@example.com' };
    const result = {
      start: counts(await world.run('start', {})),
      create: counts(await world.run('saveRecord', { tab: 'contacts', changes: contact })),
      update: counts(
        await world.run('saveRecord', { tab: 'contacts', id: 'C-5', changes: { city: 'Bonn', notes: 'x' } }),
      ),
      move: counts(await world.run('saveRecord', { tab: 'deals', id: 'D-1', changes: { stage: 'Proposal' } })),
    };
    await world.close();
    return result;
  }

  it('is within the budget, and the same at 10 and at 1,990 rows', async () => {
    const small = await costs(10);
    expect(await costs(1990)).toEqual(small);
    expect(small.start).toMatchObject({ reads: 3, writes: 0 });
    for (const name of ['create', 'update', 'move']) expect(small[name]?.reads).toBeLessThanOrEqual(7);
    // Runs of neighbouring cells: the whole row; city, notes, updated; stage, updated.
    expect(small.create?.writes).toBeLessThanOrEqual(4 + 1);
    expect(small.update?.writes).toBeLessThanOrEqual(4 + 3);
    expect(small.move?.writes).toBeLessThanOrEqual(4 + 2);
  });
});
