// Saving, finding, deleting and undoing records through the compiled add-on.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  DeleteResult,
  FindResult,
  RecordPage,
  SaveManyResult,
  SaveResult,
  UndoResult,
} from '../../src/rpc/contract';
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

type Saved = Extract<SaveResult, { status: 'saved' }>;

async function save(input: object): Promise<Saved> {
  const result = await world.ask<SaveResult>('saveRecord', input);
  expect(result).toMatchObject({ status: 'saved' });
  return result as Saved;
}

describe('a new record', () => {
  it('gets the next id, the schema’s defaults and a row below the others', async () => {
    const first = await save({ tab: 'contacts', changes: { firstName: 'Ann', email: 'ann@example.com' } });
    const second = await save({ tab: 'contacts', changes: { lastName: 'Blum' } });
    expect([first.record.id, second.record.id]).toEqual(['C-1', 'C-2']);
    expect(first.record).toMatchObject({
      version: 1,
      name: 'Ann',
      fields: { status: 'Lead', emailConsent: 'unknown' },
    });
    expect(gridRecords(world, 'contacts').map(({ id, row }) => [id, row])).toEqual([
      ['C-1', 2],
      ['C-2', 3],
    ]);
  });

  it('is refused with every issue at once, and nothing is written', async () => {
    const result = await world.ask<SaveResult>('saveRecord', {
      tab: 'deals',
      changes: { amount: 'much', stage: 'Nowhere', closeDate: '2026-02-30', company: 'CO-99', created: '2026-01-01' },
    });
    expect(result.status).toBe('invalid');
    const issues = result.status === 'invalid' ? result.issues : [];
    expect(issues.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'amount number',
      'closeDate date',
      'company reference',
      'created readOnly',
      'name required',
      'stage choice',
    ]);
    expect(gridRecords(world, 'deals')).toEqual([]);
  });

  it('is refused when its email belongs to another contact, however it is written', async () => {
    await save({ tab: 'contacts', changes: { firstName: 'Ann', email: 'ann@example.com' } });
    const result = await world.ask<SaveResult>('saveRecord', {
      tab: 'contacts',
      changes: { firstName: 'Anna', email: 'ANN@example.com' },
    });
    expect(result).toMatchObject({ status: 'invalid', issues: [{ field: 'email', code: 'unique' }] });
  });

  it('never takes an id again, even after its row, ledger and history are gone', async () => {
    await save({ tab: 'companies', changes: { name: 'One' } });
    const { record } = await save({ tab: 'companies', changes: { name: 'Two' } });
    await world.ask<DeleteResult>('deleteRecord', { tab: 'companies', id: record.id });
    const session = world.engine.session('');
    session.deleteRows(world.sheet('_Ledger Companies').sheetId, 2, 2);
    session.deleteRows(world.sheet('Companies').sheetId, 2, 1);
    session.deleteRows(world.sheet('History').sheetId, 2, 3);
    expect((await save({ tab: 'companies', changes: { name: 'Three' } })).record.id).toBe('CO-3');
  });
});

describe('a reference', () => {
  it('may be given by id or by exact name, and stands as “Name (id)” in the cell', async () => {
    await save({ tab: 'companies', changes: { name: 'Acme (Berlin)' } });
    await save({ tab: 'deals', changes: { name: 'By id', stage: 'Lead', company: 'CO-1' } });
    const byName = await save({ tab: 'deals', changes: { name: 'By name', stage: 'Lead', company: 'acme (berlin)' } });
    expect(byName.record).toMatchObject({ fields: { company: 'CO-1' }, labels: { 'CO-1': 'Acme (Berlin)' } });
    expect(world.rows('Deals').map(({ cells }) => cells.Company)).toEqual([
      'Acme (Berlin) (CO-1)',
      'Acme (Berlin) (CO-1)',
    ]);
  });
});

describe('changing a record', () => {
  beforeEach(async () => {
    await save({ tab: 'deals', changes: { name: 'Big', stage: 'Lead', amount: 100 } });
  });

  it('joins changes of different fields', async () => {
    await save({ tab: 'deals', id: 'D-1', baseVersion: 1, changes: { amount: 200 } });
    const mine = await save({
      tab: 'deals',
      id: 'D-1',
      baseVersion: 1,
      changes: { notes: 'call' },
      base: { notes: null, amount: 100 },
    });
    expect(mine).toMatchObject({ merged: ['amount'], record: { version: 3, fields: { amount: 200, notes: 'call' } } });
  });

  it.each([{ base: { amount: 100 } }, {}])(
    'answers a conflict with both values when the same field changed (%j)',
    async (extra) => {
      await save({ tab: 'deals', id: 'D-1', baseVersion: 1, changes: { amount: 200 } });
      const result = await world.ask<SaveResult>('saveRecord', {
        tab: 'deals',
        id: 'D-1',
        baseVersion: 1,
        changes: { amount: 300 },
        ...extra,
      });
      expect(result).toMatchObject({
        status: 'conflict',
        record: { version: 2, fields: { amount: 200 } },
        conflicts: [
          { field: 'amount', label: 'Amount', base: 100, mine: 300, theirs: 200, who: 'Admin <admin@example.com>' },
        ],
      });
      const again = await save({
        tab: 'deals',
        id: 'D-1',
        baseVersion: 1,
        changes: { amount: 300 },
        overwrite: ['amount'],
        ...extra,
      });
      expect(again.record.fields.amount).toBe(300);
    },
  );

  it.each([{ base: { notes: null } }, { base: {} }])(
    'answers a conflict as well when the client tells what only other fields began from (%j)',
    async (extra) => {
      await save({ tab: 'deals', id: 'D-1', baseVersion: 1, changes: { amount: 200 } });
      const changes = { amount: 300, notes: 'call' };
      const result = await world.ask<SaveResult>('saveRecord', {
        tab: 'deals',
        id: 'D-1',
        baseVersion: 1,
        changes,
        ...extra,
      });
      expect(result).toMatchObject({ status: 'conflict', conflicts: [{ field: 'amount', base: 100, theirs: 200 }] });
    },
  );

  it('is refused from a version that is still to come', async () => {
    const input = { tab: 'deals', id: 'D-1', baseVersion: 9, changes: { amount: 300 } };
    const { result } = await world.runtime.run({
      function: 'saveRecord',
      args: [input],
      user: admin,
      source: 'client',
    });
    expect(result).toMatchObject({ ok: false, code: 'stale' });
  });

  it('sets the closing day and stage day when a deal is won, and clears them when it opens again', async () => {
    const won = await save({ tab: 'deals', id: 'D-1', changes: { stage: 'Won' } });
    expect(won.record.fields).toMatchObject({ closedOn: '2026-11-23', stageSince: '2026-11-23' });
    const open = await save({ tab: 'deals', id: 'D-1', changes: { stage: 'Proposal' } });
    expect(open.record.fields).toMatchObject({ closedOn: null });
  });

  it('asks for a reason when a deal is lost', async () => {
    const result = await world.ask<SaveResult>('saveRecord', { tab: 'deals', id: 'D-1', changes: { stage: 'Lost' } });
    expect(result).toMatchObject({ status: 'invalid', issues: [{ field: 'lostReason', code: 'required' }] });
  });

  it('asks before it writes over a formula, and leaves formulas and notes in other cells alone', async () => {
    const { sheetId } = world.sheet('Deals');
    const notes = { sheetId, row: 2, column: world.column('Deals', 'Notes'), rows: 1, columns: 1 };
    const session = world.engine.session('');
    session.write(notes, [[{ note: 'mine' }]]);
    session.flush();
    await world.type('Deals', 2, 'Amount', [['=40+2']]);
    const asked = await world.ask<SaveResult>('saveRecord', { tab: 'deals', id: 'D-1', changes: { amount: 50 } });
    expect(asked).toMatchObject({ status: 'conflict', conflicts: [{ field: 'amount', mine: 50, theirs: '=40+2' }] });
    await save({ tab: 'deals', id: 'D-1', changes: { name: 'Bigger' } });
    const amount = { ...notes, column: world.column('Deals', 'Amount') };
    expect(world.engine.session('').formulas(amount)).toEqual([['=40+2']]);
    expect(world.engine.session('').cells(notes)[0]?.[0]?.note).toBe('mine');
  });

  it('keeps Last contact, Next follow-up and Open value of what it is about', async () => {
    await save({ tab: 'companies', changes: { name: 'Acme' } });
    await save({ tab: 'deals', id: 'D-1', changes: { company: 'CO-1' } });
    await save({
      tab: 'interactions',
      changes: { when: '2026-11-20T10:00', kind: 'Call', subject: 'Hello', company: 'CO-1' },
    });
    await save({ tab: 'tasks', changes: { title: 'Later', due: '2026-12-24', company: 'CO-1' } });
    const task = await save({ tab: 'tasks', changes: { title: 'Soon', due: '2026-12-01', company: 'CO-1' } });
    const fields = () => gridRecords(world, 'companies')[0]?.seen;
    expect(fields()).toMatchObject({ openValue: 100, lastContact: '2026-11-20', nextFollowUp: '2026-12-01' });
    await save({ tab: 'tasks', id: task.record.id, changes: { status: 'Done' } });
    await save({ tab: 'deals', id: 'D-1', changes: { stage: 'Won' } });
    expect(fields()).toMatchObject({ openValue: 0, nextFollowUp: '2026-12-24' });
  });
});

describe('deleting and undoing', () => {
  it('brings a deleted record back under its id', async () => {
    const { record } = await save({ tab: 'contacts', changes: { firstName: 'Ann', phone: '+49 30 1234' } });
    const { changeSet } = await world.ask<DeleteResult>('deleteRecord', {
      tab: 'contacts',
      id: record.id,
      baseVersion: 1,
    });
    expect(gridRecords(world, 'contacts')).toEqual([]);
    const undone = await world.ask<UndoResult>('undoChangeSet', { changeSet });
    expect(undone).toMatchObject({ undone: 1, kept: [], more: false });
    const back = await world.ask<RecordPage>('getRecord', { tab: 'contacts', id: record.id });
    expect(back.record).toMatchObject({
      version: 3,
      fields: { firstName: 'Ann', phone: '+49 30 1234', status: 'Lead' },
    });
  });

  it('takes back a change, but not what came after it', async () => {
    await save({ tab: 'contacts', changes: { firstName: 'Ann', city: 'Bonn' } });
    const { changeSet } = await save({ tab: 'contacts', id: 'C-1', changes: { city: 'Köln', jobTitle: 'CEO' } });
    await save({ tab: 'contacts', id: 'C-1', changes: { city: 'Mainz' } });
    const undone = await world.ask<UndoResult>('undoChangeSet', { changeSet });
    expect(undone.kept).toMatchObject([{ id: 'C-1', field: 'city' }]);
    expect(gridRecords(world, 'contacts')[0]?.seen).toMatchObject({ city: 'Mainz', jobTitle: null });
  });

  it('refuses to delete what changed since it was opened', async () => {
    await save({ tab: 'contacts', changes: { firstName: 'Ann' } });
    await save({ tab: 'contacts', id: 'C-1', changes: { city: 'Bonn' } });
    const reply = await world.reply('deleteRecord', { tab: 'contacts', id: 'C-1', baseVersion: 1 });
    expect(reply).toMatchObject({ ok: false, code: 'conflict' });
  });
});

describe('many records', () => {
  it('are saved in one change set, all or none', async () => {
    const records = Array.from({ length: 30 }, (_, index) => ({ changes: { firstName: `Person ${index}` } }));
    const created = await world.ask<SaveManyResult>('saveRecords', { tab: 'contacts', records });
    expect(created.ids).toEqual(records.map((_, index) => `C-${index + 1}`));
    const bad = await world.ask<SaveManyResult>('saveRecords', {
      tab: 'contacts',
      records: [{ id: 'C-1', changes: { city: 'Bonn' } }, { changes: { email: 'no' } }],
    });
    expect(bad.issues).toMatchObject([
      { field: 'email', code: 'email' },
      { field: 'firstName', code: 'required' },
    ]);
    expect(gridRecords(world, 'contacts')[0]?.seen.city).toBeNull();
    const changed = created.ids.map((id) => ({ id, changes: { city: 'Bonn' } }));
    await world.ask<SaveManyResult>('saveRecords', { tab: 'contacts', records: changed });
    const found = await world.ask<FindResult>('findRecords', { tab: 'contacts', where: { city: 'Bonn' }, limit: 5 });
    expect([found.total, found.records.length]).toEqual([30, 5]);
  });
});

describe('many records with a unique field', () => {
  it('are refused when no two of them, or one of them and an old one, may be alike', async () => {
    await save({ tab: 'contacts', changes: { firstName: 'Ann', email: 'p7@example.com' } });
    const records = Array.from({ length: 12 }, (_, index) => ({
      changes: { firstName: `P${index}`, email: `P${index === 11 ? 2 : index}@example.com` },
    }));
    const refused = await world.ask<SaveManyResult>('saveRecords', { tab: 'contacts', records });
    expect(refused.issues.map(({ code, received }) => [code, received])).toEqual([
      ['unique', 'P7@example.com'],
      ['unique', 'P2@example.com'],
    ]);
    expect(gridRecords(world, 'contacts')).toHaveLength(1);
  });
});

describe('input that is none', () => {
  it('gets a sentence that says what is missing, and changes nothing', async () => {
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ann' } });
    const before = JSON.stringify([world.values('Contacts'), world.values('History')]);
    for (const name of ['getRecord', 'saveRecord', 'saveRecords', 'deleteRecord', 'reportLink']) {
      for (const input of [null, 5, 'x', [], {}]) {
        const answer = await world.reply(name, input);
        expect(answer).toMatchObject({ ok: false, code: expect.stringMatching(/^(bad-input|function-not-set-up)$/) });
      }
    }
    for (const id of [5, true, ['C-1'], { a: 1 }]) {
      const record = { tab: 'contacts', id, changes: { city: 'Bonn' } };
      for (const [name, input] of [
        ['getRecord', record],
        ['saveRecord', record],
        ['deleteRecord', record],
        ['saveRecords', { tab: 'contacts', records: [record] }],
      ] as const) {
        expect(await world.reply(name, input)).toMatchObject({ ok: false, code: 'bad-input' });
      }
    }
    for (const name of ['getRecord', 'deleteRecord']) {
      expect(await world.reply(name, { tab: 'contacts' })).toMatchObject({ ok: false, code: 'bad-input' });
    }
    expect(JSON.stringify([world.values('Contacts'), world.values('History')])).toBe(before);
  });

  it('is a name of nothing but white space, and a value for a field that Rowbook keeps', async () => {
    expect(await world.ask('saveRecord', { tab: 'companies', changes: { name: ' \t ' } })).toMatchObject({
      status: 'invalid',
      issues: [{ field: 'name', code: 'required', message: 'Name is missing.' }],
    });
    expect(await world.ask('saveRecord', { tab: 'companies', changes: { name: 'A', id: 'CO-9' } })).toMatchObject({
      status: 'invalid',
      issues: [{ field: 'id', code: 'readOnly', message: 'ID is kept by Rowbook itself and cannot be set.' }],
    });
  });

  it('is forgiven where an id is written in lower case or with spaces', async () => {
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ann' } });
    const saved = await world.ask<SaveResult>('saveRecord', { tab: 'contacts', id: ' c-1', changes: { city: 'Bonn' } });
    expect(saved).toMatchObject({ status: 'saved', record: { id: 'C-1', version: 2 } });
  });
});

describe('who may', () => {
  it('is told by Team', async () => {
    expect(await world.reply('start', {}, 'stranger@example.com')).toMatchObject({ ok: false, code: 'not-in-team' });
    await world.type('Team', 3, 'Email', [
      ['vic@example.com', 'Vic', 'viewer'],
      ['rae@example.com', 'Rae', 'rep'],
      ['sam@example.com', 'Sam', 'superadmin'],
    ]);
    const input = { tab: 'contacts', changes: { firstName: 'Ann' } };
    expect(await world.reply('saveRecord', input, 'vic@example.com')).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await world.reply('saveRecord', input, 'sam@example.com')).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await world.reply('saveRecord', input, 'rae@example.com')).toMatchObject({ ok: true });
    const product = { tab: 'products', changes: { name: 'GTX' } };
    expect(await world.reply('saveRecord', product, 'rae@example.com')).toMatchObject({
      ok: false,
      code: 'not-allowed',
    });
    const { changeSet } = await save(product);
    expect(await world.reply('undoChangeSet', { changeSet }, 'rae@example.com')).toMatchObject({
      ok: false,
      code: 'not-allowed',
    });
    expect(await world.reply('findRecords', { tab: 'nothing' })).toMatchObject({ ok: false, code: 'bad-input' });
  });
});
