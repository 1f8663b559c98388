// The whole page: bars around the grid, the add-on's sidebar and dialogs, and what a window knows of its person.
//
// Test ids of the main parts: title, menus, addon-menu, popup, clock (data-now), open-inbox, unread, open-executions,
// user (data-user), name-box, formula, grid (data-tab), grid-keys (takes the keyboard), active-cell, cell-editor, tabs,
// all-tabs, summary, sidebar, addon-dialog, panel-frame, alert, toasts, working, inbox, mail, open-mail, mail-html,
// mail-text, executions, execution.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MenuItem, Selection } from '../runtime/types';
import type { WireCall, WireTab, WireUi } from '../server/wire';
import { api } from './api';
import {
  AddonDialog,
  AlertBox,
  type AlertUi,
  AskBox,
  type DialogUi,
  type Question,
  type Toast,
  Toasts,
} from './dialogs';
import { Executions } from './executions';
import { FormulaBar } from './formula-bar';
import type { GridController, GridEvents, SelectedState } from './grid/controller';
import { Grid, rememberPlace } from './grid/grid';
import { gridChoices } from './grid/grid-menu';
import { icons } from './icons';
import { Inbox } from './inbox';
import { PanelFrame } from './panel-frame';
import { Popup } from './popup';
import { rememberedTab, rememberedUser, rememberTab, rememberUser } from './session';
import { TabBar } from './tab-bar';
import { TopBar } from './top-bar';
import { useWorkbook } from './workbook';

type SidebarUi = Extract<WireUi, { kind: 'sidebar' }>;
const toastMs = 6000;

export function App() {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const say = (title: string, message: string, tone: Toast['tone'] = 'plain', lastsMs: number | null = toastMs) =>
    setToasts((old) => [...old.slice(-3), { id: Date.now() + Math.random(), title, message, tone, lastsMs }]);
  const failed = (error: Error) => say('', error.message, 'bad');

  const { book, stamps, runs, connected } = useWorkbook(failed);
  const [chosenUser, setUser] = useState(rememberedUser);
  const user = chosenUser ?? book?.users[0]?.email ?? '';
  const [sheetId, setSheetId] = useState<number | null>(null);
  const [menus, setMenus] = useState<MenuItem[] | null>(null);
  const [sidebar, setSidebar] = useState<SidebarUi | null>(null);
  const [dialog, setDialog] = useState<DialogUi | null>(null);
  const [alerts, setAlerts] = useState<AlertUi[]>([]);
  const [question, setQuestion] = useState<Question | null>(null);
  const [drawer, setDrawer] = useState<'inbox' | 'executions' | null>(null);
  const [readMails, setReadMails] = useState<number | null>(null);
  const [selected, setSelected] = useState<SelectedState | null>(null);
  const [gridMenu, setGridMenu] = useState<Parameters<GridEvents['menu']>[0] | null>(null);
  const [working, setWorking] = useState(0);
  const grid = useRef<GridController | null>(null);

  const tab = book ? currentTab(book.tabs, sheetId) : null;

  useEffect(() => {
    if (!user) return;
    rememberUser(user);
    setMenus(null);
    api.menu(user).then(setMenus, (error: Error) => {
      setMenus([]);
      failed(error);
    });
  }, [user]);
  useEffect(() => {
    if (book) document.title = `${book.title} · Rowbook`;
    if (book && readMails === null) setReadMails(book.mails);
  }, [book]);
  useEffect(() => {
    if (drawer === 'inbox' && book) setReadMails(book.mails);
  }, [drawer, book?.mails]);

  const show = (id: number) => {
    setSheetId(id);
    const chosen = book?.tabs.find((candidate) => candidate.sheetId === id);
    if (chosen) rememberTab(chosen.title);
  };
  const showUi = (events: WireCall['ui']) => {
    for (const event of events) {
      if (event.kind === 'sidebar') setSidebar(event);
      else if (event.kind === 'dialog') setDialog(event);
      else if (event.kind === 'alert') setAlerts((old) => [...old, event]);
      else if (event.kind === 'select') bringForward(event);
      else say(event.title, event.message, 'plain', event.seconds < 0 ? null : event.seconds * 1000 || toastMs);
    }
  };

  /** What a script selects is brought into view; the keyboard stays where it is. */
  const bringForward = ({ sheetId: wanted, range }: Selection) => {
    if (range && grid.current?.tab.sheetId === wanted) return grid.current.select(range);
    if (range) rememberPlace(wanted, { row: range.row, column: range.column });
    show(wanted);
  };
  const selection = (): Selection | undefined => {
    if (!grid.current) return undefined;
    const { tab: shown, selection: now } = grid.current;
    const { top, bottom, left, right } = now.span;
    const rect = { sheetId: shown.sheetId, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
    return { sheetId: shown.sheetId, range: rect, cell: { ...rect, ...now.active, rows: 1, columns: 1 } };
  };

  /** Shows that something runs, and what went wrong. */
  const busy = async (work: Promise<unknown>) => {
    setWorking((count) => count + 1);
    try {
      await work;
    } catch (error) {
      failed(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setWorking((count) => count - 1);
    }
  };

  const runMenu = (item: MenuItem) => {
    const name = item.function;
    if (name === null) return;
    const selected = selection();
    busy(
      api
        .call({ user, source: 'menu', function: name, args: [], ...(selected ? { selection: selected } : {}) })
        .then(({ error, ui }) => {
          showUi(ui);
          if (error) say(item.caption, error.message, 'bad', null);
        }),
    );
  };

  const act = (kind: string, details: { [name: string]: unknown }) => api.act({ user, kind, ...details });
  /** What somebody typed for a cell that is gone stays on the screen until they have seen it, so that it can be copied. */
  const lost = (text: string, why: string) =>
    setAlerts((old) => [...old, { kind: 'alert', title: 'Not written', message: `${why}\n\nYou typed:\n${text}` }]);
  const onTab = (kind: string, details: { [name: string]: unknown }) => act(kind, { tab: tab?.title, ...details });
  const replay = (kind: 'undo' | 'redo') => busy(act(kind, {}));

  const events: GridEvents = {
    selected: setSelected,
    menu: setGridMenu,
    type: async (edit) => {
      await api.type({ user, ...edit });
    },
    act: async (kind, details) => {
      await onTab(kind, details);
    },
    failed,
    lost,
  };

  const onKey = useRef((_: KeyboardEvent) => {});
  onKey.current = (event) => {
    if (event.key === 'F6') {
      event.preventDefault();
      nextPane(event.shiftKey ? -1 : 1);
    }
    const letter = event.key.toLowerCase();
    const inField = event.target instanceof HTMLInputElement;
    if (!(event.ctrlKey || event.metaKey) || inField || (letter !== 'z' && letter !== 'y')) return;
    event.preventDefault();
    replay(letter === 'y' || event.shiftKey ? 'redo' : 'undo');
  };

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey.current(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);

  if (!book || !tab) return <p class="loading">{connected ? 'Opening the workbook…' : 'The local server is away.'}</p>;

  const panel = { user, selection, onUi: showUi, onFocusGrid: () => grid.current?.focus() };

  return (
    <div class="page">
      <TopBar
        title={book.title}
        menus={menus}
        runMenu={runMenu}
        undo={() => replay('undo')}
        redo={() => replay('redo')}
        now={book.now}
        timeZone={book.timeZone}
        moveClock={(to) => busy(api.clock(to))}
        unread={Math.max(0, book.mails - (readMails ?? book.mails))}
        openDrawer={(wanted) => setDrawer((open) => (open === wanted ? null : wanted))}
        users={book.users}
        user={user}
        switchUser={(email) => {
          setUser(email);
          setSidebar(null);
          setDialog(null);
        }}
      />
      <FormulaBar
        selected={selected}
        goTo={(place) => grid.current?.goTo(place)}
        write={(text) => grid.current?.typeActive(text)}
        focusGrid={() => grid.current?.focus()}
        lost={lost}
      />
      <main class="work">
        <Grid tab={tab} stamp={stamps[tab.sheetId] ?? 0} events={events} controller={grid} />
        {sidebar && (
          <aside class="sidebar" aria-label={sidebar.title} data-testid="sidebar">
            <header>
              <h2>{sidebar.title}</h2>
              <button type="button" class="icon-button" aria-label="Close sidebar" onClick={() => setSidebar(null)}>
                {icons.close}
              </button>
            </header>
            <PanelFrame
              key={sidebar.frame}
              {...panel}
              frame={sidebar.frame}
              title={sidebar.title}
              onClose={() => setSidebar(null)}
            />
          </aside>
        )}
        {drawer === 'inbox' && (
          <Inbox mails={book.mails} timeZone={book.timeZone} close={() => setDrawer(null)} failed={failed} />
        )}
        {drawer === 'executions' && (
          <Executions stamp={runs} timeZone={book.timeZone} close={() => setDrawer(null)} failed={failed} />
        )}
      </main>
      <TabBar
        tabs={book.tabs}
        current={tab.sheetId}
        show={show}
        act={(kind, details) => busy(act(kind, details))}
        ask={setQuestion}
        summary={selected?.summary ?? { count: 0, sum: null }}
      />
      {gridMenu && (
        <Popup
          label="Cells"
          at={gridMenu}
          choices={gridChoices({
            ...gridMenu,
            tab,
            act: (kind, details) => busy(onTab(kind, details)),
            ask: setQuestion,
          })}
          close={() => {
            setGridMenu(null);
            grid.current?.focus();
          }}
        />
      )}
      {dialog && <AddonDialog key={dialog.frame} {...panel} dialog={dialog} onClose={() => setDialog(null)} />}
      {question && <AskBox question={question} close={() => setQuestion(null)} />}
      {alerts[0] && <AlertBox alert={alerts[0]} close={() => setAlerts((old) => old.slice(1))} />}
      {working > 0 && (
        <div class="working" role="status" data-testid="working">
          Working…
        </div>
      )}
      {!connected && (
        <div class="working lost" role="status">
          The local server is away. Trying again…
        </div>
      )}
      <Toasts toasts={toasts} close={(id) => setToasts((old) => old.filter((toast) => toast.id !== id))} />
    </div>
  );
}

/** F6 leads from part to part, because Tab belongs to the cells while the grid has the keyboard. */
function nextPane(by: number): void {
  const panes = [
    '[data-testid=addon-menu]',
    '[data-testid=grid-keys]',
    '.sidebar iframe',
    '.drawer',
    '.tab[aria-selected=true]',
  ]
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .filter((pane) => pane !== null);
  const now = panes.findIndex((pane) => pane === document.activeElement || pane.contains(document.activeElement));
  panes[(now + by + panes.length) % panes.length]?.focus();
}

/** The chosen tab, else the one in the address, else the first that is not hidden. */
function currentTab(tabs: readonly WireTab[], sheetId: number | null): WireTab | null {
  const remembered = rememberedTab();
  return (
    tabs.find((tab) => tab.sheetId === sheetId) ??
    tabs.find((tab) => tab.title === remembered) ??
    tabs.find((tab) => !tab.hidden) ??
    tabs[0] ??
    null
  );
}
