// Imports by the compiled add-on in the stand-in's runtime: whole, in steps, within limits, twice.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { PipelineReport, UndoResult } from '../../src/rpc/contract';
import { admin, type ImportWorld, importWorld, monday } from './import-world';

const shared = join(import.meta.dirname, '../../../shared/data');
const noData = existsSync(shared) ? '' : ' (skipped: ../shared/data is not on this machine)';

let world: ImportWorld;
afterEach(() => world.close());
const open = async (options: Parameters<typeof importWorld>[0] = {}) => {
  world = await importWorld(options);
  return world;
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The pipeline report must say what a separate script has computed from the same file (EXPECTED.json beside it). */
async function expectTheirFigures() {
  const expected = JSON.parse(readFileSync(join(shared, 'maven-crm/EXPECTED.json'), 'utf8'));
  const report = await world.ask<PipelineReport>('report', { name: 'pipeline' });
  const figure = (key: string) => report.figures.find((one) => one.key === key)?.value;
  expect(figure('open')).toBe(expected.open_deals);
  expect(figure('won')).toBe(expected.won.count);
  expect(figure('wonValue')).toBe(expected.won.value);
  expect(figure('lost')).toBe(expected.lost.count);
  expect(figure('winRate')).toBeCloseTo(expected.win_rate, 6);
  expect(figure('averageWon')).toBeCloseTo(expected.average_won_deal, 5);
  expect(figure('cycleWonMean')).toBeCloseTo(expected.mean_sales_cycle_days.won, 5);
  expect(figure('cycleLostMean')).toBeCloseTo(expected.mean_sales_cycle_days.lost, 5);
  expect(report.stages.find(({ stage }) => stage === 'Qualified')?.count).toBe(expected.deals_per_stage.Engaging);
  expect(report.stages.find(({ stage }) => stage === 'Lead')?.count).toBe(expected.deals_per_stage.Prospecting);
}

describe('the Maven pipeline', () => {
  it.skipIf(noData)(
    `is imported whole, in steps that grow with blocks; a second time changes nothing, and all of it can be taken back${noData}`,
    async () => {
      await open();
      const tab = await world.openCsv(join(shared, 'maven-crm/sales_pipeline.csv'));
      const { last, steps } = await world.importAll(tab);
      expect(last).toMatchObject({
        done: true,
        rowsDone: 8800,
        rowsTotal: 8800,
        skipped: 0,
        created: { products: 7, companies: 85, deals: 8800 },
      });

      // Start, people and columns, products, companies, nine blocks of deals.
      expect(steps).toHaveLength(13);
      for (const { calls, modelledMs } of steps) {
        expect(calls.reads).toBeLessThanOrEqual(14);
        expect(calls.writes).toBeLessThanOrEqual(14);
        expect(modelledMs).toBeLessThan(6_000);
      }
      // One write more for each block than its rows, ledger and history take: the journal holds the block, so that recovery can
      // tell its cells from a person's. Two reads more: what computes itself in the team's own columns.
      expect(sum(steps.map(({ calls }) => calls.reads + calls.writes))).toBeLessThan(230);

      const deals = world.rows('Deals');
      expect(deals).toHaveLength(8800);
      expect(new Set(deals.map((row) => row.ID)).size).toBe(8800);
      expect(world.rows('Companies')).toHaveLength(85);
      expect(deals.find((row) => row['Opportunity ID'] === '1C1I7A6R')).toMatchObject({
        Name: 'Cancity · GTX Plus Basic',
        Company: expect.stringMatching(/^Cancity \(CO-\d+\)$/),
        Product: expect.stringMatching(/^GTX Plus Basic \(P-\d+\)$/),
        Stage: 'Won',
        Amount: '1,054.00',
        Owner: 'Moses Frase',
        'Started on': '2016-10-20',
        'Closed on': '2017-03-01',
        'Close date': '',
      });
      expect(deals.filter((row) => row.Company === '')).toHaveLength(1425);
      expect(deals.filter((row) => row.Amount === '')).toHaveLength(2089);
      expect(world.rows('Team').filter((row) => row.Email === '' && row.Role === 'rep')).toHaveLength(30);
      await expectTheirFigures();
      // One row of History for each block, all of one change set.
      const history = world.rows('History').filter((row) => row['Change set'] === last.changeSet);
      expect(history.map((row) => row.Summary)).toEqual([
        'Created 7',
        'Created 85',
        ...Array(8).fill('Created 1000'),
        'Created 800',
      ]);
      expect(world.rows('_Staging')).toEqual([]);

      const again = await world.importAll(tab);
      expect(again.last).toMatchObject({ done: true, created: {}, rowsDone: 8800 });
      expect(world.rows('Deals')).toHaveLength(8800);
      expect(world.rows('Companies')).toHaveLength(85);
      expect(world.rows('Team')).toHaveLength(31);

      // Taken back but for one deal that somebody has changed since, and what that refers to.
      const edited = deals[4321];
      await world.ask('saveRecord', { tab: 'deals', id: edited?.ID, changes: { notes: 'Mine now' } });
      for (let more = true; more; ) {
        const { outcome, reply } = await world.call<UndoResult>('undoChangeSet', { changeSet: last.changeSet });
        // The lock is taken for one block at a time; a step may look at several that are done.
        expect(outcome.modelledMs).toBeLessThan(15_000);
        more = reply.ok && reply.value.more;
      }
      const standing = (title: string) => world.rows(title).filter((row) => row.ID !== '');
      expect(standing('Deals')).toMatchObject([{ ID: edited?.ID, Notes: 'Mine now' }]);
      expect(standing('Companies').map((row) => `${row.Name} (${row.ID})`)).toEqual([edited?.Company]);
      expect(standing('Products').map((row) => `${row.Name} (${row.ID})`)).toEqual([edited?.Product]);
    },
    300_000,
  );
});

describe('a list of contacts', () => {
  it.skipIf(noData)(`comes with its companies and keeps texts texts${noData}`, async () => {
    await open();
    const tab = await world.openCsv(join(shared, 'us-500/us-500.csv'));
    const { last } = await world.importAll(tab);
    expect(last).toMatchObject({ created: { companies: 500, contacts: 500 } });
    expect(world.rows('Contacts').find((row) => row.Email === 'art@venere.org')).toMatchObject({
      'First name': 'Art',
      Company: expect.stringMatching(/^Chemel, James L Cpa \(CO-\d+\)$/),
      Phone: '856-636-8749',
      Postcode: '8014',
      County: 'Gloucester',
      Status: 'Lead',
    });
    const again = await world.importAll(tab);
    expect(again.last.created).toEqual({});
  });
});

describe('companies that belong to each other', () => {
  it('refer to the ones made before them, however deep', async () => {
    await open();
    world.sheet('Accounts', [
      'account | industry | employees | parent account',
      'A | x | 1 | B',
      'B | x | 2 | C',
      'C | x | 3 | ',
      'D | x | 4 | A',
    ]);
    await world.importAll('Accounts');
    const parents = Object.fromEntries(
      world.rows('Companies').map((row) => [row.Name, row['Parent company']?.split(' ')[0]]),
    );
    expect(parents).toEqual({ A: 'B', B: 'C', C: '', D: 'A' });
  });
});

describe('a preview', () => {
  const lines = [
    'Deal name | Stage | Closed on | Amount',
    'One | Won | 31.02.2024 | 100',
    'Two | Banana | 2024-02-01 | 5',
  ];

  it('writes nothing and says what is wrong', async () => {
    await open();
    world.sheet('Old deals', lines);
    const { outcome, reply } = await world.call<{ problems: { message: string }[]; blockers: { code: string }[] }>(
      'previewImport',
      { tab: 'Old deals' },
    );
    expect(outcome.calls.writes).toBe(0);
    expect(reply).toMatchObject({
      ok: true,
      value: {
        problems: [{ row: 2, message: 'Row 2, Closed on: “31.02.2024” is no date' }],
        blockers: [{ code: 'undecided-value', message: 'Say what “Banana” becomes as Stage.' }],
      },
    });
    expect(world.rows('Deals')).toEqual([]);
  });

  it('with something undecided cannot be committed', async () => {
    await open();
    world.sheet('Old deals', lines);
    const { mapping } = await world.preview('Old deals');
    const { reply } = await world.call('commitImport', { tab: 'Old deals', mapping });
    expect(reply).toMatchObject({ ok: false, code: 'import-refused' });
    expect(world.rows('Deals')).toEqual([]);
    expect(world.rows('_Staging')).toEqual([]);
  });

  it.each([
    ['a tab that is not there', { tab: 'Nowhere' }, 'no-tab'],
    ['a tab of Rowbook itself', { tab: 'Deals' }, 'no-tab'],
    ['no tab', {}, 'bad-input'],
    ['half a mapping', { tab: 'Old deals', mapping: { main: 'deals' } }, 'bad-input'],
    ['a mapping into nowhere', { tab: 'Old deals', mapping: { main: 'team', columns: [] } }, 'bad-input'],
  ])('of %s is refused with a sentence', async (_, input, code) => {
    await open();
    world.sheet('Old deals', lines);
    const { reply } = await world.call('previewImport', input);
    expect(reply).toMatchObject({ ok: false, code, message: expect.stringMatching(/\.$/) });
  });

  it('lists the tabs that a team brought along, and no others', async () => {
    await open();
    world.sheet('Old deals', lines);
    const tabs = await world.ask<{ title: string; rows: number }[]>('sourceTabs', {});
    // The header row is none of the tab's rows.
    expect(tabs.find(({ title }) => title === 'Old deals')).toMatchObject({ rows: lines.length - 1 });
    expect(tabs.map(({ title }) => title)).not.toContain('Deals');
  });
});

describe('rows that change records', () => {
  it('write only what differs, and list what the rules refuse', async () => {
    await open();
    world.sheet('One', [
      'First name | Last name | Email | Phone',
      'Anna | Berg | anna@example.com | 555-0100 1',
      'Ben | Kern | ben@example.com | ',
    ]);
    await world.importAll('One');
    world.sheet('Two', [
      'First name | Last name | Email | Phone',
      'Anna | Berg-Low | anna@example.com | ',
      'Ben | Kern | ben@example.com | ',
    ]);
    const preview = await world.preview('Two');
    expect(preview.counts).toEqual([{ tab: 'contacts', create: 0, update: 1, same: 1 }]);
    const { last } = await world.importAll('Two');
    expect(last).toMatchObject({ done: true, created: {}, skipped: 0 });
    expect(world.rows('Contacts')).toMatchObject([
      { 'Last name': 'Berg-Low', Phone: '555-0100 1' },
      { 'Last name': 'Kern' },
    ]);
    expect(world.rows('History').at(-1)).toMatchObject({ How: 'import', Summary: 'Last name Berg → Berg-Low' });
  });

  it('bring open value and last contact of others up to date', async () => {
    await open();
    await world.ask('saveRecord', { tab: 'companies', changes: { name: 'Acme' } });
    await world.ask('saveRecord', {
      tab: 'deals',
      changes: { name: 'First', company: 'Acme', stage: 'Lead', amount: 100 },
    });
    world.sheet('Deals again', [
      'Deal name | Stage | Company | Amount',
      'Second | Lead | ACME Inc. | 50',
      'Third | Won | Acme | 7',
      'Fourth | Lead | Beta | 20',
      'Fifth | Lead | Beta | ',
    ]);
    await world.importAll('Deals again');
    expect(world.rows('Companies')).toMatchObject([
      { Name: 'Acme', 'Open value': '150.00' },
      { Name: 'Beta', 'Open value': '20.00' },
    ]);
    world.sheet('Calls', [
      'Date | Type | Subject | Company',
      '2026-11-02 | Call | Hello | Acme',
      '2026-10-02 | Call | Hi | Acme',
    ]);
    await world.importAll('Calls');
    expect(world.rows('Companies')[0]).toMatchObject({ 'Last contact': '2026-11-02' });
    expect(world.rows('Interactions')).toHaveLength(2);
  });
});

describe('hostile texts', () => {
  const switches = [
    { textFormatTakesFormula: true, doubleApostropheKeepsOne: true, textFormatKeepsTyped: true },
    { textFormatTakesFormula: true, doubleApostropheKeepsOne: false, textFormatKeepsTyped: false },
    { textFormatTakesFormula: false, doubleApostropheKeepsOne: false, textFormatKeepsTyped: true },
  ];
  const own = [
    '=1+1',
    '+15550100',
    '@x',
    "'quoted",
    "''twice",
    '1/2',
    'TRUE',
    '007',
    '<b>x</b>',
    '{"a":1}',
    'a\tb',
    '1e5',
    'May 5',
  ];

  it.each(switches)(
    `stay what they were under %j${noData && ' (without naughty-strings: ../shared/data is not on this machine)'}`,
    async (given) => {
      await open({ switches: given });
      const naughty = noData
        ? []
        : (JSON.parse(readFileSync(join(shared, 'naughty-strings/blns.json'), 'utf8')) as string[]);
      const texts = [...own, ...naughty];
      world.raw('People', [['First name', 'Notes', 'Key ID'], ...texts.map((text, at) => ['Anna', text, `k${at}`])]);
      await world.importAll('People');
      const session = world.engine.session('');
      const sheet = session.sheets().find(({ title }) => title === 'Contacts');
      const rect = { sheetId: sheet?.sheetId ?? 0, row: 2, column: 1, rows: texts.length, columns: 27 };
      const headers = session.values({ ...rect, row: 1, rows: 1 })[0] ?? [];
      const notes = session.values(rect).map((row) => row[headers.indexOf('Notes')]);
      expect(notes).toEqual(texts.map((text) => text.trim() || null));
      expect(
        session
          .formulas(rect)
          .flat()
          .filter((formula) => formula !== null),
      ).toEqual([]);
      // The ledger tells the same, so that nothing seems changed afterwards: importing again finds every row as it is.
      expect((await world.preview('People')).counts).toEqual([
        { tab: 'contacts', create: 0, update: 0, same: texts.length },
      ]);
    },
  );
});

describe('roles', () => {
  it('a rep imports, but adds neither people nor products; a viewer imports nothing', async () => {
    await open();
    world.add('Team', { Email: 'rep@example.com', Name: 'Rita Rep', Role: 'rep' });
    world.add('Team', { Email: 'eve@example.com', Name: 'Eve', Role: 'viewer' });
    world.sheet('Deals one', ['Deal name | Stage | Owner | Product', 'One | Lead | Somebody New | Lamp']);
    world.sheet('Deals two', ['Deal name | Stage | Owner', 'One | Lead | Rita Rep']);
    const blocked = await world.preview('Deals one', undefined, 'rep@example.com');
    expect(blocked.blockers.map(({ code }) => code)).toEqual(['team-needs-admin', 'products-need-admin']);
    const { mapping } = await world.preview('Deals two', undefined, 'rep@example.com');
    const viewer = await world.call('commitImport', { tab: 'Deals two', mapping }, 'eve@example.com');
    expect(viewer.reply).toMatchObject({ ok: false, code: 'not-allowed' });
    let progress = await world.ask<{ importId: string; done: boolean }>(
      'commitImport',
      { tab: 'Deals two', mapping },
      'rep@example.com',
    );
    while (!progress.done)
      progress = await world.ask(
        'commitImport',
        { tab: 'Deals two', mapping, importId: progress.importId },
        'rep@example.com',
      );
    expect(world.rows('Deals')).toMatchObject([{ Name: 'One', Owner: 'rep@example.com' }]);
  });
});

describe('an import in steps', () => {
  const lines = ['Deal name | Stage | Amount', ...Array.from({ length: 30 }, (_, at) => `Deal ${at} | Lead | ${at}`)];

  it('does not mind what happens to the source tab after it has begun', async () => {
    await open();
    world.sheet('Old', lines);
    const mapping = await world.confirmed('Old');
    const first = await world.ask<{ importId: string }>('commitImport', { tab: 'Old', mapping });
    world.type('Old', 0, 'Deal name', 'Changed');
    let progress = { done: false };
    while (!progress.done)
      progress = await world.ask('commitImport', { tab: 'Old', mapping, importId: first.importId });
    expect(world.rows('Deals').map((row) => row.Name)).toEqual(Array.from({ length: 30 }, (_, at) => `Deal ${at}`));
  });

  it('is gone on with when it is started again, keeps others out meanwhile, and is told of beside its tab', async () => {
    await open();
    world.sheet('Old', lines);
    world.sheet('Other', lines);
    const mapping = await world.confirmed('Old');
    const first = await world.ask<{ importId: string }>('commitImport', { tab: 'Old', mapping });
    const other = await world.call('commitImport', { tab: 'Other', mapping });
    expect(other.reply).toMatchObject({ ok: false, code: 'import-unfinished' });
    const tabs = await world.ask<{ title: string; unfinished?: { importId: string } }[]>('sourceTabs', {});
    expect(tabs.find(({ title }) => title === 'Old')?.unfinished).toMatchObject({
      importId: first.importId,
      rowsTotal: 30,
    });
    const { last } = await world.importAll('Old', mapping);
    expect(last.importId).toBe(first.importId);
    expect(world.rows('Deals')).toHaveLength(30);
    // The last step asked for again answers the same and does nothing.
    expect(await world.ask('commitImport', { tab: 'Old', mapping, importId: first.importId })).toMatchObject({
      done: true,
      created: { deals: 30 },
    });
    expect(world.rows('Deals')).toHaveLength(30);
  });

  it('is gone on with by the hourly run when nobody drives it any more', async () => {
    await open();
    world.sheet('Old', lines);
    const mapping = await world.confirmed('Old');
    await world.ask('commitImport', { tab: 'Old', mapping });
    await world.runtime.setClock({ now: monday + 3_600_000 * 2 });
    expect(world.rows('Deals')).toHaveLength(30);
    expect(await world.call('commitImport', { tab: 'Old', mapping }, admin)).toMatchObject({ reply: { ok: true } });
  });
});
