// What crosses between the worker of an execution and the main thread. Types only: both sides import it.
// Everything is plain JSON, so that values are born in the realm of the script that reads them.
import type {
  ConditionalRule,
  FilterEntry,
  MetadataEntry,
  ProtectionView,
  Rect,
  SheetView,
  Validation,
  WorkbookInfo,
} from '../engine/types';
import type { ExecutionSource, MenuItem, RuntimeFacts, Selection } from './types';

export type { ConditionalRule, FilterEntry, MetadataEntry, ProtectionView, Rect, SheetView, Validation, WorkbookInfo };

export type AuthModeName = 'NONE' | 'LIMITED' | 'FULL' | 'CUSTOM_FUNCTION';

/** A value for one cell, as a script hands it in: `d` is a Date's instant, `f` a formula. null: blank. */
export type CellJson = string | number | boolean | null | { d: number } | { f: string };

/** Values of a rectangle. `dates`: flat positions (row × columns + column) of serials that are shown as dates. */
export interface ValuesAnswer {
  values: (string | number | boolean | null)[][];
  dates: number[];
  timeZone: string;
}

/** Changes of one cell's looks, note or rule; what is left out stays, null clears. */
export interface LookPatch {
  numberFormat?: string;
  note?: string | null;
  background?: string | null;
  fontColor?: string | null;
  fontWeight?: string | null;
  wrap?: boolean;
  validation?: Validation | null;
  input?: CellJson;
}

export type LookName = 'note' | 'background' | 'fontColor' | 'fontWeight';

export interface SheetChange {
  title?: string;
  index?: number;
  hidden?: boolean;
  frozenRows?: number;
  frozenColumns?: number;
  tabColor?: string | null;
}

export interface FindRequest {
  text: string;
  rects: Rect[];
  matchCase: boolean;
  entireCell: boolean;
  regularExpression: boolean;
  formulas: boolean;
  ignoreDiacritics: boolean;
}

/** Where metadata is put; a rectangle must be one whole row or column. */
export type MetadataTarget = { on: 'spreadsheet' } | { on: 'sheet'; sheetId: number } | { on: 'range'; rect: Rect };

export interface MetadataFilter {
  id?: number;
  key?: string;
  value?: string;
  visibility?: 'DOCUMENT' | 'PROJECT';
  locationType?: 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN';
  /** Only what lies wholly inside this rectangle or sheet; left out: the whole workbook. */
  within?: { sheetId: number; rect?: Rect };
  /** Only what hangs on exactly this sheet or workbook, not on its rows and columns. */
  on?: 'spreadsheet' | { sheetId: number };
}

export interface MailJson {
  to: string;
  cc: string;
  bcc: string;
  replyTo: string;
  name: string;
  subject: string;
  text: string;
  html: string;
}

export interface FetchRequest {
  url: string;
  method: string;
  headers: { [name: string]: string };
  contentType?: string;
  /** Base64 of the body. */
  payload?: string;
  followRedirects: boolean;
}

export interface FetchAnswer {
  code: number;
  headers: { [name: string]: string | string[] };
  /** Base64 of the body. */
  body: string;
}

/** When a time trigger is due. `zone` blank: the script's. */
export type TimeSpec =
  | { kind: 'after'; durationMs: number }
  | { kind: 'at'; at: number }
  | { kind: 'everyMinutes'; minutes: number }
  | { kind: 'everyHours'; hours: number }
  | {
      kind: 'calendar';
      everyDays?: number;
      everyWeeks?: number;
      /** Mon = 1 … Sun = 7. */
      weekDay?: number;
      monthDay?: number;
      hour?: number;
      minute?: number;
      zone: string;
    };

export type TriggerEventType = 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';

export interface TriggerJson {
  id: string;
  handler: string;
  eventType: TriggerEventType;
  time?: TimeSpec;
}

export type LockKind = 'script' | 'document' | 'user';
export type StoreKind = 'script' | 'document' | 'user';

/** What a trigger hands its function; turned into the event object of APPS_SCRIPT.md 3.3 inside the context. */
export type EventJson =
  | { kind: 'open'; authMode: AuthModeName; user: string; triggerUid?: string }
  | {
      kind: 'edit';
      authMode: AuthModeName;
      user: string;
      triggerUid?: string;
      range: Rect;
      value?: string;
      oldValue?: string;
    }
  | { kind: 'change'; authMode: AuthModeName; user: string; triggerUid: string; changeType: string }
  | { kind: 'time'; triggerUid: string; at: number };

export interface CacheEntry {
  key: string;
  value: string;
}

/** Every call a script's services make to the workbook's owner. The value type is that of the answer. */
export interface HostCalls {
  'SpreadsheetApp.active'(): WorkbookInfo;
  'SpreadsheetApp.openById'(id: string): WorkbookInfo;
  'SpreadsheetApp.flush'(): null;
  'SpreadsheetApp.ui'(): null;

  'Spreadsheet.info'(): WorkbookInfo;
  'Spreadsheet.update'(change: { title?: string; locale?: string; timeZone?: string }): null;
  'Spreadsheet.sheets'(): SheetView[];
  'Spreadsheet.insertSheet'(sheet: { title?: string; index?: number; rows?: number; columns?: number }): SheetView;
  'Spreadsheet.deleteSheet'(sheetId: number): null;
  'Spreadsheet.duplicateSheet'(sheetId: number, title: string): SheetView;
  'Spreadsheet.toast'(toast: { message: string; title: string; seconds: number }): null;
  'Spreadsheet.select'(selection: Selection): null;
  'NamedRange.list'(): { name: string; rect: Rect }[];
  'NamedRange.set'(name: string, rect: Rect): null;
  'NamedRange.remove'(name: string): null;

  'Sheet.view'(sheetId: number): SheetView;
  'Sheet.last'(sheetId: number): { row: number; column: number };
  'Sheet.getRange'(rect: Rect): Rect;
  'Sheet.getRangeA1'(a1: string, sheetId: number | null): Rect;
  'Sheet.update'(sheetId: number, change: SheetChange): null;
  'Sheet.insertRows'(sheetId: number, before: number, count: number): null;
  'Sheet.deleteRows'(sheetId: number, first: number, count: number): null;
  'Sheet.insertColumns'(sheetId: number, before: number, count: number): null;
  'Sheet.deleteColumns'(sheetId: number, first: number, count: number): null;
  'Sheet.moveColumns'(sheetId: number, first: number, count: number, before: number): null;
  'Sheet.appendRow'(sheetId: number, values: CellJson[]): null;
  'Sheet.setColumnWidth'(sheetId: number, first: number, count: number, pixels: number): null;
  'Sheet.setHiddenColumns'(sheetId: number, first: number, count: number, hidden: boolean): null;
  'Sheet.clear'(sheetId: number, what: { contents: boolean; formats: boolean; notes: boolean }): null;
  'Sheet.setHiddenRows'(sheetId: number, first: number, count: number, hidden: boolean): null;
  /** Which of these rows are hidden, by hand or by the filter. */
  'Sheet.hiddenRows'(sheetId: number, by: 'user' | 'filter'): number[];
  'Sheet.conditionalRules'(sheetId: number): ConditionalRule[];
  'Sheet.setConditionalRules'(sheetId: number, rules: ConditionalRule[]): null;
  'Filter.get'(sheetId: number): FilterEntry | null;
  'Filter.create'(rect: Rect): null;
  /** Changes the filter of a tab; null removes it. Throws when there is none. */
  'Filter.set'(sheetId: number, criteria: FilterEntry['criteria'] | null): null;

  'Range.getValues'(rect: Rect): ValuesAnswer;
  'Range.getDisplayValues'(rect: Rect): string[][];
  'Range.getFormulas'(rect: Rect): (string | null)[][];
  /** The same in R1C1 notation. */
  'Range.getFormulasR1C1'(rect: Rect): (string | null)[][];
  'Range.getNumberFormats'(rect: Rect): string[][];
  'Range.getLooks'(rect: Rect, look: LookName): (string | null)[][];
  'Range.getDataValidations'(rect: Rect): (Validation | null)[][];
  'Range.setValues'(rect: Rect, values: CellJson[][]): null;
  /** One patch for all cells of all rectangles. */
  'Range.fill'(rects: Rect[], patch: LookPatch): null;
  /** A patch of its own for each cell. */
  'Range.patch'(rect: Rect, patches: LookPatch[][]): null;
  'Range.clear'(
    rects: Rect[],
    what: { contents: boolean; formats: boolean; notes: boolean; validations: boolean },
  ): null;
  'Range.sort'(rect: Rect, by: { column: number; ascending: boolean }[]): null;
  'Range.copyTo'(from: Rect, to: Rect, what: { contents: boolean; formats: boolean; values: boolean }): null;
  'Range.canEdit'(rect: Rect): boolean;
  /** Merges that have a cell in the rectangle, each as a whole. */
  'Range.merges'(rect: Rect): Rect[];
  'Range.merge'(rects: Rect[]): null;
  'Range.unmerge'(rect: Rect): null;
  'TextFinder.find'(request: FindRequest): Rect[];

  'DeveloperMetadata.find'(filter: MetadataFilter): MetadataEntry[];
  'DeveloperMetadata.add'(entry: {
    key: string;
    value: string;
    visibility: 'DOCUMENT' | 'PROJECT';
    target: MetadataTarget;
  }): MetadataEntry;
  'DeveloperMetadata.update'(
    id: number,
    change: { key?: string; value?: string; visibility?: 'DOCUMENT' | 'PROJECT' },
  ): null;
  'DeveloperMetadata.move'(id: number, target: MetadataTarget): null;
  'DeveloperMetadata.remove'(id: number): null;

  'Protection.list'(sheetId: number | null, type: 'RANGE' | 'SHEET'): ProtectionView[];
  'Protection.add'(entry: Omit<ProtectionView, 'id' | 'editors' | 'restricted'>): ProtectionView;
  'Protection.update'(
    id: number,
    change: { rect?: Rect | null; description?: string; warningOnly?: boolean },
  ): ProtectionView;
  'Protection.editors'(
    id: number,
    change: { add: string[]; remove: string[] | null; domain?: boolean },
  ): ProtectionView;
  'Protection.view'(id: number): ProtectionView;
  'Protection.remove'(id: number): null;

  'Ui.addMenu'(menu: MenuItem): null;
  'Ui.showSidebar'(panel: { title: string; html: string }): null;
  'Ui.showDialog'(panel: { title: string; html: string; width: number; height: number; modal: boolean }): null;
  'Ui.alert'(alert: { title: string; message: string }): null;
  'HtmlService.file'(name: string): string;

  'Lock.tryLock'(kind: LockKind, timeoutMs: number): boolean;
  'Lock.releaseLock'(kind: LockKind): null;

  'Properties.get'(store: StoreKind, key: string): string | null;
  'Properties.getAll'(store: StoreKind): { [key: string]: string };
  'Properties.set'(store: StoreKind, values: { [key: string]: string }, deleteOthers: boolean): null;
  'Properties.delete'(store: StoreKind, key: string | null): null;

  'Cache.get'(store: StoreKind, keys: string[]): (string | null)[];
  'Cache.put'(store: StoreKind, entries: CacheEntry[], seconds: number): null;
  'Cache.remove'(store: StoreKind, keys: string[]): null;

  'MailApp.getRemainingDailyQuota'(): number;
  'MailApp.sendEmail'(mail: MailJson): null;
  'UrlFetchApp.fetch'(request: FetchRequest): FetchAnswer;

  'ScriptApp.getProjectTriggers'(): TriggerJson[];
  'ScriptApp.createTrigger'(trigger: Omit<TriggerJson, 'id'>): TriggerJson;
  'ScriptApp.deleteTrigger'(id: string): null;
  'ScriptApp.getIdentityToken'(): string | null;
  'ScriptApp.getAuthorizationInfo'(): { required: boolean };
  'Session.getActiveUser'(): string;
  'Session.getEffectiveUser'(): string;
  'Session.getTemporaryActiveUserKey'(): string;
  'Utilities.sleep'(milliseconds: number): null;
}

export type HostCall = keyof HostCalls;

/** What starts the one execution of a worker. */
export interface StartMessage {
  function: string;
  /** JSON array of the arguments; an `event` takes its place. */
  args: string;
  event: EventJson | null;
  source: ExecutionSource;
  /** null: the code that the thread was given last. */
  code: string | null;
  codeCache: Uint8Array | null;
  scriptZone: string;
  /** Of the account that runs it. */
  language: string;
  facts: RuntimeFacts;
  /** The tab in front of the person; null: the first visible one. */
  activeSheetId: number | null;
  selection: Selection | null;
  workbook: WorkbookInfo;
  /** The stand-in's clock at the start, milliseconds since 1970. */
  now: number;
  /** True: time inside the execution is modelled time only, and randomness comes from `seed`. */
  lockstep: boolean;
  seed: number;
  /** Whether the thread will serve another execution after this one. */
  again?: boolean;
}

/** Local work since the last message: processor time, and modelled time of services that need no call. */
export interface LocalWork {
  cpuMs: number;
  localMs: number;
}

export type FromWorker =
  | { kind: 'call'; op: HostCall; as: string; args: string; work: LocalWork }
  | { kind: 'log'; line: string }
  | { kind: 'end'; result: string | null; work: LocalWork }
  | { kind: 'fail'; error: { name: string; message: string; stack: string }; work: LocalWork };

/** The answer to a call. `clock`: the execution's own time after it. */
export type CallAnswer =
  | { ok: true; value: string; clock: number }
  | { ok: false; error: { name: string; message: string }; clock: number };

/** What wakes a worker: the answer to its call, or one that stands for all its calls from now on, as nobody hears them. */
export const wake = { answered: 1, killed: 2 } as const;

/** The door from the services inside the context to the worker around it. Strings only. */
export interface Bridge {
  /** Blocks until the main thread has answered; JSON of a `CallAnswer`. */
  call(op: string, as: string, args: string, localMs: number): string;
  log(line: string): void;
  /** Stops and starts the count of the script's own processor time: what services do in between is not the script's. */
  pause(): void;
  resume(): void;
  /** Milliseconds that the script has worked since its last call, as they will be counted; zero under a lockstep scheduler. */
  worked(): number;
  uuid(): string;
  /** Base64 of a digest of base64 input; `key` (base64) makes it an HMAC. */
  digest(algorithm: string, data: string, key: string | null): string;
  /** Turns text into base64 of its bytes and back. */
  encode(text: string, charset: string): string;
  decode(base64: string, charset: string): string;
}
