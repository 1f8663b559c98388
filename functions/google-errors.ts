// Google's failures translated once, at the boundary that met them: status to problem, keeping the original as cause.
import { RequestProblem } from './problem';

/** The HTTP status of a failed Google request; null when there was no answer at all. */
function googleStatus(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  const { status, code, response } = error as { status?: unknown; code?: unknown; response?: { status?: unknown } };
  for (const candidate of [status, response?.status, Number(code)]) {
    if (typeof candidate === 'number' && candidate >= 100 && candidate < 600) return candidate;
  }
  return null;
}

/** Busy, down or cut off: worth another try. Sheets' advice for 429 and 503 (APPS_SCRIPT.md 6.4). */
export function mayPass(error: unknown): boolean {
  const status = googleStatus(error);
  return status === null ? isNetworkError(error) : status === 408 || status === 429 || status >= 500;
}

/** Whether Google could not read a range: its tab was renamed or removed since the layout was read. */
export function isUnknownRange(error: unknown): boolean {
  return (
    googleStatus(error) === 400 && error instanceof Error && /parse range|exceeds grid limits/i.test(error.message)
  );
}

/** The problem to answer for a failed Google request. */
export function translated(error: unknown): RequestProblem {
  if (error instanceof RequestProblem) return error;
  const status = googleStatus(error);
  if (status === 403) {
    return new RequestProblem(
      502,
      'workbook-not-shared',
      'The function may not read this workbook. Share it with the function’s service account, as Viewer.',
      { cause: error },
    );
  }
  if (status === 404) {
    return new RequestProblem(404, 'workbook-not-found', 'There is no workbook with this id.', { cause: error });
  }
  if (status === 401) {
    return new RequestProblem(502, 'credentials', 'Google does not accept the function’s own credentials.', {
      cause: error,
    });
  }
  if (status === 429) {
    return new RequestProblem(
      503,
      'google-busy',
      'Google answers too many of our reads just now. Try again in a minute.',
      {
        retryAfter: 30,
        cause: error,
      },
    );
  }
  if (status === 400) {
    return new RequestProblem(502, 'google-refused', 'Google did not understand the function’s request.', {
      cause: error,
    });
  }
  return new RequestProblem(503, 'google-down', 'Google Sheets does not answer just now. Try again in a moment.', {
    retryAfter: 5,
    cause: error,
  });
}

/** Failures of the connection itself carry a code like ECONNRESET, or come from an aborted wait. */
function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const words = `${error.name} ${'code' in error ? String(error.code) : ''} ${error.message}`;
  return /ECONN|ETIMEDOUT|EPIPE|EAI_AGAIN|ENOTFOUND|UND_ERR|socket|fetch failed|network|abort|timeout/i.test(words);
}
