// Columns of the team's own that compute themselves: what their cells come to is nobody's change; what a person makes of them is.
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { disagreements, gridRecords } from './consistency';
import { admin, forgetPrepared, openWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  for (const name of ['One', 'Two', 'Three']) {
    await world.ask('saveRecord', { tab: 'deals', changes: { name, stage: 'Lead', startedOn: '2026-11-01' } });
  }
  const { sheetId, columns } = world.sheet('Deals');
  world.engine.session('').insertColumns(sheetId, columns + 1, 1);
  await world.type('Deals', 1, columns + 1, [['Age']]);
});
afterEach(async () => {
  expect(disagreements(world)).toEqual([]);
  await world.close();
});
afterAll(forgetPrepared);

const startedOn = () => letter(world.column('Deals', 'Started on'));
const letter = (column: number): string =>
  column > 26 ? `A${String.fromCharCode(64 + column - 26)}` : String.fromCharCode(64 + column);
const ageOf = (row: number) => `=TODAY()-${startedOn()}${row}`;
const fillAges = () =>
  world.type(
    'Deals',
    2,
    'Age',
    [2, 3, 4].map((row) => [ageOf(row)]),
  );
const ages = () => Object.fromEntries(world.rows('Deals').map(({ cells }) => [String(cells.ID), cells.Age]));
const history = () => world.rows('History').map(({ cells }) => String(cells.Summary));
const formulaOf = (row: number) => {
  const rect = {
    sheetId: world.sheet('Deals').sheetId,
    row,
    column: world.column('Deals', 'Age'),
    rows: 1,
    columns: 1,
  };
  return world.engine.session('').formulas(rect)[0]?.[0];
};
const aDayLater = () => world.runtime.setClock({ advanceMs: 24 * 3_600_000 });

it('another value every day writes no ledger and tells nothing', async () => {
  await fillAges();
  await aDayLater();
  const before = [history(), world.values('_Ledger Deals')];
  const aged = ages()['D-1'];
  for (let day = 0; day < 3; day++) {
    await aDayLater();
    await world.run('hourly');
  }
  expect(ages()['D-1']).toBe(Number(aged) + 3);
  expect([history(), world.values('_Ledger Deals')]).toEqual(before);
});

it('a value over the formula is told, and the formula over a value', async () => {
  await fillAges();
  const before = history().length;
  await world.type('Deals', 3, 'Age', [['7']]);
  await world.type('Deals', 3, 'Age', [[ageOf(3)]]);
  const relative = world.column('Deals', 'Started on') - world.column('Deals', 'Age');
  expect(history().slice(before)).toEqual([`Age =TODAY()-RC[${relative}] → 7`, `Age 7 → =TODAY()-RC[${relative}]`]);
});

it('another formula is told by the compare as well', async () => {
  await fillAges();
  await world.type('Deals', 3, 'Age', [['=1+1']], true);
  await world.runtime.fireChange({ user: admin, changeType: 'OTHER', sheetId: world.sheet('Deals').sheetId });
  await world.run('hourly');
  expect(history().at(-1)).toMatch(/^Age =TODAY\(\)-RC\[-?\d+\] → =1\+1$/);
});

it('a column that one formula fills is nobody’s change either', async () => {
  const column = world.column('Deals', 'Age');
  const formula = `=ARRAYFORMULA(TODAY()-${startedOn()}2:${startedOn()})`;
  await world.type('Deals', 2, column, [[formula]]);
  await world.run('hourly');
  const before = [history(), world.values('_Ledger Deals')];
  // The stand-in spills no formula: what Google would show below it is put there, another every day.
  for (const day of ['5', '6']) {
    await world.type('Deals', 3, column, [[day], [day]], true);
    await world.runtime.fireChange({ user: admin, changeType: 'OTHER', sheetId: world.sheet('Deals').sheetId });
    await world.run('hourly');
  }
  await world.ask('saveRecord', { tab: 'deals', id: 'D-2', changes: { amount: 5 } });
  expect(history().slice(before[0]?.length)).toEqual([expect.stringMatching(/^Amount – → 5/)]);
  expect(history().some((summary) => summary.includes('6'))).toBe(false);
  await world.type('Deals', 2, column, [[''], [''], ['']]);
});

it('a save, a sort and an undo leave the formulas in their cells', async () => {
  await fillAges();
  await world.ask('saveRecord', { tab: 'deals', id: 'D-2', changes: { amount: 5 } });
  const { sheetId, rows, columns } = world.sheet('Deals');
  world.engine
    .session('')
    .sort({ sheetId, row: 2, column: 1, rows: rows - 1, columns }, [
      { column: world.column('Deals', 'Name'), ascending: false },
    ]);
  await world.run('hourly');
  expect([2, 3, 4].map(formulaOf)).toEqual([2, 3, 4].map(ageOf));
  expect(history().filter((summary) => summary.includes('Age'))).toHaveLength(3);
});

it('an undone change brings a formula back, not its text', async () => {
  await fillAges();
  await world.type('Deals', 3, 'Age', [['7']]);
  const changeSet = String(world.rows('History').at(-1)?.cells['Change set']);
  await world.ask('undoChangeSet', { changeSet });
  expect(formulaOf(3)).toBe(ageOf(3));
});

it('a deleted record has its formula again, also when its return is cut off', async () => {
  await fillAges();
  await world.type('Deals', 3, 'Close date', [[`=${startedOn()}3+30`]]);
  const closing = () => {
    const row = gridRecords(world, 'deals').find(({ id }) => id === 'D-2')?.row ?? 0;
    const column = world.column('Deals', 'Close date');
    const rect = { sheetId: world.sheet('Deals').sheetId, row, column, rows: 1, columns: 1 };
    return world.engine.session('').formulas(rect)[0]?.[0];
  };
  for (let n = 20; ; n += 4) {
    const { changeSet } = await world.ask<{ changeSet: string }>('deleteRecord', { tab: 'deals', id: 'D-2' });
    world.runtime.setFaults({ killCall: n, seed: n });
    const outcome = await world.run('undoChangeSet', { changeSet });
    world.runtime.setFaults({});
    await world.ask('saveRecord', { tab: 'deals', id: 'D-1', changes: { amount: n } });
    if (!gridRecords(world, 'deals').some(({ id }) => id === 'D-2')) await world.ask('undoChangeSet', { changeSet });
    const row = gridRecords(world, 'deals').find(({ id }) => id === 'D-2')?.row ?? 0;
    expect(formulaOf(row), `after a kill at call ${n}`).toBe(ageOf(row));
    expect(closing(), `after a kill at call ${n}`).toBe(`=${startedOn()}${row}+30`);
    expect(disagreements(world), `after a kill at call ${n}`).toEqual([]);
    if (!outcome.error) break;
  }
});
