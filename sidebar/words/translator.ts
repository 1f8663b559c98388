// Finds which sentence a text is, and says it in another language. The server's sentences carry names and numbers, so a sentence
// is known by its words between the gaps.

interface Known {
  readonly pattern: RegExp;
  readonly meaning: string;
  /** Letters outside the gaps: of two sentences that fit, the one that says more is meant. */
  readonly weight: number;
}

const gap = '{}';

/**
 * A function from English to what it means. `sentences` maps English with `{}` for each gap to the other language with `{}`, or
 * with `{2}` where gaps stand in another order. What fills a gap stands as it is, since it is mostly a name; `{!}` and `{2!}` are
 * filled with what it means, as a sentence or a `label`. Several sentences in a row are translated one by one, and a text that fits
 * none comes back as it is.
 */
export function translator(
  sentences: { readonly [english: string]: string },
  label: (header: string) => string,
): (text: string) => string {
  const exact = new Map(Object.entries(sentences).filter(([english]) => !english.includes(gap)));
  const known: Known[] = Object.entries(sentences)
    .filter(([english]) => english.includes(gap))
    .map(([english, meaning]) => ({
      pattern: new RegExp(`^${english.split(gap).map(literally).join('([^]*?)')}$`),
      meaning,
      weight: english.length,
    }))
    .sort((one, other) => other.weight - one.weight);

  const whole = (text: string): string | undefined => {
    const same = exact.get(text);
    if (same !== undefined) return same;
    for (const { pattern, meaning } of known) {
      const found = pattern.exec(text);
      if (!found) continue;
      let filled = 0;
      return meaning.replace(/\{(\d*)(!?)\}/g, (_, place: string, mark: string) => {
        const filling = found[Number(place || ++filled)] ?? '';
        return mark === '' ? filling : translate(filling);
      });
    }
    return undefined;
  };
  const translate = (text: string): string => {
    const found = whole(text);
    if (found !== undefined) return found;
    const parts = text.split(/(?<=[.!?]) (?=\S)/);
    return parts.length > 1 ? parts.map((part) => whole(part) ?? part).join(' ') : label(text);
  };
  return translate;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
