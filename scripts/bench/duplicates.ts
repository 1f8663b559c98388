// Looking for duplicates among more and more contacts: the time for one of them must not grow with how many there are.
import { type ContactCard, duplicateContacts } from '../../src/domain/duplicates';
import type { Row } from './row';
import { contact } from './workbook';

const sizes = [1000, 5000, 20_000, 50_000];
/** Of the time for one contact, between the second size and the last: caches grow tighter, squares would make it ten. */
const mostGrowth = 3;

export function benchDuplicates(): Row[] {
  const each = sizes.map((size) => {
    const cards = Array.from({ length: size }, (_, n) => cardOf(n));
    // The first pass warms up.
    return Math.min(...[1, 2, 3].map(() => timeOf(() => duplicateContacts(cards)))) / size;
  });
  const [, base = 1, , last = 1] = each;
  const measured = sizes
    .map((size, at) => `${size.toLocaleString('en')}: ${((each[at] ?? 0) * 1000).toFixed(1)} µs`)
    .join(', ');
  return [
    {
      work: 'duplicates: processor time for one of so many contacts',
      measured: `${measured} (${(last / base).toFixed(2)}×)`,
      budget: `≤ ${mostGrowth}× from 5,000 to 50,000`,
      ok: last <= base * mostGrowth,
    },
  ];
}

function cardOf(n: number): ContactCard {
  const { firstName, lastName: half, email, phone } = contact(n);
  // As many names as a larger sheet has: with those of a small one everybody would be somebody's namesake.
  const lastName = `${half}${contact(Math.floor(n / 6000) * 20).lastName.toLowerCase()}`;
  const company = `Company ${n % 5000}`;
  return { id: `C-${n}`, firstName, lastName, emails: [email], phones: [phone], company, street: '', city: '' };
}

function timeOf(work: () => void): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}
