// The schema as other code uses it: types derived from `tabs`, and look-ups.
import type { Field, FieldValue, ValueOf } from './field';
import type { Tab } from './tab';
import { tabs } from './tabs';

export { type Field, type FieldType, type FieldValue, field, type ValueOf, type Writer } from './field';
export type { Tab } from './tab';
export { hiddenTabs, tabs } from './tabs';

export type Tabs = typeof tabs;
export type TabKey = keyof Tabs;
/** Tabs whose rows are records with an id: contacts, companies, deals, interactions, tasks, tickets, products. */
export type RecordTabKey = { [K in TabKey]: Tabs[K] extends { kind: 'record' } ? K : never }[TabKey];

/** A record of a tab: every field of the schema, blank as `null`. */
export type RecordOf<K extends TabKey> = {
  [F in keyof Tabs[K]['fields']]: Tabs[K]['fields'][F] extends Field ? ValueOf<Tabs[K]['fields'][F]> : never;
};

/** A record of any tab, its custom fields included (key `custom:` and the column's header). */
export type AnyRecord = { readonly [key: string]: FieldValue };

export type Contact = RecordOf<'contacts'>;
export type Company = RecordOf<'companies'>;
export type Deal = RecordOf<'deals'>;
export type Task = RecordOf<'tasks'>;
export type Ticket = RecordOf<'tickets'>;
export type Product = RecordOf<'products'>;
export type Member = RecordOf<'team'>;

export const recordTabKeys = (Object.keys(tabs) as TabKey[]).filter(
  (key): key is RecordTabKey => tabs[key].kind === 'record',
);

/** The declaration of a tab, in its general shape. */
export function tabOf(key: TabKey): Tab {
  return tabs[key];
}

/** The fields of a tab in column order, as [key, field]. */
export function fieldsOf(key: TabKey): readonly (readonly [string, Field])[] {
  return Object.entries(tabOf(key).fields);
}

/** The tab with this title or key (case ignored), or undefined. */
export function findTab(titleOrKey: string): TabKey | undefined {
  const wanted = titleOrKey.trim().toLowerCase();
  return (Object.keys(tabs) as TabKey[]).find(
    (key) => key.toLowerCase() === wanted || tabs[key].title.toLowerCase() === wanted,
  );
}

/** Title of the hidden tab that keeps a record tab's ledger. */
export function ledgerTitle(key: RecordTabKey): string {
  return `_Ledger ${tabs[key].title}`;
}
