// The import dialog's first step: a file, the clipboard, what can be wrong with them, and their way into a tab.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { AddedSource, AddSourceInput, FillSource, Reply } from '../../src/rpc/contract';
import { eventually } from '../e2e/eventually';
import { FakeImport } from './fake-import';
import { axe, fitsWidth, type PanelOptions } from './harness';
import { usePanels } from './setup';

const { panel } = usePanels();
const size = { width: 900, height: 640 };

/** A workbook that takes lists in. */
class FakeTabs extends FakeImport {
  rows: string[][] = [];
  name = '';
  blocks: number[] = [];
  /** Fails the block of this number, once. */
  failBlock = 0;
  /** Holds each block until this resolves. */
  blockGate: Promise<void> = Promise.resolve();
  cancelled = false;
  private total = 0;

  override functions(): { [name: string]: (input: never) => unknown } {
    return { ...super.functions(), addSourceTab: (input: never) => this.add(input) };
  }

  private async add(input: AddSourceInput): Promise<Reply<AddedSource>> {
    if ('cancel' in input) {
      this.cancelled = true;
      this.tabs = this.tabs.filter(({ arriving }) => !arriving);
    } else if ('cells' in input) {
      const failure = await this.take(input);
      if (failure) return failure;
    } else {
      this.name = input.name;
      this.total = input.rows;
    }
    const done = !this.cancelled && this.rows.length === this.total;
    return { ok: true, value: { id: 'S-1', tab: this.name, rowsDone: this.rows.length, done } };
  }

  private async take({ from, cells }: FillSource): Promise<Reply<AddedSource> | undefined> {
    await this.blockGate;
    this.blocks.push(JSON.stringify(cells).length);
    if (this.blocks.length === this.failBlock) return { ok: false, code: 'failed', message: 'That did not work: oops' };
    this.rows.splice(from, cells.length, ...cells);
    return undefined;
  }
}

async function dialog(server = new FakeTabs(), options: PanelOptions = size, name = 'import') {
  const page = await panel(name, server.functions(), options);
  await page.getByRole('radio').first().waitFor();
  return { page, server };
}

const fileInput = (page: Page) => page.locator('input[type=file]');

async function choose(page: Page, name: string, content: string | Buffer) {
  await page.getByRole('radio', { name: 'A CSV file' }).check();
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await fileInput(page).setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** Drops files on the window as a person does. */
async function drop(page: Page, files: readonly { name: string; content: string }[]) {
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, content } of dropped) dataTransfer.items.add(new File([content], name));
    for (const kind of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}

describe('a file', () => {
  it('is shown as it was read, and imported from a tab of its name', async () => {
    const { page, server } = await dialog();
    await choose(page, 'old clients.csv', 'Name;City\n"Berg; Anna";Oslo\n');
    await page.getByText('2 rows, 2 columns').waitFor();
    expect(await page.getByRole('row').allTextContents()).toEqual(['RowAB', '1NameCity', '2Berg; AnnaOslo']);
    expect(await page.getByRole('combobox', { name: 'Separated by' }).inputValue()).toBe(';');
    await page.getByText('you may delete it after the import').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Match columns' }).waitFor();
    await page.getByText('from “old clients”').waitFor();
    expect(server.rows).toEqual([
      ['Name', 'City'],
      ['Berg; Anna', 'Oslo'],
    ]);
    expect(server.calls.find(([name]) => name === 'previewImport')?.[1]).toEqual({ tab: 'old clients' });
  });

  it('can be parted by another separator, and its tab called otherwise', async () => {
    const { page, server } = await dialog();
    await choose(page, 'a.csv', 'one,two;three\nfour,five;six\n');
    await page.getByRole('combobox', { name: 'Separated by' }).selectOption('Semicolon');
    await eventually(() => page.getByRole('row').nth(1).textContent()).toBe('1one,twothree');
    await page.getByRole('textbox', { name: 'Name of the new tab' }).fill('mine');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Match columns' }).waitFor();
    expect([server.name, server.rows[0]]).toEqual(['mine', ['one,two', 'three']]);
  });

  it('can be dropped on the window, one at a time, whatever was chosen before', async () => {
    const { page } = await dialog();
    await drop(page, [{ name: 'dropped.csv', content: 'a,b\n1,2\n' }]);
    await page.getByText('2 rows, 2 columns').waitFor();
    await drop(page, [
      { name: 'one.csv', content: 'a' },
      { name: 'two.csv', content: 'b' },
    ]);
    await page.getByRole('alert').getByText('One file at a time').waitFor();
    await page.getByRole('radio', { name: 'A tab of this workbook' }).check();
    await page.getByRole('button', { name: /^old pipeline/ }).click();
    await page.getByRole('table').waitFor();
    // Elsewhere a dropped file changes nothing, and does not take the window's place.
    await drop(page, [{ name: 'late.csv', content: 'a,b\n1,2\n' }]);
    expect(await page.getByRole('heading', { name: 'Match columns' }).count()).toBe(1);
  });

  it.each([
    ['is empty', 'empty.csv', '', 'is empty'],
    ['is blank', 'blank.csv', '\r\n,,\r\n', 'is empty'],
    ['is a workbook', 'list.xlsx', Buffer.from('PK\x03\x04\x14\x00', 'latin1'), 'Open it in Google Sheets first'],
    ['is an old workbook', 'list.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'Open it in Google Sheets first'],
    ['is a picture', 'photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'is no text'],
    ['is too large', 'large.csv', Buffer.alloc(21 * 1024 * 1024, 'a,b\n'), 'has 21 MB; up to 20 MB'],
    ['has a cell that is too long', 'long.csv', `a,b\nx,${'y'.repeat(50_001)}\n`, 'Cell B2 has 50,001 characters'],
  ])('that %s is refused, with what to do', async (_, name, content, sentence) => {
    const { page, server } = await dialog();
    await choose(page, name, content);
    await page.getByRole('alert').getByText(sentence).waitFor();
    const next = page.getByRole('button', { name: 'Next' });
    if ((await next.count()) > 0) await next.click({ force: true });
    expect(server.name).toBe('');
    // Put right and chosen again under the same name, it is read.
    await choose(page, name, 'a,b\n1,2\n');
    await page.getByText('2 rows, 2 columns').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('with a quote that is never closed is shown with a warning', async () => {
    const { page } = await dialog();
    await choose(page, 'open.csv', 'a,b\n1,"two\n3,4\n');
    await page.getByText('The quote in row 2 is never closed').waitFor();
  });

  it('is chosen by keyboard', async () => {
    const { page } = await dialog();
    await page.getByRole('radio', { name: 'A tab of this workbook' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Drop a CSV file').waitFor();
    await page.keyboard.press('Tab');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
    await chooser.setFiles({ name: 'keys.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
    const heading = page.getByRole('heading', { name: /What was read/ });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('a list on its way into its tab', () => {
  const long = `Name,Text\n${Array.from({ length: 300 }, (_, row) => `Row ${row},${'x'.repeat(5_000)}`).join('\n')}`;

  it('goes in blocks, with progress', async () => {
    const { page, server } = await dialog();
    await choose(page, 'long.csv', long);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Match columns' }).waitFor();
    expect(server.rows).toHaveLength(301);
    expect(server.blocks.length).toBe(4);
    expect(Math.max(...server.blocks)).toBeLessThan(512_000);
  });

  it('goes on where it failed', async () => {
    const server = new FakeTabs();
    server.failBlock = 2;
    const { page } = await dialog(server);
    await choose(page, 'long.csv', long);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('alert').getByText('That did not work').waitFor();
    const bar = page.getByRole('progressbar', { name: 'Rows in the new tab' });
    expect(Number(await bar.getAttribute('value'))).toBeGreaterThan(50);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'Match columns' }).waitFor();
    expect(server.rows.map(([name]) => name).slice(1)).toEqual(Array.from({ length: 300 }, (_, row) => `Row ${row}`));
  });

  it('is removed when it is stopped', async () => {
    const server = new FakeTabs();
    let open = () => {};
    server.blockGate = new Promise((resolve) => {
      open = resolve;
    });
    const { page } = await dialog(server);
    await choose(page, 'long.csv', long);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('Filling the tab “long”').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopping…').waitFor();
    open();
    await page.getByText('The new tab was removed again').waitFor();
    expect([server.cancelled, server.blocks.length]).toEqual([true, 1]);
    // The list is still there, to be changed or gone on with.
    await page.getByText('301 rows, 2 columns').waitFor();
  });

  it('that another window left half full is listed, and can be removed', async () => {
    const server = new FakeTabs();
    server.tabs.push({ title: 'half', rows: 9, columns: 2, arriving: { id: 'S-9', rowsDone: 10, rowsTotal: 5_000 } });
    const { page } = await dialog(server);
    await page.getByText('10 of 5,000 rows are there').waitFor();
    const list = page.getByRole('list', { name: 'Tabs to import from' });
    expect(await list.getByText('half').count()).toBe(0);
    await page.getByRole('button', { name: 'Remove the tab half' }).click();
    await eventually(() => page.getByText('Tabs that are not whole').count()).toBe(0);
    expect(server.cancelled).toBe(true);
  });
});

describe('what is pasted', () => {
  it('is read at once from the clipboard, and by a button when it was typed', async () => {
    const { page, server } = await dialog();
    await page.getByRole('radio', { name: 'Paste' }).check();
    const box = page.getByRole('textbox', { name: 'Paste the rows here' });
    await page.getByRole('button', { name: 'Read these rows' }).click();
    await page.getByRole('alert').getByText('There is nothing in what you pasted').waitFor();
    await box.fill('Name\nBerg, Anna\n');
    await page.getByRole('button', { name: 'Read these rows' }).click();
    await page.getByText('2 rows, 1 column').waitFor();
    await page.getByRole('button', { name: 'Paste something else' }).click();
    await box.evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Name\tNote\r\nAnna\t"two\nlines"\r\n');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByText('2 rows, 2 columns').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Match columns' }).waitFor();
    expect([server.name, server.rows]).toEqual([
      'Pasted list',
      [
        ['Name', 'Note'],
        ['Anna', 'two\nlines'],
      ],
    ]);
  });
});

it('a known export is called by its program’s name', async () => {
  const server = new FakeTabs();
  const functions = server.functions();
  const page = await panel(
    'import',
    {
      ...functions,
      previewImport: async (input: never) => {
        const answer = (await functions.previewImport?.(input)) as { value: { source: object } };
        Object.assign(answer.value.source, { program: 'HubSpot' });
        return answer;
      },
    },
    size,
  );
  await page.getByRole('button', { name: /^old pipeline/ }).click();
  await page.getByText('This looks like a HubSpot export.').waitFor();
});

describe.each(
  Object.entries({
    light: size,
    dark: { ...size, dark: true },
    'on a phone': { width: 340, height: 700, touch: true },
  }),
)('each source, %s', (_look, options) => {
  it('has no barrier and fits', async () => {
    const { page } = await dialog(new FakeTabs(), options);
    const check = async () => {
      expect(await axe(page)).toEqual([]);
      expect(await fitsWidth(page)).toBe(true);
    };
    await page.getByRole('radio', { name: 'Paste' }).check();
    await check();
    await page.getByRole('radio', { name: 'A CSV file' }).check();
    await check();
    await choose(page, 'wrong.xlsx', 'PK\x03\x04');
    await page.getByRole('alert').waitFor();
    await check();
    await choose(page, 'wide.csv', `${Array.from({ length: 40 }, (_, at) => `A long header ${at}`).join(',')}\n`);
    await page.getByText('1 row, 40 columns').waitFor();
    await check();
  });
});
