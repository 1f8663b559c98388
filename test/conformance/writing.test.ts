// APPS_SCRIPT.md 2.2: writing, structure, sorting, limits.
import { describe, expect, test } from 'vitest';
import { owner, runScript, stageScript } from './run-script';

/** Writes each text with setValue and answers `type:value` of what a script then reads. */
function written(texts: string[]): string {
  return `
    const texts = ${JSON.stringify(texts)};
    const range = sheet.getRange(1, 1, texts.length, 1);
    range.setValues(texts.map((text) => [text]));
    return range.getValues().map(([v]) => v instanceof Date ? 'date:' + Utilities.formatDate(v, 'Etc/UTC', 'yyyy-MM-dd HH:mm') : typeof v + ':' + v);`;
}

describe('2.2 writing', () => {
  test('texts are parsed as if typed', async () => {
    const texts = ['TRUE', '1/2', '50%', '007', '1e3', '1,234.50', '+15550100', '-5', '@x', "'123", 'plain'];
    expect(await runScript(written(texts))).toEqual([
      'boolean:true',
      'date:2026-01-02 00:00',
      'number:0.5',
      'number:7',
      'number:1000',
      'number:1234.5',
      'number:15550100',
      'number:-5',
      'string:@x',
      'string:123',
      'string:plain',
    ]);
  });

  test('numbers and dates follow the spreadsheet’s locale', async () => {
    expect(await runScript(written(['1.234,5', '31.12.2025']), { locale: 'de_DE' })).toEqual([
      'number:1234.5',
      'date:2025-12-31 00:00',
    ]);
  });

  test('a text that looks like a formula is one, and +text fails as one', async () => {
    const body = `
      sheet.getRange('A1:A2').setValues([['=1+1'], ['+1 555 0100']]);
      return [sheet.getRange('A1:A2').getValues(), sheet.getRange('A1').getFormula()];`;
    expect(await runScript(body)).toEqual([[[2], ['#ERROR!']], '=1+1']);
  });

  test('null and undefined make a cell blank, an object becomes its text', async () => {
    const body = `
      const range = sheet.getRange('A1:C1');
      range.setValues([['x', 'y', 'z']]);
      range.setValues([[null, undefined, { toString: () => 'thing' }]]);
      return [range.getValues(), range.isBlank(), sheet.getRange('A1:B1').isBlank()];`;
    expect(await runScript(body)).toEqual([[['', '', 'thing']], false, true]);
  });

  test('data of another size than the range is refused', async () => {
    await expect(runScript("sheet.getRange('A1').setValues([[1], [2]]);")).rejects.toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 1.',
    );
    await expect(runScript("sheet.getRange('A1:B1').setValues([[1]]);")).rejects.toThrow(
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    );
    await expect(runScript("sheet.getRange('A1').setValues('x');")).rejects.toThrow(
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
  });

  test('a Date is stored as the spreadsheet’s wall clock and gives a blank cell a date format', async () => {
    const body = `
      sheet.getRange('A1').setValue(new Date('2026-07-01T03:30:00Z'));
      SpreadsheetApp.flush();
      return [sheet.getRange('A1').getDisplayValue(), sheet.getRange('A1').getNumberFormat() !== '', sheet.getRange('A1').getValue().toISOString()];`;
    const [shown, formatted, instant] = (await runScript(body, { timeZone: 'America/New_York' })) as [
      string,
      boolean,
      string,
    ];
    expect(shown).toMatch(/^6\/30\/2026/);
    expect([formatted, instant]).toEqual([true, '2026-07-01T03:30:00.000Z']);
  });

  const formats = `
    sheet.getRange('A1:A4').setNumberFormat('@').setValues([['=1+1'], ["''x"], ['1/2'], ['TRUE']]);
    SpreadsheetApp.flush();
    return sheet.getRange('A1:A4').getValues().map(([v]) => typeof v + ':' + (v instanceof Date ? 'date' : v));`;

  test('unverified switches decide what a text cell takes', async () => {
    const lenient = { textFormatTakesFormula: false, doubleApostropheKeepsOne: false, textFormatKeepsTyped: true };
    expect(await runScript(formats, { switches: lenient })).toEqual([
      'string:=1+1',
      "string:''x",
      'string:1/2',
      'string:TRUE',
    ]);
    const strict = { textFormatTakesFormula: true, doubleApostropheKeepsOne: true, textFormatKeepsTyped: false };
    const [formula, apostrophe, date, truth] = (await runScript(formats, { switches: strict })) as string[];
    expect([formula, apostrophe, truth]).toEqual(['number:2', "string:'x", 'boolean:true']);
    expect(date).not.toBe('string:1/2');
  });

  test('a cell holds at most 50,000 characters', async () => {
    await expect(
      runScript("sheet.getRange('A1').setValue('x'.repeat(50001)); SpreadsheetApp.flush();"),
    ).rejects.toThrow('Your input contains more than the maximum of 50000 characters in a single cell.');
    expect(
      await runScript(
        "sheet.getRange('A1').setValue('x'.repeat(50000)); return sheet.getRange('A1').getValue().length;",
      ),
    ).toBe(50_000);
  });

  test('a range list takes one value in one call', async () => {
    const stage = stageScript(`
      function fill() {
        const sheet = SpreadsheetApp.getActive().getSheets()[0];
        sheet.getRangeList(['A1', 'C3:C4']).setValue('x').setBackground('#ff0000');
        return sheet.getRange('A1:C4').getValues().map((row) => row.join('|'));
      }`);
    const { result, calls } = await stage.runtime.run({ function: 'fill', args: [], user: owner, source: 'client' });
    expect(result).toEqual(['x||', '||', '||x', '||x']);
    expect(calls.writes).toBe(2);
    await stage.close();
  });

  test('appendRow goes below the last content of any column and grows the grid', async () => {
    const body = `
      sheet.getRange(1, 1).setValue('a');
      sheet.getRange(3, 7).setValue('stray');
      sheet.appendRow(['b', 2]);
      const at = sheet.createTextFinder('b').matchEntireCell(true).findNext().getRow();
      sheet.getRange(1000, 1).setValue('end');
      sheet.appendRow(['after']);
      return [at, sheet.getMaxRows(), sheet.getRange(1001, 1).getValue()];`;
    expect(await runScript(body)).toEqual([4, 1001, 'after']);
  });

  test('rows and columns are inserted, deleted and moved', async () => {
    const body = `
      sheet.getRange('A1:A3').setValues([['a'], ['b'], ['c']]);
      sheet.insertRowsAfter(1, 2);
      sheet.insertColumnBefore(1);
      sheet.deleteRow(2);
      sheet.moveColumns(sheet.getRange('B:B'), 1);
      return [sheet.getRange('A1:A4').getValues().join(), sheet.getMaxRows(), sheet.getMaxColumns()];`;
    expect(await runScript(body)).toEqual(['a,,b,c', 1001, 27]);
  });

  test('not all rows that are not frozen can be deleted', async () => {
    await expect(runScript('sheet.setFrozenRows(1); sheet.deleteRows(2, 999);')).rejects.toThrow('non-frozen rows');
  });

  test('sorting moves values, formats and notes by the sheet’s column; row metadata stays', async () => {
    const body = `
      sheet.getRange('B2:C4').setValues([['c', 1], ['a', 2], ['b', 3]]);
      sheet.getRange('B2').setNote('about c').setBackground('#ff0000');
      sheet.getRange('2:2').addDeveloperMetadata('row', 'second');
      sheet.getRange('B2:C4').sort(2);
      const up = sheet.getRange('B2:C4').getValues().join();
      sheet.getRange('B2:C4').sort({ column: 3, ascending: false });
      const [metadata] = sheet.createDeveloperMetadataFinder().withKey('row').find();
      return [up, sheet.getRange('B2:B4').getValues().join(), sheet.getRange('B2:B4').getNotes().join(),
        sheet.getRange('B4').getBackground(), metadata.getLocation().getRow().getRow()];`;
    expect(await runScript(body)).toEqual(['a,2,b,3,c,1', 'b,a,c', ',,about c', '#ff0000', 2]);
  });

  test('tabs are inserted, renamed, hidden, deleted; a taken name and the last visible tab are refused', async () => {
    const body = `
      const second = ss.insertSheet('Second');
      second.setName('Deals').hideSheet();
      const attempts = [() => ss.insertSheet('Deals'), () => sheet.hideSheet(), () => ss.deleteSheet(sheet)];
      const messages = attempts.map((attempt) => { try { attempt(); return ''; } catch (error) { return error.message; } });
      second.showSheet();
      return [messages.map((message) => message !== ''), ss.getSheetByName('Deals').getSheetId() === second.getSheetId(),
        ss.getSheetByName('Second'), ss.getNumSheets(), second.getIndex(), second.isSheetHidden()];`;
    expect(await runScript(body)).toEqual([[true, true, true], true, null, 2, 2, false]);
  });

  test('a protected cell refuses whoever has no right to it', async () => {
    const stage = stageScript(`
      function protect() {
        const sheet = SpreadsheetApp.getActive().getSheets()[0];
        const protection = sheet.getRange('A1:B2').protect().setDescription('admins');
        protection.addEditor(Session.getEffectiveUser());
        protection.removeEditors(protection.getEditors());
        if (protection.canDomainEdit()) protection.setDomainEdit(false);
        protection.addEditors(['second@example.com']);
        return protection.getEditors().map((editor) => editor.getEmail());
      }
      function write(a1) {
        SpreadsheetApp.getActive().getSheets()[0].getRange(a1).setValue('x');
        SpreadsheetApp.flush();
        return SpreadsheetApp.getActive().getSheets()[0].getRange(a1).canEdit();
      }`);
    expect(await stage.call('protect')).toEqual(['second@example.com']);
    expect(await stage.call('write', 'A1')).toBe(true);
    expect(await stage.callAs('second@example.com', 'client', 'write', 'B2')).toBe(true);
    expect(await stage.callAs('third@example.com', 'client', 'write', 'C3')).toBe(true);
    await expect(stage.callAs('third@example.com', 'client', 'write', 'A1')).rejects.toThrow(
      'You are trying to edit a protected cell or object.',
    );
    await stage.close();
  });
});
