// What is proposed for the kept record when two become one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeDefaults } from '../../src/domain/merge-defaults';
import type { AnyRecord, FieldValue, RecordTabKey } from '../../src/domain/schema';

function check(tab: RecordTabKey, keep: AnyRecord, gone: AnyRecord, expected: { [field: string]: FieldValue }): void {
  expect(mergeDefaults(tab, keep, gone)).toEqual(expected);
}

describe('the proposal', () => {
  it('keeps what the kept record has, and fills what it lacks', () => {
    check('contacts', { city: 'Rome' }, { city: 'Bonn', region: 'NRW', lastName: '' }, { region: 'NRW' });
    check('deals', { amount: 0 }, { amount: 5, name: 'Big' }, { name: 'Big' });
  });

  it('joins lists and notes, saying nothing twice', () => {
    check('contacts', { tags: ['VIP'] }, { tags: ['vip', 'New'] }, { tags: ['VIP', 'New'] });
    check('contacts', { tags: ['VIP'] }, { tags: ['VIP'] }, {});
    check('contacts', { notes: 'One' }, { notes: 'Two' }, { notes: 'One\n\nTwo' });
    check('contacts', { notes: 'One and Two' }, { notes: 'Two' }, {});
    check('contacts', {}, { notes: 'Two' }, { notes: 'Two' });
  });

  it('keeps every address and a second number', () => {
    check('contacts', {}, { email: 'a@x.org' }, { email: 'a@x.org' });
    check('contacts', { email: 'a@x.org' }, { email: 'b@x.org' }, { otherEmails: 'b@x.org' });
    check('contacts', { email: 'a@x.org' }, { email: 'A@X.org', otherEmails: 'a@x.org' }, {});
    check(
      'contacts',
      { email: 'a@x.org', otherEmails: 'c@x.org' },
      { email: 'b@x.org', otherEmails: 'c@x.org; d@x.org' },
      { otherEmails: 'c@x.org, b@x.org, d@x.org' },
    );
    check('contacts', { phone: '030 1234567' }, { phone: '040 7654321' }, { otherPhone: '040 7654321' });
    check('contacts', { phone: '030 1234567' }, { phone: '030-1234567' }, {});
    check('contacts', { phone: '1234567', otherPhone: '2345678' }, { phone: '3456789' }, {});
    check('contacts', {}, { phone: '3456789' }, { phone: '3456789' });
  });

  it('takes the earlier Created, a wish not to be contacted, and an amount with its currency', () => {
    check(
      'contacts',
      { created: '2026-02-01T10:00' },
      { created: '2026-01-01T10:00' },
      { created: '2026-01-01T10:00' },
    );
    check('contacts', { created: '2026-01-01T10:00' }, { created: '2026-02-01T10:00' }, {});
    check('contacts', { doNotContact: false }, { doNotContact: true }, { doNotContact: true });
    check('contacts', { emailConsent: 'opted in' }, { emailConsent: 'opted out' }, { emailConsent: 'opted out' });
    check('contacts', { emailConsent: 'unknown' }, { emailConsent: 'opted in' }, { emailConsent: 'opted in' });
    check('contacts', { emailConsent: 'opted out' }, { emailConsent: 'opted in' }, {});
    check('deals', { currency: 'USD' }, { amount: 5, currency: 'JPY' }, { amount: 5, currency: 'JPY' });
  });

  it('leaves what Rowbook keeps by itself, and makes no company its own parent', () => {
    check('contacts', {}, { lastContact: '2026-01-01', nextFollowUp: '2026-01-02', id: 'C-2', updated: 'x' }, {});
    check('companies', { id: 'CO-1' }, { parentCompany: 'CO-1' }, {});
    check(
      'companies',
      { id: 'CO-1' },
      { parentCompany: 'CO-9', 'custom:Size': 'L' },
      {
        parentCompany: 'CO-9',
        'custom:Size': 'L',
      },
    );
  });

  it('loses no address and no tag, whatever they are', () => {
    const emails = fc.array(fc.emailAddress(), { maxLength: 3 }).map((all) => all.join(', '));
    const contact = fc.record({
      email: fc.option(fc.emailAddress()),
      otherEmails: emails,
      tags: fc.array(fc.string({ minLength: 1 })),
    });
    fc.assert(
      fc.property(contact, contact, (keep, gone) => {
        const merged = { ...keep, ...mergeDefaults('contacts', keep, gone) };
        const all = `${merged.email ?? ''}, ${merged.otherEmails ?? ''}`.toLowerCase();
        for (const one of [gone.email ?? '', ...gone.otherEmails.split(', ')]) expect(all).toContain(one.toLowerCase());
        for (const tag of keep.tags) expect(merged.tags).toContain(tag);
      }),
    );
  });
});
