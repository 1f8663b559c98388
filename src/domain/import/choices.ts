// The value maps of a mapping: which words of the source stand for which choice, decided by a person.
import { type Field, fieldsOf, type RecordTabKey, tabOf } from '../schema';
import type { Settings } from '../settings';
import type { SourceRecords } from './headers';
import type { ImportMapping, ValueMap } from './mapping';
import { cellText } from './source';
import { type Choice, sameChoice, suggestChoice } from './value-map';
import { saysNothing } from './values';

/** What a choice field may hold, or null for a field without fixed choices. Currencies are read as codes instead. */
export function choicesOf(field: Field, settings: Settings): readonly Choice[] | null {
  if (field.type !== 'choice') return null;
  if (field.choicesFrom === 'stages') {
    const names = new Set<string>();
    return settings.stages.filter((stage) => !names.has(stage.name) && Boolean(names.add(stage.name)));
  }
  if (field.choicesFrom === 'pipelines')
    return [...new Set(settings.stages.map((stage) => stage.pipeline))].map((name) => ({ name }));
  if (field.choicesFrom === 'currencies') return null;
  return (field.choices ?? []).map((name) => ({ name }));
}

/**
 * Every mapped choice column with its distinct values, what the person decided for each, and what is suggested: what was
 * decided in an earlier import first.
 */
export function valueMaps(
  records: SourceRecords,
  mapping: ImportMapping,
  settings: Settings,
  earlier: ImportMapping['values'] = [],
): ValueMap[] {
  return mapping.columns.flatMap(({ column, target }): ValueMap[] => {
    if (target.kind !== 'field') return [];
    const field = tabOf(target.tab).fields[target.field];
    const choices = field && choicesOf(field, settings);
    if (!choices) return [];
    const counts = new Map<string, number>();
    for (const { cells } of records.rows) {
      const cell = cells[column] ?? null;
      if (saysNothing(cell, 'choice')) continue;
      counts.set(cellText(cell), (counts.get(cellText(cell)) ?? 0) + 1);
    }
    const decided = decisions(mapping.values, target.tab, target.field);
    const before = decisions(earlier, target.tab, target.field);
    return [
      {
        tab: target.tab,
        field: target.field,
        values: [...counts]
          .sort((a, b) => b[1] - a[1])
          .map(([from, count]) => {
            const remembered = validDecision(before.get(from), choices);
            return {
              from,
              count,
              to:
                validDecision(decided.get(from), choices) ??
                sameChoice(from, choices) ??
                validDecision(records.exported?.meaning(target.field, from, choices) ?? undefined, choices),
              suggested: remembered ?? suggestChoice(from, choices),
              ...(remembered === null ? {} : { remembered }),
            };
          }),
        choices: choices.map(({ name }) => name),
      },
    ];
  });
}

/** '' is a decision too: leave the field blank. */
function validDecision(to: string | undefined, choices: readonly Choice[]): string | null {
  if (to === undefined) return null;
  return to === '' ? '' : sameChoice(to, choices);
}

function decisions(values: ImportMapping['values'], tab: RecordTabKey, field: string): Map<string, string> {
  const found = values.filter((entry) => entry.tab === tab && entry.field === field);
  return new Map(found.flatMap((entry) => Object.entries(entry.map)));
}

/** Answers what a source value of a field becomes; null while that is undecided. Fields without a map answer the value. */
export type Decide = (tab: RecordTabKey, field: string, from: string) => string | null;

/** A look-up over these maps. */
export function decider(maps: readonly ValueMap[]): Decide {
  const known = new Map(
    maps.map((map) => [`${map.tab}.${map.field}`, new Map(map.values.map(({ from, to }) => [from, to]))]),
  );
  return (tab, field, from) => {
    const map = known.get(`${tab}.${field}`);
    return map ? (map.get(from) ?? null) : from;
  };
}

/** Header of a field, for messages. */
export function fieldHeader(tab: RecordTabKey, field: string): string {
  return fieldsOf(tab).find(([key]) => key === field)?.[1].header ?? field;
}
