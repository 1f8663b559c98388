// The conditions of a list, each a line: which field, what of it, and the value where one is asked for.
import { useId } from 'preact/hooks';
import {
  type Condition,
  conditionProblem,
  type FindField,
  mostConditions,
  type Operator,
  operatorsOf,
  type Segment,
  valueKindOf,
} from '../../src/domain/segment';
import { useApp } from '../app/app';
import { allFields } from '../forms/layout';
import { Button, IconButton } from '../ui/button';
import { FieldError } from '../ui/field';
import * as words from '../words';
import { ConditionValue } from './condition-value';
import { operatorWords } from './segment-words';

interface ConditionsProps {
  segment: Segment;
  find: FindField;
  /** Values that the records hold, by field, to choose from. */
  held: (field: string) => readonly string[];
  onSegment: (segment: Segment) => void;
}

export function Conditions({ segment, find, held, onSegment }: ConditionsProps) {
  const { start } = useApp();
  const id = useId();
  const { tab, join, conditions } = segment;
  const fields = allFields(tab, start);
  const set = (at: number, condition: Condition) =>
    onSegment({ ...segment, conditions: conditions.map((one, place) => (place === at ? condition : one)) });
  const add = () => {
    const field =
      fields.find(({ key }) => key === (tab === 'tasks' || tab === 'tickets' ? 'status' : 'owner')) ?? fields[1];
    if (field) onSegment({ ...segment, conditions: [...conditions, begun(field.key, find)] });
  };
  return (
    <fieldset class="stack tight">
      <legend class="row">
        <strong>{words.showRecordsThatMeet}</strong>
        <select
          class="input short"
          aria-label={words.howConditionsAreJoined}
          value={join}
          onChange={(event) => onSegment({ ...segment, join: event.currentTarget.value === 'any' ? 'any' : 'all' })}
        >
          <option value="all">{words.allOfThese}</option>
          <option value="any">{words.anyOfThese}</option>
        </select>
      </legend>
      {conditions.length === 0 && <p class="muted">{words.noConditionYet}</p>}
      <ol class="stack tight">
        {conditions.map((condition, at) => {
          const field = find(condition.field);
          const problem = conditionProblem(condition, find);
          const errorId = `${id}-${at}-error`;
          return (
            <li key={at} class="condition" aria-label={words.conditionNumber(at + 1)}>
              <select
                class="input"
                aria-label={words.conditionField}
                value={condition.field}
                onChange={(event) => set(at, begun(event.currentTarget.value, find))}
              >
                {!field && <option value={condition.field}>{condition.field}</option>}
                {fields.map((one) => (
                  <option key={one.key} value={one.key}>
                    {words.label(one.field.header)}
                  </option>
                ))}
              </select>
              {field && (
                <select
                  class="input"
                  aria-label={words.whatOfIt}
                  value={condition.op}
                  onChange={(event) => set(at, withOperator(condition, event.currentTarget.value as Operator))}
                >
                  {operatorsOf(field).map((op) => (
                    <option key={op} value={op}>
                      {operatorWords(op)}
                    </option>
                  ))}
                </select>
              )}
              {field && (
                <ConditionValue
                  key={`${conditions.length}/${condition.field}/${condition.op}`}
                  condition={condition}
                  field={field}
                  held={held(condition.field)}
                  describedBy={problem ? errorId : undefined}
                  onValue={(value) => set(at, { field: condition.field, op: condition.op, value })}
                />
              )}
              <IconButton
                icon="close"
                label={words.removeCondition(at + 1)}
                onClick={() => onSegment({ ...segment, conditions: conditions.filter((_, place) => place !== at) })}
              />
              {problem && <FieldError id={errorId} text={words.leftOutUntilThen(words.told(problem))} />}
            </li>
          );
        })}
      </ol>
      {conditions.length < mostConditions && (
        <span>
          <Button slim icon="plus" onClick={add}>
            {words.addCondition}
          </Button>
        </span>
      )}
    </fieldset>
  );
}

/** A condition on this field as it begins. */
function begun(field: string, find: FindField): Condition {
  const found = find(field);
  return withOperator({ field, op: 'blank' }, (found && operatorsOf(found)[0]) ?? 'filled');
}

/** The condition with another operator; a value of the same kind stays. */
function withOperator({ field, op: before, value }: Condition, op: Operator): Condition {
  const kind = valueKindOf(op);
  if (kind === 'none') return { field, op };
  if (kind === valueKindOf(before) && value !== undefined) return { field, op, value };
  return kind === 'days' ? { field, op, value: 30 } : kind === 'texts' ? { field, op, value: [] } : { field, op };
}
