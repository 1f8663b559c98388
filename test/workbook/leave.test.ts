// Taking Rowbook out of a workbook, and setting it up again on the same tabs.
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordPage, SaveResult } from '../../src/rpc/contract';
import { type ImportWorld, importWorld } from './import-world';

let world: ImportWorld;
afterEach(() => world.close());

const rep = 'rita@example.com';

async function filled() {
  world = await importWorld();
  world.add('Team', { Name: 'Rita', Email: rep, Role: 'rep', Active: 'TRUE' });
  world.sheet('Old', ['Deal ID | Stage | Account | Amount', 'k1 | Lead | Firm 1 | 10', 'k2 | Won | Firm 2 | 20']);
  await world.importAll('Old');
}

const titles = (hidden: boolean) =>
  world.engine
    .session('')
    .sheets()
    .filter((sheet) => sheet.hidden === hidden)
    .map(({ title }) => title);
const protections = () => world.engine.session('').protections();

describe('removing Rowbook', () => {
  it('takes triggers, protections and hidden tabs away, and leaves every visible tab cell for cell', async () => {
    await filled();
    const seen = () => Object.fromEntries(titles(false).map((title) => [title, world.rows(title)]));
    const before = seen();
    expect(protections().length).toBeGreaterThan(0);
    expect(await world.ask('removeRowbook', {})).toEqual({ triggersOf: '' });
    expect(titles(true)).toEqual([]);
    expect(protections()).toEqual([]);
    expect(seen()).toEqual(before);
    expect((await world.run('hourly')).result).toMatchObject({ ran: false });
    expect((await world.call('start', {})).reply).toMatchObject({ ok: true, value: { ready: false } });
  });

  it('is for admins, and waits for an import that is not finished', async () => {
    await filled();
    expect((await world.call('removeRowbook', {}, rep)).reply).toMatchObject({ ok: false, code: 'not-allowed' });
    world.sheet('More', ['Deal ID | Stage | Account | Amount', 'k3 | Lead | Firm 1 | 10']);
    await world.ask('commitImport', { tab: 'More', mapping: await world.confirmed('More') });
    expect((await world.call('removeRowbook', {})).reply).toMatchObject({ ok: false, code: 'import-unfinished' });
    expect(titles(true)).toContain('_Meta');
  });

  it('ends well when it is asked for again after it died', async () => {
    await filled();
    for (let killCall = 5; ; killCall += 9) {
      world.runtime.setFaults({ killCall });
      const { outcome } = await world.call('removeRowbook', {});
      world.runtime.setFaults({});
      if (!outcome.error) break;
      // The hidden tabs go at once or not at all, by the flush that was not reached.
      if (titles(true).length === 0) break;
    }
    if (titles(true).length > 0) await world.ask('removeRowbook', {});
    expect([titles(true), protections()]).toEqual([[], []]);
  });

  it('can be set up again on the same tabs: records keep their ids, and saving goes on', async () => {
    await filled();
    // One that is gone has its line in History still: its id is not given again either.
    const gone = await world.ask<SaveResult>('saveRecord', { tab: 'deals', changes: { name: 'Gone', stage: 'Lead' } });
    expect(gone).toMatchObject({ record: { id: 'D-3' } });
    await world.ask('deleteRecord', { tab: 'deals', id: 'D-3' });
    const before = world.ids('Deals');
    await world.ask('removeRowbook', {});
    await world.ask('setUpWorkbook', {});
    // Before any record is known again: no id is given twice.
    const early = await world.ask<SaveResult>('saveRecord', {
      tab: 'deals',
      changes: { name: 'New', stage: 'Lead' },
    });
    expect(early).toMatchObject({ status: 'saved', record: { id: 'D-4' } });
    await world.run('hourly');
    expect(world.ids('Deals')).toEqual([...before, 'D-4']);
    const page = await world.ask<RecordPage>('getRecord', { tab: 'deals', id: 'D-1' });
    expect(page.record.fields).toMatchObject({ amount: 10 });
    const { version } = page.record;
    const saved = await world.ask<SaveResult>('saveRecord', {
      tab: 'deals',
      id: 'D-1',
      baseVersion: version,
      changes: { amount: 11 },
    });
    expect(saved).toMatchObject({ status: 'saved', record: { fields: { amount: 11 } } });
  });
});
