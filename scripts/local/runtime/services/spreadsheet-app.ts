// SpreadsheetApp: the door to the workbook.
import { call } from './bridge';
import { ConditionalFormatRuleBuilder } from './conditional-format';
import { DataValidationBuilder } from './data-validation';
import { FilterCriteriaBuilder } from './filter-criteria';
import type { Range } from './range';
import { registerService } from './register';
import type { Sheet } from './sheet';
import { signature } from './signature';
import { activeSpreadsheet, Spreadsheet } from './spreadsheet';
import {
  borderStyles,
  metadataLocationTypes,
  metadataVisibilities,
  protectionTypes,
  validationCriteria,
  wrapStrategies,
} from './spreadsheet-enums';
import { Ui } from './ui';

export const spreadsheetApp = registerService('SpreadsheetApp', {
  BorderStyle: borderStyles,
  DataValidationCriteria: validationCriteria,
  DeveloperMetadataLocationType: metadataLocationTypes,
  DeveloperMetadataVisibility: metadataVisibilities,
  ProtectionType: protectionTypes,
  WrapStrategy: wrapStrategies,

  getActiveSpreadsheet: () => activeSpreadsheet('SpreadsheetApp.getActiveSpreadsheet'),
  getActive: () => activeSpreadsheet('SpreadsheetApp.getActive'),
  getActiveSheet: (): Sheet => activeSpreadsheet('SpreadsheetApp.getActiveSheet').getActiveSheet(),

  getActiveRange: (): Range | null => activeSpreadsheet('SpreadsheetApp.getActiveRange').getActiveRange(),
  getCurrentCell: (): Range | null => activeSpreadsheet('SpreadsheetApp.getCurrentCell').getCurrentCell(),

  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  },

  setActiveRange(range: Range): Range {
    return range.activate();
  },

  setCurrentCell(cell: Range): Range {
    return cell.activateAsCurrentCell();
  },

  openById(id: string): Spreadsheet {
    signature('SpreadsheetApp.openById', arguments, 'string');
    return new Spreadsheet(call('SpreadsheetApp.openById', 'SpreadsheetApp.openById', id));
  },

  getUi(): Ui {
    call('SpreadsheetApp.ui', 'SpreadsheetApp.getUi');
    return new Ui();
  },

  flush(): void {
    call('SpreadsheetApp.flush', 'SpreadsheetApp.flush');
  },

  newFilterCriteria: () => new FilterCriteriaBuilder(),
  newDataValidation: () => new DataValidationBuilder(),
  newConditionalFormatRule: () => new ConditionalFormatRuleBuilder(),
});
