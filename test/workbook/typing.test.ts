// Typing is as good as the sidebar: addresses and numbers get one spelling, and what was typed over or taken back is known.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SaveResult } from '../../src/rpc/contract';
import { disagreements, gridRecords } from './consistency';
import { admin, forgetPrepared, openWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => {
  expect(disagreements(world)).toEqual([]);
  await world.close();
});
afterAll(forgetPrepared);

const contact = (at = 0) => gridRecords(world, 'contacts')[at]?.seen;
const history = () => world.rows('History').map(({ cells }) => [cells.How, cells.Summary]);
const cellOf = (header: string, row = 2) => {
  const rect = { sheetId: world.sheet('Contacts').sheetId, row, column: world.column('Contacts', header) };
  return world.engine.session(admin).cells({ ...rect, rows: 1, columns: 1 })[0]?.[0];
};

describe('an address or a number', () => {
  const typed = {
    Email: ' <mailto:Ann@Example.COM> ',
    Phone: 'tel:0049 (0)30\u20111234567',
    'Other phone': '030 99 ext. 4',
  };
  const kept = { email: 'ann@example.com', phone: '+49 (0)30-1234567', otherPhone: '030 99 ext. 4' };

  it('typed in the grid is rewritten in its cell, in the same entry of History', async () => {
    await world.type('Contacts', 2, 'First name', [['Ann']]);
    await world.type('Contacts', 2, 'Country', [['Germany']]);
    for (const [header, text] of Object.entries(typed)) await world.type('Contacts', 2, header, [[text]]);
    expect(contact()).toMatchObject(kept);
    expect(history().map(([, summary]) => summary)).toEqual([
      'Created',
      'Country – → Germany',
      'Email – → ann@example.com',
      'Phone – → +49 (0)30-1234567',
      'Other phone – → 030 99 ext. 4',
    ]);
  });

  it('saved in the sidebar is kept the same way', async () => {
    const { Email: email, Phone: phone, 'Other phone': otherPhone } = typed;
    const changes = { firstName: 'Ann', country: 'Germany', email, phone, otherPhone };
    const saved = await world.ask<SaveResult>('saveRecord', { tab: 'contacts', changes });
    expect(saved).toMatchObject({ status: 'saved', record: { fields: kept } });
    expect(contact()).toMatchObject(kept);
  });

  it('that cannot be one stays as it was typed, marked', async () => {
    await world.type('Contacts', 2, 'Email', [['Ann at work']]);
    await world.type('Contacts', 2, 'Phone', [['ask  Ben']]);
    expect(contact()).toMatchObject({ email: 'Ann at work', phone: 'ask  Ben' });
    expect(cellOf('Email')?.note).toContain('an address like');
    expect(cellOf('Phone')?.note).toContain('a phone number');
  });

  it('in another spelling over the same one is no change', async () => {
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ann', email: 'ann@example.com' } });
    const before = history();
    await world.type('Contacts', 2, 'Email', [['ANN@example.com']]);
    expect(contact()).toMatchObject({ email: 'ann@example.com' });
    expect(history()).toEqual(before);
  });

  it('that a formula gives keeps its formula', async () => {
    await world.type('Contacts', 2, 'First name', [['Ann']]);
    await world.type('Contacts', 2, 'City', [['ANN@EXAMPLE.COM']]);
    const city = String.fromCharCode(64 + world.column('Contacts', 'City'));
    const rect = { sheetId: world.sheet('Contacts').sheetId, row: 2, column: world.column('Contacts', 'Email') };
    const inGrid = world.engine.session(admin);
    inGrid.write({ ...rect, rows: 1, columns: 1 }, [[{ input: { kind: 'formula', text: `=${city}2` } }]]);
    inGrid.flush();
    await world.type('Contacts', 2, 'Region', [['North']]);
    expect(cellOf('Email')).toMatchObject({ value: 'ANN@EXAMPLE.COM', formula: `=${city}2` });
  });
});

describe('a value that was typed over before its trigger ran', () => {
  const told = () => world.rows('History').map(({ cells }) => [cells.Who, cells.Summary]);
  const event = (value: string, oldValue: string) => {
    const { sheetId } = world.sheet('Contacts');
    const column = world.column('Contacts', 'City');
    return world.runtime.fireEdit({ user: admin, sheetId, row: 2, column, rows: 1, columns: 1, value, oldValue });
  };
  beforeEach(async () => {
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ann', city: 'Bonn' } });
    await world.type('Contacts', 2, 'City', [['Rome']], true);
    await world.type('Contacts', 2, 'City', [['Oslo']], true);
  });
  const both = [
    ['unknown (grid)', 'City Bonn → Rome'],
    ['Admin <admin@example.com>', 'City Rome → Oslo'],
  ];

  it('is told in History, with the last edit as its author’s', async () => {
    await event('Rome', 'Bonn');
    await event('Oslo', 'Rome');
    expect(told().slice(-2)).toEqual(both);
  });

  it('is told also when the later trigger runs first', async () => {
    await event('Oslo', 'Rome');
    await event('Rome', 'Bonn');
    expect(told().slice(-2)).toEqual(both);
  });

  it.each([44, 50, 54, 58])('is told once when the trigger was cut off at call %i', async (killCall) => {
    world.runtime.setFaults({ killCall });
    await event('Oslo', 'Rome');
    await world.run('hourly');
    expect(told().slice(-2)).toEqual(both);
  });

  it('is not told of another field whose column has been moved there since', async () => {
    const { sheetId } = world.sheet('Contacts');
    const at = world.column('Contacts', 'City');
    world.engine.session(admin, 'person').moveColumns(sheetId, at, 1, 2);
    const place = { user: admin, sheetId, row: 2, column: at, rows: 1, columns: 1 };
    await world.runtime.fireEdit({ ...place, oldValue: 'Rome' });
    expect(told().at(-1)?.[1]).toBe('City Bonn → Oslo');
  });

  it('leaves nothing untold when the later trigger never comes', async () => {
    await event('Rome', 'Bonn');
    await world.run('hourly');
    expect(told().at(-1)).toEqual(['unknown (grid)', 'City Bonn → Oslo']);
  });
});
