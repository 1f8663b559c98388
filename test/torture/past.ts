// History as an observer reads it: what each entry tells of which record, in order.
import { isBlank, sameValue } from '../../src/domain/record';
import { type FieldValue, tabs } from '../../src/domain/schema';
import { type BookView, isCopied, recordTabs, type TorturedTab } from './view';

export interface Told {
  readonly at: number;
  readonly how: string;
  readonly changeSet: string;
  readonly tab: TorturedTab;
  readonly id: string;
  readonly summary: string;
  readonly delta: { readonly [field: string]: readonly [FieldValue, FieldValue] };
}

export function readPast(view: BookView): Told[] {
  return view.rows('History').flatMap(({ row, cells }) => {
    const tab = recordTabs.find((key) => tabs[key].title === cells.Tab);
    if (!tab) return [];
    return [
      {
        at: row,
        how: String(cells.How),
        changeSet: String(cells['Change set']),
        tab,
        id: String(cells.ID),
        summary: String(cells.Summary),
        delta: JSON.parse(String(cells.Delta ?? '') || '{}') as Told['delta'],
      },
    ];
  });
}

/** Where an entry's “before” is not what the entries before it say: then something happened that nobody was told of. */
export function breaks(past: readonly Told[]): string[] {
  const known = new Map<string, FieldValue>();
  const found: string[] = [];
  for (const { at, tab, id, delta, summary } of past) {
    for (const [key, [before, after]] of Object.entries(delta)) {
      const place = `${id}.${key}`;
      const was = known.get(place) ?? null;
      const isUntold = (/^custom:Named /.test(key) || isCopied(tab, key, [])) && (isBlank(was) || isBlank(before));
      if (!sameValue(was, before) && !isCounted(key, was, before) && !isUntold)
        found.push(`History row ${at} (${summary}): ${place} was ${show(was)}, it says ${show(before)}`);
      known.set(place, isBlank(after) ? null : after);
    }
  }
  return found;
}

/** What the formula in the team's own column came to by itself, or the formula: of a row that moved either may be read. */
function isCounted(key: string, ...values: FieldValue[]): boolean {
  return key.startsWith('custom:') && values.every((value) => /^(?:\d+|=LEN\(.*\))$/.test(String(value ?? 0)));
}

/** Every value that an entry tells of, before or after. */
export function toldValues(past: readonly Told[]): { tab: TorturedTab; id: string; key: string; value: FieldValue }[] {
  return past.flatMap(({ tab, id, delta }) =>
    Object.entries(delta).flatMap(([key, pair]) => pair.map((value) => ({ tab, id, key, value }))),
  );
}

export function show(value: unknown): string {
  return JSON.stringify(value ?? null).slice(0, 60);
}
