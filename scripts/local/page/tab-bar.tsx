// The bar at the bottom: all tabs in a list, the shown ones as tabs, and what the selection adds up to.
import { useState } from 'preact/hooks';
import type { WireTab } from '../server/wire';
import { formatNumber } from './format';
import { icons } from './icons';
import { below, type Choice, Popup } from './popup';

export interface TabBarProps {
  tabs: readonly WireTab[];
  current: number;
  show: (sheetId: number) => void;
  act: (kind: string, details: { [name: string]: unknown }) => void;
  ask: (question: { title: string; value: string; then: (text: string) => void }) => void;
  summary: { count: number; sum: number | null };
}

export function TabBar(props: TabBarProps) {
  const [menu, setMenu] = useState<{ at: { x: number; y: number }; tab: WireTab | null } | null>(null);
  const shown = props.tabs.filter((tab) => !tab.hidden || tab.sheetId === props.current);
  const { summary } = props;
  return (
    <footer class="tab-bar">
      <button
        type="button"
        class="icon-button"
        aria-label="New tab"
        title="New tab"
        onClick={() =>
          props.ask({
            title: 'Name of the new tab',
            value: freeTitle(props.tabs),
            then: (title) => props.act('addTab', { tab: title }),
          })
        }
      >
        {icons.plus}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="All tabs"
        title="All tabs"
        aria-haspopup="menu"
        data-testid="all-tabs"
        onClick={(event) => setMenu({ at: below(event), tab: null })}
      >
        {icons.list}
      </button>
      <div class="tabs" role="tablist" aria-label="Tabs" data-testid="tabs">
        {shown.map((tab) => (
          <button
            key={tab.sheetId}
            type="button"
            role="tab"
            aria-selected={tab.sheetId === props.current}
            class={tab.hidden ? 'tab hidden-tab' : 'tab'}
            style={tab.tabColor ? { boxShadow: `inset 0 -3px ${tab.tabColor}` } : {}}
            onClick={() => props.show(tab.sheetId)}
            onDblClick={() => rename(props, tab)}
            onContextMenu={(event) => {
              event.preventDefault();
              setMenu({ at: { x: event.clientX, y: event.clientY }, tab });
            }}
            ref={(element) => {
              if (element && tab.sheetId === props.current)
                element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
            }}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <output class="summary" data-testid="summary">
        {summary.count > 1 && summary.sum !== null && <span>Sum {formatNumber(summary.sum)}</span>}
        {summary.count > 1 && <span>Count {formatNumber(summary.count)}</span>}
      </output>
      {menu && (
        <Popup
          label={menu.tab ? `Tab ${menu.tab.title}` : 'All tabs'}
          at={menu.at}
          choices={menu.tab ? tabChoices(props, menu.tab) : allTabs(props)}
          close={() => setMenu(null)}
        />
      )}
    </footer>
  );
}

function allTabs(props: TabBarProps): Choice[] {
  const choice = (tab: WireTab): Choice => ({
    caption: tab.title,
    checked: tab.sheetId === props.current,
    ...(tab.hidden ? { hint: 'hidden' } : {}),
    act: () => props.show(tab.sheetId),
  });
  const hidden = props.tabs.filter((tab) => tab.hidden);
  const open = props.tabs.filter((tab) => !tab.hidden);
  return [...open.map(choice), ...(hidden.length > 0 ? [{ caption: null }] : []), ...hidden.map(choice)];
}

function tabChoices(props: TabBarProps, tab: WireTab): Choice[] {
  return [
    { caption: 'Rename…', act: () => rename(props, tab) },
    { caption: 'Make a copy', act: () => props.act('copyTab', { tab: tab.title }) },
    {
      caption: tab.hidden ? 'Show' : 'Hide',
      act: () => props.act('hideTab', { tab: tab.title, hidden: !tab.hidden }),
    },
    { caption: null },
    { caption: 'Delete', danger: true, act: () => props.act('deleteTab', { tab: tab.title }) },
  ];
}

function rename(props: TabBarProps, tab: WireTab): void {
  props.ask({
    title: 'New name of the tab',
    value: tab.title,
    then: (title) => props.act('renameTab', { tab: tab.title, title }),
  });
}

function freeTitle(tabs: readonly WireTab[]): string {
  let number = 1;
  while (tabs.some(({ title }) => title === `Sheet${number}`)) number++;
  return `Sheet${number}`;
}
