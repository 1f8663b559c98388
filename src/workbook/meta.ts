// `_Meta`: what Rowbook remembers about the workbook, as key and JSON value in fixed rows, so that one read gets all and
// what changes together is written together. Read once for each execution and again under the lock.
import type { Workbook } from './api';
import { maxCellText } from './cells';
import { WorkbookError } from './errors';

export const metaTitle = '_Meta';

/**
 * Keys in row order from row 2 on. The order is part of the format: a commit writes `highWater` and `journal` at once when it
 * begins and `journal` … `dirty` at once when it ends.
 */
export const metaKeys = [
  'workbook',
  'signatures',
  'highWater',
  'journal',
  'summary',
  'tails',
  'dirty',
  'heartbeat',
  'function',
  'imports',
  'importMaps',
  'merged',
  'notDuplicates',
  'outbox',
  'reconciled',
  'archive',
  'attention',
  'torn',
  'givenUp',
  'columns',
  'againstRoles',
  'guarded',
  'unspelled',
] as const;

export type MetaKey = (typeof metaKeys)[number];

/** What can be made again from the tabs: where it does not fit a cell it is left out, and no change fails for it. */
const remade: readonly string[] = ['signatures', 'summary', 'tails', 'reconciled', 'attention'] satisfies MetaKey[];

/** A cell of `_Meta` in no text column, for a value on its way to another cell. */
export const scratchCell = 'C1';

const blocks = new WeakMap<Workbook, Map<string, string>>();

/** A value of `_Meta`, null when absent or unreadable (1 read for the first of an execution, none for the others). */
export function readMeta(workbook: Workbook, key: MetaKey): unknown {
  const text = block(workbook).get(key) ?? '';
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Sets values (null removes one), in a single write. Only under the lock: rows between are written as they were read. */
export function writeMeta(workbook: Workbook, values: { readonly [key in MetaKey]?: unknown }): void {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(values)) {
    const text = value === null || value === undefined ? '' : JSON.stringify(value);
    const fits = text.length <= maxCellText;
    if (!fits && !remade.includes(key)) {
      throw new WorkbookError('too-large', `What Rowbook keeps about “${key}” does not fit a cell (${text.length}).`);
    }
    texts.set(key, fits ? text : '');
  }
  if (texts.size === 0) return;
  const rows = [...texts.keys()].map((key) => rowOf(key as MetaKey));
  const first = Math.min(...rows);
  const last = Math.max(...rows);
  // A lone value, or neighbours, can be written without knowing the others.
  const known = last - first + 1 === texts.size ? blocks.get(workbook) : block(workbook);
  for (const [key, text] of texts) known?.set(key, text);
  const cells = metaKeys.slice(first - 2, last - 1).map((key) => [texts.get(key) ?? known?.get(key) ?? '']);
  workbook.hidden(metaTitle).getRange(first, 2, cells.length, 1).setValues(cells);
}

/** Forgets what was read, so that the next read sees what others wrote: called when the lock is taken. */
export function forgetMeta(workbook: Workbook): void {
  blocks.delete(workbook);
}

function rowOf(key: MetaKey): number {
  return metaKeys.indexOf(key) + 2;
}

function block(workbook: Workbook): Map<string, string> {
  const known = blocks.get(workbook);
  if (known) return known;
  const sheet = workbook.findSheet(metaTitle);
  if (!sheet)
    throw new WorkbookError('not-set-up', 'This workbook is not set up yet. Choose Rowbook → Set up this workbook.');
  const values = new Map<string, string>();
  sheet
    .getRange(2, 2, metaKeys.length, 1)
    .getValues()
    .forEach((row, index) => {
      const key = metaKeys[index];
      // A lone number or boolean may come back as such; as text it is the same JSON.
      if (key) values.set(key, String(row[0] ?? ''));
    });
  blocks.set(workbook, values);
  return values;
}
