// The door every client call passes: answers `{ ok, value }` or `{ ok, code, message }`, never throws. Errors are translated
// here and nowhere else; classes do not survive the way to the sidebar.
import { WorkbookError } from '../workbook';
import type { Reply } from './contract';

/** An error with a stable code, for what a client did wrong or may not do. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: 'not-in-team' | 'not-allowed' | 'bad-input' | 'not-set-up' | 'title-taken' | 'undone' | (string & {});

  constructor(code: CallError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** What a client handed over cannot be meant. */
export const badInput = (message: string): CallError => new CallError('bad-input', message);

/** Who calls may not do this. */
export const notAllowed = (message: string): CallError => new CallError('not-allowed', message);

/** Runs the work of one call and wraps its answer. The log gets the error's name, code and text, never what was being saved. */
export function reply<T>(work: () => T): Reply<T> {
  try {
    const value = work();
    return { ok: true, value, now: new Date().toISOString() };
  } catch (error) {
    const { code, message } = translate(error);
    if (code === 'failed') console.error(`Rowbook: ${message}`);
    return { ok: false, code, message };
  }
}

function translate(error: unknown): { code: string; message: string } {
  // By shape, not by class: an error may come from another realm (APPS_SCRIPT.md 7.22).
  const { name, code, message } = (error ?? {}) as { name?: unknown; code?: unknown; message?: unknown };
  const text = typeof message === 'string' ? message : String(error);
  if (
    error instanceof CallError ||
    error instanceof WorkbookError ||
    (typeof code === 'string' && name !== 'Exception')
  ) {
    return { code: String(code), message: text };
  }
  if (/protected cell or object/i.test(text)) {
    return {
      code: 'protected',
      message: 'The sheet does not let you change this: a column or tab is protected. Ask an admin of your team.',
    };
  }
  if (/coordinates of the range/.test(text)) {
    return {
      code: 'unsettled',
      message: 'Rows or columns were deleted just then. Look again, then try again.',
    };
  }
  return { code: 'failed', message: `That did not work: ${text}` };
}
