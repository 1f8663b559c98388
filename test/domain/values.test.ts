// One cell or input ↔ one value, for every type of field.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../src/domain/record';
import { type Field, type FieldType, field } from '../../src/domain/schema';
import { type Cell, displayValue, formatCell, parseCell, parseInput, type ValueContext } from '../../src/domain/values';

const context: ValueContext = {
  choices: () => ['Lead', 'Won'],
  idOfName: (tab, name) => (tab === 'companies' && name.toLowerCase() === 'acme' ? 'CO-1' : undefined),
  nameOf: (_, id) => (id === 'CO-1' ? 'Acme' : undefined),
  person: (text) => (text.toLowerCase().startsWith('ann') ? 'ann@example.com' : undefined),
};
const stage = field('choice', 'Stage', { choicesFrom: 'stages' });
const company = field('reference', 'Company', { reference: 'companies' });

describe('reading a cell', () => {
  const cases: [Field, Cell, unknown][] = [
    [field('text', 'T'), '  as typed ', '  as typed '],
    [field('text', 'T'), 7, '7'],
    [field('money', 'M'), 12.5, 12.5],
    [field('money', 'M'), '1234.5', 1234.5],
    [field('money', 'M'), 0, 0],
    [field('percent', 'P'), '12.5%', 0.125],
    [field('date', 'D'), 46349, '2026-11-23'],
    [field('date', 'D'), '2026-11-23', '2026-11-23'],
    [field('date', 'D'), '2024-02-29', '2024-02-29'],
    [field('dateTime', 'D'), 46349.395833333336, '2026-11-23T09:30'],
    [field('dateTime', 'D'), '2026-11-23 09:30', '2026-11-23T09:30'],
    [field('time', 'T'), 0.395833333333333, '09:30'],
    [field('time', 'T'), '9:05', '09:05'],
    [field('checkbox', 'C'), 'yes', true],
    [field('checkbox', 'C'), false, false],
    [field('choices', 'C'), ' a , b ,, a', ['a', 'b']],
    [stage, 'won', 'Won'],
    [company, 'Acme Ltd (CO-7)', 'CO-7'],
    [company, 'CO-7', 'CO-7'],
    [company, 'acme', 'CO-1'],
    [field('person', 'O'), 'Ann Smith', 'ann@example.com'],
    [field('email', 'E'), ' a@b.de ', 'a@b.de'],
  ];
  it.each(cases)('%o of %j is %j', (type, cell, value) => {
    expect(parseCell(type, cell, context)).toEqual({ value });
  });

  const wrong: [Field, Cell, string][] = [
    [field('money', 'M'), '1,234', 'number'],
    [field('money', 'M'), 'much', 'number'],
    [field('percent', 'P'), 2, 'number'],
    [field('percent', 'P'), '-10%', 'number'],
    [field('date', 'D'), '2026-02-30', 'date'],
    [field('date', 'D'), '23.11.2026', 'date'],
    [field('date', 'D'), -5, 'date'],
    [field('time', 'T'), '25:00', 'date'],
    [field('checkbox', 'C'), 'maybe', 'invalid'],
    [stage, 'Nowhere', 'choice'],
    [company, 'Acme (C-1)', 'reference'],
    [company, 'Nobody', 'reference'],
    [field('person', 'O'), 'Zoe', 'person'],
    [field('email', 'E'), 'a@b', 'email'],
    [field('longText', 'T'), 'x'.repeat(50_000), 'tooLong'],
  ];
  it.each(wrong)('%o of %j is a problem: %s', (type, cell, code) => {
    const parsed = parseCell(type, cell, context);
    expect(parsed.problem?.code).toBe(code);
    expect(parsed.value ?? null).toBeNull();
  });

  it('takes every kind of blank as blank', () => {
    for (const type of ['text', 'money', 'date', 'choice', 'reference', 'person'] as FieldType[]) {
      for (const cell of ['', null, undefined]) expect(parseCell(field(type, 'F'), cell)).toEqual({ value: null });
    }
    expect(parseCell(field('choices', 'C'), '')).toEqual({ value: [] });
  });
});

describe('reading what a client sends', () => {
  it('takes numbers and dates by their explicit types only', () => {
    expect(parseInput(field('money', 'M'), 5)).toEqual({ value: 5 });
    expect(parseInput(field('date', 'D'), 46349).problem?.code).toBe('date');
    expect(parseInput(field('choices', 'C'), ['b', 'a', 'b'])).toEqual({ value: ['b', 'a'] });
    expect(parseInput(field('text', 'T'), ['a']).problem?.code).toBe('invalid');
    expect(parseInput(field('text', 'T'), {} as unknown as string).problem?.code).toBe('invalid');
  });
});

describe('writing and reading again', () => {
  const roundTrip = (type: Field, value: never) => {
    const cell = formatCell(type, value, context);
    expect(parseCell(type, cell, context)).toEqual({ value });
  };

  it('gives back every number, text and truth value', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) =>
        roundTrip(field('money', 'M'), n as never),
      ),
    );
    fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => roundTrip(field('text', 'T'), text as never)));
    fc.assert(fc.property(fc.boolean(), (flag) => roundTrip(field('checkbox', 'C'), flag as never)));
  });

  it('gives back every day and minute between 1900 and 9999', () => {
    const minutes = fc.integer({ min: -36_815_000, max: 4_223_000_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const iso = new Date(minute * 60_000).toISOString();
        roundTrip(field('dateTime', 'D'), iso.slice(0, 16) as never);
        roundTrip(field('date', 'D'), iso.slice(0, 10) as never);
        roundTrip(field('time', 'T'), iso.slice(11, 16) as never);
      }),
    );
  });

  it('gives back references and lists', () => {
    expect(formatCell(company, 'CO-1', context)).toBe('Acme (CO-1)');
    roundTrip(company, 'CO-1' as never);
    roundTrip(company, 'CO-2' as never);
    roundTrip(field('choices', 'C'), ['a b', 'c'] as never);
  });
});

it('shows values to people', () => {
  expect(displayValue(fieldOf('deals', 'probability'), 0.125)).toBe('12.5%');
  expect(displayValue(fieldOf('deals', 'company'), 'CO-1', 'Acme')).toBe('Acme');
  expect(displayValue(undefined, null)).toBe('–');
});
