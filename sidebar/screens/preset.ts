// What a new record begins with when it is made from another one's page: the links between the two.
import type { RecordTabKey } from '../../src/domain/schema';
import type { RecordView } from '../../src/rpc/contract';
import type { Preset } from '../app/app';

/** Reference field that points to a record of each tab. */
const linkField: { readonly [K in RecordTabKey]?: 'contact' | 'company' | 'deal' | 'ticket' } = {
  contacts: 'contact',
  companies: 'company',
  deals: 'deal',
  tickets: 'ticket',
};

/** Links that each kind of record can hold. */
const links: { readonly [K in RecordTabKey]?: readonly string[] } = {
  contacts: ['company'],
  deals: ['contact', 'company'],
  tasks: ['contact', 'company', 'deal', 'ticket'],
  interactions: ['contact', 'company', 'deal', 'ticket'],
  tickets: ['contact', 'company', 'deal'],
};

/** The preset for a new record of `tab` made from `record`'s page; null when the two cannot be linked. */
export function presetFor(record: RecordView, tab: RecordTabKey): Preset | null {
  const self = linkField[record.tab];
  const possible = links[tab] ?? [];
  if (record.tab === tab || !self || !possible.includes(self)) return null;
  const preset: Preset = { fields: { [self]: record.id }, labels: { [record.id]: record.name } };
  for (const key of possible) {
    const reference = record.fields[key];
    if (key === self || typeof reference !== 'string') continue;
    preset.fields[key] = reference;
    preset.labels[reference] = record.labels[reference] ?? reference;
  }
  return preset;
}
