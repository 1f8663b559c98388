// A list from a file or the clipboard on its way into a tab of its own.
import { type AddedSource, type AddSourceInput, mostCellText, mostColumns } from '../domain/import/arriving';
import { takeInSource } from '../workbook';
import type { Caller } from './caller';
import { badInput, notAllowed } from './reply';

/** Throws `not-allowed` for those who only look, `bad-input`, `too-large`, `no-tab`. */
export function addSource({ workbook, role }: Caller, input: AddSourceInput): AddedSource {
  if (role === 'viewer') throw notAllowed('You may look at records, not import them.');
  return takeInSource(workbook, checked(input));
}

function checked(input: AddSourceInput): AddSourceInput {
  if ('id' in input) {
    const { id } = input;
    if (typeof id !== 'string') throw badInput('`id` must be that of a list which was begun.');
    if ('cancel' in input) return { id, cancel: true };
    const { from, cells } = input;
    if (isCount(from, 0) && Array.isArray(cells) && cells.every(isRow)) return { id, from, cells };
    throw badInput('`cells` must be rows of texts that a cell can hold, and `from` say where they go.');
  }
  const { name, hash, rows, columns } = input;
  if (typeof name === 'string' && typeof hash === 'string' && isCount(rows, 1) && isCount(columns, 1))
    if (columns <= mostColumns) return { name, hash, rows, columns };
  throw badInput('Say what the list is called, and how many rows and columns it has.');
}

function isCount(value: unknown, least: number): value is number {
  return Number.isInteger(value) && (value as number) >= least;
}

function isRow(row: unknown): row is string[] {
  return Array.isArray(row) && row.every((cell) => typeof cell === 'string' && cell.length <= mostCellText);
}
