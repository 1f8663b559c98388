// Puts the sheets of opened files into the workbook as ordinary tabs.
import type { Engine, Session } from '../engine/types';
import type { OpenedSheet } from './open-file';

const blockRows = 2000;

/** Adds the sheets that are not there yet (by title) in front of all others; answers the titles of those added. */
export function addOpenedSheets(engine: Engine, sheets: readonly OpenedSheet[]): string[] {
  const session = engine.session(engine.info.owner, 'person');
  return sheets.flatMap(({ title, rows }, index) => {
    const name = freeTitle(session, tabTitle(title));
    if (name === null) return [];
    engine.transaction(() => {
      const width = Math.max(1, ...rows.map((row) => row.length));
      const { sheetId } = session.addSheet(name, index, Math.max(1, rows.length), width);
      for (let from = 0; from < rows.length; from += blockRows) {
        const block = rows.slice(from, from + blockRows);
        session.write(
          { sheetId, row: from + 1, column: 1, rows: block.length, columns: width },
          block.map((row) => Array.from({ length: width }, (_, index) => row[index])),
        );
        session.flush();
      }
    });
    return [name];
  });
}

/**
 * The title for a file's tab: its own, or with “(file)” behind it where one of Rowbook's tabs bears that name (products.csv).
 * Titles differ by more than case in Sheets. Null: the file stands in the workbook already.
 */
function freeTitle(session: Session, title: string): string | null {
  const own = new Set(
    session.metadata().flatMap(({ key, location }) => {
      return key === 'rowbook.tab' && location.type === 'SHEET' ? [location.sheetId] : [];
    }),
  );
  for (const wanted of [title, `${title} (file)`]) {
    const there = session.sheets().find((sheet) => sheet.title.toLowerCase() === wanted.toLowerCase());
    if (!there) return wanted;
    if (!own.has(there.sheetId)) return null;
  }
  return null;
}

/** Removes the blank tab that every new workbook has, once there are others to look at. */
export function removeBlankTab(engine: Engine): void {
  const session = engine.session(engine.info.owner, 'person');
  const [first, ...others] = session.sheets().filter(({ hidden }) => !hidden);
  if (first?.title === 'Sheet1' && others.length > 0 && session.lastRow(first.sheetId) === 0) {
    session.deleteSheet(first.sheetId);
  }
}

/** A title that a tab can bear: at most 100 characters, with room for what makes it differ from others. */
function tabTitle(title: string): string {
  return title.trim().slice(0, 90) || 'Sheet';
}
