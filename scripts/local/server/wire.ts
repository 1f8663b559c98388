// What crosses between the page and the server under `/local/page/`. Types only.
import type { NumberedMove } from '../engine/moves';
import type { MenuItem, Selection, UiEvent } from '../runtime/types';

export interface WireTab {
  sheetId: number;
  title: string;
  hidden: boolean;
  rows: number;
  columns: number;
  lastRow: number;
  frozenRows: number;
  frozenColumns: number;
  tabColor: string | null;
  /** Column the tab is filtered by, or null. */
  filtered: number | null;
  /** Pixels per column, from the left. */
  widths: readonly number[];
  hiddenColumns: readonly number[];
  /** How many rows are hidden, by hand or by the filter. */
  hiddenRows: number;
}

export interface WireUser {
  email: string;
  name: string;
  role: string;
}

/** `GET /local/page/book`: all but cells. */
export interface WireBook {
  title: string;
  timeZone: string;
  locale: string;
  /** UTC ISO. */
  now: string;
  users: WireUser[];
  tabs: WireTab[];
  mails: number;
  executions: number;
}

export interface WireStyle {
  background: string | null;
  color: string | null;
  weight: string | null;
}

/** A data validation: a list to choose from, or a checkbox. */
export interface WireRule {
  checkbox: boolean;
  values: string[];
  help: string | null;
}

/** A cell is its shown text alone, or an object when there is more to it. */
export type WireCell =
  | string
  | {
      /** Shown text. */
      d: string;
      /** Text to edit, where it differs from the shown one. */
      e?: string;
      /** n: number or date, b: checkbox value. */
      k?: 'n' | 'b';
      note?: string;
      /** Index into `styles`. */
      s?: number;
      /** Index into `rules`. */
      r?: number;
    };

/** `GET /local/page/cells?sheet=&row=&rows=&since=`; trailing blank cells of a row are left out. */
export interface WireCells {
  sheetId: number;
  row: number;
  rows: (WireCell | null)[][];
  styles: WireStyle[];
  rules: WireRule[];
  /** Number of the last move of rows and columns before these cells were read. */
  nth: number;
  /** The tab's moves after number `since`; null when they are not known. */
  moves: readonly NumberedMove[] | null;
}

/** `POST /local/page/type`; `seen`: the `nth` of the cells that the person had before them. */
export interface WireTyping {
  user: string;
  sheet: number;
  range: string;
  values: (string | null)[][];
  seen: number;
}

/** A UI event whose HTML stands at its own address. */
export type WireUi =
  | { kind: 'sidebar'; title: string; frame: string }
  | { kind: 'dialog'; title: string; frame: string; width: number; height: number; modal: boolean }
  | Extract<UiEvent, { kind: 'toast' | 'alert' | 'select' }>;

/** `POST /local/page/call`; `selection`: what is selected in this window. */
export interface WireCalling {
  user: string;
  source: 'client' | 'menu' | 'webClient';
  function: string;
  args: unknown[];
  selection?: Selection;
}

/** What a menu item or `google.script.run` came to. */
export interface WireCall {
  result?: unknown;
  error?: { name: string; message: string };
  ui: WireUi[];
}

export type WireMenu = MenuItem[];

/** One server-sent event. */
export type WireEvent = { kind: 'sheets'; sheetIds: readonly number[] } | { kind: 'mail' | 'execution' | 'clock' };
