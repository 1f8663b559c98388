// The window of saved lists: on the left those there are, beside them the one that is open.
import { useState } from 'preact/hooks';
import { useApp } from '../app/app';
import { useUndoKey, WindowApp, WindowFrame } from '../app/window';
import { Failed, Ghosts } from '../ui/notice';
import * as words from '../words';
import { Broken } from './broken';
import { ListView } from './list-view';
import { Rail } from './rail';
import { type Draft, draftOf, isChanged, type SavedList } from './saved-list';
import { type Lists, useLists } from './use-lists';

const frame = { title: words.lists, waiting: words.readingLists };

export function ListsApp() {
  return (
    <WindowApp {...frame}>
      <ListsWindow />
    </WindowApp>
  );
}

function ListsWindow() {
  const lists = useLists();
  const all = lists.lists;
  useUndoKey();
  return (
    <WindowFrame title={frame.title} status={all ? words.savedLists(all.length) : lists.error ? '' : frame.waiting}>
      {lists.error && <Failed error={lists.error} onRetry={lists.reload} />}
      {all ? <Open all={all} lists={lists} /> : !lists.error && <Ghosts lines={8} label={frame.waiting} />}
    </WindowFrame>
  );
}

const blank: Draft = { name: '', shared: false, segment: { tab: 'contacts', join: 'all', conditions: [] } };

/** What is open: a saved list, known by all that its row holds since rows move; or a new one. `key` grows with each that is opened. */
interface Opened {
  readonly key: number;
  readonly list: SavedList | null;
  readonly draft: Draft;
}

function Open({ all, lists }: { all: readonly SavedList[]; lists: Lists }) {
  const { start } = useApp();
  const me = start.team.find(({ email }) => email !== '' && email === start.user.email)?.key;
  const begin =
    all.find(({ owner, read }) => owner === me && read.ok) ?? all.find(({ shared, read }) => shared && read.ok);
  const [opened, setOpened] = useState<Opened>(() => ({
    key: 0,
    list: begin ?? null,
    draft: (begin && draftOf(begin)) || blank,
  }));
  /** What was changed in lists that are not open now, by their row. */
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const { draft } = opened;
  // A row that holds anything else by now is somebody's doing: what is open here becomes a list of its own.
  const list = opened.list && (all.find((one) => keyOf(one) === keyOf(opened.list)) ?? null);

  const leave = () => {
    const kept = new Map(drafts);
    const key = keyOf(list);
    if (isChanged(list, draft) && (list ? draftOf(list) : draft !== blank)) kept.set(key, draft);
    else kept.delete(key);
    setDrafts(kept);
    return kept;
  };
  const open = (next: SavedList | null, begun?: Draft) => {
    const kept = leave();
    setOpened({
      key: opened.key + 1,
      list: next,
      draft: begun ?? kept.get(keyOf(next)) ?? ((next && draftOf(next)) || blank),
    });
  };
  const saved = (next: SavedList | null) => {
    setDrafts(new Map([...drafts].filter(([key]) => key !== keyOf(list))));
    setOpened({ key: next ? opened.key : opened.key + 1, list: next, draft: (next && draftOf(next)) || blank });
  };
  return (
    <div class="beside">
      <Rail
        lists={all}
        current={list}
        changed={(one) => (list === one ? Boolean(draftOf(one)) && isChanged(one, draft) : drafts.has(keyOf(one)))}
        onList={(next) => open(next)}
        onDraft={(begun) => open(null, begun)}
      />
      <div class="beside-main">
        {list && !list.read.ok ? (
          <Broken key={opened.key} list={list} problem={list.read.problem} lists={lists} onGone={() => saved(null)} />
        ) : (
          <ListView
            key={`${opened.key}/${draft.segment.tab}`}
            list={list}
            draft={draft}
            onDraft={(next) => setOpened({ ...opened, draft: next })}
            lists={lists}
            onSaved={saved}
          />
        )}
      </div>
    </div>
  );
}

/** Names a list among the others: by all that its row holds. */
function keyOf(list: SavedList | null): string {
  return list ? JSON.stringify(list.row.fields) : '';
}
