// Ids, references, merging, stage moves, validation, hashes: plain values in, plain values out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deltaOf, sentence } from '../../src/domain/change-set';
import { isEmail, normalizeEmail } from '../../src/domain/email';
import { canonical, hashFields, hashText } from '../../src/domain/hash';
import { formatId, parseId } from '../../src/domain/ids';
import { merge } from '../../src/domain/merge';
import { personIndex, roleOf } from '../../src/domain/people';
import { fieldOf, nameOf, sameValue } from '../../src/domain/record';
import { formatReference, parseReference } from '../../src/domain/references';
import { type FieldValue, type Member, recordTabKeys } from '../../src/domain/schema';
import { defaultStages } from '../../src/domain/settings';
import { stageMove } from '../../src/domain/stage-move';
import { fold, shorten } from '../../src/domain/text';
import { checkChange } from '../../src/domain/validate';

describe('ids and references', () => {
  it('are read as they are written, for every tab', () => {
    fc.assert(
      fc.property(fc.constantFrom(...recordTabKeys), fc.integer({ min: 1, max: 99_999_999 }), (tab, number) => {
        const id = formatId(tab, number);
        expect(parseId(` ${id.toLowerCase()} `)).toEqual({ id, tab, number });
      }),
    );
  });

  it.each(['', 'X-1', 'CO-', 'CO-0', 'CO-01', 'CO-1.5', 'CO 1', 'D-9999999999'])('refuse %j', (text) => {
    expect(parseId(text)).toBeNull();
  });

  it('keep any name beside the id, on one line', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const cell = formatReference(name, 'CO-12');
        expect(parseReference(cell).id).toBe('CO-12');
        expect(cell).not.toMatch(/[\r\n]/);
      }),
    );
    expect(parseReference('Acme (Berlin) (CO-3)')).toEqual({ id: 'CO-3', name: 'Acme (Berlin)' });
    expect(parseReference('Acme (Berlin)')).toEqual({ id: null, name: 'Acme (Berlin)' });
  });
});

describe('merging', () => {
  const keys = ['a', 'b', 'c'];
  const value = fc.constantFrom<FieldValue>(null, 1, 2);
  const record = fc.record({ a: value, b: value, c: value });

  it('writes nothing that others changed, and reports it, whatever the values', () => {
    fc.assert(
      fc.property(record, record, fc.dictionary(fc.constantFrom(...keys), value), (base, theirs, mine) => {
        const { changes, conflicts, merged } = merge({ base, mine, theirs });
        for (const key of keys as (keyof typeof base)[]) {
          const touched = !sameValue(base[key], theirs[key]);
          const wanted = key in mine && !sameValue(mine[key], theirs[key]);
          expect(key in changes).toBe(wanted && !touched);
          expect(conflicts.some(({ field }) => field === key)).toBe(wanted && touched);
          expect(merged.includes(key)).toBe(!(key in mine) && touched);
        }
        const chosen = merge({ base, mine, theirs, overwrite: keys });
        expect(chosen.conflicts).toEqual([]);
        expect({ ...theirs, ...chosen.changes }).toEqual({ ...theirs, ...mine });
      }),
    );
  });
});

describe('a hash', () => {
  it('is the same whatever the order of keys and kind of blank, and differs for any other value', () => {
    const dictionary = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)));
    fc.assert(
      fc.property(dictionary, fc.string(), (fields, extra) => {
        const turned = Object.fromEntries(Object.entries(fields).reverse());
        expect(hashFields({ ...turned, blank: null, none: [] })).toBe(hashFields(fields));
        expect(hashFields({ ...fields, k: `${extra}x` })).not.toBe(hashFields({ ...fields, k: extra }));
      }),
    );
    expect(canonical({ b: 1, a: [] })).toBe('{"b":1}');
    expect(new Set(Array.from({ length: 20_000 }, (_, at) => hashText(`record ${at}`))).size).toBe(20_000);
  });
});

describe('moving a deal', () => {
  const move = (before: object, changes: object) =>
    stageMove(before as never, changes as never, defaultStages, '2026-11-23');

  it('keeps the closing day a person gave, and sets it where there is none', () => {
    expect(move({ stage: 'Lead' }, { stage: 'Won' })).toEqual({ stageSince: '2026-11-23', closedOn: '2026-11-23' });
    expect(move({ stage: 'Lead' }, { stage: 'Won', closedOn: '2026-01-01' })).toEqual({ stageSince: '2026-11-23' });
  });

  it('clears what belongs to the stage it left', () => {
    const lost = { stage: 'Lost', closedOn: '2026-01-01', lostReason: 'price' };
    expect(move(lost, { stage: 'Lead' })).toEqual({ stageSince: '2026-11-23', closedOn: null, lostReason: null });
    expect(move(lost, { stage: 'Won' })).toEqual({ stageSince: '2026-11-23', lostReason: null });
    expect(move(lost, { amount: 5 })).toEqual({});
    expect(move(lost, { stage: 'Lost' })).toEqual({});
  });
});

describe('checking a change', () => {
  const stages = { stages: () => defaultStages, choices: () => defaultStages.map(({ name }) => name) };
  const check = (tab: 'contacts' | 'deals', changes: object, before: object = {}) =>
    checkChange({ tab, id: '', before: before as never, changes: changes as never }, stages).issues.map(
      ({ field, code }) => `${field} ${code}`,
    );

  it('collects all issues', () => {
    expect(check('deals', { amount: 'x', nonsense: 1, stageSince: '2026-01-01', constructor: 1 })).toEqual([
      'amount number',
      'nonsense unknownField',
      'stageSince readOnly',
      'constructor unknownField',
      'name required',
      'stage required',
    ]);
  });

  it('knows fields that are required only together with others', () => {
    expect(check('contacts', {})).toEqual(['firstName required']);
    expect(check('contacts', { lastName: 'B' })).toEqual([]);
    expect(check('deals', { stage: 'Lost' }, { name: 'Big' })).toEqual(['lostReason required']);
    expect(check('deals', { stage: 'lost', lostReason: 'price' }, { name: 'Big' })).toEqual([]);
  });
});

describe('deltas', () => {
  it('tell what changed in a sentence', () => {
    const delta = deltaOf(
      { amount: 100, stage: 'Lead', notes: null },
      { amount: 200, stage: 'Won', notes: '', updated: 'x' },
    );
    expect(sentence('deals', 'update', delta)).toBe('Amount 100 → 200, Stage Lead → Won');
    expect(sentence('deals', 'update', { company: [null, 'CO-1'] }, { 'CO-1': 'Acme' })).toBe('Company – → Acme');
  });
});

describe('people', () => {
  const member = (name: string, email: string | null) => ({ name, email }) as Member;
  it('are found by email or name, but not by a name that two share', () => {
    const person = personIndex([
      member('Ann Smith', 'Ann@Example.com'),
      member('Zoë', null),
      member('Bo', 'b@x.de'),
      member('Bo', null),
    ]);
    expect([person('ANN@example.com'), person('ann smith'), person('zoe'), person('Bo'), person('b@x.de')]).toEqual([
      'ann@example.com',
      'ann@example.com',
      'Zoë',
      undefined,
      'b@x.de',
    ]);
  });

  it('count as reps where Team says nothing', () => {
    expect(roleOf({ role: null })).toBe('rep');
  });
});

describe('texts', () => {
  it('are compared as people do', () => {
    expect(fold('  CAFÉ  noir ')).toBe('cafe noir');
    expect(shorten('👍👍👍', 2)).toBe('👍…');
    expect(normalizeEmail('Ann <ANN@Example.com>')).toBe('ann@example.com');
    expect(['a@b.de', 'a b@c.de', 'a@b', '@b.de', 'a@b.de,c@d.de'].map(isEmail)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(nameOf('contacts', { firstName: null, lastName: 'Blum' })).toBe('Blum');
    expect(fieldOf('contacts', 'constructor')).toBeUndefined();
  });
});
