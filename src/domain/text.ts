// Comparing texts as people do: case, accents and runs of space make no difference.

/** Letters that Unicode does not take apart into a plain one and its accent, as people write them without. */
const plain: { readonly [letter: string]: string } = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** `  Café  NOIR ` → `cafe noir`, `Groß` → `gross`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/[ßæœøłđı]/g, (letter) => plain[letter] ?? letter);
}

/** At most `length` characters, with an ellipsis when something was cut. Does not cut through a surrogate pair. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
