// A value of the past, written as on the record's page.

import type { Field, FieldValue, RecordTabKey } from '../../src/domain/schema';
import { shorten } from '../../src/domain/text';
import { valueText } from '../format';
import { useValueContext, ValueView } from '../screens/value-view';
import * as words from '../words';

/** Characters of a long text before somebody asks for all of it, and in a line that tells of several. */
const most = 200;
const mostInLine = 60;

/** `currency`: of the deal that an amount is of. `inLine`: a part of a sentence, without anything to press. */
export function PastValue(props: {
  tab: RecordTabKey;
  field: Field | undefined;
  value: FieldValue;
  labels: { readonly [reference: string]: string };
  currency: FieldValue;
  inLine?: boolean;
}) {
  const { tab, field, value, labels, currency, inLine } = props;
  const context = useValueContext({ tab, fields: { currency }, labels });
  const text = valueText(field, value, context);
  if (text === '') return <>{inLine ? '–' : words.blank}</>;
  if (!inLine || field?.type === 'person')
    return <ValueView field={field} value={value} context={context} most={most} />;
  return <>{shorten(text, mostInLine)}</>;
}
