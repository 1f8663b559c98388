// One browser for the tests of a file, and panels that are closed after each test.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { FakeServer } from './fake-server';
import { launch, openPanel, type PanelOptions, type Server } from './harness';
import { sampleServer } from './sample';

export type Panel = Awaited<ReturnType<typeof openPanel>>;

/** Use at the top of a test file; answers what opens panels in it. A page that throws or asks the network fails its test. */
export function usePanels() {
  let browser: Browser;
  const open: Panel[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const panels = open.splice(0);
    const errors = panels.flatMap((panel) => panel.errors);
    const requests = panels.flatMap((panel) => panel.requests);
    await Promise.all(panels.map((panel) => panel.close()));
    expect(errors).toEqual([]);
    expect(requests).toEqual([]);
  });
  const panel = async (name: string, server: Server, options?: PanelOptions) => {
    const opened = await openPanel(browser, name, server, options);
    open.push(opened);
    return opened.page;
  };
  return {
    panel,
    /** The sidebar over a sample workbook. */
    sidebar: async (server: FakeServer = sampleServer(), options?: PanelOptions) => {
      const page = await panel('sidebar', server.functions(), options);
      return { page, server };
    },
  };
}

/** Opens a record's page the way people do: by searching how its name begins. Others may be found before it. */
export async function openRecord(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Search' }).fill(name);
  const begins = { name: new RegExp(`^${name}`, 'i') };
  await page.getByRole('list', { name: 'Results' }).getByRole('button', begins).first().click();
  await page.getByRole('heading', { name: 'Details' }).waitFor();
}
