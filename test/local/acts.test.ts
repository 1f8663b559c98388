// What a person does to a grid, and that undo takes back that and nothing else.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Act, act, actSchema } from '../../scripts/local/server/acts';
import { Grid } from '../../scripts/local/server/grid';
import { type Stage, stageScript } from '../conformance/run-script';
import { at, get, put } from './engine-helper';

const user = 'owner@example.com';
let stage: Stage;
let grid: Grid;

beforeEach(() => {
  stage = stageScript('function nothing() {}');
  grid = new Grid(stage.engine, stage.runtime);
});
afterEach(() => stage.close());

const session = () => stage.engine.session('');

async function doAct(kind: Act['kind'], details: object = {}): Promise<object> {
  const copyWorkbook = () => ({ file: '', id: '' });
  const { answer, settled } = await act({ grid, copyWorkbook }, actSchema.parse({ user, kind, ...details }));
  await settled;
  return answer;
}

const on = { tab: 'Sheet1' };
const titles = () =>
  session()
    .sheets()
    .map(({ title, hidden }) => (hidden ? `(${title})` : title));

/** Everything that a person could see of the workbook. */
function state(): string {
  const own = session();
  return JSON.stringify(
    own
      .sheets()
      .map((sheet) => [
        sheet,
        own.layout(sheet.sheetId),
        own.extras(sheet.sheetId),
        own.cells({ sheetId: sheet.sheetId, row: 1, column: 1, rows: 8, columns: 6 }),
        own.metadata(),
        own.protections(),
        own.namedRanges(),
      ]),
  );
}

async function typed(a1: string, rows: (string | number)[][]): Promise<void> {
  const { settled } = await grid.edit({ user, tab: 'Sheet1', range: a1, values: rows });
  await settled;
}

describe('undo', () => {
  beforeEach(async () => {
    const own = session();
    own.addSheet('Other');
    const other = own.sheets()[1]?.sheetId ?? 0;
    put(own, 'A1', [['kept', '=Sheet1!A2']], other);
    own.flush();
    own.addMetadata({ key: 'k', value: 'v', visibility: 'DOCUMENT', location: { type: 'SHEET', sheetId: other } });
    own.addProtection({
      sheetId: other,
      rect: null,
      description: '',
      warningOnly: true,
      editors: [],
      restricted: false,
    });
    own.setNamedRange('place', { sheetId: other, row: 1, column: 1, rows: 1, columns: 1 });
    await typed('A1', [
      ['Name', 'Amount', 'Copy'],
      ['b', 2, '=B2*10'],
      ['a', 1, '=Other!A1'],
      ['c', 3, ''],
    ]);
    await typed('F8', [['the step before']]);
  });

  it.each<[string, Act['kind'], object]>([
    ['a tab that was made', 'addTab', { tab: 'New' }],
    ['a tab that was copied', 'copyTab', { tab: 'Other' }],
    ['a tab that was deleted, with what others say of it', 'deleteTab', { tab: 'Other' }],
    ['a tab that was hidden', 'hideTab', { tab: 'Other', hidden: true }],
    ['columns that were hidden', 'hideColumns', { ...on, column: 'B', count: 2, hidden: true }],
    ['rows that were hidden', 'hideRows', { ...on, row: 2, count: 2, hidden: true }],
    ['the width of a column', 'columnWidth', { ...on, column: 2, pixels: 300 }],
    ['a filter', 'filter', { ...on, column: 'A', contains: 'a' }],
    ['a filter view', 'addFilterView', { ...on, column: 'A', values: ['a'] }],
    ['a merge and what it swallowed', 'mergeCells', { ...on, range: 'A2:B3' }],
    ['a copy', 'copy', { ...on, from: 'A2:C2', to: 'A5' }],
    ['a cut', 'cut', { ...on, from: 'B2', to: 'E5' }],
    ['what was cleared', 'clear', { ...on, range: 'A2:C3' }],
  ])('takes back %s, and redo does it again', async (_, kind, details) => {
    const before = state();
    await doAct(kind, details);
    const after = state();
    expect(after).not.toBe(before);
    await doAct('undo');
    expect(state()).toBe(before);
    await doAct('redo');
    expect(state()).toBe(after);
    await doAct('undo');
    await doAct('undo');
    expect(get(session(), 'F8')).toEqual([[null]]);
    expect(get(session(), 'A2:C2')).toEqual([['b', 2, 20]]);
  });

  it('of a deleted tab whose title is taken by now says so, and takes back no older step instead', async () => {
    await doAct('deleteTab', { tab: 'Other' });
    session().addSheet('Other');
    await expect(doAct('undo')).rejects.toThrow('already exists');
    expect(get(session(), 'F8')).toEqual([['the step before']]);
    session().updateSheet(session().sheets()[1]?.sheetId ?? 0, { title: 'Mine' });
    await doAct('undo');
    expect(titles()).toEqual(['Sheet1', 'Other', 'Mine']);
    expect(get(session(), 'C3')).toEqual([['kept']]);
  });
});

describe('merged cells', () => {
  it('keep the first value only, and take no other until they are apart', async () => {
    await typed('A1', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    await doAct('mergeCells', { ...on, range: 'A1:B2' });
    await typed('A1', [
      ['x', 'lost'],
      ['lost', 'lost'],
    ]);
    expect(get(session(), 'A1:B2')).toEqual([
      ['x', null],
      [null, null],
    ]);
    await expect(doAct('mergeCells', { ...on, range: 'B2:C3' })).rejects.toThrow('select all cells in a merged range');
    await doAct('unmergeCells', { ...on, range: 'A1:C3' });
    await typed('B1', [['b']]);
    expect(get(session(), 'A1:B1')).toEqual([['x', 'b']]);
  });

  it('follow their rows, and no sort tears them apart', async () => {
    await doAct('mergeCells', { ...on, range: 'A3:A4' });
    await doAct('insertRows', { ...on, row: 2, count: 2 });
    expect(session().extras(0).merges).toEqual([at('A5:A6')]);
    await typed('A1', [['a'], ['b'], ['c'], ['d'], ['e']]);
    await expect(doAct('sort', { ...on, column: 1 })).rejects.toThrow('merged cells');
    await doAct('deleteRows', { ...on, row: 5 });
    expect(session().extras(0).merges).toEqual([]);
  });
});

describe('copy', () => {
  beforeEach(async () => {
    await typed('A1', [['T-1', 2, '=B1*2']]);
    const own = session();
    own.writeAll(at('B1'), { numberFormat: '0.00', background: '#ff0000', note: 'look' });
    own.flush();
  });

  it('takes values, formats and notes of a row along; formulas move', async () => {
    expect(await doAct('copy', { ...on, from: '1:1', to: 'A3' })).toMatchObject({ range: { row: 3, rows: 1 } });
    expect(get(session(), 'A3:C3')).toEqual([['T-1', 2, 4]]);
    expect(session().formulas(at('C3'))).toEqual([['=B3*2']]);
    expect(session().cells(at('B3'))[0]?.[0]).toMatchObject({
      numberFormat: '0.00',
      background: '#ff0000',
      note: 'look',
    });
  });

  it('takes values alone, or formats alone', async () => {
    await doAct('copy', { ...on, from: 'A1:C1', to: 'A3', what: 'values' });
    expect(session().cells(at('B3:C3'))[0]).toMatchObject([
      { value: 2, background: null },
      { value: 4, formula: null },
    ]);
    await doAct('copy', { ...on, from: 'B1', to: 'B4:B5', what: 'formats' });
    expect(session().cells(at('B4:B5')).flat()).toMatchObject([
      { value: null, background: '#ff0000' },
      { value: null, background: '#ff0000' },
    ]);
  });

  it('fills a range it fits into several times', async () => {
    await doAct('copy', { ...on, from: 'A1', to: 'E1:F2' });
    expect(get(session(), 'E1:F2')).toEqual([
      ['T-1', 'T-1'],
      ['T-1', 'T-1'],
    ]);
  });
});

describe('cut', () => {
  it('moves cells; formulas that mean them follow, and their own keep what they mean', async () => {
    await typed('A1', [
      [1, '=A1+A2', '=SUM(A1:A2)'],
      [2, '=$A$1', '=A3'],
    ]);
    await doAct('cut', { ...on, from: 'A1:A2', to: 'D5' });
    expect(get(session(), 'A1:A2')).toEqual([[null], [null]]);
    expect(session().formulas(at('B1:C2'))).toEqual([
      ['=D5+D6', '=SUM(D5:D6)'],
      ['=$D$5', '=A3'],
    ]);
    await doAct('cut', { ...on, from: 'B1', to: 'B9' });
    expect(session().formulas(at('B9'))).toEqual([['=D5+D6']]);
    expect(get(session(), 'B9')).toEqual([[3]]);
  });

  it('takes away what pointed at the cells it covers', async () => {
    await typed('A1', [['new', 'old', '=B1']]);
    await doAct('cut', { ...on, from: 'A1', to: 'B1' });
    expect(get(session(), 'C1')).toEqual([['#REF!']]);
    await doAct('undo');
    expect(get(session(), 'A1:C1')).toEqual([['new', 'old', 'old']]);
  });
});

describe('hidden rows and filters', () => {
  it('are read by scripts all the same', async () => {
    await typed('A1', [['Name'], ['a'], ['b'], ['c']]);
    await doAct('hideRows', { ...on, row: 3, hidden: true });
    await doAct('filter', { ...on, column: 1, values: ['b', 'c'] });
    expect(session().layout(0)).toMatchObject({ hiddenRows: [3], filteredRows: [2] });
    expect(get(session(), 'A2:A4').flat()).toEqual(['a', 'b', 'c']);
    await doAct('hideRows', { ...on, row: 2, count: 3, hidden: false });
    expect(session().layout(0)).toMatchObject({ hiddenRows: [], filteredRows: [2] });
  });

  it('a filter view hides nothing from anybody else', async () => {
    await typed('A1', [['Name'], ['a'], ['b']]);
    expect(await doAct('addFilterView', { ...on, title: 'Mine', column: 1, values: ['a'] })).toMatchObject({
      title: 'Mine',
    });
    expect(session().extras(0).filterViews).toMatchObject([{ title: 'Mine', criteria: [{ hiddenValues: ['b'] }] }]);
    expect(session().layout(0).filteredRows).toEqual([]);
  });
});
