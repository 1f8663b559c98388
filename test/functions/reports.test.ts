import { describe, expect, it } from 'vitest';
import { pageLinks } from '../../functions/links';
import { definitions } from '../../src/domain/reports';
import { serialOfDate } from '../../src/domain/serial';
import { appUnderTest, linkKey } from './app-under-test';
import { fakeWorkbook, schemaTab } from './fake-sheets';

const path = '/v1/workbooks/w1/reports/pipeline';
const as = 'vi@rowbook.example';

const deals = [
  {
    id: 'D-1',
    name: 'One',
    stage: 'Won',
    amount: 100,
    owner: 'ada@rowbook.example',
    startedOn: '2026-01-01',
    closedOn: '2026-01-31',
  },
  {
    id: 'D-2',
    name: 'Two',
    stage: 'Won',
    amount: 300,
    owner: 'Moses Frase',
    startedOn: '2026-01-01',
    closedOn: '2026-02-10',
  },
  { id: 'D-3', name: 'Three', stage: 'Lost', amount: 50, lostReason: 'Price', closedOn: '2026-02-01' },
  { id: 'D-4', name: 'Four', stage: 'Proposal', amount: 1000, closeDate: '2026-12-24', owner: 'Bo' },
  { id: 'D-5', name: 'Five', stage: 'Lead', source: 'Fair' },
];
const workbook = () => fakeWorkbook([schemaTab('deals', deals)]);

// biome-ignore lint/suspicious/noExplicitAny: an answer as any program reads it
const json = async (response: Response): Promise<any> => response.json();

describe('the pipeline report', () => {
  it('answers JSON with every figure, its definition and its value', async () => {
    const report = await json(await appUnderTest(workbook()).ask(path, { as }));
    const figures = Object.fromEntries(
      report.figures.map((one: { key: string; value: number }) => [one.key, one.value]),
    );
    expect(figures).toMatchObject({
      open: 2,
      openValue: 1000,
      openUnknown: 1,
      weighted: 500,
      won: 2,
      wonValue: 400,
      lost: 1,
      winRate: 2 / 3,
      averageWon: 200,
      cycleWonMean: 35,
      cycleLostMean: null,
    });
    expect(report.figures).toHaveLength(definitions.length);
    expect(report.owners.map((line: { name: string }) => line.name)).toContain('Moses Frase');
  });

  it('keeps to the filters', async () => {
    const app = appUnderTest(workbook());
    expect((await json(await app.ask(`${path}?owner=BO`, { as }))).deals).toBe(1);
    expect((await json(await app.ask(`${path}?owner=bo@rowbook.example`, { as }))).deals).toBe(1);
    expect((await json(await app.ask(`${path}?from=2026-02-01&to=2026-02-10`, { as }))).figures[4].value).toBe(1);
    expect((await json(await app.ask(`${path}?source=fair`, { as }))).deals).toBe(1);
  });

  it('lists the deals behind a figure', async () => {
    const report = await json(await appUnderTest(workbook()).ask(`${path}?rows=wonValue`, { as }));
    expect(report.rows).toEqual({ rows: 'wonValue', total: 2, ids: ['D-1', 'D-2'] });
  });

  it.each([
    ['?from=2026-02-30', 'from'],
    ['?from=yesterday', 'from'],
    ['?from=2026-02-02&to=2026-02-01', 'to'],
    ['?format=pdf', 'format'],
    [`?owner=${'x'.repeat(500)}`, 'owner'],
    ['?rows=nonsense', 'rows'],
  ])('refuses %s and names the field', async (query, field) => {
    const response = await appUnderTest(workbook()).ask(path + query, { as });
    expect(response.status).toBe(422);
    expect(await json(response)).toMatchObject({ status: 422, field });
  });

  it('comes as CSV or as a page by format or by Accept', async () => {
    const app = appUnderTest(workbook());
    const type = async (query: string, accept?: string) =>
      (await app.ask(path + query, { as, ...(accept ? { headers: { accept } } : {}) })).headers.get('content-type');
    expect(await type('')).toMatch(/^application\/json/);
    expect(await type('', 'text/html,application/xhtml+xml,*/*;q=0.8')).toMatch(/^text\/html/);
    expect(await type('', 'text/csv')).toMatch(/^text\/csv/);
    expect(await type('?format=csv', 'text/html')).toMatch(/^text\/csv/);
  });

  it('reads cells as they are: serial days, text that is a number, and what is neither', async () => {
    const book = workbook();
    const tab = book.tabs[2];
    const header = tab?.rows[0] ?? [];
    const put = (row: number, column: string, cell: string | number) => {
      const cells = tab?.rows[row];
      if (cells) cells[header.indexOf(column)] = cell;
    };
    put(1, 'Amount', '100.50');
    put(2, 'Amount', 'a lot');
    put(4, 'Close date', '2026-11-30');
    put(5, 'Close date', (serialOfDate('2027-01-15') ?? 0) + 0.5);
    const report = await json(await appUnderTest(book).ask(path, { as }));
    expect(report.figures[5]).toMatchObject({ key: 'wonValue', value: 100.5 });
    expect(report.leftOut).toContainEqual(expect.objectContaining({ reason: 'amount', count: 1, sample: ['D-2'] }));
    expect(report.forecast.map((line: { month: string }) => line.month)).toEqual(['2026-11', '2027-01']);
  });

  it('is one request for cells once it is known where they stand', async () => {
    const app = appUnderTest(workbook());
    await app.ask(path, { as });
    await app.ask(path, { as });
    // Header rows once, then one request each.
    expect(app.asked.cells).toHaveLength(3);
    expect([app.asked.properties, app.asked.marks]).toEqual([1, 1]);
  });
});

describe('a page link', () => {
  const link = async (app = appUnderTest(workbook()), body: object = {}) => {
    const response = await app.ask('/v1/workbooks/w1/report-links', { as, body });
    expect(response.status).toBe(201);
    return { app, ...(await json(response)) };
  };

  it('opens the page without a token, for ten minutes', async () => {
    let now = Date.parse('2026-11-23T09:00:00.900Z');
    const { app, path: page, expires } = await link(appUnderTest(workbook(), { links: pageLinks(linkKey, () => now) }));
    expect(new Date(expires).toISOString()).toBe('2026-11-23T09:10:00.000Z');
    const response = await app.ask(page);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe|script-src/);
    expect(await response.text()).toContain('Pipeline report');
    expect(app.logged.join('\n')).not.toContain(page.slice(3));
    now = Date.parse('2026-11-23T09:09:59Z');
    expect((await app.ask(page)).status).toBe(200);
    now = Date.parse('2026-11-23T09:10:01Z');
    const late = await app.ask(page);
    expect([late.status, (await json(late)).code]).toEqual([404, 'link-expired']);
  });

  it('shows no more than what it was made for: its filters cannot be undone, only narrowed', async () => {
    const { app, path: page } = await link(undefined, { filters: { owner: 'Bo' } });
    expect((await json(await app.ask(`${page}?format=json&owner=ada@rowbook.example`))).filters).toEqual({
      owner: 'Bo',
    });
    expect((await json(await app.ask(`${page}?format=json&source=Fair`))).deals).toBe(0);
  });

  it('is nothing when changed, made up, or made by who has left the team', async () => {
    const book = workbook();
    const { app, path: page } = await link(appUnderTest(book));
    expect((await app.ask(`${page.slice(0, -3)}AAA`)).status).toBe(404);
    expect((await app.ask('/r/made.up.token')).status).toBe(404);
    book.tabs[0]?.rows.splice(3, 1);
    const response = await app.ask(page);
    expect([response.status, (await json(response)).code]).toEqual([404, 'link-expired']);
  });

  it('that does not work says so in a page to a browser, in a problem to a program', async () => {
    const app = appUnderTest(workbook());
    const browser = await app.ask('/r/x', { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect([browser.status, browser.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect((await app.ask('/r/x')).headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('names no host but the configured one, whatever the request says', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    const ask = async (app: ReturnType<typeof appUnderTest>) =>
      json(await app.ask('http://evil.example/v1/workbooks/w1/report-links', { as, body: {}, headers }));
    const bare = await ask(appUnderTest(workbook()));
    expect(bare.path).toMatch(/^\/r\//);
    expect(JSON.stringify(bare)).not.toContain('evil');
    const configured = await ask(appUnderTest(workbook(), { publicUrl: 'https://rowbook.example' }));
    expect(configured.url).toBe(`https://rowbook.example${configured.path}`);
  });

  it('is not made for a stranger', async () => {
    const app = appUnderTest(workbook());
    expect((await app.ask('/v1/workbooks/w1/report-links', { as: 'eve@rowbook.example', body: {} })).status).toBe(403);
    expect((await app.ask('/v1/workbooks/w1/report-links', { body: {} })).status).toBe(401);
  });
});
