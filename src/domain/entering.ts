// What it takes to move a deal to a stage: the fields to set, and those that must be filled there.
import { missingFields } from './required';
import type { AnyRecord, FieldValue } from './schema';
import type { Stage } from './settings';
import { stageFinder } from './stages';

/** What to set so that the deal stands in `target`: its Stage, and its Pipeline where the stage's name alone would mean another. */
export function changesToEnter(
  target: Stage,
  deal: AnyRecord,
  stages: readonly Stage[],
): { [field: string]: FieldValue } {
  const pipeline = typeof deal.pipeline === 'string' ? deal.pipeline : null;
  const found = stageFinder(stages)(pipeline, target.name);
  return found?.pipeline === target.pipeline
    ? { stage: target.name }
    : { stage: target.name, pipeline: target.pipeline };
}

/** Keys of the fields that the deal would miss after these changes, by the rule that every save is checked with. */
export function missingToEnter(deal: AnyRecord, changes: AnyRecord, stages: readonly Stage[]): string[] {
  return missingFields('deals', { ...deal, ...changes }, () => stages).map(([key]) => key);
}
