// The value that a condition asks for: a text, a number, a day, a count of days, or some of the values there are.
import { useId, useState } from 'preact/hooks';
import type { Field } from '../../src/domain/schema';
import { type Condition, meKey, valueKindOf } from '../../src/domain/segment';
import { useApp } from '../app/app';
import { entryOf, readNumber } from '../forms/entry';
import { choicesOf } from '../forms/record-input';
import { Icon } from '../ui/icons';
import * as words from '../words';

interface ConditionValueProps {
  condition: Condition;
  field: Field;
  held: readonly string[];
  describedBy: string | undefined;
  onValue: (value: string | number | readonly string[]) => void;
}

export function ConditionValue(props: ConditionValueProps) {
  const { condition, field, describedBy, onValue } = props;
  const { value } = condition;
  const label = words.valueFor(words.label(field.header));
  const ids = { 'aria-label': label, 'aria-describedby': describedBy, 'aria-invalid': describedBy ? true : undefined };
  switch (valueKindOf(condition.op)) {
    case 'none':
      return null;
    case 'texts':
      return <Some {...props} label={label} />;
    case 'text':
      return (
        <input
          {...ids}
          class="input"
          type="text"
          autocomplete="off"
          value={typeof value === 'string' ? value : ''}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      );
    case 'day':
      return (
        <input
          {...ids}
          class="input"
          type="date"
          value={typeof value === 'string' ? value : ''}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      );
    case 'days':
      return (
        <span class="joined">
          <NumberInput ids={ids} value={value} onNumber={onValue} />
          <span class="muted">{words.daysUnit}</span>
        </span>
      );
    default:
      return (
        <span class="joined">
          <NumberInput
            ids={ids}
            value={typeof value === 'number' ? Number(entryOf(field, value)) : value}
            onNumber={(number) => onValue(field.type === 'percent' ? Math.round(number * 1e4) / 1e6 : number)}
          />
          {field.type === 'percent' && <span class="muted">%</span>}
        </span>
      );
  }
}

/** Keeps what is typed; what is no number is told beside the condition. */
function NumberInput(props: { ids: object; value: Condition['value']; onNumber: (number: number) => void }) {
  const { ids, value, onNumber } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      {...ids}
      class="input"
      type="text"
      inputMode="decimal"
      autocomplete="off"
      value={typed ?? (typeof value === 'number' && Number.isFinite(value) ? String(value) : '')}
      onInput={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onNumber(readNumber(text) ?? Number.NaN);
      }}
    />
  );
}

/** Some of the values that there are: chosen ones as chips, the others to choose from; where any text is good, also what is typed. */
function Some({ condition, field, held, label, describedBy, onValue }: ConditionValueProps & { label: string }) {
  const { start } = useApp();
  const list = useId();
  const [typed, setTyped] = useState('');
  const chosen = Array.isArray(condition.value) ? (condition.value as readonly string[]) : [];
  const isPerson = field.type === 'person';
  const nameOf = (one: string) =>
    isPerson ? (one === meKey ? words.me : (start.team.find(({ key }) => key === one)?.name ?? one)) : one;
  const choices = isPerson
    ? [meKey, ...start.team.map(({ key }) => key)]
    : field.choicesFrom === 'stages'
      ? [...new Set(start.stages.map(({ name }) => name))]
      : choicesOf(field, start, {});
  const open = [...new Set([...choices, ...held])].filter((one) => !chosen.includes(one));
  const add = (one: string) => {
    if (one.trim() !== '' && !chosen.includes(one.trim())) onValue([...chosen, one.trim()]);
    setTyped('');
  };
  const ids = {
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': describedBy ? (true as const) : undefined,
  };
  return (
    <span class="chips some">
      {chosen.map((one) => (
        <span key={one} class="chip">
          {nameOf(one)}
          <button
            type="button"
            aria-label={words.removeChosen(nameOf(one))}
            onClick={() => onValue(chosen.filter((other) => other !== one))}
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      {field.type === 'choices' ? (
        <>
          <input
            {...ids}
            class="input"
            type="text"
            list={list}
            placeholder={words.addThenEnter}
            autocomplete="off"
            value={typed}
            onInput={(event) => {
              const text = event.currentTarget.value;
              if (open.includes(text)) add(text);
              else setTyped(text);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add(typed);
            }}
            onBlur={() => add(typed)}
          />
          <datalist id={list}>
            {open.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      ) : (
        <select {...ids} class="input" value="" onChange={(event) => add(event.currentTarget.value)}>
          <option value="">{chosen.length > 0 ? words.orAnother : words.chooseOne}</option>
          {open.map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}
