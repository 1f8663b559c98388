// History for people through the compiled add-on: reading it, undoing by person, putting a field back, restoring what was deleted.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordPage, Reply, SaveResult, UndoResult } from '../../src/rpc/contract';
import type {
  DeletedResult,
  HistoryPage,
  PutBackResult,
  RestoreResult,
  UndoByResult,
  WorkbookSize,
} from '../../src/rpc/contract-history';
import { disagreements } from '../workbook/consistency';
import { admin, forgetPrepared, openWorld, type World } from '../workbook/world';

const ben = 'ben@example.com';
const vera = 'vera@example.com';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.type('Team', 3, 'Email', [[ben], [vera]], true);
  await world.type('Team', 3, 'Name', [['Ben Ash'], ['Vera Lund']], true);
  await world.type('Team', 3, 'Role', [['rep'], ['viewer']], true);
  await world.type('Team', 3, 'Active', [['TRUE'], ['TRUE']], true);
});
afterEach(() => world.close());
afterAll(forgetPrepared);

async function save(
  tab: string,
  changes: object,
  id?: string,
  user = admin,
): Promise<{ id: string; changeSet: string }> {
  const saved = await world.ask<SaveResult>('saveRecord', { tab, ...(id ? { id } : {}), changes }, user);
  if (saved.status !== 'saved') throw new Error(JSON.stringify(saved));
  return { id: saved.record.id, changeSet: saved.changeSet };
}

const history = (input: object = {}, user?: string) => world.ask<HistoryPage>('history', input, user);
const cell = (title: string, header: string, row = 0) => world.rows(title)[row]?.cells[header] ?? null;

describe('history of the workbook', () => {
  it('tells change sets newest first, with names for ids, and an amount with its currency', async () => {
    await save('companies', { name: 'Acme' });
    await save('deals', { name: 'Crane', stage: 'Lead', company: 'CO-1', owner: ben, currency: 'USD' });
    await save('deals', { company: null, amount: 1200, owner: admin }, 'D-1', ben);
    const { sets, labels, total, cursor } = await history();
    expect(cursor).toBe(null);
    expect(total).toBe(world.values('History').length - 1);
    const [last, first] = sets;
    expect(last).toMatchObject({ who: `Ben Ash <${ben}>`, how: 'sidebar', canUndo: true });
    const deal = last?.records.find(({ id }) => id === 'D-1');
    expect(deal).toMatchObject({ tab: 'deals', name: 'Crane', mayChange: true, currency: 'USD' });
    expect(deal?.delta).toMatchObject({ company: ['CO-1', null], amount: [null, 1200], owner: [ben, admin] });
    expect(labels).toEqual({ 'CO-1': 'Acme' });
    expect(first?.records[0]).toMatchObject({ id: 'D-1', summary: 'Created' });
  });

  it('is paged from its end, and each page reads a block, never the whole tab', async () => {
    for (let n = 0; n < 12; n++) await save('contacts', { firstName: `Ann ${n}` });
    const first = await history({ limit: 5 });
    const second = await history({ limit: 5, cursor: first.cursor });
    const third = await history({ limit: 5, cursor: second.cursor });
    const names = [first, second, third].flatMap(({ sets }) => sets.map(({ records }) => records[0]?.name));
    expect(names).toEqual(Array.from({ length: 12 }, (_, n) => `Ann ${11 - n}`));
    expect(third.cursor).toBe(null);
    const { sheetId, rows } = world.sheet('History');
    const session = world.engine.session(admin, 'person');
    session.insertRows(sheetId, rows + 1, 4_000);
    const [line = []] = world.values('History').slice(1);
    const copies = Array.from({ length: 4_000 }, (_, n) =>
      line.map((value, at) => ({ input: { kind: 'value' as const, value: at === 3 ? `Sx${n}` : value } })),
    );
    session.write({ sheetId, row: 14, column: 1, rows: 4_000, columns: line.length }, copies);
    session.flush();
    const outcome = await world.run('history', { limit: 5 });
    expect(outcome.calls.reads).toBeLessThan(8);
    expect(outcome.modelledMs).toBeLessThan(1_500);
  });

  it('is filtered by person, way, tab and day', async () => {
    await save('contacts', { firstName: 'Ann' });
    await save('companies', { name: 'Acme' }, undefined, ben);
    await world.type('Contacts', 2, 'City', [['Rome']]);
    const who = async (input: object) =>
      (await history(input)).sets.map((set) => `${set.who}: ${set.records[0]?.name}`);
    expect(await who({ who: ben })).toEqual([`Ben Ash <${ben}>: Acme`]);
    expect(await who({ tab: 'companies' })).toEqual([`Ben Ash <${ben}>: Acme`]);
    expect(await who({ how: 'grid' })).toEqual([expect.stringContaining('Ann')]);
    expect(await who({ from: '2026-11-24' })).toEqual([]);
    expect((await history({ from: '2026-11-23', to: '2026-11-23' })).sets.length).toBe(3);
    expect(await who({ to: '2026-11-22' })).toEqual([]);
    for (const wrong of [{ from: 'yesterday' }, { cursor: 'x' }, { tab: 'team' }]) {
      expect(await world.reply('history', wrong)).toMatchObject({ ok: false, code: 'bad-input' });
    }
  });

  it('says what was undone and by whom, and no longer once the undo is undone', async () => {
    const { changeSet } = await save('contacts', { firstName: 'Ann', city: 'Rome' });
    const moved = await save('contacts', { city: 'Oslo' }, 'C-1');
    const undo = await world.ask<UndoResult>('undoChangeSet', { changeSet: moved.changeSet }, ben);
    const find = async (wanted: string) => (await history()).sets.find((set) => set.changeSet === wanted);
    expect(await find(moved.changeSet)).toMatchObject({
      undone: { who: `Ben Ash <${ben}>`, inPart: false },
      canUndo: false,
    });
    expect((await find(changeSet))?.undone).toBeUndefined();
    expect(await find(undo.changeSet)).toMatchObject({ how: 'undo', canUndo: true });
    await world.ask('undoChangeSet', { changeSet: undo.changeSet });
    expect(cell('Contacts', 'City')).toBe('Oslo');
    expect(await find(moved.changeSet)).toMatchObject({ canUndo: true });
    expect((await find(moved.changeSet))?.undone).toBeUndefined();
  });

  it('goes on offering the undo of what was undone in part', async () => {
    await save('contacts', { firstName: 'Ann', city: 'Rome', jobTitle: 'Buyer' });
    const { changeSet } = await save('contacts', { city: 'Oslo', jobTitle: 'Head' }, 'C-1');
    await save('contacts', { city: 'Bern' }, 'C-1');
    const find = async () => (await history()).sets.find((set) => set.changeSet === changeSet);
    await world.ask('undoChangeSet', { changeSet });
    expect(await find()).toMatchObject({ undone: { inPart: true }, canUndo: true });
    await save('contacts', { city: 'Oslo' }, 'C-1');
    await world.ask('undoChangeSet', { changeSet });
    expect([cell('Contacts', 'City'), cell('Contacts', 'Job title')]).toEqual(['Rome', 'Buyer']);
    expect(await find()).toMatchObject({ undone: { inPart: false }, canUndo: false });
  });

  it('offers a rep the undo of what they may change, and of nothing else', async () => {
    await save('contacts', { firstName: 'Ann', owner: admin });
    await save('contacts', { firstName: 'Bea' });
    await save('contacts', { firstName: 'Cid', owner: ben });
    await save('contacts', { city: 'Rome' }, 'C-1');
    const records = ['C-1', 'C-3'].map((id) => ({ id, changes: { city: 'Oslo' } }));
    await world.ask('saveRecords', { tab: 'contacts', records });
    await world.ask('deleteRecord', { tab: 'contacts', id: 'C-1' });
    const { sets } = await history({}, ben);
    const offered = sets.map(({ canUndo, records }) => [canUndo, records.map(({ id, mayChange }) => [id, mayChange])]);
    expect(offered.slice(0, 5)).toEqual([
      [false, [['C-1', false]]],
      [
        true,
        [
          ['C-1', true],
          ['C-3', true],
        ],
      ],
      [true, [['C-1', true]]],
      [true, [['C-3', true]]],
      [true, [['C-2', true]]],
    ]);
    for (const [index, { changeSet, canUndo }] of sets.entries()) {
      const reply = await world.ask<UndoResult>('undoChangeSet', { changeSet }, ben);
      if (!canUndo) expect(reply, `set ${index}`).toMatchObject({ undone: 0, kept: [{ id: 'C-1' }] });
    }
  });

  it('says which values an undo lost to merged cells', async () => {
    await save('contacts', { firstName: 'Ann' });
    await save('contacts', { firstName: 'Bea', city: 'Rome' });
    const { changeSet } = await save('contacts', { city: 'Oslo', jobTitle: 'Head' }, 'C-2');
    const column = world.column('Contacts', 'City');
    world.engine.session('').merge({ sheetId: world.sheet('Contacts').sheetId, row: 2, column, rows: 2, columns: 1 });
    const undone = await world.ask<UndoResult>('undoChangeSet', { changeSet });
    expect(undone).toMatchObject({ undone: 1, kept: [{ id: 'C-2', field: 'city' }] });
  });

  it('tells a viewer, who may undo nothing', async () => {
    await save('contacts', { firstName: 'Ann' });
    const { sets } = await history({}, vera);
    expect(sets[0]).toMatchObject({ canUndo: false });
  });
});

describe('history of a record', () => {
  it('is its own changes, with how many records went with them', async () => {
    await save('contacts', { firstName: 'Ann' });
    await save('contacts', { firstName: 'Bea' });
    await world.ask('saveRecords', {
      tab: 'contacts',
      records: [
        { id: 'C-1', changes: { city: 'Rome' } },
        { id: 'C-2', changes: { city: 'Rome' } },
      ],
    });
    const { sets } = await history({ tab: 'contacts', id: 'C-1' });
    expect(sets.map(({ count, records }) => [count, records.length, records[0]?.summary])).toEqual([
      [2, 1, 'City – → Rome'],
      [1, 1, 'Created'],
    ]);
    const paged = await history({ tab: 'contacts', id: 'C-1', limit: 1 });
    const rest = await history({ tab: 'contacts', id: 'C-1', limit: 1, cursor: paged.cursor });
    expect([...paged.sets, ...rest.sets].map(({ records }) => records[0]?.summary)).toEqual([
      'City – → Rome',
      'Created',
    ]);
    expect(rest.cursor).toBe(null);
  });
});

describe('putting back one field', () => {
  it('first says what it holds, then writes, also where it was changed since', async () => {
    await save('contacts', { firstName: 'Ann', city: 'Rome' });
    const first = await save('contacts', { city: 'Oslo', jobTitle: 'Buyer' }, 'C-1');
    await save('contacts', { city: 'Bern' }, 'C-1', ben);
    const input = { tab: 'contacts', id: 'C-1', changeSet: first.changeSet, field: 'city' };
    const ask = await world.ask<PutBackResult>('putBackField', input);
    expect(ask).toMatchObject({ status: 'ask', now: 'Bern', then: 'Rome' });
    expect(cell('Contacts', 'City')).toBe('Bern');
    if (ask.status !== 'ask') return;
    const done = await world.ask<PutBackResult>('putBackField', { ...input, expected: ask.expected });
    expect(done).toMatchObject({ status: 'saved' });
    expect([cell('Contacts', 'City'), cell('Contacts', 'Job title')]).toEqual(['Rome', 'Buyer']);
    expect(disagreements(world)).toEqual([]);
    if (done.status !== 'saved') return;
    await world.ask('undoChangeSet', { changeSet: done.changeSet });
    expect(cell('Contacts', 'City')).toBe('Bern');
  });

  it('asks again when it holds something else than the person was told', async () => {
    await save('contacts', { firstName: 'Ann', city: 'Rome' });
    const { changeSet } = await save('contacts', { city: 'Oslo' }, 'C-1');
    const input = { tab: 'contacts', id: 'C-1', changeSet, field: 'city' };
    const ask = await world.ask<PutBackResult>('putBackField', input);
    await save('contacts', { city: 'Bern' }, 'C-1', ben);
    const expected = ask.status === 'ask' ? ask.expected : null;
    expect(await world.ask('putBackField', { ...input, expected })).toMatchObject({ status: 'ask', now: 'Bern' });
    expect(cell('Contacts', 'City')).toBe('Bern');
  });

  it('says that a formula would be written over, and writes over it only then', async () => {
    await save('deals', { name: 'Crane', stage: 'Lead', amount: 100 });
    const { changeSet } = await save('deals', { amount: 200 }, 'D-1');
    await world.type('Deals', 2, 'Amount', [['=100*3']]);
    const input = { tab: 'deals', id: 'D-1', changeSet, field: 'amount' };
    const ask = await world.ask<PutBackResult>('putBackField', input);
    expect(ask).toMatchObject({ status: 'ask', now: 300, formula: '=100*3' });
    const expected = ask.status === 'ask' ? ask.expected : null;
    expect(await world.ask('putBackField', { ...input, expected })).toMatchObject({ status: 'saved' });
    expect(cell('Deals', 'Amount')).toBe(100);
  });

  it('keeps the rules: an email that somebody else has by now is an issue', async () => {
    await save('contacts', { firstName: 'Ann', email: 'a@example.com' });
    const { changeSet } = await save('contacts', { email: 'b@example.com' }, 'C-1');
    await save('contacts', { firstName: 'Bea', email: 'a@example.com' });
    const input = { tab: 'contacts', id: 'C-1', changeSet, field: 'email' };
    const ask = await world.ask<PutBackResult>('putBackField', input);
    const expected = ask.status === 'ask' ? ask.expected : null;
    const done = await world.ask<PutBackResult>('putBackField', { ...input, expected });
    expect(done).toMatchObject({ status: 'invalid', issues: [{ field: 'email', code: 'unique' }] });
    expect(await world.reply('putBackField', input, vera)).toMatchObject({ ok: false, code: 'not-allowed' });
    await save('companies', { name: 'Acme' });
    const deal = await save('deals', { name: 'Crane', stage: 'Lead', amount: 5, company: 'CO-1' });
    const derived = { tab: 'companies', id: 'CO-1', changeSet: deal.changeSet, field: 'openValue' };
    expect(await world.reply('putBackField', derived)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await world.reply('putBackField', { ...input, changeSet: 'Snone' })).toMatchObject({
      code: 'no-change-set',
    });
  });
});

describe('a deleted record', () => {
  it('comes back with its id, its formulas and its links', async () => {
    await save('companies', { name: 'Acme' });
    await save('contacts', { firstName: 'Ann', lastName: 'Berg', company: 'CO-1', email: 'ann@example.com' });
    await save('deals', { name: 'Crane', stage: 'Lead', contact: 'C-1' });
    await world.type('Contacts', 2, 'Last contact', [['=DATE(2026,1,2)']]);
    await world.ask('deleteRecord', { tab: 'contacts', id: 'C-1' }, ben);
    await world.ask('deleteRecord', { tab: 'companies', id: 'CO-1' });
    const listed = await world.ask<DeletedResult>('deletedRecords', { query: 'berg ann' });
    expect(listed.records).toMatchObject([{ tab: 'contacts', id: 'C-1', name: 'Ann Berg', who: `Ben Ash <${ben}>` }]);
    expect((await world.ask<DeletedResult>('deletedRecords', {})).records.length).toBe(2);

    const { warnings } = await world.ask<RestoreResult>('restoreRecord', { tab: 'contacts', id: 'C-1' }, ben);
    expect(warnings).toEqual([expect.stringMatching(/Company is Acme \(CO-1\), which is deleted too/)]);
    expect(cell('Contacts', 'ID')).toBe('C-1');
    const { sheetId } = world.sheet('Contacts');
    const at = world.column('Contacts', 'Last contact');
    const row = world.rows('Contacts')[0]?.row ?? 0;
    const [[formula]] = world.engine.session('').formulas({ sheetId, row, column: at, rows: 1, columns: 1 }) as [
      [string],
    ];
    expect(formula).toBe('=DATE(2026,1,2)');
    expect(cell('Contacts', 'Company')).toBe('Acme (CO-1)');
    const page = await world.ask<{ related: { id: string }[] }>('getRecord', { tab: 'contacts', id: 'C-1' });
    expect(page.related.map(({ id }) => id)).toContain('D-1');
    expect(disagreements(world)).toEqual([]);
    expect(await world.ask<RestoreResult>('restoreRecord', { tab: 'companies', id: 'CO-1' })).toMatchObject({
      warnings: [],
    });
    expect((await world.ask<DeletedResult>('deletedRecords', {})).records).toEqual([]);
  });

  it('has what follows from others as it is by now, and others have what follows from it', async () => {
    await save('companies', { name: 'Acme' });
    await save('deals', { name: 'Crane', stage: 'Lead', amount: 900, company: 'CO-1' });
    await save('deals', { name: 'Hook', stage: 'Lead', amount: 50, company: 'CO-1' });
    const call = { title: 'Call', due: '2026-12-02', company: 'CO-1' };
    await save('tasks', call);
    await save('tasks', { ...call, due: '2026-12-09' });
    await save('interactions', { when: '2026-11-20T10:00', kind: 'Call', subject: 'Hello', company: 'CO-1' });
    await world.ask('deleteRecord', { tab: 'companies', id: 'CO-1' });
    await save('deals', { amount: 1000 }, 'D-1');
    await save('tasks', { status: 'Done' }, 'T-1');
    await save('interactions', { when: '2026-11-22T10:00' }, 'I-1');
    await world.ask('restoreRecord', { tab: 'companies', id: 'CO-1' });
    expect(cell('Companies', 'Open value')).toBe(1050);
    const page = await world.ask<RecordPage>('getRecord', { tab: 'companies', id: 'CO-1' });
    expect(page.record.fields).toMatchObject({ nextFollowUp: '2026-12-09', lastContact: '2026-11-22' });
    expect(world.rows('Tasks').length).toBe(2);
    await world.ask('deleteRecord', { tab: 'deals', id: 'D-2' });
    expect(cell('Companies', 'Open value')).toBe(1000);
    await world.ask('restoreRecord', { tab: 'deals', id: 'D-2' });
    expect(cell('Companies', 'Open value')).toBe(1050);
    expect(disagreements(world)).toEqual([]);
  });

  it('is restored once, by those who may write, and only where something is kept of it', async () => {
    await save('contacts', { firstName: 'Ann' });
    const restore = (id: string, user?: string) => world.reply('restoreRecord', { tab: 'contacts', id }, user);
    expect(await restore('C-1')).toMatchObject({ ok: false, code: 'not-deleted' });
    await world.ask('deleteRecord', { tab: 'contacts', id: 'C-1' });
    expect(await restore('C-1', vera)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await restore('C-9')).toMatchObject({ ok: false, code: 'no-record' });
    const both = await Promise.all([restore('C-1'), restore('C-1', ben)]);
    expect(both.filter(({ ok }) => ok).length).toBe(1);
    expect(world.rows('Contacts').length).toBe(1);
    expect(disagreements(world)).toEqual([]);
  });
});

describe('undoing all changes of a person', () => {
  async function undoBy(input: object, user = admin) {
    const preview = await world.ask<UndoByResult>('undoChangesBy', input, user);
    if (preview.status !== 'preview') throw new Error('no preview');
    let at = 0;
    let changeSet: string | undefined;
    let undone = 0;
    const kept: { id: string; field: string }[] = [];
    for (;;) {
      const next = { ...input, until: preview.until, at, ...(changeSet ? { changeSet } : {}) };
      const step = await world.ask<UndoByResult>('undoChangesBy', next, user);
      if (step.status !== 'step') throw new Error('no step');
      at = step.at;
      changeSet = step.changeSet;
      undone += step.undone;
      kept.push(...step.kept);
      if (!step.more) return { preview, undone, kept, changeSet };
    }
  }

  it('takes them back together, leaves what others changed since, and can be undone itself', async () => {
    await save('contacts', { firstName: 'Ann', city: 'Rome', jobTitle: 'Buyer' });
    await save('contacts', { firstName: 'Bea' });
    await save('companies', { name: 'Acme' });
    await save('contacts', { city: 'Oslo' }, 'C-1', ben);
    await save('contacts', { city: 'Bern', jobTitle: 'Head' }, 'C-1', ben);
    await save('contacts', { jobTitle: 'Chief' }, 'C-1');
    await save('contacts', { firstName: 'Cid' }, undefined, ben);
    await save('contacts', { city: 'Lyon' }, 'C-3', ben);
    await world.ask('deleteRecord', { tab: 'companies', id: 'CO-1' }, ben);
    const { preview, undone, kept, changeSet } = await undoBy({ who: ben, since: '2026-11-23' });
    expect(preview).toMatchObject({ changeSets: 5, records: 3 });
    expect(undone).toBe(3);
    expect(kept).toMatchObject([{ id: 'C-1', field: 'jobTitle' }]);
    const contacts = world.rows('Contacts').map(({ cells }) => [cells.ID, cells.City, cells['Job title']]);
    expect(contacts).toEqual([
      ['C-1', 'Rome', 'Chief'],
      ['C-2', null, null],
    ]);
    expect(cell('Companies', 'ID')).toBe('CO-1');
    expect(disagreements(world)).toEqual([]);
    const { sets } = await history();
    expect(sets[0]).toMatchObject({ changeSet, how: 'undo', count: 3 });

    await world.ask('undoChangeSet', { changeSet });
    expect(world.rows('Contacts').map(({ cells }) => [cells.ID, cells.City])).toEqual([
      ['C-1', 'Bern'],
      ['C-2', null],
      ['C-3', 'Lyon'],
    ]);
    expect(world.rows('Companies')).toEqual([]);
    expect(disagreements(world)).toEqual([]);
  });

  it('works for what was typed by somebody unknown, from a moment on', async () => {
    await save('contacts', { firstName: 'Ann', city: 'Rome' });
    await world.type('Contacts', 2, 'City', [['Oslo']], true);
    await world.runtime.fireChange({ user: admin, changeType: 'EDIT' });
    await world.runtime.fireChange({ user: admin, changeType: 'REMOVE_ROW' });
    await world.run('hourly');
    const [set] = (await history({ who: 'unknown (grid)' })).sets;
    expect(set?.records[0]).toMatchObject({ id: 'C-1', summary: 'City Rome → Oslo' });
    const { undone } = await undoBy({ who: 'unknown (grid)', since: set?.when });
    expect(undone).toBe(1);
    expect(cell('Contacts', 'City')).toBe('Rome');
  });

  it('is not stopped by a column of the team’s own that is gone: its values are listed, all else goes back', async () => {
    await save('contacts', { firstName: 'Ann', city: 'Rome' });
    const own = world.column('Contacts', 'Updated') + 1;
    const sheetId = () => world.sheet('Contacts').sheetId;
    world.engine.session(admin).insertColumns(sheetId(), own, 1);
    await world.type('Contacts', 1, own, [['Shoe size']], true);
    await save('contacts', { city: 'Oslo', 'custom:Shoe size': '38' }, 'C-1', ben);
    const { changeSet } = await save('contacts', { 'custom:Shoe size': null }, 'C-1', ben);
    await world.ask('deleteRecord', { tab: 'contacts', id: 'C-1' }, ben);
    world.engine.session(admin).deleteColumns(sheetId(), own, 1);

    const alone = await world.ask<UndoResult>('undoChangeSet', { changeSet });
    expect(alone).toMatchObject({ undone: 0, kept: [{ id: 'C-1', reason: 'The record was deleted since.' }] });
    const since = (await history()).sets[0]?.when.slice(0, 10);
    const preview = await world.ask<{ until: string }>('undoChangesBy', { who: ben, since });
    const step = await world.ask<UndoByResult>('undoChangesBy', { who: ben, since, until: preview.until });
    expect(step).toMatchObject({ status: 'step', undone: 1, more: false });
    expect([cell('Contacts', 'First name'), cell('Contacts', 'City')]).toEqual(['Ann', 'Rome']);
    expect(disagreements(world)).toEqual([]);

    const again = await world.ask<UndoResult>('undoChangeSet', { changeSet });
    const reason = 'Its column is gone. Add one with this header, then undo again.';
    expect(again).toMatchObject({ undone: 0, kept: [{ id: 'C-1', field: 'custom:Shoe size', reason }] });
    const put = { tab: 'contacts', id: 'C-1', changeSet, field: 'custom:Shoe size' };
    const asked = await world.ask<{ expected: object }>('putBackField', put);
    const refused = await world.reply('putBackField', { ...put, expected: asked.expected });
    expect(refused).toMatchObject({
      ok: false,
      message: 'The column “Shoe size” is missing in Contacts. Add one with this header, then try again.',
    });
  });

  it('goes in steps over many records, and a step that is killed is done again without harm', async () => {
    for (let part = 0; part < 3; part++) {
      const records = Array.from({ length: 150 }, (_, n) => ({ changes: { firstName: `N${part}-${n}` } }));
      await world.ask('saveRecords', { tab: 'contacts', records }, ben);
    }
    const input = { who: ben, since: '2026-11-23' };
    const preview = await world.ask<UndoByResult>('undoChangesBy', input);
    const until = preview.until;
    const first = await world.ask<UndoByResult>('undoChangesBy', { ...input, until });
    if (first.status !== 'step') throw new Error('no step');
    expect(first).toMatchObject({ at: 200, more: true, undone: 200 });
    const next = { ...input, until, at: first.at, changeSet: first.changeSet };
    for (const killCall of [20, 40, 60]) {
      world.runtime.setFaults({ killCall, seed: killCall });
      await world.run('undoChangesBy', next);
      world.runtime.setFaults({});
    }
    const second = await world.ask<UndoByResult>('undoChangesBy', next);
    if (second.status !== 'step') throw new Error('no step');
    await world.ask('undoChangesBy', { ...next, at: second.at });
    expect(world.rows('Contacts')).toEqual([]);
    expect(disagreements(world)).toEqual([]);
  });

  it('is for admins, and asks for what it needs', async () => {
    const input = { who: ben, since: '2026-11-23' };
    for (const user of [ben, vera]) {
      expect(await world.reply('undoChangesBy', input, user)).toMatchObject({ ok: false, code: 'not-allowed' });
    }
    const { changeSet } = await save('contacts', { firstName: 'Ann' });
    const until = '2026-11-23T20:00:00.000Z';
    for (const wrong of [
      { since: '2026-11-23' },
      { who: ben },
      { who: ben, since: 'monday' },
      { ...input, until: 'now' },
      { ...input, until, at: -1 },
      { ...input, until, changeSet: 'S1' },
      { ...input, until, changeSet },
    ]) {
      expect(await world.reply('undoChangesBy', wrong), JSON.stringify(wrong)).toMatchObject({ code: 'bad-input' });
    }
  });
});

describe('cells in use', () => {
  it('are rows times columns of every tab, blank ones included', async () => {
    const { sheets } = { sheets: world.engine.session('').sheets() };
    const cells = sheets.reduce((sum, sheet) => sum + sheet.rows * sheet.columns, 0);
    const size = await world.ask<WorkbookSize>('workbookSize', {}, vera);
    expect(size).toMatchObject({ total: cells, most: 10_000_000, share: cells / 10_000_000 });
    expect(size.tabs.length).toBe(sheets.length);
  });

  it('above 80 percent are told when the sidebar opens, from what the hourly run counted', async () => {
    const codes = async () => {
      const outcome = await world.run('start', {});
      expect(outcome.calls.reads).toBeLessThanOrEqual(3);
      const reply = outcome.result as Reply<{ notices: { code: string }[] }>;
      return reply.ok ? reply.value.notices.map(({ code }) => code) : [];
    };
    await world.run('hourly');
    expect(await codes()).not.toContain('nearly-full');
    const { sheetId, rows } = world.sheet('_Staging');
    const session = world.engine.session(admin, 'person');
    session.insertRows(sheetId, rows + 1, 2_800_000);
    session.flush();
    await world.runtime.setClock({ advanceMs: 24 * 3_600_000 });
    await world.run('hourly');
    expect(await codes()).toContain('nearly-full');
  });
});
