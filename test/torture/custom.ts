// The team's own columns: values, formulas and notes stay cell for cell, with their record, unless a person's hand was there.
import { tabs } from '../../src/domain/schema';
import { checkHeader, scoreHeader } from './book';
import { readPast } from './past';
import { type BookView, columnNow, seenRows } from './view';
import type { Seen } from './witness';

/** Sentences about what is not as it was. */
export function customViolations(view: BookView, seen: Seen): string[] {
  const found: string[] = [];
  const past = readPast(view);
  const { title } = tabs.contacts;
  const { sheetId } = view.sheet(title);
  const session = view.engine.session('');
  const nameColumn = columnNow(view, 'contacts', 'firstName');
  for (const { row, id } of seenRows(view, 'contacts')) {
    const number = Number(id.split('-')[1]);
    const wasMoved = seen.left.some((one) => one.id === id);
    const touched = [...seen.placed, ...seen.removed].some(
      (touch) => touch.tab === 'contacts' && (touch.id === id || touch.id === '') && isCustom(touch.key),
    );
    const undone = past.some(
      (entry) => entry.id === id && entry.how.startsWith('undo') && Object.keys(entry.delta).some(isCustom),
    );
    if (!(number >= 1 && number <= 5) || wasMoved || touched || undone) continue;
    const cell = (header: string) => {
      const column = columnNow(view, 'contacts', `custom:${header}`);
      return column === 0 ? null : (session.cells({ sheetId, row, column, rows: 1, columns: 1 })[0]?.[0] ?? null);
    };
    const note = cell(scoreHeader)?.note ?? null;
    if (note !== `kept for C-${number}`) found.push(`${id}: the note on ${scoreHeader} is ${JSON.stringify(note)}`);
    const formula = cell(checkHeader)?.formula ?? '';
    const wanted = `=LEN(${letters(nameColumn)}${row})`;
    // Of a deleted column no formula knows any more which it was.
    if (formula !== wanted && !formula.includes('#REF!'))
      found.push(`${id}: the formula in ${checkHeader} is ${formula}, it was ${wanted}`);
  }
  return found;
}

const isCustom = (key: string) => key.startsWith('custom:');

function letters(column: number): string {
  return column > 26
    ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
}
