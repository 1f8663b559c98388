// What the function answers when it does not do what was asked: one error class, and its RFC 9457 body.
import type { Problem } from '../src/domain/validation-exchange';

/** The statuses this function answers with, and their titles. */
const titles = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Workbook not ready',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Invalid value',
  500: 'Internal error',
  502: 'Google refused',
  503: 'Unavailable for now',
  504: 'Out of time',
} as const;

export type ProblemStatus = keyof typeof titles;

/** Stops a request. `code` is stable; the message is for people, says what to do, and holds nothing of the workbook. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  /** Path of the offending value in the request, where there is one: `changes.0.tab`. */
  readonly field: string | undefined;
  /** Seconds after which asking again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(
    readonly status: ProblemStatus,
    readonly code: string,
    message: string,
    options: { field?: string; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.field = options.field;
    this.retryAfter = options.retryAfter;
  }
}

/** The answer for a problem. */
export function problemResponse(problem: RequestProblem, requestId: string): Response {
  const body: Problem & { requestId: string } = {
    type: `urn:rowbook:problem:${problem.code}`,
    title: titles[problem.status],
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    ...(problem.field === undefined ? {} : { field: problem.field }),
    requestId,
  };
  const headers: { [name: string]: string } = {
    'content-type': 'application/problem+json; charset=utf-8',
    'x-request-id': requestId,
  };
  // RFC 6750 asks for the challenge on every 401, RFC 9110 for Retry-After where the wait is known.
  if (problem.status === 401) headers['www-authenticate'] = 'Bearer realm="rowbook"';
  if (problem.retryAfter !== undefined) headers['retry-after'] = String(problem.retryAfter);
  return new Response(JSON.stringify(body), { status: problem.status, headers });
}
