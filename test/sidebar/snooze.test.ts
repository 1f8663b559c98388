// Snoozing offers each day once.
import { expect, it } from 'vitest';
import { sampleServer } from './sample';
import { usePanels } from './setup';

const { sidebar } = usePanels();

it.each([
  ['a Sunday', '2026-11-29', ['Tomorrow30 Nov', 'Pick a date…']],
  ['a Saturday', '2026-11-28', ['Tomorrow29 Nov', 'Next week30 Nov', 'Pick a date…']],
])('on %s', async (_day, today, expected) => {
  const sample = sampleServer();
  sample.today = today;
  const { page } = await sidebar(sample);
  await page.getByRole('button', { name: 'Snooze: Send the revised offer' }).click();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(expected);
});
