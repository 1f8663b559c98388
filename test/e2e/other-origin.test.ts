// A page of another origin, opened in the same browser, can neither read the workbook nor act on it, and cannot frame it.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { get, launch, type RowbookProcess } from '../local/rowbook-process';

let browser: Browser;
let rowbook: RowbookProcess;
let server: Server;
/** A page of another site (another name), and one of the same site (this machine's name, another port). */
let strangers: { [name: string]: Page };

beforeAll(async () => {
  rowbook = await launch({ args: ['--sample', 'none'] });
  browser = await launchBrowser();
  server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>A stranger</title><body>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  strangers = {};
  for (const name of ['127.0.0.1', 'localhost']) {
    const page = await browser.newPage();
    await page.goto(`http://${name}:${port}/`);
    strangers[name] = page;
  }
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await rowbook?.stop();
});

const names = ['127.0.0.1', 'localhost'];

function stranger(name: string): Page {
  const page = strangers[name];
  if (!page) throw new Error(`no page ${name}`);
  return page;
}

it.each(names)('a page of %s on another port cannot read', async (name) => {
  for (const path of [
    '/local/state',
    '/local/inbox',
    '/local/token?user=admin@example.com',
    '/v4/spreadsheets/local',
  ]) {
    const outcome = await stranger(name).evaluate(
      (url) =>
        fetch(url).then(
          (response) => `read ${response.status}`,
          () => 'refused',
        ),
      `${rowbook.url}${path}`,
    );
    expect(outcome, path).toBe('refused');
  }
});

it.each(names)('a page of %s on another port cannot act, whatever it calls the body', async (name) => {
  const before = await get<{ tabs: unknown[] }>(`${rowbook.url}/local/state`);
  const body = JSON.stringify({ user: 'admin@example.com', kind: 'addTab', tab: 'Owned' });
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
    for (const mode of ['cors', 'no-cors'] as const) {
      await stranger(name).evaluate(
        ([url, text, contentType, how]) =>
          fetch(url, {
            method: 'POST',
            mode: how as RequestMode,
            headers: { 'Content-Type': contentType },
            body: text,
          }).then(
            () => {},
            () => {},
          ),
        [`${rowbook.url}/local/act`, body, type, mode] as const,
      );
    }
  }
  const after = await get<{ tabs: unknown[] }>(`${rowbook.url}/local/state`);
  expect(after.tabs).toEqual(before.tabs);
});

it.each(names)('a page of %s on another port cannot listen to the live events', async (name) => {
  const outcome = await stranger(name).evaluate(
    (url) =>
      new Promise<string>((resolve) => {
        const source = new EventSource(url);
        source.onerror = () => resolve('refused');
        source.addEventListener('hello', () => resolve('heard'));
      }),
    `${rowbook.url}/local/page/events`,
  );
  expect(outcome).toBe('refused');
});

it.each(names)('a page of %s on another port cannot show the workbook in a frame', async (name) => {
  const page = stranger(name);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url() === `${rowbook.url}/`),
    page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      return new Promise((resolve) => frame.addEventListener('load', resolve));
    }, `${rowbook.url}/`),
  ]);
  // Refused by the server already; the page, if it came, would forbid the frame too.
  expect(answer.status()).toBe(403);
  const own = await fetch(`${rowbook.url}/`);
  expect(own.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
  expect(frame?.url()).toBe(`${rowbook.url}/`);
  expect(await frame?.locator('[data-testid=grid]').count()).toBe(0);
});

it('a form of another page cannot post', async () => {
  const page = stranger('127.0.0.1');
  const answered = page.context().waitForEvent('response', (response) => response.url() === `${rowbook.url}/local/act`);
  await page.evaluate((url) => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'POST', action: url, enctype: 'text/plain', target: 'elsewhere' });
    form.innerHTML = '<input name=\'{"user":"admin@example.com","kind":"addTab","tab":"Owned","x":"\' value=\'"}\'>';
    document.body.append(form);
    form.submit();
  }, `${rowbook.url}/local/act`);
  const answer = await answered;
  expect([answer.request().method(), answer.status()]).toEqual(['POST', 403]);
  const { tabs } = await get<{ tabs: { title: string }[] }>(`${rowbook.url}/local/state`);
  expect(tabs.map(({ title }) => title)).not.toContain('Owned');
});

it('a panel of the add-on reaches the server only through the page', async () => {
  const page = await browser.newPage();
  await page.goto(rowbook.url);
  await page.getByTestId('addon-menu').click();
  await page.getByRole('menuitem', { name: 'Open sidebar' }).click();
  const element = await page.getByTestId('panel-frame').elementHandle();
  const frame = await element?.contentFrame();
  await frame?.getByLabel('Search').waitFor();
  expect(new URL(frame?.url() ?? '').origin).not.toBe(new URL(page.url()).origin);
  const reach = await frame?.evaluate(
    (urls) =>
      Promise.all(
        urls.map((url) =>
          fetch(url).then(
            () => 'reached',
            () => 'refused',
          ),
        ),
      ),
    [`${rowbook.url}/local/state`, '/local/state', 'https://example.com/'],
  );
  expect(reach).toEqual(['refused', 'refused', 'refused']);
  // A picture's address can carry data away as well as a fetch can.
  const blocked = await frame?.evaluate(
    (urls) =>
      Promise.all(
        urls.map(
          (url) =>
            new Promise<string>((resolve) => {
              document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
                if (blockedURI === url) resolve(effectiveDirective);
              });
              const picture = new Image();
              picture.onload = () => resolve('loaded');
              picture.src = url;
              document.body.append(picture);
              setTimeout(() => resolve('asked'), 5000);
            }),
        ),
      ),
    ['https://example.com/pixel.png', `${rowbook.url}/local/page/pixel.png`],
  );
  expect(blocked).toEqual(['img-src', 'img-src']);
});
