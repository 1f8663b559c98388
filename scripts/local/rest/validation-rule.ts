// Data validation rules: the engine keeps Apps Script's criteria names, the API has some of its own (APPS_SCRIPT.md 2.3).
import { z } from 'zod';
import type { Validation } from '../engine/types';

export const ruleSchema = z.object({
  condition: z.object({
    type: z.string(),
    values: z.array(z.object({ userEnteredValue: z.string().optional() })).optional(),
  }),
  inputMessage: z.string().optional(),
  strict: z.boolean().optional(),
  showCustomUi: z.boolean().optional(),
});
export type Rule = z.infer<typeof ruleSchema>;

/** Apps Script's name beside the API's. */
const NAMES: readonly (readonly [string, string])[] = [
  ['VALUE_IN_LIST', 'ONE_OF_LIST'],
  ['VALUE_IN_RANGE', 'ONE_OF_RANGE'],
  ['CHECKBOX', 'BOOLEAN'],
  ['DATE_IS_VALID_DATE', 'DATE_IS_VALID'],
  ['DATE_EQUAL_TO', 'DATE_EQ'],
  ['DATE_ON_OR_BEFORE', 'DATE_ON_OR_BEFORE'],
  ['DATE_ON_OR_AFTER', 'DATE_ON_OR_AFTER'],
  ['TEXT_IS_VALID_EMAIL', 'TEXT_IS_EMAIL'],
  ['TEXT_IS_VALID_URL', 'TEXT_IS_URL'],
  ['TEXT_EQUAL_TO', 'TEXT_EQ'],
  ['TEXT_NOT_EQUAL_TO', 'TEXT_NOT_EQ'],
  ['CELL_EMPTY', 'BLANK'],
  ['CELL_NOT_EMPTY', 'NOT_BLANK'],
  ['DATE_NOT_EQUAL_TO', 'DATE_NOT_EQ'],
  ['TEXT_DOES_NOT_CONTAIN', 'TEXT_NOT_CONTAINS'],
  ['NUMBER_GREATER_THAN', 'NUMBER_GREATER'],
  ['NUMBER_GREATER_THAN_OR_EQUAL_TO', 'NUMBER_GREATER_THAN_EQ'],
  ['NUMBER_LESS_THAN', 'NUMBER_LESS'],
  ['NUMBER_LESS_THAN_OR_EQUAL_TO', 'NUMBER_LESS_THAN_EQ'],
  ['NUMBER_EQUAL_TO', 'NUMBER_EQ'],
  ['NUMBER_NOT_EQUAL_TO', 'NUMBER_NOT_EQ'],
];

export function scriptCondition(type: string): string {
  return NAMES.find(([, api]) => api === type)?.[0] ?? type;
}

export function apiCondition(type: string): string {
  return NAMES.find(([script]) => script === type)?.[1] ?? type;
}

export function toRule(rule: Rule): Validation {
  const type = scriptCondition(rule.condition.type);
  const numeric = type.startsWith('NUMBER_');
  return {
    type,
    values: (rule.condition.values ?? []).map(({ userEnteredValue = '' }) =>
      numeric ? Number(userEnteredValue) : userEnteredValue,
    ),
    allowInvalid: !rule.strict,
    showDropdown: rule.showCustomUi ?? false,
    helpText: rule.inputMessage ?? null,
  };
}

/** A false switch is left out, as Google leaves it out. */
export function fromRule(rule: Validation): Rule {
  const type = apiCondition(rule.type);
  const values = rule.values.map((value) => ({ userEnteredValue: String(value) }));
  return {
    condition: { type, ...(values.length > 0 ? { values } : {}) },
    ...(rule.helpText ? { inputMessage: rule.helpText } : {}),
    ...(rule.allowInvalid ? {} : { strict: true }),
    ...(rule.showDropdown ? { showCustomUi: true } : {}),
  };
}
