// What is selected in front of the person, and moving it (the reference of SpreadsheetApp, Spreadsheet, Sheet and Range;
// APPS_SCRIPT.md 5.5): each call sees the selection of the page it comes from, and an activation moves that one.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ExecutionSource, Selection } from '../../scripts/local/runtime/index';
import { owner, type Stage, stageScript } from './run-script';

const code = `
  const address = (range) => range && range.getSheet().getName() + '!' + range.getA1Notation();
  function look() {
    const ss = SpreadsheetApp.getActive();
    return [ss.getActiveSheet().getName(), address(ss.getActiveRange()), address(SpreadsheetApp.getCurrentCell())];
  }
  function make() { SpreadsheetApp.getActive().insertSheet('Deals'); return look(); }
  function jump() { SpreadsheetApp.getActive().getSheetByName('Deals').getRange('B7:C9').activate(); return look(); }
  function cellInside() { SpreadsheetApp.getActive().getActiveSheet().getRange('C3').activateAsCurrentCell(); return look(); }
  function cellOutside() { SpreadsheetApp.setCurrentCell(SpreadsheetApp.getActiveSheet().getRange('F9')); return look(); }
  function twoCells() { SpreadsheetApp.getActiveSheet().getRange('F9:G9').activateAsCurrentCell(); }
  function tab() { SpreadsheetApp.setActiveSheet(SpreadsheetApp.getActive().getSheetByName('Deals')); return look(); }
  function other() { return address(SpreadsheetApp.getActive().getSheetByName('Deals').getActiveRange()); }
  function onEdit() { console.log(look().join()); }`;

let stage: Stage;
beforeEach(() => {
  stage = stageScript(code);
});
afterEach(() => stage.close());

const rect = (row: number, column: number, rows = 1, columns = 1) => ({ sheetId: 0, row, column, rows, columns });
const run = async (name: string, selection?: Selection, source: ExecutionSource = 'client') => {
  const request = { function: name, args: [], user: owner, source };
  const { result, error, ui } = await stage.runtime.run({ ...request, ...(selection ? { selection } : {}) });
  if (error) throw new Error(error.message);
  return { result, ui };
};
const selected = { sheetId: 0, range: rect(2, 2, 3, 3), cell: rect(4, 4) };

describe('what is selected', () => {
  test('is what the calling page has selected; two pages have each their own', async () => {
    const [one, two] = await Promise.all([run('look', selected), run('look')]);
    expect(one.result).toEqual(['Sheet1', 'Sheet1!B2:D4', 'Sheet1!D4']);
    expect(two.result).toEqual(['Sheet1', 'Sheet1!A1', 'Sheet1!A1']);
  });

  test('is nothing where nobody sees a grid: in a web app and its pages, in a trigger of time', async () => {
    const page = { function: 'look', args: [], user: owner, source: 'webClient' } as const;
    expect((await stage.runtime.run({ ...page, selection: selected })).result).toEqual(['Sheet1', null, null]);
  });

  test('is the edited range in an edit trigger', async () => {
    await stage.runtime.fireEdit({ user: owner, sheetId: 0, row: 5, column: 2, rows: 1, columns: 1 });
    expect(stage.runtime.executions().at(-1)?.log).toEqual(['Sheet1,Sheet1!B5,Sheet1!B5']);
  });

  test('of a tab that is not in front is not known', async () => {
    await run('make');
    expect((await run('other', selected)).result).toBe(null);
  });
});

describe('activating', () => {
  test('a range on another tab brings tab and range to the front, with its first cell as the current one', async () => {
    await run('make');
    const { result, ui } = await run('jump', selected);
    const [sheet] = stage.engine.session('').sheets().slice(-1);
    const range = { sheetId: sheet?.sheetId ?? -1, row: 7, column: 2, rows: 3, columns: 2 };
    expect(result).toEqual(['Deals', 'Deals!B7:C9', 'Deals!B7']);
    expect(ui).toEqual([{ kind: 'select', sheetId: range.sheetId, range, cell: { ...range, rows: 1, columns: 1 } }]);
  });

  test('a cell inside of the active range leaves the range, one outside becomes the range', async () => {
    expect((await run('cellInside', selected)).result).toEqual(['Sheet1', 'Sheet1!B2:D4', 'Sheet1!C3']);
    expect((await run('cellOutside', selected)).result).toEqual(['Sheet1', 'Sheet1!F9', 'Sheet1!F9']);
  });

  test('more than one cell as the current one is refused', async () => {
    await expect(run('twoCells', selected)).rejects.toThrow('single cell');
  });

  test('a tab alone shows it; a new tab is worked on, and the person is left where they are', async () => {
    expect((await run('make')).ui).toEqual([]);
    const { result, ui } = await run('tab', selected);
    expect(result).toEqual(['Deals', 'Deals!A1', 'Deals!A1']);
    expect(ui).toEqual([expect.objectContaining({ kind: 'select', range: null })]);
  });

  test('holds for the one execution: the next sees what the page says', async () => {
    await run('make');
    await run('jump', selected);
    expect((await run('look', selected)).result).toEqual(['Sheet1', 'Sheet1!B2:D4', 'Sheet1!D4']);
  });
});
