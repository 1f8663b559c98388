// What people do to single cells (docs/grid.md): formulas, notes, colours, formats, rules and values that cannot be right.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CellView } from '../../scripts/local/engine/types';
import type { RecordView, Reply, SaveResult } from '../../src/rpc/contract';
import { contacts, deals, GridWorld } from './grid-world';

let world: GridWorld;
beforeAll(async () => {
  world = await GridWorld.open();
});
afterAll(() => world?.close());

const recordOf = async (tab: string, id: string) =>
  (await world.ask<{ record: RecordView }>('getRecord', { tab, id })).record;

/** The cell with its looks. */
function seen(title: string, id: string, header: string): Promise<CellView | null> {
  return world.look((book) => {
    const { sheetId } = book.sheet(title);
    const row = book.rows(title).find(({ cells }) => cells.ID === id)?.row ?? 0;
    const rect = { sheetId, row, column: book.column(title, header), rows: 1, columns: 1 };
    return book.engine.session('').cells(rect)[0]?.[0] ?? null;
  });
}

/** Sets what `updateCells` can of a record's cell: a note, a format, a rule. */
async function dress(title: string, id: string, header: string, cell: object, fields: string): Promise<void> {
  const at = await world.at(title, id, header);
  const rowIndex = Number(at.replace(/\D/g, '')) - 1;
  const columnIndex = (await world.column(title, header)) - 1;
  const start = { sheetId: await world.sheetId(title), rowIndex, columnIndex };
  await world.batch({ updateCells: { start, rows: [{ values: [cell] }], fields } });
}

it('a formula is typed into a field', async () => {
  await world.edit('Deals', await world.at('Deals', 'D-1', 'Amount'), '=100*3+7');
  expect(await recordOf('deals', 'D-1')).toMatchObject({
    fields: { amount: 307 },
    formulas: { amount: expect.stringContaining('100*3+7') },
  });
  await world.expectSaveLands(deals, 'D-1', { notes: 'kept' }, ['Notes']);
  expect(await world.cell('Deals', 'D-1', 'Amount')).toBe('=100*3+7');
  const over = { tab: 'deals', id: 'D-1', changes: { amount: 5 } };
  expect(await world.ask<SaveResult>('saveRecord', over)).not.toMatchObject({ status: 'saved' });
  expect(await world.cell('Deals', 'D-1', 'Amount')).toBe('=100*3+7');
  await world.ask('saveRecord', { ...over, overwrite: ['amount'] });
  expect(await world.cell('Deals', 'D-1', 'Amount')).toBe(5);
  await world.expectWhole();
  await world.expectDigest();
});

it('a note is put on a cell', async () => {
  await dress('Contacts', 'C-1', 'City', { note: 'Ask for Mia' }, 'note');
  await world.expectSaveLands(contacts, 'C-1', { city: 'Riga', jobTitle: 'CEO' }, ['City', 'Job title']);
  expect(await seen('Contacts', 'C-1', 'City')).toMatchObject({ value: 'Riga', note: 'Ask for Mia' });
  await world.expectWhole();
});

it('a cell is coloured', async () => {
  const looks = { userEnteredFormat: { backgroundColor: { red: 1, green: 1, blue: 0 }, textFormat: { bold: true } } };
  await dress('Contacts', 'C-2', 'City', looks, 'userEnteredFormat(backgroundColor,textFormat)');
  await world.expectSaveLands(contacts, 'C-2', { city: 'Ulm' }, ['City']);
  const after = await seen('Contacts', 'C-2', 'City');
  expect(after).toMatchObject({ value: 'Ulm', background: '#ffff00', fontWeight: 'bold' });
  await world.act('sort', { tab: 'Contacts', column: 'B', ascending: false });
  expect(await seen('Contacts', 'C-2', 'City')).toEqual(after);
  await world.expectWhole();
});

it('the number format of a column is changed', async () => {
  const column = await world.column('Deals', 'Amount');
  const range = {
    sheetId: await world.sheetId('Deals'),
    startRowIndex: 1,
    startColumnIndex: column - 1,
    endColumnIndex: column,
  };
  const numberFormat = { type: 'CURRENCY', pattern: '#,##0.00" kr"' };
  await world.batch({
    repeatCell: { range, cell: { userEnteredFormat: { numberFormat } }, fields: 'userEnteredFormat.numberFormat' },
  });
  await world.expectSaveLands(deals, 'D-2', { amount: 1234.5 }, ['Amount']);
  expect(await seen('Deals', 'D-2', 'Amount')).toMatchObject({ value: 1234.5, numberFormat: '#,##0.00" kr"' });
  await world.expectWhole();
});

it('a text column is given an automatic format', async () => {
  const column = await world.column('Contacts', 'Postcode');
  const range = {
    sheetId: await world.sheetId('Contacts'),
    startRowIndex: 1,
    startColumnIndex: column - 1,
    endColumnIndex: column,
  };
  const numberFormat = { type: 'NUMBER', pattern: '0' };
  await world.batch({
    repeatCell: { range, cell: { userEnteredFormat: { numberFormat } }, fields: 'userEnteredFormat.numberFormat' },
  });
  await world.expectSaveLands(contacts, 'C-3', { postcode: '01067' }, ['Postcode']);
  await world.expectSaveLands(contacts, 'C-4', { postcode: '=1+1' }, ['Postcode']);
  expect(await seen('Contacts', 'C-4', 'Postcode')).toMatchObject({ value: '=1+1', formula: null });
  await world.expectWhole();
});

it('a rule that refuses values is pasted', async () => {
  const rule = {
    condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Oslo' }, { userEnteredValue: 'Bergen' }] },
    strict: true,
  };
  await dress('Contacts', 'C-3', 'City', { dataValidation: rule }, 'dataValidation');
  const refused: Reply<SaveResult> = await world.call('saveRecord', {
    tab: 'contacts',
    id: 'C-3',
    changes: { city: 'Rome', jobTitle: 'CTO' },
  });
  expect(refused).toMatchObject({ ok: false, message: expect.any(String) });
  expect((await recordOf('contacts', 'C-3')).fields).toMatchObject({ city: 'Oslo', jobTitle: 'Job 7' });
  await world.expectSaveLands(contacts, 'C-3', { city: 'Bergen', jobTitle: 'CTO' }, ['City', 'Job title']);
  await world.expectWhole();
});

it('a value is typed that cannot be right', async () => {
  await world.edit('Deals', await world.at('Deals', 'D-3', 'Amount'), 'a lot');
  expect(await seen('Deals', 'D-3', 'Amount')).toMatchObject({
    value: 'a lot',
    note: expect.stringContaining('Rowbook'),
    background: expect.any(String),
  });
  expect((await recordOf('deals', 'D-3')).issues).toMatchObject([{ field: 'amount' }]);
  await world.expectSaveLands(deals, 'D-3', { notes: 'beside it' }, ['Notes']);
  expect(await world.cell('Deals', 'D-3', 'Amount')).toBe('a lot');
  await world.edit('Deals', await world.at('Deals', 'D-3', 'Amount'), '12');
  expect(await seen('Deals', 'D-3', 'Amount')).toMatchObject({ value: 12, note: null, background: null });
  await world.expectWhole();
});

it('formats are pasted or cleared', async () => {
  const [from, to] = [await world.at('Contacts', 'C-2', 'City'), await world.at('Contacts', 'C-4', 'ID')];
  await world.act('copy', { tab: 'Contacts', from, to, what: 'formats' });
  await world.act('clear', { tab: 'Contacts', range: await world.at('Contacts', 'C-1', 'City'), what: 'formats' });
  await world.expectSaveLands(contacts, 'C-4', { city: 'Graz' }, ['City']);
  await world.expectSaveLands(contacts, 'C-1', { city: '007' }, ['City']);
  await world.expectWhole();
  await world.expectDigest();
});
