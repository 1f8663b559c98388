// Keeps the records to search in up to date: all pages after the first paint, one after the other, then what has changed since, as
// long as somebody looks at the sidebar.
import type { SearchIndexPage } from '../../src/rpc/contract-find';
import { call } from '../call';
import { type IndexState, indexState, serveIndex, tellIndex } from './index-state';
import {
  countRecords,
  findAlike,
  findHeld,
  heldCompany,
  heldIds,
  heldValues,
  putRecords,
  removeRecords,
} from './records';

/** The first paint and its own calls come first. */
const afterPaintMs = 300;
/** Between two questions for changes: ever longer while nothing happens. */
const soonestMs = 20_000;
const latestMs = 240_000;
const growth = 1.5;
/** Loading begins a tab again this often when its rows are moved meanwhile; then it waits for calmer times. */
const mostMoves = 5;

let mark: number | null = null;
let wait = soonestMs;
let timer: ReturnType<typeof setTimeout> | undefined;
let isAsking = false;
/** There may be something new already. */
let askAgain = false;

function tell(change: Partial<IndexState>): void {
  tellIndex({ ...change, count: countRecords() });
}

/** From here on the index is read and kept up to date. Answers what ends this. */
export function keepIndex(): () => void {
  const look = () => {
    if (document.visibilityState === 'visible') plan(0);
  };
  serveIndex({ find: findHeld, alike: findAlike, values: heldValues, company: heldCompany, touched });
  plan(afterPaintMs);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

/** Something was changed from here: what the index holds of it is asked for at once. */
function touched(): void {
  wait = soonestMs;
  askAgain = isAsking;
  if (indexState().isWhole) plan(0);
}

function plan(ms: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void ask(), ms);
}

async function ask(): Promise<void> {
  if (isAsking || document.visibilityState === 'hidden') return;
  isAsking = true;
  askAgain = false;
  try {
    const isNew = indexState().isWhole ? await catchUp() : await load();
    wait = isNew ? soonestMs : Math.min(latestMs, wait * growth);
    if (indexState().isFailing) tell({ isFailing: false });
  } catch {
    // The search asks the server meanwhile; what is wrong, that call says.
    wait = Math.min(latestMs, wait * growth);
    if (!indexState().isWhole) tell({ isFailing: true });
  } finally {
    isAsking = false;
  }
  plan(askAgain ? 0 : wait);
}

/** Reads all pages; what none of them holds is gone. */
async function load(): Promise<boolean> {
  const seen = new Set<string>();
  let moves = 0;
  let from: SearchIndexPage['next'] | undefined;
  do {
    const page = await call.searchIndex(from ? { from } : {});
    if (!from) mark = page.mark;
    if (page.moved && ++moves > mostMoves) throw new Error('The rows do not rest.');
    for (const [id] of page.entries) seen.add(id ?? '');
    await putRecords(page.tab, page.entries);
    from = page.next;
    if (from) tell({ isFailing: false });
  } while (from);
  removeRecords([...heldIds()].filter((id) => !seen.has(id)));
  tell({ isWhole: true });
  // What was changed while the pages were read.
  askAgain = true;
  return true;
}

/** Takes in what has changed since. True where something has. */
async function catchUp(): Promise<boolean> {
  const { changed, gone, reload, mark: now } = await call.changesSince({ mark: mark ?? 0 });
  if (reload) {
    tell({ isWhole: false });
    return true;
  }
  mark = now;
  for (const { tab, entries } of changed) await putRecords(tab, entries);
  removeRecords(gone);
  const isNew = changed.length > 0 || gone.length > 0;
  if (isNew) tell({});
  return isNew;
}
