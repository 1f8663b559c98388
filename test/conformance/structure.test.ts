// APPS_SCRIPT.md 2.3: validation, protection, formats, developer metadata.
import { describe, expect, test } from 'vitest';
import { runScript } from './run-script';

describe('2.3 validation', () => {
  test('a rule only warns unless told to refuse', async () => {
    const body = `
      const list = (allow) => {
        const rule = SpreadsheetApp.newDataValidation().requireValueInList(['Lead', 'Won'], true).setHelpText('A stage');
        return (allow === undefined ? rule : rule.setAllowInvalid(allow)).build();
      };
      sheet.getRange('A1').setDataValidation(list()).setValue('Other');
      SpreadsheetApp.flush();
      sheet.getRange('A2').setDataValidation(list(false)).setValue('Won');
      SpreadsheetApp.flush();
      let message = '';
      try { sheet.getRange('A2').setValue('Other'); SpreadsheetApp.flush(); } catch (error) { message = error.message; }
      const rule = sheet.getRange('A1').getDataValidation();
      return [sheet.getRange('A1').getValue(), message, rule.getAllowInvalid(), rule.getHelpText(), rule.getCriteriaValues(),
        rule.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST];`;
    expect(await runScript(body)).toEqual([
      'Other',
      'The data you entered in cell A2 violates the data validation rules set on this cell.',
      true,
      'A stage',
      [['Lead', 'Won'], true],
      true,
    ]);
  });

  test('null clears a rule, a wrong argument is named', async () => {
    const body = `
      sheet.getRange('A1:A2').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build()).setDataValidation(null);
      try { SpreadsheetApp.newDataValidation().requireDate('today'); } catch (error) { return [sheet.getRange('A1').getDataValidation(), error.message]; }`;
    expect(await runScript(body)).toEqual([
      null,
      "The parameters (String) don't match the method signature for SpreadsheetApp.DataValidationBuilder.requireDate.",
    ]);
  });

  test('each cell can have a rule of its own', async () => {
    const body = `
      const checkbox = SpreadsheetApp.newDataValidation().requireCheckbox().build();
      const number = SpreadsheetApp.newDataValidation().requireNumberBetween(0, 1).build();
      sheet.getRange('A1:C1').setDataValidations([[checkbox, null, number]]);
      return sheet.getRange('A1:C1').getDataValidations()[0].map((rule) => rule && rule.getCriteriaType().name());`;
    expect(await runScript(body)).toEqual(['CHECKBOX', null, 'NUMBER_BETWEEN']);
  });
});

describe('2.3 looks', () => {
  test('formats, notes, colours and weights are set and read by block', async () => {
    const body = `
      const range = sheet.getRange('A1:B1');
      range.setNumberFormats([['0%', '@']]).setNotes([['one', null]]).setBackgrounds([['#ff0000', null]]).setFontWeight('bold');
      const before = [range.getNumberFormats(), range.getNotes(), range.getBackgrounds(), range.getFontWeights()];
      range.setNumberFormat('general').setNote(null);
      return [...before, range.getNumberFormats(), range.getNotes()];`;
    expect(await runScript(body)).toEqual([
      [['0%', '@']],
      [['one', '']],
      [['#ff0000', '#ffffff']],
      [['bold', 'bold']],
      [['', '']],
      [['', '']],
    ]);
    await expect(runScript("sheet.getRange('A1').setNumberFormat(null);")).rejects.toThrow(
      "The parameters (null) don't match the method signature for SpreadsheetApp.Range.setNumberFormat.",
    );
  });

  test('clearing takes what it says and no more', async () => {
    const body = `
      const range = sheet.getRange('A1');
      range.setValue('x').setNote('n').setBackground('#ff0000').clearContent();
      const content = [range.getValue(), range.getNote(), range.getBackground()];
      range.setValue('x').clearFormat();
      const format = [range.getValue(), range.getNote(), range.getBackground()];
      range.clear();
      return [content, format, [range.getValue(), range.getNote()]];`;
    expect(await runScript(body)).toEqual([
      ['', 'n', '#ff0000'],
      ['x', 'n', '#ffffff'],
      ['', ''],
    ]);
  });

  test('frozen rows, tab colour, hidden state and conditional formats are kept', async () => {
    const body = `
      sheet.setFrozenRows(1);
      sheet.setTabColor('#00ff00');
      const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=A1>1').setBackground('#ff0000').setRanges([sheet.getRange('A1:B2')]).build();
      sheet.setConditionalFormatRules([rule]);
      const rules = sheet.getConditionalFormatRules();
      return [sheet.getFrozenRows(), sheet.getTabColor(), rules.length, rules[0].getRanges()[0].getA1Notation()];`;
    expect(await runScript(body)).toEqual([1, '#00ff00', 1, 'A1:B2']);
  });
});

describe('2.3 protections', () => {
  test('a new protection keeps nobody out, and a second one does not replace it', async () => {
    const body = `
      sheet.protect().setDescription('one').setWarningOnly(true);
      sheet.getRange('A1').protect();
      sheet.getRange('A1').protect();
      const ranges = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
      const [whole] = ss.getProtections(SpreadsheetApp.ProtectionType.SHEET);
      const before = ranges.length;
      ranges[0].remove();
      return [before, sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length, whole.getDescription(), whole.isWarningOnly(),
        whole.getProtectionType() === SpreadsheetApp.ProtectionType.SHEET, ranges[1].getEditors().length, ranges[1].getRange().getA1Notation()];`;
    expect(await runScript(body)).toEqual([2, 1, 'one', true, true, 0, 'A1']);
  });
});

describe('2.3 developer metadata', () => {
  test('it hangs on workbook, tab, whole rows and whole columns only', async () => {
    const body = `
      ss.addDeveloperMetadata('on', 'workbook');
      sheet.addDeveloperMetadata('on', 'tab', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
      sheet.getRange('C:C').addDeveloperMetadata('on', 'column');
      sheet.getRange('5:5').addDeveloperMetadata('on');
      let message = '';
      try { sheet.getRange('A1:B2').addDeveloperMetadata('on', 'block'); } catch (error) { message = error.message; }
      const found = ss.createDeveloperMetadataFinder().withKey('on').find().map((one) =>
        [one.getLocation().getLocationType().name(), one.getValue(), one.getVisibility().name()].join());
      return [found, message.slice(0, 43), ss.getDeveloperMetadata().length, sheet.getDeveloperMetadata().length];`;
    expect(await runScript(body)).toEqual([
      ['SPREADSHEET,workbook,DOCUMENT', 'SHEET,tab,PROJECT', 'COLUMN,column,DOCUMENT', 'ROW,,DOCUMENT'],
      'Adding developer metadata to arbitrary rang',
      1,
      1,
    ]);
  });

  test('it follows its column through inserts and moves, and dies with it', async () => {
    const body = `
      sheet.getRange('B:B').addDeveloperMetadata('field', 'deals.amount');
      const column = () => {
        const [one] = sheet.createDeveloperMetadataFinder().withKey('field').withValue('deals.amount')
          .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.COLUMN).find();
        return one ? one.getLocation().getColumn().getColumn() : null;
      };
      const seen = [column()];
      sheet.insertColumnBefore(1); seen.push(column());
      sheet.moveColumns(sheet.getRange('C:C'), 1); seen.push(column());
      sheet.deleteColumn(1); seen.push(column());
      return seen;`;
    expect(await runScript(body)).toEqual([2, 3, 1, null]);
  });

  test('the same key twice is two entries; entries can be changed, moved and removed', async () => {
    const body = `
      sheet.getRange('A:A').addDeveloperMetadata('k', '1').addDeveloperMetadata('k', '2');
      const all = () => sheet.createDeveloperMetadataFinder().withKey('k').find();
      const [one, two] = all();
      one.setValue('changed');
      two.moveToColumn(sheet.getRange('D:D'));
      const after = all().map((entry) => entry.getValue() + entry.getLocation().getColumn().getColumn());
      one.remove();
      return [after.sort(), all().length];`;
    expect(await runScript(body)).toEqual([['24', 'changed1'], 1]);
  });

  test('a range’s finder sees only what lies wholly inside the range', async () => {
    const body = `
      sheet.getRange('A:A').addDeveloperMetadata('k', 'A');
      sheet.getRange('2:2').addDeveloperMetadata('k', 'row');
      const inside = (a1) => sheet.getRange(a1).createDeveloperMetadataFinder().withKey('k').find().map((one) => one.getValue()).join();
      return [inside('A:B'), inside('B:C'), inside('1:3'), inside('A1:B10')];`;
    expect(await runScript(body)).toEqual(['A', '', 'row', '']);
  });

  test('a tab holds at most 30,000 characters of it', async () => {
    await expect(runScript("sheet.addDeveloperMetadata('k', 'x'.repeat(30001));")).rejects.toThrow('30000');
  });
});
