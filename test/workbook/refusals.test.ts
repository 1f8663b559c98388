// Cells that refuse a value, records that outgrow their ledger, blocks that are cut off while people type: no save of anyone
// else fails for it, and nothing of a person's goes with it.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPreview, ImportProgress, SaveResult } from '../../src/rpc/contract';
import { disagreements, gridRecords } from './consistency';
import { admin, forgetPrepared, openWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => {
  await world.run('hourly');
  expect(disagreements(world)).toEqual([]);
  await world.close();
});
afterAll(forgetPrepared);

const rep = 'rae@example.com';

const save = (input: object, user?: string) => world.reply<SaveResult>('saveRecord', input, user);

/** Someone else's save, of another tab. */
const expectOthersSave = async (name: string, user?: string) =>
  expect(await save({ tab: 'companies', changes: { name } }, user)).toMatchObject({
    ok: true,
    value: { status: 'saved' },
  });

const seen = (id: string) => gridRecords(world, 'contacts').find((record) => record.id === id)?.seen;

describe('a record of more text than three cells hold', () => {
  const long = '"'.repeat(40_000);

  it('is saved whole, changed, deleted and brought back', async () => {
    const changes = { firstName: 'Big', notes: long, street: long, city: `😀${long}` };
    expect(await save({ tab: 'contacts', changes })).toMatchObject({ ok: true, value: { status: 'saved' } });
    await expectOthersSave('One');
    expect(await save({ tab: 'contacts', id: 'C-1', changes: { jobTitle: 'CEO' } })).toMatchObject({ ok: true });
    const { changeSet } = await world.ask<{ changeSet: string }>('deleteRecord', { tab: 'contacts', id: 'C-1' });
    await world.ask('undoChangeSet', { changeSet });
    expect(seen('C-1')).toMatchObject({ ...changes, jobTitle: 'CEO' });
  });

  it('may be typed in the grid', async () => {
    const typed = 'x'.repeat(49_500);
    await world.type('Contacts', 2, 'First name', [['Big']]);
    for (const header of ['Street', 'City', 'Notes']) await world.type('Contacts', 2, header, [[typed]]);
    await expectOthersSave('One');
    expect(seen('C-1')).toMatchObject({ street: typed, city: typed, notes: typed });
  });
});

describe('a cell that refuses its value', () => {
  beforeEach(async () => {
    await world.type('Team', 3, 'Email', [[rep, 'Rae', 'rep']]);
    await save({ tab: 'contacts', changes: { firstName: 'Ann', city: 'Bonn' } });
  });

  /** From now on the cells of a column take nothing but “Bonn”. */
  function refuse(header: string): void {
    const { sheetId, rows } = world.sheet('Contacts');
    const validation = {
      type: 'VALUE_IN_LIST',
      values: ['Bonn'],
      allowInvalid: false,
      showDropdown: true,
      helpText: null,
    };
    const session = world.engine.session('');
    session.write(
      { sheetId, row: 2, column: world.column('Contacts', header), rows: rows - 1, columns: 1 },
      Array.from({ length: rows - 1 }, () => [{ validation }]),
    );
    session.flush();
  }

  it('leaves nothing of the change behind, and keeps nobody from saving', async () => {
    refuse('City');
    const changes = { firstName: 'Anna', city: 'Rome', notes: 'new' };
    expect(await save({ tab: 'contacts', id: 'C-1', changes })).toMatchObject({ ok: false });
    expect(seen('C-1')).toMatchObject({ firstName: 'Ann', city: 'Bonn', notes: null });
    await expectOthersSave('One');
    expect(await save({ tab: 'contacts', id: 'C-1', changes: { firstName: 'Anna' } })).toMatchObject({ ok: true });
  });

  it('keeps a new record out as a whole', async () => {
    refuse('City');
    expect(await save({ tab: 'contacts', changes: { firstName: 'Ben', city: 'Rome' } })).toMatchObject({ ok: false });
    expect(gridRecords(world, 'contacts').map(({ id }) => id)).toEqual(['C-1']);
    await expectOthersSave('One');
    expect(await save({ tab: 'contacts', changes: { firstName: 'Ben', city: 'Bonn' } })).toMatchObject({
      value: { record: { row: 3 } },
    });
  });

  it('that is protected keeps a rep’s later saves and an admin’s clear of the refused one', async () => {
    const { sheetId } = world.sheet('Contacts');
    const column = world.column('Contacts', 'Notes');
    const rect = { sheetId, row: 1, column, rows: world.sheet('Contacts').rows, columns: 1 };
    const rules = { description: 'Notes', warningOnly: false, editors: [admin], restricted: true };
    world.engine.session('').addProtection({ sheetId, rect, ...rules });
    const changes = { firstName: 'Anna', notes: 'new' };
    expect(await save({ tab: 'contacts', id: 'C-1', changes }, rep)).toMatchObject({ ok: false, code: 'protected' });
    expect(seen('C-1')).toMatchObject({ firstName: 'Ann', notes: null });
    await expectOthersSave('One', rep);
    await expectOthersSave('Two');
    expect(seen('C-1')).toMatchObject({ firstName: 'Ann', notes: null });
  });

  it('and takes neither the new value nor the old one is given up, for the next compare to tell', async () => {
    // Cut off with one of its cells written; then these cells refuse whatever comes.
    const isHalfDone = () => seen('C-1')?.firstName === 'Anna' && seen('C-1')?.city === 'Bonn';
    for (let run = 0; !isHalfDone(); run++) {
      if (run === 200) throw new Error('No kill left the change half done.');
      await save({ tab: 'contacts', id: 'C-1', changes: { firstName: 'Ann', city: 'Bonn' } });
      world.runtime.setFaults({ killCall: 25 + (run % 20), seed: run });
      await world.run('saveRecord', { tab: 'contacts', id: 'C-1', changes: { firstName: 'Anna', city: 'Rome' } });
      world.runtime.setFaults({});
    }
    refuse('First name');
    refuse('City');
    const tries = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      tries.push((await save({ tab: 'companies', changes: { name: `Try ${attempt}` } })).ok);
    }
    expect(tries).toEqual([false, false, true]);
    await expectOthersSave('One');
  });
});

describe('an import’s block that was cut off', () => {
  const names = Array.from({ length: 12 }, (_, index) => `First${index}`);

  async function prepared(): Promise<{ input: object; step: ImportProgress }> {
    const session = world.engine.session('');
    const { sheetId } = session.addSheet('Old list');
    const texts = [['First name', 'City'], ...names.map((name) => [name, 'Bonn'])];
    session.write(
      { sheetId, row: 1, column: 1, rows: texts.length, columns: 2 },
      texts.map((line) => line.map((text) => ({ input: { kind: 'value', value: text } as const }))),
    );
    session.flush();
    const preview = await world.ask<ImportPreview>('previewImport', { tab: 'Old list' });
    const input = { tab: 'Old list', mapping: preview.mapping };
    return { input, step: await world.ask<ImportProgress>('commitImport', input) };
  }

  const isPending = () => {
    const row = world.rows('_Meta').find(({ cells }) => cells.Key === 'journal');
    return String(row?.cells.Value ?? '') !== '';
  };

  /** Cuts calls of this function off, one call later each time, until its change set stays pending. */
  async function cutOff(name: string, input: object, from: number): Promise<void> {
    for (let n = from; !isPending(); n++) {
      world.runtime.setFaults({ killCall: n, seed: 1 });
      const { error } = await world.run(name, input);
      world.runtime.setFaults({});
      if (!error) throw new Error('It ended before it was cut off.');
    }
  }

  it('takes no row along that a person typed meanwhile, and makes every record once when it goes on', async () => {
    const { input, step } = await prepared();
    await cutOff('commitImport', { ...input, importId: step.importId }, 10);
    await world.type('Contacts', 2, 'First name', [['Typed', 'Person']], true);
    let next = step;
    while (!next.done) next = await world.ask<ImportProgress>('commitImport', { ...input, importId: step.importId });
    await world.run('hourly');
    const found = gridRecords(world, 'contacts').map(({ seen: { firstName } }) => String(firstName));
    expect(found.sort()).toEqual([...names, 'Typed'].sort());
  });

  it('while it was undone is finished with ledger and History, or stands as it was', async () => {
    const { input, step } = await prepared();
    let next = step;
    while (!next.done) next = await world.ask<ImportProgress>('commitImport', { ...input, importId: step.importId });
    const undo = { changeSet: next.changeSet };
    for (let n = 15; n < 70; n += 6) {
      world.runtime.setFaults({ killCall: n, seed: n });
      const { error } = await world.run('undoChangeSet', undo);
      world.runtime.setFaults({});
      await world.type('Contacts', 30 + n, 'First name', [[`Typed ${n}`]]);
      await world.run('hourly');
      expect(disagreements(world), `cut off at call ${n}`).toEqual([]);
      if (!error) break;
    }
    let undone = await world.ask<{ more: boolean }>('undoChangeSet', undo);
    while (undone.more) undone = await world.ask<{ more: boolean }>('undoChangeSet', undo);
    const left = gridRecords(world, 'contacts').map(({ seen: { firstName } }) => String(firstName));
    expect(left.filter((name) => !name.startsWith('Typed'))).toEqual([]);
    expect(left.length).toBeGreaterThan(0);
  });
});
