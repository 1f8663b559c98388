// What happened to a record, newest first: interactions, tasks, and who changed what.
import { useState } from 'preact/hooks';
import type { TimelineEntry } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { momentText } from '../format';
import { interactionIcons } from '../forms/layout';
import { memberName } from '../forms/member-name';
import { Button } from '../ui/button';
import { Icon, type IconName } from '../ui/icons';

const entryIcons: { readonly [K in TimelineEntry['kind']]: IconName } = {
  interaction: 'message',
  task: 'task',
  change: 'edit',
};
const filters = [
  { kind: null, label: 'All' },
  { kind: 'interaction', label: 'Interactions' },
  { kind: 'task', label: 'Tasks' },
  { kind: 'change', label: 'Changes' },
] as const;
const shownAtFirst = 15;

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const [kind, setKind] = useState<TimelineEntry['kind'] | null>(null);
  const [limit, setLimit] = useState(shownAtFirst);
  const wanted = kind ? entries.filter((entry) => entry.kind === kind) : entries;
  return (
    <section class="section" aria-labelledby="timeline">
      <div class="head">
        <h2 id="timeline">Timeline</h2>
      </div>
      {entries.length > 3 && (
        <fieldset class="scroller" aria-label="Show in timeline">
          {filters.map((filter) => (
            <button
              key={filter.label}
              type="button"
              class="filter"
              aria-pressed={kind === filter.kind}
              onClick={() => setKind(filter.kind)}
            >
              {filter.label}
            </button>
          ))}
        </fieldset>
      )}
      {wanted.length === 0 && <p class="muted">Nothing yet.</p>}
      <ol class="timeline">
        {wanted.slice(0, limit).map((entry, at) => (
          <Moment key={`${entry.at}${entry.title}${at}`} entry={entry} />
        ))}
      </ol>
      {wanted.length > limit && (
        <Button slim kind="plain" onClick={() => setLimit(limit + 50)}>
          Show older
        </Button>
      )}
    </section>
  );
}

/** An interaction's title begins with its kind: "Call: Price". */
function iconOf(entry: TimelineEntry): IconName {
  const kind = entry.kind === 'interaction' ? entry.title.split(':')[0] : undefined;
  return (kind && interactionIcons[kind]) || entryIcons[entry.kind];
}

function Moment({ entry }: { entry: TimelineEntry }) {
  const app = useApp();
  const { tab, id } = entry;
  const title = entry.title || 'Untitled';
  return (
    <li>
      <span class="mark round">
        <Icon name={iconOf(entry)} size={14} />
      </span>
      <div class="words">
        {tab && id && entry.kind !== 'change' ? (
          <button
            type="button"
            class="plain-link name"
            onClick={() => app.go({ kind: 'record', tab, id, known: { name: title, detail: '' } })}
          >
            {title}
          </button>
        ) : (
          <span class={entry.kind === 'change' ? '' : 'name'}>{title}</span>
        )}
        {entry.detail && entry.kind !== 'change' && <span class="said small">{entry.detail}</span>}
        <span class="detail">
          {[
            momentText(entry.at, app.start.timeZone, app.today()),
            memberName(app.start.team, entry.who),
            entry.kind === 'change' ? entry.detail : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
    </li>
  );
}
