// The add-on's door to the cloud function: one authorised request, and the memory of a function that does not answer.
// The function is optional (DESIGN.md invariant 10): no outcome of a call here may keep a save from going on.
import type { Settings } from '../domain/settings';
import { deadlineHeader } from '../domain/validation-exchange';
import type { Workbook } from '../workbook';

/** After one failure the function is passed over for this long. */
export const passedOverMs = 5 * 60_000;

const cacheKey = 'rowbook.function.passed-over';

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
  /** It did not: just now (`fresh`), or within the last five minutes. `until` is epoch milliseconds. */
  | { readonly kind: 'unreachable'; readonly why: string; readonly until: number; readonly fresh: boolean };

interface PassedOver {
  readonly address: string;
  readonly why: string;
  readonly until: number;
}

/** The base address of Settings without a trailing slash, or null where no function is set up. */
export function functionAddress(settings: Pick<Settings, 'functionAddress'>): string | null {
  const address = settings.functionAddress.trim().replace(/\/+$/, '');
  return /^https?:\/\/[^\s/?#]+/i.test(address) ? address : null;
}

/** Asks the function in the caller's name. Never throws; a function that failed lately is not asked again yet. */
export function askFunction(workbook: Workbook, address: string, request: FunctionRequest): FunctionAnswer {
  const known = passedOver(address);
  if (known) return { kind: 'unreachable', why: known.why, until: known.until, fresh: false };
  try {
    const token = ScriptApp.getIdentityToken();
    if (!token) return passOver(address, 'Google gave no identity token');
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
      return passOver(address, `it answered ${status}`);
    }
    return { kind: 'answer', status, text: response.getContentText() };
  } catch (error) {
    return passOver(address, messageOf(error));
  }
}

/** Remembers that the function is to be passed over, for a caller that could make nothing of its answer. */
export function passOver(address: string, why: string): Extract<FunctionAnswer, { kind: 'unreachable' }> {
  const until = Date.now() + passedOverMs;
  const known: PassedOver = { address, why: why.slice(0, 300), until };
  try {
    cache()?.put(cacheKey, JSON.stringify(known), passedOverMs / 1000);
  } catch {
    // Without the cache the next save asks again: slower, not wrong.
  }
  return { kind: 'unreachable', why: known.why, until, fresh: true };
}

/** “The function could not be reached; saves go on without it until 14:05.”, in the workbook's zone. */
export function unreachableMessage(workbook: Pick<Workbook, 'timeZone' | 'format'>, until: number): string {
  const time = workbook.format(until, workbook.timeZone, 'HH:mm');
  return `The function could not be reached; saves go on without it until ${time}.`;
}

function passedOver(address: string): PassedOver | null {
  try {
    const text = cache()?.get(cacheKey);
    const known = text ? (JSON.parse(text) as PassedOver) : null;
    // The cache's own expiry is only a suggestion (APPS_SCRIPT.md 4); another address is another function.
    return known && known.address === address && known.until > Date.now() ? known : null;
  } catch {
    return null;
  }
}

/** The document's cache is shared by all its users; it is null where there is no document. */
function cache(): GoogleAppsScript.Cache.Cache | null {
  return CacheService.getDocumentCache();
}

function messageOf(error: unknown): string {
  return String((error as { message?: unknown } | null)?.message ?? error);
}
