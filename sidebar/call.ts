// The only door to the server: google.script.run, typed by the contract. What a failure means is said in messages.ts.
import type { Calls, Reply } from '../src/rpc/contract';
import { time } from './app/clock';

type CallName = keyof Calls;
type InputOf<K extends CallName> = Parameters<Calls[K]>[0];
type AnswerOf<K extends CallName> = ReturnType<Calls[K]>;

/** A call that did not get its answer. `code` is the server's, or `transport` when the call itself failed. */
export class CallError extends Error {
  override readonly name = 'CallError';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Google's runner: handlers attach to a new runner each time, then the function is called by its name. */
type Runner = {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
} & { [name: string]: (...input: unknown[]) => void };

declare const google: { script: { run: Runner; host: { close(): void; editor?: { focus(): void } } } };

type BusyListener = (oldestStart: number | null) => void;
const pending = new Map<number, number>();
const listeners = new Set<BusyListener>();
let nextCall = 1;

function tellListeners(): void {
  const oldest = pending.size > 0 ? Math.min(...pending.values()) : null;
  for (const listener of listeners) listener(oldest);
}

/** Tells `listener` whenever a call starts or ends: the start (epoch ms) of the oldest one under way, or null. */
export function onBusy(listener: BusyListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isReply(value: unknown): value is Reply<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

/** `quiet`: nobody waits for it, so that nothing shows that it is under way. */
function ask<K extends CallName>(name: K, input: InputOf<K>, quiet = false): Promise<AnswerOf<K>> {
  return new Promise((resolve, reject) => {
    const number = nextCall++;
    if (!quiet) pending.set(number, Date.now());
    tellListeners();
    const settle = (act: () => void) => {
      pending.delete(number);
      tellListeners();
      act();
    };
    const answered = (value: unknown) =>
      settle(() => {
        // Google answers null for the whole result when something in it could not cross (APPS_SCRIPT.md 1.3).
        if (!isReply(value)) reject(new CallError('empty', 'The server sent no answer.'));
        else if (value.ok) {
          if (value.now) time.heard(value.now);
          resolve(value.value as AnswerOf<K>);
        } else reject(new CallError(value.code, value.message));
      });
    const failed = (error: unknown) =>
      settle(() => reject(new CallError('transport', error instanceof Error ? error.message : String(error))));
    try {
      const runner = google.script.run.withSuccessHandler(answered).withFailureHandler(failed);
      const run = runner[name];
      if (run) run.call(runner, input);
      else failed(new Error(`The script has no function ${name}.`));
    } catch (error) {
      failed(error);
    }
  });
}

/** The server's functions: `await call.saveRecord({ … })`. Each rejects with a `CallError`. */
export const call: { readonly [K in CallName]: (input: InputOf<K>) => Promise<AnswerOf<K>> } = {
  start: (input) => ask('start', input),
  part: (input) => ask('part', input, input.name === 'told'),
  setUpWorkbook: (input) => ask('setUpWorkbook', input),
  findRecords: (input) => ask('findRecords', input),
  searchIndex: (input) => ask('searchIndex', input, true),
  changesSince: (input) => ask('changesSince', input, true),
  selectedRecord: (input) => ask('selectedRecord', input, true),
  showInSheet: (input) => ask('showInSheet', input),
  getRecord: (input) => ask('getRecord', input),
  mergeRecords: (input) => ask('mergeRecords', input),
  notDuplicates: (input) => ask('notDuplicates', input),
  saveRecord: (input) => ask('saveRecord', input),
  saveRecords: (input) => ask('saveRecords', input),
  deleteRecord: (input) => ask('deleteRecord', input),
  undoChangeSet: (input) => ask('undoChangeSet', input),
  needsAttention: (input) => ask('needsAttention', input),
  lastGoodValue: (input) => ask('lastGoodValue', input),
  repair: (input) => ask('repair', input),
  followUps: (input) => ask('followUps', input),
  sourceTabs: (input) => ask('sourceTabs', input),
  previewImport: (input) => ask('previewImport', input),
  commitImport: (input) => ask('commitImport', input),
  board: (input) => ask('board', input),
  recordRows: (input) => ask('recordRows', input),
  adminRows: (input) => ask('adminRows', input),
  report: (input) => ask('report', input),
  reportLink: (input) => ask('reportLink', input),
  history: (input) => ask('history', input),
  putBackField: (input) => ask('putBackField', input),
  deletedRecords: (input) => ask('deletedRecords', input),
  restoreRecord: (input) => ask('restoreRecord', input),
  undoChangesBy: (input) => ask('undoChangesBy', input),
  workbookSize: (input) => ask('workbookSize', input),
  handOverPreview: (input) => ask('handOverPreview', input),
  handOver: (input) => ask('handOver', input),
  gridChangesAgainstRoles: (input) => ask('gridChangesAgainstRoles', input),
};

/** Opens one of Rowbook's windows over the sheet. It answers nothing: a failure is only of the window itself. */
export function openWindow(
  name: 'openBoard' | 'openImport' | 'openLists' | 'openReport' | 'openSettings' | 'openSidebar',
  failed: (error: CallError) => void,
): void {
  const runner = google.script.run.withFailureHandler((error) =>
    failed(new CallError('transport', error instanceof Error ? error.message : String(error))),
  );
  runner[name]?.call(runner);
}

/** Closes the dialog this page stands in. */
export function closeWindow(): void {
  google.script.host.close();
}
