// Forms: errors beside the field, conflicts, formulas, drafts, references made on the spot.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually } from '../e2e/eventually';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { sidebar } = usePanels();

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

async function editDeal(page: Page): Promise<void> {
  await openRecord(page, 'Fleet tracking');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Amount' }).waitFor();
}

describe('a new record', () => {
  it('is filled by keyboard alone and opens its page when saved', async () => {
    const { page, server } = await sidebar();
    await page.getByRole('button', { name: 'New contact' }).press('Enter');
    await page.getByLabel('First name').focus();
    await page.keyboard.type('Ada');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Byron');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Contact “Ada Byron” created.').waitFor();
    await page.getByRole('heading', { name: 'Ada Byron' }).waitFor();
    const made = [...server.records.values()].find(({ name }) => name === 'Ada Byron');
    expect(made?.fields).toMatchObject({
      firstName: 'Ada',
      lastName: 'Byron',
      status: 'Lead',
      owner: 'mara@example.com',
    });
  });

  it('says what is missing beside the field and on top, where the focus goes', async () => {
    const { page, server } = await sidebar();
    await page.getByRole('button', { name: 'New deal' }).click();
    await page.getByRole('textbox', { name: 'Amount' }).fill('a lot');
    await save(page);
    const summary = page.getByRole('alert');
    await summary.getByText('2 things to fix').waitFor();
    await eventually(() => summary.evaluate((box) => box.parentElement === document.activeElement)).toBe(true);
    const name = page.getByRole('textbox', { name: 'Name' });
    await eventually(() => name.getAttribute('aria-invalid')).toBe('true');
    const described = await name.getAttribute('aria-describedby');
    await eventually(() => page.locator(`[id="${described}"]`).textContent()).toContain('This is needed.');
    await summary.getByRole('button', { name: /Amount/ }).click();
    const amount = page.getByRole('textbox', { name: 'Amount' });
    await eventually(() => amount.evaluate((box) => box === document.activeElement)).toBe(true);
    await eventually(() => amount.getAttribute('aria-invalid')).toBe('true');
    expect(server.calls.some(([call]) => call === 'saveRecord')).toBe(false);
  });

  it('keeps all that was typed when the server refuses a value', async () => {
    const { page } = await sidebar();
    await page.getByRole('button', { name: 'New contact' }).click();
    await page.getByLabel('First name').fill('Ada');
    await page.getByLabel('Email', { exact: true }).fill('no address');
    await save(page);
    await page.getByRole('alert').getByText('“no address” is not an email address.').waitFor();
    await eventually(() => page.getByLabel('First name').inputValue()).toBe('Ada');
    await eventually(() => page.getByLabel('Email', { exact: true }).inputValue()).toBe('no address');
  });

  it('finds the company it belongs to while typing, or creates it', async () => {
    const { page, server } = await sidebar();
    await page.getByRole('button', { name: 'New contact' }).click();
    await page.getByLabel('First name').fill('Ada');
    const company = page.getByRole('combobox', { name: 'Company' });
    await company.fill('nordlys');
    await page.getByRole('option', { name: /Nordlys Bakeries/ }).waitFor();
    await page.keyboard.press('Enter');
    await eventually(() => company.inputValue()).toBe('Nordlys Bakeries');
    await company.fill('Byron Engines');
    await page.getByRole('option', { name: 'Create company “Byron Engines”' }).click();
    await page.getByText('Company “Byron Engines” created.').waitFor();
    await save(page);
    await page.getByRole('heading', { name: 'Ada' }).waitFor();
    const made = [...server.records.values()].find(({ name }) => name === 'Byron Engines');
    const ada = [...server.records.values()].find(({ name }) => name === 'Ada');
    expect(ada?.fields.company).toBe(made?.id);
  });
});

describe('a form left before it is saved', () => {
  it('asks first, and keeps what was typed when the person stays', async () => {
    const { page } = await sidebar();
    await editDeal(page);
    await page.getByRole('textbox', { name: 'Amount' }).fill('1');
    await page.getByRole('button', { name: 'Back' }).click();
    await page
      .getByRole('dialog', { name: 'Leave without saving?' })
      .getByRole('button', { name: 'Keep editing' })
      .click();
    await eventually(() => page.getByRole('textbox', { name: 'Amount' }).inputValue()).toBe('1');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await eventually(() => page.getByRole('textbox', { name: 'Amount' }).inputValue()).toBe('84500');
  });

  it('has its draft back after the sidebar was closed and opened again', async () => {
    const { page } = await sidebar();
    await page.getByRole('button', { name: 'New company' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Half typed Ltd');
    page.on('dialog', (dialog) => dialog.accept());
    await page.reload();
    await page.getByRole('button', { name: 'New company' }).click();
    await page.getByText('What you typed here before was kept.').waitFor();
    await eventually(() => page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Half typed Ltd');
    await page.getByRole('button', { name: 'Start over' }).click();
    await eventually(() => page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('');
  });
});

describe('a failed save', () => {
  it('loses nothing and goes through on the second try', async () => {
    const { page, server } = await sidebar();
    await editDeal(page);
    await page.getByRole('textbox', { name: 'Amount' }).fill('91000');
    server.nextSave = () => {
      throw new Error('Exceeded maximum execution time');
    };
    await save(page);
    await page.getByRole('alert').getByText('longer than Google allows').waitFor();
    await eventually(() => page.getByRole('textbox', { name: 'Amount' }).inputValue()).toBe('91000');
    await save(page);
    await page.getByText('Saved.').waitFor();
    expect(server.record('deals', 'D-1').fields.amount).toBe(91000);
  });

  it('whose answer never was one says so', async () => {
    const { page, server } = await sidebar();
    await editDeal(page);
    await page.getByRole('textbox', { name: 'Amount' }).fill('91000');
    server.nextSave = () => null as never;
    await save(page);
    await page.getByRole('alert').getByText('The answer did not arrive').waitFor();
  });
});

describe('a conflict', () => {
  async function conflict() {
    const { page, server } = await sidebar();
    await editDeal(page);
    await page.getByRole('textbox', { name: 'Amount' }).fill('90000');
    await page.getByRole('textbox', { name: 'Notes' }).fill('my note');
    const deal = server.record('deals', 'D-1');
    server.add('deals', 'D-1', { ...deal.fields, amount: 70000, notes: 'their note', source: 'Fair' }, { version: 2 });
    await save(page);
    await page.getByRole('heading', { name: 'Someone changed this deal too' }).waitFor();
    return { page, server };
  }

  it('shows both values of each field, who and when, and writes nothing', async () => {
    const { page, server } = await conflict();
    const amount = page.getByRole('group', { name: 'Amount' });
    for (const told of ['€90,000', '€70,000', 'Tom Okafor, 23 Nov', 'Before: €84,500']) {
      await eventually(() => amount.textContent()).toContain(told);
    }
    expect(server.record('deals', 'D-1').fields.amount).toBe(70000);
  });

  it('is settled field by field', async () => {
    const { page, server } = await conflict();
    await page.getByRole('group', { name: 'Amount' }).getByRole('radio', { name: /Yours/ }).check();
    const button = page.getByRole('button', { name: 'Save my choices' });
    await eventually(() => button.getAttribute('aria-disabled')).toBe('true');
    await page
      .getByRole('group', { name: 'Notes' })
      .getByRole('radio', { name: /Theirs/ })
      .check();
    await button.click();
    await page.getByText('Saved.').waitFor();
    expect(server.record('deals', 'D-1').fields).toMatchObject({ amount: 90000, notes: 'their note', source: 'Fair' });
    const last = server.calls.filter(([name]) => name === 'saveRecord').at(-1)?.[1];
    expect(last).toMatchObject({ baseVersion: 2, overwrite: ['amount'], changes: { amount: 90000 } });
  });

  it('leads back to the form with everything still typed', async () => {
    const { page } = await conflict();
    await page.locator('.sticky-actions').getByRole('button', { name: 'Back' }).click();
    await eventually(() => page.getByRole('textbox', { name: 'Amount' }).inputValue()).toBe('90000');
    await eventually(() => page.getByRole('textbox', { name: 'Notes' }).inputValue()).toBe('my note');
  });
});

describe('a formula in a cell', () => {
  it('is written over only after the person agreed', async () => {
    const sample = sampleServer();
    sample.record('deals', 'D-1').formulas = { amount: '=B2*1.2' };
    const { page, server } = await sidebar(sample);
    await openRecord(page, 'Fleet tracking');
    await page.getByRole('button', { name: 'Edit Amount' }).click();
    await page.getByText('=B2*1.2').waitFor();
    const amount = page.getByRole('textbox', { name: 'Amount' });
    await eventually(() => amount.isEditable()).toBe(false);
    await page.getByRole('button', { name: 'Write over the formula' }).click();
    await amount.fill('100');
    await save(page);
    await page.getByText('Saved.').waitFor();
    const last = server.calls.filter(([name]) => name === 'saveRecord').at(-1)?.[1];
    expect(last).toMatchObject({ changes: { amount: 100 }, overwrite: ['amount'] });
  });
});

describe('the team’s own columns', () => {
  it('are in the form and keep their name', async () => {
    const { page, server } = await sidebar();
    await openRecord(page, 'Ingrid');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByText('Your own columns').click();
    await page.getByRole('textbox', { name: 'Favourite tea' }).fill('Assam');
    await save(page);
    await page.getByText('Saved.').waitFor();
    expect(server.record('contacts', 'C-1').fields['custom:Favourite tea']).toBe('Assam');
  });
});
