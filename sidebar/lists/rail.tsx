// The lists there are: one's own, those of the team, and what to begin with.
import { tabOf } from '../../src/domain/schema';
import { segmentTabs } from '../../src/domain/segment';
import { mayWrite, useApp } from '../app/app';
import { tabIcon } from '../forms/layout';
import { memberName } from '../forms/member-name';
import { Icon, type IconName } from '../ui/icons';
import * as words from '../words';
import { type Draft, ideas, type SavedList, tabOfList } from './saved-list';

interface RailProps {
  lists: readonly SavedList[];
  /** The list that is open; null: a new one. */
  current: SavedList | null;
  /** Whether what is open holds changes that are not saved. */
  changed: (list: SavedList) => boolean;
  onList: (list: SavedList) => void;
  onDraft: (draft: Draft) => void;
}

export function Rail({ lists, current, changed, onList, onDraft }: RailProps) {
  const { start } = useApp();
  const me = start.team.find(({ email }) => email !== '' && email === start.user.email)?.key;
  const mine = lists.filter(({ owner }) => owner === me);
  const others = lists.filter((one) => one.owner !== me && (one.shared || one.owner === '' || !one.read.ok));
  const entry = (list: SavedList) => {
    const tab = tabOfList(list);
    const notes = [
      list.read.ok ? '' : words.cannotBeRead,
      changed(list) ? words.notSavedYet : '',
      list.owner !== '' && list.owner !== me ? memberName(start.team, list.owner) : '',
      list.owner === me && list.shared ? words.shared : '',
    ].filter(Boolean);
    return (
      <Entry
        key={`${list.row.row}/${list.name}`}
        icon={list.read.ok && tab ? tabIcon(tab) : 'alert'}
        name={list.name || words.withoutName}
        detail={notes.join(' · ')}
        current={list === current}
        onClick={() => onList(list)}
      />
    );
  };
  return (
    <nav class="rail" aria-label={words.lists}>
      <Group title={words.myLists} empty={words.noListsYet} entries={mine.map(entry)} />
      {others.length > 0 && <Group title={words.ofTheTeam} entries={others.map(entry)} />}
      {mayWrite(start) && (
        <Group
          title={words.ideas}
          entries={ideas.map((idea) => (
            <Entry key={idea.name} icon={tabIcon(idea.segment.tab)} name={idea.name} onClick={() => onDraft(idea)} />
          ))}
        />
      )}
      <Group
        title={words.newListBegin}
        entries={segmentTabs.map((tab) => (
          <Entry
            key={tab}
            icon={tabIcon(tab)}
            name={words.label(tabOf(tab).title)}
            onClick={() => onDraft({ name: '', shared: false, segment: { tab, join: 'all', conditions: [] } })}
          />
        ))}
      />
    </nav>
  );
}

function Group({ title, empty, entries }: { title: string; empty?: string; entries: preact.ComponentChildren[] }) {
  return (
    <section class="stack tight" aria-label={title}>
      <h2>{title}</h2>
      {entries.length === 0 ? <p class="small muted">{empty}</p> : <ul class="list">{entries}</ul>}
    </section>
  );
}

function Entry(props: { icon: IconName; name: string; detail?: string; current?: boolean; onClick: () => void }) {
  return (
    <li>
      <button type="button" class="entry" aria-current={props.current ? 'true' : undefined} onClick={props.onClick}>
        <span class="mark">
          <Icon name={props.icon} />
        </span>
        <span class="words">
          <span class="two-lines name">{props.name}</span>
          {props.detail && <span class="clip detail">{props.detail}</span>}
        </span>
      </button>
    </li>
  );
}
