// What there is of the search index. A window that keeps none (search-index.ts) leaves it at nothing, and carries none of its code.
import { useEffect, useState } from 'preact/hooks';
import { type SearchedTab, searchedTabs } from '../../src/domain/search-entry';
import type { findAlike, findHeld, heldCompany, heldValues } from './records';

export interface IndexState {
  /** Counts what was taken in. */
  readonly version: number;
  /** Counts what others have changed. */
  readonly news: number;
  /** All records are there. */
  readonly isWhole: boolean;
  /** Records there so far. */
  readonly count: number;
  /** The last attempt to read more of them failed. */
  readonly isFailing: boolean;
}

/** The index of this window: how it is searched, and what to do when something was changed from here. */
interface Served {
  find: typeof findHeld;
  alike: typeof findAlike;
  values: typeof heldValues;
  company: typeof heldCompany;
  touched: () => void;
}

let served: Served | null = null;
let state: IndexState = { version: 0, news: 0, isWhole: false, count: 0, isFailing: false };
const listeners = new Set<(now: IndexState) => void>();

/** From here on searches and changes go to this index. */
export function serveIndex(index: Served): void {
  served = index;
}

export function indexState(): IndexState {
  return state;
}

/** The index holds something else by now. */
export function tellIndex(change: Partial<IndexState>): void {
  state = { ...state, ...change, version: state.version + 1 };
  for (const listener of listeners) listener(state);
}

/** Something was changed that is not from the screens: they read again. */
export function tellNews(): void {
  tellIndex({ news: state.news + 1 });
}

/** What the index holds; a component that asks is drawn again whenever that changes. */
export function useIndexState(): IndexState {
  const [now, setNow] = useState(state);
  useEffect(() => {
    setNow(state);
    listeners.add(setNow);
    return () => {
      listeners.delete(setNow);
    };
  }, []);
  return now;
}

/** Whether a search of this tab (none: of all) is one of the index. */
export function isIndexed(tab: string | undefined): tab is SearchedTab | undefined {
  return tab === undefined || searchedTabs.includes(tab as SearchedTab);
}

/** What else the index can be asked; null in a window that keeps none. */
export function heldIndex(): Omit<Served, 'find' | 'touched'> | null {
  return served;
}

/** Searches what the index holds; where there is none, nothing is told. Answers what ends the search. */
export function findInIndex(...asked: Parameters<typeof findHeld>): ReturnType<typeof findHeld> | undefined {
  return served?.find(...asked);
}

/** Something was changed from here: what the index holds of it is asked for at once. */
export function indexTouched(): void {
  served?.touched();
}
