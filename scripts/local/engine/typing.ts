// From what a door hands in to what a cell will hold: applies the text format, the switches and the limits.
import type { Change } from './cell';
import { cellTooLong } from './errors';
import type { LocaleRules } from './locale';
import { afterApostrophe, parseBoolean, parseTyped } from './parse';
import { parseDateTime } from './parse-date';
import type { CellInput, CellValue, Switches } from './types';

const MAX_CHARACTERS = 50_000;

export interface TypingContext {
  rules: LocaleRules;
  switches: Switches;
  /** The current year in the workbook's zone. */
  readonly year: number;
  /** A person at the grid: a cell formatted as text keeps whatever they type. */
  person: boolean;
}

/**
 * Reads one input for a cell with this number format. Throws when the text is longer than a cell may hold.
 * A formula comes without its value, which is computed once everything written with it is known.
 */
export function readInput(input: CellInput, format: string, context: TypingContext): Change {
  switch (input.kind) {
    case 'value':
      return value(ownValue(input.value));
    case 'date':
      return value(
        input.serial,
        Number.isInteger(input.serial) ? context.rules.dateFormat : context.rules.dateTimeFormat,
      );
    case 'formula':
      return input.text === '' ? value(null) : formula(input.text.replace(/^=?/, '='));
    case 'typed':
      return format === '@' ? typedIntoText(input.text, context) : typed(input.text, context);
  }
}

function typed(text: string, context: TypingContext): Change {
  // A text too long for a cell is refused before the parser looks at it.
  checkLength(text, text.startsWith("'") ? 1 : 0);
  const found = parseTyped(text, {
    rules: context.rules,
    get year() {
      return context.year;
    },
    doubleApostropheKeepsOne: context.switches.doubleApostropheKeepsOne,
  });
  return found.kind === 'formula' ? formula(found.text) : value(found.value, found.format);
}

function typedIntoText(text: string, context: TypingContext): Change {
  if (text === '') return value(null);
  if (text.startsWith("'")) return value(afterApostrophe(text, context.switches));
  if (!context.person) {
    if (context.switches.textFormatTakesFormula && text.length > 1 && text.startsWith('=')) return formula(text);
    if (!context.switches.textFormatKeepsTyped) {
      const read =
        parseBoolean(text.trim()) ?? parseDateTime(text.trim(), context.rules, () => context.year)?.value ?? null;
      if (read !== null) return value(read);
    }
  }
  return value(text);
}

function ownValue(given: CellValue): CellValue {
  if (given === '') return null;
  return typeof given === 'number' && !Number.isFinite(given) ? '#NUM!' : given;
}

function value(given: CellValue, impliedFormat?: string): Change {
  if (typeof given === 'string') checkLength(given, 0);
  return { value: given, formula: null, ...(impliedFormat ? { impliedFormat } : {}) };
}

function formula(text: string): Change {
  checkLength(text, 0);
  return { value: null, formula: text };
}

function checkLength(text: string, notKept: number): void {
  if (text.length - notKept > MAX_CHARACTERS) throw cellTooLong();
}
