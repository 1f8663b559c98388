// The pairs that somebody said are no duplicates, and the way back.
import { useState } from 'preact/hooks';
import type { MergedTab } from '../../src/rpc/contract-duplicates';
import { mayWrite, useApp } from '../app/app';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { Icon } from '../ui/icons';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { type Ids, keyOf, toldNames } from './pairs';
import { type Found, nameIn } from './use-duplicates';

/** More of them are shown on request. */
const atOnce = 50;

export function Apart(props: { tab: MergedTab; found: Found; onTakeBack: (ids: Ids) => Promise<void> }) {
  const { apart, rows } = props.found;
  const [shown, setShown] = useState(atOnce);
  return (
    <details class="folded apart">
      <summary>
        <Icon name="forward" size={14} />
        {words.saidToBeTwo(apart.length)}
      </summary>
      <div class="stack">
        <ul class="list">
          {apart.slice(0, shown).map((ids) => (
            <ApartItem
              key={keyOf(ids)}
              ids={ids}
              names={[nameIn(props.tab, rows, ids[0]), nameIn(props.tab, rows, ids[1])]}
              onTakeBack={() => props.onTakeBack(ids)}
            />
          ))}
        </ul>
        {apart.length > shown && (
          <span>
            <Button slim onClick={() => setShown(shown + atOnce)}>
              {words.showMore}
            </Button>
          </span>
        )}
      </div>
    </details>
  );
}

function ApartItem({ ids, names, onTakeBack }: { ids: Ids; names: Ids; onTakeBack: () => Promise<void> }) {
  const { start } = useApp();
  const [failure, setFailure] = useState('');
  const takeBack = () => {
    setFailure('');
    onTakeBack().catch((error) => setFailure(sentenceFor(error)));
  };
  return (
    <li class="pair">
      <div class="pair-names">
        {ids.map((id, at) => (
          <span key={id} class="pair-name">
            <span class="two-lines">{names[at]}</span> {names[at] !== id && <span class="muted small">{id}</span>}
          </span>
        ))}
      </div>
      {mayWrite(start) && (
        <div class="pair-tools">
          <Button slim kind="plain" label={words.takeBackPair(...toldNames(names, ids))} onClick={takeBack}>
            {words.takeBack}
          </Button>
        </div>
      )}
      {failure && <Notice kind="danger">{failure}</Notice>}
    </li>
  );
}
