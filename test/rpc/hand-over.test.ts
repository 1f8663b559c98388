// Handing over what someone owns: what is shown first, what moves and what stays, in steps of one change set, and whom mail reaches.
import { afterEach, describe, expect, it } from 'vitest';
import type { SaveManyResult, UndoResult } from '../../src/rpc/contract';
import type { HandOverPreview, HandOverStep } from '../../src/rpc/contract-hand-over';
import { admin, type BundleWorld, bundleWorld, monday } from '../mail/bundle-world';

const hour = 3_600_000;
const [ben, rae, mia, vic] = ['ben@example.com', 'rae@example.com', 'mia@example.com', 'vic@example.com'] as const;
let world: BundleWorld;
afterEach(() => world.close());

async function open(options: Parameters<typeof bundleWorld>[0] = {}): Promise<void> {
  world = await bundleWorld(options);
  world.addAll('Team', [
    { Email: ben, Name: 'Ben Okafor', Role: 'rep', Active: 'TRUE' },
    { Email: rae, Name: 'Rae Rep', Role: 'rep', Active: 'TRUE' },
    { Email: mia, Name: 'Mia Manager', Role: 'manager', Active: 'TRUE' },
    { Email: vic, Name: 'Vic Viewer', Role: 'viewer', Active: 'TRUE' },
  ]);
}

async function make(tab: string, records: readonly object[]): Promise<void> {
  const input = { tab, records: records.map((changes) => ({ changes })) };
  expect(await world.ask<SaveManyResult>('saveRecords', input)).toMatchObject({ issues: [] });
}

/** A small book of Ben's, with something of everybody else's in it. */
async function fill(): Promise<void> {
  world.add('Settings', { Setting: 'Currency', Name: 'JPY', Value: '0.0065' });
  await make('companies', [{ name: 'Acme', owner: ben }]);
  await make('contacts', [{ firstName: 'Ann', owner: ben }, { firstName: 'Bo', owner: rae }, { firstName: 'Cid' }]);
  await make('deals', [
    { name: 'Big', stage: 'Lead', amount: 100.1, owner: ben },
    { name: 'Yen', stage: 'Proposal', amount: 5000, currency: 'JPY', owner: 'Ben Okafor' },
    { name: 'Vague', stage: 'Lead', owner: ben },
    { name: 'Done', stage: 'Won', amount: 50, owner: ben },
    { name: 'Other', stage: 'Lead', amount: 7, owner: rae },
  ]);
  await make('tasks', [
    { title: 'Call late', due: '2026-11-20', owner: ben },
    { title: 'Call soon', due: '2026-11-24', owner: ben },
    { title: 'Called', due: '2026-11-19', status: 'Done', owner: ben },
  ]);
  await make('tickets', [
    { subject: 'Broken', status: 'Open', owner: ben },
    { subject: 'Mended', status: 'Solved', owner: ben },
  ]);
  await make('interactions', [{ when: '2026-11-20T10:00', kind: 'Call', subject: 'Hello', owner: ben }]);
}

/** All steps to the end. */
async function handOver(input: object, user: string = mia): Promise<{ last: HandOverStep; steps: HandOverStep[] }> {
  const steps: HandOverStep[] = [];
  for (;;) {
    const before = steps[steps.length - 1];
    const goOn = before ? { changeSet: before.changeSet, done: before.done } : {};
    const step = await world.ask<HandOverStep>('handOver', { from: ben, ...input, ...goOn }, user);
    steps.push(step);
    if (!step.more) return { last: step, steps };
  }
}

const owners = (title: string) => world.rows(title).map((row) => row.Owner);

describe('before anything is handed over', () => {
  it('what is open is listed, by tab, currency and due date', async () => {
    await open();
    await fill();
    const preview = await world.ask<HandOverPreview>('handOverPreview', { from: 'Ben Okafor' }, mia);
    expect(preview.from).toEqual({ key: ben, name: 'Ben Okafor' });
    expect(preview.tabs.map(({ tab, open: count, over }) => [tab, count, over])).toEqual([
      ['contacts', 1, 0],
      ['companies', 1, 0],
      ['deals', 3, 1],
      ['tasks', 2, 1],
      ['tickets', 1, 1],
      ['interactions', 0, 1],
    ]);
    expect(preview.deals).toEqual({
      amounts: [
        { currency: 'USD', amount: 100.1, count: 1 },
        { currency: 'JPY', amount: 5000, count: 1 },
      ],
      withoutAmount: 1,
    });
    expect(preview.overdue).toBe(1);
    expect(preview.openTasks.map(({ name, due, overdue }) => [name, due, overdue])).toEqual([
      ['Call late', '2026-11-20', true],
      ['Call soon', '2026-11-24', false],
    ]);
    expect(preview.openTickets.map(({ name }) => name)).toEqual(['Broken']);
  });

  it('is refused where it makes no sense, with a sentence', async () => {
    await open();
    const ask = (input: object, user: string = mia) =>
      world.runtime
        .run({ function: 'handOver', args: [input], user, source: 'client' })
        .then(({ result }) => result as { ok: boolean; code: string; message: string });
    for (const to of [[ben], [vic], ['nobody'], [], 'rae', null]) {
      expect(await ask({ from: ben, to })).toMatchObject({ ok: false, code: 'bad-input' });
    }
    expect(await ask({ to: [rae] })).toMatchObject({ ok: false, code: 'bad-input' });
    expect(await ask({ from: ben, to: [rae] }, rae)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await ask({ from: ben, to: [rae], deactivate: true })).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await ask({ from: admin, to: [rae], deactivate: true }, admin)).toMatchObject({ code: 'bad-input' });
  });
});

describe('handing over to one colleague', () => {
  it('moves what is open, leaves what is over to its owner, is one line to undo, and comes back whole', async () => {
    await open();
    await fill();
    const { last, steps } = await handOver({ to: [rae] });
    expect(new Set(steps.map(({ changeSet }) => changeSet)).size).toBe(1);
    expect(steps.flatMap(({ moved }) => moved.map(({ id }) => id))).toEqual([
      'C-1',
      'CO-1',
      'D-1',
      'D-2',
      'D-3',
      'T-1',
      'T-2',
      'K-1',
    ]);
    expect(last.done).toBe(8);
    expect(owners('Deals')).toEqual([rae, rae, rae, ben, rae]);
    expect(owners('Tasks')).toEqual([rae, rae, ben]);
    expect(owners('Tickets')).toEqual([rae, ben]);
    expect(owners('Interactions')).toEqual([ben]);
    expect(owners('Contacts')).toEqual([rae, rae, '']);
    let undone: UndoResult;
    do undone = await world.ask<UndoResult>('undoChangeSet', { changeSet: last.changeSet }, mia);
    while (undone.more);
    expect([undone.kept, owners('Deals'), owners('Tasks')]).toEqual([[], [ben, ben, ben, ben, rae], [ben, ben, ben]]);
  });

  it('takes what is over along when asked, and switches the person off in Team with the last step', async () => {
    await open();
    await fill();
    const { last } = await handOver({ to: [rae], over: true, deactivate: true }, admin);
    expect(last).toMatchObject({ more: false, deactivated: true });
    for (const title of ['Deals', 'Tasks', 'Tickets', 'Interactions', 'Companies']) {
      expect(owners(title)).not.toContain(ben);
    }
    expect(world.rows('Team').find(({ Email }) => Email === ben)?.Active).toBe('FALSE');
    const start = await world.runtime.run({ function: 'start', args: [{}], user: ben, source: 'client' });
    expect(start.result).toMatchObject({ ok: false, code: 'not-in-team' });
  });

  it('works for somebody who is not in Team any more', async () => {
    await open();
    world.add('Contacts', { 'First name': 'Zed', Owner: 'gone@example.com' });
    await world.run('hourly');
    const { steps } = await handOver({ from: 'gone@example.com', to: [rae] });
    expect(steps.flatMap(({ moved }) => moved)).toMatchObject([{ name: 'Zed', to: rae }]);
    expect(owners('Contacts')).toEqual([rae]);
  });
});

describe('handing over to several', () => {
  it('splits evenly, or by tab, in bounded steps', async () => {
    await open();
    await make(
      'contacts',
      Array.from({ length: 151 }, (_, index) => ({ firstName: `P${index}`, owner: ben })),
    );
    await make('tasks', [{ title: 'Call', due: '2026-12-01', owner: ben }]);
    const { last, steps } = await handOver({ to: [rae, mia], byTab: { tasks: admin } });
    expect(steps.length).toBeGreaterThan(2);
    expect(last.done).toBe(152);
    const count = (who: string) => owners('Contacts').filter((owner) => owner === who).length;
    expect([count(rae), count(mia)]).toEqual([76, 75]);
    expect(owners('Tasks')).toEqual([admin]);
  });

  it('leaves the tabs that nobody was named for', async () => {
    await open();
    await fill();
    const { last } = await handOver({ to: [], byTab: { tasks: rae } });
    expect(last.done).toBe(2);
    expect(owners('Deals')).toEqual([ben, ben, ben, ben, rae]);
  });

  it('keeps a record whose owner is a formula, says so, and hands over the rest', async () => {
    await open({ switches: { textFormatTakesFormula: true } });
    await fill();
    await world.typeAs(admin, 'Deals', 1, 'Owner', '="Ben " & "Okafor"');
    const { steps } = await handOver({ to: [rae] });
    expect(steps.flatMap(({ kept }) => kept)).toContainEqual(
      expect.objectContaining({ id: 'D-2', reason: expect.stringContaining('formula') }),
    );
    expect(owners('Deals')).toEqual([rae, 'Ben Okafor', rae, ben, rae]);
    expect(owners('Tickets')).toEqual([rae, ben]);
  });
});

describe('the lock', () => {
  it('is held for no longer than about five modelled seconds by a step', async () => {
    await open();
    await make(
      'deals',
      Array.from({ length: 200 }, (_, index) => ({ name: `D${index}`, stage: 'Lead', owner: ben })),
    );
    const input = { from: ben, to: [rae] };
    const outcome = await world.runtime.run({ function: 'handOver', args: [input], user: mia, source: 'client' });
    expect(outcome.result).toMatchObject({ ok: true, value: { more: true } });
    expect(outcome.modelledMs).toBeLessThan(6500);
  });
});

describe('reminders', () => {
  it('go to the new owner, once, and no more to the one who left', async () => {
    await open();
    await fill();
    await handOver({ to: [rae] });
    await world.runtime.setClock({ now: monday + 24 * hour + 4 * hour });
    await world.runtime.setClock({ advanceMs: 3 * hour });
    const mails = world.runtime.inbox();
    expect(mails.map(({ to }) => to)).toEqual([rae, rae]);
    const last = mails[mails.length - 1];
    expect(last?.text.match(/Call soon/g)).toHaveLength(1);
  });

  it('that were queued for the one who left are not sent', async () => {
    await open();
    await fill();
    world.setNow(monday + 4 * hour);
    world.runtime.setFaults({ mailQuota: 0 });
    await world.run('hourly');
    expect(world.rows('Outbox').map((row) => `${row.Person} ${row.State}`)).toEqual([`${ben} queued`]);
    await handOver({ to: [rae], deactivate: true }, admin);
    world.setNow(monday + 5 * hour);
    await world.run('hourly');
    expect(world.runtime.inbox().map(({ to }) => to)).toEqual([rae]);
    expect(
      world
        .rows('Outbox')
        .map((row) => `${row.Person} ${row.State}`)
        .sort(),
    ).toEqual([`${ben} skipped`, `${rae} sent`]);
  });
});
