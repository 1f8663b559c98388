// Which of many are compared with each other at all: those that share a key. The work grows with their number, not with its square.

/** Of more that share a key only neighbours in order are compared: a switchboard's number says little about each two. */
const largest = 24;
/** Neighbours on one side. */
const reach = 6;

/** A pair of places; or, where none came of a step, how much is done, 0 to 1. */
type Step = readonly [number, number] | number;

/**
 * Each pair of places that share one of their keys, once. `order` is what the members of a large group are put in order by, so that
 * those who are alike stand near each other. Between pairs it answers as well, so that whoever asks can pause.
 */
export function* pairsByKey(
  count: number,
  keysOf: (place: number) => readonly string[],
  order: (place: number) => string,
): Generator<Step, void> {
  const groups = new Map<string, number[]>();
  for (let place = 0; place < count; place++) {
    for (const key of new Set(keysOf(place))) {
      const group = groups.get(key);
      if (group) group.push(place);
      else groups.set(key, [place]);
    }
    yield (place / count) * 0.5;
  }
  const seen = new Set<number>();
  let passed = 0;
  for (const group of groups.values()) {
    yield 0.5 + (passed++ / groups.size) * 0.5;
    if (group.length < 2) continue;
    const isLarge = group.length > largest;
    const members = isLarge ? inOrder(group, order) : group;
    for (let at = 0; at < members.length; at++) {
      const end = isLarge ? Math.min(members.length, at + 1 + reach) : members.length;
      for (let next = at + 1; next < end; next++) {
        const [one, other] = [members[at] ?? 0, members[next] ?? 0].sort((a, b) => a - b) as [number, number];
        const pair = one * count + other;
        if (seen.has(pair)) continue;
        seen.add(pair);
        yield [one, other];
      }
    }
  }
}

function inOrder(group: readonly number[], order: (place: number) => string): number[] {
  const texts = new Map(group.map((place) => [place, order(place)]));
  return [...group].sort((one, other) => ((texts.get(one) ?? '') < (texts.get(other) ?? '') ? -1 : 1));
}

/** The text with each of its letters left out once, and whole: texts one slip apart share one of these. */
export function withOneLess(text: string): string[] {
  const letters = Array.from(text);
  return [text, ...letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)].join(''))];
}
