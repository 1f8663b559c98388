// The window for taking the data along, and for leaving: files for other programs above, taking Rowbook out of the workbook below.
import { useState } from 'preact/hooks';
import { useApp } from '../app/app';
import { WindowApp, WindowFrame } from '../app/window';
import { Failed, Ghosts } from '../ui/notice';
import * as words from '../words';
import { Files } from './files';
import { Gone, LeaveSection } from './leave';
import { useEverything } from './use-everything';

const frame = { title: words.exportAndLeave, waiting: words.readingRecords };

export function ExportApp() {
  return (
    <WindowApp {...frame}>
      <ExportWindow />
    </WindowApp>
  );
}

function ExportWindow() {
  const { start } = useApp();
  const everything = useEverything();
  const { rows, count, error } = everything;
  const [gone, setGone] = useState<{ triggersOf: string } | null>(null);
  const status = gone || error ? '' : rows ? words.recordsInAll(count) : words.recordsSoFar(count);
  return (
    <WindowFrame title={frame.title} status={status} busy={!rows && !error}>
      {gone ? (
        <Gone triggersOf={gone.triggersOf} />
      ) : (
        <div class="scrolls stack">
          <section class="stack" aria-label={words.takeDataAlong}>
            <h2>{words.takeDataAlong}</h2>
            {error && <Failed error={error} onRetry={everything.reload} />}
            {rows ? <Files rows={rows} /> : !error && <Ghosts lines={6} label={frame.waiting} />}
          </section>
          <LeaveSection isAdmin={start.user.role === 'admin'} onGone={setGone} />
        </div>
      )}
    </WindowFrame>
  );
}
