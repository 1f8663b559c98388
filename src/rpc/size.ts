// How much of Google's ten million cells is used: for the sidebar, and as a notice when little is left.
import { mostCells } from '../domain/schema/grids';
import { cellsOfTabs } from '../workbook';
import type { Caller } from './caller';
import type { WorkbookSize } from './contract-history';

/** Above this share people are told before Google refuses new rows. */
const nearlyFull = 0.8;

/** Cells of every tab now. Reads no cell. */
export function workbookSize({ workbook }: Caller): WorkbookSize {
  const tabs = cellsOfTabs(workbook);
  const total = tabs.reduce((sum, { cells }) => sum + cells, 0);
  return { tabs, total, most: mostCells, share: total / mostCells };
}

/** A notice where the last hourly run of a day counted that little is left; `heartbeat` is what `_Meta` holds. */
export function roomNotices(heartbeat: unknown): { code: string; message: string }[] {
  const { cells } = (heartbeat ?? {}) as { cells?: unknown };
  if (typeof cells !== 'number' || cells <= nearlyFull * mostCells) return [];
  const percent = Math.floor((cells / mostCells) * 100);
  return [
    {
      code: 'nearly-full',
      message: `This workbook uses ${percent}% of the ten million cells that Google allows. “History” shows which tabs take them; deleting rows and columns that nobody needs makes room.`,
    },
  ];
}
