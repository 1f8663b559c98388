// A record's page: what matters first, what can be done, its details, what belongs to it, and all that happened.
import { useEffect, useState } from 'preact/hooks';
import type { FoundRecord, RecordPage as Page, RecordView, TimelineEntry } from '../../src/rpc/contract';
import { mayWrite, type Screen, useApp } from '../app/app';
import { copyLink, linkTo } from '../app/copy-link';
import { whyLocked } from '../app/rights';
import { store } from '../app/store';
import { toastWithUndo } from '../app/undo';
import { usePage } from '../app/use-page';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { Button, IconButton } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { Menu } from '../ui/menu';
import { Empty, Failed, Ghosts, Notice } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { Bar } from './bar';
import { belongingText } from './belonging';
import { Details } from './details';
import { Facts } from './facts';
import { FoundList } from './found-list';
import { LogInteraction } from './log-interaction';
import { presetFor } from './preset';
import { NextStep, Reach, Subtitle, Title } from './record-head';
import { StagePicker } from './stage-picker';
import { Timeline } from './timeline';

export function RecordScreen(props: Extract<Screen, { kind: 'record' }>) {
  const { tab, id } = props;
  const app = useApp();
  const { page, error, gone } = usePage(tab, id);
  const name = page?.record.name ?? props.known?.name ?? id;
  const locked = page ? whyLocked(app.start, page.record) : undefined;

  useEffect(() => {
    if (page) store.opened(foundOf(page.record));
  }, [page]);

  return (
    <>
      <Bar title={words.kindTitle(tab)}>
        {page && !app.onlyRecords && (
          <IconButton
            icon="clock"
            label={words.history}
            onClick={() => app.go({ kind: 'history', tab, id, name: page.record.name })}
          />
        )}
        {page && locked === undefined && (
          <IconButton icon="edit" label={words.edit} onClick={() => app.go({ kind: 'form', tab, id })} />
        )}
        {page && <MoreMenu page={page} mayDelete={locked === undefined} />}
      </Bar>
      <Title tab={tab} name={name}>
        <Subtitle record={page?.record ?? null} id={id} />
      </Title>
      {locked !== undefined && (
        <div class="below">
          <Notice>{words.told(locked)}</Notice>
        </div>
      )}
      {error && !gone && <Failed error={error} onRetry={app.touched} />}
      {gone && (
        <Empty icon="trash">
          <p>{error}</p>
          <Button onClick={app.back}>{words.back}</Button>
        </Empty>
      )}
      {!page && !error && <Ghosts lines={6} label={words.loadingKind(tab)} />}
      {page && <Body page={page} log={props.log} />}
    </>
  );
}

/** The record as the list of recent ones shows it. */
function foundOf({ tab, id, name, fields, labels }: RecordView): FoundRecord {
  const shown = [fields.stage, fields.amount, fields.jobTitle, fields.industry, fields.company, fields.due];
  const detail = shown
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map((value) => labels[String(value)] ?? String(value))
    .join(' · ');
  const { amount = null, currency = null } = fields;
  return { tab, id, name, detail, fields: { amount, currency } };
}

function Body({ page, log }: { page: Page; log: string | undefined }) {
  const app = useApp();
  const { record } = page;
  const writes = mayWrite(app.start);
  /** An interaction that is being saved shows already. */
  const [coming, setComing] = useState<TimelineEntry | null>(null);
  return (
    <>
      <Reach record={record} />
      {record.tab === 'deals' && <StagePicker record={record} />}
      <NextStep timeline={page.timeline} />
      <Facts record={record} />
      {record.issues.length > 0 && <Issues record={record} />}
      {writes && record.tab !== 'interactions' && record.tab !== 'products' && (
        <LogInteraction record={record} first={log} onComing={setComing} />
      )}
      <Details record={record} />
      <Related page={page} />
      <Timeline record={record} entries={coming ? [coming, ...page.timeline] : page.timeline} />
    </>
  );
}

function Issues({ record }: { record: RecordView }) {
  return (
    <div class="section">
      <Notice kind="warn">
        <strong>{words.needsAttentionInRow(record.row)}</strong>
        <ul>
          {record.issues.map((issue) => (
            <li key={`${issue.field}${issue.code}`}>{words.told(issue.message)}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function Related({ page }: { page: Page }) {
  const app = useApp();
  const { record, related } = page;
  const offered = (['contacts', 'deals', 'tasks'] as const).filter((tab) => presetFor(record, tab) !== null);
  const writes = mayWrite(app.start) && offered.length > 0;
  if (related.length === 0 && !writes) return null;
  return (
    <section class="section" aria-labelledby="related">
      <div class="head">
        <h2 id="related">{words.related}</h2>
      </div>
      {related.length > 0 && <FoundList records={related} label={words.related} />}
      {writes && (
        <div class="actions">
          {offered.map((tab) => (
            <Button
              key={tab}
              slim
              icon="plus"
              label={words.newKind(tab)}
              onClick={() =>
                app.go({ kind: 'form', tab, preset: presetFor(record, tab) ?? { fields: {}, labels: {} } })
              }
            >
              {words.kindTitle(tab)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

/** What keeps a person from seeing a record's row in the sheet. */
const hiddenBy = {
  tab: words.tabIsHidden,
  filter: words.filterHidesRow,
  row: words.rowIsHidden,
};

function showInSheet({ tab, id }: RecordView): void {
  call.showInSheet({ tab, id }).then(
    ({ hidden }) => hidden !== '' && toast(hiddenBy[hidden]),
    (error) => toast(sentenceFor(error)),
  );
}

function MoreMenu({ page, mayDelete }: { page: Page; mayDelete: boolean }) {
  const app = useApp();
  const { record } = page;
  const belonging = belongingText(page);
  const link = linkTo(record.id, app.start);
  const [asking, setAsking] = useState(false);

  const remove = () => {
    setAsking(false);
    call.deleteRecord({ tab: record.tab, id: record.id, baseVersion: record.version }).then(
      ({ changeSet, warnings }) => {
        store.forgetPage(record.tab, record.id);
        store.forgetLists();
        toastWithUndo(
          [words.kindDeleted(record.tab, record.name), ...warnings.map(words.told)].join(' '),
          changeSet,
          () => {
            store.forgetLists();
            app.touched();
          },
        );
        app.touched();
        app.back();
      },
      (error) => toast(sentenceFor(error)),
    );
  };

  return (
    <>
      <Menu
        icon="more"
        label={words.moreActions}
        items={[
          ...(app.follow ? [{ label: words.showInSheet, icon: 'pin' as const, run: () => showInSheet(record) }] : []),
          ...(link ? [{ label: words.copyLink, icon: 'link' as const, run: () => void copyLink(link) }] : []),
          { label: words.reload, icon: 'refresh', run: app.touched },
          ...(mayDelete
            ? [{ label: words.deleteKind(record.tab), icon: 'trash' as const, run: () => setAsking(true) }]
            : []),
        ]}
      />
      {asking && (
        <Confirm
          title={words.deleteThisKind(record.tab)}
          yes={words.deleteIt}
          danger
          onYes={remove}
          onNo={() => setAsking(false)}
        >
          <p>{words.leavesTheSheet(record.tab, record.name)}</p>
          {belonging && <p>{belonging}</p>}
        </Confirm>
      )}
    </>
  );
}
