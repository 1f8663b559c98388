// How a reference stands in a cell: `Acme Ltd (CO-12)`. The id in trailing parentheses is the truth, the name is for people.
import { parseId } from './ids';

export interface ParsedReference {
  /** The id, or null when the text is only a name. */
  readonly id: string | null;
  readonly name: string;
}

/** `Acme Ltd (CO-12)`; a blank name leaves the bare id. */
export function formatReference(name: string, id: string): string {
  const flat = name.replace(/\s+/g, ' ').trim();
  return flat === '' ? id : `${flat} (${id})`;
}

/** Reads `Name (CO-12)`, a bare id, or a bare name. The id may be of any tab: the caller checks which it wants. */
export function parseReference(text: string): ParsedReference {
  const trimmed = text.trim();
  const bare = parseId(trimmed);
  if (bare) return { id: bare.id, name: '' };
  const match = /^(.*)\(([^()]*)\)$/s.exec(trimmed);
  const inside = parseId(match?.[2] ?? '');
  return inside ? { id: inside.id, name: (match?.[1] ?? '').trim() } : { id: null, name: trimmed };
}
