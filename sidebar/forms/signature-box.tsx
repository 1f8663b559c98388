// A signature pasted into one box: what it was taken for, to look at and untick, then into the form. Nothing of it is kept unasked.
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { companyKey } from '../../src/domain/import/names';
import type { ReadSignature } from '../../src/domain/signature';
import { useApp } from '../app/app';
import { heldIndex } from '../find/index-state';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { FieldFrame } from '../ui/field';
import { Icon } from '../ui/icons';
import { Failed } from '../ui/notice';
import * as words from '../words';
import { allFields } from './layout';
import { loadSignatureReader, signatureReader } from './signature-part';
import type { Form } from './use-form';

export function SignatureBox({ form }: { form: Form }) {
  const { start } = useApp();
  const id = useId();
  const box = useRef<HTMLDetailsElement>(null);
  const [text, setText] = useState('');
  /** What the person decided otherwise than it was set: to take, or to leave. */
  const [chosen, setChosen] = useState<{ [key: string]: boolean }>({});
  const [said, setSaid] = useState('');
  const [read, setReader] = useState(() => signatureReader());
  const [failure, setFailure] = useState('');
  const load = () => {
    if (read) return;
    setFailure('');
    // A function as a state is called by its setter.
    loadSignatureReader().then(
      (reader) => setReader(() => reader),
      (error) => setFailure(sentenceFor(error)),
    );
  };
  const { fields, rest } = useMemo((): ReadSignature => (read ? read(text) : { fields: {}, rest: [] }), [text, read]);
  const company = useMemo(
    () => (fields.company ? heldIndex()?.company(companyKey(fields.company)) : undefined),
    [fields.company],
  );
  const found = allFields('contacts', start).flatMap(({ key, field }) => {
    const value = fields[key as keyof typeof fields];
    if (value === undefined) return [];
    const typed = form.entry(key);
    const before = typeof typed === 'string' ? (form.labels[typed] ?? typed) : '';
    const label = words.label(field.header);
    let title = before ? words.fieldInsteadOf(label, before) : label;
    if (key === 'company') title = company ? words.fieldThereAlready(label, company.name) : words.fieldNew(label);
    return [{ key, label, title, value, isTaken: chosen[key] ?? (before === '' || before === value) }];
  });
  const isRestTaken = chosen.rest ?? false;

  const fill = () => {
    const taken = found.filter(({ isTaken }) => isTaken);
    for (const { key, value } of taken) {
      if (key !== 'company') form.set(key, value);
      else if (company) {
        form.label(company.id, company.name);
        form.set(key, company.id);
      } else form.set(key, { unchosen: value, before: '' });
    }
    if (isRestTaken) form.set('notes', [form.entry('notes'), ...rest].filter(Boolean).join('\n'));
    setText('');
    setChosen({});
    setSaid(words.filledIn(taken.map(({ label }) => label).join(', ')));
    if (box.current) {
      box.current.open = false;
      box.current.querySelector('summary')?.focus();
    }
  };

  const choice = (key: string, label: string, value: string, isTaken: boolean) => (
    <label key={key} class="row spread choice">
      <input
        type="checkbox"
        checked={isTaken}
        onChange={(event) => setChosen({ ...chosen, [key]: event.currentTarget.checked })}
      />
      <span class="words">
        <span class="detail">{label}</span>
        <span class="value">{value}</span>
      </span>
    </label>
  );

  return (
    <div>
      <details class="folded" ref={box} onToggle={load}>
        <summary>
          <Icon name="forward" size={14} />
          {words.pasteSignature}
        </summary>
        <div class="stack">
          <FieldFrame id={id} label={words.signatureOrLine} hint={words.readHere}>
            {(ids) => (
              <textarea
                {...ids}
                class="input"
                rows={4}
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            )}
          </FieldFrame>
          {found.length + rest.length > 0 && (
            <fieldset class="stack tight">
              <legend class="unseen">{words.whatItWasTakenFor}</legend>
              {found.map(({ key, title, value, isTaken }) => choice(key, title, value, isTaken))}
              {rest.length > 0 && choice('rest', words.leftOverIntoNotes, rest.join('\n'), isRestTaken)}
            </fieldset>
          )}
          {failure !== '' && <Failed error={failure} onRetry={load} />}
          {text.trim() !== '' && !read && failure === '' && <p class="muted">{words.reading}</p>}
          {text.trim() !== '' && read && found.length === 0 && <p class="muted">{words.nothingReadable}</p>}
          <div class="actions">
            <Button disabled={found.length + rest.length === 0} onClick={fill}>
              {words.fillIn}
            </Button>
          </div>
        </div>
      </details>
      <p class="hint" role="status">
        {said}
      </p>
    </div>
  );
}
