// A new record shows while it is being saved, and comes back into its form when it is refused: with the reason, and all that was typed.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { eventually } from '../e2e/eventually';
import { axe, fitsWidth } from './harness';
import { usePanels } from './setup';

const { sidebar } = usePanels();

const box = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}( \\*)?$`));
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const busy = () => ({ ok: false as const, code: 'busy' as const, message: 'Others are saving.' });
const savedAs = (page: Page, name: string) => page.getByText(`Contact “${name}” created.`).waitFor();

async function typeContact(page: Page, firstName: string, email: string) {
  await page.getByRole('button', { name: 'New contact' }).click();
  await box(page, 'First name').fill(firstName);
  await box(page, 'Email').fill(email);
}

/** The sidebar with the save of a new contact on its way; `answer` lets the workbook answer. */
async function adaUnderway() {
  const opened = await sidebar();
  const { page, server } = opened;
  let answer = () => {};
  server.held.set('saveRecord', new Promise<void>((resolve) => (answer = resolve)));
  await typeContact(page, 'Ada', 'ada@example.com');
  await save(page);
  await page.getByRole('heading', { name: 'Ada', exact: true }).waitFor();
  const last = () => {
    answer();
    server.held.clear();
  };
  return { ...opened, answer: last };
}

it('shows its page at once, to be read only, and the record in its place when it is there', async () => {
  const { page, answer } = await adaUnderway();
  await page.getByRole('status').getByText('Saving…').waitFor();
  await page.getByText('ada@example.com', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: /^(Edit|Log|More actions)/ }).count()).toBe(0);
  await eventually(() => page.evaluate('document.activeElement.tagName')).toBe('H1');
  expect(await axe(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
  answer();
  await savedAs(page, 'Ada');
  await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
  await eventually(() => page.evaluate('document.activeElement.tagName')).toBe('H1');
  // Back leads to where one was, and the next form begins blank.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New contact' }).click();
  expect(await box(page, 'First name').inputValue()).toBe('');
});

it('is back in its form when it is refused, and can be saved again', async () => {
  const { page, server, answer } = await adaUnderway();
  server.nextSave = busy;
  answer();
  await page.getByText(/try again in a few seconds/).waitFor();
  expect(await box(page, 'First name').inputValue()).toBe('Ada');
  await box(page, 'Last name').fill('Byron');
  await save(page);
  await savedAs(page, 'Ada Byron');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New contact' }).click();
  expect(await box(page, 'First name').inputValue()).toBe('');
});

it('says beside its field what is wrong with it', async () => {
  const { page, server, answer } = await adaUnderway();
  const message = 'C-1 has “ada@example.com” already.';
  const issue = {
    tab: 'contacts' as const,
    id: '',
    field: 'email',
    code: 'unique',
    expected: '',
    received: '',
    message,
  };
  server.nextSave = () => ({ ok: true, value: { status: 'invalid', issues: [issue] } });
  answer();
  await page.getByText(message).first().waitFor();
  await eventually(() => box(page, 'Email').getAttribute('aria-invalid')).toBe('true');
});

it('waits with its reason while something else is typed, and neither is lost', async () => {
  const { page, server, answer } = await adaUnderway();
  server.nextSave = busy;
  await page.keyboard.press('Escape');
  await typeContact(page, 'Grace', 'grace@example.com');
  answer();
  await page.getByText(/^Not saved/).waitFor();
  expect(await box(page, 'First name').inputValue()).toBe('Grace');
  await save(page);
  await savedAs(page, 'Grace');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New contact' }).click();
  await page.getByText('What you typed here before was kept.').first().waitFor();
  expect(await box(page, 'First name').inputValue()).toBe('Ada');
  await save(page);
  await savedAs(page, 'Ada');
  expect(server.calls.filter(([name]) => name === 'saveRecord')).toHaveLength(3);
});

it('goes to what was refused from wherever its reason is read', async () => {
  const { page, server, answer } = await adaUnderway();
  server.nextSave = busy;
  await page.keyboard.press('Escape');
  answer();
  await page.getByRole('button', { name: 'Back to it' }).click();
  await page
    .getByText(/try again in a few seconds/)
    .first()
    .waitFor();
  expect(await box(page, 'Email').inputValue()).toBe('ada@example.com');
});

it('keeps its reason and the way to it while the person stays in another form', async () => {
  const { page, server, answer } = await adaUnderway();
  server.nextSave = busy;
  await page.keyboard.press('Escape');
  await typeContact(page, 'Grace', 'grace@example.com');
  answer();
  await page.getByRole('button', { name: 'Back to it' }).click();
  await page.getByRole('button', { name: 'Keep editing' }).click();
  expect(await box(page, 'First name').inputValue()).toBe('Grace');
  await page.getByRole('button', { name: 'Back to it' }).click();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await page.getByText(/try again in a few seconds/).waitFor();
  expect(await box(page, 'First name').inputValue()).toBe('Ada');
});

it('is typed still when the sidebar closes before the workbook has answered', async () => {
  const { page } = await adaUnderway();
  await page.reload();
  await page.getByRole('button', { name: 'New contact' }).click();
  expect(await box(page, 'First name').inputValue()).toBe('Ada');
});
