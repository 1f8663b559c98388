// The list of follow-ups while several saves are on their way at once.
import { expect, it } from 'vitest';
import { sampleServer } from './sample';
import { usePanels } from './setup';

const { sidebar } = usePanels();

it('a save that fails brings back its own task, not another that was ticked meanwhile', async () => {
  const sample = sampleServer();
  const functions = sample.functions();
  let fail = () => {};
  const failure = new Promise<void>((resolve) => {
    fail = resolve;
  });
  const saveRecord = async (input: never) => {
    if ((input as { id: string }).id !== 'T-1') return functions.saveRecord?.(input);
    await failure;
    return { ok: false, code: 'busy', message: 'Others are saving.' };
  };
  const { page } = await sidebar(Object.assign(sample, { functions: () => ({ ...functions, saveRecord }) }));
  const first = page.getByRole('button', { name: 'Done: Send the revised offer' });
  const second = page.getByRole('button', { name: 'Done: Call Ingrid about the start date' });
  await first.click();
  await second.click();
  await page.getByText('“Call Ingrid about the start date” is done.').waitFor();
  expect(await first.count()).toBe(0);
  fail();
  await first.waitFor();
  expect(await second.count()).toBe(0);
});
