// The pairs of one kind, the surest first; below them those that are said to be none.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DuplicatePair } from '../../src/domain/duplicates';
import type { MergedTab } from '../../src/rpc/contract-duplicates';
import { Button } from '../ui/button';
import { Icon } from '../ui/icons';
import { Empty, Failed, Ghosts } from '../ui/notice';
import * as words from '../words';
import { Apart } from './apart';
import { PairItem } from './pair-item';
import { type Ids, keyOf, pairsNamed } from './pairs';
import { type Found, nameIn, openPairs } from './use-duplicates';

/** What a list of pairs remembers while two of it are compared. */
export interface ListMemory {
  query: string;
  shown: number;
}

interface PairListProps {
  tab: MergedTab;
  found: Found;
  memory: ListMemory;
  onMemory: (memory: ListMemory) => void;
  /** The pair whose button gets the keyboard; '': what stands above. Null: nothing is moved. */
  atHand: string | null;
  /** The pairs that are listed now. */
  onListed: (pairs: readonly DuplicatePair[]) => void;
  onCompare: (pair: DuplicatePair) => void;
  onApart: (pair: DuplicatePair) => Promise<void>;
  onTakeBack: (ids: Ids) => Promise<void>;
  onRetry: () => void;
}

/** Pairs that more are shown of at a time. */
const more = 50;
/** With fewer nobody looks for one by its name. */
const manyPairs = 8;

export function PairList(props: PairListProps) {
  const { tab, found, memory, onMemory, atHand, onListed } = props;
  const { phase, rows, total } = found;
  const open = openPairs(found);
  const listed = useMemo(
    () => pairsNamed(open, memory.query, (id) => nameIn(tab, rows, id)),
    [open, memory.query, tab, rows],
  );
  const title = useRef<HTMLHeadingElement>(null);
  const isThere = phase === 'done' || open.length > 0;
  const isMissing = atHand !== null && !listed.slice(0, memory.shown).some(({ ids }) => keyOf(ids) === atHand);
  useEffect(() => onListed(listed));
  useLayoutEffect(() => {
    if (isMissing) title.current?.focus();
  }, [isMissing]);
  return (
    <div class="pairs-pane">
      <h2 ref={title} tabIndex={-1} class="unseen">
        {words.pairsLikelyFirst}
      </h2>
      {phase === 'failed' && <Failed error={found.error} onRetry={props.onRetry} />}
      {(phase === 'reading' || phase === 'comparing') && <Reading found={found} />}
      {!isThere && phase !== 'failed' && <Ghosts lines={8} label={words.lookingForDuplicates} />}
      {isThere && (open.length > manyPairs || memory.query !== '') && (
        <NameFilter query={memory.query} onQuery={(query) => onMemory({ ...memory, query })} />
      )}
      {phase === 'done' && open.length === 0 && (
        <Empty icon="check">
          <p>{total === 0 ? words.noneInWorkbook(tab) : words.noDuplicatesAmong(total, tab)}</p>
        </Empty>
      )}
      {open.length > 0 && listed.length === 0 && (
        <Empty icon="search">
          <p>{words.noPairNamed(memory.query.trim())}</p>
        </Empty>
      )}
      <ol class="list" aria-label={words.pairsLikelyFirst}>
        {listed.slice(0, memory.shown).map((pair) => (
          <PairItem
            key={keyOf(pair.ids)}
            tab={tab}
            pair={pair}
            rows={rows}
            atHand={atHand === keyOf(pair.ids)}
            onCompare={() => props.onCompare(pair)}
            onApart={() => props.onApart(pair)}
          />
        ))}
      </ol>
      {listed.length > memory.shown && (
        <div class="row spread">
          <span class="muted small">{words.shownOf(memory.shown, listed.length)}</span>
          <Button slim onClick={() => onMemory({ ...memory, shown: memory.shown + more })}>
            {words.showMore}
          </Button>
        </div>
      )}
      {found.apart.length > 0 && <Apart tab={tab} found={found} onTakeBack={props.onTakeBack} />}
    </div>
  );
}

/** How far reading and comparing are; what it is, the window's status says. */
function Reading({ found: { phase, read, total, share } }: { found: Found }) {
  const isComparing = phase === 'comparing';
  // Until the first page is there nobody knows how many there are.
  const known = isComparing ? { max: 1, value: share } : total > 0 ? { max: total, value: read } : {};
  return <progress class="meter" aria-label={words.lookingForDuplicates} {...known} />;
}

/** Keys are heard at once, the list follows when nobody types for a moment. */
function NameFilter({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const [typed, setTyped] = useState(query);
  useEffect(() => {
    if (typed === query) return;
    const timer = setTimeout(() => onQuery(typed), 120);
    return () => clearTimeout(timer);
  }, [typed, query, onQuery]);
  return (
    <div class="search pair-filter">
      <Icon name="search" />
      <input
        type="text"
        class="input"
        aria-label={words.filterByName}
        placeholder={words.filterByName}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </div>
  );
}
