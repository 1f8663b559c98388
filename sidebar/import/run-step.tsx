// The import at work, and what came of it.

import { findTab, tabOf } from '../../src/domain/schema';
import { closeWindow, openWindow } from '../call';
import { countText } from '../format';
import { sentenceFor } from '../messages';
import { numberText } from '../numbers';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { toast } from '../ui/toasts';
import { Problems } from './check-step';
import { sumOf } from './counts';
import { UndoState } from './undone';
import type { Importing } from './use-import';

export function RunStep({ importing }: { importing: Importing }) {
  const { progress, running } = importing;
  if (progress?.done) return <Summary importing={importing} />;
  const done = progress?.rowsDone ?? 0;
  const total = progress?.rowsTotal || importing.preview?.source.rows || 0;
  return (
    <div class="stack running">
      <div class="row spread">
        <strong role="status">{running ? (progress ? `Importing: ${progress.step}` : 'Starting…') : 'Stopped'}</strong>
        <span class="number muted">
          {numberText(done)} of {countText(total, 'row')}
        </span>
      </div>
      <progress class="meter" aria-label="Rows imported" max={total || 1} value={done} />
      {running ? (
        <p class="muted">
          You can close this window. What is written stays whole, and the import goes on by itself with the next hourly
          run, or as soon as you open this window again and choose the tab.
        </p>
      ) : (
        <>
          <p>What is written so far is whole. Go on where it stopped; no row is imported twice.</p>
          <div class="actions">
            <Button kind="main" onClick={importing.run}>
              Continue the import
            </Button>
            <Button onClick={closeWindow}>Close</Button>
          </div>
        </>
      )}
    </div>
  );
}

/** "85 companies", "1 deal", "35 team members". */
function madeText(tab: string, count: number): string {
  const key = findTab(tab);
  if (!key) return countText(count, tab);
  const { singular, title } = tabOf(key);
  return key === 'team' ? countText(count, singular) : countText(count, singular, title.toLowerCase());
}

function Summary({ importing }: { importing: Importing }) {
  const { progress, undone } = importing;
  if (!progress) return null;
  const created = Object.entries(progress.created).filter(([, count]) => count > 0);
  const withDeals = created.some(([tab]) => tab === 'deals');
  const close = (
    <Button {...(withDeals ? {} : { kind: 'main' as const })} onClick={closeWindow}>
      Close
    </Button>
  );
  return (
    <div class="stack">
      {undone ? (
        <UndoState undone={undone} total={sumOf(progress.created)} />
      ) : (
        <Notice kind="good">
          <strong role="status">Imported.</strong>
          <span>
            {created.length === 0
              ? 'Nothing new: every row was here already.'
              : created.map(([tab, count]) => madeText(tab, count)).join(', ')}
            {progress.skipped > 0 && `; ${countText(progress.skipped, 'row')} left out`}.
          </span>
        </Notice>
      )}
      {!undone && (
        <div class="actions">
          {withDeals && (
            <Button
              kind="main"
              icon="chart"
              onClick={() => openWindow('openReport', (error) => toast(sentenceFor(error)))}
            >
              Open the pipeline report
            </Button>
          )}
          {!withDeals && close}
          <Button icon="undo" onClick={importing.undo}>
            Undo the import
          </Button>
          {withDeals && close}
        </div>
      )}
      {undone?.done && (
        <div class="actions">
          <Button onClick={() => importing.goTo('tab')}>Import again</Button>
          <Button onClick={closeWindow}>Close</Button>
        </div>
      )}
      {progress.problems.length > 0 && <Problems problems={progress.problems} count={progress.problems.length} />}
    </div>
  );
}
