// Filters, conditional rules, charts and merges over Sheets REST (APPS_SCRIPT.md 6.2): done or kept, and given back.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRest, type RestHarness } from './rest-helper';

let rest: RestHarness;
const spreadsheetId = 'local';

beforeEach(async () => {
  rest = await openRest();
  await rest.client.spreadsheets.values.update({
    spreadsheetId,
    range: 'A1',
    valueInputOption: 'USER_ENTERED',
    requestBody: {
      values: [
        ['Name', 'Amount'],
        ['c', 3],
        ['a', 1],
        ['d', 4],
        ['b', 2],
      ],
    },
  });
});
afterEach(() => rest.close());

async function batch(...requests: sheets_v4.Schema$Request[]) {
  const { data } = await rest.client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  return data.replies;
}

async function sheet(fields?: string): Promise<sheets_v4.Schema$Sheet> {
  const { data } = await rest.client.spreadsheets.get({ spreadsheetId, ...(fields ? { fields } : {}) });
  return data.sheets?.[0] ?? {};
}

async function names(): Promise<unknown[]> {
  const { data } = await rest.client.spreadsheets.values.get({ spreadsheetId, range: 'A2:A5' });
  return (data.values ?? []).map(([name = '']) => name);
}

async function hiddenRows(): Promise<number[]> {
  const { data } = await sheet('sheets(data.rowMetadata)');
  return (data?.[0]?.rowMetadata ?? []).flatMap(({ hiddenByFilter }, index) => (hiddenByFilter ? [index + 1] : []));
}

const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 };

describe('the basic filter', () => {
  it('hides rows by values and conditions, is told by spreadsheets.get, and values.get reads its rows all the same', async () => {
    const condition = { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '1' }] };
    const criteria = { 0: { hiddenValues: ['d'] } };
    const filterSpecs = [{ columnIndex: 1, filterCriteria: { condition } }];
    expect(await batch({ setBasicFilter: { filter: { range, criteria, filterSpecs } } })).toEqual([{}]);
    expect(await hiddenRows()).toEqual([3, 4]);
    expect(await names()).toEqual(['c', 'a', 'd', 'b']);
    const { basicFilter } = await sheet();
    expect(basicFilter).toMatchObject({ range, criteria: { 0: { hiddenValues: ['d'] }, 1: { condition } } });
    await batch({ clearBasicFilter: { sheetId: 0 } });
    expect([(await sheet()).basicFilter, await hiddenRows()]).toEqual([undefined, []]);
  });

  it('sorts below its header when asked', async () => {
    await batch({ setBasicFilter: { filter: { range, sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }] } } });
    expect(await names()).toEqual(['d', 'c', 'b', 'a']);
    expect((await sheet()).basicFilter?.sortSpecs).toEqual([{ dimensionIndex: 1, sortOrder: 'DESCENDING' }]);
  });

  it('follows rows and columns that are inserted before it', async () => {
    await batch(
      { setBasicFilter: { filter: { range, criteria: { 1: { hiddenValues: ['3'] } } } } },
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
      { insertDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } },
    );
    expect(await hiddenRows()).toEqual([4]);
    expect((await sheet()).basicFilter).toMatchObject({
      range: { startRowIndex: 2, startColumnIndex: 1 },
      criteria: { 2: { hiddenValues: ['3'] } },
    });
  });

  it.each([
    [{ visibleBackgroundColor: { red: 1 } }, 501],
    [{ condition: { type: 'DATE_AFTER', values: [{ relativeDate: 'PAST_WEEK' }] } }, 501],
    [{ condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=A1>1' }] } }, 400],
  ])('says that it cannot filter by %j', async (criteria, status) => {
    const attempt = batch({ setBasicFilter: { filter: { range, criteria: { 0: criteria } } } });
    await expect(attempt).rejects.toMatchObject({ status, message: expect.stringContaining('not in the stand-in') });
    expect((await sheet()).basicFilter).toBeUndefined();
  });
});

describe('what is kept and given back', () => {
  it('a filter view, which hides no row from anybody', async () => {
    const filter = { title: 'Mine', range, criteria: { 0: { hiddenValues: ['a'] } } };
    const [reply] = (await batch({ addFilterView: { filter } })) ?? [];
    const id = reply?.addFilterView?.filter?.filterViewId;
    expect(id).toEqual(expect.any(Number));
    expect((await sheet()).filterViews).toMatchObject([{ filterViewId: id, ...filter }]);
    expect(await hiddenRows()).toEqual([]);
    await batch({ deleteFilterView: { filterId: id ?? 0 } });
    expect((await sheet()).filterViews).toBeUndefined();
  });

  it('conditional rules, in their order', async () => {
    const rule = (type: string, ...values: string[]): sheets_v4.Schema$ConditionalFormatRule => ({
      ranges: [range],
      booleanRule: {
        condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) },
        format: { backgroundColor: { red: 1 }, textFormat: { bold: true } },
      },
    });
    await batch(
      { addConditionalFormatRule: { rule: rule('CUSTOM_FORMULA', '=$B2>2'), index: 0 } },
      { addConditionalFormatRule: { rule: rule('TEXT_EQ', 'a'), index: 0 } },
    );
    expect((await sheet()).conditionalFormats).toMatchObject([rule('TEXT_EQ', 'a'), rule('CUSTOM_FORMULA', '=$B2>2')]);
    await batch({ deleteConditionalFormatRule: { sheetId: 0, index: 0 } });
    expect((await sheet()).conditionalFormats).toMatchObject([rule('CUSTOM_FORMULA', '=$B2>2')]);
    await expect(
      batch({ addConditionalFormatRule: { rule: { ranges: [range], gradientRule: {} } } }),
    ).rejects.toMatchObject({ status: 501 });
  });

  it('a chart as it was handed in', async () => {
    const spec = { title: 'Pipeline', basicChart: { chartType: 'COLUMN' } };
    const position = { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 1, columnIndex: 4 } } };
    const [reply] = (await batch({ addChart: { chart: { spec, position } } })) ?? [];
    const id = reply?.addChart?.chart?.chartId;
    expect((await sheet()).charts).toEqual([{ chartId: id, spec, position }]);
    await batch({ deleteEmbeddedObject: { objectId: id ?? 0 } });
    expect((await sheet()).charts).toBeUndefined();
  });

  it('merges, which keep the first value only', async () => {
    await batch({ mergeCells: { range: { ...range, startRowIndex: 1, endRowIndex: 3 }, mergeType: 'MERGE_COLUMNS' } });
    expect((await sheet()).merges).toMatchObject([{ endColumnIndex: 1 }, { startColumnIndex: 1 }]);
    expect(await names()).toEqual(['c', '', 'd', 'b']);
    await batch({ unmergeCells: { range } });
    expect((await sheet()).merges).toBeUndefined();
  });

  it('also on a copy of the tab', async () => {
    await batch(
      { addFilterView: { filter: { title: 'Mine', range } } },
      { duplicateSheet: { sourceSheetId: 0, newSheetId: 7 } },
    );
    const { data } = await rest.client.spreadsheets.get({ spreadsheetId });
    expect(data.sheets?.map(({ filterViews }) => filterViews?.[0]?.range?.sheetId).sort()).toEqual([0, 7]);
  });
});

describe('a second spreadsheet', () => {
  it('is not made: the stand-in is one workbook', async () => {
    await expect(rest.client.spreadsheets.create({ requestBody: {} })).rejects.toMatchObject({
      status: 501,
      message: expect.stringContaining('one workbook'),
    });
  });
});
