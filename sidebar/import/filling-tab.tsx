// A list on its way into its tab: how far it is, and the way to stop it.
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import * as words from '../words';
import type { Source } from './use-source';

export function FillingTab({ source }: { source: Source }) {
  const { progress, phase, problem, list } = source;
  const done = progress?.rowsDone ?? 0;
  const total = list?.table.rows.length ?? 0;
  const state = useRef<HTMLElement>(null);
  // The button that began this is gone.
  useEffect(() => state.current?.focus(), []);
  return (
    <div class="stack running">
      {problem && <Notice kind="danger">{problem}</Notice>}
      <div class="row spread">
        <strong role="status" ref={state} tabIndex={-1}>
          {stateText(source)}
        </strong>
        <span class="number muted">{words.rowsDone(done, total)}</span>
      </div>
      <progress class="meter" aria-label={words.rowsArrived} max={total || 1} value={done} />
      <p class="muted">{phase === 'stuck' && progress ? words.fillingStopped : words.whenStoppedTabGoes}</p>
      <div class="actions">
        {phase === 'stuck' && (
          <Button kind="main" onClick={source.fill}>
            {words.goOn}
          </Button>
        )}
        <Button disabled={phase === 'stopping'} onClick={source.stop}>
          {words.stopFillingTab}
        </Button>
      </div>
    </div>
  );
}

function stateText({ phase, progress }: Source): string {
  if (phase === 'stuck') return words.stopped;
  if (phase === 'stopping') return words.stoppingFilling;
  return progress ? words.fillingTab(progress.tab) : words.makingTab;
}
