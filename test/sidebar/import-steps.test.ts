// What the import's steps say while and after things change.
import { expect, it } from 'vitest';
import { FakeImport } from './fake-import';
import { usePanels } from './setup';

const { panel } = usePanels();

async function atValues(server: FakeImport, more: { [name: string]: (input: never) => unknown } = {}) {
  const page = await panel('import', { ...server.functions(), ...more }, { width: 900, height: 640 });
  const next = () => page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: /^old pipeline/ }).click();
  await page.getByRole('table').waitFor();
  await next();
  return { page, next };
}

it('a check under way shows nothing of the one before it', async () => {
  const server = new FakeImport();
  const { previewImport } = server.functions();
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let checks = 0;
  const { page, next } = await atValues(server, {
    previewImport: async (input: never) => {
      checks += 1;
      if (checks > 1) await gate;
      return previewImport?.(input);
    },
  });
  await page.getByRole('button', { name: 'Use Qualified' }).click();
  await page.getByLabel('Stage: <b>Maybe</b> becomes').selectOption('Lead');
  await next();
  await page.getByRole('heading', { name: 'Check and import' }).waitFor();
  await page.getByText('Checking the rows…').waitFor();
  expect(await page.getByText('The import cannot start yet').count()).toBe(0);
  expect(await page.locator('.figures').count()).toBe(0);
  const button = page.getByRole('button', { name: 'Import', exact: true });
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  open();
  await page.locator('.figures').waitFor();
  await page.getByRole('button', { name: 'Import 5 rows' }).waitFor();
  expect(await page.getByText('The import cannot start yet').count()).toBe(0);
});
