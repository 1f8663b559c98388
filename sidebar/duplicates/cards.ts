// Records as the rules of duplicates take them. No markup here.
import {
  type CompanyCard,
  type ContactCard,
  type DealCard,
  type DuplicateSearch,
  searchCompanies,
  searchContacts,
  searchDeals,
} from '../../src/domain/duplicates';
import { e164, phoneCountry } from '../../src/domain/phone';
import { countryOfLocale } from '../../src/domain/phone-plans';
import type { StartView } from '../../src/rpc/contract';
import type { MergedTab } from '../../src/rpc/contract-duplicates';
import type { RecordRow } from '../../src/rpc/contract-lists';

/** A search for duplicates among these records. What a card needs is read from each record when its turn comes. */
export function searchAmong(
  tab: MergedTab,
  rows: readonly RecordRow[],
  start: Pick<StartView, 'locale' | 'currency'>,
): DuplicateSearch {
  const usual = countryOfLocale(start.locale);
  switch (tab) {
    case 'contacts':
      return searchContacts(rows, (row) => contactCard(row, usual));
    case 'companies':
      return searchCompanies(rows, (row) => companyCard(row, usual));
    case 'deals':
      return searchDeals(rows, (row) => dealCard(row, start.currency));
  }
}

function contactCard(row: RecordRow, usual: string | undefined): ContactCard {
  const text = textsOf(row);
  return {
    id: row.id,
    firstName: text('firstName'),
    lastName: text('lastName'),
    emails: [text('email'), ...text('otherEmails').split(/[,;\s]+/)].filter((email) => email !== ''),
    phones: ['phone', 'otherPhone'].map((key) => phoneOf(row, key, usual)).filter((phone) => phone !== ''),
    company: nameIn(row, 'company'),
    street: text('street'),
    city: text('city'),
  };
}

function companyCard(row: RecordRow, usual: string | undefined): CompanyCard {
  const text = textsOf(row);
  return {
    id: row.id,
    name: text('name'),
    domain: text('domain') || text('website'),
    phone: phoneOf(row, 'phone', usual),
    street: text('street'),
    city: text('city'),
  };
}

function dealCard(row: RecordRow, currency: string): DealCard {
  const text = textsOf(row);
  const { amount } = row.fields;
  return {
    id: row.id,
    name: text('name'),
    company: text('company'),
    amount: typeof amount === 'number' ? amount : null,
    currency: text('currency') || currency,
    day: [text('closedOn'), text('closeDate')].find((day) => /^\d{4}-\d\d-\d\d$/.test(day)) ?? '',
  };
}

/** Texts of a record; '' for what is blank or was typed as something else. */
function textsOf({ fields }: RecordRow): (key: string) => string {
  return (key) => {
    const value = fields[key];
    return typeof value === 'string' ? value : '';
  };
}

/** The name of the record that a field refers to, or what was typed there. */
function nameIn(row: RecordRow, key: string): string {
  const value = textsOf(row)(key);
  return row.labels[value] ?? value;
}

/** Fewer digits are an extension, or a slip. */
const fewestDigits = 6;

/** A number as it is compared: E.164, or its digits where the country is not known; '' for none. */
function phoneOf(row: RecordRow, key: string, usual: string | undefined): string {
  const { [key]: typed, country } = row.fields;
  const text = typeof typed === 'number' ? String(typed) : textsOf(row)(key);
  if (text === '') return '';
  const digits = text.replace(/\D/g, '');
  return e164(text, phoneCountry(country, usual)) ?? (digits.length < fewestDigits ? '' : digits);
}
