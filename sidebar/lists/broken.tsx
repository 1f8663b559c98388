// A row of Lists that is no list: what is wrong with it, and what to do.
import { useState } from 'preact/hooks';
import { shorten } from '../../src/domain/text';
import { mayWrite, useApp } from '../app/app';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import * as words from '../words';
import type { SavedList } from './saved-list';
import type { Lists } from './use-lists';

export function Broken(props: { list: SavedList; problem: string; lists: Lists; onGone: () => void }) {
  const { list, problem, lists, onGone } = props;
  const { start } = useApp();
  const [failure, setFailure] = useState('');
  const filter = list.row.fields.filter;
  const remove = () => {
    const change = { row: list.row.row, before: list.row.fields, after: null };
    lists.save(change, words.deletedList(list.name)).then(onGone, (error: Error) => setFailure(error.message));
  };
  return (
    <div class="stack">
      <h2 tabIndex={-1} class="two-lines">
        {list.name}
      </h2>
      <Notice kind="warn">
        <strong>{words.listCannotBeRead}</strong>
        <span>{words.told(problem)}</span>
        <span>{words.putListRowRight(list.row.row)}</span>
      </Notice>
      {typeof filter === 'string' && filter !== '' && <pre class="clip-lines">{shorten(filter, 600)}</pre>}
      {mayWrite(start) && (
        <span>
          <Button kind="danger" onClick={remove}>
            {words.deleteList}
          </Button>
        </span>
      )}
      {failure && <Notice kind="danger">{failure}</Notice>}
    </div>
  );
}
