// Who may edit what. A cell is editable only if every protection over it lets the person (APPS_SCRIPT.md 2.3).
import { protectedCell } from './errors';
import type { ProtectionView, Rect } from './types';
import type { Workbook } from './workbook';

/** Throws Google's words when the user may not change some cell of the rectangle. '' is the system and the owner may always. */
export function assertMayEdit(workbook: Workbook, user: string, rect: Rect): void {
  for (const protection of workbook.parts.protections) {
    if (protection.sheetId !== rect.sheetId || mayEdit(workbook, user, protection)) continue;
    if (protection.rect === null || overlaps(protection.rect, rect)) throw protectedCell();
  }
}

/** As above for a whole tab, for changes to the tab itself. */
export function assertMayEditSheet(workbook: Workbook, user: string, sheetId: number): void {
  for (const protection of workbook.parts.protections) {
    if (protection.sheetId === sheetId && !mayEdit(workbook, user, protection)) throw protectedCell();
  }
}

/** True when this protection lets the user edit. */
export function mayEdit(workbook: Workbook, user: string, protection: ProtectionView): boolean {
  if (user === '' || protection.warningOnly || !protection.restricted) return true;
  const who = user.toLowerCase();
  if (who === workbook.parts.info.owner.toLowerCase()) return true;
  return protection.editors.some((editor) => editor.toLowerCase() === who);
}

export function overlaps(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
