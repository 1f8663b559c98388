// What the settings window shows of which tab: the fields of each kind of row, and what they do. No markup here.
import { type FieldValue, fieldsOf } from '../../src/domain/schema';
import { fold } from '../../src/domain/text';
import type { AdminRow } from '../../src/rpc/contract-lists';
import type { KeyedField } from '../forms/layout';
import * as words from '../words';

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
  readonly tab: 'team' | 'settings' | 'rules' | 'templates';
  /** What the Setting column says; blank for the other tabs. */
  readonly setting: string;
  /** What adding one is called, what a new one, and what is said when it was added. */
  readonly toAdd: string;
  readonly newOne: string;
  readonly added: (name: string) => string;
  readonly parts: readonly Part[];
}

export const member: Kind = {
  tab: 'team',
  setting: '',
  toAdd: words.addPerson,
  newOne: words.newPerson,
  added: words.addedPerson,
  parts: [
    { key: 'name', required: true },
    { key: 'email', hint: words.whatEmailDoes },
    { key: 'role', hint: words.whatRolesMay },
    { key: 'team', hint: words.reportsCanBeFiltered },
    { key: 'region', hint: words.forPeopleToRead },
    { key: 'manager', hint: words.forPeopleToRead },
    { key: 'timeZone', hint: words.whatTimeZoneDoes },
    { key: 'digestHour', hint: words.whatDigestHourIs },
    { key: 'workingDays', hint: words.whatWorkingDaysAre },
    { key: 'active', label: words.active, hint: words.whatActiveDoes },
    { key: 'awayUntil', hint: words.firstDayBack },
  ],
};

export const stage: Kind = {
  tab: 'settings',
  setting: 'Stage',
  toAdd: words.addStage,
  newOne: words.newStage,
  added: words.addedStage,
  parts: [
    { key: 'name', required: true },
    { key: 'pipeline', required: true, hint: words.anotherNameBeginsPipeline },
    { key: 'outcome', hint: words.whatOutcomeDoes },
    { key: 'probability', hint: words.whatProbabilityDoes },
    { key: 'stallDays', hint: words.whatStallDaysDo },
  ],
};

export const holiday: Kind = {
  tab: 'settings',
  setting: 'Holiday',
  toAdd: words.addHoliday,
  newOne: words.newHoliday,
  added: words.addedHoliday,
  parts: [
    { key: 'date', required: true, hint: words.noDigestOnIt },
    { key: 'name', label: words.called },
  ],
};

export const rate: Kind = {
  tab: 'settings',
  setting: 'Currency',
  toAdd: words.addRate,
  newOne: words.newRate,
  added: words.addedRate,
  parts: [
    { key: 'name', label: words.currency, required: true, hint: words.threeLetters },
    { key: 'value', label: words.rate, required: true, hint: words.whatRateIs },
    { key: 'date', label: words.rateFrom, hint: words.latestRateCounts },
  ],
};

export const rule: Kind = {
  tab: 'rules',
  setting: '',
  toAdd: words.addRule,
  newOne: words.newRule,
  added: words.addedRule,
  parts: [
    { key: 'name', required: true },
    { key: 'when', required: true, hint: words.whenLike },
    { key: 'value', hint: words.valueOfRule },
    { key: 'days', hint: words.daysOfRule },
    { key: 'then', required: true, hint: words.thenLike },
    { key: 'text', hint: words.textOfRule },
    { key: 'active', label: words.active, hint: words.whetherRuleCounts },
  ],
};

export const template: Kind = {
  tab: 'templates',
  setting: '',
  toAdd: words.addTemplate,
  newOne: words.newTemplate,
  added: words.addedTemplate,
  parts: [
    { key: 'name', required: true, hint: words.templateIsChosenByName },
    { key: 'language', hint: words.languageOfTemplate },
    { key: 'subject', required: true },
    { key: 'body', required: true },
    { key: 'active', label: words.active, hint: words.whetherTemplateCounts },
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
  title: words.workbookCurrency,
  what: words.whatWorkbookCurrencyDoes,
  usual: 'USD',
  problem: (value) => (/^[a-z]{3}$/i.test(value) ? undefined : words.threeLetters),
};

export const automation: Single = {
  setting: 'Automation',
  title: words.automation,
  what: words.whatAutomationDoes,
  choices: [
    { value: 'on', label: words.automationOn },
    { value: 'off', label: words.automationOff },
  ],
  usual: 'on',
};

export const againstRole: Single = {
  setting: 'Grid changes against a role',
  title: words.changesAgainstRole,
  what: words.whatBecomesOfThem,
  choices: [
    { value: 'record', label: words.itStays },
    { value: 'put back', label: words.itIsPutBack },
  ],
  usual: 'record',
};

export const functionAddress: Single = {
  setting: 'Function address',
  title: words.functionAddress,
  what: words.whatFunctionDoes,
  usual: '',
  problem: (value) => (value === '' || /^https?:\/\/[^\s/?#]+/i.test(value) ? undefined : words.addressBeginsWithHttps),
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
export function blankRow({ tab, setting }: Pick<Kind, 'tab' | 'setting'>): Fields {
  const blank = Object.fromEntries(
    fieldsOf(tab).map(([key, field]) => [key, field.default ?? (field.type === 'choices' ? [] : null)]),
  );
  return setting === '' ? blank : { ...blank, setting };
}
