// What a bulk edit may do, and what it comes to for each record. No markup here.
import { changesToEnter, missingToEnter } from '../../src/domain/entering';
import type { FieldValue } from '../../src/domain/schema';
import type { SegmentTab } from '../../src/domain/segment';
import type { Stage } from '../../src/domain/settings';
import { fold } from '../../src/domain/text';
import type { StartView } from '../../src/rpc/contract';
import type { RecordRow } from '../../src/rpc/contract-lists';
import { allFields, isEditable, type KeyedField } from '../forms/layout';
import * as words from '../words';
import type { Changes } from './use-bulk';

/** `set` writes one value into a field; `add` and `remove` put words into a field of several, or take them out. */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly kind: 'set' | 'add' | 'remove';
  readonly field: KeyedField;
}

/** What can be done to several records of a tab: owner, stage and tags first. */
export function actionsOf(tab: SegmentTab, start: Pick<StartView, 'customFields'>): Action[] {
  const fields = allFields(tab, start).filter(isEditable);
  const set = (field: KeyedField): Action => ({
    id: field.key,
    label: words.setField(words.label(field.field.header)),
    kind: 'set',
    field,
  });
  const ofSeveral = fields
    .filter(({ field }) => field.type === 'choices')
    .flatMap((field): Action[] => [
      { id: `add ${field.key}`, label: words.addToField(words.label(field.field.header)), kind: 'add', field },
      {
        id: `remove ${field.key}`,
        label: words.removeFromField(words.label(field.field.header)),
        kind: 'remove',
        field,
      },
    ]);
  const first = ['owner', 'stage', 'status'].flatMap((key) => fields.filter((one) => one.key === key));
  // No two records may share a unique value, and names belong to one record each.
  const rest = fields.filter(({ key, field }) => !first.some((one) => one.key === key) && !field.unique);
  return [...first.map(set), ...ofSeveral, ...rest.map(set)];
}

/** What an action comes to for one record. */
export function changesFor({ kind, field }: Action, value: FieldValue, row: RecordRow): Changes {
  const { key } = field;
  if (kind === 'set') return { [key]: value };
  const own = row.fields[key];
  const before = Array.isArray(own) ? (own as readonly string[]) : [];
  const given = Array.isArray(value) ? (value as readonly string[]) : [];
  const has = (list: readonly string[], word: string) => list.some((one) => fold(one) === fold(word));
  return {
    [key]:
      kind === 'add'
        ? [...before, ...given.filter((word) => !has(before, word))]
        : before.filter((word) => !has(given, word)),
  };
}

/** Stages to choose from, named with their pipeline where there are several. */
export function stageChoices(stages: readonly Stage[]): { stage: Stage; label: string }[] {
  const several = new Set(stages.map(({ pipeline }) => pipeline)).size > 1;
  return stages.map((stage) => ({ stage, label: several ? `${stage.pipeline}: ${stage.name}` : stage.name }));
}

/** What it takes to move a deal to a stage; `answers` fill what it asks for where the deal has nothing. */
export function changesForStage(stage: Stage, stages: readonly Stage[], row: RecordRow, answers: Changes): Changes {
  const changes = changesToEnter(stage, row.fields, stages);
  const missing = missingToEnter(row.fields, changes, stages);
  return { ...changes, ...Object.fromEntries(Object.entries(answers).filter(([key]) => missing.includes(key))) };
}

/** Fields that the stage asks for and that some of these deals do not have. */
export function askedByStage(stage: Stage, stages: readonly Stage[], rows: readonly RecordRow[]): string[] {
  const missing = rows.flatMap((row) => missingToEnter(row.fields, changesToEnter(stage, row.fields, stages), stages));
  // A gap that has nothing to do with the stage is not asked for here.
  return [...new Set(missing)].filter((key) => key === 'lostReason');
}
