// Tabs taken out and put back with all that stands on them, for undo and redo.
import { duplicateTitle } from './errors';
import { Sheet } from './sheet';
import { deleteSheet } from './structure';
import type { ProtectionView, Rect } from './types';
import type { StoredMetadata, Workbook } from './workbook';

export interface TakenTab {
  sheet: Sheet;
  index: number;
  metadata: StoredMetadata[];
  protections: ProtectionView[];
  names: { name: string; rect: Rect }[];
}

/** Deletes a tab and keeps it; null when it is gone already. Throws Google's words for the last visible one. */
export function takeTab(workbook: Workbook, sheetId: number): TakenTab | null {
  if (!workbook.hasSheet(sheetId)) return null;
  const { parts } = workbook;
  const taken = {
    sheet: workbook.sheet(sheetId),
    index: parts.tabs.indexOf(sheetId),
    metadata: parts.metadata.filter(({ at }) => at.type !== 'SPREADSHEET' && at.sheetId === sheetId),
    protections: parts.protections.filter((protection) => protection.sheetId === sheetId),
    names: parts.names.filter(({ rect }) => rect.sheetId === sheetId),
  };
  deleteSheet(workbook, sheetId);
  return taken;
}

/** Puts a tab back where it stood. Throws when another has its title by now. */
export function putTab(workbook: Workbook, taken: TakenTab | null): void {
  if (!taken || workbook.hasSheet(taken.sheet.id)) return;
  const { sheet, index, metadata, protections, names } = taken;
  if (workbook.sheetByTitle(sheet.title)) throw duplicateTitle(sheet.title);
  const { parts } = workbook;
  const back = Sheet.fromHead(sheet.head());
  workbook.addSheet(back, Math.min(index, parts.tabs.length));
  workbook.follow(() => {
    back.grid.order = [...sheet.grid.order];
    for (const [key, cells] of sheet.grid.cells) back.grid.addRow(key, cells);
    back.grid.orderChanged(0);
  });
  parts.metadata.push(...metadata);
  parts.protections.push(...protections);
  parts.names.push(...names.filter(({ name }) => !parts.names.some((other) => other.name === name)));
  for (const name of ['metadata', 'protections', 'names'] as const) workbook.markPart(name);
  workbook.formulas.structureChanged(sheet.id);
}
