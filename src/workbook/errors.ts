// What stops work on the workbook. Codes are stable; texts are for people and say what to do.

export type WorkbookErrorCode =
  | 'no-workbook'
  | 'no-lock'
  | 'busy'
  | 'no-tab'
  | 'no-column'
  | 'no-header'
  | 'no-record'
  | 'no-change-set'
  | 'not-deleted'
  | 'not-set-up'
  | 'too-large'
  | 'unsettled'
  | 'stale'
  | 'not-allowed'
  | 'no-import'
  | 'no-merge'
  | 'merged';

/**
 * What stops the work on a workbook. `message` is a sentence for a person and may change, `code` may not; `cause` is Google's
 * own error where there is one.
 */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
  readonly code: WorkbookErrorCode;
  readonly cause: unknown;

  constructor(code: WorkbookErrorCode, message: string, cause?: unknown) {
    super(message);
    this.code = code;
    this.cause = cause;
  }
}
