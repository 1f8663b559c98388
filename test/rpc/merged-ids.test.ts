// The id of a record that was merged goes on working, and pairs that only look alike are remembered.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NotDuplicates } from '../../src/rpc/contract-duplicates';
import { disagreements, gridRecords } from '../workbook/consistency';
import { forgetPrepared } from '../workbook/world';
import { type MergeWorld, openMergeWorld } from './merge-world';

let world: MergeWorld;
beforeEach(async () => {
  world = await openMergeWorld();
});
afterEach(() => world.close());
afterAll(forgetPrepared);

const cell = (title: string, row: number, header: string) =>
  String(world.values(title)[row - 1]?.[world.column(title, header) - 1] ?? '');

describe('the id of a merged record', () => {
  it('leads to the one that it was merged into, over a chain of merges, until one is undone', async () => {
    await world.make('contacts', [{ firstName: 'Ann' }, { firstName: 'Anna' }, { firstName: 'Anne' }]);
    const first = await world.merge('contacts', 'C-2', 'C-1');
    const second = await world.merge('contacts', 'C-3', 'C-2');
    expect((await world.page('contacts', 'C-1')).record.id).toBe('C-3');
    expect((await world.page('contacts', 'C-2')).record.id).toBe('C-3');
    await world.undo(second.changeSet);
    expect((await world.page('contacts', 'C-1')).record.id).toBe('C-2');
    await world.undo(first.changeSet);
    expect((await world.page('contacts', 'C-1')).record).toMatchObject({ id: 'C-1', name: 'Ann' });
    await world.merge('contacts', 'C-2', 'C-1');
    await world.ask('deleteRecord', { tab: 'contacts', id: 'C-2' });
    expect(await world.reply('getRecord', { tab: 'contacts', id: 'C-1' })).toMatchObject({ code: 'no-record' });
  });

  it('means the kept one in a reference that a client saves', async () => {
    await world.fill();
    await world.merge('contacts', 'C-1', 'C-2');
    for (const [index, contact] of ['C-2', 'Anna Lee (C-2)', 'c-2'].entries()) {
      await world.make('deals', [{ name: `New ${index}`, stage: 'Lead', contact }]);
      expect(world.at('deals', `D-${index + 3}`)?.contact).toBe('C-1');
    }
    expect(cell('Deals', 4, 'Contact')).toBe('Ann Lee (C-1)');
    await world.ask('deleteRecord', { tab: 'contacts', id: 'C-1' });
    const refused = await world.ask('saveRecord', {
      tab: 'deals',
      changes: { name: 'X', stage: 'Lead', contact: 'C-2' },
    });
    expect(refused).toMatchObject({ status: 'invalid', issues: [{ field: 'contact', code: 'reference' }] });
  });

  it('means the kept one where it is typed or pasted in the grid', async () => {
    await world.fill();
    await world.merge('contacts', 'C-1', 'C-2');
    await world.type('Deals', 2, 'Contact', [['Anna Lee (C-2)']]);
    expect([cell('Deals', 2, 'Contact'), world.at('deals', 'D-1')?.contact]).toEqual(['Ann Lee (C-1)', 'C-1']);
    await world.type('Deals', 3, 'Contact', [['C-2']]);
    expect(cell('Deals', 3, 'Contact')).toBe('Ann Lee (C-1)');
    const pasted = Array.from({ length: 30 }, (_, index) => [`P${index}`, '', 'C-2']);
    await world.type('Deals', 4, 'Name', pasted);
    await world.run('hourly');
    expect(gridRecords(world, 'deals').map(({ seen }) => seen.contact)).toEqual(
      Array.from({ length: 32 }, () => 'C-1'),
    );
    expect(disagreements(world)).toEqual([]);
  });

  it('means the kept one in a tab that is imported', async () => {
    await world.fill();
    await world.merge('contacts', 'C-1', 'C-2');
    const session = world.engine.session('');
    const { sheetId } = session.addSheet('Old', undefined, 3, 3);
    const lines = [
      ['Deal name', 'Stage', 'Contact'],
      ['Old one', 'Lead', 'Anna Lee (C-2)'],
      ['Old two', 'Lead', 'C-2'],
    ];
    session.write(
      { sheetId, row: 1, column: 1, rows: 3, columns: 3 },
      lines.map((line) => line.map((text) => ({ input: { kind: 'typed', text } as const }))),
    );
    session.flush();
    const { mapping } = await world.ask<{ mapping: object }>('previewImport', { tab: 'Old' });
    let step = await world.ask<{ importId: string; done: boolean }>('commitImport', { tab: 'Old', mapping });
    while (!step.done) step = await world.ask('commitImport', { tab: 'Old', mapping, importId: step.importId });
    const deals = gridRecords(world, 'deals').filter(({ seen }) => String(seen.name).startsWith('Old'));
    expect(deals.map(({ seen }) => seen.contact)).toEqual(['C-1', 'C-1']);
    expect(gridRecords(world, 'contacts')).toHaveLength(1);
  });

  it('is not restored by itself, since what referred to it has moved on', async () => {
    await world.fill();
    await world.merge('contacts', 'C-1', 'C-2');
    expect(await world.ask('deletedRecords', {})).toMatchObject({ records: [] });
    expect(await world.reply('restoreRecord', { tab: 'contacts', id: 'C-2' })).toMatchObject({ code: 'not-deleted' });
  });
});

describe('two records that are no duplicates', () => {
  const tell = (ids: string[], not?: boolean) =>
    world.ask<NotDuplicates>('notDuplicates', { tab: 'contacts', ids, ...(not === undefined ? {} : { not }) });
  const pairs = async (tab = 'contacts') => (await world.ask<NotDuplicates>('notDuplicates', { tab })).pairs;

  it('are remembered once, in one order, by tab, until it is taken back', async () => {
    await world.fill();
    await world.make('contacts', [{ firstName: 'Cid' }]);
    await tell(['C-2', 'C-1']);
    await tell(['C-1', 'C-2'], true);
    expect((await tell(['C-3', 'C-1'])).pairs).toEqual([
      ['C-1', 'C-2'],
      ['C-1', 'C-3'],
    ]);
    expect(await pairs('companies')).toEqual([]);
    expect((await tell(['C-2', 'C-1'], false)).pairs).toEqual([['C-1', 'C-3']]);
  });

  it('are forgotten with one of them, when another pair is told', async () => {
    await world.fill();
    await world.make('contacts', [{ firstName: 'Cid' }, { firstName: 'Dan' }]);
    await tell(['C-1', 'C-2']);
    await world.ask('deleteRecord', { tab: 'contacts', id: 'C-2' });
    expect(await pairs()).toEqual([['C-1', 'C-2']]);
    expect((await tell(['C-3', 'C-4'])).pairs).toEqual([['C-3', 'C-4']]);
    for (const ids of [
      ['C-3', 'C-2'],
      ['C-3', 'C-99'],
    ])
      expect(await world.reply('notDuplicates', { tab: 'contacts', ids })).toMatchObject({ code: 'no-record' });
    for (const ids of [['C-3', 'C-3'], ['C-3'], 'C-3', ['C-3', 'CO-1']])
      expect(await world.reply('notDuplicates', { tab: 'contacts', ids })).toMatchObject({ code: 'bad-input' });
  });

  it('that do not fit their cell any more are refused, with what to do', async () => {
    await world.fill();
    const { row } = world.rows('_Meta').find(({ cells }) => cells.Key === 'notDuplicates') ?? { row: 0 };
    const full = Array.from({ length: 9000 }, () => '1-1').join(' ');
    const { sheetId } = world.sheet('_Meta');
    const session = world.engine.session('');
    session.write({ sheetId, row, column: 2, rows: 1, columns: 1 }, [
      [{ input: { kind: 'typed', text: JSON.stringify({ companies: full.padEnd(49_980, ' ') }) } }],
    ]);
    session.flush();
    expect(await world.reply('notDuplicates', { tab: 'contacts', ids: ['C-1', 'C-2'] })).toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('merge or delete'),
    });
  });
});
