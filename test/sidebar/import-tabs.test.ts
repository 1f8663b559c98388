// What the import dialog says of tabs, and of words that were decided in an earlier import.
import { expect, it } from 'vitest';
import type { ImportPreview } from '../../src/rpc/contract';
import { FakeImport } from './fake-import';
import { usePanels } from './setup';

const { panel } = usePanels();
const size = { width: 900, height: 640 };

it('promises no number of rows that the next step counts otherwise: it says how far a tab is filled', async () => {
  const server = new FakeImport();
  server.tabs = [
    { title: 'messy', rows: 7, columns: 7 },
    { title: 'headerless', rows: 2, columns: 3 },
    { title: 'one line', rows: 0, columns: 1 },
    { title: 'nothing', rows: 0, columns: 0 },
  ];
  const page = await panel('import', server.functions(), size);
  const entries = page.getByRole('list', { name: 'Tabs to import from' }).getByRole('button');
  await entries.first().waitFor();
  expect(await entries.locator('.detail').allTextContents()).toEqual([
    'Filled down to row 8, 7 columns',
    'Filled down to row 3, 3 columns',
    'Row 1 only, 1 column',
    'Empty',
  ]);
});

it('marks a word that was decided in the last import, until it is decided otherwise', async () => {
  const server = new FakeImport();
  const { previewImport, ...functions } = server.functions();
  const page = await panel(
    'import',
    {
      ...functions,
      previewImport: (input: never) => {
        const answer = previewImport?.(input) as { value: ImportPreview };
        for (const value of answer.value.values[0]?.values ?? [])
          if (value.from === 'Engaging') Object.assign(value, { to: value.to ?? 'Lost', remembered: 'Lost' });
        return answer;
      },
    },
    size,
  );
  await page.getByRole('button', { name: /^old pipeline/ }).click();
  await page.getByRole('table').waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  const row = page.getByRole('row', { name: /^Engaging/ });
  await row.getByText('as last time').waitFor();
  expect(await page.getByText('as last time').count()).toBe(1);
  await row.getByRole('combobox').selectOption('Won');
  await expect.poll(() => page.getByText('as last time').count()).toBe(0);
});
