// The web app through the compiled add-on: what a link serves, that opening it changes nothing, and that the client's functions
// work without a grid beside them.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply, StartView } from '../../src/rpc/contract';
import { admin, forgetPrepared, openWorld, type World } from '../workbook/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());
afterAll(forgetPrepared);

interface Page {
  kind: string;
  title: string;
  html: string;
  meta: { name: string; content: string }[];
}
async function open(parameter: { [name: string]: string }, user = admin) {
  const outcome = await world.runtime.run({ function: 'doGet', args: [{ parameter }], user, source: 'webApp' });
  expect(outcome.error).toBeUndefined();
  return { page: outcome.result as Page, calls: outcome.calls };
}
const rootOf = ({ html }: Page) => /<div id="app"[^>]*>/.exec(html)?.[0];

describe('opening the web app', () => {
  it('serves the sidebar’s page for a phone, without reading or writing anything', async () => {
    const { page, calls } = await open({});
    expect(page).toMatchObject({ kind: 'html', title: 'Rowbook' });
    expect(page.meta).toEqual([{ name: 'viewport', content: expect.stringContaining('width=device-width') }]);
    expect(rootOf(page)).toBe('<div id="app" data-record="">');
    expect(calls).toMatchObject({ reads: 0, writes: 0 });
  });

  it('changes nothing either for a link to a record, one that is gone, and someone outside of the team', async () => {
    const before = JSON.stringify(world.values('Contacts'));
    for (const [r, user] of [
      ['C-1', admin],
      ['c-12 ', admin],
      ['CO-99999', 'eve@example.com'],
    ] as const) {
      const { page, calls } = await open({ r }, user);
      expect(rootOf(page)).toBe(`<div id="app" data-record="${r.trim().toUpperCase()}">`);
      expect(calls).toMatchObject({ reads: 0, writes: 0 });
    }
    expect(JSON.stringify(world.values('Contacts'))).toBe(before);
  });

  it.each([
    '',
    'C-0',
    'C-1"><script>alert(1)</script>',
    'C-1" onload="alert(1)',
    '$&',
    "$`$'",
    'javascript:alert(1)',
    '=1+1',
    '../../etc',
    'X-1',
    'C-1\nC-2',
    'x'.repeat(5000),
  ])('takes nothing of a link that names no record: %s', async (r) => {
    const { page, calls } = await open({ r });
    expect(rootOf(page)).toBe('<div id="app" data-record="?">');
    const plain = (await open({ r: '?' })).page.html;
    expect(page.html).toBe(plain);
    expect(calls.writes).toBe(0);
  });
});

describe('without a grid beside it', () => {
  const ask = async <T>(name: string, input: object) => {
    const { result, error } = await world.runtime.run({
      function: name,
      args: [input],
      user: admin,
      source: 'webClient',
    });
    expect(error).toBeUndefined();
    return result as Reply<T>;
  };

  it('the client starts, saves and finds as it does in the sidebar', async () => {
    expect(await ask<StartView>('start', {})).toMatchObject({ ok: true, value: { ready: true, webApp: '' } });
    const saved = await ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ada' } });
    // Where a web app gets no document lock (APPS_SCRIPT.md 5.5), nothing is written, and it says so.
    if (!saved.ok) expect(saved).toMatchObject({ code: 'no-lock' });
    else expect(await ask('getRecord', { tab: 'contacts', id: 'C-1' })).toMatchObject({ ok: true });
    expect(await ask('findRecords', { query: 'Ada' })).toMatchObject({ ok: true });
  });

  it('start tells the address that Settings give', async () => {
    const row = world.values('Settings').findIndex(([setting]) => setting === 'Web app address') + 1;
    const address = 'https://script.google.com/a/macros/example.com/s/key/exec';
    await world.type('Settings', row, 'Value', [[address]]);
    expect(await ask<StartView>('start', {})).toMatchObject({ value: { webApp: address } });
  });
});
