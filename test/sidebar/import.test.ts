// The import dialog at its real size: from the tab to the summary, with what can stand in the way.
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually } from '../e2e/eventually';
import { FakeImport } from './fake-import';
import { axe, fitsWidth, type PanelOptions } from './harness';
import { usePanels } from './setup';

const { panel } = usePanels();
const size = { width: 900, height: 640 };

async function dialog(server = new FakeImport(), options: PanelOptions = size) {
  const page = await panel('import', server.functions(), options);
  return { page, server, next: () => page.getByRole('button', { name: 'Next' }).click() };
}

async function atValues(server?: FakeImport, options?: PanelOptions) {
  const opened = await dialog(server, options);
  await opened.page.getByRole('button', { name: /^old pipeline/ }).click();
  await opened.page.getByRole('table').waitFor();
  await opened.next();
  return opened;
}

/** Calls arrive in order: when one that begins frames later is there, any of what was just done is there too. */
async function laterCall({ page, server }: Awaited<ReturnType<typeof dialog>>) {
  const seen = server.calls.length;
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const { google } = window as unknown as { google: { script: { run: { sourceTabs(input: object): void } } } };
    google.script.run.sourceTabs({});
  });
  await eventually(() => server.calls.slice(seen).map(([name]) => name)).toContain('sourceTabs');
}

/** The sentence that a control names as its description. */
async function reasonOf(control: Locator): Promise<string | null> {
  const id = await control.getAttribute('aria-describedby');
  return control.page().locator(`[id="${id}"]`).textContent();
}

/** Decides the two unknown stages. */
async function decide({ page }: Awaited<ReturnType<typeof dialog>>) {
  await page.getByRole('button', { name: 'Use Qualified' }).click();
  await page.getByLabel('Stage: <b>Maybe</b> becomes').selectOption('Lead');
}

describe('columns', () => {
  it('show their samples, where they go and how sure that is', async () => {
    const { page } = await dialog();
    await page.getByRole('button', { name: /^old pipeline/ }).click();
    const rows = page.getByRole('row');
    await rows.first().waitFor();
    await eventually(() => rows.nth(1).textContent()).toContain('likely');
    await eventually(() => rows.nth(2).textContent()).toContain('sure');
    await eventually(() => rows.nth(4).textContent()).toContain('guess');
    await eventually(() => rows.nth(4).textContent()).toContain('=1+1');
    const account = page.getByLabel('Where account goes');
    await eventually(() => account.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)).toBe(
      'Company',
    );
  });

  it('of another kind of record are matched anew', async () => {
    const { page, server } = await dialog();
    await page.getByRole('button', { name: /^old pipeline/ }).click();
    await page.getByLabel('6 rows. Each row is a').selectOption('contact');
    await eventually(() => server.calls.filter(([name]) => name === 'previewImport').length).toBe(2);
    const input = server.calls.at(-1)?.[1];
    expect(input).toMatchObject({
      mapping: {
        main: 'contacts',
        columns: [
          { target: { kind: 'skip' } },
          { target: { kind: 'field', tab: 'contacts', field: 'company' } },
          {},
          {},
        ],
      },
    });
  });
});

describe('what blocks an import', () => {
  it('is said in a sentence beside the button that is off', async () => {
    const opened = await atValues();
    const { page, next } = opened;
    await page.getByText('2 words are not decided yet').waitFor();
    await next();
    const button = page.getByRole('button', { name: 'Import 5 rows' });
    await eventually(() => button.getAttribute('aria-disabled')).toBe('true');
    await eventually(() => reasonOf(button)).toBe('Say what “Engaging”, “<b>Maybe</b>” become as Stage.');
    // Forced, because the driver waits for a button that is off to come on.
    await button.click({ force: true });
    await laterCall(opened);
    expect(opened.server.calls.some(([name]) => name === 'commitImport')).toBe(false);
  });

  it('keeps the way on closed for a tab without headers, and is said once', async () => {
    const server = new FakeImport();
    server.noHeaders = true;
    const { page } = await dialog(server);
    await page.getByRole('button', { name: /^old pipeline/ }).click();
    const sentence = 'The tab “old pipeline” has no header row.';
    await page.getByText(sentence).waitFor();
    await eventually(() => page.getByText(sentence).count()).toBe(1);
    const button = page.getByRole('button', { name: 'Next' });
    await eventually(() => button.getAttribute('aria-disabled')).toBe('true');
    await eventually(() => reasonOf(button)).toBe(sentence);
    await button.click({ force: true });
    await page.getByRole('heading', { name: 'Match columns' }).waitFor();
    expect(await axe(page)).toEqual([]);
  });

  it('goes away when it is settled', async () => {
    const opened = await atValues();
    await decide(opened);
    await opened.page.getByText('Every word has its place').waitFor();
    await opened.next();
    const button = opened.page.getByRole('button', { name: 'Import 5 rows' });
    await eventually(() => button.getAttribute('aria-disabled')).toBeNull();
  });

  it('lists the rows that are left out, each with its cell and a sentence', async () => {
    const opened = await atValues();
    await decide(opened);
    await opened.next();
    const row = opened.page.getByRole('row', { name: /a lot/ });
    await eventually(() => row.textContent()).toBe('4a lotRow 4, Amount: “a lot” is not a number.');
  });
});

describe('the import', () => {
  it('shows how far it is, says that it can be closed, and ends with what came of it', async () => {
    const server = new FakeImport();
    let open = () => {};
    server.gate = new Promise((resolve) => {
      open = resolve;
    });
    const opened = await atValues(server);
    await decide(opened);
    await opened.next();
    await opened.page.getByRole('button', { name: 'Import 5 rows' }).click();
    await opened.page.getByRole('progressbar', { name: 'Rows imported' }).waitFor();
    await opened.page.getByText('You can close this window').waitFor();
    expect(await axe(opened.page)).toEqual([]);
    open();
    await opened.page.getByText('Imported.').waitFor();
    await opened.page.getByText('3 companies, 5 deals; 1 row left out.').waitFor();
    const steps = server.calls.filter(([name]) => name === 'commitImport').map(([, input]) => input);
    expect(steps).toHaveLength(3);
    expect(steps[0]).not.toHaveProperty('importId');
    expect(steps[1]).toMatchObject({
      importId: 'IM-1',
      mapping: { values: [{ map: { Engaging: 'Qualified', '<b>Maybe</b>': 'Lead' } }] },
    });
    await opened.page.getByRole('button', { name: 'Open the pipeline report' }).click();
    await eventually(() => server.calls.at(-1)?.[0]).toBe('openReport');
  });

  it('that stopped goes on where it was', async () => {
    const server = new FakeImport();
    server.failAt = 2;
    const opened = await atValues(server);
    await decide(opened);
    await opened.next();
    await opened.page.getByRole('button', { name: 'Import 5 rows' }).click();
    await opened.page.getByRole('alert').getByText('longer than Google allows').waitFor();
    await opened.page.getByRole('button', { name: 'Continue the import' }).click();
    await opened.page.getByText('Imported.').waitFor();
    const again = server.calls.filter(([name]) => name === 'commitImport')[2]?.[1];
    expect(again).toMatchObject({ importId: 'IM-1' });
  });

  it('begun in another window is offered to go on', async () => {
    const server = new FakeImport();
    const mapping = { main: 'deals' as const, columns: [], values: [] };
    server.tabs = [
      {
        title: 'old pipeline',
        rows: 6,
        columns: 4,
        unfinished: { importId: 'IM-9', mapping, rowsDone: 4, rowsTotal: 6 },
      },
    ];
    const { page } = await dialog(server);
    await page.getByRole('button', { name: /^old pipeline/ }).click();
    await page.getByText('4 of 6 rows').waitFor();
    await page.getByRole('button', { name: 'Continue the import' }).click();
    await page.getByText('Imported.').waitFor();
    expect(server.calls.find(([name]) => name === 'commitImport')?.[1]).toEqual({
      tab: 'old pipeline',
      mapping,
      importId: 'IM-9',
    });
  });

  it('without deals ends with Close, not with a report of deals', async () => {
    const server = new FakeImport();
    server.main = 'contacts';
    const opened = await atValues(server);
    await decide(opened);
    await opened.next();
    await opened.page.getByRole('button', { name: 'Import 5 rows' }).click();
    await opened.page.getByText('3 companies, 5 contacts; 1 row left out.').waitFor();
    await eventually(() => opened.page.getByRole('button', { name: 'Close' }).getAttribute('class')).toMatch(
      /\bmain\b/,
    );
    expect(await opened.page.getByRole('button', { name: 'Open the pipeline report' }).count()).toBe(0);
  });

  it('can be undone', async () => {
    const opened = await atValues();
    await decide(opened);
    await opened.next();
    await opened.page.getByRole('button', { name: 'Import 5 rows' }).click();
    await opened.page.getByRole('button', { name: 'Undo the import' }).click();
    await opened.page.getByText('8 records taken back.').waitFor();
  });
});

describe('a workbook without a tab to import from', () => {
  it('says how to get one', async () => {
    const server = new FakeImport();
    server.tabs = [];
    const { page } = await dialog(server);
    await page.getByText('There is no tab to import from yet.').waitFor();
  });
});

describe.each(
  Object.entries({
    light: size,
    dark: { ...size, dark: true },
    'on a phone': { width: 340, height: 700, touch: true },
  }),
)('each step, %s', (_look, options) => {
  it('has no barrier and fits', async () => {
    const opened = await dialog(new FakeImport(), options);
    const { page, next } = opened;
    const check = async () => {
      expect(await axe(page)).toEqual([]);
      expect(await fitsWidth(page)).toBe(true);
    };
    await page.getByRole('button', { name: /^old pipeline/ }).waitFor();
    await check();
    await page.getByRole('button', { name: /^old pipeline/ }).click();
    await page.getByRole('table').waitFor();
    await check();
    await next();
    await page.getByText('2 words are not decided yet').waitFor();
    await check();
    await next();
    await page.getByText('The import cannot start yet').waitFor();
    await check();
  });
});
