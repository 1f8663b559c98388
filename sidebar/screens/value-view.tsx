// A value on a page: references lead to their record, everything else is text.
import type { Field, FieldValue } from '../../src/domain/schema';
import type { RecordView } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { type ValueContext, valueText } from '../format';
import { referenceTab } from '../forms/references';

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

export function ValueView({ field, value, context }: { field: Field; value: FieldValue; context: ValueContext }) {
  const { go } = useApp();
  const tab = field.type === 'reference' ? referenceTab(field) : null;
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
