// The first screen, today: the search box, four answers, whom to follow up with, what was opened lately, the way to new records.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RecordTabKey } from '../../src/domain/schema';
import { mayManage, mayWrite, useApp } from '../app/app';
import { store } from '../app/store';
import { useFind } from '../app/use-find';
import { useFollowUps } from '../app/use-follow-ups';
import { usePipeline } from '../app/use-pipeline';
import { call, openWindow } from '../call';
import { tabIcon } from '../forms/layout';
import { sentenceFor } from '../messages';
import { Button, IconButton } from '../ui/button';
import { Icon } from '../ui/icons';
import { Ghosts, Notice } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { QuickAdd } from './bar';
import { Find } from './find';
import { FollowUps } from './follow-ups';
import { FoundList, moveInList } from './found-list';
import { PipelineCard } from './pipeline-card';
import { Questions } from './questions';

export function Home() {
  const app = useApp();
  const [query, setQuery] = useState(app.memory.query);
  const [tab, setTab] = useState<RecordTabKey | null>(app.memory.tab);
  const box = useRef<HTMLInputElement>(null);
  const screen = useRef<HTMLDivElement>(null);
  app.memory.query = query;
  app.memory.tab = tab;
  const finding = query.trim() !== '' || tab !== null;

  useEffect(() => {
    // On a phone that would bring up the keyboard over half of the screen.
    if (app.memory.focus === '' && app.follow) box.current?.focus();
  }, [app.memory]);

  const clear = () => {
    setQuery('');
    setTab(null);
    box.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && finding) {
      event.stopPropagation();
      clear();
    } else if (event.key === 'ArrowUp' && document.activeElement?.matches('li:first-child > button.entry')) {
      event.preventDefault();
      box.current?.focus();
    } else if (event.target === box.current) {
      if (event.key === 'ArrowDown') moveInList(event, screen.current);
      if (event.key === 'Enter' && finding) screen.current?.querySelector<HTMLElement>('button.entry')?.click();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that lead from the box to the list and back
    <div ref={screen} onKeyDown={onKeyDown}>
      <h1 class="unseen">Rowbook</h1>
      <div class="bar">
        <search class="search">
          <Icon name="search" />
          <input
            ref={box}
            id="search"
            class="input"
            type="text"
            inputMode="search"
            enterkeyhint="search"
            aria-label={words.search}
            placeholder={words.searchContactsDeals}
            autocomplete="off"
            spellcheck={false}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          {finding && <IconButton icon="close" label={words.clearSearch} onClick={clear} />}
        </search>
        <QuickAdd />
      </div>
      {finding ? <Find query={query} tab={tab} onTab={setTab} /> : <Today onBrowse={setTab} />}
    </div>
  );
}

function Today({ onBrowse }: { onBrowse: (tab: RecordTabKey) => void }) {
  const app = useApp();
  const followUps = useFollowUps();
  const pipeline = usePipeline();
  return (
    <>
      <Notices />
      <Attention />
      <Questions followUps={followUps} pipeline={pipeline} />
      {mayWrite(app.start) && <NewTiles />}
      <FollowUps held={followUps} />
      <PipelineCard report={pipeline.report} />
      <Recent />
      <Places onBrowse={onBrowse} />
    </>
  );
}

/** What a person should know, from the server. Set-up repairs most of it, so its button stands beside. */
function Notices() {
  const { start } = useApp();
  if (start.notices.length === 0) return null;
  return (
    <div class="stack tight below">
      {start.notices.map((notice) => (
        <Notice key={notice.code} kind="warn">
          <span>{words.told(notice.message)}</span>
          {notice.action === 'setUpWorkbook' && start.user.role === 'admin' && <SetUpAgain />}
        </Notice>
      ))}
    </div>
  );
}

/** How much in the sheet cannot be right, and the way there. */
function Attention() {
  const { start, go } = useApp();
  if (start.attention === 0) return null;
  return (
    <div class="below">
      <Notice kind="warn">
        <span>{words.thingsCannotBeRight(start.attention)}</span>
        <span>
          <Button slim onClick={() => go({ kind: 'attention' })}>
            {words.lookAndRepair}
          </Button>
        </span>
      </Notice>
    </div>
  );
}

function SetUpAgain() {
  const { reload } = useApp();
  const [working, setWorking] = useState(false);
  const run = () => {
    setWorking(true);
    call
      .setUpWorkbook({})
      .then(reload)
      .catch((error) => toast(sentenceFor(error)))
      .finally(() => setWorking(false));
  };
  return (
    <span>
      <Button slim disabled={working} onClick={run}>
        {working ? words.settingUp : words.runSetUpAgain}
      </Button>
    </span>
  );
}

function NewTiles() {
  const { go } = useApp();
  const tiles = ['contacts', 'companies', 'deals', 'tasks'] as const;
  return (
    <div class="tiles">
      {tiles.map((tab) => (
        <button
          key={tab}
          type="button"
          class="tile"
          aria-label={words.newKind(tab)}
          onClick={() => go({ kind: 'form', tab })}
        >
          <Icon name={tabIcon(tab)} />
          <span>{words.kindTitle(tab)}</span>
        </button>
      ))}
    </div>
  );
}

/** Records opened lately; in a window that opened none yet, the newest of the workbook. */
function Recent() {
  const recent = store.recent();
  const { result } = useFind({ limit: 6 }, recent.length === 0);
  const records = recent.length > 0 ? recent : (result?.records ?? []);
  if (recent.length === 0 && !result) {
    return (
      <div class="section">
        <Ghosts lines={2} label={words.loadingRecords} />
      </div>
    );
  }
  if (records.length === 0) return null;
  const title = recent.length > 0 ? words.recent : words.newest;
  return (
    <section class="section">
      <div class="head">
        <h2>{title}</h2>
      </div>
      <FoundList records={records} label={title} />
    </section>
  );
}

function Places({ onBrowse }: { onBrowse: (tab: RecordTabKey) => void }) {
  const app = useApp();
  const open = (name: 'openBoard' | 'openReport' | 'openLists' | 'openImport' | 'openSettings') =>
    openWindow(name, (error) => toast(sentenceFor(error)));
  const browse = ['contacts', 'companies', 'deals'] as const;
  return (
    <nav class="section" aria-label={words.more}>
      <ul class="list">
        {browse.map((tab) => (
          <Place key={tab} icon={tabIcon(tab)} label={words.allOfKind(tab)} onClick={() => onBrowse(tab)} />
        ))}
        {app.follow && (
          <Place icon="pin" label={words.followSelectedRow} isOn={app.follow.on} onClick={app.follow.toggle} />
        )}
        <Place icon="clock" label={words.history} onClick={() => app.go({ kind: 'history' })} />
        <Place icon="alert" label={words.needsAttention} onClick={() => app.go({ kind: 'attention' })} />
        {app.follow && (
          <>
            <Place icon="stage" label={words.pipelineBoard} onClick={() => open('openBoard')} window />
            <Place icon="chart" label={words.pipelineReport} onClick={() => open('openReport')} window />
            <Place icon="check" label={words.lists} onClick={() => open('openLists')} window />
            <Place icon="upload" label={words.importList} onClick={() => open('openImport')} window />
            <Place icon="edit" label={words.settings} onClick={() => open('openSettings')} window />
          </>
        )}
        {mayManage(app.start) && (
          <>
            <Place icon="person" label={words.handOverRecords} onClick={() => app.go({ kind: 'handOver' })} />
            <Place icon="lock" label={words.gridChangesAgainstRoles} onClick={() => app.go({ kind: 'gridChanges' })} />
          </>
        )}
      </ul>
      {!app.follow && <p class="hint">{words.wideWindowsOnComputer}</p>}
    </nav>
  );
}

function Place(props: {
  icon: Parameters<typeof Icon>[0]['name'];
  label: string;
  onClick: () => void;
  window?: boolean;
  /** It is a switch that is on or off, and leads nowhere. */
  isOn?: boolean;
}) {
  const isSwitch = props.isOn !== undefined;
  return (
    <li>
      <button
        type="button"
        class="entry"
        {...(isSwitch ? { role: 'switch', 'aria-checked': props.isOn } : {})}
        onClick={props.onClick}
      >
        <span class="mark">
          <Icon name={props.icon} />
        </span>
        <span class="words name">{props.label}</span>
        {isSwitch ? (
          <span class="badge accent">{props.isOn ? words.on : words.off}</span>
        ) : (
          <Icon name={props.window ? 'external' : 'forward'} size={14} />
        )}
      </button>
    </li>
  );
}
