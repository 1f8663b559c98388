// One field of a record's form, and the folded groups that fields stand in.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RecordView } from '../../src/rpc/contract';
import { Button } from '../ui/button';
import { FieldFrame } from '../ui/field';
import { Icon } from '../ui/icons';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { entryOf } from './entry';
import type { FieldGroup, KeyedField } from './layout';
import { RecordInput } from './record-input';
import type { Form } from './use-form';

export function Group({
  group,
  opened,
  children,
}: {
  group: FieldGroup;
  opened: boolean;
  children: ComponentChildren;
}) {
  const box = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (opened && box.current) box.current.open = true;
  }, [opened]);
  if (group.title === '') return <div class="stack">{children}</div>;
  return (
    <details class="folded" ref={box}>
      <summary>
        <Icon name="forward" size={14} />
        {group.title}
      </summary>
      <div class="stack">{children}</div>
    </details>
  );
}

export function FormField(props: {
  keyed: KeyedField;
  id: string;
  form: Form;
  record: RecordView | undefined;
  problem: string | undefined;
}) {
  const { keyed, form, record } = props;
  const { key, field } = keyed;
  const formula = record?.formulas[key];
  const locked = formula !== undefined && !form.agreed.has(key);
  const inGrid = record?.issues.find((issue) => issue.field === key)?.message;
  return (
    <div class="stack tight">
      <FieldFrame
        id={props.id}
        label={words.label(field.header)}
        required={field.required || field.requiredWhen?.outcome === form.outcome}
        hint={inGrid ? words.inTheSheet(words.told(inGrid)) : field.help && words.told(field.help)}
        error={props.problem}
        group={field.type === 'choices'}
      >
        {(ids) => (
          <RecordInput
            field={field}
            entry={locked ? entryOf(field, record?.fields[key]) : form.entry(key)}
            onEntry={(entry) => !locked && form.set(key, entry)}
            ids={ids}
            labels={form.labels}
            onLabel={form.label}
            others={form.entries}
            readOnly={locked}
          />
        )}
      </FieldFrame>
      {locked && (
        <Notice kind="warn">
          <span>{words.cellHoldsFormula(<code>{formula}</code>)}</span>
          <span>
            <Button slim onClick={() => form.agree(key)}>
              {words.writeOverFormula}
            </Button>
          </span>
        </Notice>
      )}
    </div>
  );
}
