// What the settings window shows of which tab: the fields of each kind of row, and what they do. No markup here.
import { type FieldValue, fieldsOf } from '../../src/domain/schema';
import { fold } from '../../src/domain/text';
import type { AdminRow } from '../../src/rpc/contract-lists';
import type { KeyedField } from '../forms/layout';

export type Fields = { [key: string]: FieldValue };

/** A field as a kind of row uses it: its own label, and what it does. */
export interface Part {
  readonly key: string;
  readonly label?: string;
  readonly hint?: string;
  readonly required?: boolean;
}

/** A kind of row: which tab it stands in, and the fields that it uses. */
export interface Kind {
  readonly tab: 'team' | 'settings';
  /** What the Setting column says; blank for Team. */
  readonly setting: string;
  /** One of them, as people say it. */
  readonly one: string;
  readonly parts: readonly Part[];
}

export const member: Kind = {
  tab: 'team',
  setting: '',
  one: 'person',
  parts: [
    { key: 'name', required: true },
    { key: 'email', hint: 'Who signs in with this address is this person. Blank: no mail is sent.' },
    {
      key: 'role',
      hint: 'Admins change everything; managers all records; reps what is theirs or nobody’s; viewers look. A new admin also needs the protected tabs: Data → Protect sheets and ranges in Google Sheets.',
    },
    { key: 'team', hint: 'Reports can be filtered by it.' },
    { key: 'region', hint: 'For people to read; nothing goes by it yet.' },
    { key: 'manager', hint: 'For people to read; nothing goes by it yet.' },
    { key: 'timeZone', hint: 'Like Europe/Paris: their today and their digest go by it. Blank: the workbook’s.' },
    { key: 'digestHour', hint: '0 to 23, in their zone. Blank: 8.' },
    { key: 'workingDays', hint: 'On other days no digest is sent. None ticked: Monday to Friday.' },
    { key: 'active', label: 'Active', hint: 'Off: may not use Rowbook and gets no mail. Their records stay theirs.' },
    { key: 'awayUntil', hint: 'The first day back: no digest before it.' },
  ],
};

export const stage: Kind = {
  tab: 'settings',
  setting: 'Stage',
  one: 'stage',
  parts: [
    { key: 'name', required: true },
    { key: 'pipeline', required: true, hint: 'Another name than those there are begins a pipeline of its own.' },
    { key: 'outcome', hint: 'A deal in a won or lost stage is closed; Lost asks for a reason.' },
    { key: 'probability', hint: 'Weighs a deal’s amount in the forecast, unless the deal has its own.' },
    { key: 'stallDays', hint: 'A deal that stays longer is marked as stalled. Blank: never.' },
  ],
};

export const holiday: Kind = {
  tab: 'settings',
  setting: 'Holiday',
  one: 'holiday',
  parts: [
    { key: 'date', required: true, hint: 'No digest is sent on it, to anybody.' },
    { key: 'name', label: 'Called' },
  ],
};

export const rate: Kind = {
  tab: 'settings',
  setting: 'Currency',
  one: 'rate',
  parts: [
    { key: 'name', label: 'Currency', required: true, hint: 'Three letters, like EUR.' },
    {
      key: 'value',
      label: 'Rate',
      required: true,
      hint: 'What one of it is worth in the workbook’s currency, like 1.08.',
    },
    { key: 'date', label: 'From', hint: 'Blank: always. Of several the latest that has begun counts.' },
  ],
};

/** A setting of which there is one: its value is chosen, or typed where there is nothing to choose. */
export interface Single {
  readonly setting: string;
  readonly title: string;
  readonly what: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** What counts while the row is not there. */
  readonly usual: string;
  /** Why a typed value cannot be right; undefined when it can. */
  readonly problem?: (value: string) => string | undefined;
}

export const currency: Single = {
  setting: 'Workbook currency',
  title: 'Workbook currency',
  what: 'Amounts without a currency are in it, and all sums are told in it. Three letters, like EUR.',
  usual: 'USD',
  problem: (value) => (/^[a-z]{3}$/i.test(value) ? undefined : 'Three letters, like EUR.'),
};

export const automation: Single = {
  setting: 'Automation',
  title: 'Automation',
  what: 'Off: no digest is sent to anybody. A copied workbook begins with it off.',
  choices: [
    { value: 'on', label: 'On' },
    { value: 'off', label: 'Off' },
  ],
  usual: 'on',
};

export const againstRole: Single = {
  setting: 'Grid changes against a role',
  title: 'Grid changes against a role',
  what: 'What becomes of a change typed in the grid that its author’s role does not allow.',
  choices: [
    { value: 'record', label: 'It stays, and managers see it listed' },
    { value: 'put back', label: 'It is put back at once' },
  ],
  usual: 'record',
};

export const functionAddress: Single = {
  setting: 'Function address',
  title: 'Address of the cloud function',
  what: 'Checks across users, report pages and links come from it; without one everything else works. Blank: none.',
  usual: '',
  problem: (value) =>
    value === '' || /^https?:\/\/[^\s/?#]+/i.test(value) ? undefined : 'An address that begins with https://.',
};

/** The fields of a kind of row, with their labels and hints. */
export function fieldsOfKind({ tab, parts }: Kind): (KeyedField & Part)[] {
  return parts.flatMap((part) => {
    const field = fieldsOf(tab).find(([key]) => key === part.key)?.[1];
    return field ? [{ ...part, field: part.label ? { ...field, header: part.label } : field }] : [];
  });
}

/** The rows of this kind, in the order of the tab. */
export function rowsOfKind(rows: readonly AdminRow[], { setting }: Pick<Kind, 'setting'>): AdminRow[] {
  return rows.filter(({ fields }) => setting === '' || fold(String(fields.setting ?? '')) === fold(setting));
}

/** All fields of a row as it begins: those of its tab, blank but for what its kind says. */
export function blankRow({ tab, setting }: Kind): Fields {
  const blank = Object.fromEntries(
    fieldsOf(tab).map(([key, field]) => [key, field.default ?? (field.type === 'choices' ? [] : null)]),
  );
  return setting === '' ? blank : { ...blank, setting };
}
