// The hourly run of the compiled add-on: what lands in the inbox, and what the Outbox says.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { seededScheduler } from '../../scripts/local/runtime';
import type { StartView } from '../../src/rpc/contract';
import { admin, type BundleWorld, bundleWorld, monday } from './bundle-world';

const hour = 3_600_000;
const day = 24 * hour;
let world: BundleWorld;
afterEach(() => world.close());

const open = async (options: Parameters<typeof bundleWorld>[0] = {}) => {
  world = await bundleWorld(options);
  return world;
};

/** A task of the admin, due on a day of this week. */
const addTask = (changes: { [field: string]: unknown } = {}) =>
  world.ask<{ status: string }>('saveRecord', {
    tab: 'tasks',
    changes: { title: 'Call about the offer', due: '2026-11-24', owner: admin, ...changes },
  });

const outbox = () => world.rows('Outbox').map((row) => `${row.Person} ${row['Local date']} ${row.State}`);

describe('a reminder digest', () => {
  it('comes the next morning, once, with whom the task is about', async () => {
    await open();
    await world.ask('saveRecord', { tab: 'companies', changes: { name: 'Berg AG' } });
    await world.ask('saveRecord', {
      tab: 'contacts',
      changes: {
        firstName: 'Ida',
        lastName: 'Berg',
        company: 'Berg AG',
        phone: '+49 30 123456',
        email: 'ida@berg.example',
      },
    });
    expect(await addTask({ contact: 'Ida Berg' })).toMatchObject({ status: 'saved' });
    await world.runtime.setClock({ now: monday + 12 * hour });
    expect(world.runtime.inbox()).toEqual([]);
    await world.runtime.setClock({ now: monday + day + 4 * hour });
    expect(world.runtime.inbox()).toHaveLength(1);
    const [mail] = world.runtime.inbox();
    expect(mail).toMatchObject({ to: admin, subject: '1 follow-up today: Call about the offer' });
    for (const words of ['Call about the offer', 'Ida Berg', 'Berg AG', '+49 30 123456', 'ida@berg.example']) {
      expect(mail?.text).toContain(words);
      expect(mail?.html).toContain(words);
    }
    expect(outbox()).toEqual([`${admin} 2026-11-24 sent`]);
    await world.runtime.setClock({ advanceMs: 12 * hour });
    expect(world.runtime.inbox()).toHaveLength(1);
    await world.runtime.setClock({ advanceMs: 12 * hour });
    expect(world.runtime.inbox()).toHaveLength(2);
    expect(world.runtime.inbox()[1]?.subject).toBe('1 follow-up overdue: Call about the offer');
  });

  it('goes by the person’s own zone and hour', async () => {
    await open();
    world.add('Team', { Email: 'kai@rowbook.example', Name: 'Kai', 'Time zone': 'Asia/Tokyo', 'Digest hour': '7' });
    await addTask({ owner: 'kai@rowbook.example' });
    await world.runtime.setClock({ now: Date.parse('2026-11-23T21:59:00Z') });
    expect(world.runtime.inbox()).toEqual([]);
    await world.runtime.setClock({ now: Date.parse('2026-11-23T23:00:00Z') });
    expect(world.runtime.inbox().map((mail) => mail.to)).toEqual(['kai@rowbook.example']);
  });

  it('goes to nobody without an address, and an address that is none is listed as failed', async () => {
    await open();
    world.add('Team', { Name: 'Sam Agent' });
    world.add('Team', { Name: 'Bo', Email: 'bo at example' });
    await addTask({ owner: 'Sam Agent' });
    await addTask({ owner: 'Bo' });
    await world.runtime.setClock({ now: monday + day + 4 * hour });
    expect(world.runtime.inbox()).toEqual([]);
    expect(world.rows('Outbox')).toMatchObject([{ Person: 'bo at example', State: 'failed' }]);
  });

  it('is not sent on a day off, nor while automation is off', async () => {
    await open({ now: Date.parse('2026-11-27T12:00:00Z') });
    await addTask({ due: '2026-11-28' });
    await world.runtime.setClock({ now: Date.parse('2026-11-29T23:00:00Z') });
    expect(world.runtime.inbox()).toEqual([]);
    const automation = world.rows('Settings').findIndex((row) => row.Setting === 'Automation');
    world.type('Settings', automation, 'Value', 'off');
    await world.runtime.setClock({ now: Date.parse('2026-11-30T12:00:00Z') });
    expect([world.runtime.inbox(), outbox()]).toEqual([[], []]);
    world.type('Settings', automation, 'Value', 'on');
    await world.runtime.setClock({ now: Date.parse('2026-11-30T14:00:00Z') });
    expect(world.runtime.inbox()).toHaveLength(1);
  });

  it('waits for quota, and goes when there is some', async () => {
    await open();
    await addTask();
    world.setNow(monday + day + 4 * hour);
    world.runtime.setFaults({ mailQuota: 0 });
    await world.run('hourly');
    expect(world.runtime.inbox()).toEqual([]);
    expect(outbox()).toEqual([`${admin} 2026-11-24 queued`]);
    expect(world.rows('Outbox')[0]?.Reason).toMatch(/used up/);
    world.setNow(monday + day + 5 * hour);
    await world.run('hourly');
    expect(world.runtime.inbox()).toHaveLength(1);
    expect(outbox()).toEqual([`${admin} 2026-11-24 sent`]);
  });

  it('that waited past its day gives way to the next one', async () => {
    await open();
    await addTask();
    world.setNow(monday + day + 18 * hour);
    world.runtime.setFaults({ mailQuota: 0 });
    await world.run('hourly');
    world.setNow(monday + day + 22 * hour);
    await world.run('hourly');
    expect(outbox()).toEqual([`${admin} 2026-11-24 queued`]);
    world.setNow(monday + 2 * day + 4 * hour);
    await world.run('hourly');
    expect(world.runtime.inbox().map((mail) => mail.subject)).toEqual(['1 follow-up overdue: Call about the offer']);
    expect(outbox().sort()).toEqual([`${admin} 2026-11-24 skipped`, `${admin} 2026-11-25 sent`]);
  });

  it('carries hostile texts as text', async () => {
    await open();
    await addTask({ title: '=HYPERLINK("http://evil.example","x")<script>alert(1)</script>\r\nBcc: all@evil.example' });
    await world.runtime.setClock({ now: monday + day + 4 * hour });
    const [mail] = world.runtime.inbox();
    expect(mail).toMatchObject({ to: admin, bcc: '', cc: '' });
    expect(mail?.subject).not.toMatch(/[\r\n]/);
    expect(mail?.html).not.toContain('<script');
    expect(mail?.text.split('\n').filter((line) => line.startsWith('Bcc'))).toEqual([]);
  });
});

describe('an Outbox row', () => {
  it('that Rowbook did not queue is shown and never sent', async () => {
    await open();
    world.add('Outbox', {
      Key: 'digest|eve@evil.example||2026-11-24',
      Kind: 'digest',
      Person: 'eve@evil.example',
      'Local date': '2026-11-24',
      State: 'queued',
    });
    await addTask();
    await world.runtime.setClock({ now: monday + day + 4 * hour });
    expect(world.runtime.inbox().map((mail) => mail.to)).toEqual([admin]);
    expect(world.rows('Outbox')[0]).toMatchObject({ Person: 'eve@evil.example', State: 'skipped' });
    expect(world.rows('Outbox')[0]?.Reason).toMatch(/did not queue/);
  });

  it('that is set back to queued, copied or deleted sends nothing again', async () => {
    await open();
    await addTask();
    await world.runtime.setClock({ now: monday + day + 4 * hour });
    const [row] = world.rows('Outbox');
    world.type('Outbox', 0, 'State', 'queued');
    world.add('Outbox', { ...row, State: 'queued' });
    await world.run('hourly');
    world.type('Outbox', 0, 'Key', '');
    world.type('Outbox', 1, 'Key', '');
    await world.run('hourly');
    expect(world.runtime.inbox()).toHaveLength(1);
  });
});

describe('a copy of the workbook', () => {
  const copies = mkdtempSync(join(tmpdir(), 'rowbook-copy-'));
  afterAll(() => rmSync(copies, { recursive: true, force: true }));

  it('sends nothing until it is set up as one of its own and somebody turns its automation on', async () => {
    await open();
    await addTask({ due: '2026-11-23' });
    const original = world;
    const file = join(copies, 'copy.db');
    original.engine.copyTo(file, 'copy', 'Copy of Team');
    await original.close();
    world = await bundleWorld({ file, now: monday + 4 * hour });
    const notices = async () => (await world.ask<StartView>('start', {})).notices.map((notice) => notice.code);
    expect(await notices()).toEqual(['copied']);
    expect(await world.run('hourly')).toMatchObject({ result: { ran: true, errors: [] } });
    await world.ask('setUpWorkbook', {});
    expect(await notices()).toEqual([]);
    const automation = world.rows('Settings').findIndex((row) => row.Setting === 'Automation');
    expect(world.rows('Settings')[automation]?.Value).toBe('off');
    await world.run('hourly');
    expect([world.runtime.inbox(), outbox()]).toEqual([[], []]);
    world.type('Settings', automation, 'Value', 'on');
    await world.run('hourly');
    expect(world.runtime.inbox()).toHaveLength(1);
  });
});

describe('whatever happens to a run', () => {
  /** Runs once a day, each time with a fault at a later call; the next run settles what it left. */
  const everyCall = async (fault: (call: number) => Parameters<BundleWorld['runtime']['setFaults']>[0]) => {
    await open();
    world.type('Team', 0, 'Working days', 'Mon, Tue, Wed, Thu, Fri, Sat, Sun');
    await addTask({ due: '2026-11-23' });
    world.setNow(monday + 4 * hour);
    await world.run('hourly');
    // What comes before the outbox is other parts' business, and tried by their tests.
    const trace = world.runtime.executions().at(-1)?.trace ?? [];
    const from = trace.indexOf('Properties.getProperties document') - 1;
    expect(trace.length - from).toBeGreaterThan(20);
    const seen: string[] = [];
    for (let call = from; call <= trace.length; call++) {
      const before = world.runtime.inbox().length;
      const today = monday + (call - from + 1) * day;
      world.setNow(today + 4 * hour);
      world.runtime.setFaults(fault(call));
      await world.run('hourly');
      world.setNow(today + 5 * hour);
      await world.run('hourly');
      const date = new Date(today).toISOString().slice(0, 10);
      const rows = world.rows('Outbox').filter((row) => row['Local date'] === date);
      expect(rows).toHaveLength(1);
      const state = rows[0]?.State ?? '';
      const mails = world.runtime.inbox().length - before;
      expect({ call, state, mails }).toEqual({
        call,
        state: state === 'sent' ? 'sent' : 'unknown',
        mails: state === 'sent' ? 1 : mails,
      });
      expect(mails).toBeLessThanOrEqual(1);
      seen.push(state);
    }
    return seen;
  };

  it('killed at any service call, each digest comes once or is listed as unknown', async () => {
    const states = await everyCall((call) => ({ killCall: call, seed: call }));
    expect(new Set(states)).toEqual(new Set(['sent', 'unknown']));
    // Only between "sending" and "sent" nobody can tell.
    expect(states.filter((state) => state === 'unknown').length).toBeLessThan(12);
  });

  it('with any one service call failing, too', async () => {
    const states = await everyCall((call) => ({ failCall: call }));
    expect(states).toContain('sent');
  });

  it.each([1, 2, 3])('two runs at once, of two people, send one mail (schedule %i)', async (seed) => {
    // Under a replayable schedule real time does not move, so the clock starts where the runs shall be.
    await open({ scheduler: seededScheduler(seed), now: monday + 4 * hour });
    await addTask({ due: '2026-11-23' });
    const outcomes = await Promise.all([
      world.run('hourly'),
      world.run('hourly', 'second@example.com'),
      world.run('hourly'),
    ]);
    expect(outcomes.map((outcome) => outcome.error)).toEqual([undefined, undefined, undefined]);
    expect(world.runtime.inbox()).toHaveLength(1);
    expect(outbox()).toEqual([`${admin} 2026-11-23 sent`]);
  });
});

describe('a run with more mails than time', () => {
  it('stops before Google would kill it; the next run sends the rest, each once', async () => {
    await open({ mailQuota: 1500 });
    const people = Array.from({ length: 400 }, (_, index) => `p${index}@rowbook.example`);
    world.addAll(
      'Team',
      people.map((email, index) => ({ Email: email, Name: `Person ${index}`, Role: 'rep', Active: 'TRUE' })),
    );
    const tasks = people.map((owner) => ({ changes: { title: `Call for ${owner}`, due: '2026-11-23', owner } }));
    await world.ask('saveRecords', { tab: 'tasks', records: tasks });
    world.setNow(monday + 4 * hour);
    const first = await world.run('hourly');
    expect(first.error).toBeUndefined();
    expect(first.modelledMs).toBeGreaterThan(200_000);
    expect(first.modelledMs).toBeLessThan(330_000);
    const sent = world.runtime.inbox().length;
    expect(sent).toBeGreaterThan(50);
    expect(sent).toBeLessThan(people.length);
    world.setNow(monday + 5 * hour);
    await world.run('hourly');
    expect(
      world.runtime
        .inbox()
        .map((mail) => mail.to)
        .sort(),
    ).toEqual([...people].sort());
  });
});

describe('a run with nothing due', () => {
  it('reads each tab at most once and writes nothing but its heartbeat', async () => {
    await open();
    await addTask({ due: '2026-12-24' });
    // The day's first runs look at one tab each for what was changed unseen.
    for (let run = 0; run < 8; run++) {
      world.setNow(monday + (4 + run) * hour);
      await world.run('hourly');
    }
    world.setNow(monday + 13 * hour);
    const { calls } = await world.run('hourly');
    const trace = world.runtime.executions().at(-1)?.trace ?? [];
    const cells = (service: string) =>
      trace.filter((line) => line.startsWith(`Range.${service} `)).map((line) => line.split(' ')[1]?.split('!')[0]);
    expect(cells('getValues').sort()).toEqual([...new Set(cells('getValues'))].sort());
    expect(cells('setValues')).toEqual(['_Meta']);
    expect(calls.writes).toBe(1);
    expect(calls.reads).toBeLessThanOrEqual(7);
  });
});
