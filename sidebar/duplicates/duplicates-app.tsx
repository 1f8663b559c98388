// The window of duplicates: which kind, its pairs, or two of them beside each other.
import { useRef, useState } from 'preact/hooks';
import type { DuplicatePair } from '../../src/domain/duplicates';
import type { RecordView } from '../../src/rpc/contract';
import type { MergedTab, MergeResult } from '../../src/rpc/contract-duplicates';
import { useApp } from '../app/app';
import { toastWithUndo } from '../app/undo';
import { useUndoKey, WindowApp, WindowFrame } from '../app/window';
import { sentenceFor } from '../messages';
import { IconButton } from '../ui/button';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { notDuplicates } from './calls';
import { Compare, type Kept } from './compare';
import { Kinds } from './kinds';
import { type ListMemory, PairList } from './pair-list';
import { type Ids, keyOf, nextAfter, toldNames } from './pairs';
import { type Found, nameIn, openPairs, useDuplicates } from './use-duplicates';

const frame = { title: words.duplicates, waiting: words.lookingForDuplicates };

export function DuplicatesApp() {
  return (
    <WindowApp {...frame}>
      <DuplicatesWindow />
    </WindowApp>
  );
}

const firstShown = 50;

function DuplicatesWindow() {
  const { start } = useApp();
  const [tab, setTab] = useState<MergedTab>('contacts');
  const { all, reload, change } = useDuplicates(tab, start);
  const [compared, setCompared] = useState<DuplicatePair | null>(null);
  /** The pair whose button gets the keyboard once the list stands; '' for its heading. */
  const [atHand, setAtHand] = useState<string | null>(null);
  const [memory, setMemory] = useState<ListMemory>({ query: '', shown: firstShown });
  /** What was chosen in comparisons that were left. */
  const kept = useRef(new Map<string, Kept>());
  /** The pairs as they are listed now. */
  const listed = useRef<readonly DuplicatePair[]>([]);
  const found = all[tab];
  useUndoKey();

  const open = (next: MergedTab) => {
    setTab(next);
    setMemory({ query: '', shown: firstShown });
    setAtHand(null);
  };
  const settle = (pair: DuplicatePair, gone: string | null) => {
    setAtHand(nextAfter(listed.current, pair, gone));
    setCompared(null);
  };

  /** Remembers that both are two, or takes that back. Rejects as the call does. */
  const tell = async (of: MergedTab, ids: Ids, not: boolean) => {
    const { pairs } = await notDuplicates({ tab: of, ids: [ids[0], ids[1]], not });
    change(of, () => ({ apart: pairs }));
  };
  const names = ([one, other]: Ids) =>
    toldNames([nameIn(tab, found.rows, one), nameIn(tab, found.rows, other)], [one, other]);
  const tellApart = async (pair: DuplicatePair) => {
    const next = nextAfter(listed.current, pair, null);
    await tell(tab, pair.ids, true);
    setAtHand(next);
    setCompared(null);
    const back = () =>
      tell(tab, pair.ids, false).then(
        () => toast(words.undone),
        (error) => toast(sentenceFor(error)),
      );
    toast(words.rememberedAsTwo(...names(pair.ids)), { label: words.undo, run: () => void back() });
  };
  const takeBack = async (ids: Ids) => {
    await tell(tab, ids, false);
    setAtHand(keyOf(ids));
    toast(words.tookBackPair(...names(ids)));
  };

  const merged = (pair: DuplicatePair, gone: RecordView, result: Extract<MergeResult, { status: 'merged' }>) => {
    const { record } = result;
    const before = found.rows.get(record.id);
    kept.current.delete(keyOf(pair.ids));
    settle(pair, gone.id);
    change(tab, (now) => ({
      gone: new Set([...now.gone, gone.id]),
      rows: new Map([...now.rows, [record.id, { id: record.id, fields: record.fields, labels: record.labels }]]),
    }));
    const [goneName, keptName] = toldNames([gone.name, record.name], [gone.id, record.id]);
    const said = [words.mergedInto(goneName, keptName), ...result.warnings.map(words.told)].join(' ');
    toastWithUndo(said, result.changeSet, () =>
      change(tab, (now) => ({
        gone: new Set([...now.gone].filter((id) => id !== gone.id)),
        rows: before ? new Map([...now.rows, [record.id, before]]) : now.rows,
      })),
    );
  };

  return (
    <WindowFrame
      title={frame.title}
      status={compared ? '' : statusOf(tab, found)}
      tools={
        !compared && (
          <IconButton
            icon="refresh"
            label={words.readAgain}
            onClick={() => (found.phase === 'done' || found.phase === 'failed') && reload(tab)}
          />
        )
      }
      busy={found.phase === 'reading' || found.phase === 'comparing'}
      below={!compared && <Kinds tab={tab} all={all} onTab={open} />}
    >
      {compared ? (
        <Compare
          key={keyOf(compared.ids)}
          tab={tab}
          pair={compared}
          kept={kept.current.get(keyOf(compared.ids))}
          onKept={(now) => kept.current.set(keyOf(compared.ids), now)}
          onBack={() => {
            setAtHand(keyOf(compared.ids));
            setCompared(null);
          }}
          onGone={(id) => {
            settle(compared, id);
            change(tab, (now) => ({ gone: new Set([...now.gone, id]) }));
          }}
          onApart={() => tellApart(compared)}
          onMerged={(gone, result) => merged(compared, gone, result)}
        />
      ) : (
        <PairList
          key={tab}
          tab={tab}
          found={found}
          memory={memory}
          onMemory={setMemory}
          atHand={atHand}
          onListed={(pairs) => {
            listed.current = pairs;
          }}
          onCompare={setCompared}
          onApart={tellApart}
          onTakeBack={takeBack}
          onRetry={() => reload(tab)}
        />
      )}
    </WindowFrame>
  );
}

/** What is being done, or what came of it. */
function statusOf(tab: MergedTab, found: Found): string {
  const { phase, read, total } = found;
  switch (phase) {
    case 'waiting':
      return words.lookingForDuplicates;
    case 'reading':
      return total > 0 ? words.readSoFar(read, total, tab) : words.readingTab(tab);
    case 'comparing':
      return words.comparingAll(total, tab);
    case 'failed':
      return '';
    case 'done': {
      const left = openPairs(found).length;
      return left > 0 ? words.pairsFound(left, total, tab) : words.noDuplicatesAmong(total, tab);
    }
  }
}
