// The add-on's door to the cloud function: one authorised request.
// The function is optional (DESIGN.md invariant 10): no outcome of a call here may keep a save from going on.
import { deadlineHeader } from '../domain/validation-exchange';
import type { Workbook } from '../workbook';
import { type KnownFunction, passOver } from './function-memory';

export interface FunctionRequest {
  readonly method: 'get' | 'post';
  /** Below `/v1/workbooks/{id}/`, with its query: `changes:validate`, `reports/pipeline?from=2026-01-01`. */
  readonly path: string;
  readonly body?: unknown;
  /** How long the caller will wait. UrlFetchApp has no timeout of its own, so the function is asked to keep it. */
  readonly deadlineMs: number;
}

export type FunctionAnswer =
  /** The function answered: 2xx, or a 4xx with its problem. */
  | { readonly kind: 'answer'; readonly status: number; readonly text: string }
  /** It did not, just now or within the last five minutes. `until` is epoch milliseconds. */
  | { readonly kind: 'unreachable'; readonly why: string; readonly until: number };

/** Asks the function in the caller's name. Never throws; a function that failed lately is not asked again yet. */
export function askFunction(workbook: Workbook, known: KnownFunction, request: FunctionRequest): FunctionAnswer {
  const { address, passedOver } = known;
  if (passedOver && passedOver.until > Date.now()) return { kind: 'unreachable', ...passedOver };
  const failed = (why: string): FunctionAnswer => ({ kind: 'unreachable', ...passOver(workbook, address, why) });
  try {
    const token = ScriptApp.getIdentityToken();
    if (!token) return failed('Google gave no identity token');
    const response = UrlFetchApp.fetch(`${address}/v1/workbooks/${encodeURIComponent(workbook.id)}/${request.path}`, {
      method: request.method,
      headers: { Authorization: `Bearer ${token}`, [deadlineHeader]: String(request.deadlineMs) },
      ...(request.body === undefined ? {} : { contentType: 'application/json', payload: JSON.stringify(request.body) }),
      muteHttpExceptions: true,
      // A redirect would carry the token to an address that nobody set up.
      followRedirects: false,
    });
    const status = response.getResponseCode();
    if (status >= 500 || status === 408 || status === 429 || (status >= 300 && status < 400)) {
      return failed(`it answered ${status}`);
    }
    return { kind: 'answer', status, text: response.getContentText() };
  } catch (error) {
    return failed(messageOf(error));
  }
}

function messageOf(error: unknown): string {
  return String((error as { message?: unknown } | null)?.message ?? error);
}
