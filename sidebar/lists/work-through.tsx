// Working through a list: its records beside the one that is open, with the way to the next. The list stays as it was when one began,
// so that a record that is dealt with does not move the others; the place is remembered.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SegmentTab } from '../../src/domain/segment';
import type { RecordRow } from '../../src/rpc/contract-lists';
import { useLeaving } from '../app/screens';
import { RecordPane } from '../screens/record-pane';
import { Button } from '../ui/button';
import * as words from '../words';
import { nameOfRow } from './columns';

interface WorkThroughProps {
  tab: SegmentTab;
  title: string;
  rows: readonly RecordRow[];
  /** Id of the record to begin with. */
  begin: string;
  /** Where one is now, to be remembered. */
  onPlace: (id: string) => void;
  onTouched: () => void;
  onClose: () => void;
}

/** Names drawn before and after the one that is open. */
const around = 60;

export function WorkThrough({ tab, title, rows: given, begin, onPlace, onTouched, onClose }: WorkThroughProps) {
  const [rows] = useState(given);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      rows.findIndex(({ id }) => id === begin),
    ),
  );
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [leave, question] = useLeaving();
  const list = useRef<HTMLOListElement>(null);
  const row = rows[at];
  const go = (to: number) => {
    const next = rows[to];
    if (next)
      leave(() => {
        if (row) setSeen(new Set([...seen, row.id]));
        setAt(to);
        onPlace(next.id);
      });
  };
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!by || !event.altKey || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      go(at + by);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  if (!row) return null;
  const from = Math.max(0, at - around);
  return (
    <div class="work">
      <nav class="work-list stack tight" aria-label={words.recordsToWorkThrough}>
        <Button slim icon="back" onClick={() => leave(onClose)}>
          {words.backToList}
        </Button>
        <h2 class="two-lines" tabIndex={-1}>
          {title}
        </h2>
        <p role="status" aria-live="polite">
          {words.shownOf(at + 1, rows.length)}
          <span class="unseen">: {nameOfRow(tab, row)}</span>
        </p>
        <div class="actions">
          <Button slim disabled={at === 0} onClick={() => go(at - 1)}>
            {words.previous}
          </Button>
          <Button slim kind="main" disabled={at === rows.length - 1} onClick={() => go(at + 1)}>
            {words.next}
          </Button>
        </div>
        <p class="hint">{words.altArrowGoesNext}</p>
        <ol ref={list} start={from + 1}>
          {rows.slice(from, at + around).map((one, place) => (
            <li key={one.id}>
              <button
                type="button"
                class="entry"
                aria-current={one === row ? 'true' : undefined}
                onClick={() => go(from + place)}
              >
                <span class="clip name">{nameOfRow(tab, one)}</span>
                {seen.has(one.id) && <span class="detail">{words.seen}</span>}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <RecordPane record={{ tab, id: row.id, name: nameOfRow(tab, row) }} onTouched={onTouched} onClose={onClose} />
      {question}
    </div>
  );
}
