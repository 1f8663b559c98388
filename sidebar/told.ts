// The server's sentences in a page that is not English. What translates them comes as a part, since it is as large as a tenth of
// a page; until it is there, and for a sentence that nobody translated, the English stands.
import { loadPart } from './part';

type Translate = (text: string) => string;

/** A sentence of the server's in the page's language, or as it came. */
export const told: Translate = (text) => (window as unknown as { rowbookTold?: Translate }).rowbookTold?.(text) ?? text;

/** Gets what translates. It is no harm when it does not come: the server's sentences stay English. */
export function loadTold(): Promise<void> {
  return loadPart('told').catch(() => undefined);
}
