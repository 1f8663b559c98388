// Which fields of a tab come first and how the rest is grouped. A field named nowhere here shows under "More".
import { type Field, fieldsOf, field as makeField, type RecordTabKey } from '../../src/domain/schema';
import type { StartView } from '../../src/rpc/contract';
import type { IconName } from '../ui/icons';
import * as words from '../words';

export interface KeyedField {
  key: string;
  field: Field;
}

export interface FieldGroup {
  /** Blank for the first group, which is never folded. */
  title: string;
  fields: KeyedField[];
}

interface Layout {
  readonly icon: IconName;
  /** On top of the form. */
  readonly first: readonly string[];
  /** The fewest fields that make a record, for adding one in passing. Left out: it is not added so. */
  readonly quick?: readonly string[];
  readonly groups: readonly { readonly title: string; readonly keys: readonly string[] }[];
  /** The figures on top of the record's page. */
  readonly facts: readonly string[];
}

/** What an interaction of each kind looks like. */
export const interactionIcons: { readonly [kind: string]: IconName } = {
  Call: 'phone',
  Email: 'mail',
  Meeting: 'calendar',
  Message: 'message',
  Visit: 'pin',
  Note: 'note',
};

const addressGroup = {
  title: words.addressAndWeb,
  keys: ['street', 'city', 'region', 'postcode', 'country', 'website'],
};

const layouts: { readonly [K in RecordTabKey]: Layout } = {
  contacts: {
    icon: 'person',
    first: [
      'firstName',
      'lastName',
      'email',
      'phone',
      'company',
      'jobTitle',
      'status',
      'owner',
      'nextFollowUp',
      'notes',
    ],
    quick: ['firstName', 'lastName', 'email', 'phone', 'company'],
    groups: [addressGroup, { title: words.consent, keys: ['emailConsent', 'doNotContact'] }],
    facts: ['status', 'owner', 'lastContact', 'nextFollowUp'],
  },
  companies: {
    icon: 'building',
    first: ['name', 'domain', 'phone', 'industry', 'owner', 'nextFollowUp', 'notes'],
    quick: ['name', 'domain', 'phone'],
    groups: [addressGroup],
    facts: ['openValue', 'owner', 'lastContact', 'nextFollowUp'],
  },
  deals: {
    icon: 'deal',
    first: [
      'name',
      'company',
      'contact',
      'stage',
      'lostReason',
      'amount',
      'currency',
      'closeDate',
      'owner',
      'nextFollowUp',
      'notes',
    ],
    quick: ['name', 'company', 'amount', 'closeDate'],
    groups: [{ title: words.dates, keys: ['startedOn', 'closedOn'] }],
    facts: ['amount', 'closeDate', 'owner', 'stageSince', 'lastContact', 'nextFollowUp'],
  },
  interactions: {
    icon: 'message',
    first: ['kind', 'subject', 'when', 'contact', 'company', 'deal', 'outcome', 'details'],
    groups: [],
    facts: ['kind', 'when', 'owner', 'direction'],
  },
  tasks: {
    icon: 'task',
    first: ['title', 'due', 'dueTime', 'owner', 'kind', 'contact', 'company', 'deal', 'priority', 'status'],
    quick: ['title', 'due', 'contact'],
    groups: [],
    facts: ['due', 'status', 'owner', 'priority'],
  },
  tickets: {
    icon: 'ticket',
    first: ['subject', 'contact', 'company', 'status', 'priority', 'owner', 'description'],
    groups: [],
    facts: ['status', 'priority', 'owner', 'opened'],
  },
  products: {
    icon: 'product',
    first: ['name', 'price', 'category', 'aliases', 'active'],
    groups: [],
    facts: ['price', 'active'],
  },
};

export function tabIcon(tab: RecordTabKey): IconName {
  return layouts[tab].icon;
}

export function factKeys(tab: RecordTabKey): readonly string[] {
  return layouts[tab].facts;
}

/** Every field of a tab in order, the team's own columns last. Custom columns are plain text: nothing more is known of them. */
export function allFields(tab: RecordTabKey, start: Pick<StartView, 'customFields'>): KeyedField[] {
  const custom = (start.customFields[tab] ?? []).map(({ key, header }) => ({ key, field: makeField('text', header) }));
  return [...fieldsOf(tab).map(([key, field]) => ({ key, field })), ...custom];
}

/** True for fields that a person fills in. */
export function isEditable({ field }: KeyedField): boolean {
  return field.writer === 'person' || field.writer === 'twoWay';
}

/** The fields that a record is added with in passing; none: all of them. */
export function quickKeys(tab: RecordTabKey): readonly string[] | undefined {
  return layouts[tab].quick;
}

/** The form of a tab: what matters first, then folded groups, the team's own columns last. */
export function formGroups(tab: RecordTabKey, start: Pick<StartView, 'customFields'>): FieldGroup[] {
  const layout = layouts[tab];
  const editable = allFields(tab, start).filter(isEditable);
  const byKey = new Map(editable.map((one) => [one.key, one]));
  const take = (keys: readonly string[]) =>
    keys.flatMap((key) => {
      const found = byKey.get(key);
      byKey.delete(key);
      return found ? [found] : [];
    });
  const first = take(layout.first);
  const named = layout.groups.map(({ title, keys }) => ({ title, fields: take(keys) }));
  const rest = [...byKey.values()];
  const own = rest.filter(({ key }) => key.startsWith('custom:'));
  const more = rest.filter(({ key }) => !key.startsWith('custom:'));
  return [
    { title: '', fields: first },
    { title: words.moreGroup, fields: more },
    ...named,
    { title: words.yourOwnColumns, fields: own },
  ].filter(({ fields }) => fields.length > 0);
}
