// The window of duplicates in a real browser: the list with its reasons, two records beside each other, merging, saying that two are two.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually } from '../e2e/eventually';
import { addTwins, type FakeDuplicates, fakeDuplicates, issueOf } from './fake-duplicates';
import { FakeServer } from './fake-server';
import { axe, fitsWidth, type PanelOptions } from './harness';
import { usePanels } from './setup';

const { panel } = usePanels();
const wide = { width: 1080, height: 700 };

interface Opened {
  page: Page;
  server: FakeServer;
  fake: FakeDuplicates;
}

/** Opens the window over these records. `before`: what is otherwise from the start. */
async function open(
  fill: (server: FakeServer) => void = addTwins,
  options: PanelOptions = wide,
  before: (fake: FakeDuplicates, server: FakeServer) => void = () => {},
): Promise<Opened> {
  const server = new FakeServer();
  fill(server);
  const fake = fakeDuplicates(server);
  before(fake, server);
  return { page: await panel('duplicates', fake.functions, options), server, fake };
}

const pairs = (page: Page) => page.getByRole('list', { name: 'Pairs, the surest first' }).locator('> li');
const compare = (page: Page, one: string, other: string) =>
  page.getByRole('button', { name: `Compare ${one} and ${other}`, exact: true });
const field = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const status = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text).waitFor();
const focused = (page: Page) =>
  eventually(() =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent),
  );

async function toCompare(opened: Opened, one = 'Jon Smith', other = 'John Smith'): Promise<Page> {
  await compare(opened.page, one, other).click();
  await field(opened.page, 'Which one stays').waitFor();
  return opened.page;
}

/** So many contacts, each two of them one person. */
const manyTwins = (count: number) => (server: FakeServer) => {
  for (let at = 0; at < count; at++) {
    const name = `Person${String.fromCharCode(97 + (at % 26))}${'x'.repeat(Math.floor(at / 26) + 1)}`;
    const fields = { firstName: name, lastName: `Family${name}`, email: `p${at}@x${at}.example`, tags: [] };
    server.add('contacts', `C-${at * 2 + 1}`, fields);
    server.add('contacts', `C-${at * 2 + 2}`, fields);
  }
};

describe('the list', () => {
  it('shows pairs, the surest first, with both names, how sure it is and why', async () => {
    const { page } = await open();
    await status(page, '3 pairs that may be one, among 7 contacts.');
    const texts = await pairs(page).allInnerTexts();
    const at = (name: string) => texts.findIndex((text) => text.includes(name));
    expect(texts[at('Ana Lima')]).toMatch(
      /C-3[\s\S]*C-4[\s\S]*almost certain[\s\S]*Same email: ana@x.example \/ Ana@x.example/,
    );
    expect(texts[at('Jon Smith')]).toContain('Same phone: +4755123456');
    expect(texts[at('Jon Smith')]).toContain('Same company: Halvorsen Shipping AS / Halvorsen Shipping');
    expect(texts[at('Robert Berg')]).toContain('Short form of the name: Robert Berg / Bob Berg');
    expect(at('Robert Berg')).toBe(2);
  });

  it('has a choice of three kinds with their counts, read one after the other', async () => {
    const { page, server } = await open();
    await page.getByRole('radio', { name: 'Companies (1)' }).check();
    await status(page, '1 pair that may be one, among 2 companies.');
    await page.getByText('Same domain: halvorsen.example').waitFor();
    await page.getByRole('radio', { name: 'Deals (1)' }).check();
    await page.getByText('Same name: Fleet tracking').waitFor();
    await page.getByText('Amount alike: €84,500 / €84,000').waitFor();
    await page.getByText('Days near each other: 30 Nov / 4 Dec').waitFor();
    const read = server.calls
      .filter(([name]) => name === 'recordRows')
      .map(([, input]) => (input as { tab: string }).tab);
    expect(read).toEqual(['contacts', 'companies', 'deals']);
  });

  it('reads page by page, and says how far it is', async () => {
    let go = () => {};
    const { page } = await open(addTwins, wide, (fake, server) => {
      fake.pageSize = 3;
      const read = fake.functions.recordRows as (input: { tab: string; from?: { row: number } }) => unknown;
      fake.functions.recordRows = async (input: { tab: string; from?: { row: number } }) => {
        if (input.from?.row === 5 && input.tab === 'contacts') await new Promise<void>((resolve) => (go = resolve));
        return read(input);
      };
      server.attention = 0;
    });
    await status(page, 'Reading: 3 of 7 contacts …');
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('3');
    go();
    await status(page, '3 pairs that may be one, among 7 contacts.');
  });

  it('shows the first fifty of many, more on request, and is filtered by name', async () => {
    const { page } = await open(manyTwins(60));
    await status(page, '60 pairs that may be one, among 120 contacts.');
    await eventually(() => pairs(page).count()).toBe(50);
    await page.getByText('50 of 60').waitFor();
    await button(page, 'Show more').click();
    await eventually(() => pairs(page).count()).toBe(60);
    const box = page.getByRole('textbox', { name: 'Filter by name' });
    await box.fill('personc familypersoncxx');
    await eventually(() => pairs(page).count()).toBe(2);
    await box.fill('nobody');
    await page.getByText('No pair has “nobody” in a name.').waitFor();
  });

  it('says that there are none, and that there are no records', async () => {
    const { page } = await open((server) => server.add('contacts', 'C-1', { firstName: 'Ana' }));
    await page.getByRole('main').getByText('No duplicates among 1 contact.').waitFor();
    await page.getByRole('radio', { name: 'Deals (0)' }).check();
    await page.getByText('There are no deals in this workbook yet.').waitFor();
  });

  it.each(['recordRows', 'notDuplicates'])('says what failed (%s), and reads again', async (name) => {
    const { page, server } = await open(addTwins, wide, (_, one) => one.failing.add(name));
    await page.getByRole('alert').getByText('No connection to Google').waitFor();
    server.failing.clear();
    await button(page, 'Try again').focus();
    await page.keyboard.press('Enter');
    await status(page, '3 pairs that may be one, among 7 contacts.');
    // The other kinds had failed as well.
    await page.getByRole('radio', { name: 'Deals (1)' }).waitFor();
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });
});

describe('two beside each other', () => {
  it('differing fields stand first; the fuller one stays, and what moves is told', async () => {
    const opened = await open();
    const page = await toCompare(opened);
    expect(
      await field(page, 'Which one stays')
        .getByRole('radio', { name: /^Jon Smith C-1/ })
        .isChecked(),
    ).toBe(true);
    await page.getByText('1 deal, 1 interaction and 1 task move to Jon Smith.').waitFor();
    await page.getByRole('heading', { name: /^What differs/ }).waitFor();
    expect(await field(page, 'Status').getByRole('radio', { name: 'Customer' }).isChecked()).toBe(true);
    expect(await field(page, 'City').count()).toBe(0);
    await page.getByText(/^The same in both/).click();
    await page.getByText('Bergen').waitFor();
    // Read as they are now, not as the list had them.
    expect(opened.server.calls.filter(([name]) => name === 'getRecord')).toHaveLength(2);
  });

  it('merges what was chosen, takes it off the list, and Undo brings both back', async () => {
    const opened = await open();
    const page = await toCompare(opened);
    await field(page, 'First name').getByRole('radio', { name: /John$/ }).check();
    await field(page, 'Status').getByRole('radio', { name: /Lead$/ }).check();
    await field(page, 'Tags')
      .getByRole('radio', { name: /^Both together/ })
      .check();
    await field(page, 'Notes')
      .getByRole('radio', { name: /^Both together/ })
      .check();
    await button(page, 'Merge').click();
    await page.getByText('John Smith (C-2) merged into John Smith (C-1).').waitFor();
    expect(opened.fake.merges).toMatchObject([
      {
        tab: 'contacts',
        keep: { id: 'C-1', version: 1 },
        gone: { id: 'C-2', version: 1 },
        changes: {
          firstName: 'John',
          status: 'Lead',
          tags: ['key account', 'fleet', 'fair 2025'],
          notes: 'Prefers to be called before ten.\n\nMet at the fair.',
        },
      },
    ]);
    await eventually(() => pairs(page).count()).toBe(2);
    await page.getByRole('radio', { name: 'Contacts (2)' }).waitFor();
    await button(page, 'Undo').click();
    await page.getByText('Undone.').waitFor();
    await eventually(() => pairs(page).count()).toBe(3);
    await compare(page, 'Jon Smith', 'John Smith').waitFor();
    expect(opened.server.record('contacts', 'C-2').fields.firstName).toBe('John');
  });

  it('the other one may stay; what was picked stays picked', async () => {
    const opened = await open();
    const page = await toCompare(opened);
    await field(page, 'Job title')
      .getByRole('radio', { name: /blank$/ })
      .check();
    await field(page, 'Which one stays')
      .getByRole('radio', { name: /^John Smith/ })
      .check();
    await page.getByText('1 deal moves to John Smith.').waitFor();
    expect(await field(page, 'Status').getByRole('radio', { name: /Lead$/ }).isChecked()).toBe(true);
    await button(page, 'Back').click();
    // Whoever comes back finds it as it was left.
    await toCompare(opened);
    await button(page, 'Merge').click();
    await page.getByText('Jon Smith merged into John Smith.').waitFor();
    const [merge] = opened.fake.merges;
    expect(merge).toMatchObject({ keep: { id: 'C-2' }, gone: { id: 'C-1' } });
    expect(Object.keys(merge?.changes ?? {})).not.toContain('jobTitle');
  });

  it('all pairs with the one that went leave the list', async () => {
    const { page } = await open((server) => {
      for (const id of ['C-1', 'C-2', 'C-3'])
        server.add('contacts', id, { firstName: 'Ana', lastName: 'Lima', email: 'a@x.example', tags: [] });
    });
    await eventually(() => pairs(page).count()).toBe(3);
    await compare(page, 'Ana Lima (C-1)', 'Ana Lima (C-2)').click();
    await button(page, 'Merge').click();
    await page.getByText('Ana Lima (C-2) merged into Ana Lima (C-1).').waitFor();
    await eventually(() => pairs(page).count()).toBe(1);
  });

  it('goes on by itself where much has to move, and after a failure when asked', async () => {
    let release = () => {};
    const opened = await open(addTwins, wide, (fake) => {
      const merge = fake.functions.mergeRecords as (input: never) => unknown;
      let calls = 0;
      fake.next = [
        { status: 'more', changeSet: 'CS-9', left: 700 },
        { status: 'more', changeSet: 'CS-9', left: 200 },
      ];
      fake.functions.mergeRecords = async (input: never) => {
        calls++;
        if (calls === 2) await new Promise<void>((resolve) => (release = resolve));
        if (calls === 3) throw new Error('NetworkError: HTTP 0');
        return merge(input);
      };
    });
    const page = await toCompare(opened);
    await button(page, 'Merge').click();
    await status(page, '700 records still to be moved …');
    expect(await button(page, 'Merging…').getAttribute('aria-disabled')).toBe('true');
    release();
    const alert = page.getByRole('alert');
    await alert.getByText('No connection to Google').waitFor();
    await alert.getByText('Some of it has moved already.').waitFor();
    await button(page, 'Go on').click();
    await page.getByText('John Smith merged into Jon Smith.').waitFor();
    expect(opened.fake.merges.map(({ changeSet }) => changeSet)).toEqual([undefined, 'CS-9', 'CS-9']);
  });

  it('what moved of a merge that was left can be undone', async () => {
    const opened = await open(addTwins, wide, (fake) => {
      fake.next = [
        { status: 'more', changeSet: 'CS-9', left: 200 },
        () => {
          throw new Error('NetworkError: HTTP 0');
        },
      ];
    });
    const page = await toCompare(opened);
    await button(page, 'Merge').click();
    await page.getByRole('alert').getByText('Some of it has moved already.').waitFor();
    await button(page, 'Back').click();
    await page.getByText('John Smith is only partly merged into Jon Smith.').waitFor();
    await button(page, 'Undo').click();
    await eventually(() => opened.server.calls.filter(([name]) => name === 'undoChangeSet')).toEqual([
      ['undoChangeSet', { changeSet: 'CS-9' }],
    ]);
  });

  it('says that one was changed meanwhile, shows what it holds now, and keeps what was chosen', async () => {
    const opened = await open();
    const page = await toCompare(opened);
    await field(page, 'Status').getByRole('radio', { name: /Lead$/ }).check();
    const { fields } = opened.server.record('contacts', 'C-2');
    opened.server.add('contacts', 'C-2', { ...fields, jobTitle: 'Skipper' }, { version: 2 });
    await button(page, 'Merge').click();
    await page.getByRole('alert').getByText('John Smith was changed meanwhile, so nothing was merged.').waitFor();
    await field(page, 'Job title')
      .getByRole('radio', { name: /Skipper$/ })
      .waitFor();
    expect(await field(page, 'Status').getByRole('radio', { name: /Lead$/ }).isChecked()).toBe(true);
    await button(page, 'Merge').click();
    await page.getByText('John Smith merged into Jon Smith.').waitFor();
    expect(opened.fake.merges.map(({ gone }) => gone.version)).toEqual([1, 2]);
    expect(opened.fake.merges[1]?.changes).toMatchObject({ status: 'Lead' });
  });

  it('says which value cannot be right, beside it and above the buttons', async () => {
    const opened = await open(addTwins, wide, (fake) => {
      fake.next = [{ status: 'invalid', issues: [issueOf('status'), issueOf('amount', { tab: 'deals', id: 'D-2' })] }];
    });
    const page = await toCompare(opened);
    await field(page, 'Status').getByRole('radio', { name: /Lead$/ }).check();
    await button(page, 'Merge').click();
    await page.getByRole('alert').getByText('Status: “x” in status cannot be right.').waitFor();
    await page.getByRole('alert').getByText('D-2, Amount: “x” in amount cannot be right.').waitFor();
    await field(page, 'Status').getByText('“x” in status cannot be right.').waitFor();
    expect(await field(page, 'Status').getByRole('radio', { name: /Lead$/ }).isChecked()).toBe(true);
    await button(page, 'Merge').click();
    await page.getByText('John Smith merged into Jon Smith.').waitFor();
  });

  it('says what failed while both are read, and while they are merged', async () => {
    const opened = await open();
    const { page, server } = opened;
    server.failing.add('getRecord');
    await compare(page, 'Jon Smith', 'John Smith').click();
    await page.getByRole('alert').getByText('No connection to Google').waitFor();
    server.failing.clear();
    await button(page, 'Try again').click();
    await field(page, 'Status').getByRole('radio', { name: /Lead$/ }).check();
    server.failing.add('mergeRecords');
    await button(page, 'Merge').click();
    await page.getByRole('alert').getByText('No connection to Google').waitFor();
    expect(await field(page, 'Status').getByRole('radio', { name: /Lead$/ }).isChecked()).toBe(true);
    server.failing.clear();
    await button(page, 'Merge').click();
    await page.getByText('John Smith merged into Jon Smith.').waitFor();
  });

  it('a record that is gone by now is told', async () => {
    const { page, server } = await open();
    await compare(page, 'Jon Smith', 'John Smith').waitFor();
    server.records.delete('contacts/C-2');
    await compare(page, 'Jon Smith', 'John Smith').click();
    await page.getByText('C-2 is not in the workbook any more.').waitFor();
    await button(page, 'Back').click();
    await eventually(() => pairs(page).count()).toBe(2);
    await focused(page).toMatch(/^Compare/);
  });

  it('one that somebody has merged by now is told, and leaves the list', async () => {
    const { page, server, fake } = await open();
    const get = fake.functions.getRecord as (input: { tab: string; id: string }) => unknown;
    fake.functions.getRecord = (input: { tab: string; id: string }) => get({ ...input, id: 'C-1' });
    await compare(page, 'Jon Smith', 'John Smith').click();
    await page.getByText('Somebody merged C-2 into Jon Smith meanwhile.').waitFor();
    await button(page, 'Back').click();
    await eventually(() => pairs(page).count()).toBe(2);
    expect(server.calls.filter(([name]) => name === 'mergeRecords')).toEqual([]);
  });
});

describe('two that are two', () => {
  it('are remembered, leave the list, and can be taken back at once or later', async () => {
    const { page, fake } = await open();
    await button(page, 'Not a duplicate: Jon Smith and John Smith').click();
    await page.getByText('Jon Smith and John Smith are remembered as two.').waitFor();
    expect(fake.apart).toEqual([['C-1', 'C-2']]);
    await eventually(() => pairs(page).count()).toBe(2);
    await button(page, 'Undo').click();
    await page.getByText('Undone.').waitFor();
    expect(fake.apart).toEqual([]);
    await eventually(() => pairs(page).count()).toBe(3);
    const opened = { page } as Opened;
    await toCompare(opened);
    await button(page, 'Not a duplicate').click();
    await page.getByText('Said not to be duplicates (1)').click();
    await button(page, 'Take back: Jon Smith and John Smith').click();
    await page.getByText('Jon Smith and John Smith may be one again.').waitFor();
    await eventually(() => pairs(page).count()).toBe(3);
    await focused(page).toBe('Compare Jon Smith and John Smith');
  });

  it('are not listed where somebody said so before', async () => {
    const { page } = await open(addTwins, wide, (fake) => {
      fake.apart = [
        ['C-4', 'C-3'],
        ['C-1', 'C-99'],
      ];
    });
    await status(page, '2 pairs that may be one, among 7 contacts.');
    await page.getByText('Said not to be duplicates (2)').click();
    await page.getByText('C-99').first().waitFor();
  });

  it('stay in the list while that cannot be saved', async () => {
    const { page, server } = await open();
    await compare(page, 'Jon Smith', 'John Smith').waitFor();
    server.failing.add('notDuplicates');
    await button(page, 'Not a duplicate: Jon Smith and John Smith').click();
    await page.getByRole('alert').getByText('No connection to Google').waitFor();
    expect(await pairs(page).count()).toBe(3);
    server.failing.clear();
    await button(page, 'Not a duplicate: Jon Smith and John Smith').click();
    await eventually(() => pairs(page).count()).toBe(2);
  });
});

describe('for everybody', () => {
  it('by keyboard alone: the list, choosing, merging, and the next pair is at hand', async () => {
    const { page, fake } = await open();
    await status(page, '3 pairs that may be one, among 7 contacts.');
    await page.getByRole('radio', { name: /^Contacts/ }).focus();
    await page.keyboard.press('ArrowRight');
    await status(page, '1 pair that may be one, among 2 companies.');
    await page.keyboard.press('ArrowLeft');
    await status(page, '3 pairs that may be one, among 7 contacts.');
    await page.keyboard.press('Tab');
    await focused(page).toMatch(/^Compare/);
    const first = (await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? '';
    await page.keyboard.press('Enter');
    await field(page, 'Which one stays').waitFor();
    await focused(page).toBe(first.replace('Compare ', ''));
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await field(page, 'Which one stays').getByRole('radio').nth(1).isChecked()).toBe(true);
    await page.keyboard.press('Escape');
    await focused(page).toBe(first);
    await page.keyboard.press('Enter');
    await button(page, 'Merge').focus();
    await page.keyboard.press('Enter');
    await page.getByText(/ merged into /).waitFor();
    expect(fake.merges).toHaveLength(1);
    await focused(page).toMatch(/^Compare/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(/ are remembered as two\.$/).waitFor();
    await focused(page).toMatch(/^Compare/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('main').getByText('No duplicates among').waitFor();
    await focused(page).toBe('Pairs, the surest first');
    await page.keyboard.press('Control+z');
    await page.getByText('Undone.').waitFor();
    await eventually(() => pairs(page).count()).toBe(1);
  });

  it('a viewer sees pairs and records, and cannot merge', async () => {
    const opened = await open(addTwins, wide, (_, server) => {
      server.role = 'viewer';
    });
    const page = await toCompare(opened);
    expect(await page.getByRole('button', { name: /^Not a duplicate/ }).count()).toBe(0);
    expect(await button(page, 'Merge').getAttribute('aria-disabled')).toBe('true');
    await button(page, 'Merge').click({ force: true });
    await button(page, 'Back').click();
    await compare(page, 'Jon Smith', 'John Smith').waitFor();
    expect(opened.fake.merges).toEqual([]);
  });

  it('what is somebody else’s cannot be merged by a rep, and says why', async () => {
    const opened = await open(addTwins, wide, (_, server) => {
      server.role = 'rep';
    });
    const page = await toCompare(opened);
    expect(await button(page, 'Merge').getAttribute('aria-disabled')).toBe('true');
    await page.getByText('Tom Okafor').first().waitFor();
    await button(page, 'Back').click();
    await toCompare(opened, 'Ana Lima (C-3)', 'Ana Lima (C-4)');
    expect(await button(page, 'Merge').getAttribute('aria-disabled')).toBe(null);
  });

  const hostile = '<img src=x onerror=alert(1)> "=HYPERLINK(1)';
  const long = 'Donaudampfschifffahrtsgesellschaftskapitänswitwe'.repeat(6);
  const awkward = (server: FakeServer) => {
    addTwins(server);
    const fields = {
      firstName: hostile,
      lastName: long,
      email: 'w@x.example',
      tags: ['a', long],
      notes: 'x '.repeat(2000),
    };
    server.add('contacts', 'C-20', { ...fields, jobTitle: long });
    server.add('contacts', 'C-21', { ...fields, notes: hostile, tags: ['b'] });
  };

  it.each([
    ['light', wide],
    ['dark', { ...wide, dark: true }],
    ['a phone', { width: 360, height: 740, touch: true }],
    ['narrow and dark', { width: 300, height: 640, dark: true }],
  ])('axe finds nothing, texts stay texts, and all fits: %s', async (_, options) => {
    const opened = await open(awkward, options, (fake) => {
      fake.apart = [['C-3', 'C-4']];
      fake.next = [{ status: 'invalid', issues: [issueOf('jobTitle')] }];
    });
    const { page } = opened;
    await status(page, '3 pairs that may be one, among 9 contacts.');
    await page.getByText('Said not to be duplicates (1)').click();
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await page.getByRole('button', { name: /^Compare <img/ }).click();
    await field(page, 'Notes').waitFor();
    await field(page, 'Notes').getByText('Show all').first().click();
    await button(page, 'Merge').click();
    await page.getByRole('alert').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await button(page, 'Merge').click();
    await page.getByText(/ merged into /).waitFor();
  });

  it('speaks German', async () => {
    const server = new FakeServer();
    addTwins(server);
    const page = await panel('duplicates_de', fakeDuplicates(server).functions, wide);
    await status(page, '3 mögliche Paare unter 7 Kontakten.');
    await page.getByText('Gleiche Telefonnummer: +4755123456').waitFor();
    await page.getByRole('button', { name: 'Vergleichen: Jon Smith und John Smith' }).click();
    await page.getByText('1 Deal, 1 Interaktion und 1 Aufgabe ziehen zu Jon Smith um.').waitFor();
    await button(page, 'Zusammenführen').click();
    await page.getByText('John Smith ist jetzt Teil von Jon Smith.').waitFor();
  });
});

it('thousands of contacts are compared while the page goes on, and only the first pairs are drawn', async () => {
  const rows = Array.from({ length: 6000 }, (_, at) => ({
    id: `C-${at + 1}`,
    labels: {},
    fields: { firstName: `P${at % 3000}`, lastName: `Q${at % 3000}z`, email: `p${at % 3000}@x.example` },
  }));
  const { page } = await open(
    () => {},
    wide,
    (fake) => {
      fake.functions.recordRows = ({ tab }: { tab: string }) => ({
        ok: true,
        value: { rows: tab === 'contacts' ? rows : [], next: null, moved: false, total: rows.length },
      });
    },
  );
  await status(page, '3,000 pairs that may be one, among 6,000 contacts.');
  expect(await pairs(page).count()).toBe(50);
});
