// Likely duplicates: what tells that somebody who is being typed is there already, and what does not.
import { expect, it } from 'vitest';
import { likenessTo } from '../../src/domain/likeness';
import { phoneKey } from '../../src/domain/phone';
import type { AnyRecord } from '../../src/domain/schema';
import { entryOf, type SearchedTab } from '../../src/domain/search-entry';

const labels = { 'CO-1': 'Halvorsen Shipping AS', 'CO-2': 'Nordlys Bakeries' };
const known: { readonly [tab in SearchedTab]: AnyRecord } = {
  contacts: {
    firstName: 'Ingrid',
    lastName: 'Halvorsen',
    email: 'ingrid@halvorsen.example',
    otherEmails: 'ingrid@home.example, ih@old.example',
    phone: '+47 55 12 34 56',
    company: 'CO-1',
  },
  companies: { name: 'Halvorsen Shipping AS', domain: 'halvorsen.example', phone: '55 99 99 99', city: 'Bergen' },
  deals: { name: 'Fleet tracking, 42 vessels', company: 'CO-1', stage: 'Lead' },
};

function likeness(tab: SearchedTab, typed: AnyRecord, company = '') {
  const phone = phoneKey(String(known[tab].phone ?? ''), 'NO');
  const entry = entryOf({ tab, id: 'X-1', fields: known[tab], labels }, phone);
  return likenessTo(tab, typed, company)?.(entry) ?? null;
}

const halvorsen = 'Halvorsen Shipping';
it.each<[SearchedTab, AnyRecord, string, string | null]>([
  ['contacts', { email: 'Ingrid@Halvorsen.example ' }, '', 'email'],
  ['contacts', { email: 'ih@old.example' }, '', 'email'],
  ['contacts', { otherEmails: 'a@b.example, ingrid@home.example' }, '', 'email'],
  ['contacts', { email: 'ingrid@halvorsen.exampl' }, '', null],
  ['contacts', { email: 'ingrid' }, '', null],
  ['contacts', { phone: '0047 55123456' }, '', 'phone'],
  ['contacts', { otherPhone: '55 12 34 56' }, '', 'phone'],
  ['contacts', { phone: '55 12' }, '', null],
  ['contacts', { phone: '+46 55 12 34 56' }, '', null],
  ['contacts', { firstName: 'ingrid', lastName: 'HALVORSEN' }, '', 'name'],
  ['contacts', { firstName: 'Ingrid', lastName: 'Halvorsen' }, halvorsen, 'name'],
  ['contacts', { firstName: 'Ingrid', lastName: 'Halvorsen' }, 'Nordlys Bakeries', null],
  ['contacts', { firstName: 'Ingrid', lastName: 'Halvorson' }, halvorsen, 'name'],
  ['contacts', { firstName: 'Halvorsen', lastName: 'Ingrid' }, halvorsen, 'name'],
  ['contacts', { firstName: 'Ingrid', lastName: 'Halvorson' }, '', null],
  ['contacts', { firstName: 'Ingrid' }, halvorsen, null],
  ['contacts', { firstName: 'Ingrid', lastName: 'Solberg' }, halvorsen, null],
  ['contacts', {}, halvorsen, null],
  ['companies', { name: 'Halvorsen shipping' }, '', 'name'],
  ['companies', { name: 'Halvorsen Shiping AS' }, '', 'name'],
  ['companies', { name: 'Halvorsen' }, '', null],
  ['companies', { name: 'Halvorsen Trucking AS' }, '', null],
  ['companies', { name: 'X', domain: 'www.halvorsen.example' }, '', 'domain'],
  ['companies', { website: 'https://halvorsen.example/about' }, '', 'domain'],
  ['companies', { phone: '+47 55 99 99 99' }, '', 'phone'],
  ['deals', { name: 'fleet tracking, 42 vessels' }, '', 'name'],
  ['deals', { name: 'Fleet trackin, 42 vessels' }, halvorsen, 'name'],
  ['deals', { name: 'Fleet tracking, 42 vessels' }, 'Nordlys Bakeries', null],
  ['deals', { name: 'Fleet insurance' }, halvorsen, null],
])('%s: %o of “%s” has in common: %s', (tab, typed, company, expected) => {
  expect(likeness(tab, typed, company)).toBe(expected);
});
