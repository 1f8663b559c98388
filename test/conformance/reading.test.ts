// APPS_SCRIPT.md 2.1: reading.
import { describe, expect, test } from 'vitest';
import { runScript } from './run-script';

describe('2.1 reading', () => {
  test('values are rectangular, blank is an empty string, each of its own type', async () => {
    const body = `
      sheet.getRange(1, 1, 1, 4).setValues([['text', 1.5, true, new Date(Date.UTC(2026, 9, 19))]]);
      const values = sheet.getRange(1, 1, 2, 5).getValues();
      return [values.length, values[1].length, values.map((row) => row.map((v) => v instanceof Date ? 'date' : typeof v + ':' + v))];`;
    expect(await runScript(body)).toEqual([
      2,
      5,
      [
        ['string:text', 'number:1.5', 'boolean:true', 'date', 'string:'],
        ['string:', 'string:', 'string:', 'string:', 'string:'],
      ],
    ]);
  });

  test('a formula reads as its value, its error as text', async () => {
    const body = `
      sheet.getRange('A1:A2').setValues([[2], [3]]);
      sheet.getRange('B1').setFormula('=A1*A2');
      sheet.getRange('B2').setValue('=1/0');
      return [sheet.getRange('B1:B2').getValues(), sheet.getRange('A1:B1').getFormulas()];`;
    expect(await runScript(body)).toEqual([[[6], ['#DIV/0!']], [['', '=A1*A2']]]);
  });

  test('a text cell keeps its leading zeros', async () => {
    const body = `sheet.getRange('A1').setNumberFormat('@').setValue('007'); return sheet.getRange('A1').getValue();`;
    expect(await runScript(body)).toBe('007');
  });

  test('display values are what a person sees', async () => {
    const body = `
      sheet.getRange('A1:C1').setValues([[1234.5, new Date(Date.UTC(2026, 0, 2)), true]]);
      sheet.getRange('A1').setNumberFormat('#,##0.00');
      sheet.getRange('B1').setNumberFormat('yyyy-mm-dd');
      return sheet.getRange('A1:D1').getDisplayValues();`;
    expect(await runScript(body)).toEqual([['1,234.50', '2026-01-02', 'TRUE', '']]);
  });

  test('a date cell is the spreadsheet’s wall clock, whatever the script’s zone', async () => {
    const body = `
      sheet.getRange('A1:A2').setNumberFormat('yyyy-mm-dd hh:mm');
      sheet.getRange('A1').setValue('2026-07-01 09:00');
      sheet.getRange('A2').setValue('2026-12-01 09:00');
      SpreadsheetApp.flush();
      return sheet.getRange('A1:A2').getValues().map(([date]) => date.toISOString()
        + ' ' + Utilities.formatDate(date, ss.getSpreadsheetTimeZone(), 'yyyy-MM-dd HH:mm'));`;
    expect(await runScript(body, { timeZone: 'America/New_York' })).toEqual([
      '2026-07-01T13:00:00.000Z 2026-07-01 09:00',
      '2026-12-01T14:00:00.000Z 2026-12-01 09:00',
    ]);
  });

  test('a time that the clocks skip is later, one that comes twice is the first', async () => {
    const body = `
      sheet.getRange('A1:A2').setNumberFormat('yyyy-mm-dd hh:mm').setValues([['2026-03-29 02:30'], ['2026-10-25 02:30']]);
      return sheet.getRange('A1:A2').getValues().map(([date]) => date.toISOString());`;
    expect(await runScript(body, { timeZone: 'Europe/Berlin' })).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
    ]);
  });

  test('the last row is the last with content in any column, the grid is larger', async () => {
    const body = `
      const empty = [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()];
      sheet.getRange(4, 2).setValue('x');
      sheet.getRange(2, 5).setValue('y');
      sheet.getRange(9, 9).setNumberFormat('@');
      return [empty, sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation(), sheet.getMaxRows()];`;
    expect(await runScript(body)).toEqual([[0, 0, 'A1'], 4, 5, 'A1:E4', 1000]);
  });

  test('an unticked checkbox counts as content', async () => {
    const body = `
      sheet.getRange('A1:A5').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build()).setValue(false);
      return sheet.getLastRow();`;
    expect(await runScript(body)).toBe(5);
  });

  test.each([
    ['sheet.getRange(1001, 1)', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['sheet.getRange(1, 1, 0, 1)', 'The number of rows in the range must be at least 1.'],
    ['sheet.getRange(1, 1, 1, 0)', 'The number of columns in the range must be at least 1.'],
    ['sheet.getRange("nowhere!A1")', 'Range not found'],
    [
      'sheet.getRange({})',
      "The parameters ((class)) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
  ])('%s throws', async (code, message) => {
    await expect(runScript(`${code};`)).rejects.toThrow(message);
  });

  test('A1 notation names cells, columns, rows and other tabs', async () => {
    const body = `
      ss.insertSheet("Jon's Data");
      return ['B2', 'B2:C3', 'A:A', '2:3', 'C5:C', "'Jon''s Data'!A1"].map((a1) => {
        const range = sheet.getRange(a1);
        return [range.getSheet().getName(), range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()].join();
      });`;
    expect(await runScript(body)).toEqual([
      'Sheet1,2,2,1,1',
      'Sheet1,2,2,2,2',
      'Sheet1,1,1,1000,1',
      'Sheet1,2,1,2,26',
      'Sheet1,5,3,996,1',
      "Jon's Data,1,1,1,1",
    ]);
  });

  test('named ranges are found by name, and null when there is none', async () => {
    const body = `
      ss.setNamedRange('prices', sheet.getRange('B2:B3'));
      return [ss.getRangeByName('prices').getA1Notation(), ss.getRangeByName('other'), ss.getNamedRanges()[0].getName()];`;
    expect(await runScript(body)).toEqual(['B2:B3', null, 'prices']);
  });

  test('a text finder finds a row in one call', async () => {
    const body = `
      sheet.getRange('A1:A4').setValues([['D-1'], ['D-12'], ['d-2'], ['D-2']]);
      const finder = () => sheet.getRange('A:A').createTextFinder('D-2').matchEntireCell(true);
      return [finder().findNext().getA1Notation(), finder().matchCase(true).findNext().getA1Notation(),
        finder().findAll().length, sheet.createTextFinder('D-1').findAll().length, finder().matchCase(true).startFrom(sheet.getRange('A4')).findNext()];`;
    expect(await runScript(body)).toEqual(['A3', 'A4', 2, 2, null]);
  });
});
