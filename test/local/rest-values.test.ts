import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, openRest, type RestHarness } from './rest-helper';

let rest: RestHarness;
beforeEach(async () => {
  rest = await openRest();
});
afterEach(() => rest.close());

const spreadsheetId = 'local';

function values() {
  return rest.client.spreadsheets.values;
}

async function update(range: string, rows: unknown[][], valueInputOption = 'RAW') {
  return values().update({ spreadsheetId, range, valueInputOption, requestBody: { values: rows } });
}

async function read(range: string, valueRenderOption = 'UNFORMATTED_VALUE') {
  const { data } = await values().get({ spreadsheetId, range, valueRenderOption });
  return data;
}

describe('values', () => {
  it('answers ragged rows without trailing blanks, with inner blanks as empty strings', async () => {
    await update('Sheet1!A1:D4', [['a', '', 'c', ''], [], ['', 'x']]);
    expect(await read('Sheet1!A1:D9')).toEqual({
      range: 'Sheet1!A1:D9',
      majorDimension: 'ROWS',
      values: [['a', '', 'c'], [], ['', 'x']],
    });
  });

  it('leaves out `values` for a blank range and fills open ends by the grid', async () => {
    expect(await read('Sheet1!B5:C')).toEqual({ range: 'Sheet1!B5:C1000', majorDimension: 'ROWS' });
    expect((await read('Sheet1')).range).toBe('Sheet1!A1:Z1000');
    expect((await read('2:3')).range).toBe('Sheet1!A2:Z3');
  });

  it('stores RAW as given and parses USER_ENTERED as typed', async () => {
    await update('A1:C1', [['=1+1', '1/2/2025', 7]]);
    await update('A2:C2', [['=1+1', '1/2/2025', '50%']], 'USER_ENTERED');
    expect((await read('A1:C2')).values).toEqual([
      ['=1+1', '1/2/2025', 7],
      [2, 45659, 0.5],
    ]);
    expect((await read('A2:C2', 'FORMATTED_VALUE')).values).toEqual([['2', '1/2/2025', '50%']]);
    expect((await read('A2:C2', 'FORMULA')).values).toEqual([['=1+1', 45659, 0.5]]);
  });

  it('shows dates as text on request and leaves numbers alone', async () => {
    await update('A1:B1', [['2025-01-31', 45688]], 'USER_ENTERED');
    const { data } = await values().get({
      spreadsheetId,
      range: 'A1:B1',
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'FORMATTED_STRING',
    });
    expect(data.values).toEqual([['2025-01-31', 45688]]);
  });

  it('skips cells for null and clears them for an empty string', async () => {
    await update('A1:B1', [['keep', 'drop']]);
    await update('A1:B1', [[null, '']]);
    expect((await read('A1:B1')).values).toEqual([['keep']]);
  });

  it('reads and writes columns first', async () => {
    const requestBody = { majorDimension: 'COLUMNS', values: [['a', 'b'], ['c']] };
    const { data } = await values().update({ spreadsheetId, range: 'A1', valueInputOption: 'RAW', requestBody });
    expect(data).toEqual({
      spreadsheetId,
      updatedRange: 'Sheet1!A1:B2',
      updatedRows: 2,
      updatedColumns: 2,
      updatedCells: 3,
    });
    const { data: columns } = await values().get({ spreadsheetId, range: 'A1:B2', majorDimension: 'COLUMNS' });
    expect(columns.values).toEqual([['a', 'b'], ['c']]);
  });

  it('understands quoted titles, one with a quote and brackets in it', async () => {
    rest.engine.session('').addSheet("Jon's Data (1)");
    await update("'Jon''s Data (1)'!B2", [['here']]);
    expect(await read("'Jon''s Data (1)'!A1:D")).toMatchObject({
      range: "'Jon''s Data (1)'!A1:D1000",
      values: [[], ['', 'here']],
    });
  });

  it('prefers a named range to a tab of the same name', async () => {
    const session = rest.engine.session('');
    session.addSheet('Rates');
    session.setNamedRange('Rates', { sheetId: 0, row: 3, column: 2, rows: 1, columns: 2 });
    expect((await read('Rates')).range).toBe('Sheet1!B3:C3');
    expect((await read("'Rates'")).range).toBe('Rates!A1:Z1000');
  });

  it('appends after the table it finds and makes room below the grid', async () => {
    await update('B2:C3', [
      ['h1', 'h2'],
      ['a', 1],
    ]);
    const { data } = await values().append({
      spreadsheetId,
      range: 'Sheet1!A1:Z10',
      valueInputOption: 'RAW',
      requestBody: { values: [['b', 2]] },
    });
    expect(data.tableRange).toBe('Sheet1!B2:C3');
    expect(data.updates?.updatedRange).toBe('Sheet1!B4:C4');
    await update('Z1000', [['last']]);
    const appended = await values().append({
      spreadsheetId,
      range: 'Z1000',
      valueInputOption: 'RAW',
      insertDataOption: 'INSERT_ROWS',
      requestBody: { values: [['beyond']] },
    });
    expect(appended.data.updates?.updatedRange).toBe('Sheet1!Z1001');
  });

  it('gets, updates and clears several ranges in one request', async () => {
    const { data: updated } = await values().batchUpdate({
      spreadsheetId,
      requestBody: {
        valueInputOption: 'USER_ENTERED',
        data: [
          { range: 'A1:B1', values: [['x', '2']] },
          { range: 'C3', values: [['TRUE']] },
        ],
      },
    });
    expect(updated).toMatchObject({ totalUpdatedCells: 3, totalUpdatedRows: 2, totalUpdatedSheets: 1 });
    const { data } = await values().batchGet({
      spreadsheetId,
      ranges: ['C3', 'A1:B1'],
      valueRenderOption: 'UNFORMATTED_VALUE',
    });
    expect(data.valueRanges?.map((range) => range.values)).toEqual([[[true]], [['x', 2]]]);
    await values().batchClear({ spreadsheetId, requestBody: { ranges: ['A1:Z10'] } });
    expect((await read('A1:Z10')).values).toBeUndefined();
  });

  it('writes nothing of a batch when one of its ranges is refused', async () => {
    const attempt = values().batchUpdate({
      spreadsheetId,
      requestBody: {
        valueInputOption: 'RAW',
        data: [
          { range: 'A1', values: [['x']] },
          { range: 'ZZ1', values: [['outside']] },
        ],
      },
    });
    await expect(attempt).rejects.toMatchObject({ status: 400 });
    expect((await read('A1')).values).toBeUndefined();
  });
});

describe('errors', () => {
  it.each([
    ['Nowhere!A1', 'Unable to parse range: Nowhere!A1'],
    ['Sheet1!A1:B5000', 'Range (Sheet1!A1:B5000) exceeds grid limits. Max rows: 1000, max columns: 26'],
  ])('answers 400 for %s', async (range, message) => {
    await expect(read(range)).rejects.toMatchObject({ status: 400, message });
  });

  it('refuses values that are larger than the range', async () => {
    await expect(update('A1:B1', [['a', 'b', 'c']])).rejects.toMatchObject({
      status: 400,
      message: 'Requested writing within range [Sheet1!A1:B1], but tried writing to column [3]',
    });
  });

  it('requires valueInputOption', async () => {
    const attempt = values().update({ spreadsheetId, range: 'A1', requestBody: { values: [['x']] } });
    await expect(attempt).rejects.toMatchObject({ status: 400 });
  });

  it('refuses a body that names what a value range lacks, or another range than the address', async () => {
    const ask = async (body: object) => {
      const response = await fetch(`${rest.root}v4/spreadsheets/local/values/Sheet1!A1:B1?valueInputOption=RAW`, {
        method: 'PUT',
        headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const { error } = (await response.json()) as { error?: { message: string } };
      return [response.status, error?.message];
    };
    const values = [['x', 'y']];
    expect(await ask({ values, valueInputOption: 'RAW' })).toEqual([
      400,
      'Invalid JSON payload received. Unknown name "valueInputOption": Cannot find field.',
    ]);
    expect(await ask({ values, range: 'Sheet1!A2:B2' })).toEqual([
      400,
      "Request range[Sheet1!A1:B1] does not match value's range[Sheet1!A2:B2].",
    ]);
    expect((await read('A1:B2')).values).toBeUndefined();
    expect((await ask({ values, range: "'Sheet1'!A1:B1" }))[0]).toBe(200);
  });

  it('knows one spreadsheet and valid tokens only', async () => {
    await expect(values().get({ spreadsheetId: 'other', range: 'A1' })).rejects.toMatchObject({ status: 404 });
    const stranger = clientFor(rest.root, 'nobody');
    await expect(stranger.spreadsheets.get({ spreadsheetId })).rejects.toMatchObject({ status: 401 });
    const bare = await fetch(`${rest.root}v4/spreadsheets/local`);
    expect(bare.status).toBe(401);
    expect(await bare.json()).toMatchObject({ error: { code: 401, status: 'UNAUTHENTICATED' } });
  });

  it('retries a read that met 429 and answers in the end', async () => {
    await update('A1', [['x']]);
    const before = rest.served();
    rest.faults.push({ restStatus: 429 });
    expect((await read('A1')).values).toEqual([['x']]);
    expect(rest.served() - before).toBe(2);
  });

  it('refuses a protected cell to a person who may not edit it', async () => {
    rest.engine.session('').addProtection({
      sheetId: 0,
      rect: null,
      description: '',
      warningOnly: false,
      editors: ['a@example.com'],
      restricted: true,
    });
    const write = (user: string) =>
      clientFor(rest.root, user).spreadsheets.values.update({
        spreadsheetId,
        range: 'A1',
        valueInputOption: 'RAW',
        requestBody: { values: [['x']] },
      });
    await expect(write('b@example.com')).rejects.toMatchObject({ status: 403 });
    expect((await write('a@example.com')).status).toBe(200);
  });
});
