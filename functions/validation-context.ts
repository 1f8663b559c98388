// What the domain's rules need to know of the workbook, from the key columns of a snapshot.
import { personIndex } from '../src/domain/people';
import { countryOfLocale } from '../src/domain/phone-plans';
import { nameOf } from '../src/domain/record';
import { type FieldValue, type RecordTabKey, tabOf } from '../src/domain/schema';
import { fold } from '../src/domain/text';
import type { ValidationContext } from '../src/domain/validate';
import { settingsOf, teamOf, wholeMembers } from './records';
import type { Snapshot } from './snapshot';

/** Choices, people, names and unique values as the workbook has them. Each index is made when first asked for. */
export function contextOf(snapshot: Snapshot): ValidationContext {
  const settings = settingsOf(snapshot);
  const person = personIndex(wholeMembers(teamOf(snapshot)));
  const ids = remembered((tab) => new Set(column(snapshot, tab, 'id')));
  const names = remembered((tab) => idsByName(snapshot, tab as RecordTabKey));
  const holders = remembered((path) => {
    const [tab = '', field = ''] = path.split('.');
    const values = column(snapshot, tab, field);
    const found = new Map<string, string>();
    column(snapshot, tab, 'id').forEach((id, row) => {
      const value = fold(values[row] ?? '');
      if (value !== '' && id !== '' && !found.has(value)) found.set(value, id);
    });
    return found;
  });
  return {
    stages: () => settings.stages,
    choices: (from) => {
      if (from === 'stages') return settings.stages.map(({ name }) => name);
      if (from === 'pipelines') return [...new Set(settings.stages.map(({ pipeline }) => pipeline))];
      return [...new Set([settings.currency, ...settings.rates.map(({ code }) => code)])];
    },
    country: () => countryOfLocale(snapshot.locale),
    person,
    idOfName: (tab, name) => names(tab).get(fold(name)) ?? undefined,
    exists: (tab, id) => ids(tab).has(id),
    holderOf: (tab, field, value) => holders(`${tab}.${field}`).get(fold(value)),
  };
}

/** Ids by folded name; null where two records share one. */
function idsByName(snapshot: Snapshot, tab: RecordTabKey): Map<string, string | null> {
  const keys = tabOf(tab).nameFields ?? [];
  const parts = keys.map((key) => column(snapshot, tab, key));
  const found = new Map<string, string | null>();
  column(snapshot, tab, 'id').forEach((id, row) => {
    const fields: { [key: string]: FieldValue } = Object.fromEntries(
      keys.map((key, index) => [key, parts[index]?.[row] || null]),
    );
    const name = fold(nameOf(tab, fields));
    if (name !== '' && id !== '') found.set(name, found.has(name) ? null : id);
  });
  return found;
}

function column(snapshot: Snapshot, tab: string, field: string): string[] {
  return (snapshot.columns(tab)?.of(field) ?? []).map((cell) => String(cell ?? '').trim());
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const found = made.get(key);
    if (found !== undefined) return found;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}
