// Every screen that reads something, over the compiled add-on: with nothing to show, while it waits, when the server refuses, without
// a connection, and with very long texts. Each says what it is about, has no barrier and fits. `npm run screenshots` sets PICTURES, a
// folder: then each state is photographed as well.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { admin, forgetPrepared, openWorld, type World } from '../workbook/world';
import { axe, fitsWidth, type PanelOptions, type Server } from './harness';
import { usePanels } from './setup';

const { panel } = usePanels();

type State = 'answers' | 'is silent' | 'refuses' | 'is away';
let state: State = 'answers';

/** What was asked of a silent server: it goes on as the server is by then. */
let waiting: (() => void)[] = [];
const becomes = (next: State) => {
  state = next;
  for (const go of waiting.splice(0)) go();
};

/** The add-on of this workbook, as far as `state` lets it answer. */
function serverOf(world: World): Server {
  const answer = async (name: string, input: never) => {
    if (state === 'is silent') await new Promise<void>((go) => waiting.push(go));
    if (state === 'is away') throw new Error('NetworkError: Connection failure due to HTTP 0');
    if (state === 'refuses')
      return { ok: false, code: 'failed', message: 'That did not work: the workbook is being restored.' };
    const { result, error } = await world.run(name, input, admin);
    if (error) throw new Error(error.message);
    return result;
  };
  return new Proxy({}, { get: (_, name: string) => (input: never) => answer(name, input) });
}

const long = 'Donaudampfschifffahrtsgesellschaftskapitänswitwe'.repeat(4);
const words = 'a very long name that somebody pasted from a contract '.repeat(6);

let blank: World;
let full: World;
beforeAll(async () => {
  [blank, full] = [await openWorld(), await openWorld()];
  await full.ask('saveRecord', {
    tab: 'companies',
    changes: { name: `${long} ${words}`.slice(0, 400), industry: words },
  });
  await full.ask('saveRecord', {
    tab: 'contacts',
    changes: {
      firstName: 'Zora',
      lastName: long,
      jobTitle: words,
      company: 'CO-1',
      notes: words.repeat(8),
      tags: [long, words.trim()],
    },
  });
  await full.ask('saveRecord', {
    tab: 'deals',
    changes: {
      name: `Zeppelin ${words}`.slice(0, 400),
      company: 'CO-1',
      contact: 'C-1',
      stage: 'Proposal',
      amount: 123456789012,
      closeDate: '2026-11-20',
    },
  });
  await full.ask('saveRecord', {
    tab: 'tasks',
    changes: { title: `Zip ${words}`.slice(0, 400), due: '2026-11-01', owner: admin, contact: 'C-1' },
  });
  await full.ask('saveRecord', {
    tab: 'interactions',
    changes: {
      when: '2026-11-20T09:00',
      kind: 'Call',
      subject: words.slice(0, 400),
      contact: 'C-1',
      deal: 'D-1',
      details: long,
    },
  });
  await full.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Gone', lastName: long } });
  await full.ask('deleteRecord', { tab: 'contacts', id: 'C-2' });
  await full.type('Contacts', 2, 'Email', [[long]]);
});
afterAll(async () => {
  await Promise.all([blank?.close(), full?.close()]);
  forgetPrepared();
});
beforeEach(() => {
  state = 'answers';
  waiting = [];
});

interface Reading {
  panel: string;
  /** Goes where the way to the screen begins; the server still answers. */
  before?: (page: Page) => Promise<unknown>;
  /** The step that has the screen read. */
  open?: (page: Page) => Promise<unknown>;
  /** It shows one record: an empty workbook has none. */
  ofRecord?: true;
  options?: PanelOptions;
}

const place = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const wide = { width: 1100, height: 700 };
const stands = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().waitFor();
const fromHome = (name: string | RegExp, more: Partial<Reading> = {}): Reading => ({
  panel: 'sidebar',
  before: stands(name),
  open: place(name),
  ...more,
});
const within = (first: string, name: string | RegExp): Reading => ({
  panel: 'sidebar',
  before: async (page) => {
    await place(first)(page);
    await stands(name)(page);
  },
  open: place(name),
});

const screens: { [name: string]: Reading } = {
  'the first screen': { panel: 'sidebar' },
  'a record': fromHome(/^Zora/, { ofRecord: true }),
  'a deal': fromHome(/^Zeppelin/, { ofRecord: true }),
  history: fromHome('History'),
  'deleted records': within('History', 'Deleted records'),
  'room in the workbook': within('History', 'Room'),
  'needs attention': fromHome('Needs attention'),
  'grid changes against roles': fromHome('Grid changes against roles'),
  'the board': { panel: 'board', options: wide },
  'the lists': { panel: 'lists', options: wide },
  'the duplicates': { panel: 'duplicates', options: wide },
  'the settings': { panel: 'settings', options: wide },
  'the export': { panel: 'export', options: { width: 760, height: 640 } },
  'the report': { panel: 'report', options: wide },
  'the import': { panel: 'import', options: wide },
};

/** Opens a screen with a server that is in this state when the screen reads. */
async function show({ panel: name, before, open, options }: Reading, world: World, wanted: State): Promise<Page> {
  if (!open) state = wanted;
  const page = await panel(name, serverOf(world), options);
  await before?.(page);
  state = wanted;
  await open?.(page);
  return page;
}

/** Has no barrier and fits; where `alsoDark`, in dark colours as well. */
async function isSound(page: Page, name: string, alsoDark = false): Promise<void> {
  const folder = process.env.PICTURES;
  for (const colorScheme of alsoDark ? (['light', 'dark'] as const) : (['light'] as const)) {
    const picture = `${name} ${colorScheme}`.replace(/\W+/g, '-');
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axe(page), picture).toEqual([]);
    expect(await fitsWidth(page), picture).toBe(true);
    if (!folder) continue;
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${picture}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

const settled = (page: Page) => page.locator('.ghost, .spinner').first().waitFor({ state: 'detached' });

/** The notice with this sentence. */
const told = (page: Page, sentence: string) => page.getByRole('alert').getByText(sentence).first();

/** Reads again by keyboard, from a server that is by now as `next` says; the keyboard's place is not lost. */
async function readAgain(page: Page, before: string, next: State): Promise<void> {
  becomes(next);
  const again = page.getByRole('button', { name: 'Try again' }).first();
  await again.focus();
  await page.keyboard.press('Enter');
  await told(page, before).waitFor({ state: 'detached' });
}

it.each(Object.entries(screens).filter(([, { ofRecord }]) => !ofRecord))(
  '%s has something to say when empty',
  async (name, screen) => {
    const page = await show(screen, blank, 'answers');
    await settled(page);
    expect((await page.locator('main, body').first().innerText()).trim().length).toBeGreaterThan(10);
    await isSound(page, `${name} empty`);
  },
);

it.each(Object.entries(screens))(
  '%s says that it is on its way, why it did not come, and reads again, also very long texts',
  async (name, screen) => {
    const page = await show(screen, full, 'is silent');
    await page.locator('[role=status]:has(.ghost), [role=status]:has(.spinner), .row[role=status]').first().waitFor();
    await isSound(page, `${name} loading`);

    becomes('is away');
    await told(page, 'No connection to Google').waitFor();
    await isSound(page, `${name} offline`);

    await readAgain(page, 'No connection to Google', 'refuses');
    await told(page, 'the workbook is being restored').waitFor();
    await isSound(page, `${name} error`, true);

    await readAgain(page, 'the workbook is being restored', 'answers');
    await settled(page);
    await page.waitForFunction(() => document.activeElement !== document.body);
    await isSound(page, `${name} long`, true);
  },
);
