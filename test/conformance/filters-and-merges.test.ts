// APPS_SCRIPT.md 2.1: filters hide rows from people only, one filter a tab; merged cells hold one value and stop a sort.
import { describe, expect, it } from 'vitest';
import { runScript } from './run-script';

const filled = `
  sheet.getRange('A1:B5').setValues([['Name', 'Amount'], ['c', 3], ['a', 1], ['d', 4], ['b', 2]]);
`;

describe('2.1 a tab’s filter', () => {
  it('hides rows by value, which getValues returns all the same and isRowHiddenByFilter reports', async () => {
    const result = await runScript(`${filled}
      const filter = sheet.getRange('A1:B5').createFilter();
      filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['a', 'd']).build());
      return {
        hidden: [1, 2, 3, 4, 5].map((row) => sheet.isRowHiddenByFilter(row)),
        byUser: sheet.isRowHiddenByUser(3),
        values: sheet.getRange('A2:A5').getValues().flat(),
        criteria: filter.getColumnFilterCriteria(1).getHiddenValues(),
        range: sheet.getFilter().getRange().getA1Notation(),
      };`);
    expect(result).toEqual({
      hidden: [false, false, true, true, false],
      byUser: false,
      values: ['c', 'a', 'd', 'b'],
      criteria: ['a', 'd'],
      range: 'A1:B5',
    });
  });

  it('hides rows by a condition, and shows them again when it is removed', async () => {
    const result = await runScript(`${filled}
      const filter = sheet.getRange('A1:B5').createFilter();
      const hidden = () => [2, 3, 4, 5].filter((row) => sheet.isRowHiddenByFilter(row));
      filter.setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().whenNumberGreaterThan(2).build());
      const above = hidden();
      filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenTextContains('C').build());
      const both = hidden();
      filter.removeColumnFilterCriteria(2).removeColumnFilterCriteria(1);
      const none = hidden();
      filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenCellEmpty().build());
      const all = hidden();
      filter.remove();
      return { above, both, none, all, removed: hidden(), filter: sheet.getFilter() };`);
    expect(result).toEqual({
      above: [3, 5],
      both: [3, 4, 5],
      none: [],
      all: [2, 3, 4, 5],
      removed: [],
      filter: null,
    });
  });

  it('is only one: a second createFilter throws', async () => {
    const attempt = runScript(`sheet.getRange('A1:B5').createFilter(); sheet.getRange('D1:E5').createFilter();`);
    await expect(attempt).rejects.toThrow("You can't create a filter in a sheet that already has a filter.");
    expect(
      await runScript(`sheet.getRange('A1:B5').createFilter().remove(); sheet.getRange('D1:E5').createFilter();
        return sheet.getFilter().getRange().getA1Notation();`),
    ).toBe('D1:E5');
  });

  it('sorts below its header row (2.2), and hides the rows that do not fit where they stand then', async () => {
    const result = await runScript(`${filled}
      const filter = sheet.getRange('A1:B5').createFilter();
      filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['a']).build());
      filter.sort(1, true);
      return [sheet.getRange('A1:A5').getValues().flat(), sheet.isRowHiddenByFilter(2), sheet.isRowHiddenByFilter(3)];`);
    expect(result).toEqual([['Name', 'a', 'b', 'c', 'd'], true, false]);
  });

  it('is apart from rows hidden by hand', async () => {
    const result = await runScript(`${filled}
      sheet.hideRows(3, 2);
      sheet.showRows(4);
      return [3, 4].map((row) => [sheet.isRowHiddenByUser(row), sheet.isRowHiddenByFilter(row)]);`);
    expect(result).toEqual([
      [true, false],
      [false, false],
    ]);
  });
});

describe('2.1 merged cells', () => {
  it('have a value in the top-left cell only, the others are blank', async () => {
    const result = await runScript(`${filled}
      sheet.getRange('A2:B3').merge();
      const merged = sheet.getRange('A1:B4').getValues();
      sheet.getRange('A2:B3').setValues([['x', 'lost'], ['lost', 'lost']]);
      return { merged, written: sheet.getRange('A2:B3').getValues() };`);
    expect(result).toEqual({
      merged: [
        ['Name', 'Amount'],
        ['c', ''],
        ['', ''],
        ['d', 4],
      ],
      written: [
        ['x', ''],
        ['', ''],
      ],
    });
  });

  it('are told by getMergedRanges as wholes, and by isPartOfMerge', async () => {
    const result = await runScript(`
      sheet.getRange('A2:B3').merge();
      sheet.getRange('D1:E2').mergeAcross();
      sheet.getRange('G1:H2').mergeVertically();
      const told = (a1) => sheet.getRange(a1).getMergedRanges().map((range) => range.getA1Notation());
      const before = [told('B3:B9'), told('D1:H2'), told('A5'), sheet.getRange('B3').isPartOfMerge()];
      sheet.getRange('A1:C4').breakApart();
      return [...before, told('A1:C4'), sheet.getRange('B3').isPartOfMerge()];`);
    expect(result).toEqual([['A2:B3'], ['D1:E1', 'D2:E2', 'G1:G2', 'H1:H2'], [], true, [], false]);
  });

  it('stop a sort of their range (7.10) and the creation of a filter', async () => {
    const merged = `${filled} sheet.getRange('A2:A3').merge();`;
    await expect(runScript(`${merged} sheet.getRange('A2:B5').sort(1);`)).rejects.toThrow('merged cells');
    await expect(runScript(`${merged} sheet.sort(2);`)).rejects.toThrow('merged cells');
    await expect(runScript(`${merged} sheet.getRange('A1:B5').createFilter();`)).rejects.toThrow('vertical merges');
  });

  it('are merged and taken apart only as wholes', async () => {
    const words = 'You must select all cells in a merged range to merge or unmerge them.';
    const merged = `sheet.getRange('A2:B3').merge();`;
    await expect(runScript(`${merged} sheet.getRange('B3:C4').merge();`)).rejects.toThrow(words);
    await expect(runScript(`${merged} sheet.getRange('A2').breakApart();`)).rejects.toThrow(words);
    expect(
      await runScript(`${merged} sheet.getRange('A1:C4').merge();
        return sheet.getRange('A1').getMergedRanges().map((range) => range.getA1Notation());`),
    ).toEqual(['A1:C4']);
  });
});
