// What happened to a record, newest first: interactions, tasks, and who changed what.
import { useState } from 'preact/hooks';
import type { RecordView, TimelineEntry } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { RecordLink } from '../app/record-link';
import { momentText } from '../format';
import { interactionIcons } from '../forms/layout';
import { memberName } from '../forms/member-name';
import { hows } from '../history/hows';
import { summaryText } from '../history/summary-text';
import { Button } from '../ui/button';
import { Filters } from '../ui/filters';
import { Icon, type IconName } from '../ui/icons';
import * as words from '../words';

const entryIcons: { readonly [K in TimelineEntry['kind']]: IconName } = {
  interaction: 'message',
  task: 'task',
  change: 'edit',
};
const filters = [
  { value: 'interaction', label: words.interactions },
  { value: 'email', label: words.emails },
  { value: 'task', label: words.tasks },
  { value: 'stage', label: words.stages },
  { value: 'change', label: words.fieldChanges },
] as const;
type Sort = (typeof filters)[number]['value'];
const shownAtFirst = 15;
/** As many changes as a page of a record tells at most. */
const mostChanges = 50;

/** What an entry is for who looks for it: emails and moves to another stage are kinds of their own. */
function sortOf({ kind, title }: TimelineEntry): Sort {
  if (kind === 'interaction' && title.startsWith('Email:')) return 'email';
  return kind === 'change' && /(^|, )Stage /.test(title) ? 'stage' : kind;
}

export function Timeline({ record, entries }: { record: RecordView; entries: readonly TimelineEntry[] }) {
  const app = useApp();
  const [sort, setSort] = useState<Sort | null>(null);
  const [limit, setLimit] = useState(shownAtFirst);
  const sorts = new Set(entries.map(sortOf));
  const offered = [{ value: null, label: words.all }, ...filters.filter(({ value }) => sorts.has(value))];
  const wanted = sort ? entries.filter((entry) => sortOf(entry) === sort) : entries;
  const { tab, id, name } = record;
  return (
    <section class="section" aria-labelledby="timeline">
      <div class="head">
        <h2 id="timeline">{words.timeline}</h2>
      </div>
      {offered.length > 2 && (
        <Filters
          label={words.showInTimeline}
          options={offered}
          value={sort}
          onValue={(next) => {
            setSort(next);
            setLimit(shownAtFirst);
          }}
        />
      )}
      {wanted.length === 0 && <p class="muted">{words.nothingYet}</p>}
      <ol class="timeline">
        {wanted.slice(0, limit).map((entry, at) => (
          <Moment key={`${entry.at}${entry.title}${at}`} entry={entry} />
        ))}
      </ol>
      {wanted.length > limit ? (
        <Button slim kind="plain" onClick={() => setLimit(limit + 50)}>
          {words.showOlder}
        </Button>
      ) : (
        entries.filter(({ kind }) => kind === 'change').length >= mostChanges && (
          <Button slim kind="plain" onClick={() => app.go({ kind: 'history', tab, id, name })}>
            {words.olderChangesInHistory}
          </Button>
        )
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
  const isChange = entry.kind === 'change';
  const title = (isChange ? summaryText(entry.title) : entry.title) || words.untitled;
  return (
    <li>
      <span class="mark round">
        <Icon name={iconOf(entry)} size={14} />
      </span>
      <div class="words">
        {tab && id && !isChange ? (
          <RecordLink tab={tab} id={id} name={title} class="plain-link name" />
        ) : (
          <span class={isChange ? '' : 'name'}>{title}</span>
        )}
        {entry.detail && !isChange && <span class="said small">{entry.detail}</span>}
        <span class="detail">
          {[
            momentText(entry.at, app.start.timeZone, app.today()),
            memberName(app.start.team, entry.who),
            isChange ? (hows[entry.detail] ?? words.told(entry.detail)) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
    </li>
  );
}
