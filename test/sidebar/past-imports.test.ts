// Earlier imports on the dialog's first step: told of, taken back after a question, and what stayed.
import { describe, expect, it } from 'vitest';
import type { PastImport, SourceTab, UndoResult } from '../../src/rpc/contract';
import { FakeImport } from './fake-import';
import { axe, fitsWidth, type PanelOptions } from './harness';
import { usePanels } from './setup';

const { panel } = usePanels();
const size = { width: 900, height: 640 };

const past: PastImport = {
  changeSet: 'CS-7',
  when: '2026-11-20T09:30:00.000Z',
  who: 'Ann Smith <ann@example.com>',
  created: { companies: 85, deals: 8800, products: 1 },
  updated: { contacts: 2 },
};
const undoneBefore: PastImport = {
  ...past,
  changeSet: 'CS-6',
  when: '2026-11-19T09:30:00.000Z',
  undone: { when: '2026-11-19T10:00:00.000Z', who: 'Ben' },
};
const kept = [
  { tab: 'deals', id: 'D-12', field: '', reason: 'It was changed since, so the record stays.' },
  { tab: 'contacts', id: 'C-3', field: 'email', reason: 'It was changed since.' },
];

async function dialog(options: PanelOptions = size) {
  const server = new FakeImport();
  const tab = (imports: PastImport[]): SourceTab => ({ title: 'old pipeline', rows: 6, columns: 4, imports });
  server.tabs = [tab([past, undoneBefore]), { title: 'sold off', rows: 0, columns: 0, gone: true, imports: [] }];
  let steps = 0;
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const undoChangeSet = async (input: unknown): Promise<{ ok: true; value: UndoResult }> => {
    server.calls.push(['undoChangeSet', input]);
    steps += 1;
    if (steps === 2) await gate;
    const more = steps < 3;
    if (!more) server.tabs = [tab([{ ...past, undone: { when: past.when, who: 'Ann Smith' } }, undoneBefore])];
    // While there is more to do, what stays may still change: only the last answer counts.
    return {
      ok: true,
      value: { changeSet: 'CS-8', more, undone: more ? 4000 : 888, kept: more ? [...kept, ...kept] : kept },
    };
  };
  const page = await panel('import', { ...server.functions(), undoChangeSet }, options);
  const entry = page.getByRole('listitem').filter({ hasText: '20' }).filter({ hasText: '8,800 deals' }).first();
  await entry.waitFor();
  return { page, server, entry, release: () => release() };
}

describe('an earlier import', () => {
  it('is told of with when, who and what, and one that was undone says so and offers nothing', async () => {
    const { page } = await dialog();
    const entries = page.locator('.earlier');
    expect(await entries.nth(0).textContent()).toMatch(
      /Imported on .*20.* by Ann Smith: 8,800 deals, 85 companies, 1 product; 2 contacts changed\./,
    );
    expect(await entries.nth(1).textContent()).toMatch(/Undone on .*19.* by Ben\./);
    expect(await page.getByRole('button', { name: /^Undo this import/ }).count()).toBe(1);
    // A tab that has gone is none to import from.
    expect(await page.getByRole('button', { name: /sold off/ }).count()).toBe(0);
  });

  it('is taken back after a question, step by step, and lists what stayed', async () => {
    const { page, server, release } = await dialog();
    const undos = () => server.calls.filter(([name]) => name === 'undoChangeSet').map(([, input]) => input);
    await page.getByRole('button', { name: 'Undo this import of old pipeline' }).click();
    const question = page.getByRole('dialog', { name: 'Undo the import of “old pipeline”?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(undos()).toEqual([]);
    await page.getByRole('button', { name: 'Undo this import of old pipeline' }).click();
    await question.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByText('Undoing… 4,000 so far').waitFor();
    expect(await page.getByRole('progressbar', { name: 'Records taken back' }).getAttribute('max')).toBe('8888');
    expect(await axe(page)).toEqual([]);
    release();
    await page.getByText('8,888 records taken back. 2 others stayed').waitFor();
    expect(undos()).toEqual([{ changeSet: 'CS-7' }, { changeSet: 'CS-7' }, { changeSet: 'CS-7' }]);
    const rows = page.getByRole('region', { name: 'What stayed' }).getByRole('row');
    expect(await rows.allTextContents()).toEqual([
      'RecordWhy it stayed',
      'D-12DealsIt was changed since, so the record stays.',
      'C-3Contacts: EmailIt was changed since.',
    ]);
    await expect.poll(() => page.getByRole('button', { name: /^Undo this import/ }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
  });

  it.each(Object.entries({ dark: { ...size, dark: true }, 'on a phone': { width: 340, height: 700, touch: true } }))(
    'has no barrier and fits, %s',
    async (_look, options) => {
      const { page } = await dialog(options);
      expect(await axe(page)).toEqual([]);
      expect(await fitsWidth(page)).toBe(true);
    },
  );
});
