import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRest, type RestHarness } from './rest-helper';

let rest: RestHarness;
beforeEach(async () => {
  rest = await openRest();
});
afterEach(() => rest.close());

const spreadsheetId = 'local';

async function batch(...requests: sheets_v4.Schema$Request[]) {
  const { data } = await rest.client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  return data;
}

async function write(range: string, values: unknown[][]) {
  const { values: api } = rest.client.spreadsheets;
  await api.update({ spreadsheetId, range, valueInputOption: 'USER_ENTERED', requestBody: { values } });
}

async function read(range: string): Promise<unknown[][]> {
  const { values: api } = rest.client.spreadsheets;
  const { data } = await api.get({ spreadsheetId, range, valueRenderOption: 'UNFORMATTED_VALUE' });
  return data.values ?? [];
}

async function get(options: Omit<sheets_v4.Params$Resource$Spreadsheets$Get, 'spreadsheetId'> = {}) {
  const { data } = await rest.client.spreadsheets.get({ spreadsheetId, ...options });
  return data;
}

describe('spreadsheets.get', () => {
  it('answers properties and tabs without cells', async () => {
    rest.engine.session('').updateSheet(0, { frozenRows: 1 });
    const data = await get();
    expect(data).toMatchObject({
      spreadsheetId,
      properties: { title: 'Test book', locale: 'en_US', timeZone: 'Europe/Berlin' },
      sheets: [
        {
          properties: {
            sheetId: 0,
            title: 'Sheet1',
            index: 0,
            gridProperties: { rowCount: 1000, columnCount: 26, frozenRowCount: 1 },
          },
        },
      ],
    });
    expect(data.sheets?.[0]).not.toHaveProperty('data');
  });

  it('answers only what the field mask names', async () => {
    expect(await get({ fields: 'sheets(properties(sheetId,title))' })).toEqual({
      sheets: [{ properties: { sheetId: 0, title: 'Sheet1' } }],
    });
    expect(await get({ fields: 'properties.timeZone,spreadsheetId' })).toEqual({
      spreadsheetId,
      properties: { timeZone: 'Europe/Berlin' },
    });
    await expect(get({ fields: 'sheets.propertys' })).rejects.toMatchObject({ status: 400 });
  });

  it('answers cells with values, formats, notes and validation when grid data is asked for', async () => {
    await write('A1:C1', [['2025-01-31', '=1/0', 'x']]);
    const session = rest.engine.session('');
    session.write({ sheetId: 0, row: 1, column: 3, rows: 1, columns: 1 }, [
      [
        {
          note: 'why',
          background: '#ff0000',
          validation: { type: 'VALUE_IN_LIST', values: ['x'], allowInvalid: false, showDropdown: true, helpText: null },
        },
      ],
    ]);
    session.flush();
    const { sheets } = await get({ ranges: ['A1:D3'], includeGridData: true });
    const cells = sheets?.[0]?.data?.[0]?.rowData?.[0]?.values;
    expect(cells).toHaveLength(3);
    expect(cells?.[0]).toMatchObject({
      userEnteredValue: { numberValue: 45688 },
      formattedValue: '2025-01-31',
      userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
    });
    expect(cells?.[1]).toMatchObject({
      userEnteredValue: { formulaValue: '=1/0' },
      effectiveValue: { errorValue: { type: 'DIVIDE_BY_ZERO' } },
    });
    expect(cells?.[2]).toMatchObject({
      note: 'why',
      userEnteredFormat: { backgroundColor: { red: 1, green: 0, blue: 0 } },
      dataValidation: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'x' }] }, strict: true },
    });
    const masked = await get({ ranges: ['A1'], fields: 'sheets.data.rowData.values.formattedValue' });
    expect(masked).toEqual({ sheets: [{ data: [{ rowData: [{ values: [{ formattedValue: '2025-01-31' }] }] }] }] });
  });
});

describe('developer metadata', () => {
  const location = { dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } };
  const developerMetadata = {
    metadataKey: 'rowbook.field',
    metadataValue: 'deals.amount',
    visibility: 'DOCUMENT',
    location,
  };

  it('is created, found, read through it, updated and deleted', async () => {
    await write('A1:B2', [
      ['Name', 'Amount'],
      ['One', 5],
    ]);
    const created = await batch({ createDeveloperMetadata: { developerMetadata } });
    const metadataId = created.replies?.[0]?.createDeveloperMetadata?.developerMetadata?.metadataId ?? 0;
    const api = rest.client.spreadsheets.developerMetadata;
    expect((await api.get({ spreadsheetId, metadataId })).data).toMatchObject({
      metadataKey: 'rowbook.field',
      location: { locationType: 'COLUMN' },
    });

    const dataFilters = [{ developerMetadataLookup: { metadataKey: 'rowbook.field', visibility: 'DOCUMENT' } }];
    const { data: found } = await api.search({ spreadsheetId, requestBody: { dataFilters } });
    expect(found.matchedDeveloperMetadata).toHaveLength(1);
    const nothing = [{ developerMetadataLookup: { metadataKey: 'other' } }];
    expect((await api.search({ spreadsheetId, requestBody: { dataFilters: nothing } })).data).toEqual({});

    const { data: values } = await rest.client.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId,
      requestBody: { dataFilters, valueRenderOption: 'UNFORMATTED_VALUE' },
    });
    expect(values.valueRanges?.[0]?.valueRange?.values).toEqual([['Amount'], [5]]);

    await batch({
      updateDeveloperMetadata: {
        dataFilters,
        developerMetadata: { metadataValue: 'deals.value' },
        fields: 'metadataValue',
      },
    });
    expect(rest.engine.session('').metadata()).toMatchObject([{ value: 'deals.value', key: 'rowbook.field' }]);
    const deleted = await batch({ deleteDeveloperMetadata: { dataFilter: dataFilters[0] ?? {} } });
    expect(deleted.replies?.[0]?.deleteDeveloperMetadata?.deletedDeveloperMetadata).toHaveLength(1);
    expect(rest.engine.session('').metadata()).toEqual([]);
  });

  it('is found by where it stands', async () => {
    await batch({ createDeveloperMetadata: { developerMetadata } });
    const search = async (lookup: sheets_v4.Schema$DeveloperMetadataLookup) => {
      const requestBody = { dataFilters: [{ developerMetadataLookup: lookup }] };
      const { data } = await rest.client.spreadsheets.developerMetadata.search({ spreadsheetId, requestBody });
      return data.matchedDeveloperMetadata?.length ?? 0;
    };
    expect(await search({ metadataLocation: { sheetId: 0 } })).toBe(0);
    expect(await search({ metadataLocation: { sheetId: 0 }, locationMatchingStrategy: 'INTERSECTING_LOCATION' })).toBe(
      1,
    );
    expect(await search({ metadataLocation: location })).toBe(1);
    expect(await search({ locationType: 'SHEET' })).toBe(0);
  });
});

describe('batchUpdate', () => {
  it('makes, changes, copies and deletes tabs', async () => {
    const data = await batch(
      {
        addSheet: {
          properties: { title: 'Deals', gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1 } },
        },
      },
      { addSheet: {} },
    );
    const deals = data.replies?.[0]?.addSheet?.properties;
    expect(deals).toMatchObject({ title: 'Deals', index: 1, gridProperties: { rowCount: 5, frozenRowCount: 1 } });
    expect(data.replies?.[1]?.addSheet?.properties?.title).toBe('Sheet3');
    const sheetId = deals?.sheetId ?? -1;
    await batch(
      {
        updateSheetProperties: {
          properties: { sheetId, title: 'Sales', hidden: true, gridProperties: { rowCount: 9 } },
          fields: 'title,hidden,gridProperties.rowCount',
        },
      },
      { duplicateSheet: { sourceSheetId: sheetId, newSheetName: 'Copy', insertSheetIndex: 0 } },
      { deleteSheet: { sheetId: 0 } },
    );
    const tabs = rest.engine.session('').sheets();
    expect(tabs.map(({ title, rows, hidden }) => ({ title, rows, hidden }))).toEqual([
      { title: 'Copy', rows: 9, hidden: true },
      { title: 'Sales', rows: 9, hidden: true },
      { title: 'Sheet3', rows: 1000, hidden: false },
    ]);
  });

  it('inserts, deletes, moves, appends and sorts', async () => {
    await write('A1:B3', [
      ['b', 2],
      ['c', 3],
      ['a', 1],
    ]);
    await batch(
      {
        sortRange: {
          range: { sheetId: 0, endRowIndex: 3 },
          sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
        },
      },
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
      { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
      {
        moveDimension: {
          source: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
          destinationIndex: 2,
        },
      },
      { appendDimension: { sheetId: 0, dimension: 'COLUMNS', length: 4 } },
    );
    expect(await read('A1:B5')).toEqual([[], [2, 'b'], [1, 'a']]);
    expect(rest.engine.session('').sheets()[0]?.columns).toBe(30);
  });

  it('writes cells with formats and clears what a range does not cover', async () => {
    await write('A1:B2', [
      ['old', 'old'],
      ['old', 'old'],
    ]);
    await batch(
      {
        updateCells: {
          range: { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 },
          rows: [
            {
              values: [
                {
                  userEnteredValue: { formulaValue: '=1+1' },
                  userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '0.00' } },
                },
              ],
            },
          ],
          fields: 'userEnteredValue,userEnteredFormat.numberFormat',
        },
      },
      {
        repeatCell: {
          range: { sheetId: 0, startColumnIndex: 2, endColumnIndex: 3, startRowIndex: 1 },
          cell: { userEnteredFormat: { numberFormat: { type: 'TEXT' }, textFormat: { bold: true } } },
          fields: 'userEnteredFormat(numberFormat,textFormat)',
        },
      },
      { appendCells: { sheetId: 0, rows: [{ values: [{ userEnteredValue: { boolValue: true } }] }], fields: '*' } },
    );
    const session = rest.engine.session('');
    expect(session.displayValues({ sheetId: 0, row: 1, column: 1, rows: 2, columns: 2 })).toEqual([
      ['2.00', ''],
      ['TRUE', ''],
    ]);
    expect(session.cells({ sheetId: 0, row: 900, column: 3, rows: 1, columns: 1 })[0]?.[0]).toMatchObject({
      numberFormat: '@',
      fontWeight: 'bold',
    });
  });

  it('protects, names, validates, finds and replaces', async () => {
    await write('A1:A3', [['Lead'], ['lead time'], ['Won']]);
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 };
    const data = await batch(
      {
        addProtectedRange: { protectedRange: { range, description: 'stages', editors: { users: ['a@example.com'] } } },
      },
      { addNamedRange: { namedRange: { name: 'Stages', range } } },
      {
        setDataValidation: {
          range,
          rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Won' }] } },
        },
      },
      { findReplace: { find: 'lead', replacement: 'Prospect', allSheets: true } },
    );
    expect(data.replies?.[0]?.addProtectedRange?.protectedRange).toMatchObject({ description: 'stages' });
    expect(data.replies?.[3]?.findReplace).toMatchObject({ valuesChanged: 2, occurrencesChanged: 2 });
    expect(await read('Stages')).toEqual([['Prospect'], ['Prospect time'], ['Won']]);
    expect(rest.engine.session('').protections()).toMatchObject([{ restricted: true, editors: ['a@example.com'] }]);
  });

  it('is all or nothing, and says which request was wrong', async () => {
    const attempt = batch({ addSheet: { properties: { title: 'Lost' } } }, { deleteSheet: { sheetId: 99 } });
    await expect(attempt).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('requests[1].deleteSheet'),
    });
    expect(rest.engine.session('').sheets()).toHaveLength(1);
  });

  it('says what is not in the stand-in', async () => {
    await expect(batch({ addBanding: {} })).rejects.toMatchObject({
      status: 501,
      message: expect.stringContaining('not in the stand-in'),
    });
  });
});
