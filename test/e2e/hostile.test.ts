// Hostile texts under a person's hands: through the sidebar's form and through the grid they come back as they were, and none
// of them runs.
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { toTsv } from '../../scripts/local/page/grid/clipboard';
import { get, launch, post, type RowbookProcess } from '../local/rowbook-process';
import { areNaughtyStringsHere, naughtyStrings } from '../setup/naughty-strings';
import { eventually } from './eventually';
import { field, WorkbookPage } from './workbook-page';

const admin = 'admin@example.com';
const own = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</textarea><svg onload=alert(1)>',
  '"><iframe srcdoc="<script>alert(1)</script>">',
  '&lt;b&gt; &amp; &#60;',
  '"quoted", \'twice\' and `so`',
  '=1+1',
  '=HYPERLINK("javascript:alert(1)","x")',
  '+49 30 1',
  '-5',
  '@SUM(1)',
  '007',
  "'tis",
  'שלום, עולם',
  '\u202Eexe.txt',
  '👩‍👩‍👧 and 🏳️‍🌈',
  'bell \u0007 and \u001B[31mred',
  'tab\tand\nline',
];
const kinds: readonly RegExp[] = [
  /<script|onerror|onload|javascript:/i,
  /<[a-z!?/]/i,
  /^['"`]|['"]{2}/,
  /^[=+\-@]/,
  /[\u0590-\u08ff\u202a-\u202e\u2066-\u2069]/,
  /\p{Extended_Pictographic}/u,
  /[\p{Cc}\p{Cf}]/u,
  /[^\p{ASCII}]/u,
];
/** Some of each kind, from all over the list; without what a box or a clipboard has no room for: blanks alone, \\r. */
const fit = naughtyStrings.filter((text) => text.trim() !== '' && !text.includes('\r'));
const texts = [...new Set([...own, ...kinds.flatMap((kind) => some(fit.filter((text) => kind.test(text))))])];

function some(all: readonly string[], most = 8): readonly string[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, index) => all[Math.floor(index * step)] ?? '');
}

let browser: Browser;
let rowbook: RowbookProcess;
let book: WorkbookPage;
const dialogs: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  rowbook = await launch({ args: ['--sample', 'none'] });
  const first = { tab: 'contacts', changes: { lastName: 'Target', notes: 'still harmless' } };
  await post(`${rowbook.url}/local/run`, { user: admin, function: 'saveRecord', args: [first] });
  book = await WorkbookPage.open(browser, rowbook.url);
  await book.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  book.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await book.showTab('Contacts');
});
afterAll(async () => {
  await browser?.close();
  await rowbook?.stop();
});

/** Notes as they are typed: of ours what a sheet takes for something else alone, of the others several at once. */
function notesOf(all: readonly string[]): readonly string[] {
  const isSpecial = (text: string) => own.includes(text) && /^[=+\-@'\d]/.test(text);
  const others = all.filter((text) => !isSpecial(text));
  const perNote = 10;
  const notes = Array.from({ length: Math.ceil(others.length / perNote) }, (_, note) =>
    others.slice(note * perNote, (note + 1) * perNote).join('\n'),
  );
  return [...all.filter(isSpecial), ...notes];
}

async function notesColumn(): Promise<number> {
  const head = book.page.locator('.head-cell').getByText('Notes', { exact: true });
  return Number(await head.getAttribute('data-column'));
}

function cellIn(column: number): (row: number) => Locator {
  return (row) => book.page.locator(`.tabulator-row[data-n="${row}"] [tabulator-field="c${column}"]`);
}

/** What ran or was made of a text. */
async function nothingRan(): Promise<void> {
  const made = 'script, img, svg[onload], iframe[srcdoc], marquee, object, embed';
  expect(await book.page.locator(`[data-testid=grid] :is(${made})`).count()).toBe(0);
  expect(dialogs).toEqual([]);
  expect(book.errors).toEqual([]);
}

it.skipIf(!areNaughtyStringsHere)('are many (../shared/data is there)', () => {
  expect(texts.length).toBeGreaterThanOrEqual(60);
});

it('come back from the notes of the sidebar’s form, and stand in the grid', async () => {
  const sidebar = await book.openSidebar();
  await sidebar.getByLabel('Search').fill('Target');
  await sidebar
    .getByRole('button', { name: /Target/ })
    .first()
    .click();
  const edit = sidebar.getByRole('button', { name: 'Edit', exact: true });
  const notes = field(sidebar, 'Notes');
  const cell = cellIn(await notesColumn())(2);
  let before = 'still harmless';
  for (const text of notesOf(texts)) {
    await edit.click();
    await eventually(() => notes.inputValue()).toBe(before);
    await notes.fill(text);
    await notes.press('Control+Enter');
    await edit.waitFor();
    await eventually(() => cell.textContent()).toBe(text);
    await eventually(() => sidebar.locator('main').textContent()).toContain(text);
    before = text;
  }
  expect(await sidebar.locator('main :is(script, img, iframe, marquee, object, embed)').count()).toBe(0);
  await nothingRan();
});

it('come back from the grid they were pasted in', async () => {
  const { page } = book;
  const column = await notesColumn();
  const cell = cellIn(column);
  // A leading apostrophe is the sheet's own sign for text.
  const taken = texts.map((text) => text.replace(/^'/, ''));
  const first = 4;
  await page.evaluate((tsv) => navigator.clipboard.writeText(tsv), toTsv(texts.map((text) => [text])));
  await cell(first).click();
  await page.keyboard.press('Control+v');
  const last = first + texts.length - 1;
  const range = encodeURIComponent(`Contacts!R${first}C${column}:R${last}C${column}`);
  const stored = async () => {
    const address = `${rowbook.url}/v4/spreadsheets/local/values/${range}`;
    return (await get<{ values?: string[][] }>(address, { authorization: 'Bearer local' })).values?.map(
      ([text]) => text,
    );
  };
  await eventually(stored).toEqual(taken);
  for (const [index, text] of taken.entries()) {
    if (index % 15 === 0) {
      await page.getByTestId('name-box').fill(`A${first + index}`);
      await page.getByTestId('name-box').press('Enter');
    }
    await eventually(() => cell(first + index).textContent()).toBe(text);
  }
  await nothingRan();
});
