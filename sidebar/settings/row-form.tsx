// The form of one row: its fields with what each does. What was typed stays until it is saved or given up.
import { useId, useState } from 'preact/hooks';
import { isBlank } from '../../src/domain/record';
import { type Entry, entryOf, readEntry } from '../forms/entry';
import { RecordInput } from '../forms/record-input';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FieldFrame } from '../ui/field';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { DaysInput } from './days-input';
import { type Fields, fieldsOfKind, type Kind } from './sections';

interface RowFormProps {
  kind: Kind;
  title: string;
  /** As it stands, or as a new one begins. */
  fields: Fields;
  /** Saves all fields; rejects with a sentence. */
  onSave: (fields: Fields) => Promise<unknown>;
  onClose: () => void;
}

export function RowForm({ kind, title, fields, onSave, onClose }: RowFormProps) {
  const id = useId();
  const parts = fieldsOfKind(kind);
  const [entries, setEntries] = useState<{ [key: string]: Entry }>({});
  const [problems, setProblems] = useState<{ [key: string]: string }>({});
  const [failure, setFailure] = useState('');
  const [saving, setSaving] = useState(false);

  const save = () => {
    if (saving) return;
    const found: typeof problems = {};
    const next: Fields = { ...fields };
    for (const { key, field, required } of parts) {
      const entry = entries[key];
      if (entry !== undefined) {
        const reading = readEntry(field, entry);
        if (reading.ok) next[key] = reading.value;
        else found[key] = reading.problem;
      }
      if (required && isBlank(next[key]) && !found[key]) found[key] = words.isMissing(words.settingLabel(field.header));
    }
    setProblems(found);
    setFailure('');
    const [first] = Object.keys(found);
    if (first !== undefined) return document.getElementById(`${id}-${first}`)?.focus();
    setSaving(true);
    onSave(next)
      .then(onClose, (error: Error) => setFailure(error.message))
      .finally(() => setSaving(false));
  };

  return (
    <Dialog title={`${id}-title`} onCancel={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2 id={`${id}-title`} class="two-lines">
          {title}
        </h2>
        {parts.map(({ key, field, hint, required }) => (
          <FieldFrame
            key={key}
            id={`${id}-${key}`}
            label={words.settingLabel(field.header)}
            required={required ?? false}
            hint={hint}
            error={problems[key]}
            group={field.type === 'choices'}
          >
            {(ids) => {
              const entry = entries[key] ?? entryOf(field, fields[key]);
              const onEntry = (next: Entry) => {
                setEntries((now) => ({ ...now, [key]: next }));
                setProblems(({ [key]: _, ...others }) => others);
              };
              return key === 'workingDays' ? (
                <DaysInput chosen={Array.isArray(entry) ? entry : []} onChosen={onEntry} />
              ) : (
                <RecordInput
                  field={field}
                  entry={entry}
                  onEntry={onEntry}
                  ids={ids}
                  labels={{}}
                  onLabel={() => {}}
                  others={{}}
                />
              );
            }}
          </FieldFrame>
        ))}
        {failure && (
          <Notice kind="danger">
            <strong>{words.notSaved}</strong>
            <span>{failure}</span>
            <span class="small">{words.typedIsStillHere}</span>
          </Notice>
        )}
        <div class="actions">
          <Button kind="main" type="submit" disabled={saving}>
            {saving ? words.saving : words.save}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
