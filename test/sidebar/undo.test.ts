// What an undo says of itself: never that something was undone when nothing was.
import { expect, it } from 'vitest';
import { undoneText } from '../../sidebar/app/undo';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { sidebar } = usePanels();

const stage = { tab: 'deals', id: 'D-1', field: 'stage', reason: 'It was changed since.' };
const notes = { ...stage, field: 'notes' };
const gone = { ...stage, field: '', reason: 'The record was deleted since.' };

const notYours = {
  ...gone,
  reason: 'This is Tom’s deal (D-1, Oven). Ask Tom or a manager to change it, or to hand it over to you.',
};
const merged = { ...notes, reason: 'It lies under merged cells.' };

it.each([
  [1, [], 'Undone.'],
  [0, [], 'There was nothing left to undo.'],
  [1, [stage], 'Undone, except 1 value changed since.'],
  [0, [stage], 'Nothing was undone: Stage was changed since.'],
  [0, [stage, notes], 'Nothing was undone: 2 values changed since.'],
  [
    2,
    [
      notYours,
      gone,
      { ...notes, reason: 'Its column is gone. Add one with this header, then undo again.' },
      stage,
      merged,
      notes,
    ],
    'Undone, except 2 values changed since, 1 record not yours to change, 1 record deleted since, 1 value whose column is missing, 1 value under merged cells.',
  ],
  [0, [gone], 'Nothing was undone. The record was deleted since.'],
])('%d undone, kept %o', (undone, kept, expected) => {
  expect(undoneText({ undone, kept })).toBe(expected);
});

it('undoing an older move of a deal that moved on says that it stays, and why', async () => {
  const sample = sampleServer();
  const functions = sample.functions();
  const { page } = await sidebar(
    Object.assign(sample, {
      functions: () => ({
        ...functions,
        undoChangeSet: () => ({ ok: true, value: { changeSet: '', more: false, undone: 0, kept: [stage] } }),
      }),
    }),
  );
  await openRecord(page, 'Oven sensors pilot');
  await page.getByRole('button', { name: 'Move stage' }).click();
  await page.getByRole('radio', { name: 'Qualified' }).check();
  await page.getByRole('button', { name: 'Save stage' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Nothing was undone: Stage was changed since.').waitFor();
  expect(await page.getByText(/^Undone/).count()).toBe(0);
});
