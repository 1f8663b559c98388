// Who may do what: every action by every role, through the compiled add-on. The same table stands in docs/roles.md.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '../../scripts/build/files';
import type { Reply, SaveResult } from '../../src/rpc/contract';
import { gridRecords } from '../workbook/consistency';
import { admin, forgetPrepared, openWorld, type World } from '../workbook/world';

const roles = ['admin', 'manager', 'rep', 'viewer'] as const;
type Role = (typeof roles)[number];
const ben = 'ben@example.com';
const emailOf = (role: Role) => (role === 'admin' ? admin : `${role}@example.com`);

let world: World;
let imported = 0;
afterAll(forgetPrepared);

/** A workbook with one person of each role, and Ben, another rep. */
async function openTeam(): Promise<void> {
  world = await openWorld();
  await world.type('Team', 3, 'Email', [
    ['manager@example.com', 'Mia Manager', 'manager'],
    ['rep@example.com', 'Rae Rep', 'rep'],
    ['viewer@example.com', 'Vic Viewer', 'viewer'],
    [ben, 'Ben Okafor', 'rep'],
  ]);
}

const save = async (input: object, user = admin) => {
  const saved = await world.ask<SaveResult>('saveRecord', input, user);
  if (saved.status !== 'saved') throw new Error(JSON.stringify(saved));
  return saved;
};
const make = async (owner: string | null) =>
  (await save({ tab: 'deals', changes: { name: `Deal of ${owner}`, stage: 'Lead', owner } })).record.id;

/** Whether the call went through; a refusal must be one of rights. */
async function may(name: string, input: object, user: string): Promise<boolean> {
  const reply: Reply<unknown> = await world.reply(name, input, user);
  if (reply.ok) return true;
  expect([name, reply.code]).toEqual([name, 'not-allowed']);
  return false;
}

const edit = async (owner: string | null, user: string) =>
  may('saveRecord', { tab: 'deals', id: await make(owner), changes: { amount: 5 } }, user);
const remove = async (owner: string | null, user: string) =>
  may('deleteRecord', { tab: 'deals', id: await make(owner) }, user);

/** Whether the undo brought the deal back to its amount. */
async function undoes(owner: string | null, author: string, user: string): Promise<boolean> {
  const id = await make(owner);
  const { changeSet } = await save({ tab: 'deals', id, changes: { amount: 77 } }, author);
  await world.reply('undoChangeSet', { changeSet }, user);
  return gridRecords(world, 'deals').find((deal) => deal.id === id)?.seen.amount === null;
}

/** Whether a deal of the one became a part of a deal of the other. */
async function merges(keep: string | null, gone: string | null, user: string): Promise<boolean> {
  const looked = async (owner: string | null) => {
    const { record } = await save({ tab: 'deals', changes: { name: `Deal of ${owner}`, stage: 'Lead', owner } });
    return { id: record.id, version: record.version };
  };
  const input = { tab: 'deals', keep: await looked(keep), gone: await looked(gone), changes: {} };
  return may('mergeRecords', input, user);
}

/** Whether an import changed a contact of this owner. */
async function imports(owner: string | null, user: string): Promise<boolean> {
  imported += 1;
  const email = `c${imported}@example.org`;
  const { record } = await save({ tab: 'contacts', changes: { firstName: 'Ann', email, owner } });
  const title = `Old ${imported}`;
  const session = world.engine.session('');
  const { sheetId } = session.addSheet(title, undefined, 2, 3);
  const lines = [
    ['First name', 'Email', 'City'],
    ['Ann', email, 'Bonn'],
  ];
  session.write(
    { sheetId, row: 1, column: 1, rows: 2, columns: 3 },
    lines.map((line) => line.map((text) => ({ input: { kind: 'typed', text } as const }))),
  );
  session.flush();
  const { mapping } = await world.ask<{ mapping: object }>('previewImport', { tab: title });
  let step = await world.reply<{ importId: string; done: boolean }>('commitImport', { tab: title, mapping }, user);
  while (step.ok && !step.value.done)
    step = await world.reply('commitImport', { tab: title, mapping, importId: step.value.importId }, user);
  return gridRecords(world, 'contacts').find(({ id }) => id === record.id)?.seen.city === 'Bonn';
}

/** What each row of the table does. The owner of “own” is who does it. */
const deeds: { readonly [action: string]: (user: string) => Promise<boolean> } = {
  'Look at records': (user) => may('findRecords', { tab: 'deals' }, user),
  'Create a record, for anybody': (user) =>
    may('saveRecord', { tab: 'deals', changes: { name: 'New', stage: 'Lead', owner: ben } }, user),
  'Create many records': (user) =>
    may('saveRecords', { tab: 'deals', records: [{ changes: { name: 'A', stage: 'Lead' } }] }, user),
  'Log a call about anybody’s record': async (user) =>
    may(
      'saveRecord',
      {
        tab: 'interactions',
        changes: { when: '2026-11-20T10:00', kind: 'Call', subject: 'Hello', deal: await make(ben) },
      },
      user,
    ),
  'Make a task about anybody’s record': async (user) =>
    may('saveRecord', { tab: 'tasks', changes: { title: 'Call', due: '2026-12-01', deal: await make(ben) } }, user),
  'Edit their own record': (user) => edit(user, user),
  'Edit nobody’s record': (user) => edit(null, user),
  'Edit another’s record': (user) => edit(ben, user),
  'Edit many records, one of them another’s': async (user) =>
    may(
      'saveRecords',
      {
        tab: 'deals',
        records: [
          { id: await make(null), changes: { amount: 3 } },
          { id: await make(ben), changes: { amount: 3 } },
        ],
      },
      user,
    ),
  'Give their own record to another': async (user) =>
    may('saveRecord', { tab: 'deals', id: await make(user), changes: { owner: ben } }, user),
  'Take nobody’s record': async (user) =>
    may('saveRecord', { tab: 'deals', id: await make(null), changes: { owner: user } }, user),
  'Take another’s record': async (user) =>
    may('saveRecord', { tab: 'deals', id: await make(ben), changes: { owner: user } }, user),
  'Finish another’s task': async (user) => {
    const task = await save({ tab: 'tasks', changes: { title: 'Call', due: '2026-12-01', owner: ben } });
    return may('saveRecord', { tab: 'tasks', id: task.record.id, changes: { status: 'Done' } }, user);
  },
  'Delete their own or nobody’s record': async (user) => (await remove(user, user)) && remove(null, user),
  'Delete another’s record': (user) => remove(ben, user),
  'Merge two records that are their own or nobody’s': async (user) =>
    (await merges(user, null, user)) && merges(null, user, user),
  'Merge records, one of them another’s': async (user) => (await merges(ben, null, user)) || merges(null, ben, user),
  'Say that two records are no duplicates': async (user) =>
    may('notDuplicates', { tab: 'deals', ids: [await make(ben), await make(null)] }, user),
  'Import changes to their own or nobody’s records': async (user) => (await imports(user, user)) && imports(null, user),
  'Import changes to another’s records': (user) => imports(ben, user),
  'Undo a change of their own or nobody’s record, whoever made it': async (user) =>
    (await undoes(user, admin, user)) && undoes(null, admin, user),
  'Undo a change of another’s record': (user) => undoes(ben, ben, user),
  'Create or edit products': (user) => may('saveRecord', { tab: 'products', changes: { name: `P of ${user}` } }, user),
  'Hand records over': (user) => may('handOverPreview', { from: ben }, user),
  'See what was done in the grid against roles': (user) => may('gridChangesAgainstRoles', {}, user),
  'Switch somebody off in Team': (user) => may('handOver', { from: 'nobody', to: [ben], deactivate: true }, user),
  'Run “Set up this workbook” again': (user) => may('setUpWorkbook', {}, user),
  'Undo all that one person changed': (user) => may('undoChangesBy', { who: ben, since: '2026-11-01' }, user),
};

const yes = [true, true, true, true];
const notViewers = [true, true, true, false];
const managers = [true, true, false, false];
const admins = [true, false, false, false];

/** Allowed to admin, manager, rep, viewer. */
const table: { readonly [action: string]: readonly boolean[] } = {
  'Look at records': yes,
  'Create a record, for anybody': notViewers,
  'Create many records': notViewers,
  'Log a call about anybody’s record': notViewers,
  'Make a task about anybody’s record': notViewers,
  'Edit their own record': notViewers,
  'Edit nobody’s record': notViewers,
  'Edit another’s record': managers,
  'Edit many records, one of them another’s': managers,
  'Give their own record to another': notViewers,
  'Take nobody’s record': notViewers,
  'Take another’s record': managers,
  'Finish another’s task': managers,
  'Delete their own or nobody’s record': notViewers,
  'Delete another’s record': managers,
  'Merge two records that are their own or nobody’s': notViewers,
  'Merge records, one of them another’s': managers,
  'Say that two records are no duplicates': notViewers,
  'Import changes to their own or nobody’s records': notViewers,
  'Import changes to another’s records': managers,
  'Undo a change of their own or nobody’s record, whoever made it': notViewers,
  'Undo a change of another’s record': managers,
  'Create or edit products': admins,
  'Hand records over': managers,
  'See what was done in the grid against roles': managers,
  'Switch somebody off in Team': admins,
  'Run “Set up this workbook” again': admins,
  'Undo all that one person changed': admins,
};

describe('who may do what', () => {
  beforeAll(openTeam);
  afterAll(() => world.close());

  it.each(Object.keys(table))('%s', async (action) => {
    const found: boolean[] = [];
    for (const role of roles) found.push((await deeds[action]?.(emailOf(role))) ?? false);
    expect(found).toEqual(table[action]);
  });

  it('stands in docs/roles.md, row by row', () => {
    const lines = readFileSync(inProject('docs/roles.md'), 'utf8').split('\n');
    const told = Object.entries(table).map(
      ([action, cells]) => `| ${action} | ${cells.map((cell) => (cell ? 'yes' : 'no')).join(' | ')} |`,
    );
    expect(told.filter((line) => !lines.includes(line))).toEqual([]);
    const rows = lines.filter((line) => /\| (yes|no) \|$/.test(line));
    expect(rows).toHaveLength(told.length);
  });
});

describe('a rep', () => {
  beforeAll(openTeam);
  afterAll(() => world.close());

  it('is told whose the record is, and nothing of it is written', async () => {
    const id = await make(ben);
    const reply = await world.reply('saveRecord', { tab: 'deals', id, changes: { amount: 5 } }, 'rep@example.com');
    expect(reply).toMatchObject({
      ok: false,
      code: 'not-allowed',
      message: `This is Ben Okafor’s deal (${id}, Deal of ${ben}). Ask Ben or a manager to change it, or to hand it over to you.`,
    });
    expect(gridRecords(world, 'deals').find((deal) => deal.id === id)?.seen.amount).toBeNull();
  });

  it('who logs a call on a colleague’s deal brings its Last contact and Next follow-up up to date', async () => {
    const id = await make(ben);
    const call = { when: '2026-11-20T10:00', kind: 'Call', subject: 'Hello', deal: id };
    const logged = await save({ tab: 'interactions', changes: call }, 'rep@example.com');
    await save({ tab: 'tasks', changes: { title: 'Again', due: '2026-12-01', deal: id } }, 'rep@example.com');
    const seen = () => gridRecords(world, 'deals').find((deal) => deal.id === id)?.seen;
    expect(seen()).toMatchObject({ lastContact: '2026-11-20', nextFollowUp: '2026-12-01', owner: ben });
    const undone = await world.ask('undoChangeSet', { changeSet: logged.changeSet }, 'rep@example.com');
    expect(undone).toMatchObject({ kept: [] });
    expect(seen()?.lastContact).toBeNull();
  });

  it('who undoes a change set puts back what is theirs; the rest is listed with whom to ask', async () => {
    const [own, other] = [await make('rep@example.com'), await make(ben)];
    const records = [own, other].map((id) => ({ id, changes: { amount: 9 } }));
    const { changeSet } = await world.ask<{ changeSet: string }>('saveRecords', { tab: 'deals', records });
    const undone = await world.ask<{ kept: { id: string; reason: string }[] }>(
      'undoChangeSet',
      { changeSet },
      'rep@example.com',
    );
    expect(undone.kept).toMatchObject([{ id: other, reason: expect.stringContaining('Ask Ben or a manager') }]);
    const amounts = gridRecords(world, 'deals').filter(({ id }) => id === own || id === other);
    expect(amounts.map(({ seen }) => seen.amount)).toEqual([null, 9]);
  });

  it('who makes a date of their own deal’s follow-up does not move a colleague’s task', async () => {
    const id = await make('rep@example.com');
    await save({ tab: 'tasks', changes: { title: 'Ben’s', due: '2026-12-01', deal: id, owner: ben } });
    const move = { tab: 'deals', id, changes: { nextFollowUp: '2026-12-24' } };
    expect(await world.reply('saveRecord', move, 'rep@example.com')).toMatchObject({ ok: false, code: 'not-allowed' });
  });

  it('whom the hidden ledger names as the owner does not own what the row says is another’s', async () => {
    const id = await make(ben);
    const { sheetId } = world.sheet('_Ledger Deals');
    const row = world.values('_Ledger Deals').findIndex((cells) => cells[0] === id) + 1;
    const session = world.engine.session('');
    const rect = { sheetId, row, column: 6, rows: 1, columns: 1 };
    const state = String(session.values(rect)[0]?.[0]);
    expect(state).toContain(ben);
    session.write(rect, [[{ input: { kind: 'value', value: state.replace(ben, 'rep@example.com') } }]]);
    session.flush();
    const reply = await world.reply('saveRecord', { tab: 'deals', id, changes: { amount: 5 } }, 'rep@example.com');
    expect(reply).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await save({ tab: 'deals', id, changes: { amount: 6 } }, ben)).toMatchObject({ record: { id } });
    expect(gridRecords(world, 'deals').find((deal) => deal.id === id)?.seen).toMatchObject({ amount: 6, owner: ben });
  });
});
