// Which of two records stays: what tells them apart at a glance.
import { useId } from 'preact/hooks';
import type { RecordView } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { dayText } from '../format';
import type { KeyedField } from '../forms/layout';
import * as words from '../words';
import { filledCount, type Side } from './choices';

export function KeepChoice(props: {
  records: readonly [RecordView, RecordView];
  fields: readonly KeyedField[];
  stays: Side;
  disabled: boolean;
  onStays: (side: Side) => void;
}) {
  const name = useId();
  const { today } = useApp();
  const detail = ({ fields }: RecordView) => {
    const day = (key: string) => (typeof fields[key] === 'string' ? dayText(fields[key].slice(0, 10), today()) : '');
    return [
      words.filledFields(filledCount(props.fields, fields)),
      day('created') && words.createdOn(day('created')),
      day('lastContact') && words.lastContactOn(day('lastContact')),
    ].filter(Boolean);
  };
  return (
    <fieldset class="conflict field-choice keep-choice" disabled={props.disabled}>
      <legend>{words.whichStays}</legend>
      <div class="sides">
        {props.records.map((record, at) => {
          const side: Side = at === 0 ? 0 : 1;
          return (
            <label key={record.id} class="card">
              <span class="row keep-name">
                <input type="radio" name={name} checked={props.stays === side} onChange={() => props.onStays(side)} />
                <strong class="two-lines">{record.name || record.id}</strong>
                <span class="muted small">{record.id}</span>
              </span>
              <span class="hint">{detail(record).join(' · ')}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
