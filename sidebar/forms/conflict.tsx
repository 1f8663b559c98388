// A conflict: someone else changed the same fields meanwhile. Both values side by side, one choice for each field.
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RecordTabKey } from '../../src/domain/schema';
import type { Conflict, RecordView } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { momentText, type ValueContext, valueText } from '../format';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { allFields } from './layout';
import { memberName } from './member-name';

interface ConflictViewProps {
  tab: RecordTabKey;
  record: RecordView;
  /** Names of references that only the person's own values use. */
  labels?: { readonly [reference: string]: string };
  conflicts: readonly Conflict[];
  /** The fields where the person's own value goes in. */
  onSettle: (mine: readonly string[]) => void;
  onBack: () => void;
}

export function ConflictView({ tab, record, labels, conflicts, onSettle, onBack }: ConflictViewProps) {
  const app = useApp();
  const title = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<{ [field: string]: 'mine' | 'theirs' }>({});
  useLayoutEffect(() => title.current?.focus(), []);
  const open = conflicts.filter(({ field }) => !chosen[field]).length;
  const context: ValueContext = {
    labels: { ...labels, ...record.labels },
    currency: typeof record.fields.currency === 'string' ? record.fields.currency : app.start.currency,
    timeZone: app.start.timeZone,
    today: app.today(),
  };
  return (
    <div class="stack">
      <h2 ref={title} tabIndex={-1}>
        {words.someoneChangedToo(tab)}
      </h2>
      <Notice kind="warn">{words.chooseWhichToKeep}</Notice>
      {conflicts.map((conflict) => (
        <Choice
          key={conflict.field}
          tab={tab}
          conflict={conflict}
          context={context}
          choice={chosen[conflict.field]}
          onChoice={(choice) => setChosen({ ...chosen, [conflict.field]: choice })}
        />
      ))}
      {open > 0 && (
        <p id="conflict-open" class="hint">
          {words.stillToChoose(open)}
        </p>
      )}
      <div class="sticky-actions">
        <Button
          kind="main"
          disabled={open > 0}
          describedBy={open > 0 ? 'conflict-open' : undefined}
          onClick={() => onSettle(conflicts.map(({ field }) => field).filter((field) => chosen[field] === 'mine'))}
        >
          {words.saveMyChoices}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
      </div>
    </div>
  );
}

function Choice(props: {
  tab: RecordTabKey;
  conflict: Conflict;
  context: ValueContext;
  choice: 'mine' | 'theirs' | undefined;
  onChoice: (choice: 'mine' | 'theirs') => void;
}) {
  const { conflict, context } = props;
  const app = useApp();
  const name = useId();
  const field = allFields(props.tab, app.start).find(({ key }) => key === conflict.field)?.field;
  const when = conflict.at ? momentText(conflict.at, context.timeZone, context.today) : '';
  const by = `${memberName(app.start.team, conflict.who)}${when ? `, ${when}` : ''}`;
  const sides = [
    { side: 'mine', title: words.yours, value: conflict.mine },
    { side: 'theirs', title: words.theirs, value: conflict.theirs },
  ] as const;
  return (
    <fieldset class="conflict">
      <legend>{words.label(conflict.label)}</legend>
      <div class="sides">
        {sides.map(({ side, title, value }) => (
          <label key={side} class="card">
            <span class="row">
              <input type="radio" name={name} checked={props.choice === side} onChange={() => props.onChoice(side)} />
              <strong>{title}</strong>
            </span>
            <span class="value">{valueText(field, value, context) || <em class="muted">{words.blank}</em>}</span>
            <span class="hint">{side === 'theirs' ? by : words.justNow}</span>
          </label>
        ))}
      </div>
      <p class="hint">{words.valueBefore(valueText(field, conflict.base, context) || words.blank)}</p>
    </fieldset>
  );
}
