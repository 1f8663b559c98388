// One field in which two records differ: both values beside each other, and both together where a field can hold them.
import { useId, useState } from 'preact/hooks';
import { isBlank } from '../../src/domain/record';
import type { FieldValue } from '../../src/domain/schema';
import { shorten } from '../../src/domain/text';
import type { Issue, RecordView } from '../../src/rpc/contract';
import { valueText } from '../format';
import { issueSentence } from '../messages';
import { useValueContext } from '../screens/value-view';
import { Icon } from '../ui/icons';
import * as words from '../words';
import type { Choice, Pick, Side } from './choices';

/** Characters of a value before somebody asks for all of it. */
const most = 400;

export function FieldChoice(props: {
  choice: Choice;
  records: readonly [RecordView, RecordView];
  stays: Side;
  issue: Issue | undefined;
  disabled: boolean;
  onPick: (pick: Pick) => void;
}) {
  const { choice, records, issue } = props;
  const { field, values, both } = choice;
  const id = useId();
  const contexts = [useValueContext(records[0]), useValueContext(records[1])] as const;
  const isShort = values.every(isBlank);
  const option = (pick: Pick, title: string, value: FieldValue) => (
    <Option
      key={String(pick)}
      title={title}
      isWhole={pick === 'both' && !isShort}
      isNamed={pick === 'both'}
      text={valueText(field, value, contexts[pick === 'both' ? 0 : pick])}
      name={id}
      checked={choice.picked === pick}
      describedBy={issue ? `${id}-issue` : undefined}
      onPick={() => props.onPick(pick)}
    />
  );
  return (
    <fieldset class="conflict field-choice" disabled={props.disabled}>
      <legend>{words.label(field.header)}</legend>
      <div class="sides">
        {isShort ? (
          option(props.stays, '', null)
        ) : (
          <>
            {option(0, records[0].name, values[0])}
            {option(1, records[1].name, values[1])}
          </>
        )}
        {both !== undefined && option('both', values.some(isBlank) ? words.keptAsWell : words.bothTogether, both)}
      </div>
      {issue && (
        <p class="error" id={`${id}-issue`}>
          <Icon name="alert" size={14} />
          {issueSentence(issue)}
        </p>
      )}
    </fieldset>
  );
}

/** One value to choose, with whose it is: blank where it is nobody’s. */
function Option(props: {
  title: string;
  /** It takes the room of both values. */
  isWhole: boolean;
  /** Its title is shown where the columns tell whose the others are, too. */
  isNamed: boolean;
  text: string;
  name: string;
  checked: boolean;
  describedBy: string | undefined;
  onPick: () => void;
}) {
  const { title, isWhole, isNamed, text } = props;
  const [isOpen, setOpen] = useState(false);
  const short = shorten(text, most);
  return (
    <div class={`card option ${isWhole ? 'whole' : ''}`}>
      <label>
        <input
          type="radio"
          name={props.name}
          checked={props.checked}
          aria-describedby={props.describedBy}
          onChange={props.onPick}
        />
        <span class="words">
          {title !== '' && <span class={`small muted ${isNamed ? '' : 'side-name'}`}>{shorten(title, 80)}</span>}
          <span class="value">{(isOpen ? text : short) || <em class="muted">{words.blank}</em>}</span>
        </span>
      </label>
      {short !== text && (
        <button type="button" class="link small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.showLess : words.showAll}
        </button>
      )}
    </div>
  );
}
