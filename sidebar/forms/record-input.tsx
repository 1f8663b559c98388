// The input of one field, by its type. Each gets the ids of its frame, so that label, hint and error belong to it.
import type { Field } from '../../src/domain/schema';
import type { StartView } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import type { InputIds } from '../ui/field';
import { ChipsInput } from './chips-input';
import { type Entry, isUnchosen } from './entry';
import { PersonInput } from './person-input';
import { ReferenceInput } from './reference-input';
import { referenceTab } from './references';

interface RecordInputProps {
  field: Field;
  entry: Entry;
  onEntry: (entry: Entry) => void;
  ids: InputIds;
  /** Names of what references point to. */
  labels: { readonly [reference: string]: string };
  /** A reference was chosen: its name. */
  onLabel: (reference: string, name: string) => void;
  /** The record's other entries, for choices that depend on them (stages of the pipeline, the currency of money). */
  others: { readonly [key: string]: Entry };
  readOnly?: boolean;
}

/**
 * Offered for free text, where people tend to write the same few. The same in every language: they stand in cells, where reports
 * count by them and `Repeat` is read.
 */
const suggestions: { readonly [header: string]: readonly string[] } = {
  'Lost reason': ['Price', 'Competitor', 'No budget', 'Bad timing', 'No answer', 'Missing feature', 'No decision'],
  Source: ['Website', 'Referral', 'Event', 'Cold call', 'Partner', 'Advertising'],
  Outcome: ['Reached', 'No answer', 'Left a message', 'Interested', 'Not interested', 'Meeting agreed'],
  Channel: ['Email', 'Phone', 'Chat', 'Form'],
  Repeat: ['every week', 'every 2 weeks', 'every month', '30 days after done'],
};

const inputTypes: { readonly [type: string]: string } = {
  email: 'email',
  phone: 'tel',
  url: 'url',
  date: 'date',
  time: 'time',
  dateTime: 'datetime-local',
};

export function RecordInput(props: RecordInputProps) {
  const { field, entry, onEntry, ids } = props;
  const app = useApp();
  const text = typeof entry === 'string' ? entry : '';
  switch (field.type) {
    case 'checkbox':
      return (
        <span class="checkline">
          <input
            {...ids}
            type="checkbox"
            checked={entry === true}
            disabled={props.readOnly ?? false}
            onChange={(event) => onEntry(event.currentTarget.checked)}
          />
        </span>
      );
    case 'choices':
      return <ChipsInput ids={ids} chips={Array.isArray(entry) ? entry : []} onChips={onEntry} />;
    case 'choice':
      return <ChoiceInput {...props} text={text} choices={choicesOf(field, app.start, props.others)} />;
    case 'person':
      return <PersonInput ids={ids} person={text} onPerson={onEntry} />;
    case 'reference': {
      const tab = referenceTab(field);
      if (!tab) break;
      return (
        <ReferenceInput
          ids={ids}
          tab={tab}
          entry={isUnchosen(entry) ? entry : text}
          labels={props.labels}
          onEntry={onEntry}
          onLabel={props.onLabel}
          readOnly={props.readOnly}
        />
      );
    }
    case 'longText':
      return (
        <textarea
          {...ids}
          class="input"
          rows={3}
          readOnly={props.readOnly}
          value={text}
          onInput={(event) => onEntry(event.currentTarget.value)}
        />
      );
  }
  return <TextInput {...props} text={text} />;
}

function TextInput({ field, ids, text, onEntry, others, readOnly }: RecordInputProps & { text: string }) {
  const { start } = useApp();
  const number = field.type === 'money' || field.type === 'number' || field.type === 'percent';
  const offered = suggestions[field.header];
  const unit =
    field.type === 'money'
      ? (typeof others.currency === 'string' && others.currency) || start.currency
      : field.type === 'percent'
        ? '%'
        : '';
  const input = (
    <input
      {...ids}
      class="input"
      type={inputTypes[field.type] ?? 'text'}
      {...(number ? { inputMode: 'decimal' as const } : {})}
      {...(offered ? { list: `${ids.id}-offered` } : {})}
      autocomplete="off"
      readOnly={readOnly}
      value={text}
      onInput={(event) => onEntry(event.currentTarget.value)}
    />
  );
  return (
    <>
      {unit ? (
        <span class="joined">
          {input}
          <span class="muted">{unit}</span>
        </span>
      ) : (
        input
      )}
      {offered && (
        <datalist id={`${ids.id}-offered`}>
          {offered.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </>
  );
}

function ChoiceInput({
  field,
  ids,
  text,
  choices,
  onEntry,
}: RecordInputProps & { text: string; choices: readonly string[] }) {
  // A value that is none of the choices stays choosable: it is what the cell holds.
  const all = text === '' || choices.includes(text) ? choices : [...choices, text];
  return (
    <select {...ids} class="input" value={text} onChange={(event) => onEntry(event.currentTarget.value)}>
      {(!field.required || text === '') && <option value="">—</option>}
      {all.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  );
}

/** The choices of a field as the workbook has them now; stages are those of the entries' pipeline. */
export function choicesOf(
  field: Field,
  start: StartView,
  others: { readonly [key: string]: Entry },
): readonly string[] {
  switch (field.choicesFrom) {
    case 'pipelines':
      return start.pipelines;
    case 'currencies':
      return start.currencies;
    case 'stages': {
      const pipeline = (typeof others.pipeline === 'string' && others.pipeline) || start.pipelines[0];
      return start.stages.filter((stage) => stage.pipeline === pipeline).map((stage) => stage.name);
    }
    default:
      return field.choices ?? [];
  }
}
