// Snoozing offers each day once.
import { expect, it } from 'vitest';
import { sampleServer } from './sample';
import { usePanels } from './setup';

const { sidebar } = usePanels();
const others = ['Snooze until a date…', 'Change due date…', 'Done with an outcome…'];

it.each([
  ['a Sunday', '2026-11-29', ['Snooze until tomorrow30 Nov', ...others]],
  ['a Saturday', '2026-11-28', ['Snooze until tomorrow29 Nov', 'Snooze until next week30 Nov', ...others]],
])('on %s', async (_day, today, expected) => {
  const sample = sampleServer();
  sample.today = today;
  const { page } = await sidebar(sample);
  await page.getByRole('button', { name: 'More actions: Send the revised offer' }).click();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(expected);
});
