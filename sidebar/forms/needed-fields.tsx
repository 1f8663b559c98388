// The fields that a stage asks for, as inputs: what was typed, what it reads as, what is wrong with it.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { FieldValue } from '../../src/domain/schema';
import type { Issue } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { issueSentence } from '../messages';
import { FieldFrame } from '../ui/field';
import * as words from '../words';
import { type Entry, entryOf, readEntry } from './entry';
import { allFields } from './layout';
import { RecordInput } from './record-input';

export interface Needed {
  inputs: ComponentChildren;
  /** What was typed, by field; null when something is missing or cannot be read: then its input says so and has the focus. */
  read: () => { [field: string]: FieldValue } | null;
}

/** Inputs for these fields of a deal. `issues` are the server's, of which those of other fields are the caller's to show. */
export function useNeeded(
  keys: readonly string[],
  deal: { readonly [field: string]: unknown },
  issues: readonly Issue[] = [],
): Needed {
  const { start } = useApp();
  const id = useId();
  const [entries, setEntries] = useState<{ [key: string]: Entry }>({});
  const [labels, setLabels] = useState<{ [reference: string]: string }>({});
  const [problems, setProblems] = useState<{ [key: string]: string }>({});
  const fields = allFields('deals', start).filter(({ key }) => keys.includes(key));
  const entry = ({ key, field }: (typeof fields)[number]) => entries[key] ?? entryOf(field, deal[key] as FieldValue);

  const read = () => {
    const found: typeof problems = {};
    const values: { [field: string]: FieldValue } = {};
    for (const one of fields) {
      const reading = readEntry(one.field, entry(one));
      if (!reading.ok) found[one.key] = reading.problem;
      else if (reading.value === null) found[one.key] = words.neededForStageChosen;
      else values[one.key] = reading.value;
    }
    setProblems(found);
    const [first] = Object.keys(found);
    if (first !== undefined) document.getElementById(`${id}-${first}`)?.focus();
    return first === undefined ? values : null;
  };

  const inputs = fields.map((one) => {
    const { key, field } = one;
    const refused = issues.find((issue) => issue.field === key);
    return (
      <FieldFrame
        key={key}
        id={`${id}-${key}`}
        label={words.label(field.header)}
        required
        hint={field.help && words.told(field.help)}
        error={problems[key] ?? (refused && issueSentence(refused))}
      >
        {(ids) => (
          <RecordInput
            field={field}
            entry={entry(one)}
            onEntry={(next) => setEntries((now) => ({ ...now, [key]: next }))}
            ids={ids}
            labels={labels}
            onLabel={(reference, name) => setLabels((now) => ({ ...now, [reference]: name }))}
            others={entries}
          />
        )}
      </FieldFrame>
    );
  });
  return { inputs, read };
}
