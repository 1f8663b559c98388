// What the grid's triggers do: rows that people typed get ids and are taken into ledger and history within seconds. Whatever is
// missed here, the hourly compare finds.

import { type Author, unknownAuthor } from '../domain/change-set';
import { isIdOf } from '../domain/ids';
import { mayManage } from '../domain/roles';
import { findTab, type RecordTabKey, recordTabKeys, type TabKey, tabs } from '../domain/schema';
import { tabMark } from '../domain/schema/marks';
import type { Sheet, Workbook } from './api';
import { mendSystemColumns } from './bring-back';
import { readColumns, withSignature } from './columns';
import { markDirty } from './dirty';
import { guardTabs } from './guard';
import { pause, withLock } from './lock';
import { readMeta, writeMeta } from './meta';
import { readTeam } from './plain-table';
import { putBackAgainstRole } from './put-back';
import { reconcileRows, rowsPerStep, takeGone } from './reconcile';
import { recover } from './recover';
import { actorOf } from './rights';

/** What an edit event tells, in the part that is certain (APPS_SCRIPT.md 3.3). */
export interface GridEdit {
  readonly sheet: Sheet;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Of a single cell only, and not of every edit. */
  readonly value?: string;
  readonly oldValue?: string;
}

/**
 * Takes in what a person typed, pasted or cleared, however much: in steps with the lock free between them. What it has no time
 * for, and what is moved in the meantime, is left to the hourly compare, as a run that is killed leaves all of it.
 */
export function takeEdit(workbook: Workbook, edit: GridEdit, hasTime: () => boolean = () => true): void {
  const tab = tabOfSheet(edit.sheet);
  if (tab && 'protected' in tabs[tab] && tabs[tab].protected) guardTabs(workbook);
  if (!tab || !isRecordTab(tab)) return;
  const first = Math.max(2, edit.firstRow);
  const last = Math.min(edit.lastRow, edit.sheet.getMaxRows());
  const isLong = last - first + 1 > rowsPerStep;
  const against: string[] = [];
  const open = Array.from(
    { length: Math.ceil((last - first + 1) / rowsPerStep) },
    (_, step) => first + step * rowsPerStep,
  );
  for (let isFirst = true; isFirst || (open.length > 0 && hasTime()); isFirst = false) {
    if (!isFirst) pause();
    withLock(workbook, () => {
      recover(workbook);
      if (isFirst && edit.firstRow === 1) rememberHeaders(workbook, tab);
      if (isFirst && isLong) markDirty(workbook, [tab]);
      const from = open.shift();
      if (from === undefined) return;
      const to = Math.min(last, from + rowsPerStep - 1);
      const typed = isOneCell(edit) ? { ...edit, column: edit.firstColumn } : undefined;
      const id = idTypedOver(workbook, tab, edit);
      const taken = reconcileRows(workbook, tab, from, to, editor(workbook), { typed, id });
      against.push(taken.against);
      // First all of it becomes records, then they are spelled.
      if (taken.isLeft) open.push(from);
    });
  }
  putBackAgainstRole(workbook, against.filter(Boolean));
}

/** Remembers which tabs rows or columns were inserted into or deleted from; a change event does not say which (3.3). */
export function takeChange(workbook: Workbook, changeType: string): void {
  if (!watched.includes(changeType)) return;
  const active = tabOfSheet(workbook.spreadsheet.getActiveSheet());
  const isOurs = active !== undefined && isRecordTab(active);
  const isRemoval = changeType.startsWith('REMOVE');
  // Inserting or sorting in a tab of somebody's own is no affair of ours; a deletion is looked for everywhere.
  if (!isOurs && !isRemoval) return;
  const touched = isOurs && !isRemoval ? [active] : recordTabKeys;
  const author = changeType === 'REMOVE_ROW' ? editor(workbook) : unknownAuthor;
  const against = withLock(workbook, () => {
    recover(workbook);
    const gone = isOurs && isLimited(workbook, author) ? takeGone(workbook, active, author) : '';
    markDirty(workbook, touched);
    return gone;
  });
  putBackAgainstRole(workbook, [against].filter(Boolean));
  if (changeType !== 'REMOVE_COLUMN') return;
  // Without its IDs a tab takes nothing in; the hourly run would bring them back as well.
  for (const tab of touched) withLock(workbook, () => mendSystemColumns(workbook, tab, readColumns(workbook, tab)));
}

/** Whether the author is known and may not do everything. */
function isLimited(workbook: Workbook, author: Author): boolean {
  return author.email !== '' && !mayManage(actorOf(readTeam(workbook), author).role);
}

/** Leaves an edit of this sheet that could not be taken in (any sheet, where none is given) to the next hourly compare. */
export function leaveToCompare(workbook: Workbook, sheet?: Sheet): void {
  const tab = sheet && tabOfSheet(sheet);
  if (sheet && !(tab && isRecordTab(tab))) return;
  withLock(workbook, () => markDirty(workbook, tab && isRecordTab(tab) ? [tab] : recordTabKeys));
}
/** What a change event may say that concerns records (APPS_SCRIPT.md 3.3). */
const watched = ['REMOVE_ROW', 'INSERT_ROW', 'REMOVE_COLUMN', 'INSERT_COLUMN', 'OTHER'];

/** The tab a sheet is, by its title or its mark; undefined for a sheet of somebody's own. */
export function tabOfSheet(sheet: Sheet): TabKey | undefined {
  const byTitle = findTab(sheet.getName());
  if (byTitle) return byTitle;
  const mark = sheet.createDeveloperMetadataFinder().withKey(tabMark).find()[0];
  const key = mark?.getValue() ?? '';
  return key in tabs ? (key as TabKey) : undefined;
}

/** Who edits, where Google tells; never a guess (APPS_SCRIPT.md 5.1). */
function editor(workbook: Workbook): Author {
  const email = Session.getActiveUser().getEmail();
  if (email === '') return unknownAuthor;
  return { email, name: readTeam(workbook).member(email)?.name ?? email };
}

function isOneCell(edit: GridEdit): boolean {
  return edit.firstRow === edit.lastRow && edit.firstColumn === edit.lastColumn;
}

/** The id that a person typed over or cleared, where that is what they did: its record is most likely still this row. */
function idTypedOver(workbook: Workbook, tab: RecordTabKey, edit: GridEdit): string | undefined {
  if (!isOneCell(edit) || edit.oldValue === undefined || !isIdOf(tab, edit.oldValue)) return undefined;
  return readColumns(workbook, tab).at('id') === edit.firstColumn ? edit.oldValue.trim() : undefined;
}

function rememberHeaders(workbook: Workbook, tab: RecordTabKey): void {
  const columns = readColumns(workbook, tab);
  const known = ((readMeta(workbook, 'signatures') ?? {}) as { [tab: string]: { headers: readonly string[] } })[tab];
  if (JSON.stringify(known?.headers) === JSON.stringify(columns.headers)) return;
  writeMeta(workbook, { signatures: withSignature(workbook, columns) });
}

/** Whether the tab holds records, and so ids. */
export function isRecordTab(tab: TabKey): tab is RecordTabKey {
  return tabs[tab].kind === 'record';
}
