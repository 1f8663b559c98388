// What the workbook's engine offers to its three doors: the Apps Script services, Sheets REST, the page.
// The engine lives in the main thread, is synchronous, and writes to SQLite before it answers.
// Rows and columns are 1-based everywhere in this interface.
import type { NumberedMove } from './moves';

/** A cell's computed value. Dates are serial numbers (days since 1899-12-30, wall clock); the format tells them apart. */
export type CellValue = string | number | boolean | null;

/** What a door hands in for one cell. */
export type CellInput =
  /** As if typed: parsed by locale; `=` makes a formula; a leading apostrophe forces text. */
  | { kind: 'typed'; text: string }
  /** A value of its own type from a script (`setValue(5)`, `setValue(true)`), or RAW from REST: never parsed. */
  | { kind: 'value'; value: CellValue }
  /** A Date from a script, already turned into a serial; gets a date format if the cell has none. */
  | { kind: 'date'; serial: number }
  /** `setFormula`. */
  | { kind: 'formula'; text: string };

export interface Validation {
  type: string;
  values: readonly CellValue[];
  allowInvalid: boolean;
  showDropdown: boolean;
  helpText: string | null;
}

/** Changes to one cell; what is left out stays. `null` clears. */
export interface CellPatch {
  input?: CellInput;
  numberFormat?: string;
  note?: string | null;
  background?: string | null;
  fontColor?: string | null;
  fontWeight?: string | null;
  wrap?: boolean;
  validation?: Validation | null;
}

export interface CellView {
  value: CellValue;
  /** With the leading `=`, or null. */
  formula: string | null;
  numberFormat: string;
  note: string | null;
  background: string | null;
  fontColor: string | null;
  fontWeight: string | null;
  validation: Validation | null;
}

export interface SheetView {
  sheetId: number;
  title: string;
  index: number;
  hidden: boolean;
  rows: number;
  columns: number;
  frozenRows: number;
  frozenColumns: number;
  tabColor: string | null;
}

/** What a grid on screen needs besides cells. Columns and rows are 1-based and sorted. */
export interface SheetLayout {
  /** Pixels per column. */
  widths: readonly number[];
  hiddenColumns: readonly number[];
  hiddenRows: readonly number[];
  filteredRows: readonly number[];
}

export interface FilterCondition {
  /** Apps Script's name: `TEXT_CONTAINS`, `NUMBER_GREATER_THAN`, `CELL_EMPTY`, … */
  type: string;
  values: readonly string[];
}

export interface FilterCriterion {
  /** The sheet's column. */
  column: number;
  /** Shown values whose rows are hidden. */
  hiddenValues: readonly string[];
  condition: FilterCondition | null;
}

/** A range whose first row is the header, and what hides its rows. */
export interface FilterEntry {
  rect: Rect;
  criteria: readonly FilterCriterion[];
  /** How it was last sorted, where it says; by the sheet's columns. */
  sortBy?: readonly { column: number; ascending: boolean }[];
}

export interface FilterView extends FilterEntry {
  id: number;
  title: string;
}

export interface ConditionalRule {
  rects: readonly Rect[];
  condition: string;
  values: readonly unknown[];
  background: string | null;
  fontColor: string | null;
  bold: boolean | null;
}

/** What stands on a tab besides its cells. Rules and charts are kept and not drawn; a chart is as it was handed in. */
export interface SheetExtras {
  merges: readonly Rect[];
  /** The one filter that hides rows for everybody; filter views hide none here. */
  filter: FilterEntry | null;
  filterViews: readonly FilterView[];
  conditionalRules: readonly ConditionalRule[];
  charts: readonly { readonly id: number; readonly chart: object }[];
}

export interface Rect {
  sheetId: number;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface MetadataEntry {
  id: number;
  key: string;
  value: string;
  visibility: 'DOCUMENT' | 'PROJECT';
  location:
    | { type: 'SPREADSHEET' }
    | { type: 'SHEET'; sheetId: number }
    | { type: 'ROW'; sheetId: number; row: number }
    | { type: 'COLUMN'; sheetId: number; column: number };
}

export interface ProtectionView {
  id: number;
  sheetId: number;
  /** null: the whole sheet. */
  rect: Rect | null;
  description: string;
  warningOnly: boolean;
  /** Emails; empty until someone sets it, which leaves everyone allowed (APPS_SCRIPT.md 2.3). */
  editors: readonly string[];
  restricted: boolean;
}

/**
 * One actor's view of the workbook. Cell writes are buffered: this session reads them, nobody else does, until `flush`.
 * Structural changes flush first and apply at once. Every flush is one SQLite transaction.
 * Throws `EngineError` with Google's wording (outside the grid, protected cell, 50,000 characters …).
 */
export interface Session {
  /** Whose rights count (protections); '' for the system (REST service account, start-up). */
  readonly user: string;
  /** Number of cell writes waiting for `flush`. */
  readonly pending: number;

  sheets(): SheetView[];
  lastRow(sheetId: number): number;
  lastColumn(sheetId: number): number;

  /** Cells of a rectangle, [row][column]; blank cells are null. Row-sparse inside, so big reads stay quick. */
  values(rect: Rect): CellValue[][];
  formulas(rect: Rect): (string | null)[][];
  displayValues(rect: Rect): string[][];
  cells(rect: Rect): (CellView | null)[][];
  /** Number formats of a rectangle ('' for automatic). */
  numberFormats(rect: Rect): string[][];

  /** Different patches for each cell of a rectangle (`undefined` leaves the cell alone). */
  write(rect: Rect, patches: readonly (readonly (CellPatch | undefined)[])[]): void;
  /** The same patch for every cell of a rectangle: formats and validations of whole columns stay cheap. */
  writeAll(rect: Rect, patch: CellPatch): void;
  /** Applies pending writes, durably, all at once; then other sessions see them. */
  flush(): void;
  /** What a killed execution leaves: the first `keep` pending writes apply, the rest are lost. */
  abandon(keep: number): void;

  addSheet(title: string, index?: number, rows?: number, columns?: number, id?: number): SheetView;
  deleteSheet(sheetId: number): void;
  duplicateSheet(sheetId: number, title?: string, index?: number, id?: number): SheetView;
  updateSheet(
    sheetId: number,
    change: Partial<Pick<SheetView, 'title' | 'index' | 'hidden' | 'frozenRows' | 'frozenColumns' | 'tabColor'>>,
  ): void;
  insertRows(sheetId: number, before: number, count: number): void;
  deleteRows(sheetId: number, first: number, count: number): void;
  insertColumns(sheetId: number, before: number, count: number): void;
  deleteColumns(sheetId: number, first: number, count: number): void;
  /** Moves columns so that they stand before column `before` (counted as the columns stand now). */
  moveColumns(sheetId: number, first: number, count: number, before: number): void;
  /** Sorts values, formats and notes of a rectangle; row-level metadata stays (APPS_SCRIPT.md 2.2). Column is the sheet's. */
  sort(rect: Rect, by: readonly { column: number; ascending: boolean }[]): void;
  setColumnWidth(sheetId: number, column: number, pixels: number): void;
  setHiddenColumns(sheetId: number, first: number, count: number, hidden: boolean): void;
  /** Sets which rows are hidden by hand; others are shown again. Hidden rows are still read. */
  setHiddenRows(sheetId: number, rows: readonly number[]): void;
  layout(sheetId: number): SheetLayout;

  extras(sheetId: number): SheetExtras;
  /** Sets what is named. Filters and merges have methods of their own, which do what follows from them. */
  updateExtras(
    sheetId: number,
    change: Partial<Pick<SheetExtras, 'filterViews' | 'conditionalRules' | 'charts'>>,
  ): void;
  /** Makes one cell of many: only the first keeps its content. Throws when it would cut another merge. */
  merge(rect: Rect): void;
  /** Takes the merges inside the rectangle apart; throws when it would cut one. */
  unmerge(rect: Rect): void;
  /** Hides the rows that do not fit as they are now; null shows all of them again. */
  setFilter(sheetId: number, filter: FilterEntry | null): void;
  /** A number for a new filter view or chart. */
  newObjectId(): number;
  /** Cuts cells and pastes them with their first cell at a place of the same tab: formulas that mean them follow. */
  moveCells(from: Rect, row: number, column: number): void;

  metadata(): MetadataEntry[];
  addMetadata(entry: Omit<MetadataEntry, 'id'> & { id?: number }): MetadataEntry;
  updateMetadata(id: number, change: Partial<Pick<MetadataEntry, 'key' | 'value' | 'visibility'>>): void;
  removeMetadata(id: number): void;

  protections(): ProtectionView[];
  addProtection(entry: Omit<ProtectionView, 'id'>): ProtectionView;
  updateProtection(id: number, change: Partial<Omit<ProtectionView, 'id' | 'sheetId'>>): void;
  removeProtection(id: number): void;

  namedRanges(): { name: string; rect: Rect }[];
  setNamedRange(name: string, rect: Rect): void;
  removeNamedRange(name: string): void;
}

export interface WorkbookInfo {
  id: string;
  title: string;
  locale: string;
  timeZone: string;
  owner: string;
}

/** Named outcomes that APPS_SCRIPT.md marks unverified; product code must be safe under both. */
export interface Switches {
  /** 2.2 (a): a cell formatted '@' still takes '=…' from setValue(s) as a formula. */
  textFormatTakesFormula: boolean;
  /** 2.2 (b): what `''x` stores: true keeps one apostrophe (`'x`), false keeps both. */
  doubleApostropheKeepsOne: boolean;
  /** 2.2 (c): '@' keeps '1/2' and 'TRUE' as text when written by a script. */
  textFormatKeepsTyped: boolean;
  /**
   * 2.1 (u): a blank cell in a column whose rule is a checkbox reads as FALSE and counts as content, so that getLastRow
   * is the end of the grid. Left out: false. Known here for rules of whole columns.
   */
  blankCheckboxReadsFalse?: boolean;
}

export interface Engine {
  readonly info: WorkbookInfo;
  readonly switches: Switches;
  updateInfo(change: Partial<Pick<WorkbookInfo, 'title' | 'locale' | 'timeZone'>>): void;
  /** `person`: someone at the grid, whose typing into a text column always stays text; a script's strings obey the switches. */
  session(user: string, as?: 'script' | 'person'): Session;
  /** The stand-in's clock in milliseconds since 1970: the year of `1/2`, TODAY, NOW. */
  setClock(now: () => number): void;
  /** Called after every applied change with the sheets it touched; the page's live updates hang on it. */
  onChange(listener: (sheetIds: readonly number[]) => void): () => void;
  /** Number of the last move of rows or columns, and the moves of a tab since an earlier number (null: not known). */
  moves(sheetId: number, since?: number): { nth: number; moves: readonly NumberedMove[] | null };
  /** Small durable values of the stand-in itself (properties, triggers, inbox, clock), one namespace each, in the same SQLite file. */
  store(namespace: string): DurableMap;
  /**
   * Runs a person's action in one transaction and keeps how to take it back: cells, rows, columns, sorts and titles,
   * by their identity, so that what others changed in between stays; also tabs that came or went, with all on them.
   */
  record<T>(action: () => T): { result: T; change: RecordedChange };
  /** Runs `work` in one SQLite transaction. */
  transaction<T>(work: () => T): T;
  /** A copy as File > Make a copy makes it: cells, metadata, protections, but no triggers, properties or authorisations. */
  copyTo(file: string, id: string, title: string): void;
  close(): void;
}

/** One recorded action. `undo` and `redo` are called alternately; each is one transaction. */
export interface RecordedChange {
  readonly isEmpty: boolean;
  undo(): void;
  redo(): void;
}

export interface DurableMap {
  get(key: string): string | null;
  set(key: string, value: string): void;
  delete(key: string): void;
  entries(): [string, string][];
}
