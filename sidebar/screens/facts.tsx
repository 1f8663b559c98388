// The figures on top of a record's page: who, how much, when we last talked and when we do next.
import type { Field, FieldValue, RecordTabKey } from '../../src/domain/schema';
import type { RecordView } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { ageText, dayText, moneyText, type ValueContext, valueText } from '../format';
import { allFields, factKeys } from '../forms/layout';
import { referenceTab } from '../forms/record-input';

/** What the values of a record need to be read. */
export function useValueContext(record: RecordView): ValueContext {
  const app = useApp();
  const own = record.tab === 'deals' ? record.fields.currency : null;
  return {
    labels: record.labels,
    currency: typeof own === 'string' ? own : app.start.currency,
    timeZone: app.start.timeZone,
    today: app.today(),
  };
}

export function Facts({ record }: { record: RecordView }) {
  const app = useApp();
  const context = useValueContext(record);
  const fields = new Map(allFields(record.tab, app.start).map(({ key, field }) => [key, field]));
  const shown = factKeys(record.tab).flatMap((key) => {
    const field = fields.get(key);
    return field ? [{ key, field, value: record.fields[key] ?? null }] : [];
  });
  return (
    <dl class="facts">
      {shown.map(({ key, field, value }) => (
        <div key={key}>
          <dt>{field.header}</dt>
          <dd>
            <Fact fieldKey={key} field={field} value={value} context={context} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Fact(props: { fieldKey: string; field: Field; value: FieldValue; context: ValueContext }) {
  const { fieldKey, field, value, context } = props;
  const { today } = context;
  if (value === null || value === '') {
    return <span class="muted">{fieldKey === 'lastContact' ? 'never' : fieldKey === 'amount' ? 'unknown' : '—'}</span>;
  }
  if (field.type === 'money' && typeof value === 'number') return <>{moneyText(value, context.currency)}</>;
  if (field.type === 'date' && typeof value === 'string') {
    const late = (fieldKey === 'nextFollowUp' || fieldKey === 'due' || fieldKey === 'closeDate') && value < today;
    return (
      <span class={late ? 'late' : ''} title={dayText(value)}>
        {ageText(value, today)}
      </span>
    );
  }
  return <>{valueText(field, value, context)}</>;
}

/** A value on a page: references lead to their record, everything else is text. */
export function ValueView({ field, value, context }: { field: Field; value: FieldValue; context: ValueContext }) {
  const { go } = useApp();
  const tab: RecordTabKey | null = field.type === 'reference' ? referenceTab(field) : null;
  if (tab && typeof value === 'string' && value !== '') {
    const name = context.labels[value] ?? value;
    return (
      <button
        type="button"
        class="link"
        onClick={() => go({ kind: 'record', tab, id: value, known: { name, detail: '' } })}
      >
        {name}
      </button>
    );
  }
  return <>{valueText(field, value, context)}</>;
}
