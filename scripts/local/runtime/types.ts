// What the Apps Script runtime offers to the local server and to tests.
import type { Engine, Rect } from '../engine/types';

/** How an execution was started; decides authorisation mode, time limit, active user. */
export type ExecutionSource =
  | 'client' // google.script.run from sidebar, dialog or /local/run
  | 'menu'
  | 'simpleTrigger' // onOpen, onEdit
  | 'installable' // edit/change triggers
  | 'timeTrigger'
  | 'webApp' // doGet
  | 'webClient'; // google.script.run from a page of the web app

export interface RunRequest {
  function: string;
  args: readonly unknown[];
  user: string;
  source: ExecutionSource;
  /** Which open page a 'client' call comes from (at most 10 calls of one page run at a time); default: the user. */
  client?: string;
  /** What is selected in front of the person; left out: the first cell of the first visible tab. */
  selection?: Selection;
}

/** `cell` has the focus. Without a `range` only the tab is meant. */
export interface Selection {
  sheetId: number;
  range: Rect | null;
  cell: Rect | null;
}

export interface RunOutcome {
  result?: unknown;
  error?: { name: string; message: string; stack?: string };
  calls: { reads: number; writes: number; other: number };
  modelledMs: number;
  cpuMs: number;
  /** What the execution asked the page to show: sidebar, dialogs, toasts, alerts, in order. */
  ui: UiEvent[];
}

export type UiEvent =
  | { kind: 'sidebar'; title: string; html: string }
  | { kind: 'dialog'; title: string; html: string; width: number; height: number; modal: boolean }
  | { kind: 'toast'; title: string; message: string; seconds: number }
  | { kind: 'alert'; title: string; message: string }
  /** The script moved what is selected in front of the person. */
  | ({ kind: 'select' } & Selection);

export interface ExecutionLogEntry {
  id: number;
  function: string;
  source: ExecutionSource;
  user: string;
  startedAt: string;
  status: 'running' | 'done' | 'failed' | 'killed';
  error?: string;
  calls: { reads: number; writes: number; other: number };
  modelledMs: number;
  cpuMs: number;
  /** Service calls in order, at most the last 500: `Range.getValues Contacts!A1:Z1`; one that a fault let fail ends in ` (failed)`. */
  trace: string[];
  /** console.* and Logger lines. */
  log: string[];
}

/** Threads that several runtimes share, one after the other: `new SharedWorkers()`. Nothing of Node is named here. */
export interface SharedThreads {
  take(): unknown;
  close(): Promise<void>;
}

/** Faults for the next execution (POST /local/faults). */
export interface Faults {
  lockHeldMs?: number;
  mailQuota?: number;
  /** 1-based number of the service call that throws, or at which the execution is killed. */
  failCall?: number;
  killCall?: number;
  /** Seed that decides how much of a killed execution's buffer applies. */
  seed?: number;
}

export interface ClockMove {
  now: number;
  /**
   * What becomes of time triggers that fall due on the way forward: `each` run, in order and at its own time (as time
   * passes on Google), or `once` for every trigger when the clock has arrived (as after a night of this machine).
   */
  missed?: 'each' | 'once';
}

export interface SentMail {
  to: string;
  cc: string;
  bcc: string;
  replyTo: string;
  name: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  at: string;
}

export interface MenuItem {
  caption: string;
  /** null: a separator. */
  function: string | null;
  items?: MenuItem[];
}

/** Decides which waiting service call goes next; the default is first come, first served. */
export interface Scheduler {
  /** Indexes into `waiting` (executions or people with a call ready), in arrival order. */
  next(waiting: readonly { execution: number; call: string }[]): number;
  /**
   * True: nothing proceeds while an execution computes, `waiting` is in the order of the executions' numbers, and time is
   * modelled only (sleeps and lock waits take no real time), so that a run can be replayed.
   */
  lockstep?: boolean;
  /** Randomness inside the executions (`Math.random`, `Utilities.getUuid`) comes from it under lockstep. */
  seed?: number;
}

/** Named outcomes of unverified facts; product code must be safe under both. */
export interface RuntimeFacts {
  /** 5.1: an installed trigger knows who edits when that person is of the creator's domain; else only the creator. */
  domainUsersKnown: boolean;
  /** 4: a number written as a property comes back as Java writes it, `1.0`. */
  propertyNumbersAsJava: boolean;
  /** 5.5: a web app of a bound script gets the document lock; else null. */
  documentLockInWebApp: boolean;
}

export interface RuntimeOptions {
  engine: Engine;
  /** Folder with the built add-on: Code.js, *.html, appsscript.json. */
  addon: string;
  /** Identity tokens of the local issuer, for ScriptApp.getIdentityToken. */
  identityToken: (user: string) => Promise<string>;
  /** Real fetch behind UrlFetchApp; the local function's address is allowed although it is not https. */
  allowedLocalOrigins?: readonly string[];
  scheduler?: Scheduler;
  /** Milliseconds since 1970 of the machine; the stand-in's clock is this plus its own offset. */
  realNow?: () => number;
  /** The bundled worker; default `dist/local/worker.js` (services.js stands beside it). */
  worker?: string;
  /** Threads shared with other runtimes; left out: a new thread for each execution. */
  workers?: SharedThreads;
  /** The add-on's name, which `createAddonMenu` takes as its caption; default Rowbook. */
  addonName?: string;
  /** Whether time triggers fire by themselves as real time passes; default true, never under lockstep. */
  timers?: boolean;
  /** The language of everybody's account, as `Session.getActiveUserLocale` says it; default `en`. */
  language?: string;
  /** Facts that APPS_SCRIPT.md marks unverified. */
  facts?: Partial<RuntimeFacts>;
  /** Mail recipients per person and day; default 100, a consumer account's (APPS_SCRIPT.md 4). */
  mailQuota?: number;
}

export interface Runtime {
  run(request: RunRequest): Promise<RunOutcome>;
  /** Names of the bundle's public functions (top-level, no trailing underscore). */
  functions(): string[];
  /**
   * Runs onOpen for this person and returns the menus it added: one item each, with the menu's caption and its `items`.
   * `NONE`: as for a person who has installed the add-on but not used it in this workbook.
   */
  open(user: string, authMode?: 'NONE' | 'LIMITED'): Promise<MenuItem[]>;

  /** Fires simple and installable triggers for a person's change, as APPS_SCRIPT.md 3.4 says; resolves when all have ended. */
  fireEdit(edit: {
    user: string;
    sheetId: number;
    row: number;
    column: number;
    rows: number;
    columns: number;
    value?: string;
    oldValue?: string;
  }): Promise<void>;
  /** `sheetId`: where it happened, which a script learns from `getActiveSheet` only. */
  fireChange(change: { user: string; changeType: string; sheetId?: number }): Promise<void>;
  /** People's grid actions, so that the seeded scheduler may place them between two calls of an execution. */
  act<T>(user: string, label: string, action: () => T): Promise<T>;

  now(): number;
  /** Milliseconds that the machine's clock is behind the stand-in's; the listener hears of every move. */
  clockOffset(): number;
  onClockMove(listener: (offsetMs: number) => void): () => void;
  /**
   * Moves the clock and runs due time triggers, one after the other, each at its own due time; `missed: 'once'`: each
   * trigger once, at the new time. Throws `ClockMoveError`, before anything moved, when more are due than can be waited for.
   */
  setClock(to: ClockMove | { advanceMs: number }): Promise<void>;
  /** Exactly these for the next execution; `faults` says which still wait for one. */
  setFaults(faults: Faults): void;
  faults(): Faults;
  inbox(): SentMail[];
  executions(): ExecutionLogEntry[];
  onEvent(listener: (event: { kind: 'mail' | 'execution' | 'clock' }) => void): () => void;
  close(): Promise<void>;
}
