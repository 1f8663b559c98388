// What a team adds to a tab survives whatever Rowbook does to its records, cell for cell: columns of their own with formulas,
// notes, colours, fonts, number formats, rules. Compared by record before and after.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CellPatch, CellView } from '../../scripts/local/engine/types';
import type { UndoResult } from '../../src/rpc/contract';
import { type ImportWorld, importWorld } from '../workbook/import-world';
import { bookOf } from '../workbook/world';

const list = join(import.meta.dirname, '../../../shared/data/us-500/us-500.csv');
const noData = existsSync(list) ? '' : ' (skipped: ../shared/data is not on this machine)';
const names = ['Ann', 'Ben', 'Cem', 'Dan', 'Eva', 'Finn'];
const own = ['Initial', 'Rate', 'Twice', 'Array', 'Remark'];

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld();
  const records = names.map((firstName, index) => ({
    changes: { firstName, lastName: `Name${index}`, city: `City ${9 - index}`, notes: 'old', jobTitle: `Job ${index}` },
  }));
  await world.ask('saveRecords', { tab: 'contacts', records });
  world.sheet('Rates', ['3 | 4']);
  decorate();
  await world.run('hourly');
});
afterAll(() => world?.close());

const sheet = () => {
  const found = session()
    .sheets()
    .find(({ title }) => title === 'Contacts');
  if (!found) throw new Error('Contacts is gone.');
  return found;
};
const session = () => world.engine.session('');

/** Columns of the team's own in the middle of the tab, and looks on cells of Rowbook's. */
function decorate(): void {
  const { sheetId } = sheet();
  const before = bookOf(world.engine).column('Contacts', 'City');
  session().insertColumns(sheetId, before, own.length);
  const typed = (text: string): CellPatch => ({ input: { kind: 'typed', text } });
  const write = (row: number, column: number, patches: CellPatch[]) => {
    const inGrid = session();
    inGrid.write({ sheetId, row, column, rows: 1, columns: patches.length }, [patches]);
    inGrid.flush();
  };
  write(1, before, own.map(typed));
  names.forEach((_, index) => {
    const row = index + 2;
    write(row, before, [
      // Of its own row; of one cell for all; of another tab; over a range.
      typed(`=LEFT(B${row},1)&LEN(C${row})`),
      typed(`=LEN(B${row})*Rates!$A$1`),
      typed(`=Rates!$B$1*2`),
      typed(`=ARRAYFORMULA(LEN(B${row}:C${row}))`),
      { ...typed(`mine ${row}`), fontColor: '#ff0000', background: row % 2 ? '#00ff00' : null },
    ]);
    const looks = { note: `Note ${row}`, background: '#ffff00', fontWeight: 'bold', numberFormat: '0.000' };
    for (const header of ['City', 'Notes', 'ID', 'Job title']) {
      write(row, bookOf(world.engine).column('Contacts', header), [row % 2 ? looks : { note: looks.note }]);
    }
  });
  const rects = [{ sheetId, row: 2, column: before, rows: 20, columns: 3 }];
  const rule = {
    rects,
    condition: 'NUMBER_GREATER_THAN',
    values: [5],
    background: '#123456',
    fontColor: null,
    bold: true,
  };
  session().updateExtras(sheetId, { conditionalRules: [rule] });
}

/** Each cell with its looks, by record and header; a formula with its own row called #. */
function seen(leaveOut: readonly string[] = []): { [place: string]: unknown } {
  const { sheetId, columns } = sheet();
  const rows = session().lastRow(sheetId);
  const headers = (session().values({ sheetId, row: 1, column: 1, rows: 1, columns })[0] ?? []).map(String);
  const lines = session().cells({ sheetId, row: 2, column: 1, rows: rows - 1, columns });
  const all: { [place: string]: unknown } = {};
  lines.forEach((cells, line) => {
    const id = String(cells[headers.indexOf('ID')]?.value ?? '');
    if (!original.includes(id)) return;
    headers.forEach((header, at) => {
      if (header === 'Updated' || header === 'null' || leaveOut.includes(header)) return;
      const cell: CellView | null = cells[at] ?? null;
      const formula = cell?.formula?.replace(new RegExp(`(?<=[A-Z])${line + 2}\\b`, 'g'), '#') ?? null;
      all[`${id} ${header}`] = cell && { ...cell, formula };
    });
  });
  return all;
}

const original = names.map((_, index) => `C-${index + 1}`);
const rules = () => session().extras(sheet().sheetId).conditionalRules;

it('what a team added survives a hundred saves', async () => {
  const [before, rulesBefore] = [seen(['Notes']), rules()];
  expect(before['C-2 Initial']).toMatchObject({ value: 'B5', formula: '=LEFT(B#,1)&LEN(C#)' });
  expect(before['C-2 Rate']).toMatchObject({ value: 9 });
  expect(before['C-2 Twice']).toMatchObject({ value: 8 });
  for (let save = 0; save < 100; save++) {
    const id = original[save % names.length];
    await world.ask('saveRecord', { tab: 'contacts', id, changes: { notes: `=save ${save}` } });
  }
  expect(seen(['Notes'])).toEqual(before);
  expect(rules()).toEqual(rulesBefore);
  const { 'C-1 Notes': notes } = seen();
  expect(notes).toMatchObject({ value: '=save 96', formula: null, note: 'Note 2' });
  await world.ask('saveRecord', { tab: 'contacts', id: 'C-1', changes: { firstName: 'Annabel' } });
  expect(seen()['C-1 Rate']).toMatchObject({ value: 21, formula: '=LEN(B#)*Rates!$A$1' });
});

it('what a team added survives a sort', async () => {
  const before = seen();
  const { sheetId, columns } = sheet();
  const rows = session().lastRow(sheetId) - 1;
  await world.runtime.act('admin@example.com', 'sort', () =>
    session().sort({ sheetId, row: 2, column: 1, rows, columns }, [{ column: 2, ascending: false }]),
  );
  await world.runtime.fireChange({ user: 'admin@example.com', changeType: 'OTHER', sheetId });
  await world.run('hourly');
  expect(seen()).toEqual(before);
});

it('what a team added survives a save that is undone', async () => {
  const before = seen();
  const change = { tab: 'contacts', id: 'C-4', changes: { city: 'Rome', notes: 'x', jobTitle: 'y' } };
  const { changeSet } = await world.ask<{ changeSet: string }>('saveRecord', change);
  await world.ask('undoChangeSet', { changeSet });
  expect(seen()).toEqual(before);
});

it('what a team added survives the deletion of a record and its undo', async () => {
  const before = seen();
  const { changeSet } = await world.ask<{ changeSet: string }>('deleteRecord', { tab: 'contacts', id: 'C-3' });
  const others = (all: { [place: string]: unknown }) =>
    Object.fromEntries(Object.entries(all).filter(([place]) => !place.startsWith('C-3 ')));
  expect(seen()).toEqual(others(before));
  await world.ask('undoChangeSet', { changeSet });
  expect(others(seen())).toEqual(others(before));
  // The record itself comes back with its values and formulas; notes and colours went with its row.
  const contents = (all: { [place: string]: unknown }) =>
    Object.entries(all)
      .filter(([place]) => place.startsWith('C-3 '))
      .map(([place, cell]) => [
        place,
        (cell as CellView | null)?.value ?? null,
        (cell as CellView | null)?.formula ?? null,
      ]);
  expect(contents(seen())).toEqual(contents(before));
});

it.skipIf(noData !== '')(`what a team added survives an import and its undo${noData}`, async () => {
  const before = seen();
  const tab = await world.openCsv(list);
  const { last } = await world.importAll(tab);
  expect(last).toMatchObject({ created: { contacts: 500 } });
  expect(without(seen(), before)).toEqual(before);
  for (let more = true; more; ) {
    more = (await world.ask<UndoResult>('undoChangeSet', { changeSet: last.changeSet })).more;
  }
  expect(without(seen(), before)).toEqual(before);
  await world.run('hourly');
  expect(without(seen(), before)).toEqual(before);
});

/** Without the cells of columns that came since. */
function without(all: { [place: string]: unknown }, known: { [place: string]: unknown }): { [place: string]: unknown } {
  return Object.fromEntries(Object.entries(all).filter(([place]) => place in known));
}
