// Keeps the records to search in up to date: all pages after the first paint, one after the other, then what has changed since, as
// long as somebody looks at the sidebar.
import type { SearchIndexPage } from '../../src/rpc/contract-find';
import { type Asking, keepAsking } from '../app/keep-asking';
import { store } from '../app/store';
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
/** Loading begins a tab again this often when its rows are moved meanwhile; then it waits for calmer times. */
const mostMoves = 5;

let mark: number | null = null;
let asking: Asking | null = null;
/** Something was changed from here since the last question: what is new by its answer is not news to the screens. */
let isOwn = false;

function tell(change: Partial<IndexState>): void {
  tellIndex({ ...change, count: countRecords() });
}

/** From here on the index is read and kept up to date. Answers what ends this. */
export function keepIndex(): () => void {
  serveIndex({ find: findHeld, alike: findAlike, values: heldValues, company: heldCompany, touched });
  asking = keepAsking(ask, { first: afterPaintMs });
  return asking.stop;
}

/** Something was changed from here: what the index holds of it is asked for at once. */
function touched(): void {
  isOwn = true;
  if (indexState().isWhole) asking?.soon();
}

async function ask(): Promise<boolean> {
  try {
    const isNew = indexState().isWhole ? await catchUp() : await load();
    if (indexState().isFailing) tell({ isFailing: false });
    return isNew;
  } catch (error) {
    // The search asks the server meanwhile; what is wrong, that call says.
    if (!indexState().isWhole) tell({ isFailing: true });
    throw error;
  }
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
  asking?.soon();
  return true;
}

/** Takes in what has changed since; screens read again when it was others' doing. True where something has changed. */
async function catchUp(): Promise<boolean> {
  const isOthers = !isOwn;
  isOwn = false;
  const { changed, gone, reload, mark: now } = await call.changesSince({ mark: mark ?? 0 });
  if (now === mark && !reload) return false;
  mark = now;
  for (const { tab, entries } of changed) await putRecords(tab, entries);
  removeRecords(gone);
  if (isOthers) store.forgetLists();
  tell({ isWhole: !reload, news: indexState().news + (isOthers ? 1 : 0) });
  return true;
}
