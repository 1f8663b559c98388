// The board's deals through the compiled add-on, and moving one as the board does: against the values it shows, without a version.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boardOf } from '../../src/domain/board';
import { fieldsOf } from '../../src/domain/schema';
import type { SaveResult } from '../../src/rpc/contract';
import type { BoardResult } from '../../src/rpc/contract-board';
import { admin, forgetPrepared, openWorld, type World } from '../workbook/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());
afterAll(forgetPrepared);

const save = (changes: object, more: object = {}) =>
  world.ask<SaveResult>('saveRecord', { tab: 'deals', changes, ...more });
const board = () => world.ask<BoardResult>('board', {});
const names = async () => (await board()).deals.map(({ name }) => name);
const move = (stage: string, base: object, more: object = {}) =>
  save({ stage, ...more }, { id: 'D-1', baseVersion: 0, base });

describe('the board', () => {
  it('has open deals, deals in no known stage, and those closed in the last 30 days', async () => {
    await save({ name: 'Open', stage: 'Lead', amount: 100 });
    await save({ name: 'Just won', stage: 'Won' });
    await save({ name: 'Long won', stage: 'Won', closedOn: '2026-10-01' });
    await save({ name: 'Odd', stage: 'Lead' });
    await world.type('Deals', 5, 'Stage', [['Thinking']]);
    expect((await names()).sort()).toEqual(['Just won', 'Odd', 'Open']);
    const { deals, settings, today } = await board();
    expect(deals.find(({ name }) => name === 'Odd')).toMatchObject({ stage: 'Thinking', invalid: ['stage'] });
    const view = boardOf({ deals, settings, today, team: [] }, { pipeline: '', owner: '', closes: 'any' });
    expect(view.columns.map(({ stage, sums }) => [stage?.name, sums.count])).toEqual([
      [undefined, 1],
      ['Lead', 1],
      ['Qualified', 0],
      ['Proposal', 0],
      ['Negotiation', 0],
      ['Won', 1],
      ['Lost', 0],
    ]);
  });

  it('tells each field that a stage may require, and names the company', async () => {
    await world.ask('saveRecord', { tab: 'companies', changes: { name: 'Harbour Ltd' } });
    await save({ name: 'Crane', stage: 'Lead', company: 'CO-1' });
    const [deal] = (await board()).deals;
    expect(deal).toMatchObject({ id: 'D-1', name: 'Crane', company: 'Harbour Ltd', stageSince: '2026-11-23' });
    const required = fieldsOf('deals').filter(([, field]) => field.required || field.requiredWhen);
    for (const [key] of required) expect(deal).toHaveProperty(key);
  });

  it('costs three reads at any size, and no write', async () => {
    const cost = async () => (await world.run('board', {})).calls;
    await save({ name: 'One', stage: 'Lead' });
    const one = await cost();
    expect(one.reads).toBeLessThanOrEqual(4);
    expect(one.writes).toBe(0);
    const many = Array.from({ length: 300 }, (_, at) => ({ changes: { name: `Deal ${at}`, stage: 'Lead' } }));
    await world.ask('saveRecords', { tab: 'deals', records: many });
    expect((await cost()).reads).toBe(one.reads);
    expect(await names()).toHaveLength(301);
  });

  it('is for members of the team', async () => {
    expect(await world.reply('board', {}, 'stranger@example.com')).toMatchObject({ ok: false, code: 'not-in-team' });
  });
});

describe('a move from the board', () => {
  beforeEach(() => save({ name: 'Crane', stage: 'Lead', amount: 5 }));

  it('is saved, and undone', async () => {
    const moved = await move('Proposal', { stage: 'Lead' });
    expect(moved).toMatchObject({
      status: 'saved',
      record: { fields: { stage: 'Proposal', stageSince: '2026-11-23' } },
    });
    await world.ask('undoChangeSet', { changeSet: moved.status === 'saved' ? moved.changeSet : '' });
    expect((await board()).deals[0]).toMatchObject({ stage: 'Lead' });
  });

  it('is a conflict where a colleague or somebody at the grid moved it meanwhile; other fields merge', async () => {
    await save({ stage: 'Qualified', amount: 9 }, { id: 'D-1' });
    const refused = await move('Proposal', { stage: 'Lead' });
    expect(refused).toMatchObject({
      status: 'conflict',
      conflicts: [{ field: 'stage', base: 'Lead', mine: 'Proposal', theirs: 'Qualified' }],
    });
    await world.type('Deals', 2, 'Stage', [['Negotiation']], true);
    expect(await move('Proposal', { stage: 'Qualified' })).toMatchObject({
      status: 'conflict',
      conflicts: [{ theirs: 'Negotiation' }],
    });
    const settled = await move('Proposal', { stage: 'Negotiation' });
    expect(settled).toMatchObject({
      status: 'saved',
      record: { fields: { stage: 'Proposal', amount: 9 } },
    });
  });

  it('out of a stage that Settings do not have is possible', async () => {
    await world.type('Deals', 2, 'Stage', [['Thinking']]);
    expect((await board()).deals[0]).toMatchObject({ stage: 'Thinking' });
    expect(await move('Proposal', { stage: 'Thinking' })).toMatchObject({ status: 'saved' });
  });

  it('to Lost without a reason is refused with the field', async () => {
    expect(await move('Lost', { stage: 'Lead' })).toMatchObject({
      status: 'invalid',
      issues: [{ field: 'lostReason', code: 'required' }],
    });
    const base = { stage: 'Lead', lostReason: null };
    expect(await move('Lost', base, { lostReason: 'Price' })).toMatchObject({ status: 'saved' });
  });

  it('by somebody whose deal it is not is refused', async () => {
    await world.type('Team', 3, 'Email', [['rep@example.com', 'Rita']]);
    await save({ owner: admin }, { id: 'D-1' });
    const input = { tab: 'deals', id: 'D-1', baseVersion: 0, base: { stage: 'Lead' }, changes: { stage: 'Won' } };
    const refused = await world.reply('saveRecord', input, 'rep@example.com');
    expect(refused).toMatchObject({ ok: false, code: 'not-allowed' });
  });
});
