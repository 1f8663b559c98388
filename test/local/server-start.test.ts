// Starting and stopping: flags, files and ports that are wrong; a store that is opened again; a clean end.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFunction } from '../../scripts/local/server/function-process';
import { parseOptions } from '../../scripts/local/server/options';
import { begin, freePorts, get, launch, post, runStart, temporaryFolder } from './rowbook-process';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const inFolder = (name: string) => join(folder.path, name);

describe('a start that cannot be ends with code 1 and one clear sentence', () => {
  it.each([
    [['--frobnicate'], /frobnicate/],
    [['surplus'], /“surplus” is not a flag/],
    [['--port', 'many'], /--port needs a number/],
    [['--port', '70000'], /--port needs a number/],
    [['--sample', 'huge'], /--sample is demo or none, not “huge”/],
    [['--open', '/nowhere/file.csv'], /There is no file \/nowhere\/file\.csv/],
  ])('%j', async (args, sentence) => {
    const store = inFolder('never.db');
    const { code, output } = await runStart(['--store', store, '--no-open', ...args]);
    expect(code).toBe(1);
    expect(output).toMatch(sentence);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(existsSync(store)).toBe(false);
  });

  it('a file that is no CSV', async () => {
    const file = inFolder('photo.csv');
    await writeFile(file, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1]));
    const { code, output } = await runStart(['--store', inFolder('never.db'), '--no-open', '--open', file]);
    expect(code).toBe(1);
    expect(output.trim()).toMatch(/^photo\.csv is neither a CSV nor an XLSX file.*\.$/);
  });

  it('a store that is no workbook', async () => {
    const file = inFolder('letter.db');
    await writeFile(file, 'Dear customer, this is a letter and no database.'.repeat(40));
    const { code, output } = await runStart(['--store', file, '--no-open', '--port', String(await freePorts())]);
    expect(code).toBe(1);
    expect(output).toMatch(/letter\.db cannot be opened as a workbook/);
  });

  it.each([
    ['its port', 0],
    ['the function’s port', 1],
  ])('%s in use', async (_, offset) => {
    const port = await freePorts();
    const squatter = await occupy(port + offset);
    const { code, output } = await runStart(['--store', inFolder('never.db'), '--no-open', '--port', String(port)]);
    squatter.close();
    expect(code).toBe(1);
    expect(output.trim()).toBe(`Port ${port + offset} is in use. Choose another with --port.`);
  });
});

describe('a start that is asked for help', () => {
  it('prints the flags and ends well when asked for them', async () => {
    const { code, output } = await runStart(['--help']);
    expect(code).toBe(0);
    for (const flag of ['--port', '--store', '--open', '--sample', '--language', '--no-set-up', '--no-open'])
      expect(output).toMatch(new RegExp(`^ +${flag} `, 'm'));
  });
});

describe('a store that is opened again', () => {
  it('keeps records, tabs, clock and function address, and opens a file once only', async () => {
    const store = inFolder('kept.db');
    const file = inFolder('old sheet.csv');
    await writeFile(file, 'name,phone\nAda,1\n');
    const args = ['--sample', 'none', '--open', file];
    const first = await launch({ store, args });
    const save = { tab: 'contacts', changes: { lastName: 'Lovelace' } };
    await post(`${first.url}/local/run`, { user: 'admin@example.com', function: 'saveRecord', args: [save] });
    await post(`${first.url}/local/clock`, { advanceMs: 90 * 60_000 });
    await post(`${first.url}/local/edit`, { user: 'admin@example.com', tab: 'old sheet', range: 'B2', values: '22' });
    const before = await get<{ now: string; tabs: { title: string }[] }>(`${first.url}/local/state`);
    expect(await first.stop()).toBe(0);

    const second = await launch({ store, args });
    const after = await get<{ now: string; tabs: { title: string }[] }>(`${second.url}/local/state`);
    expect(after.tabs.map(({ title }) => title)).toEqual(before.tabs.map(({ title }) => title));
    expect(Date.parse(after.now)).toBeGreaterThanOrEqual(Date.parse(before.now));
    const cells = (range: string) =>
      get<{ values: string[][] }>(`${second.url}/v4/spreadsheets/local/values/${range}`, {
        authorization: 'Bearer local',
      });
    expect((await cells('Contacts!C2')).values).toEqual([['Lovelace']]);
    expect((await cells("'old sheet'!A1:B2")).values).toEqual([
      ['name', 'phone'],
      ['Ada', '22'],
    ]);
    const settings = (await cells('Settings!A2:C20')).values;
    const address = settings.filter(([setting]) => setting === 'Function address');
    expect(address.map((row) => row[2])).toEqual([`http://localhost:${second.port + 1}`]);
    await second.stop();
  });

  it('is refused to a second server while the first has it, and the first goes on', async () => {
    const store = inFolder('shared.db');
    const first = await launch({ store, args: ['--sample', 'none', '--no-set-up'] });
    const { code, output } = await runStart(['--store', store, '--no-open', '--port', String(await freePorts())]);
    expect(code).toBe(1);
    expect(output.trim()).toBe(
      `${store} is open in another Rowbook. Stop that one first, or choose another file with --store.`,
    );
    const typed = { user: 'admin@example.com', tab: 'Sheet1', range: 'A1', values: 'still here' };
    await post(`${first.url}/local/edit`, typed);
    expect(await first.stop()).toBe(0);
  });

  it('is the demo’s own unless it is named: a team’s sheet does not land among invented customers', () => {
    const demo = parseOptions([]).store;
    const team = parseOptions(['--sample', 'none']).store;
    expect(demo).not.toBe(team);
    expect(parseOptions(['--store', 'mine.db']).store).toBe(
      parseOptions(['--store', 'mine.db', '--sample', 'none']).store,
    );
  });

  it('is made anew when its very first start was cut off', async () => {
    const store = inFolder('cut.db');
    const cut = await begin({ store, args: ['--sample', 'demo'] });
    const refused = expect(cut.ready).rejects.toThrow(/npm start ended/);
    await expect.poll(() => existsSync(store), { timeout: 60_000 }).toBe(true);
    cut.kill('SIGKILL');
    await refused;
    const again = await launch({ store, args: ['--sample', 'none'] });
    const state = await get<{ users: { email: string }[] }>(`${again.url}/local/state`);
    expect(state.users.map(({ email }) => email)).toEqual(['admin@example.com']);
    await again.stop();
  });
});

describe('the end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('comes cleanly on %s, and takes the function along', async (signal) => {
    const rowbook = await launch({ args: ['--sample', 'none'] });
    expect(await rowbook.stop(signal)).toBe(0);
    await expect(fetch(`http://127.0.0.1:${rowbook.port}/health`)).rejects.toThrow();
    await expect(fetch(`http://127.0.0.1:${rowbook.port + 1}/health`)).rejects.toThrow();
  });

  it('of a killed server ends the function too', async () => {
    const rowbook = await launch({ args: ['--sample', 'none'] });
    await rowbook.stop('SIGKILL');
    const answers = () =>
      fetch(`http://127.0.0.1:${rowbook.port + 1}/health`).then(
        () => true,
        () => false,
      );
    await expect.poll(answers, { timeout: 30_000 }).toBe(false);
  });

  it('of a killed function is the beginning of the next one', async () => {
    const port = await freePorts();
    const beside = await startFunction(port + 1, port, 'a key for tests that is long enough', () => 0);
    const first = beside.pid() ?? 0;
    process.kill(first, 'SIGKILL');
    const second = () =>
      fetch(`http://127.0.0.1:${port + 1}/health`).then(
        ({ ok }) => ok && beside.pid() !== first,
        () => false,
      );
    await expect.poll(second, { timeout: 60_000, interval: 200 }).toBe(true);
    await beside.stop();
  });
});

function occupy(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
