// A save without a connection: one sentence, written as people write.
import { expect, it } from 'vitest';
import { CallError } from '../../sidebar/call';
import { sentenceFor } from '../../sidebar/messages';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { sidebar } = usePanels();
const away = 'The local server does not answer. Is it still running?';

it.each([
  [away, `The call did not go through: ${away} Try again.`],
  ['It broke', 'The call did not go through: It broke. Try again.'],
  ['', 'The call did not go through: no reason was given. Try again.'],
])('“%s” ends as a sentence does', (message, expected) => {
  expect(sentenceFor(new CallError('transport', message))).toBe(expected);
});

it('says once why it failed, also where the record could not be read again', async () => {
  const sample = sampleServer();
  const functions = sample.functions();
  let down = false;
  const guarded = (name: string) => (input: never) => {
    if (down) throw new Error(away);
    return functions[name]?.(input);
  };
  const { page } = await sidebar(
    Object.assign(sample, {
      functions: () => ({ ...functions, getRecord: guarded('getRecord'), saveRecord: guarded('saveRecord') }),
    }),
  );
  await openRecord(page, 'Fleet tracking');
  down = true;
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByText('it could not be read again just now').waitFor();
  await page.getByRole('textbox', { name: 'Amount' }).fill('91000');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Not saved.').waitFor();
  expect(await page.getByText('The call did not go through').count()).toBe(1);
  const boxes = await page.locator('.notice').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  expect(boxes.length).toBe(2);
  expect((boxes[1]?.top ?? 0) - (boxes[0]?.bottom ?? 0)).toBeGreaterThanOrEqual(8);
});
