// The report page in a real browser: readable by a screen reader, on a phone, in the dark and on paper, without script.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../functions/app';
import { pageLinks } from '../../functions/links';
import { workbookReader } from '../../functions/workbook-reader';
import { launchBrowser } from '../../scripts/browser';
import { linkKey } from './app-under-test';
import { fakeSheets, fakeWorkbook, schemaTab } from './fake-sheets';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const hostile = '<img src=x onerror=alert(1)>"\'&';
const longName = 'Maximiliane-Charlotte von und zu Hohenstein-Wittgenstein';

const deals = Array.from({ length: 60 }, (_, index) => ({
  id: `D-${index + 1}`,
  name: hostile,
  stage: ['Lead', 'Proposal', 'Negotiation', 'Won', 'Won', 'Lost'][index % 6] ?? null,
  amount: index % 7 === 0 ? null : 1_000_000 + index * 1234.56,
  owner: ['Bo', hostile, longName, null][index % 4] ?? null,
  source: index % 2 ? hostile : 'Web',
  currency: index === 1 ? 'GBP' : null,
  startedOn: '2026-01-01',
  closeDate: `202${6 + (index % 2)}-${String(1 + (index % 12)).padStart(2, '0')}-15`,
  closedOn: '2026-03-01',
}));

let browser: Browser;
let address = '';
let close: () => void;
const link = { full: '', empty: '' };

beforeAll(async () => {
  browser = await launchBrowser();
  const full = fakeSheets(fakeWorkbook([schemaTab('deals', deals)])).sheets;
  const empty = fakeSheets(fakeWorkbook([schemaTab('deals', [])])).sheets;
  const links = pageLinks(linkKey);
  const app = createApp({
    reader: {
      read: (id, request, options) =>
        workbookReader({ sheets: id === 'full' ? full : empty }).read(id, request, options),
    },
    verify: async () => ({ email: '' }),
    links,
    log: () => {},
    workbooks: null,
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
  for (const workbook of ['full', 'empty'] as const) {
    const { token } = await links.sign({ workbook, email: 'ada@rowbook.example', filters: {} });
    link[workbook] = `${address}/r/${token}`;
  }
});

afterAll(async () => {
  await browser.close();
  close();
});

interface Look {
  width?: number;
  dark?: boolean;
  print?: boolean;
  url?: string;
}

async function look({ width = 1280, dark = false, print = false, url = link.full }: Look) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    // Only for axe itself: what the policy does is checked without it.
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(url);
  if (print) await page.emulateMedia({ media: 'print' });
  await page.addScriptTag({ content: axe });
  const violations = await page.evaluate(async () => {
    const run = (
      globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe;
    return (await run.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  await context.close();
  return { violations, overflow };
}

describe('the report page', () => {
  it.each<[string, Look]>([
    ['on a desk', {}],
    ['on a tablet', { width: 768 }],
    ['on a phone', { width: 360 }],
    ['in the dark', { dark: true }],
    ['on a phone in the dark', { width: 360, dark: true }],
  ])('%s has no accessibility problem and nothing beyond its edge', async (_, how) => {
    expect(await look(how)).toEqual({ violations: [], overflow: 0 });
  });

  it('has none without a deal, nor when there is nothing to show', async () => {
    expect(await look({ url: link.empty })).toEqual({ violations: [], overflow: 0 });
    expect(await look({ url: `${address}/r/nothing` })).toEqual({ violations: [], overflow: 0 });
  });

  it('asks for nothing else, runs nothing, and breaks no policy of its own', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    const said: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    page.on('dialog', (dialog) => said.push(dialog.message()));
    await page.goto(link.full);
    await page.getByText('Average won deal').first().waitFor();
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([link.full]);
    expect(said).toEqual([]);
    expect(await page.locator('img, script').count()).toBe(0);
    expect(await page.locator('tbody th', { hasText: '<img src=x' }).count()).toBeGreaterThan(0);
    await page.close();
  });

  it('narrows by its form, without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(link.full);
    await page.getByText('Filter this report').click();
    await page.getByLabel('Owner').selectOption({ label: 'Bo' });
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('Owner: Bo').waitFor();
    await page.getByText('15 of 60 deals').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^pipeline-\d{4}-\d\d-\d\d\.csv$/);
    await context.close();
  });

  it.each(['A4', 'Letter'])('fits on %s paper in a few pages, without its form', async (format) => {
    const page = await browser.newPage();
    await page.goto(link.full);
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeLessThanOrEqual(4);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Filter this report').isVisible()).toBe(false);
    // The width between the margins; what is wider would be cut off.
    await page.setViewportSize({ width: format === 'A4' ? 688 : 710, height: 1000 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(710);
    await page.close();
  });
});
