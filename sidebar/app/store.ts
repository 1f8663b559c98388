// What was read before, so that a screen seen once opens at once and is then brought up to date.
import type { RecordTabKey } from '../../src/domain/schema';
import type {
  FindResult,
  FollowUpsResult,
  FoundRecord,
  RecordPage,
  RecordView,
  ReportResult,
  TimelineEntry,
} from '../../src/rpc/contract';
import type { BoardResult } from '../../src/rpc/contract-board';

const pages = new Map<string, RecordPage>();
/** What is on its way into the workbook and shows as if it were there, by record, the latest last. */
const coming = new Map<string, readonly ((page: RecordPage) => RecordPage)[]>();
const found = new Map<string, FindResult>();
let followUps: FollowUpsResult | null = null;
let scope: 'mine' | 'all' = 'mine';
let customer: FoundRecord | null = null;
let report: ReportResult | null = null;
let board: BoardResult | null = null;
const recentKey = 'rowbook.recent';
const recentLimit = 8;
let recent: FoundRecord[] | null = null;

const keyOf = (tab: RecordTabKey, id: string) => `${tab}/${id}`;

export const store = {
  page: (tab: RecordTabKey, id: string) => {
    const page = pages.get(keyOf(tab, id));
    return page ? (coming.get(keyOf(tab, id)) ?? []).reduce((shown, change) => change(shown), page) : null;
  },
  /** A record was saved: its page, where it was read, shows it; lists may be wrong. */
  keepRecord: (record: RecordView) => {
    store.forgetLists();
    const key = keyOf(record.tab, record.id);
    const page = pages.get(key);
    if (page) pages.set(key, { ...page, record });
  },
  /** Something happened to a record: its page, where it was read, tells of it. */
  keepEntry: (tab: RecordTabKey, id: string, entry: TimelineEntry) => {
    store.forgetLists();
    const page = pages.get(keyOf(tab, id));
    if (page) pages.set(keyOf(tab, id), { ...page, timeline: [entry, ...page.timeline] });
  },
  isComing: (tab: RecordTabKey, id: string) => coming.has(keyOf(tab, id)),
  /** From here on the record's page shows what `change` makes of it. Answers what ends this: it came, or was refused. */
  comes: (tab: RecordTabKey, id: string, change: (page: RecordPage) => RecordPage) => {
    const key = keyOf(tab, id);
    coming.set(key, [...(coming.get(key) ?? []), change]);
    return () => {
      const others = (coming.get(key) ?? []).filter((one) => one !== change);
      if (others.length > 0) coming.set(key, others);
      else coming.delete(key);
    };
  },
  keepPage: (page: RecordPage) => pages.set(keyOf(page.record.tab, page.record.id), page),
  found: (key: string) => found.get(key) ?? null,
  keepFound: (key: string, result: FindResult) => {
    found.set(key, result);
  },
  followUps: () => followUps,
  keepFollowUps: (result: FollowUpsResult | null) => {
    followUps = result;
  },
  /** Whose follow-ups the first screen shows. */
  scope: () => scope,
  keepScope: (next: 'mine' | 'all') => {
    scope = next;
  },
  /** Of whom the first screen says when they were last talked to: the one chosen there, else the last one opened. */
  customer: () =>
    customer ??
    readRecent().find(({ tab, id }) => (tab === 'contacts' || tab === 'companies') && pages.has(keyOf(tab, id))) ??
    null,
  keepCustomer: (record: FoundRecord) => {
    customer = record;
  },
  report: () => report,
  keepReport: (result: ReportResult) => {
    report = result;
  },
  board: () => board,
  keepBoard: (result: BoardResult) => {
    board = result;
  },
  /** Lists and figures may be wrong after a change; pages stay until they are read again. */
  forgetLists: () => {
    found.clear();
    report = null;
    board = null;
  },
  forgetPage: (tab: RecordTabKey, id: string) => {
    pages.delete(keyOf(tab, id));
    if (customer?.id === id) customer = null;
    setRecent(readRecent().filter((one) => one.tab !== tab || one.id !== id));
  },
  /** Records opened lately in this window, the latest first. */
  recent: readRecent,
  opened: (record: FoundRecord) => {
    const others = readRecent().filter((one) => one.tab !== record.tab || one.id !== record.id);
    setRecent([record, ...others].slice(0, recentLimit));
  },
};

function readRecent(): FoundRecord[] {
  if (recent) return recent;
  try {
    recent = JSON.parse(sessionStorage.getItem(recentKey) ?? '[]') as FoundRecord[];
  } catch {
    recent = [];
  }
  return recent;
}

function setRecent(next: FoundRecord[]): void {
  recent = next;
  try {
    sessionStorage.setItem(recentKey, JSON.stringify(next));
  } catch {
    // Storage is forbidden here: the list lives as long as this window.
  }
}
