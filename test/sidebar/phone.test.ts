// The sidebar as a page of its own on a phone: one thumb, 320 to 430 px, links to records, nothing that needs the sheet beside it.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually } from '../e2e/eventually';
import type { FakeServer } from './fake-server';
import { axe, fitsWidth, type PanelOptions } from './harness';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { sidebar } = usePanels();

const phone = (link = '', options: PanelOptions = {}, server: FakeServer = sampleServer()) =>
  sidebar(server, { width: 360, height: 740, touch: true, link, ...options });

/** What can be pressed and is smaller than a thumb needs, with its size; what a label makes larger counts with it. */
function small(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary')].flatMap((one) => {
      if (!one.checkVisibility()) return [];
      const target = one.matches('[type=radio], [type=checkbox]') ? (one.closest('label') ?? one) : one;
      const { width, height } = target.getBoundingClientRect();
      const name = one.getAttribute('aria-label') ?? one.textContent ?? one.id;
      return width < 44 || height < 44
        ? [`${one.className} ${name}: ${Math.round(width)} × ${Math.round(height)}`]
        : [];
    }),
  );
}

/** The screens of a day, each with the way to it. */
const screens: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['the first screen', (page) => page.getByRole('heading', { name: 'Follow-ups' }).waitFor()],
  [
    'the forms of a follow-up',
    async (page) => {
      await page.getByRole('button', { name: 'More actions: Send the revised offer' }).click();
      await page.getByRole('menuitem', { name: 'Done with an outcome…' }).click();
    },
  ],
  ['search results', (page) => page.getByRole('textbox', { name: 'Search' }).fill('halv')],
  ['a contact', (page) => openRecord(page, 'Ingrid')],
  ['a deal', (page) => openRecord(page, 'Fleet tracking')],
  [
    'a menu',
    async (page) => {
      await openRecord(page, 'Fleet tracking');
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Copy link' }).waitFor();
    },
  ],
  [
    'a form',
    async (page) => {
      await page.getByRole('button', { name: 'New contact' }).click();
      await page.getByLabel('First name').waitFor();
    },
  ],
  [
    'logging a call',
    async (page) => {
      await openRecord(page, 'Ingrid');
      await page.getByRole('button', { name: 'Log call' }).click();
      await page.getByLabel('Next step').fill('Send the offer');
    },
  ],
  [
    'a field in its place, and moving a stage',
    async (page) => {
      await openRecord(page, 'Fleet tracking');
      await page.getByRole('button', { name: 'Edit Amount' }).click();
      await page.getByRole('button', { name: 'Move stage' }).click();
    },
  ],
  [
    'history',
    async (page) => {
      await page.getByRole('button', { name: 'History' }).click();
      await page.getByRole('heading', { name: 'History' }).waitFor();
    },
  ],
  [
    'what needs attention',
    async (page) => {
      await page.getByRole('button', { name: 'Needs attention' }).click();
      await page.getByRole('heading', { name: 'Needs attention' }).waitFor();
    },
  ],
];

describe('with one thumb', () => {
  it.each(screens)('%s fits from 320 to 430 px, all that is pressed is 44 px, no barrier', async (_name, open) => {
    const { page } = await phone();
    await open(page);
    for (const width of [320, 360, 430]) {
      await page.setViewportSize({ width, height: 740 });
      expect([width, await fitsWidth(page), await small(page)]).toEqual([width, true, []]);
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, await axe(page)]).toEqual([colorScheme, []]);
    }
  });

  it('search, the way back and what can be done with a record are at the bottom, and menus open upwards', async () => {
    const { page } = await phone();
    const bottom = async (name: string) => {
      const box = await page.getByRole('button', { name, exact: true }).boundingBox();
      return box ? box.y + box.height : 0;
    };
    const search = await page.getByRole('textbox', { name: 'Search' }).boundingBox();
    expect(search?.y).toBeGreaterThan(740 - 80);
    await openRecord(page, 'Ingrid');
    for (const name of ['Back', 'Edit', 'More actions']) expect(await bottom(name)).toBeGreaterThan(740 - 30);
    await page.getByRole('button', { name: 'More actions' }).click();
    const menu = await page.getByRole('menu').boundingBox();
    expect(menu?.y).toBeGreaterThan(0);
    expect((menu?.y ?? 0) + (menu?.height ?? 0)).toBeLessThan(740);
  });

  it('the last of a long screen is not behind the bar', async () => {
    const { page } = await phone('C-1');
    await page.getByRole('heading', { name: 'Details' }).waitFor();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const hidden = await page.evaluate(() => {
      const bar = document.querySelector('.bar')?.getBoundingClientRect().top ?? 0;
      const last = document.querySelector('main')?.lastElementChild?.getBoundingClientRect().bottom ?? 0;
      return last > bar;
    });
    expect(hidden).toBe(false);
  });

  it('no keyboard comes up by itself, and saving is done without one', async () => {
    const { page, server } = await phone();
    await page.getByRole('button', { name: 'Done: Send the revised offer' }).tap();
    await page.getByText('“Send the revised offer” is done.').waitFor();
    expect(server.record('tasks', 'T-1').fields.status).toBe('Done');
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('INPUT');
  });
});

describe('a link to a record', () => {
  it('opens the record by its id, and back leads to the first screen', async () => {
    const { page, server } = await phone('C-1');
    await page.getByRole('heading', { name: 'Ingrid Halvorsen' }).waitFor();
    expect(server.calls).toContainEqual(['getRecord', { tab: 'contacts', id: 'C-1' }]);
    expect(server.calls.map(([name]) => name).filter((name) => /save|delete|undo/i.test(name))).toEqual([]);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Follow-ups' }).waitFor();
  });

  it('to one that is gone says so', async () => {
    const { page } = await phone('C-999');
    await page.getByText('This record is no longer in the workbook.').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Back' }).last().click();
    await page.getByRole('heading', { name: 'Follow-ups' }).waitFor();
  });

  it('that names none says so, and goes on to the first screen', async () => {
    const { page } = await phone('?');
    await page.getByRole('heading', { name: 'This link leads to no record' }).waitFor();
    expect([await axe(page), await small(page)]).toEqual([[], []]);
    await page.getByRole('button', { name: 'Go to Rowbook' }).click();
    await page.getByRole('heading', { name: 'Follow-ups' }).waitFor();
  });

  it('says when the server cannot be reached, and tries again', async () => {
    const server = sampleServer();
    server.failing.add('start');
    const { page } = await phone('C-1', {}, server);
    await page.getByText('No connection to Google.').waitFor();
    server.failing.delete('start');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Ingrid Halvorsen' }).waitFor();
  });

  it('is copied from the record’s page, also where the browser keeps the clipboard to itself', async () => {
    const { page } = await sidebar();
    const copy = async () => {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Copy link' }).click();
    };
    await openRecord(page, 'Ingrid');
    await copy();
    await page.getByText('Link copied.').waitFor();
    await page.evaluate(() => {
      document.execCommand = () => false;
    });
    await copy();
    await page.getByText('Copy this link: https://script.google.example/macros/s/key/exec?r=C-1').waitFor();
  });

  it('is not offered where Settings name no web app', async () => {
    const server = sampleServer();
    server.webApp = 'javascript:alert(1)';
    const { page } = await sidebar(server);
    await openRecord(page, 'Ingrid');
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Show in sheet' }).waitFor();
    expect(await page.getByRole('menuitem', { name: 'Copy link' }).count()).toBe(0);
  });
});

it('offers nothing that needs the sheet beside it, and says where that is', async () => {
  const { page, server } = await phone();
  await page.getByText(/need a wide window/).waitFor();
  for (const name of ['Pipeline board', 'Pipeline report', 'Import a list'])
    expect(await page.getByRole('button', { name }).count()).toBe(0);
  expect(await page.getByRole('switch').count()).toBe(0);
  await openRecord(page, 'Ingrid');
  await page.getByRole('button', { name: 'More actions' }).click();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Copy link', 'Reload', 'Delete contact']);
  await eventually(() => server.calls.map(([name]) => name)).not.toContain('selectedRecord');
});
