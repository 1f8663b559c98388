// A setting of which there is one: chosen or typed, and saved by itself.
import { useId, useState } from 'preact/hooks';
import type { AdminRow } from '../../src/rpc/contract-lists';
import { useApp } from '../app/app';
import type { AdminRows } from '../app/use-admin-rows';
import { Button } from '../ui/button';
import { FieldFrame } from '../ui/field';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { blankRow, rowsOfKind, type Single } from './sections';

export function SingleSetting({
  single,
  table,
  rows,
}: {
  single: Single;
  table: AdminRows;
  rows: readonly AdminRow[];
}) {
  const { start } = useApp();
  const id = useId();
  const row = rowsOfKind(rows, single)[0];
  const held = row ? String(row.fields.value ?? '') : single.usual;
  const [typed, setTyped] = useState<string | null>(null);
  const [failure, setFailure] = useState('');
  const [saving, setSaving] = useState(false);
  const isAdmin = start.user.role === 'admin';
  const value = typed ?? held;
  const problem = typed === null ? undefined : single.problem?.(value.trim());

  const save = () => {
    if (saving || problem !== undefined || value === held) return;
    setSaving(true);
    setFailure('');
    const blank = blankRow({ tab: 'settings', setting: single.setting });
    const change = row
      ? { row: row.row, before: row.fields, after: { ...row.fields, value: value.trim() || null } }
      : { after: { ...blank, value: value.trim() || null } };
    table
      .save([change], words.savedSetting(single.title))
      .then(
        () => setTyped(null),
        (error: Error) => setFailure(error.message),
      )
      .finally(() => setSaving(false));
  };

  return (
    <form
      class="stack tight single"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FieldFrame id={id} label={single.title} hint={single.what} error={problem}>
        {(ids) =>
          single.choices ? (
            <select
              {...ids}
              class="input"
              value={value}
              disabled={!isAdmin}
              onChange={(event) => setTyped(event.currentTarget.value)}
            >
              {!single.choices.some((choice) => choice.value === value) && <option value={value}>{value}</option>}
              {single.choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
          ) : (
            <input
              {...ids}
              class="input"
              type="text"
              autocomplete="off"
              spellcheck={false}
              value={value}
              readOnly={!isAdmin}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )
        }
      </FieldFrame>
      {failure && <Notice kind="danger">{failure}</Notice>}
      {isAdmin && typed !== null && typed !== held && (
        <div class="actions">
          <Button kind="main" type="submit" disabled={saving || problem !== undefined}>
            {saving ? words.saving : words.save}
          </Button>
          <Button onClick={() => setTyped(null)}>{words.cancel}</Button>
        </div>
      )}
    </form>
  );
}
