// The part of the add-on that takes in a list from a file or the clipboard (code-part.ts): an ordinary tab, filled block by
// block with text and nothing else. Until it is whole it bears a mark, so that it can be gone on with, or removed.
import type { AddedSource, Arriving, CancelSource, FillSource, OpenSource } from '../domain/import/arriving';
import { tabs } from '../domain/schema';
import { arrivingMark } from '../domain/schema/marks';
import type { Sheet, Workbook } from './api';
import { type ArrivingTab, arrivingTabs } from './arriving';
import { guardText } from './cells';
import { WorkbookError } from './errors';
import { withLock } from './lock';
import { countCells } from './room';
import { allHiddenTabs, trimGrid } from './set-up-tabs';
import { respellCell } from './write-cells';

/** Google's limit for a workbook; blank cells of a grid count. */
const mostCells = 10_000_000;
/** Google takes 100 characters; a number may follow. */
const longestTitle = 90;

/**
 * A new tab for a list, with no row of it yet, or the tab that the same list had begun to fill. Throws WorkbookError
 * `too-large` where the workbook has no room for it.
 */
export function openSourceTab(workbook: Workbook, { name, hash, rows, columns }: OpenSource): AddedSource {
  const there = arrivingTabs(workbook);
  for (const { mark, state } of there) if (isWhole(state)) mark.remove();
  const begun = there.find(({ state }) => state.hash === hash && !isWhole(state));
  if (begun) return answerOf(begun.sheet, begun.state);
  const room = mostCells - countCells(workbook);
  if (rows * columns > room)
    throw new WorkbookError(
      'too-large',
      `This list needs ${rows * columns} cells, and the workbook has room for ${Math.max(0, room)}. Delete tabs that nobody needs, or bring the list in parts.`,
    );
  const state: Arriving = { id: workbook.uuid(), hash, rows, columns, done: 0 };
  const { spreadsheet } = workbook;
  const sheet = spreadsheet.insertSheet(freeTitle(workbook, name), spreadsheet.getSheets().length);
  // Marked first: should this run be cut off, nothing of it stays unseen.
  sheet.addDeveloperMetadata(arrivingMark, JSON.stringify(state), SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  trimGrid(sheet, rows, columns);
  sheet.getRange(1, 1, rows, columns).setNumberFormat('@');
  return answerOf(sheet, state);
}

/** Writes rows as text (about 3 calls). Throws WorkbookError `no-tab` where the tab has gone. */
export function fillSourceTab(workbook: Workbook, { id, from, cells }: FillSource): AddedSource {
  const { sheet, mark, state } = tabOf(workbook, id);
  if (isWhole(state)) return answerOf(sheet, state);
  const rows = cells.map((row) => Array.from({ length: state.columns }, (_, column) => row[column] ?? ''));
  if (rows.length > 0) writeTexts(workbook, sheet, from + 1, rows);
  const now = { ...state, done: Math.max(state.done, from + rows.length) };
  mark.setValue(JSON.stringify(now));
  return answerOf(sheet, now);
}

/** Removes a tab that is not whole; one that is, or that has gone, is left alone. */
export function cancelSourceTab(workbook: Workbook, { id }: CancelSource): AddedSource {
  const found = arrivingTabs(workbook).find(({ state }) => state.id === id);
  if (!found || isWhole(found.state)) return { id, tab: found?.sheet.getName() ?? '', rowsDone: 0, done: !!found };
  workbook.spreadsheet.deleteSheet(found.sheet);
  return { id, tab: '', rowsDone: 0, done: false };
}

function tabOf(workbook: Workbook, id: string): ArrivingTab {
  const found = arrivingTabs(workbook).find(({ state }) => state.id === id);
  if (found) return found;
  throw new WorkbookError('no-tab', 'The tab that the list was going into has been deleted. Bring the list once more.');
}

const isWhole = ({ done, rows }: Arriving) => done >= rows;

function answerOf(sheet: Sheet, state: Arriving): AddedSource {
  return { id: state.id, tab: sheet.getName(), rowsDone: state.done, done: isWhole(state) };
}

/** The name, with a number where a tab has it already, or where a tab of ours is called so. */
function freeTitle(workbook: Workbook, name: string): string {
  const titles = [...Object.values(tabs).map(({ title }) => title), ...allHiddenTabs];
  const taken = new Set(
    [...titles, ...workbook.spreadsheet.getSheets().map((sheet) => sheet.getName())].map((title) =>
      title.toLowerCase(),
    ),
  );
  const wanted =
    name
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, longestTitle)
      .trim() || 'List';
  let title = wanted;
  for (let number = 2; taken.has(title.toLowerCase()); number++) title = `${wanted} ${number}`;
  return title;
}

/** Writes texts and reads them back: what came back different is written in another way (DESIGN.md invariant 7). */
function writeTexts(workbook: Workbook, sheet: Sheet, firstRow: number, rows: readonly (readonly string[])[]): void {
  const range = sheet.getRange(firstRow, 1, rows.length, rows[0]?.length ?? 1);
  range.setValues(rows.map((row) => row.map(guardText)));
  let wrong = differing(range.getValues(), rows);
  for (let attempt = 0; wrong.length > 0; attempt++) {
    const again = () =>
      wrong.every(({ row, column, text }) => respellCell(workbook, range.getCell(row + 1, column + 1), text, attempt));
    // The last way goes over a cell that all share.
    if (!withLock(workbook, again)) return;
    SpreadsheetApp.flush();
    wrong = differing(range.getValues(), rows);
  }
}

function differing(
  values: readonly (readonly unknown[])[],
  rows: readonly (readonly string[])[],
): { row: number; column: number; text: string }[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((text, column) => (values[row]?.[column] === text ? [] : [{ row, column, text }])),
  );
}
