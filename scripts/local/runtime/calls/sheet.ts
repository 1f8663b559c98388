// Calls on the workbook and its tabs: structure, positions, named ranges.
import type { Session } from '../../engine/types';
import { ServiceError } from '../errors';
import type { Handlers, Scope } from '../host';
import type { Rect, SheetView } from '../protocol';
import { cellsToRect, splitA1 } from './a1';
import { toInput } from './cells';

type SheetCall =
  | 'SpreadsheetApp.active'
  | 'SpreadsheetApp.openById'
  | 'SpreadsheetApp.flush'
  | 'SpreadsheetApp.ui'
  | `Spreadsheet.${'info' | 'update' | 'sheets' | 'insertSheet' | 'deleteSheet' | 'duplicateSheet' | 'toast' | 'select'}`
  | `NamedRange.${'list' | 'set' | 'remove'}`
  | `Sheet.${'view' | 'last' | 'getRange' | 'getRangeA1' | 'update' | 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns' | 'moveColumns' | 'appendRow' | 'setColumnWidth' | 'setHiddenColumns' | 'setHiddenRows' | 'hiddenRows' | 'clear' | 'conditionalRules' | 'setConditionalRules'}`;

const outside = 'The coordinates of the range are outside the dimensions of the sheet.';
const withoutUi = new Set(['timeTrigger', 'installable', 'webApp', 'webClient']);

export const sheetCalls: Handlers<SheetCall> = {
  'SpreadsheetApp.active': ({ host }) => host.engine.info,
  'SpreadsheetApp.openById': ({ host }, id) => {
    if (id !== host.engine.info.id) {
      throw new ServiceError('You do not have permission to access the requested document.');
    }
    return host.engine.info;
  },
  'SpreadsheetApp.flush': ({ execution }) => {
    execution.touch(execution.session.pending);
    execution.session.flush();
    return null;
  },
  'SpreadsheetApp.ui': ({ execution }) => {
    if (withoutUi.has(execution.source)) {
      throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
    }
    return null;
  },
  'Spreadsheet.info': ({ host }) => host.engine.info,
  'Spreadsheet.update': ({ host }, change) => {
    host.engine.updateInfo(change);
    return null;
  },
  'Spreadsheet.sheets': ({ execution }) => execution.session.sheets(),
  'Spreadsheet.insertSheet': ({ execution }, { title, index, rows, columns }) => {
    const { session } = execution;
    const taken = new Set(session.sheets().map((sheet) => sheet.title));
    return session.addSheet(title ?? freeTitle(taken), index, rows, columns);
  },
  'Spreadsheet.deleteSheet': ({ execution }, sheetId) => {
    execution.session.deleteSheet(sheetId);
    return null;
  },
  'Spreadsheet.duplicateSheet': ({ execution }, sheetId, title) => execution.session.duplicateSheet(sheetId, title),
  'Spreadsheet.toast': ({ execution }, toast) => {
    execution.ui.push({ kind: 'toast', ...toast });
    return null;
  },
  'Spreadsheet.select': ({ execution }, selected) => {
    execution.ui.push({ kind: 'select', ...selected });
    return null;
  },
  'NamedRange.list': ({ execution }) => execution.session.namedRanges(),
  'NamedRange.set': ({ execution }, name, rect) => {
    execution.session.setNamedRange(name, rect);
    return null;
  },
  'NamedRange.remove': ({ execution }, name) => {
    execution.session.removeNamedRange(name);
    return null;
  },
  'Sheet.view': ({ execution }, sheetId) => sheetOf(execution.session, sheetId),
  'Sheet.last': ({ execution }, sheetId) => ({
    row: execution.session.lastRow(sheetId),
    column: execution.session.lastColumn(sheetId),
  }),
  'Sheet.getRange': ({ execution }, rect) => inside(execution.session, rect),
  'Sheet.getRangeA1': (scope, a1, sheetId) => rangeByA1(scope, a1, sheetId),
  'Sheet.update': ({ execution }, sheetId, change) => {
    execution.session.updateSheet(sheetId, change);
    return null;
  },
  'Sheet.insertRows': ({ execution }, sheetId, before, count) => {
    execution.session.insertRows(sheetId, before, count);
    return null;
  },
  'Sheet.deleteRows': ({ execution }, sheetId, first, count) => {
    execution.session.deleteRows(sheetId, first, count);
    return null;
  },
  'Sheet.insertColumns': ({ execution }, sheetId, before, count) => {
    execution.session.insertColumns(sheetId, before, count);
    return null;
  },
  'Sheet.deleteColumns': ({ execution }, sheetId, first, count) => {
    execution.session.deleteColumns(sheetId, first, count);
    return null;
  },
  'Sheet.moveColumns': ({ execution }, sheetId, first, count, before) => {
    execution.session.moveColumns(sheetId, first, count, before);
    return null;
  },
  'Sheet.appendRow': ({ execution, host }, sheetId, values) => {
    const { session } = execution;
    const sheet = sheetOf(session, sheetId);
    const row = session.lastRow(sheetId) + 1;
    if (row > sheet.rows) session.insertRows(sheetId, sheet.rows + 1, 1);
    if (values.length > sheet.columns) {
      session.insertColumns(sheetId, sheet.columns + 1, values.length - sheet.columns);
    }
    if (values.length === 0) return null;
    execution.touch(values.length);
    const { timeZone } = host.engine.info;
    const rect = { sheetId, row, column: 1, rows: 1, columns: values.length };
    session.write(rect, [values.map((value) => ({ input: toInput(value, timeZone) }))]);
    return null;
  },
  'Sheet.setColumnWidth': ({ execution }, sheetId, first, count, pixels) => {
    for (let column = first; column < first + count; column++) {
      execution.session.setColumnWidth(sheetId, column, pixels);
    }
    return null;
  },
  'Sheet.setHiddenColumns': ({ execution }, sheetId, first, count, hidden) => {
    execution.session.setHiddenColumns(sheetId, first, count, hidden);
    return null;
  },
  'Sheet.clear': ({ execution }, sheetId, what) => {
    const { session } = execution;
    const { rows, columns } = sheetOf(session, sheetId);
    session.writeAll(
      { sheetId, row: 1, column: 1, rows, columns },
      {
        ...(what.contents ? { input: { kind: 'value', value: null } as const } : {}),
        ...(what.formats ? { numberFormat: '', background: null, fontColor: null, fontWeight: null, wrap: false } : {}),
        ...(what.notes ? { note: null } : {}),
      },
    );
    return null;
  },
  'Sheet.setHiddenRows': ({ execution }, sheetId, first, count, hidden) => {
    const { rows } = sheetOf(execution.session, sheetId);
    if (first < 1 || count < 1 || first + count - 1 > rows) throw new ServiceError(outside);
    const these = Array.from({ length: count }, (_, index) => first + index);
    const others = execution.session.layout(sheetId).hiddenRows.filter((row) => row < first || row >= first + count);
    execution.session.setHiddenRows(sheetId, hidden ? [...others, ...these] : others);
    return null;
  },
  'Sheet.hiddenRows': ({ execution }, sheetId, by) => {
    const { hiddenRows, filteredRows } = execution.session.layout(sheetId);
    return [...(by === 'user' ? hiddenRows : filteredRows)];
  },
  'Sheet.conditionalRules': ({ execution }, sheetId) => [...execution.session.extras(sheetId).conditionalRules],
  'Sheet.setConditionalRules': ({ execution }, sheetId, rules) => {
    execution.session.updateExtras(sheetId, { conditionalRules: rules });
    return null;
  },
};

/** The sheet as it is now; throws when it has been deleted. */
export function sheetOf(session: Session, sheetId: number): SheetView {
  const sheet = session.sheets().find((candidate) => candidate.sheetId === sheetId);
  if (!sheet) throw new ServiceError(`Sheet ${sheetId} not found`);
  return sheet;
}

function inside(session: Session, rect: Rect): Rect {
  const sheet = sheetOf(session, rect.sheetId);
  if (rect.row < 1 || rect.column < 1) throw new ServiceError('The starting row or column of the range is too small.');
  if (rect.rows < 1) throw new ServiceError('The number of rows in the range must be at least 1.');
  if (rect.columns < 1) throw new ServiceError('The number of columns in the range must be at least 1.');
  if (rect.row + rect.rows - 1 > sheet.rows || rect.column + rect.columns - 1 > sheet.columns) {
    throw new ServiceError(outside);
  }
  return rect;
}

function rangeByA1({ execution }: Scope, a1: string, sheetId: number | null): Rect {
  const { session } = execution;
  const { title, cells } = splitA1(a1);
  const sheets = session.sheets();
  const sheet =
    title !== null
      ? sheets.find((candidate) => candidate.title === title)
      : (sheets.find((candidate) => candidate.sheetId === sheetId) ?? sheets.find(({ hidden }) => !hidden));
  if (!sheet) throw new ServiceError('Range not found');
  const rect = cellsToRect(cells, sheet) ?? session.namedRanges().find(({ name }) => name === cells)?.rect;
  if (!rect) throw new ServiceError('Range not found');
  return inside(session, rect);
}

function freeTitle(taken: ReadonlySet<string>): string {
  let number = taken.size + 1;
  while (taken.has(`Sheet${number}`)) number++;
  return `Sheet${number}`;
}
