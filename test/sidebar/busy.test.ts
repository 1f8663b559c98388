// A save that others' saves kept waiting for too long: it says so, and what was typed stays for the next try.
import { expect, it } from 'vitest';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { sidebar } = usePanels();

it('keeps what was typed, says who is in the way, and saves it when asked again', async () => {
  const sample = sampleServer();
  const functions = sample.functions();
  let isBusy = true;
  const saveRecord = (input: never) =>
    isBusy ? { ok: false, code: 'busy', message: 'Others are saving.' } : functions.saveRecord?.(input);
  const { page } = await sidebar(Object.assign(sample, { functions: () => ({ ...functions, saveRecord }) }));
  await openRecord(page, 'Fleet tracking');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const amount = page.getByRole('textbox', { name: 'Amount' });
  await amount.fill('91000');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Nothing of yours is lost: try again in a few seconds.').waitFor();
  expect(await amount.inputValue()).toBe('91000');
  isBusy = false;
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
  expect(await page.getByText(/91,000/).count()).toBeGreaterThan(0);
});
