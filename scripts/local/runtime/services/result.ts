// What a function's result becomes on its way out (APPS_SCRIPT.md 1.3).
import { TextOutput } from './content-service';
import { HtmlOutput } from './html-output';
import { isDate } from './signature';

/** JSON of the result. A Date or function anywhere in it turns the whole into null; NaN and undefined in arrays become null. */
export function clientResult(result: unknown): string | null {
  if (result === undefined || !mayCross(result, new Set())) return null;
  return JSON.stringify(result) ?? null;
}

/** JSON of a web app's page or text; null for anything else. */
export function webResult(result: unknown): string | null {
  if (result instanceof HtmlOutput) {
    return JSON.stringify({
      kind: 'html',
      title: result.getTitle() ?? '',
      html: result.getContent(),
      meta: result.getMetaTags().map((tag) => ({ name: tag.getName(), content: tag.getContent() })),
    });
  }
  if (result instanceof TextOutput) {
    return JSON.stringify({ kind: 'text', mimeType: result.getMimeType().name(), text: result.getContent() });
  }
  return null;
}

function mayCross(value: unknown, above: ReadonlySet<object>): boolean {
  if (typeof value === 'function' || typeof value === 'bigint' || typeof value === 'symbol') return false;
  if (typeof value !== 'object' || value === null) return true;
  if (isDate(value) || above.has(value)) return false;
  const inside = new Set(above).add(value);
  return Object.values(value).every((inner) => mayCross(inner, inside));
}
