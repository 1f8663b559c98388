// Finding records through the compiled add-on: what stands first, and phone numbers in other spellings.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FindResult, SaveManyResult } from '../../src/rpc/contract';
import { type BundleWorld, bundleWorld } from '../mail/bundle-world';

let world: BundleWorld;
beforeEach(async () => {
  world = await bundleWorld();
});
afterEach(() => world.close());

const save = (tab: string, all: object[]) =>
  world.ask<SaveManyResult>('saveRecords', { tab, records: all.map((changes) => ({ changes })) });
const find = async (query: string, limit = 20) => {
  const { records } = await world.ask<FindResult>('findRecords', { query, limit });
  return records.map(({ id, name }) => `${id} ${name}`);
};

describe('a search', () => {
  it('names the company before the hundred deals that are called by it', async () => {
    await save('companies', [{ name: 'Africancity' }, { name: 'Old Cancity' }, { name: 'Cancity' }]);
    await save(
      'deals',
      Array.from({ length: 60 }, (_, at) => ({ name: `Cancity · Product ${at}`, company: 'CO-3', stage: 'Lead' })),
    );
    await save('contacts', [{ firstName: 'Cancity', lastName: 'Jones' }]);
    const found = await find('cancity', 100);
    expect(found.slice(0, 3)).toEqual(['CO-3 Cancity', 'C-1 Cancity Jones', 'D-60 Cancity · Product 59']);
    expect(found.slice(-2)).toEqual(['CO-2 Old Cancity', 'CO-1 Africancity']);
  });

  it('for an ID answers that record first', async () => {
    await save(
      'companies',
      Array.from({ length: 12 }, (_, at) => ({ name: `Firm ${at + 1}` })),
    );
    expect((await find('co-1'))[0]).toBe('CO-1 Firm 1');
  });

  it('finds a number however it is spelled', async () => {
    await save('contacts', [
      { firstName: 'Ida', phone: '+49 451 2803456' },
      { firstName: 'Jan', otherPhone: '0451 / 280 34 57' },
      { firstName: 'Kai', phone: '+44 20 7946 0958' },
    ]);
    expect(await find('0451 2803456')).toEqual(['C-1 Ida']);
    expect(await find('+49 (451) 2803457')).toEqual(['C-2 Jan']);
    expect(await find('0451')).toEqual(['C-2 Jan', 'C-1 Ida']);
    expect(await find('ida 0451')).toEqual(['C-1 Ida']);
    expect(await find('02079460958')).toEqual(['C-3 Kai']);
  });
});

describe('without words', () => {
  it('the newest stands first, whatever its tab', async () => {
    await save('deals', [{ name: 'Early', stage: 'Lead' }]);
    await world.runtime.setClock({ advanceMs: 60_000 });
    await save('contacts', [{ firstName: 'Ann' }]);
    await world.runtime.setClock({ advanceMs: 60_000 });
    await save('deals', [{ name: 'Late', stage: 'Lead' }]);
    expect(await find('')).toEqual(['D-2 Late', 'C-1 Ann', 'D-1 Early']);
  });
});
