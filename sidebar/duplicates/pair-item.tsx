// One pair in the list: both names, how sure it is and why, and what can be done.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DuplicatePair } from '../../src/domain/duplicates';
import type { MergedTab } from '../../src/rpc/contract-duplicates';
import { mayWrite, useApp } from '../app/app';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { Certainty } from './certainty';
import { toldNames } from './pairs';
import { Reasons } from './reasons';
import { type Found, nameIn } from './use-duplicates';

interface PairItemProps {
  tab: MergedTab;
  pair: DuplicatePair;
  rows: Found['rows'];
  /** Its button gets the keyboard. */
  atHand: boolean;
  onCompare: () => void;
  onApart: () => Promise<void>;
}

export function PairItem({ tab, pair, rows, atHand, onCompare, onApart }: PairItemProps) {
  const { start } = useApp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (atHand) button.current?.focus();
  }, [atHand]);
  const names = pair.ids.map((id) => nameIn(tab, rows, id)) as [string, string];
  const told = toldNames(names, pair.ids);
  const tellApart = () => {
    setBusy(true);
    setFailure('');
    onApart().catch((error) => {
      setBusy(false);
      setFailure(sentenceFor(error));
    });
  };
  return (
    <li class="pair" aria-busy={busy}>
      <div class="pair-words">
        <div class="pair-names">
          {pair.ids.map((id, at) => (
            <span key={id} class="pair-name">
              <span class="name two-lines">{names[at]}</span> <span class="muted small">{id}</span>
            </span>
          ))}
          <Certainty pair={pair} />
        </div>
        <Reasons tab={tab} pair={pair} row={rows.get(pair.ids[0])} />
      </div>
      <div class="pair-tools">
        <Button slim buttonRef={button} label={words.comparePair(...told)} onClick={onCompare}>
          {words.compare}
        </Button>
        {mayWrite(start) && (
          <Button slim kind="plain" disabled={busy} label={words.pairIsNone(...told)} onClick={tellApart}>
            {words.notDuplicates}
          </Button>
        )}
      </div>
      {failure && <Notice kind="danger">{failure}</Notice>}
    </li>
  );
}
