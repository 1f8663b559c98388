// What moving a deal to another stage brings with it: the day it closed, the day it entered the stage, the lost reason.
import { isBlank, sameValue } from './record';
import type { AnyRecord, FieldValue } from './schema';
import type { Outcome, Stage } from './settings';
import { stageFinder } from './stages';

/** `open`, `won` or `lost`; undefined when the stage is blank or unknown. */
export function outcomeOf(stages: readonly Stage[], deal: AnyRecord): Outcome | undefined {
  const text = (value: FieldValue | undefined) => (typeof value === 'string' ? value : null);
  return stageFinder(stages)(text(deal.pipeline), text(deal.stage))?.outcome;
}

/**
 * Fields to set beside `changes` when they move the deal: Closed on (today, unless it is filled or given) and Stage since;
 * going back to an open stage clears Closed on and Lost reason. Empty when the stage stays.
 */
export function stageMove(
  before: AnyRecord,
  changes: AnyRecord,
  stages: readonly Stage[],
  today: string,
): { [field: string]: FieldValue } {
  const after = { ...before, ...changes };
  if (isBlank(after.stage) || sameValue(before.stage, after.stage)) return {};
  const outcome = outcomeOf(stages, after);
  const extra: { [field: string]: FieldValue } = { stageSince: today };
  if (outcome === 'won' || outcome === 'lost') {
    if (isBlank(after.closedOn)) extra.closedOn = today;
  }
  if (outcome === 'open') {
    for (const field of ['closedOn', 'lostReason']) {
      if (!isBlank(before[field]) && !(field in changes)) extra[field] = null;
    }
  }
  // Between won and lost the old day stands unless the person gives another; a won deal has no lost reason.
  if (outcome === 'won' && !isBlank(before.lostReason) && !('lostReason' in changes)) extra.lostReason = null;
  return extra;
}
