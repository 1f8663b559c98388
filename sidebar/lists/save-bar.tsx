// Saving a list: its name, whether the team sees it, and what became of it.
import { useId, useState } from 'preact/hooks';
import { conditionProblem, type FindField } from '../../src/domain/segment';
import { mayManage, useApp } from '../app/app';
import { Button } from '../ui/button';
import { FieldFrame } from '../ui/field';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { changeOf, type Draft, isChanged, type SavedList } from './saved-list';
import type { Lists } from './use-lists';

interface SaveBarProps {
  list: SavedList | null;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  lists: Lists;
  onSaved: (list: SavedList | null) => void;
  find: FindField;
}

export function SaveBar({ list, draft, onDraft, lists, onSaved, find }: SaveBarProps) {
  const { start } = useApp();
  const id = useId();
  const [problem, setProblem] = useState('');
  const [failure, setFailure] = useState('');
  const [saving, setSaving] = useState(false);
  const me = start.team.find(({ email }) => email !== '' && email === start.user.email)?.key;
  /** Whether it is this person's to change; a new one is. */
  const mine = list === null || list.owner === '' || list.owner === me || mayManage(start);

  const save = (over: SavedList | null) => {
    if (saving) return;
    setFailure('');
    if (draft.name.trim() === '') {
      setProblem(words.giveListName);
      document.getElementById(`${id}-name`)?.focus();
      return;
    }
    const wrong = draft.segment.conditions.find((one) => conditionProblem(one, find) !== undefined);
    if (wrong) return setFailure(words.putConditionRight);
    finish(lists.save(changeOf(over, draft), words.savedNamed(draft.name.trim())));
  };
  const finish = (saved: Promise<SavedList | null>) => {
    setSaving(true);
    saved.then(onSaved, (error: Error) => setFailure(error.message)).finally(() => setSaving(false));
  };

  return (
    <form
      class="stack tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save(mine ? list : null);
      }}
    >
      <div class="save-line">
        <FieldFrame id={`${id}-name`} label={words.nameOfList} required error={problem || undefined}>
          {(ids) => (
            <input
              {...ids}
              class="input"
              type="text"
              maxLength={200}
              autocomplete="off"
              value={draft.name}
              onInput={(event) => {
                setProblem('');
                onDraft({ ...draft, name: event.currentTarget.value });
              }}
            />
          )}
        </FieldFrame>
        <label class="checkline">
          <input
            type="checkbox"
            checked={draft.shared}
            onChange={(event) => onDraft({ ...draft, shared: event.currentTarget.checked })}
          />
          {words.sharedWithTeam}
        </label>
        <div class="actions">
          <Button type="submit" kind="main" disabled={saving || (mine && !isChanged(list, draft))}>
            {saving ? words.saving : mine ? words.save : words.saveAsMine}
          </Button>
          {list && mine && (
            <>
              <Button disabled={saving || !isChanged(list, draft)} onClick={() => save(null)}>
                {words.saveAsNewList}
              </Button>
              <Button
                kind="danger"
                disabled={saving}
                onClick={() =>
                  finish(
                    lists.save(
                      { row: list.row.row, before: list.row.fields, after: null },
                      words.deletedList(list.name || words.withoutName),
                    ),
                  )
                }
              >
                {words.deleteList}
              </Button>
            </>
          )}
        </div>
      </div>
      {failure && <Notice kind="danger">{failure}</Notice>}
    </form>
  );
}
