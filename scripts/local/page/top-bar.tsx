// The bar at the top: title, the add-on's menus, undo, clock, inbox, executions, and who is acting.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { MenuItem } from '../runtime/types';
import type { WireUser } from '../server/wire';
import { ClockButton } from './clock';
import { icons } from './icons';
import { below, type Choice, Popup } from './popup';

export interface TopBarProps {
  title: string;
  menus: readonly MenuItem[] | null;
  runMenu: (item: MenuItem) => void;
  undo: () => void;
  redo: () => void;
  now: string;
  timeZone: string;
  moveClock: (to: { now: string } | { advanceMs: number }) => void;
  unread: number;
  openDrawer: (drawer: 'inbox' | 'executions') => void;
  users: readonly WireUser[];
  user: string;
  switchUser: (email: string) => void;
}

export function TopBar(props: TopBarProps) {
  return (
    <header class="top-bar">
      <div class="brand">
        <img src="/icon.svg" alt="" width="26" height="26" />
        <h1 data-testid="title">{props.title}</h1>
      </div>
      <nav class="menus" aria-label="Menus" data-testid="menus">
        {props.menus === null && <span class="menu-waiting">Loading the menu…</span>}
        {props.menus?.map((menu) => (
          <AddonMenu key={menu.caption} menu={menu} run={props.runMenu} />
        ))}
        <IconButton label="Undo" hint="Ctrl+Z" onClick={props.undo}>
          {icons.undo}
        </IconButton>
        <IconButton label="Redo" hint="Ctrl+Y" onClick={props.redo}>
          {icons.redo}
        </IconButton>
      </nav>
      <div class="tools">
        <ClockButton now={props.now} timeZone={props.timeZone} move={props.moveClock} />
        <button type="button" class="tool" onClick={() => props.openDrawer('inbox')} data-testid="open-inbox">
          {icons.mail}
          <span class="tool-text">Inbox</span>
          {props.unread > 0 && (
            <span class="badge" data-testid="unread">
              {props.unread}
            </span>
          )}
        </button>
        <button type="button" class="tool" onClick={() => props.openDrawer('executions')} data-testid="open-executions">
          {icons.runs}
          <span class="tool-text">Executions</span>
        </button>
        <UserSwitch users={props.users} user={props.user} change={props.switchUser} />
      </div>
    </header>
  );
}

export function IconButton(props: { label: string; hint?: string; onClick: () => void; children: ComponentChildren }) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={props.label}
      title={props.hint ? `${props.label} (${props.hint})` : props.label}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}

/** One menu that the add-on's onOpen made; submenus are shown under a heading of their own. */
function AddonMenu({ menu, run }: { menu: MenuItem; run: (item: MenuItem) => void }) {
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  return (
    <>
      <button
        type="button"
        class="menu-button"
        aria-haspopup="menu"
        aria-expanded={at !== null}
        data-testid="addon-menu"
        onClick={(event) => setAt(below(event))}
      >
        {menu.caption}
      </button>
      {at && (
        <Popup label={menu.caption} at={at} choices={choicesOf(menu.items ?? [], run)} close={() => setAt(null)} />
      )}
    </>
  );
}

function choicesOf(items: readonly MenuItem[], run: (item: MenuItem) => void): Choice[] {
  return items.flatMap((item): Choice[] => {
    if (item.items) return [{ caption: null }, ...choicesOf(item.items, run)];
    if (item.function === null) return [{ caption: null }];
    return [{ caption: item.caption, act: () => run(item) }];
  });
}

function UserSwitch(props: { users: readonly WireUser[]; user: string; change: (email: string) => void }) {
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const current = props.users.find(({ email }) => email === props.user);
  const name = current?.name ?? props.user;
  const choices: Choice[] = [
    ...props.users.map((user) => ({
      caption: user.name,
      hint: `${user.role} · ${user.email}`,
      checked: user.email === props.user,
      act: () => props.change(user.email),
    })),
    { caption: null },
    {
      caption: 'Someone who is not in Team',
      hint: 'stranger@example.org',
      checked: props.user === 'stranger@example.org',
      act: () => props.change('stranger@example.org'),
    },
    {
      caption: 'Open a window as someone else',
      hint: 'each window keeps its own person',
      act: () => window.open(location.pathname, '_blank'),
    },
  ];
  return (
    <>
      <button
        type="button"
        class="user"
        aria-haspopup="menu"
        aria-label={`Acting as ${name}. Switch person`}
        data-testid="user"
        data-user={props.user}
        onClick={(event) => setAt(below(event))}
      >
        <span class="avatar" data-initials={initials(name)} style={{ background: tint(props.user) }} />
        <span class="tool-text">{name}</span>
        {icons.down}
      </button>
      {at && <Popup label="Act as" at={at} choices={choices} close={() => setAt(null)} />}
    </>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s@.]+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words[1]?.[0] ?? '')).toUpperCase();
}

/** A steady, calm colour for each person. */
function tint(text: string): string {
  let hash = 0;
  for (const letter of text) hash = (hash * 31 + letter.charCodeAt(0)) % 360;
  return `hsl(${hash} 38% 40%)`;
}
