// A request as the methods see it, and the check of its query and body.
import type { z } from 'zod';
import { badRequest } from './errors';

export interface RestRequest {
  method: string;
  url: URL;
  /** Parsed JSON; `{}` when there is none. */
  body: unknown;
}

/** The query as a plain object; a repeated parameter gives its last value. */
export function query(request: RestRequest): { [name: string]: string } {
  return Object.fromEntries(request.url.searchParams);
}

/** Checks a query or body. Throws 400 naming the first field that does not fit. */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = (issue?.path ?? [])
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  throw badRequest(`Invalid value at '${path.replace(/^\./, '')}': ${issue?.message ?? 'invalid'}`);
}
