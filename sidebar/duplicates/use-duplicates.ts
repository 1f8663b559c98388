// The pairs of each kind: records are read page by page and compared with pauses, the kind in view first, the others after it.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { DuplicatePair } from '../../src/domain/duplicates';
import type { StartView } from '../../src/rpc/contract';
import type { MergedTab } from '../../src/rpc/contract-duplicates';
import type { RecordRow } from '../../src/rpc/contract-lists';
import { readAll } from '../app/read-rows';
import { takeSteps } from '../find/slices';
import { nameOfRow } from '../lists/columns';
import { sentenceFor } from '../messages';
import { notDuplicates } from './calls';
import { searchAmong } from './cards';
import { type Ids, keyOf } from './pairs';

export const mergedTabs = ['contacts', 'companies', 'deals'] as const satisfies readonly MergedTab[];

/** What is known of one kind. */
export interface Found {
  readonly phase: 'waiting' | 'reading' | 'comparing' | 'done' | 'failed';
  /** Records read so far, and of how many. */
  readonly read: number;
  readonly total: number;
  /** How much is compared, 0 to 1. */
  readonly share: number;
  readonly error: string;
  /** All pairs that were found, the surest first. */
  readonly pairs: readonly DuplicatePair[];
  /** The records of these pairs, and of those that are said to be none, by id. */
  readonly rows: ReadonlyMap<string, RecordRow>;
  /** Said not to be duplicates. */
  readonly apart: readonly Ids[];
  /** Became a part of another since. */
  readonly gone: ReadonlySet<string>;
}

const nothing: Found = {
  phase: 'waiting',
  read: 0,
  total: 0,
  share: 0,
  error: '',
  pairs: [],
  rows: new Map(),
  apart: [],
  gone: new Set(),
};

const openOf = new WeakMap<Found, readonly DuplicatePair[]>();

/** The pairs that are left to be settled. Found once: there may be tens of thousands, and every drawing asks. */
export function openPairs(found: Found): readonly DuplicatePair[] {
  const before = openOf.get(found);
  if (before) return before;
  const { pairs, apart, gone } = found;
  const told = new Set(apart.map(keyOf));
  const isTold = (ids: Ids) => told.size > 0 && told.has(keyOf(ids));
  const open = pairs.filter(({ ids }) => !isTold(ids) && !ids.some((id) => gone.has(id)));
  openOf.set(found, open);
  return open;
}

/** A record's name; its id where it is not known. */
export function nameIn(tab: MergedTab, rows: Found['rows'], id: string): string {
  const row = rows.get(id);
  return row ? nameOfRow(tab, row) : id;
}

type All = { readonly [tab in MergedTab]: Found };

export interface Duplicates {
  readonly all: All;
  /** Reads this kind again, and every other that failed. */
  readonly reload: (tab: MergedTab) => void;
  readonly change: (tab: MergedTab, change: (found: Found) => Partial<Found>) => void;
}

/** `inView`: the kind that is read first. */
export function useDuplicates(inView: MergedTab, start: StartView): Duplicates {
  const [all, setAll] = useState<All>({ contacts: nothing, companies: nothing, deals: nothing });
  const view = useRef(inView);
  view.current = inView;
  const waiting = useRef(new Set<MergedTab>(mergedTabs));
  const failed = useRef(new Set<MergedTab>());
  const running = useRef(false);
  const ended = useRef(false);

  const change = useCallback((tab: MergedTab, make: (found: Found) => Partial<Found>) => {
    if (!ended.current) setAll((now) => ({ ...now, [tab]: { ...now[tab], ...make(now[tab]) } }));
  }, []);

  const run = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    for (;;) {
      const next = waiting.current.has(view.current) ? view.current : [...waiting.current][0];
      if (next === undefined || ended.current) break;
      waiting.current.delete(next);
      try {
        const found = await search(
          next,
          start,
          (made) => change(next, () => made),
          () => ended.current,
        );
        change(next, () => found);
      } catch (error) {
        failed.current.add(next);
        change(next, () => ({ phase: 'failed', error: sentenceFor(error) }));
      }
    }
    running.current = false;
  }, [start, change]);

  useEffect(() => {
    ended.current = false;
    void run();
    return () => {
      ended.current = true;
    };
  }, [run]);

  const reload = useCallback(
    (tab: MergedTab) => {
      for (const one of [tab, ...failed.current]) {
        waiting.current.add(one);
        change(one, ({ pairs, rows, apart, gone }) => ({ ...nothing, pairs, rows, apart, gone }));
      }
      failed.current.clear();
      void run();
    },
    [run, change],
  );
  return { all, reload, change };
}

/** Reads and compares all of a kind; `tell` hears what there is meanwhile. */
async function search(
  tab: MergedTab,
  start: StartView,
  tell: (found: Partial<Found>) => void,
  isOver: () => boolean,
): Promise<Partial<Found>> {
  tell({ phase: 'reading', read: 0, share: 0, error: '' });
  const [{ rows }, apart] = await Promise.all([
    readAll(tab, isOver, (some, total) => tell({ read: some.length, total })),
    notDuplicates({ tab }),
  ]);
  tell({ phase: 'comparing', read: rows.length, total: rows.length });
  const pairs = await takeSteps(searchAmong(tab, rows, start), (share) => tell({ share }), isOver);
  const named = new Set([...(pairs ?? []).map(({ ids }) => ids), ...apart.pairs].flat());
  return {
    phase: 'done',
    pairs: pairs ?? [],
    // Of tens of thousands only those that are shown are kept.
    rows: new Map(rows.filter(({ id }) => named.has(id)).map((row) => [row.id, row])),
    apart: apart.pairs,
    gone: new Set(),
  };
}
