// The figures on top of a record's page: who, how much, when we last talked and when we do next. Each is editable in place.
import type { Field, FieldValue } from '../../src/domain/schema';
import type { RecordView } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { ageText, dayText, type ValueContext, valueText } from '../format';
import { allFields, factKeys } from '../forms/layout';
import * as words from '../words';
import { Pair } from './pair';

/** Days that are late once they are past. */
const deadlines: readonly string[] = ['nextFollowUp', 'due', 'closeDate'];

export function Facts({ record }: { record: RecordView }) {
  const app = useApp();
  const keys = factKeys(record.tab);
  const fields = allFields(record.tab, app.start)
    .filter(({ key }) => keys.includes(key))
    .sort((one, other) => keys.indexOf(one.key) - keys.indexOf(other.key));
  return (
    <dl class="facts">
      {fields.map((keyed) => (
        <Pair
          key={keyed.key}
          record={record}
          keyed={keyed}
          view={(value, context) => <Fact fieldKey={keyed.key} field={keyed.field} value={value} context={context} />}
        />
      ))}
    </dl>
  );
}

/** Blank says what it means ("never"), days say how far away they are. */
function Fact(props: { fieldKey: string; field: Field; value: FieldValue; context: ValueContext }) {
  const { fieldKey, field, value, context } = props;
  const { today } = context;
  if (value === null || value === '') {
    return (
      <span class="muted">
        {fieldKey === 'lastContact' ? words.neverTalkedTo : fieldKey === 'amount' ? words.unknownAmount : '—'}
      </span>
    );
  }
  if (field.type === 'date' && typeof value === 'string') {
    const late = deadlines.includes(fieldKey) && value < today;
    return (
      <span class={late ? 'late' : ''} title={dayText(value)}>
        {ageText(value, today)}
      </span>
    );
  }
  return <>{valueText(field, value, context)}</>;
}
