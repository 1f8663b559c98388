// A value on a page: references lead to their record, everything else is text.
import type { Field, FieldValue } from '../../src/domain/schema';
import type { RecordView } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { RecordLink } from '../app/record-link';
import { type ValueContext, valueText } from '../format';
import { referenceTab } from '../forms/references';
import { LongText } from '../ui/long-text';
import * as words from '../words';

/** What the values of a record need to be read. */
export function useValueContext(record: Pick<RecordView, 'tab' | 'fields' | 'labels'>): ValueContext {
  const app = useApp();
  const own = record.tab === 'deals' ? record.fields.currency : null;
  const people = Object.fromEntries(app.start.team.map(({ key, name }) => [key, name]));
  return {
    labels: { ...people, ...record.labels },
    currency: typeof own === 'string' && own !== '' ? own : app.start.currency,
    timeZone: app.start.timeZone,
    today: app.today(),
  };
}

/** `most`: characters shown of a very long text before somebody asks for all of it; everything where it is left out. */
export function ValueView(props: {
  field: Field | undefined;
  value: FieldValue;
  context: ValueContext;
  most?: number;
}) {
  const { field, value, context, most = Number.POSITIVE_INFINITY } = props;
  const tab = field?.type === 'reference' ? referenceTab(field) : null;
  if (tab && typeof value === 'string' && value !== '') {
    const name = context.labels[value] ?? value;
    return <RecordLink tab={tab} id={value} name={name} />;
  }
  const text = valueText(field, value, context);
  // A name may be that of two people; the address is not.
  if (field?.type === 'person' && text !== value) return <span title={String(value)}>{text}</span>;
  return <LongText text={text} what={field ? words.label(field.header) : words.theValue} most={most} />;
}
