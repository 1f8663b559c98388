// Everything the engine refuses, in Google's words (APPS_SCRIPT.md 2). The doors show the text; code matches on `code`.
import { columnName } from './a1';

export type EngineErrorCode =
  | 'out-of-grid'
  | 'bad-argument'
  | 'protected'
  | 'too-long'
  | 'too-many-cells'
  | 'too-many-sheets'
  | 'invalid-data'
  | 'no-sheet'
  | 'duplicate-title'
  | 'last-sheet'
  | 'metadata-limit'
  | 'not-found';

/** A refused operation. Nothing of it has been applied. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly code: EngineErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export const outsideGrid = (): EngineError =>
  new EngineError('out-of-grid', 'The coordinates of the range are outside the dimensions of the sheet.');

export const tooFewRows = (): EngineError =>
  new EngineError('bad-argument', 'The number of rows in the range must be at least 1.');

export const tooFewColumns = (): EngineError =>
  new EngineError('bad-argument', 'The number of columns in the range must be at least 1.');

export function sizeMismatch(what: 'rows' | 'columns', data: number, range: number): EngineError {
  return new EngineError(
    'bad-argument',
    `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${data} but the range has ${range}.`,
  );
}

export const protectedCell = (): EngineError =>
  new EngineError(
    'protected',
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );

export const cellTooLong = (): EngineError =>
  new EngineError('too-long', 'Your input contains more than the maximum of 50000 characters in a single cell.');

export const tooManyCells = (): EngineError =>
  new EngineError(
    'too-many-cells',
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  );

export const tooManyColumns = (): EngineError =>
  new EngineError('too-many-cells', 'This action would increase the number of columns above the limit of 18278.');

export const tooManySheets = (): EngineError =>
  new EngineError('too-many-sheets', 'This action would increase the number of sheets above the limit of 200.');

export function refusedByValidation(row: number, column: number): EngineError {
  return new EngineError(
    'invalid-data',
    `The data you entered in cell ${columnName(column)}${row} violates the data validation rules set on this cell.`,
  );
}

export const noSheet = (): EngineError => new EngineError('no-sheet', 'The sheet does not exist or has been deleted.');

export const duplicateTitle = (title: string): EngineError =>
  new EngineError('duplicate-title', `A sheet with the name "${title}" already exists. Please enter another name.`);

export const badTitle = (): EngineError =>
  new EngineError('bad-argument', 'A sheet name must have between 1 and 100 characters.');

export const lastVisibleSheet = (): EngineError =>
  new EngineError('last-sheet', "You can't remove or hide all the sheets in a document.");

export const allRowsDeleted = (): EngineError =>
  new EngineError('bad-argument', 'Sorry, it is not possible to delete all non-frozen rows.');

export const allColumnsDeleted = (): EngineError =>
  new EngineError('bad-argument', 'Sorry, it is not possible to delete all non-frozen columns.');

export const metadataTooLong = (): EngineError =>
  new EngineError('metadata-limit', 'Developer metadata may hold at most 30000 characters per sheet.');

export const mergeCut = (): EngineError =>
  new EngineError('bad-argument', 'You must select all cells in a merged range to merge or unmerge them.');

export const verticalMergeInFilter = (): EngineError =>
  new EngineError('bad-argument', "You can't create a filter over a range containing vertical merges.");

export const notFound = (what: string): EngineError => new EngineError('not-found', `${what} was not found.`);
