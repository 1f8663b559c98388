// The log of executions: what ran, as whom, with which service calls and how much modelled time.
import { useEffect, useState } from 'preact/hooks';
import type { ExecutionLogEntry } from '../runtime/types';
import { api } from './api';
import { Drawer } from './drawer';
import { duration, wallClock } from './format';

const sources: { [source: string]: string } = {
  client: 'sidebar or dialog',
  menu: 'menu',
  simpleTrigger: 'simple trigger',
  installable: 'edit or change trigger',
  timeTrigger: 'time trigger',
  webApp: 'web app',
  webClient: 'page of the web app',
};
const mostShown = 200;

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

interface ExecutionsProps {
  /** Changes when an execution begins or ends. */
  stamp: number;
  timeZone: string;
  close: () => void;
  failed: (error: Error) => void;
}

export function Executions({ stamp, timeZone, close, failed }: ExecutionsProps) {
  const [list, setList] = useState<ExecutionLogEntry[] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      api.executions().then((all) => setList([...all].sort((a, b) => b.id - a.id).slice(0, mostShown)), failed);
    }, 150);
    return () => clearTimeout(timer);
  }, [stamp]);

  return (
    <Drawer
      title="Executions"
      note="Every run of the add-on, with the calls it made and the time they would take on Google."
      testid="executions"
      close={close}
    >
      <ol class="run-list">
        {list?.map((run) => (
          <li key={run.id} data-testid="execution">
            <details>
              <summary>
                <span class={`status ${run.status}`} title={run.status} />
                <span class="run-name">{run.function}</span>
                <span class="run-time">{duration(run.modelledMs)}</span>
                <span class="run-detail">
                  {sources[run.source] ?? run.source} · {run.user || 'system'} · {wallClock(run.startedAt, timeZone)}
                </span>
                <span class="run-calls">
                  {counted(run.calls.reads, 'read')} · {counted(run.calls.writes, 'write')} · {run.calls.other} other
                </span>
              </summary>
              {run.error && <p class="run-error">{run.error}</p>}
              {run.log.length > 0 && <pre class="run-log">{run.log.join('\n')}</pre>}
              <ol class="trace">
                {run.trace.map((call, index) => (
                  <li key={index}>{call}</li>
                ))}
              </ol>
            </details>
          </li>
        ))}
        {list?.length === 0 && <li class="empty">Nothing has run yet.</li>}
      </ol>
    </Drawer>
  );
}
