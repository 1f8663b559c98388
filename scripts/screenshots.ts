// `npm run screenshots`: pictures of the running product into docs/screenshots, made from the demo (seeded, so they stay
// comparable) and a small old sheet; then each screen's states, as their test sees them, into .rowbook/states. Needs Chromium, as the
// browser tests do.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { inProject } from './build/files';

const port = 8780;
const url = `http://localhost:${port}`;
const target = inProject('docs/screenshots');
const desktop: BrowserContextOptions = { viewport: { width: 1360, height: 850 }, deviceScaleFactor: 1.5 };
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true };

const oldSheet = `Deal name,Account,Deal stage,Amount,Owner,Expected close,Lead source
Warehouse lights,Harbour Estates,Contacted,12400,Clara Brandt,2026-12-18,Fair
Roof survey,Oak Hill Housing,Offer sent,3900,Rafael Moreno,2027-01-15,Referral
Heat pump,Rhône Brewery,Won,48200,Priya Nair,2026-10-02,Web
Battery storage,Elbe Clinic,Offer sent,27500,Clara Brandt,2026-12-04,Fair
Audit 2027,Northgate Training,Contacted,,Hugo Laurent,2027-02-01,Phone
`;

const signature = `Kind regards,
Tom Whitfield
Head of Procurement, Elbe Clinic
12 High Street, Leeds LS1 4AP, United Kingdom
Tel: 0113 496 0000
tom.whitfield@elbe-clinic.example`;

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rowbook-screenshots-'));
  await mkdir(target, { recursive: true });
  const sheet = join(folder, 'Old pipeline.csv');
  await writeFile(sheet, oldSheet);
  let server = await start(join(folder, 'workbook.db'), sheet);
  // Frames in processes of their own are drawn without the device's scale, and so blurred.
  const browser = await launchBrowser([
    '--disable-site-isolation-trials',
    '--disable-features=IsolateOrigins,site-per-process',
  ]);
  try {
    await workbook(browser);
    await following(browser);
    await mobile(browser);
    await importDialog(browser);
    await board(browser);
    await lists(browser);
    await settings(browser);
    await exporting(browser);
    await report(browser);
    await mail(browser);
    await mishaps(browser);
    await duplicates(browser);
    await stop(server);
    server = await start(join(folder, 'german.db'), sheet, ['--language', 'de']);
    await german(browser);
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
}

/** A demo workbook with an old sheet beside it, ready to be looked at. */
async function start(store: string, sheet: string, more: readonly string[] = []): Promise<ChildProcess> {
  const args = ['--port', String(port), '--store', store, '--open', sheet, '--no-open', ...more];
  const server = spawn(process.execPath, ['--import', 'tsx', inProject('scripts/start.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => String(chunk).includes('Rowbook is running') && resolve());
    server.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
  });
  return server;
}

async function stop(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM');
  await once(server, 'exit');
}

async function openPage(browser: Browser, options: BrowserContextOptions = desktop): Promise<Page> {
  const page = await (await browser.newContext({ ...options, locale: 'en-GB' })).newPage();
  await page.goto(`${url}/#tab=Deals`);
  await page.getByTestId('addon-menu').waitFor();
  await page.locator('.tabulator-row').first().waitFor();
  return page;
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByTestId('addon-menu').click();
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByTestId('working').waitFor({ state: 'detached' });
}

async function openSidebar(page: Page, item = 'Open sidebar'): Promise<FrameLocator> {
  await choose(page, item);
  return page.getByTestId('sidebar').frameLocator('iframe');
}

async function shoot(page: Page, name: string): Promise<void> {
  // Fonts, transitions and the last rows settle.
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(target, `${name}.png`) });
  console.log(`docs/screenshots/${name}.png`);
}

async function shootSidebar(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(1500);
  await page.getByTestId('sidebar').screenshot({ path: join(target, `${name}.png`) });
  console.log(`docs/screenshots/${name}.png`);
}

/** The page with its sidebar, and the sidebar alone at its 300 px: first screen, a deal, a form. */
async function workbook(browser: Browser): Promise<void> {
  const page = await openPage(browser);
  const sidebar = await openSidebar(page);
  await sidebar.getByText('Overdue').waitFor();
  await page.locator('.tabulator-row[data-n="6"] [tabulator-field="c2"]').click();
  await shoot(page, 'page');
  await shootSidebar(page, 'sidebar');
  await sidebar.getByLabel('Search').fill('heat pump');
  await sidebar
    .getByRole('button', { name: /^Heat pump/ })
    .first()
    .waitFor();
  await shootSidebar(page, 'sidebar-search');
  await sidebar
    .getByRole('button', { name: /Heat pump/ })
    .first()
    .click();
  await sidebar.getByRole('button', { name: 'Move stage' }).waitFor();
  await shootSidebar(page, 'sidebar-deal');
  await sidebar.getByRole('button', { name: 'Edit', exact: true }).click();
  await sidebar.getByRole('button', { name: 'Save' }).waitFor();
  await shootSidebar(page, 'sidebar-form');
  await sidebar.getByRole('button', { name: 'Back' }).click();
  await sidebar.getByRole('button', { name: 'Log call' }).click();
  await shootSidebar(page, 'sidebar-log');
  await sidebar.getByRole('button', { name: 'Cancel' }).click();
  await sidebar.getByRole('button', { name: 'Quick add' }).click();
  await sidebar.getByText('Paste a signature').click();
  await sidebar.getByLabel('Signature, or a line of a mail').fill(signature);
  await shootSidebar(page, 'sidebar-signature');
  await page.context().close();
  const small = await openPage(browser, phone);
  await shoot(small, 'page-phone');
  await small.context().close();
}

/** The sidebar showing the record of the row that is selected. */
async function following(browser: Browser): Promise<void> {
  const page = await openPage(browser);
  const sidebar = await openSidebar(page);
  await sidebar.getByRole('switch', { name: 'Follow the selected row' }).click();
  await page.locator('.tabulator-row[data-n="6"] [tabulator-field="c2"]').click();
  await sidebar.getByRole('heading', { name: 'Details' }).waitFor();
  await shoot(page, 'page-following');
  await page.context().close();
}

/** The web app: the first screen, a deal by its link, a form, a link that names none; the first two in dark as well. */
async function mobile(browser: Browser): Promise<void> {
  const shots = [
    ['mobile', '', 'Follow-ups', {}],
    ['mobile-dark', '', 'Follow-ups', { colorScheme: 'dark' }],
    ['mobile-deal', '?r=D-3', 'Details', {}],
    ['mobile-deal-dark', '?r=D-3', 'Details', { colorScheme: 'dark' }],
    ['mobile-lost', '?r=none', 'This link leads to no record', {}],
  ] as const;
  for (const [name, query, heading, more] of shots) {
    const page = await (await browser.newContext({ ...phone, hasTouch: true, ...more, locale: 'en-GB' })).newPage();
    await page.goto(`${url}/mobile${query}`);
    const app = page.frameLocator('iframe');
    await app.getByRole('heading', { name: heading }).waitFor();
    await shoot(page, name);
    if (name === 'mobile-deal') {
      await app.getByRole('button', { name: 'Edit', exact: true }).tap();
      await app.getByRole('button', { name: 'Save' }).waitFor();
      await shoot(page, 'mobile-form');
    }
    await page.context().close();
  }
}

async function importDialog(browser: Browser): Promise<void> {
  const page = await openPage(browser);
  await choose(page, 'Import a list');
  const dialog = page.getByTestId('addon-dialog').frameLocator('iframe');
  await dialog.getByRole('button', { name: /Old pipeline/ }).click();
  const next = dialog.getByRole('button', { name: 'Next' });
  await dialog.getByRole('heading', { name: 'Match columns' }).waitFor();
  await dialog.getByText('Warehouse lights').first().waitFor();
  await shoot(page, 'import-columns');
  await next.click();
  await dialog.getByRole('heading', { name: 'Match values' }).waitFor();
  await shoot(page, 'import-values');
  await page.context().close();
}

/** The board with a deal under way, with one open beside it, the same on a phone, and the stages in the sidebar. */
async function board(browser: Browser): Promise<void> {
  const page = await openPage(browser);
  await choose(page, 'Pipeline board');
  const dialog = page.getByTestId('addon-dialog').frameLocator('iframe');
  await dialog.locator('.deal').nth(1).hover();
  const from = await dialog.locator('.deal').nth(1).boundingBox();
  await page.mouse.down();
  await page.mouse.move((from?.x ?? 0) + 230, (from?.y ?? 0) + 90, { steps: 6 });
  await shoot(page, 'board');
  // Nothing is moved: the pictures that follow are of the same demo.
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await dialog.locator('.deal').nth(1).click();
  await dialog.getByRole('menuitem', { name: 'Open', exact: true }).click();
  await dialog.locator('.record-pane').getByRole('heading', { name: 'Details' }).waitFor();
  await shoot(page, 'board-deal');
  await page.context().close();
  const small = await openPage(browser, phone);
  await choose(small, 'Pipeline board');
  await small.getByTestId('addon-dialog').frameLocator('iframe').locator('.deal').first().waitFor();
  await shoot(small, 'board-phone');
  await small.context().close();
  const beside = await openPage(browser);
  await choose(beside, 'Open sidebar');
  const sidebar = beside.getByTestId('sidebar').frameLocator('iframe');
  await sidebar.getByRole('button', { name: 'By stage' }).click();
  await sidebar.getByRole('list', { name: 'Stages' }).waitFor();
  await beside.waitForTimeout(1500);
  await beside.getByTestId('sidebar').screenshot({ path: join(target, 'sidebar-pipeline.png') });
  console.log('docs/screenshots/sidebar-pipeline.png');
  await beside.context().close();
}

/** A list with its conditions, the same on a phone, and a record of it to work on. */
async function lists(browser: Browser): Promise<void> {
  const page = await openPage(browser);
  await choose(page, 'Lists');
  const dialog = page.getByTestId('addon-dialog').frameLocator('iframe');
  await dialog.getByRole('button', { name: 'Not heard from in 30 days' }).click();
  await dialog.getByRole('table').waitFor();
  await shoot(page, 'lists');
  await dialog.getByRole('button', { name: 'Work through' }).click();
  await dialog.getByRole('heading', { name: 'Details' }).waitFor();
  await shoot(page, 'lists-record');
  await page.context().close();
  const small = await openPage(browser, phone);
  await choose(small, 'Lists');
  await small.getByTestId('addon-dialog').frameLocator('iframe').getByRole('table').waitFor();
  await shoot(small, 'lists-phone');
  await small.context().close();
}

/** The team, and the stages. */
async function settings(browser: Browser): Promise<void> {
  const page = await openPage(browser);
  await choose(page, 'Settings');
  const dialog = page.getByTestId('addon-dialog').frameLocator('iframe');
  await dialog.getByRole('heading', { name: 'Team' }).waitFor();
  await shoot(page, 'settings-team');
  await dialog.getByRole('button', { name: 'Pipelines and stages' }).click();
  await shoot(page, 'settings-stages');
  await page.context().close();
}

/** Files for another program, and leaving. */
async function exporting(browser: Browser): Promise<void> {
  const page = await openPage(browser);
  await choose(page, 'Export or leave');
  const dialog = page.getByTestId('addon-dialog').frameLocator('iframe');
  await dialog.getByRole('button', { name: 'HubSpot' }).click();
  await dialog.getByText('hubspot-deals.csv').first().waitFor();
  await shoot(page, 'export');
  await page.context().close();
}

async function report(browser: Browser): Promise<void> {
  const page = await openPage(browser);
  await choose(page, 'Pipeline report');
  const dialog = page.getByTestId('addon-dialog').frameLocator('iframe');
  await dialog.getByText('Win rate').first().waitFor();
  await shoot(page, 'report-dialog');
  await dialog.getByRole('button', { name: 'Open as a page' }).click();
  const address = await dialog.getByRole('link', { name: 'Open the page' }).getAttribute('href');
  await page.context().close();
  for (const [name, options] of [
    ['report', desktop],
    ['report-phone', phone],
  ] as const) {
    const own = await (await browser.newContext(options)).newPage();
    await own.goto(address ?? '');
    await shoot(own, name);
    await own.context().close();
  }
}

/** Tomorrow's digest in the page's inbox, and the letter alone as a desktop and a phone would show it. */
async function mail(browser: Browser): Promise<void> {
  const page = await openPage(browser);
  const before = await page.getByTestId('clock').getAttribute('data-now');
  await page.getByTestId('clock').click();
  await page.getByRole('menuitem', { name: 'Tomorrow, 09:00' }).click();
  await page.locator(`[data-testid=clock]:not([data-now="${before}"])`).waitFor({ timeout: 120_000 });
  await page.getByTestId('working').waitFor({ state: 'detached', timeout: 120_000 });
  await page.getByTestId('open-inbox').click();
  await page.getByTestId('mail').first().click();
  await shoot(page, 'inbox');
  await page.context().close();
  const mails = (await (await fetch(`${url}/local/inbox`)).json()) as { html: string }[];
  for (const [name, options] of [
    ['mail', { ...desktop, viewport: { width: 760, height: 900 } }],
    ['mail-phone', phone],
  ] as const) {
    const letter = await (await browser.newContext(options)).newPage();
    await letter.setContent(mails.at(-1)?.html ?? '');
    await shoot(letter, name);
    await letter.context().close();
  }
}

async function post(path: string, body: object): Promise<void> {
  const answer = await fetch(`${url}/local/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`/local/${path}: ${await answer.text()}`);
}

async function adminOfDemo(): Promise<string> {
  const { users } = (await (await fetch(`${url}/local/state`)).json()) as { users: { email: string; role: string }[] };
  return users.find(({ role }) => role === 'admin')?.email ?? '';
}

/** What people do to a grid: half a table sorted, a value that cannot be right; and what the sidebar says to it. */
async function mishaps(browser: Browser): Promise<void> {
  const user = await adminOfDemo();
  await post('edit', { user, tab: 'Contacts', range: 'D8', values: [['hugo at example']] });
  await post('act', { user, kind: 'sort', tab: 'Companies', range: 'B2:B9', column: 'B' });
  const page = await openPage(browser);
  const sidebar = await openSidebar(page);
  await sidebar.getByRole('button', { name: 'Needs attention' }).first().click();
  await sidebar.getByRole('button', { name: 'Check the workbook now' }).click();
  await sidebar.getByText(/half of \d+ rows moved away/).waitFor();
  await sidebar.getByRole('button', { name: 'Dismiss' }).click();
  await shootSidebar(page, 'sidebar-attention');
  await sidebar.getByRole('button', { name: 'Back' }).click();
  await sidebar.getByRole('button', { name: 'History' }).first().click();
  await sidebar.getByRole('heading', { name: 'History' }).waitFor();
  await shootSidebar(page, 'sidebar-history');
  await page.context().close();
}

/** Records that came in twice: the pairs, two of them beside each other, the same on a phone. */
async function duplicates(browser: Browser): Promise<void> {
  const records = [
    {
      firstName: 'Margaret',
      lastName: 'Aldous',
      email: 'm.aldous@tideway.example',
      phone: '+44 20 7946 0101',
      city: 'London',
    },
    { firstName: 'Maggie', lastName: 'Aldous', phone: '+44 20 7946 0101', jobTitle: 'Buyer', tags: ['fair'] },
    { firstName: 'Jürgen', lastName: 'Osterkamp', email: 'j.osterkamp@nordkai.example', phone: '+49 451 2803456' },
    { firstName: 'Jürgen', lastName: 'Ostrkamp', phone: '+49 451 2803456', tags: ['newsletter'] },
  ];
  const user = await adminOfDemo();
  for (const changes of records)
    await post('run', { user, function: 'saveRecord', args: [{ tab: 'contacts', changes }] });
  for (const [options, ending] of [
    [desktop, ''],
    [phone, '-phone'],
  ] as const) {
    const page = await openPage(browser, options);
    await choose(page, 'Duplicates');
    const dialog = page.getByTestId('addon-dialog').frameLocator('iframe');
    await dialog
      .getByRole('button', { name: /^Compare / })
      .first()
      .waitFor();
    await shoot(page, `duplicates${ending}`);
    await dialog
      .getByRole('button', { name: /^Compare / })
      .first()
      .click();
    await dialog.getByRole('group', { name: 'Which one stays' }).waitFor();
    await shoot(page, `duplicates-compare${ending}`);
    await page.context().close();
  }
}

/** For an account that is set to German: the first screen and a deal. */
async function german(browser: Browser): Promise<void> {
  const page = await openPage(browser);
  const sidebar = await openSidebar(page, 'Seitenleiste öffnen');
  await sidebar.getByText('Überfällig').first().waitFor();
  await shootSidebar(page, 'sidebar-german');
  await sidebar.getByRole('textbox', { name: 'Suchen' }).fill('heat pump');
  await sidebar
    .getByRole('button', { name: /^Heat pump/ })
    .first()
    .click();
  await sidebar.getByRole('button', { name: 'Phase ändern' }).waitFor();
  await shootSidebar(page, 'sidebar-german-deal');
  await page.context().close();
}

/** Each screen while empty, waiting, without a connection, refused, and with very long texts. */
async function states(): Promise<void> {
  const args = [inProject('node_modules/vitest/vitest.mjs'), 'run', 'test/sidebar/states.test.ts'];
  const env = { ...process.env, PICTURES: inProject('.rowbook/states') };
  const [code] = await once(spawn(process.execPath, args, { cwd: inProject('.'), env, stdio: 'inherit' }), 'exit');
  if (code !== 0) throw new Error(`The pictures of the states ended with ${code}`);
}

await main();
await states();
