// "Needs attention" in a real browser: what is listed, how it is repaired, that long lists and failures leave it usable.
import { expect, it } from 'vitest';
import { type Problem, type ProblemKind, problem } from '../../src/domain/attention/problem';
import type { AttentionInput, NeedsAttention, RepairInput } from '../../src/rpc/contract-attention';
import { axe, fitsWidth } from './harness';
import { sampleServer } from './sample';
import { usePanels } from './setup';

const { sidebar } = usePanels();

const ingrid = { tab: 'contacts', id: 'C-1', row: 2, name: 'Ingrid Halvorsen' };
const examples: Problem[] = [
  problem({
    kind: 'unfinished',
    code: 'given-up',
    tab: 'deals',
    who: 'Tom Okafor',
    when: '2026-11-22T09:00:00Z',
    changeSet: 'S1',
    records: [{ id: 'D-1', row: 0, name: '' }],
    repairs: ['dismiss'],
  }),
  problem({ kind: 'column', code: 'missing', tab: 'contacts', field: 'city', repairs: ['bringBack', 'leaveOut'] }),
  problem({
    kind: 'column',
    code: 'copied',
    tab: 'contacts',
    field: 'custom:Phone',
    stands: 'Phone',
    repairs: ['removeCopy', 'keepCopy'],
  }),
  problem({
    kind: 'sort',
    code: 'torn',
    tab: 'contacts',
    changeSet: 'S2',
    when: '2026-11-23T07:00:00Z',
    fields: [
      { key: 'firstName', header: 'First name' },
      { key: 'lastName', header: 'Last name' },
    ],
    rows: 3,
    records: ['C-1', 'C-2', 'C-3'].map((id, index) => ({ id, row: index + 2, name: `Person ${id}` })),
    repairs: ['putRight', 'dismiss'],
  }),
  problem({
    kind: 'merge',
    code: 'merged',
    tab: 'deals',
    row: 4,
    field: 'stage',
    range: 'F4:F6',
    repairs: ['unmerge'],
  }),
  problem({
    ...ingrid,
    kind: 'duplicate',
    code: 'unique',
    field: 'email',
    stands: 'ingrid@halvorsen.example',
    other: { id: 'C-2', row: 3, name: 'José Álvarez-Quintero' },
    repairs: ['open', 'lastGood'],
  }),
  problem({
    ...ingrid,
    kind: 'reference',
    code: 'deleted',
    field: 'company',
    stands: 'Acme (CO-9)',
    other: { id: 'CO-9', row: 0, name: 'Acme' },
    repairs: ['open', 'restore', 'lastGood'],
  }),
  problem({
    ...ingrid,
    kind: 'value',
    code: 'phone',
    field: 'phone',
    stands: 'call her mum',
    expected: 'a phone number like +49 30 1234567',
    repairs: ['open', 'lastGood'],
  }),
  problem({ ...ingrid, kind: 'missing', code: 'required', field: 'lastName', repairs: ['open'] }),
  problem({ kind: 'mail', code: 'foreign', tab: 'outbox', row: 7 }),
];

/** A sidebar over a server that lists these problems; `answer` replaces what a repair answers. */
async function listing(
  problems: Problem[],
  options: { role?: string; answer?: (input: RepairInput) => unknown; restore?: (input: unknown) => unknown } = {},
) {
  const sample = sampleServer();
  sample.role = options.role ?? 'admin';
  sample.attention = problems.length;
  const repairs: RepairInput[] = [];
  const asked: AttentionInput[] = [];
  const base = sample.functions.bind(sample);
  sample.functions = (extra = {}) =>
    base({
      needsAttention: (input: AttentionInput) => {
        asked.push(input);
        const counts: NeedsAttention['counts'] = {};
        for (const { kind } of problems) counts[kind] = (counts[kind] ?? 0) + 1;
        const wanted = problems.filter(({ kind }) => !input.kind || kind === input.kind);
        const { offset = 0, limit = 50 } = input;
        return {
          ok: true,
          value: {
            problems: wanted.slice(offset, offset + limit),
            counts,
            total: wanted.length,
            leftOut: [{ tab: 'contacts', field: 'region', header: 'Region' }],
          },
        };
      },
      lastGoodValue: () => ({
        ok: true,
        value: {
          found: true,
          value: '+47 55 12 34 56',
          label: '',
          currency: '',
          when: '2026-11-20T08:00:00Z',
        },
      }),
      ...(options.restore ? { restoreRecord: options.restore } : {}),
      repair: (input: RepairInput) => {
        repairs.push(input);
        return (
          options.answer?.(input) ?? {
            ok: true,
            value: { changeSet: 'S9', changed: 1, more: false, shown: '', left: [] },
          }
        );
      },
      ...extra,
    });
  const opened = await sidebar(sample);
  await opened.page.getByRole('button', { name: 'Look and repair' }).click();
  await opened.page.getByRole('heading', { name: 'Needs attention' }).waitFor();
  return { ...opened, repairs, asked };
}

it('leads from the notice at home to every kind of problem, each said with its place', async () => {
  const { page } = await listing(examples);
  for (const text of [
    'The column City is missing in Contacts. Its values are not lost.',
    'F4:F6 of Deals is merged. Only its first cell can hold a value; nothing can be saved in the others.',
    'Email ingrid@halvorsen.example belongs to José Álvarez-Quintero (C-2) as well, in row 3.',
    'Company points nowhere: Acme (CO-9) was deleted.',
    'Phone: “call her mum” is not a phone number like +49 30 1234567.',
    'Last name is missing.',
  ]) {
    await page.getByText(text, { exact: true }).waitFor();
  }
  await page.getByText('Contacts, row 2').first().waitFor();
  await page.getByText('Field by field, or single rows').click();
  expect(await fitsWidth(page)).toBe(true);
  expect(await axe(page)).toEqual([]);
});

it('gives the focus to the group’s heading when the problem leaves with its button, and at last to the screen’s', async () => {
  const merge = (range: string) =>
    problem({ kind: 'merge', code: 'merged', tab: 'deals', row: 4, range, repairs: ['unmerge'] });
  const problems = [merge('F4:F6'), merge('F8:F9')];
  const { page } = await listing(problems, {
    answer: () => {
      problems.shift();
      return { ok: true, value: { changeSet: '', changed: 0, more: false, shown: '', left: [] } };
    },
  });
  for (const heading of ['Merged cells 1', 'Needs attention']) {
    await page.getByRole('button', { name: 'Unmerge' }).first().click();
    await page.waitForFunction((text) => document.activeElement?.textContent === text, heading);
  }
});

it('puts a sort right as a whole, by field and by row, in steps, and offers to undo all of them', async () => {
  let steps = 0;
  const { page, repairs } = await listing(examples, {
    answer: ({ action }) => {
      steps++;
      const more = action === 'putRight' && steps < 3;
      return { ok: true, value: { changeSet: `S${steps}`, changed: 200, more, shown: '', left: [] } };
    },
  });
  await page.getByRole('button', { name: 'Put all right' }).click();
  await page.getByText('600 records put right.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();
  await page.getByText('Field by field, or single rows').click();
  await page.getByRole('button', { name: 'Only Last name' }).click();
  await page.getByText('200 records put right.').waitFor();
  await page.getByRole('button', { name: 'Put right Person C-2' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.toast').length > 1);
  expect(repairs.slice(3)).toEqual([
    { action: 'putRight', changeSet: 'S2', fields: ['lastName'] },
    { action: 'putRight', changeSet: 'S2', ids: ['C-2'] },
  ]);
});

it('shows the last good value before it is put back', async () => {
  const { page, repairs } = await listing(
    examples.filter(({ kind }) => kind === 'value'),
    {
      answer: () => ({
        ok: true,
        value: { changeSet: 'S3', changed: 1, more: false, shown: '+47 55 12 34 56', left: [] },
      }),
    },
  );
  await page.getByRole('button', { name: 'Last good value of Ingrid Halvorsen' }).click();
  await page.getByText('It was +47 55 12 34 56').waitFor();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await page.getByText('Phone of Ingrid Halvorsen is +47 55 12 34 56 again.').waitFor();
  expect(repairs).toEqual([{ action: 'lastGood', tab: 'contacts', id: 'C-1', field: 'phone' }]);
});

it('goes from a kind that is done to the others, without a chip for none', async () => {
  const problems = examples.filter(({ kind }) => kind === 'merge' || kind === 'value' || kind === 'sort');
  const { page } = await listing(problems, {
    answer: () => {
      problems.splice(
        problems.findIndex(({ kind }) => kind === 'merge'),
        1,
      );
      return { ok: true, value: { changeSet: '', changed: 0, more: false, shown: '', left: [] } };
    },
  });
  await page.getByText(/found 23 Nov, 0?8:00\)/).waitFor();
  await page.getByRole('button', { name: 'Merged cells 1' }).click();
  await page.getByRole('button', { name: 'Unmerge' }).press('Enter');
  const focused = () => page.locator(':focus').textContent();
  await expect.poll(focused).toBe('Nothing is left under “Merged cells”.');
  expect(await page.locator('.filter').allTextContents()).toEqual(['All 2', 'Half a row moved 1', 'Cannot be right 1']);
  expect([await axe(page), await fitsWidth(page)]).toEqual([[], true]);
  await page.getByRole('button', { name: 'Show the other 2' }).press('Enter');
  await page.getByRole('button', { name: 'Last good value of Ingrid Halvorsen' }).press('Enter');
  await expect.poll(focused).toMatch(/^It was \+47 55 12 34 56/);
});

it('keeps names and values of any length within the page', async () => {
  const long = 'x'.repeat(300);
  const { page } = await listing(
    examples.map((one) => ({
      ...one,
      ...(one.id ? { name: long } : {}),
      stands: one.stands && long,
      ...(one.fields ? { fields: one.fields.map(({ key }) => ({ key, header: long })) } : {}),
      ...(one.records ? { records: one.records.map((record) => ({ ...record, name: long })) } : {}),
      ...(one.other ? { other: { ...one.other, name: long } } : {}),
    })),
  );
  await page.getByText('Field by field, or single rows').click();
  expect([await axe(page), await fitsWidth(page)]).toEqual([[], true]);
  expect((await page.locator('.problem').last().boundingBox())?.height).toBeLessThan(300);
});

it('brings back a deleted record that others point to, and keeps why it could not on the screen', async () => {
  const restores: unknown[] = [];
  const pointing = examples.filter(({ kind }) => kind === 'reference');
  const { page } = await listing(pointing, {
    restore: (input) => {
      restores.push(input);
      return restores.length === 1
        ? { ok: false, code: 'not-allowed', message: 'Acme is Tom’s. Ask Tom or a manager.' }
        : { ok: true, value: { changeSet: 'S5', warnings: ['Parent company is gone, too.'] } };
    },
  });
  const button = page.getByRole('button', { name: 'Bring back CO-9 Acme' });
  await button.click();
  await page.getByRole('alert').getByText('Acme is Tom’s. Ask Tom or a manager.').waitFor();
  await button.click();
  await page.getByText('Acme is back. Parent company is gone, too.').waitFor();
  expect(restores).toEqual(Array.from({ length: 2 }, () => ({ tab: 'companies', id: 'CO-9' })));
  expect(await axe(page)).toEqual([]);
  await page.setViewportSize({ width: 300, height: 700 });
  expect(await fitsWidth(page)).toBe(true);
});

it('keeps a failure and a copy that stays on the screen, beside what they are about', async () => {
  const { page } = await listing(examples, {
    answer: ({ action }) =>
      action === 'removeCopy'
        ? {
            ok: true,
            value: {
              changeSet: '',
              changed: 0,
              more: false,
              shown: '',
              left: [{ tab: 'contacts', id: 'row 3', field: '', reason: '' }],
            },
          }
        : { ok: false, code: 'no-merge', message: 'F4:F6 of Deals is not merged any more. Look again.' },
  });
  await page.getByRole('button', { name: 'Unmerge' }).click();
  await page.getByRole('alert').getByText('F4:F6 of Deals is not merged any more. Look again.').waitFor();
  await page.getByRole('button', { name: 'Remove the copy' }).click();
  await page.getByText('The copy stays: it holds something else in row 3.').waitFor();
});

it('tells others than admins who can repair columns, and a viewer gets no repair at all', async () => {
  const rep = await listing(examples, { role: 'rep' });
  await rep.page.getByText('An admin of your team can repair this.').first().waitFor();
  expect(await rep.page.getByRole('button', { name: 'Bring it back' }).count()).toBe(0);
  const seen = examples.map((one) => ({ ...one, repairs: one.repairs.filter((repair) => repair === 'open') }));
  const viewer = await listing(seen, { role: 'viewer' });
  await viewer.page.getByText('Last name is missing.').waitFor();
  for (const name of ['Put all right', 'Unmerge', 'Check the workbook now']) {
    expect(await viewer.page.getByRole('button', { name }).count()).toBe(0);
  }
});

it('draws 10,000 problems page by page, and one kind alone', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    problem({
      kind: index < 60 ? 'merge' : 'value',
      code: 'date',
      tab: 'deals',
      id: `D-${index}`,
      row: index + 2,
      name: `Deal ${index}`,
      field: 'closeDate',
      stands: 'soon',
      expected: 'a date',
      range: `A${index}`,
      repairs: ['open'],
    }),
  );
  const { page, asked } = await listing(many);
  await page.getByText('1–50 of 10,000').waitFor();
  expect(await page.locator('.problem').count()).toBeLessThanOrEqual(51);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('51–100 of 10,000').waitFor();
  await page.getByRole('button', { name: 'Cannot be right 9,940' }).click();
  await page.getByText('1–50 of 9,940').waitFor();
  const kind: ProblemKind = 'value';
  expect(asked.at(-1)).toEqual({ kind, offset: 0, limit: 50 });
});

it('reassures where nothing is wrong, and still offers to look and to bring a left-out column back', async () => {
  const sample = sampleServer();
  const { page } = await sidebar(sample);
  await page.getByRole('button', { name: 'Needs attention' }).click();
  await page.getByText('All is well. Every record is whole, and every value can be right.').waitFor();
  await page.getByRole('button', { name: 'Check the workbook now' }).waitFor();
  expect(await axe(page)).toEqual([]);
});
