// The import at work, and what came of it.

import { closeWindow, openWindow } from '../call';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { Problems } from './check-step';
import { recordTab, sumOf } from './counts';
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
        <strong role="status">
          {running ? (progress ? words.importing(words.told(progress.step)) : words.starting) : words.stopped}
        </strong>
        <span class="number muted">{words.rowsDone(done, total)}</span>
      </div>
      <progress class="meter" aria-label={words.rowsImported} max={total || 1} value={done} />
      {running ? (
        <p class="muted">{words.importGoesOnByItself}</p>
      ) : (
        <>
          <p>{words.writtenSoFarIsWhole}</p>
          <div class="actions">
            <Button kind="main" onClick={importing.run}>
              {words.continueTheImport}
            </Button>
            <Button onClick={closeWindow}>{words.close}</Button>
          </div>
        </>
      )}
    </div>
  );
}

/** "85 companies", "1 deal", "35 team members". */
function madeText(tab: string, count: number): string {
  const key = recordTab(tab);
  return key ? words.countOf(count, key) : words.teamMembers(count);
}

function Summary({ importing }: { importing: Importing }) {
  const { progress, undone } = importing;
  if (!progress) return null;
  const created = Object.entries(progress.created).filter(([, count]) => count > 0);
  const withDeals = created.some(([tab]) => tab === 'deals');
  const close = (
    <Button {...(withDeals ? {} : { kind: 'main' as const })} onClick={closeWindow}>
      {words.close}
    </Button>
  );
  return (
    <div class="stack">
      {undone ? (
        <UndoState undone={undone} total={sumOf(progress.created)} />
      ) : (
        <Notice kind="good">
          <strong role="status">{words.imported}</strong>
          <span>
            {words.importedWhat(created.map(([tab, count]) => madeText(tab, count)).join(', '), progress.skipped)}
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
              {words.openThePipelineReport}
            </Button>
          )}
          {!withDeals && close}
          <Button icon="undo" onClick={importing.undo}>
            {words.undoTheImport}
          </Button>
          {withDeals && close}
        </div>
      )}
      {undone?.done && (
        <div class="actions">
          <Button onClick={() => importing.goTo('tab')}>{words.importAgain}</Button>
          <Button onClick={closeWindow}>{words.close}</Button>
        </div>
      )}
      {progress.problems.length > 0 && <Problems problems={progress.problems} count={progress.problems.length} />}
    </div>
  );
}
