// Why an open deal needs a look: too long in its stage, nothing planned, or past the day it should have closed.
import { dayNumber } from './days';
import type { Deal } from './schema';
import type { Stage } from './settings';

export type StallReason =
  | { readonly kind: 'stage'; readonly days: number; readonly limit: number }
  | { readonly kind: 'noNextStep' }
  | { readonly kind: 'overdue'; readonly days: number };

/**
 * Why this deal is stalled, the stage's limit first; empty for a deal that is not, and for one that is won or lost. A deal
 * that does not tell since when it stands in its stage is not judged by the limit.
 */
export function stallReasons(
  deal: Pick<Deal, 'stageSince' | 'nextFollowUp' | 'closeDate'>,
  stage: Stage,
  today: string,
): StallReason[] {
  if (stage.outcome !== 'open') return [];
  const reasons: StallReason[] = [];
  const inStage = daysSince(deal.stageSince, today);
  const late = daysSince(deal.closeDate, today);
  const limit = stage.stallDays;
  if (limit !== null && inStage > limit) reasons.push({ kind: 'stage', days: inStage, limit });
  if (late > 0) reasons.push({ kind: 'overdue', days: late });
  if (deal.nextFollowUp === null) reasons.push({ kind: 'noNextStep' });
  return reasons;
}

/** Whole days from `day` to `today`; 0 where there is no such day. */
function daysSince(day: string | null, today: string): number {
  const from = day === null ? null : dayNumber(day);
  return from === null ? 0 : (dayNumber(today) ?? from) - from;
}
