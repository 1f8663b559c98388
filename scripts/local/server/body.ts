// Reading JSON bodies and saying in one sentence what is wrong with them.
import type { Context } from 'hono';
import type { z } from 'zod';
import { isDeeper } from '../rest/request';
import { RequestError } from './problem';

/** Deeper than any argument of a public function; what copies values walks down them call by call. */
const mostLevels = 100;

/** The body as `schema` has it; throws 400 naming the first field that does not fit. */
export async function readBody<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  let body: unknown;
  try {
    body = await context.req.json();
  } catch {
    throw new RequestError(400, 'The body is not JSON.');
  }
  if (isDeeper(body, mostLevels))
    throw new RequestError(400, `The JSON is nested more than ${mostLevels} levels deep.`);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw new RequestError(400, field ? `“${field}”: ${issue?.message}.` : `${issue?.message ?? 'Unreadable body'}.`);
}
