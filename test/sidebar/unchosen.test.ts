// A reference that is typed and not chosen: it stays, it is marked, and nothing is saved without it.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually } from '../e2e/eventually';
import type { FakeServer } from './fake-server';
import { axe, fitsWidth } from './harness';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { sidebar } = usePanels();

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const contactOf = (page: Page) => page.getByRole('combobox', { name: 'Contact' });
const saves = (server: FakeServer) =>
  server.calls.filter(([name]) => name === 'saveRecord').map(([, input]) => input as { changes: object });

async function newDeal(sample = sampleServer()) {
  const opened = await sidebar(sample);
  await opened.page.getByRole('button', { name: 'New deal' }).click();
  await opened.page.getByRole('textbox', { name: 'Name' }).fill('X');
  return { ...opened, contact: contactOf(opened.page) };
}

async function editDeal() {
  const opened = await sidebar();
  await openRecord(opened.page, 'Fleet tracking');
  await opened.page.getByRole('button', { name: 'Edit', exact: true }).click();
  await contactOf(opened.page).waitFor();
  return { ...opened, contact: contactOf(opened.page) };
}

/** The sentence that belongs to an input. */
async function describedBy(page: Page, input: Locator): Promise<string> {
  const ids = ((await input.getAttribute('aria-describedby')) ?? '').split(' ').filter(Boolean);
  const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).textContent()));
  return texts.join(' ');
}

/** Answers searches only after `ms`, as Google does. */
function slow(sample: FakeServer, ms: number): FakeServer {
  const functions = sample.functions();
  return Object.assign(sample, {
    functions: () => ({
      ...functions,
      findRecords: async (input: never) => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        return functions.findRecords?.(input);
      },
    }),
  });
}

describe('a name typed for a reference and not chosen', () => {
  it('keeps a new record from being saved without it, until it is cleared', async () => {
    const { page, server, contact } = await newDeal();
    await contact.fill('Nobody here');
    await save(page);
    await page.getByRole('alert').getByText('One thing to fix').waitFor();
    expect(await contact.inputValue()).toBe('Nobody here');
    expect(await contact.getAttribute('aria-invalid')).toBe('true');
    expect(await describedBy(page, contact)).toContain('“Nobody here” is not chosen yet');
    expect(saves(server)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await contact.fill('');
    await save(page);
    await page.getByText('Deal “X” created.').waitFor();
  });

  it('does not close the form of a record that had another', async () => {
    const { page, server, contact } = await editDeal();
    expect(await contact.inputValue()).toBe('Ingrid Halvorsen');
    await contact.fill('Ingrid Halvorsens Smith');
    await save(page);
    await page.getByRole('alert').getByText('One thing to fix').waitFor();
    expect(await contact.inputValue()).toBe('Ingrid Halvorsens Smith');
    expect(saves(server)).toEqual([]);
    // Choosing takes the complaint away at once.
    await contact.fill('álvarez');
    await page.getByRole('option', { name: /José/ }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect(await contact.getAttribute('aria-invalid')).toBeNull();
    await save(page);
    await page.getByText('Saved.').waitFor();
    expect(server.record('deals', 'D-1').fields.contact).toBe('C-2');
  });

  it('is counted beside what else is wrong', async () => {
    const { page, contact } = await newDeal();
    await contact.fill('Nobody here');
    await page.getByRole('textbox', { name: 'Amount' }).fill('a lot');
    await save(page);
    const summary = page.getByRole('alert');
    await summary.getByText('2 things to fix').waitFor();
    expect(await contact.inputValue()).toBe('Nobody here');
    await summary.getByRole('button', { name: /^Contact: / }).click();
    expect(await contact.evaluate((box) => box === document.activeElement)).toBe(true);
  });

  it('says so when the field is left, and Escape puts back what was chosen', async () => {
    const { page, contact } = await editDeal();
    await contact.fill('Nobody here');
    await page.getByRole('option', { name: /^Create contact/ }).waitFor();
    await page.keyboard.press('Tab');
    await eventually(() => contact.getAttribute('aria-invalid')).toBe('true');
    expect(await describedBy(page, contact)).toContain('“Nobody here” is not chosen yet');
    await contact.focus();
    await page.getByRole('option', { name: /^Create contact/ }).waitFor();
    await page.keyboard.press('Escape');
    expect(await contact.inputValue()).toBe('Ingrid Halvorsen');
  });

  it('is kept with the rest of a draft', async () => {
    const { page } = await newDeal();
    await contactOf(page).fill('Nobody here');
    page.on('dialog', (dialog) => dialog.accept());
    await page.reload();
    await page.getByRole('button', { name: 'New deal' }).click();
    await page.getByText('What you typed here before was kept.').waitFor();
    expect(await contactOf(page).inputValue()).toBe('Nobody here');
  });

  it('does not close a field edited in its place', async () => {
    const { page, server } = await sidebar();
    await openRecord(page, 'Fleet tracking');
    await page.getByRole('button', { name: 'Edit Contact' }).click();
    const contact = contactOf(page);
    await contact.fill('Nobody here');
    // By keyboard, because the list stands over the button.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('“Nobody here” is not chosen yet').waitFor();
    expect(await contact.inputValue()).toBe('Nobody here');
    expect(saves(server)).toEqual([]);
    await contact.fill('JOSÉ ÁLVAREZ-QUINTERO');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Contact saved.').waitFor();
    expect(server.record('deals', 'D-1').fields.contact).toBe('C-2');
  });
});

describe('a name typed in full', () => {
  it('chooses the one record called so, however slow the search is', async () => {
    const { page, server, contact } = await newDeal(slow(sampleServer(), 700));
    await contact.fill('ingrid halvorsen');
    await save(page);
    await page.getByText('Deal “X” created.').waitFor();
    expect(saves(server).at(-1)?.changes).toMatchObject({ name: 'X', contact: 'C-1' });
  });

  it('that several records have is no choice', async () => {
    const sample = sampleServer();
    sample.add('contacts', 'C-9', { firstName: 'Ingrid', lastName: 'Halvorsen' });
    const { page, server, contact } = await newDeal(sample);
    await contact.fill('Ingrid Halvorsen');
    await save(page);
    await page.getByRole('alert').getByText('“Ingrid Halvorsen” is not chosen yet').waitFor();
    expect(saves(server)).toEqual([]);
  });

  it('is waited for while it is being created', async () => {
    const sample = sampleServer();
    const functions = sample.functions();
    const { page, server, contact } = await newDeal(
      Object.assign(sample, {
        functions: () => ({
          ...functions,
          saveRecord: async (input: never) => {
            await new Promise((resolve) => setTimeout(resolve, 700));
            return functions.saveRecord?.(input);
          },
        }),
      }),
    );
    await contact.fill('Ada Byron');
    await page.getByRole('option', { name: 'Create contact “Ada Byron”' }).click();
    await save(page);
    await page.getByText('Deal “X” created.').waitFor();
    const ada = [...server.records.values()].find(({ name }) => name === 'Ada Byron');
    const deal = [...server.records.values()].find(({ name }) => name === 'X');
    expect(deal?.fields.contact).toBe(ada?.id);
  });
});
