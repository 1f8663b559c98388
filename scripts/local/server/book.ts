// The workbook as the page and `/local/state` see it: tabs, people, windows of cells. Reads only.
import { findTab, type TabKey } from '../../../src/domain/schema';
import { fieldMark, tabMark } from '../../../src/domain/schema/marks';
import type { CellView, Engine, Rect, Session, SheetView } from '../engine/types';
import { filteredColumn } from './filters';
import { RequestError } from './problem';
import type { WireCell, WireCells, WireRule, WireStyle, WireTab, WireUser } from './wire';

const mostRowsAtOnce = 1000;

/** The sheet that holds one of Rowbook's tabs, found as Rowbook finds it: by its tag, else by its title. */
export function rowbookSheet(session: Session, key: TabKey): SheetView | undefined {
  const sheets = session.sheets();
  const tag = session
    .metadata()
    .find((entry) => entry.key === tabMark && entry.value === key && entry.location.type === 'SHEET');
  const tagged = tag?.location.type === 'SHEET' ? tag.location.sheetId : undefined;
  return sheets.find(({ sheetId }) => sheetId === tagged) ?? sheets.find(({ title }) => findTab(title) === key);
}

/** 1-based column of a field in its tab: by tag, else by header; undefined when it is not there. */
export function fieldColumn(session: Session, sheet: SheetView, key: TabKey, field: string, header: string) {
  const tag = session
    .metadata()
    .find(
      ({ key: name, value, location }) =>
        name === fieldMark &&
        value === `${key}.${field}` &&
        location.type === 'COLUMN' &&
        location.sheetId === sheet.sheetId,
    );
  if (tag?.location.type === 'COLUMN') return tag.location.column;
  const headers = session.displayValues({ sheetId: sheet.sheetId, row: 1, column: 1, rows: 1, columns: sheet.columns });
  const index = (headers[0] ?? []).findIndex((text) => text.trim().toLowerCase() === header.toLowerCase());
  return index < 0 ? undefined : index + 1;
}

/** The people who can act: members of Team with an email; the file's owner while there is no Team. */
export function people(engine: Engine): WireUser[] {
  const session = engine.session('');
  const owner: WireUser = { email: engine.info.owner, name: 'Admin', role: 'admin' };
  const sheet = rowbookSheet(session, 'team');
  if (!sheet) return [owner];
  const lastRow = session.lastRow(sheet.sheetId);
  const read = (field: string, header: string): string[] => {
    const column = fieldColumn(session, sheet, 'team', field, header);
    if (column === undefined || lastRow < 2) return [];
    const rect: Rect = { sheetId: sheet.sheetId, row: 2, column, rows: lastRow - 1, columns: 1 };
    return session.displayValues(rect).map(([text = '']) => text.trim());
  };
  const [emails, names, roles] = [read('email', 'Email'), read('name', 'Name'), read('role', 'Role')];
  const members = emails.flatMap((email, index) =>
    email === '' ? [] : [{ email, name: names[index] || email, role: roles[index] || 'rep' }],
  );
  return members.length > 0 ? members : [owner];
}

/** All tabs in order. */
export function tabs(engine: Engine): WireTab[] {
  const session = engine.session('');
  return session.sheets().map(({ index: _, ...sheet }) => {
    const { widths, hiddenColumns, hiddenRows, filteredRows } = session.layout(sheet.sheetId);
    return {
      ...sheet,
      lastRow: session.lastRow(sheet.sheetId),
      filtered: filteredColumn(session, sheet.sheetId),
      widths,
      hiddenColumns,
      hiddenRows: hiddenRows.length + filteredRows.length,
    };
  });
}

/** A window of whole rows, ready to show. At most 1,000 rows. */
export function cellWindow(engine: Engine, sheetId: number, row: number, rows: number, since?: number): WireCells {
  const session = engine.session('');
  const sheet = session.sheets().find((candidate) => candidate.sheetId === sheetId);
  if (!sheet) throw new RequestError(404, 'This tab is gone.');
  const count = Math.min(rows, mostRowsAtOnce, sheet.rows - row + 1);
  const moved = engine.moves(sheetId, since);
  if (count < 1) return { sheetId, row, rows: [], styles: [], rules: [], ...moved };
  const rect: Rect = { sheetId, row, column: 1, rows: count, columns: sheet.columns };
  const [shown, views] = [session.displayValues(rect), session.cells(rect)];
  const styles = new Shared<WireStyle>();
  const rules = new Shared<WireRule>();
  const lines = views.map((line, index) =>
    trimmed(line.map((view, place) => wireCell(view, shown[index]?.[place] ?? '', styles, rules))),
  );
  return { sheetId, row, rows: lines, styles: styles.items, rules: rules.items, ...moved };
}

function wireCell(
  view: CellView | null,
  shown: string,
  styles: Shared<WireStyle>,
  rules: Shared<WireRule>,
): WireCell | null {
  if (!view) return null;
  const edited = editText(view, shown);
  const extra = {
    ...(edited === shown ? {} : { e: edited }),
    ...(typeof view.value === 'number' ? { k: 'n' as const } : {}),
    ...(typeof view.value === 'boolean' ? { k: 'b' as const } : {}),
    ...(view.note ? { note: view.note } : {}),
    ...(view.background || view.fontColor || view.fontWeight
      ? { s: styles.index({ background: view.background, color: view.fontColor, weight: view.fontWeight }) }
      : {}),
    ...(view.validation ? { r: rules.index(wireRule(view.validation)) } : {}),
  };
  if (Object.keys(extra).length > 0) return { d: shown, ...extra };
  return shown === '' ? null : shown;
}

function wireRule(rule: NonNullable<CellView['validation']>): WireRule {
  const checkbox = rule.type === 'CHECKBOX';
  const list = rule.type === 'VALUE_IN_LIST' && rule.showDropdown;
  return { checkbox, values: list ? rule.values.map((value) => String(value ?? '')) : [], help: rule.helpText };
}

/** What stands in the editor when a person opens the cell, so that committing it unchanged changes nothing. */
function editText(view: CellView, shown: string): string {
  if (view.formula !== null) return view.formula;
  const { value, numberFormat } = view;
  if (typeof value === 'number') return /[ymdhs%]/i.test(numberFormat) ? shown : String(value);
  if (typeof value === 'string') return numberFormat !== '@' && looksTyped(value) ? `'${value}` : value;
  return shown;
}

/** Text that would become something else, or lose its apostrophe, if it were typed as it stands. */
function looksTyped(text: string): boolean {
  return /^['=+]/.test(text) || /^[-\s]*[\d.,$€£%:/-]+\s*$/.test(text) || /^(true|false)$/i.test(text);
}

function trimmed(line: (WireCell | null)[]): (WireCell | null)[] {
  let length = line.length;
  while (length > 0 && line[length - 1] === null) length--;
  return line.slice(0, length);
}

/** Values that many cells share, sent once. */
class Shared<T> {
  readonly items: T[] = [];
  private readonly places = new Map<string, number>();

  index(item: T): number {
    const key = JSON.stringify(item);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}
