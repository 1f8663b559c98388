// The import dialog's first step: what it says of each tab.
import { expect, it } from 'vitest';
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
