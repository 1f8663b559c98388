// The sidebar beside the grid, through the compiled add-on: which record a person is in, and a record's row brought before them.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunOutcome, Selection } from '../../scripts/local/runtime/types';
import type { Reply, SaveManyResult } from '../../src/rpc/contract';
import type { Selected, ShownInSheet } from '../../src/rpc/contract-sheet';
import { admin, forgetPrepared, openWorld, type World } from '../workbook/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  const records = ['Zora', 'Mia', 'Ada'].map((firstName) => ({ changes: { firstName } }));
  await world.ask<SaveManyResult>('saveRecords', { tab: 'contacts', records });
});
afterEach(() => world.close());
afterAll(forgetPrepared);

const sheetId = (title: string) => world.sheet(title).sheetId;
/** A person whose active cell is in this row. */
function inRow(title: string, row: number, column = 3): Selection {
  const cell = { sheetId: sheetId(title), row, column, rows: 1, columns: 1 };
  return { sheetId: cell.sheetId, range: cell, cell };
}
async function selected(selection: Selection, place?: string): Promise<RunOutcome & { value: Selected }> {
  const args = [place === undefined ? {} : { place }];
  const outcome = await world.runtime.run({
    function: 'selectedRecord',
    args,
    user: admin,
    source: 'client',
    selection,
  });
  const reply = outcome.result as Reply<Selected>;
  if (!reply.ok) throw new Error(reply.message);
  return { ...outcome, value: reply.value };
}
const sortByName = () => {
  const session = world.engine.session('');
  const column = world.column('Contacts', 'First name');
  const sheet = sheetId('Contacts');
  const { columns } = world.sheet('Contacts');
  session.sort({ sheetId: sheet, row: 2, column: 1, rows: 3, columns }, [{ column, ascending: true }]);
  session.flush();
};

describe('the record that a person is in', () => {
  it('is that of the row of their active cell, whichever column it stands in and wherever rows were sorted to', async () => {
    expect((await selected(inRow('Contacts', 3))).value.id).toBe('C-2');
    expect((await selected(inRow('Contacts', 3, 1))).value.id).toBe('C-2');
    sortByName();
    expect((await selected(inRow('Contacts', 2))).value.id).toBe('C-3');
  });

  it('costs three reads where they have moved, none while they stay, and never a write', async () => {
    const first = await selected(inRow('Contacts', 3));
    const again = await selected(inRow('Contacts', 3, 9), first.value.place);
    expect(first.calls).toMatchObject({ reads: 3, writes: 0 });
    expect(again.calls).toMatchObject({ reads: 0, writes: 0 });
    expect(again.value).toEqual({ place: first.value.place, id: '' });
    expect((await selected(inRow('Contacts', 4), first.value.place)).value.id).toBe('C-3');
  });

  it('is none in a header, in a blank row, and in a tab that holds no records', async () => {
    for (const place of [inRow('Contacts', 1), inRow('Contacts', 9), inRow('Settings', 2)])
      expect((await selected(place)).value).toEqual({ place: expect.stringMatching(/./), id: '' });
  });

  it('is found in a tab that was renamed', async () => {
    world.engine.session('').updateSheet(sheetId('Contacts'), { title: 'People' });
    expect((await selected(inRow('People', 4))).value.id).toBe('C-3');
  });

  it('is not told to someone outside of the team', async () => {
    const request = { function: 'selectedRecord', args: [{}], user: 'eve@example.com', source: 'client' } as const;
    const { result } = await world.runtime.run({ ...request, selection: inRow('Contacts', 3) });
    expect(result).toMatchObject({ ok: false, code: 'not-in-team' });
  });

  it('is none where no grid stands beside the page', async () => {
    const { result } = await world.runtime.run({
      function: 'selectedRecord',
      args: [{}],
      user: admin,
      source: 'webClient',
    });
    expect(result).toMatchObject({ ok: true, value: { place: '', id: '' } });
  });
});

describe('showing a record in the sheet', () => {
  const show = (id: string) => world.run('showInSheet', { tab: 'contacts', id });
  const hiddenOf = ({ result }: RunOutcome) => (result as { value: ShownInSheet }).value.hidden;

  it('brings its row to the front wherever it was moved to, and writes nothing', async () => {
    sortByName();
    const outcome = await show('C-1');
    const cell = { sheetId: sheetId('Contacts'), row: 4, column: 1, rows: 1, columns: 1 };
    expect(hiddenOf(outcome)).toBe('');
    expect(outcome.ui).toEqual([{ kind: 'select', sheetId: cell.sheetId, range: cell, cell }]);
    expect(outcome.calls.writes).toBe(0);
  });

  it('says what hides the row, and moves nothing', async () => {
    const sheet = sheetId('Contacts');
    world.engine.session('').setHiddenRows(sheet, [3]);
    const byHand = await show('C-2');
    expect([hiddenOf(byHand), byHand.ui]).toEqual(['row', []]);
    const session = world.engine.session('');
    const column = world.column('Contacts', 'First name');
    session.setFilter(sheet, {
      rect: { sheetId: sheet, row: 1, column: 1, rows: 4, columns: world.sheet('Contacts').columns },
      criteria: [{ column, hiddenValues: ['Zora'], condition: null }],
    });
    session.flush();
    const byFilter = await show('C-1');
    expect([hiddenOf(byFilter), byFilter.ui]).toEqual(['filter', []]);
    session.updateSheet(sheet, { hidden: true });
    const withTab = await show('C-3');
    expect([hiddenOf(withTab), withTab.ui]).toEqual(['tab', []]);
  });

  it('of one that was deleted says that it is gone', async () => {
    await world.ask('deleteRecord', { tab: 'contacts', id: 'C-2' });
    expect(await world.reply('showInSheet', { tab: 'contacts', id: 'C-2' })).toMatchObject({
      ok: false,
      code: 'no-record',
    });
    expect(await world.reply('showInSheet', { tab: 'contacts', id: '=1+1' })).toMatchObject({ code: 'no-record' });
  });
});
