// Google's JSON errors (APPS_SCRIPT.md 6.4).
import { EngineError } from '../engine/errors';

const STATUS: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ABORTED',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
};

const MESSAGE: Record<number, string> = {
  401: 'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
  403: 'The caller does not have permission',
  404: 'Requested entity was not found.',
  429: quotaMessage('Read'),
  500: 'Internal error encountered.',
  503: 'The service is currently unavailable.',
};

/** An answer that is an error. */
export class RestError extends Error {
  override readonly name = 'RestError';

  constructor(
    readonly code: number,
    message = MESSAGE[code] ?? 'Unknown error.',
    /** What Google tells programs besides; a 429 has it always. */
    readonly details: readonly object[] | undefined = code === 429 ? quotaDetails('reads', 60) : undefined,
  ) {
    super(message);
  }
}

export const badRequest = (message: string): RestError => new RestError(400, message);

/** What this stand-in does not do is refused loudly instead of being half done. */
export const notInStandIn = (what: string): RestError => new RestError(501, `${what} is not in the stand-in.`);

/** The body Google sends with an error. */
export function errorBody({ code, message, details }: RestError): object {
  return { error: { code, message, status: STATUS[code] ?? 'UNKNOWN', ...(details ? { details } : {}) } };
}

/** A user has made all the requests of one kind that a minute allows. */
export function quotaExceeded(kind: 'reads' | 'writes', limit: number): RestError {
  return new RestError(429, quotaMessage(kind === 'reads' ? 'Read' : 'Write'), quotaDetails(kind, limit));
}

function quotaMessage(kind: 'Read' | 'Write'): string {
  return `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:0'.`;
}

/** Any thrown thing as status and message; a refusal of the engine is the caller's mistake. */
export function toRestError(error: unknown): RestError {
  if (error instanceof RestError) return error;
  if (!(error instanceof EngineError)) throw error;
  if (error.code === 'protected') return new RestError(403, error.message);
  return new RestError(error.code === 'not-found' ? 404 : 400, error.message);
}

function quotaDetails(kind: 'reads' | 'writes', limit: number): readonly object[] {
  return [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'RATE_LIMIT_EXCEEDED',
      domain: 'googleapis.com',
      metadata: {
        service: 'sheets.googleapis.com',
        consumer: 'projects/0',
        quota_location: 'global',
        quota_metric: `sheets.googleapis.com/${kind === 'reads' ? 'read' : 'write'}_requests`,
        quota_limit: `${kind === 'reads' ? 'Read' : 'Write'}RequestsPerMinutePerUser`,
        quota_limit_value: String(limit),
      },
    },
    {
      '@type': 'type.googleapis.com/google.rpc.Help',
      links: [
        {
          description: 'Request a higher quota limit.',
          url: 'https://cloud.google.com/docs/quotas/help/request_increase',
        },
      ],
    },
  ];
}
