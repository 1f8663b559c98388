// Entering: a new record from any screen, one that is there already, a pasted signature, and what was typed and is not saved yet.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually } from '../e2e/eventually';
import type { FakeServer } from './fake-server';
import { axe, fitsWidth } from './harness';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { sidebar } = usePanels();

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const saves = (server: FakeServer) =>
  server.calls
    .filter(([name]) => name === 'saveRecord')
    .map(([, input]) => input as { tab: string; id?: string; changes: { [field: string]: unknown } });
const whole = (server: FakeServer) =>
  eventually(() => server.calls.some(([name]) => name === 'changesSince')).toBe(true);
const box = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** The sidebar with all records in its memory, on the form for a new contact. */
async function newContact(sample = sampleServer()) {
  const opened = await sidebar(sample);
  await whole(opened.server);
  await opened.page.getByRole('button', { name: 'New contact' }).click();
  return opened;
}

describe('quick add', () => {
  it('is one key away on every screen, asks for the fewest fields, and leads to the record', async () => {
    const { page, server } = await sidebar();
    await openRecord(page, 'Fleet tracking');
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'Quick add' }).waitFor();
    expect(await page.locator('.field label:visible').allTextContents()).toEqual([
      'First name',
      'Last name',
      'Email',
      'Phone',
      'Company',
    ]);
    // The first field has the focus already.
    await page.keyboard.type('Ada');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Byron');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Contact “Ada Byron” created.').waitFor();
    await page.getByRole('heading', { name: 'Ada Byron' }).waitFor();
    expect(saves(server).at(-1)?.changes).toMatchObject({ firstName: 'Ada', lastName: 'Byron' });
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Fleet tracking, 42 vessels' }).waitFor();
  });

  it('stands in the bar, and not where a form stands already', async () => {
    const { page } = await sidebar();
    await page.getByRole('button', { name: 'Quick add' }).click();
    await page.getByRole('heading', { name: 'Quick add' }).waitFor();
    expect(await page.getByRole('button', { name: 'Quick add' }).count()).toBe(0);
  });

  it('makes a company, a deal or a task as well; what was typed for each is kept', async () => {
    const { page, server } = await sidebar();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Quick add' }).click();
    await box(page, 'First name').fill('Ada');
    await page.getByRole('button', { name: 'Deal', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Engine');
    await box(page, 'Amount').fill('1200');
    await page.getByRole('button', { name: 'Contact', exact: true }).click();
    await eventually(() => box(page, 'First name').inputValue()).toBe('Ada');
    await page.getByRole('button', { name: 'Deal', exact: true }).click();
    await save(page);
    await page.getByText('Deal “Engine” created.').waitFor();
    expect(saves(server).at(-1)).toMatchObject({
      tab: 'deals',
      changes: { name: 'Engine', amount: 1200, stage: 'Lead' },
    });
  });

  it('opens the whole form with what was typed', async () => {
    const { page } = await sidebar();
    await page.getByRole('button', { name: 'Quick add' }).click();
    await box(page, 'First name').fill('Ada');
    await page.getByRole('button', { name: 'More fields' }).click();
    await box(page, 'Job title').fill('Countess');
    await eventually(() => box(page, 'First name').inputValue()).toBe('Ada');
  });

  it('makes a company that is only named, when the person says so', async () => {
    const { page, server } = await sidebar();
    await page.getByRole('button', { name: 'Quick add' }).click();
    await box(page, 'First name').fill('Ada');
    await page.getByRole('combobox', { name: 'Company' }).fill('Byron Engines');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('“Byron Engines” is not chosen yet').waitFor();
    expect(saves(server)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Create it and save' }).press('Enter');
    await page.getByText('Contact “Ada” created.').waitFor();
    const made = [...server.records.values()].find(({ name }) => name === 'Byron Engines');
    expect(saves(server).map(({ tab }) => tab)).toEqual(['companies', 'contacts']);
    expect(saves(server).at(-1)?.changes.company).toBe(made?.id);
  });

  it('says why when that company cannot be made, and keeps what was typed', async () => {
    const { page, server } = await sidebar();
    await page.getByRole('button', { name: 'Quick add' }).click();
    await box(page, 'First name').fill('Ada');
    await page.getByRole('combobox', { name: 'Company' }).fill('Byron Engines');
    await page.keyboard.press('Control+Enter');
    server.failing.add('saveRecord');
    await page.getByRole('button', { name: 'Create it and save' }).click();
    await page.getByRole('alert').getByText('No connection to Google.').waitFor();
    await eventually(() => box(page, 'First name').inputValue()).toBe('Ada');
  });

  it('is not offered to a viewer', async () => {
    const sample = sampleServer();
    sample.role = 'viewer';
    const { page } = await sidebar(sample);
    await openRecord(page, 'Oven sensors pilot');
    await page.keyboard.press('n');
    expect(await page.getByRole('heading', { name: 'Quick add' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Quick add' }).count()).toBe(0);
  });
});

describe('a record that is there already', () => {
  const notice = (page: Page) => page.getByText('This contact may be there already');

  it('shows while it is typed, and goes when something else is typed', async () => {
    const { page, server } = await newContact();
    await box(page, 'Email').fill('INGRID@halvorsen.example');
    await notice(page).waitFor();
    await page.getByText('Ingrid Halvorsen, the same email').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await box(page, 'Email').fill('ingrid.other@halvorsen.example');
    await notice(page).waitFor({ state: 'detached' });
    await box(page, 'Phone').fill('0047 5512 3456');
    await page.getByText('Ingrid Halvorsen, the same phone number').waitFor();
    await box(page, 'Phone').fill('');
    await box(page, 'First name').fill('Jose');
    await box(page, 'Last name').fill('Alvarez-Quintero');
    await page.getByText('José Álvarez-Quintero, the same or nearly the same name').waitFor();
    expect(saves(server)).toEqual([]);
  });

  it('keeps nobody from saving', async () => {
    const { page } = await newContact();
    await box(page, 'First name').fill('José');
    await box(page, 'Last name').fill('Álvarez-Quintero');
    await notice(page).waitFor();
    await save(page);
    await page.getByText('Contact “José Álvarez-Quintero” created.').waitFor();
  });

  it('is opened instead: what it lacks is filled in, what it has stays, and nothing typed is lost', async () => {
    const { page, server } = await newContact();
    await box(page, 'First name').fill('Josef');
    await box(page, 'Email').fill('jose@nordlys.example');
    await box(page, 'Phone').fill('+47 55 00 00 00');
    await page.getByRole('button', { name: 'Open that one instead: José Álvarez-Quintero' }).click();
    await page.getByText('Filled in from what you typed: Phone.').waitFor();
    await page.getByText('Left as it was: First name.').waitFor();
    await eventually(() => box(page, 'First name').inputValue()).toBe('José');
    await eventually(() => box(page, 'Phone').inputValue()).toBe('+47 55 00 00 00');
    expect(await axe(page)).toEqual([]);
    // Left without a save, all of it is still in the form for a new one.
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('heading', { name: 'José Álvarez-Quintero' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New contact' }).click();
    await page.getByText('What you typed here before was kept.').waitFor();
    await eventually(() => box(page, 'Phone').inputValue()).toBe('+47 55 00 00 00');
    await page.getByRole('button', { name: 'Open that one instead: José Álvarez-Quintero' }).click();
    await save(page);
    await page.getByText('Saved.').waitFor();
    expect(saves(server)).toEqual([expect.objectContaining({ id: 'C-2', changes: { phone: '+47 55 00 00 00' } })]);
    await page.getByRole('heading', { name: 'José Álvarez-Quintero' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New contact' }).click();
    await eventually(() => box(page, 'Phone').inputValue()).toBe('');
  });

  it('is found for a company by its domain, for a deal by its name', async () => {
    const { page, server } = await sidebar();
    await whole(server);
    await page.getByRole('button', { name: 'New company' }).click();
    await page.getByLabel('Domain').fill('www.halvorsen.example');
    await page.getByText('Halvorsen Shipping AS, the same domain').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('button', { name: 'New deal' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('oven sensors pilot');
    await page.getByText('Oven sensors pilot, the same or nearly the same name').waitFor();
  });
});

describe('a pasted signature', () => {
  const signature = `Kind regards,
Tom Whitfield
Sales Executive
Nordlys Bakeries Ltd
12 High Street, Leeds LS1 4AP, United Kingdom
Tel: 0113 496 0000  Mob: 07700 900123
tom@whitfield.example
Company number 0815`;

  async function pasted(text = signature) {
    const opened = await newContact();
    const { page } = opened;
    await page.getByText('Paste a signature').click();
    await page.getByLabel('Signature, or a line of a mail').fill(text);
    return opened;
  }

  it('fills the form for review: what was taken for what, the company found, what is left over', async () => {
    const { page, server } = await pasted();
    await page.getByRole('checkbox', { name: 'Job title Sales Executive' }).uncheck();
    await page
      .getByRole('checkbox', { name: 'Company (Nordlys Bakeries, there already) Nordlys Bakeries Ltd' })
      .waitFor();
    const rest = page.getByRole('checkbox', { name: /^Left over, into Notes/ });
    expect(await rest.isChecked()).toBe(false);
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await page.getByRole('button', { name: 'Fill in' }).click();
    await page.getByText(/^Filled in: First name, Last name/).waitFor();
    await save(page);
    await page.getByText('Contact “Tom Whitfield” created.').waitFor();
    const { changes } = saves(server).at(-1) ?? {};
    expect(changes).toMatchObject({
      firstName: 'Tom',
      lastName: 'Whitfield',
      email: 'tom@whitfield.example',
      phone: '0113 496 0000',
      otherPhone: '07700 900123',
      company: 'CO-2',
      street: '12 High Street',
      city: 'Leeds',
      postcode: 'LS1 4AP',
      country: 'United Kingdom',
    });
    expect(changes).not.toHaveProperty('jobTitle');
    expect(changes).not.toHaveProperty('notes');
  });

  it('puts what is left over into Notes only when asked to, and never over what was typed', async () => {
    const { page, server } = await newContact();
    await box(page, 'First name').fill('Thomas');
    await page.getByText('Paste a signature').click();
    await page.getByLabel('Signature, or a line of a mail').fill(signature);
    await page.getByRole('checkbox', { name: /^Left over, into Notes/ }).check();
    expect(await page.getByRole('checkbox', { name: 'First name instead of Thomas Tom' }).isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Fill in' }).click();
    await save(page);
    await page.getByText('Contact “Thomas Whitfield” created.').waitFor();
    expect(saves(server).at(-1)?.changes).toMatchObject({ firstName: 'Thomas', notes: 'Company number 0815' });
  });

  it('with a company that is not there yet makes it on the way', async () => {
    const { page, server } = await pasted('Ada Byron\nCEO\nByron Engines Ltd\nada@byron.example');
    await page.getByRole('button', { name: 'Fill in' }).click();
    await save(page);
    await page.getByRole('button', { name: 'Create it and save' }).click();
    await page.getByText('Contact “Ada Byron” created.').waitFor();
    expect(saves(server).map(({ tab, changes }) => [tab, changes.name ?? changes.lastName])).toEqual([
      ['companies', 'Byron Engines Ltd'],
      ['contacts', 'Byron'],
    ]);
  });

  it('is read by a part of the sidebar that comes when it is asked for, once; a failing call is told and tried again', async () => {
    const { page, server } = await newContact();
    const asked = () => server.calls.filter(([name]) => name === 'part').length;
    expect(asked()).toBe(0);
    server.failing.add('part');
    await page.getByText('Paste a signature').click();
    await page.getByLabel('Signature, or a line of a mail').fill('Ada Byron <ada@byron.example>');
    await page.getByRole('alert').getByText('No connection to Google.').waitFor();
    expect(await axe(page)).toEqual([]);
    server.failing.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('checkbox', { name: 'Last name Byron' }).waitFor();
    await page.getByText('Paste a signature').click();
    await page.getByText('Paste a signature').click();
    await page.getByRole('checkbox', { name: 'Last name Byron' }).waitFor();
    expect(asked()).toBe(2);
  });

  it('is text whatever it says, and says so when it tells nothing', async () => {
    const { page } = await pasted('<img src=x onerror=alert(1)> <x@evil.example>');
    await page.getByRole('checkbox', { name: 'Email x@evil.example' }).waitFor();
    await page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    await page.getByLabel('Signature, or a line of a mail').fill('–');
    await page.getByText('Nothing in it looks like').waitFor();
  });
});

describe('what was typed and not saved', () => {
  const reload = async (page: Page) => {
    await page.reload();
    await page.getByRole('textbox', { name: 'Search' }).waitFor();
  };

  it('survives a closed sidebar: a new record, a quick one, an edit and a log', async () => {
    const { page } = await sidebar();
    // The browser asks before a window with something unsaved closes.
    page.on('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: 'Quick add' }).click();
    await box(page, 'First name').fill('Ada');
    await reload(page);
    await page.getByRole('button', { name: 'Quick add' }).click();
    await eventually(() => box(page, 'First name').inputValue()).toBe('Ada');
    await reload(page);
    await page.getByRole('button', { name: 'New contact' }).click();
    await eventually(() => box(page, 'First name').inputValue()).toBe('Ada');
    await reload(page);
    await openRecord(page, 'Fleet tracking');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await box(page, 'Amount').fill('91000');
    await reload(page);
    await openRecord(page, 'Fleet tracking');
    await page.getByRole('button', { name: 'Log meeting' }).click();
    await box(page, 'Outcome').fill('They like it');
    await reload(page);
    await openRecord(page, 'Fleet tracking');
    await eventually(() => box(page, 'Outcome').inputValue()).toBe('They like it');
    await page.getByRole('button', { name: 'Save meeting' }).waitFor();
    await page.getByText('What you typed here before was kept.').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await eventually(() => box(page, 'Amount').inputValue()).toBe('91000');
  });

  it('stays as long as the window is open where the browser keeps nothing', async () => {
    const { page, server } = await sidebar();
    await page.evaluate(() => {
      const refuse = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse });
    });
    await whole(server);
    await page.getByRole('button', { name: 'New contact' }).click();
    await box(page, 'First name').fill('José');
    await box(page, 'Last name').fill('Álvarez-Quintero');
    await page.getByRole('button', { name: 'Open that one instead: José Álvarez-Quintero' }).click();
    await page.getByText('All that you typed has a value here already.').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New contact' }).click();
    await eventually(() => box(page, 'Last name').inputValue()).toBe('Álvarez-Quintero');
    expect(await page.getByText(/storage/i).count()).toBe(0);
  });

  it('is nobody else’s on a shared computer', async () => {
    const { page } = await newContact();
    await box(page, 'First name').fill('Ada');
    const keys = await page.evaluate(() => Object.keys(localStorage));
    expect(keys).toEqual(['rowbook.draft.mara@example.com.contacts.new']);
    await save(page);
    await page.getByText('Contact “Ada” created.').waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });
});
