// Logging what happened, from a record's page: one press for the kind, one to save what was typed.
import { useMemo, useRef, useState } from 'preact/hooks';
import { useApp } from '../app/app';
import { draftOf } from '../forms/draft';
import { interactionIcons } from '../forms/layout';
import { Icon } from '../ui/icons';
import * as words from '../words';
import { LogForm, type LogProps, type Typed } from './log-form';

/** Logged with one press; the others are chosen in the form. */
const atOnce = ['Call', 'Email', 'Meeting', 'Note'];

/** `first`: the kind to begin with at once. */
export function LogInteraction({ record, first = '', onComing }: LogProps & { first?: string | undefined }) {
  const app = useApp();
  const keeper = useMemo(() => draftOf<Typed>(app.start, `log.${record.id}`), [app.start, record.id]);
  const [kept] = useState(keeper.read);
  const [kind, setKind] = useState(first || (kept?.kind ?? ''));
  const [saving, setSaving] = useState(false);
  const row = useRef<HTMLFieldSetElement>(null);
  const focusRow = () => requestAnimationFrame(() => row.current?.querySelector('button')?.focus());
  const isOpen = kind !== '' && !saving;
  return (
    <div class="section">
      {!isOpen && (
        <fieldset ref={row}>
          <legend class="detail">{words.logInteraction}</legend>
          <div class="kinds four">
            {atOnce.map((one) => (
              <button
                key={one}
                type="button"
                class="kind"
                aria-label={words.logKind(one)}
                aria-disabled={saving || undefined}
                onClick={() => !saving && setKind(one)}
              >
                <Icon name={interactionIcons[one] ?? 'note'} />
                {words.interactionKind(one)}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      {kind !== '' && (
        <div key="form" hidden={!isOpen}>
          <LogForm
            record={record}
            kind={kind}
            keeper={keeper}
            isKept={first === '' && kept !== null}
            onKind={setKind}
            onComing={(entry) => {
              setSaving(entry !== null);
              onComing(entry);
              if (entry) focusRow();
            }}
            onClose={(back) => {
              setSaving(false);
              setKind('');
              if (back) focusRow();
            }}
          />
        </div>
      )}
    </div>
  );
}
