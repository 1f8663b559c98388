// A team's old sheet of 8,800 deals, taken in through the page's own import dialog, and the report that follows from it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import type { ExecutionLogEntry } from '../../scripts/local/runtime/types';
import type { PipelineReport } from '../../src/domain/reports/types';
import { get, launch, post, type RowbookProcess } from '../local/rowbook-process';
import { eventually } from './eventually';
import { WorkbookPage } from './workbook-page';

const folder = fileURLToPath(new URL('../../../shared/data/maven-crm/', import.meta.url));
const there = existsSync(folder);
if (!there) console.log(`Skipped: the Maven import, because ${folder} is not on this machine.`);

describe.skipIf(!there)('the Maven pipeline', () => {
  let browser: Browser;
  let rowbook: RowbookProcess;
  let book: WorkbookPage;

  beforeAll(async () => {
    browser = await launchBrowser();
    rowbook = await launch({ args: ['--sample', 'none', '--open', `${folder}sales_pipeline.csv`] });
    book = await WorkbookPage.open(browser, rowbook.url);
  });
  afterAll(async () => {
    await browser?.close();
    await rowbook?.stop();
  });

  it('stands in front as the old sheet it is', async () => {
    await eventually(async () => (await book.tabTitles)[0]).toBe('sales_pipeline');
    const first = book.page.locator('.tabulator-row[data-n="1"]');
    await eventually(() => first.textContent()).toContain('opportunity_id');
    await book.page.getByTestId('name-box').fill('A8801');
    await book.page.getByTestId('name-box').press('Enter');
    await eventually(() => book.page.locator('.tabulator-row[data-n="8801"]').textContent()).toMatch(/[A-Z0-9]{8}/);
  });

  it('is imported through the dialog, with a progress bar', async () => {
    await book.menu('Import a list');
    const { dialog } = book;
    await dialog.getByRole('button', { name: /sales_pipeline/ }).click();
    await dialog.getByRole('heading', { name: 'Match columns' }).waitFor();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('heading', { name: 'Match values' }).waitFor();
    const choose = (from: string, to: string) =>
      dialog.getByRole('combobox', { name: `Stage: ${from} becomes` }).selectOption(to);
    await choose('Prospecting', 'Lead');
    await choose('Engaging', 'Qualified');
    await choose('Won', 'Won');
    await choose('Lost', 'Lost');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('heading', { name: 'Check and import' }).waitFor();
    await dialog.getByRole('button', { name: 'Import 8,800 rows' }).click({ timeout: 60_000 });
    const bar = dialog.getByRole('progressbar', { name: 'Rows imported' });
    // Noted inside of the window, so that none is missed while this process is busy.
    await bar.evaluate((meter: HTMLProgressElement & { seen?: number[] }) => {
      const seen = [meter.value];
      Object.assign(window, { seen });
      new MutationObserver(() => seen.push(meter.value)).observe(meter, { attributes: true });
    });
    await dialog.getByRole('button', { name: 'Undo the import' }).waitFor({ timeout: 600_000 });
    await eventually(() => dialog.locator('body').textContent()).toMatch(/8,800 deals/);
    const seen = await dialog.locator('body').evaluate(() => (window as unknown as { seen: number[] }).seen);
    expect(new Set(seen).size).toBeGreaterThan(2);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    await dialog.getByRole('button', { name: 'Close' }).click();
    await book.page.getByTestId('addon-dialog').waitFor({ state: 'detached' });
  }, 700_000);

  it('made 8,800 deals and 85 companies, in steps inside the time limits, with calls that grow by blocks', async () => {
    const state = await get<{ tabs: { title: string; lastRow: number }[] }>(`${rowbook.url}/local/state`);
    const rows = (title: string) => (state.tabs.find((tab) => tab.title === title)?.lastRow ?? 0) - 1;
    expect(rows('Deals')).toBe(8800);
    expect(rows('Companies')).toBe(85);
    const steps = (await get<ExecutionLogEntry[]>(`${rowbook.url}/local/executions`)).filter(
      (run) => run.function === 'commitImport',
    );
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.map((run) => run.status)).toEqual(steps.map(() => 'done'));
    for (const { modelledMs } of steps) expect(modelledMs).toBeLessThan(15_000);
    const calls = steps.reduce((total, { calls: { reads, writes } }) => total + reads + writes, 0);
    expect(calls).toBeLessThan(8800 / 4);
  });

  const figureRow = (name: string) =>
    book.dialog.getByRole('row').filter({ has: book.page.getByRole('rowheader', { name, exact: true }) });

  it('gives the report the published numbers', async () => {
    const expected = JSON.parse(readFileSync(`${folder}EXPECTED.json`, 'utf8'));
    await book.menu('Pipeline report');
    await book.dialog.getByText('63.2%').first().waitFor();
    for (const [stage, name] of [
      ['Won', 'Won'],
      ['Lost', 'Lost'],
      ['Engaging', 'Qualified'],
      ['Prospecting', 'Lead'],
    ] as const) {
      const row = book.dialog.getByRole('row', { name: new RegExp(`^${name}\\b`) }).first();
      await eventually(() => row.textContent()).toContain(expected.deals_per_stage[stage].toLocaleString('en-US'));
    }
    await book.dialog.getByText('All figures and what they mean').click();
    const rounded = (value: number, digits: number) =>
      value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    for (const [name, shown] of [
      ['Won value', `$${rounded(expected.won.value, 0)}`],
      ['Average won deal', `$${rounded(expected.average_won_deal, 2)}`],
      ['Sales cycle, won (mean)', `${rounded(expected.mean_sales_cycle_days.won, 1)} days`],
    ] as const) {
      await eventually(() => figureRow(name).textContent()).toContain(shown);
    }

    const { result } = await post<{ result: { value: PipelineReport } }>(`${rowbook.url}/local/run`, {
      user: 'admin@example.com',
      function: 'report',
      args: [{ name: 'pipeline' }],
    });
    const figure = (key: string) => result.value.figures.find((one) => one.key === key)?.value ?? Number.NaN;
    expect(figure('open')).toBe(expected.open_deals);
    expect(figure('openUnknown')).toBe(expected.open_deals);
    expect(figure('won')).toBe(expected.won.count);
    expect(figure('wonValue')).toBe(expected.won.value);
    expect(figure('lost')).toBe(expected.lost.count);
    expect(figure('winRate')).toBeCloseTo(expected.win_rate, 6);
    expect(figure('averageWon')).toBeCloseTo(expected.average_won_deal, 6);
    expect(figure('cycleWonMean')).toBeCloseTo(expected.mean_sales_cycle_days.won, 6);
  });
});
