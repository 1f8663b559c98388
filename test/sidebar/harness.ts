// Drives a built panel in a real browser: google.script.run is there, but its functions are those of a fake server.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { inProject } from '../../scripts/build/files';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const origin = 'http://panel.test';

/** What a panel can call: one JSON object in, JSON out; a thrown error reaches the failure handler. */
export type Server = { [name: string]: (input: never) => unknown };

export interface PanelOptions {
  width?: number;
  height?: number;
  dark?: boolean;
  touch?: boolean;
  /** As the web app serves the page: what the link names, blank for nothing. Left out: beside the sheet. */
  link?: string;
}

export { launchBrowser as launch } from '../../scripts/browser';

/** Opens `dist/addon/<name>.html` at a panel's size. Any request the panel makes fails the test that looks at `requests`. */
export async function openPanel(browser: Browser, name: string, server: Server, options: PanelOptions = {}) {
  const { width = 300, height = 800, dark = false, touch = false, link } = options;
  const root = link === undefined ? 'id="app"' : `id="app" data-record="${link}"`;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: touch,
    isMobile: touch,
    locale: 'en-GB',
    timezoneId: 'Etc/UTC',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.exposeFunction('serverCall', async (call: string, input: string) => {
    const run = server[call];
    if (!run) throw new Error(`Script function not found: ${call}`);
    return JSON.stringify((await run(JSON.parse(input) as never)) ?? null);
  });
  // tsx and vitest may wrap functions in a call of esbuild's `__name`, which the page does not have.
  await page.addInitScript('globalThis.__name ??= (value) => value');
  await page.addInitScript(installRunner);
  await page.route('**/*', (route) => {
    if (route.request().url() === `${origin}/`) {
      return route.fulfill({
        contentType: 'text/html',
        body: readFileSync(inProject(`dist/addon/${name}.html`), 'utf8').replace('id="app"', root),
      });
    }
    requests.push(route.request().url());
    return route.abort();
  });
  await page.goto(`${origin}/`);
  return { page, requests, errors, close: () => context.close() };
}

/** Runs in the page: google.script.run as Google has it, answered through `serverCall`. */
function installRunner(): void {
  type Handler = (value: unknown) => void;
  const bridge = window as unknown as { serverCall: (name: string, input: string) => Promise<string>; google: unknown };
  const runner = (succeeded: Handler, failed: Handler): unknown =>
    new Proxy(
      {},
      {
        get(_target, name: string) {
          if (name === 'withSuccessHandler') return (handler: Handler) => runner(handler, failed);
          if (name === 'withFailureHandler') return (handler: Handler) => runner(succeeded, handler);
          return (input: unknown) => {
            bridge.serverCall(name, JSON.stringify(input ?? {})).then(
              (answer) => succeeded(JSON.parse(answer)),
              (error: Error) => failed(new Error(error.message.replace(/^.*?Error: /, ''))),
            );
          };
        },
      },
    );
  bridge.google = {
    script: {
      run: runner(
        () => {},
        () => {},
      ),
      host: { close: () => document.body.append('closed') },
    },
  };
}

/** What axe finds wrong with the page, as "rule: element" lines; an empty list is clean. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} — ${node.failureSummary.slice(0, 200)}`),
    );
  });
}

/** True when nothing in the page is wider than the window. */
export function fitsWidth(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}
