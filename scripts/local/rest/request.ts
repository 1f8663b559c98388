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

/** Whether lists and objects stand more than `levels` deep in each other. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** Checks a query or body. Throws 400 naming the first field that does not fit. */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') throw unknownName(issue.keys[0] ?? '', issue.path);
  throw badRequest(`Invalid value at '${pathText(issue?.path ?? [])}': ${issue?.message ?? 'invalid'}`);
}

function unknownName(name: string, path: readonly PropertyKey[]): Error {
  const place = path.length > 0 ? ` at '${pathText(path)}'` : '';
  return badRequest(`Invalid JSON payload received. Unknown name "${name}"${place}: Cannot find field.`);
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
