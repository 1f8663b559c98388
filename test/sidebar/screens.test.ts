// Every screen, light and dark, in the sidebar's 300 px and on a small phone: no axe violation, nothing wider than the window.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, fitsWidth, type PanelOptions } from './harness';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { sidebar } = usePanels();

const screens: { [name: string]: (page: Page) => Promise<unknown> } = {
  home: (page) => page.getByRole('list', { name: 'Newest' }).waitFor(),
  'search results': async (page) => {
    await page.getByRole('textbox', { name: 'Search' }).fill('e');
    await page.getByRole('list', { name: 'Results' }).waitFor();
  },
  'no results': async (page) => {
    await page.getByRole('textbox', { name: 'Search' }).fill('zzz');
    await page.getByText('Nothing found').waitFor();
  },
  'the snooze menu': async (page) => {
    await page.getByRole('button', { name: /^More actions: Send/ }).click();
    await page.getByRole('menu').waitFor();
  },
  'a contact': (page) => openRecord(page, 'Ingrid'),
  'a deal with its stages open': async (page) => {
    await openRecord(page, 'Fleet tracking');
    await page.getByRole('button', { name: 'Move stage' }).click();
    await page.getByRole('radio', { name: 'Lost' }).check();
    await page.getByRole('button', { name: 'Save stage' }).click();
    await page.getByText('This is needed for the stage chosen.').waitFor();
  },
  'logging an interaction': async (page) => {
    await openRecord(page, 'Fleet tracking');
    await page.getByRole('button', { name: 'Log call' }).click();
    await page.getByRole('textbox', { name: 'Next step' }).fill('x');
  },
  'quick add, of somebody who is there already': async (page) => {
    await page.getByRole('button', { name: 'Quick add' }).click();
    await page.getByLabel('Email', { exact: true }).fill('ingrid@halvorsen.example');
    await page.getByText('This contact may be there already').waitFor();
  },
  'a pasted signature of very long lines': async (page) => {
    await page.getByRole('button', { name: 'New contact' }).click();
    await page.getByText('Paste a signature').click();
    const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(4);
    await page
      .getByLabel('Signature, or a line of a mail')
      .fill(`Ann ${long}\n${long} GmbH\nann@${long}.example\n${long}x.`);
    await page.getByRole('button', { name: 'Fill in' }).waitFor();
  },
  'what was typed for another record': async (page) => {
    await page.getByRole('button', { name: 'Quick add' }).click();
    await page.getByLabel('Email', { exact: true }).fill('jose@nordlys.example');
    await page.getByLabel('Phone', { exact: true }).fill('+47 55 00 00 00');
    await page.getByRole('button', { name: /^Open that one instead/ }).click();
    await page.getByText('Filled in from what you typed').waitFor();
  },
  'editing in place': async (page) => {
    await openRecord(page, 'Ingrid');
    await page.getByRole('button', { name: 'Edit Tags' }).click();
    await page.getByRole('button', { name: 'Remove fleet' }).waitFor();
  },
  'a form with errors': async (page) => {
    await page.getByRole('button', { name: 'New deal' }).click();
    await page.getByRole('textbox', { name: 'Amount' }).fill('abc');
    for (const group of await page.locator('summary').all()) await group.click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').waitFor();
  },
  'a question': async (page) => {
    await openRecord(page, 'Oven');
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: /Delete/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).waitFor();
  },
  'a list of references': async (page) => {
    await page.getByRole('button', { name: 'New task' }).click();
    await page.getByRole('combobox', { name: 'Contact' }).fill('i');
    await page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').first().waitFor();
  },
};

const looks: { [name: string]: PanelOptions } = {
  light: {},
  dark: { dark: true },
  'on a phone': { width: 320, height: 640, touch: true },
};

describe.each(Object.entries(looks))('%s', (_look, options) => {
  it.each(Object.entries(screens))('%s has no barrier and fits', async (_name, go) => {
    const { page } = await sidebar(sampleServer(), options);
    await go(page);
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
  });

  it('the first screen of a workbook that is not set up has no barrier and fits', async () => {
    const sample = sampleServer();
    sample.ready = false;
    const { page } = await sidebar(sample, options);
    await page.getByRole('button', { name: 'Set up this workbook' }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
  });
});
