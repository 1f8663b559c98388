// Puts the sheets of opened files into the workbook as ordinary tabs.
import type { Engine, Session } from '../engine/types';
import type { OpenedSheet } from './open-file';

const blockRows = 2000;

/** Adds the sheets that were never opened here before, in front of all others; answers the titles of those added. */
export function addOpenedSheets(engine: Engine, sheets: readonly OpenedSheet[]): string[] {
  const session = engine.session(engine.info.owner, 'person');
  const opened = engine.store('opened');
  return sheets.flatMap(({ source, title, rows }, index) => {
    if (opened.get(source) !== null) return [];
    const name = freeTitle(session, tabTitle(title));
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
      opened.set(source, name);
    });
    return [name];
  });
}

/** A title that no tab bears (products.csv stands beside Rowbook's Products). Titles differ by more than case in Sheets. */
function freeTitle(session: Session, title: string): string {
  const taken = new Set(session.sheets().map((sheet) => sheet.title.toLowerCase()));
  const wanted = (number: number) =>
    number === 0 ? title : number === 1 ? `${title} (file)` : `${title} (file ${number})`;
  let number = 0;
  while (taken.has(wanted(number).toLowerCase())) number++;
  return wanted(number);
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
