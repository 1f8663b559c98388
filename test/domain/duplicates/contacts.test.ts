// How many of the contacts that are one person are found, and how many of those found are: over us-500 with each kind of noise.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { duplicateContacts } from '../../../src/domain/duplicates';
import { type Kind, messySheet, type Person, type Sheet, unknownNicknames } from './noise';

const file = join(import.meta.dirname, '../../../../shared/data/us-500/us-500.csv');
const isHere = existsSync(file);

function people(): Person[] {
  const { data } = Papa.parse<{ [header: string]: string }>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map((row) => ({
    firstName: row.first_name ?? '',
    lastName: row.last_name ?? '',
    company: row.company_name ?? '',
    email: row.email ?? '',
    phone: row.phone1 ?? '',
    mobile: row.phone2 ?? '',
    street: row.address ?? '',
    city: row.city ?? '',
  }));
}

const keyOf = ([one, other]: readonly [string, string]) => [one, other].sort().join('/');

/** Counts of right, missed and wrong pairs; pairs of the same person found over a third copy are right as well. */
function judge({ contacts, same, other }: Sheet) {
  const found = new Set(duplicateContacts(contacts).map(({ ids }) => keyOf(ids)));
  const root = new Map<string, string>();
  const rootOf = (id: string): string => {
    const next = root.get(id);
    return next === undefined ? id : rootOf(next);
  };
  for (const { ids } of same) if (rootOf(ids[0]) !== rootOf(ids[1])) root.set(rootOf(ids[1]), rootOf(ids[0]));
  const kinds = new Map<Kind, { count: number; found: number }>();
  for (const { kind, ids } of [...same, ...other]) {
    const known = kinds.get(kind) ?? { count: 0, found: 0 };
    kinds.set(kind, { count: known.count + 1, found: known.found + (found.has(keyOf(ids)) ? 1 : 0) });
  }
  const right = [...found].filter((key) => {
    const [one = '', two = ''] = key.split('/');
    return rootOf(one) === rootOf(two);
  });
  const hit = same.filter(({ ids }) => found.has(keyOf(ids))).length;
  return {
    kinds,
    precision: right.length / found.size,
    recall: hit / same.length,
    wrong: [...found].filter((key) => !right.includes(key)),
  };
}

describe.skipIf(!isHere)(
  `duplicates among us-500${isHere ? '' : ' (skipped: ../shared/data is not on this machine)'}`,
  () => {
    it.each([1, 2, 3])('are found, and others are not (seed %i)', (seed) => {
      const sheet = messySheet(people(), seed, 24);
      const { kinds, precision, recall, wrong } = judge(sheet);
      const table = [...kinds].map(([kind, { count, found }]) => `${kind}: ${found} of ${count}`).join('\n');
      const show = (id: string) => JSON.stringify(sheet.contacts.find((one) => one.id === id));
      const lines = wrong.slice(0, 10).map((key) => key.split('/').map(show).join('\n  '));
      const text = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n${table}\n${lines.join('\n')}`;
      expect(precision, text).toBeGreaterThanOrEqual(0.98);
      expect(recall, text).toBeGreaterThanOrEqual(0.95);
    });

    it('the generator’s nicknames are known', () => {
      expect(unknownNicknames).toEqual([]);
    });
  },
);
