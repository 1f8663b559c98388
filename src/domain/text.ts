// Comparing texts as people do: case, accents and runs of space make no difference.

/** `  Café  NOIR ` → `cafe noir`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** At most `length` characters, with an ellipsis when something was cut. Does not cut through a surrogate pair. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
