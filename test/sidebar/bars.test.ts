// The bars that stick to the edges never cover what has the focus.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { eventually } from '../e2e/eventually';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { sidebar } = usePanels();

/** True when the element with the focus and its label are what a person sees there. */
function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const label = focused?.closest('.field')?.querySelector('label');
    return [focused, label].every((element) => {
      if (!element) return false;
      const { left, top, width, height } = element.getBoundingClientRect();
      return [top + 1, top + height - 1].every((y) => {
        const seen = document.elementFromPoint(left + width / 2, y);
        return seen === element || element.contains(seen);
      });
    });
  });
}

it.each([
  ['300 px', 'from the button', {}],
  ['300 px', 'from the subject itself', {}],
  ['a phone', 'from the button', { width: 320, touch: true }],
])('an interaction without a subject leads to the subject: %s, %s', async (_name, from, options) => {
  const { page } = await sidebar(sampleServer(), { height: 560, ...options });
  await openRecord(page, 'Fleet tracking');
  await page.getByRole('button', { name: 'Log call' }).click();
  // Scrolled to where the subject is behind the bar: the browser takes that for a place where it can be seen.
  const subject = page.getByRole('textbox', { name: 'Subject' });
  await subject.evaluate((box) => window.scrollBy(0, box.getBoundingClientRect().top - 6));
  expect(await focusIsSeen(page)).toBe(false);
  // Pressed where it stands, because the driver would scroll to it.
  const save = page.getByRole('button', { name: 'Save call' });
  if (from === 'from the button') await save.evaluate((button: HTMLElement) => button.focus({ preventScroll: true }));
  await save.evaluate((button: HTMLElement) => button.click());
  await page.getByText('Say in a few words what it was about.').waitFor();
  expect(await subject.evaluate((box) => box === document.activeElement)).toBe(true);
  await eventually(() => focusIsSeen(page)).toBe(true);
});

it('the buttons in the bars take the focus without moving the page', async () => {
  const { page } = await sidebar(sampleServer(), { height: 560 });
  await openRecord(page, 'Fleet tracking');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Amount' }).waitFor();
  await page.evaluate(() => window.scrollTo(0, 200));
  for (const name of ['Back', 'Save', 'Cancel']) {
    await page.getByRole('button', { name, exact: true }).evaluate((button) => button.focus());
    expect([name, await page.evaluate(() => window.scrollY)]).toEqual([name, 200]);
  }
});
