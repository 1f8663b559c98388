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

it('a required field offers no blank: its rows are left out', async () => {
  const { page } = await atValues(new FakeImport());
  const texts = (from: string) =>
    page.getByLabel(`Stage: ${from} becomes`).evaluate((select: HTMLSelectElement) => {
      return [...select.options].map(({ text }) => text);
    });
  expect((await texts('Engaging')).at(-1)).toBe('Leave these rows out');
  expect((await texts('<b>Maybe</b>')).at(-1)).toBe('Leave this row out');
  expect(await page.getByText('Leave blank').count()).toBe(0);
});

it('a field that may be blank offers to leave it so', async () => {
  const server = new FakeImport();
  const { previewImport } = server.functions();
  const { page } = await atValues(server, {
    previewImport: (input: never) => {
      const reply = previewImport?.(input) as { value: { values: object[] } };
      const source = { tab: 'contacts', field: 'emailConsent', choices: ['Opted in'] };
      reply.value.values = [{ ...source, values: [{ from: 'maybe', count: 2, to: null, suggested: null }] }];
      return reply;
    },
  });
  const options = await page.getByRole('combobox', { name: /maybe becomes/ }).locator('option');
  expect(await options.last().textContent()).toBe('Leave blank');
});

it('the summary names the team members that were added, and counts in words', async () => {
  const server = new FakeImport();
  const { page, next } = await atValues(server, {
    commitImport: () => ({
      ok: true,
      value: {
        importId: 'IM-1',
        changeSet: 'CS-1',
        done: true,
        step: 'Done',
        rowsDone: 6,
        rowsTotal: 6,
        created: { team: 35, companies: 3, deals: 1 },
        skipped: 0,
        problems: [],
      },
    }),
  });
  await page.getByRole('button', { name: 'Use Qualified' }).click();
  await page.getByLabel('Stage: <b>Maybe</b> becomes').selectOption('Lead');
  await next();
  await page.getByRole('button', { name: 'Import 5 rows' }).click();
  await page.getByText('35 team members, 3 companies, 1 deal.').waitFor();
});
