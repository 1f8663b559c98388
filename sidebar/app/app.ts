// What every screen shares: the start view, the day, going from screen to screen, and what was read before.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FieldValue, RecordTabKey } from '../../src/domain/schema';
import type { FoundRecord, RecordPage, StartView } from '../../src/rpc/contract';
import type { Carried } from '../forms/draft';
import type { SaveState } from '../forms/save-state';

/** Values a new record begins with, and the names of what they refer to. */
export interface Preset {
  fields: { [key: string]: FieldValue };
  labels: { [reference: string]: string };
}

export type Screen =
  | { kind: 'home' }
  | { kind: 'attention' }
  /** `log`: begins with logging an interaction of this kind. */
  | { kind: 'record'; tab: RecordTabKey; id: string; known?: Pick<FoundRecord, 'name' | 'detail'>; log?: string }
  /** A new record that is on its way into the workbook. */
  | { kind: 'coming'; page: RecordPage }
  | { kind: 'list'; title: string; tab: RecordTabKey; ids: readonly string[] }
  /** The deals behind a figure of the pipeline report (its key, or a line's `rows`). */
  | { kind: 'behind'; title: string; rows: string }
  /** The stages of a pipeline (blank: the first), or the deals of one of them. */
  | { kind: 'pipeline'; pipeline: string; stage?: string }
  | { kind: 'history'; tab?: RecordTabKey; id?: string; name?: string }
  | { kind: 'deleted' }
  | { kind: 'undo-by' }
  | { kind: 'room' }
  /** A link was opened that names no record. */
  | { kind: 'lost' }
  | { kind: 'handOver' }
  | { kind: 'gridChanges' }
  /**
   * `quick`: with the fewest fields. `carried`: what was typed for a new record that turned out to be this one. `sent`: over the draft
   * of a new record whose save was refused. `ended`: how a save of what is typed here ended.
   */
  | {
      kind: 'form';
      tab: RecordTabKey;
      id?: string;
      preset?: Preset;
      quick?: boolean;
      carried?: Carried;
      sent?: boolean;
      ended?: SaveState;
    };

/** What a screen remembers while another stands over it. */
export interface ScreenMemory {
  query: string;
  tab: RecordTabKey | null;
  scroll: number;
  /** Id of the element that had the focus. */
  focus: string;
}

/** Following the row that is selected in the grid. */
export interface Follow {
  on: boolean;
  toggle: () => void;
}

export interface App {
  start: StartView;
  /** Today in the workbook's zone, by the server's say. */
  today: () => string;
  /** The wall clock in the workbook's zone: `2026-11-23T09:30`. */
  now: () => string;
  /** `stayed` is called when the person would rather stay with a form that holds unsaved changes. */
  go: (screen: Screen, stayed?: () => void) => void;
  /** Puts `screen` (null: nothing) in the place of `of`, wherever that stands by now. Left out: of the present one. */
  replace: (screen: Screen | null, of?: Screen) => void;
  back: () => void;
  canGoBack: boolean;
  /** The screen that stands now, also for who asks later. */
  screen: () => Screen;
  memory: ScreenMemory;
  /** Counts changes to the workbook, from here and by others: screens read again when it moves. */
  version: number;
  /** Something was changed: what was read before is stale. */
  touched: () => void;
  reload: () => Promise<void>;
  /** Whether the record of the row that is selected in the grid shows by itself; null where there is no grid beside. */
  follow: Follow | null;
  /** Only records and their forms can be gone to: what else there is stands in the sidebar. */
  onlyRecords?: boolean;
}

export const AppContext = createContext<App | null>(null);

/** The app around a screen. Throws outside of one. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('A screen stands outside of the app.');
  return app;
}

/** True when the person takes part in what concerns everybody: handing over, changes against roles. */
export function mayManage(start: StartView): boolean {
  return start.user.role === 'admin' || start.user.role === 'manager';
}

/** True when the person may make records; whether they may change one, `whyLocked` says. */
export function mayWrite(start: StartView): boolean {
  return start.user.role !== 'viewer';
}
