// Finds which sentence a text is, and says it in another language. The server's sentences carry names and numbers, so a sentence
// is known by its words between the gaps.

interface Known {
  /** What stands before, between and after the gaps. */
  readonly parts: readonly string[];
  readonly meaning: string;
}

const gap = '{}';

/**
 * A function from English to what it means. `sentences` maps English with `{}` for each gap to the other language with `{}`, or
 * with `{2}` where gaps stand in another order. What fills a gap stands as it is, since it is mostly a name; `{!}` and `{2!}` are
 * filled with what it means: as one of the `fillings`, which are no sentences by themselves, as a sentence, or as a `label`. Of
 * several sentences in a row each is translated; a text that is none comes back as it is.
 */
export function translator(
  sentences: { readonly [english: string]: string },
  fillings: { readonly [english: string]: string },
  label: (header: string) => string,
): (text: string) => string {
  const ofWhole = reader(sentences);
  const ofFilling = reader(fillings);
  const known = new Map<string, string>();

  const fill = (text: string): string => {
    const found = ofFilling(text, fill);
    if (found !== undefined) return found;
    const sentence = translate(text);
    return sentence === text ? label(text) : sentence;
  };
  const translate = (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const meaning = ofWhole(text, fill) ?? piecewise(text);
    known.set(text, meaning);
    return meaning;
  };
  /** Sentence by sentence, the longest first: a name or a day may have a full stop in it. */
  const piecewise = (text: string): string => {
    const ends = [...text.matchAll(/[.!?] (?=\S)/g)].map(({ index }) => index + 1).reverse();
    for (const end of ends) {
      const first = ofWhole(text.slice(0, end), fill);
      if (first !== undefined) return `${first} ${translate(text.slice(end + 1))}`;
    }
    const shortest = ends.at(-1);
    return shortest === undefined ? text : `${text.slice(0, shortest)} ${translate(text.slice(shortest + 1))}`;
  };
  return translate;
}

/** What a text means, if it is one of these as a whole. */
function reader(meanings: { readonly [english: string]: string }) {
  const exact = new Map(Object.entries(meanings));
  // Of two that fit, the one with more words of its own is meant.
  const known: Known[] = [...exact]
    .filter(([english]) => english.includes(gap))
    .sort(([one], [other]) => other.length - other.split(gap).length - (one.length - one.split(gap).length))
    .map(([english, meaning]) => ({ parts: english.split(gap), meaning }));
  return (text: string, fill: (text: string) => string): string | undefined => {
    const same = exact.get(text);
    if (same !== undefined && !text.includes(gap)) return same;
    for (const { parts, meaning } of known) {
      const found = gapsOf(parts, text);
      if (!found) continue;
      let filled = 0;
      return meaning.replace(/\{(\d*)(!?)\}/g, (_, place: string, mark: string) => {
        const filling = found[Number(place || ++filled) - 1] ?? '';
        return mark === '' ? filling : fill(filling);
      });
    }
    return undefined;
  };
}

/** What stands in the gaps between these parts; null when the text has not these parts in this order. */
function gapsOf(parts: readonly string[], text: string): string[] | null {
  const [first = '', ...rest] = parts;
  if (!text.startsWith(first)) return null;
  const found: string[] = [];
  let from = first.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const at = isLast ? (text.endsWith(part) ? text.length - part.length : -1) : text.indexOf(part, from);
    if (at < from) return null;
    found.push(text.slice(from, at));
    from = at + part.length;
  }
  return found;
}
