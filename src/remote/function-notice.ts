// The sidebar says when the function is being passed over. It reads `_Meta` anyway, so what the cache knows for saves stands
// there too: written by the one save that found out, not by those that follow.
import { type Workbook, withLock, writeMeta } from '../workbook';
import { unreachableMessage } from './function-client';
import type { RemoteOpinion } from './validate-remotely';

/** Notes in `_Meta` that the function cannot be reached, if this opinion is what found out. A note that fails is no failure. */
export function noteOpinion(workbook: Workbook, opinion: RemoteOpinion): void {
  if (opinion.kind !== 'passedOver' || opinion.passedOverUntil === undefined) return;
  const until = opinion.passedOverUntil;
  try {
    withLock(workbook, () => writeMeta(workbook, { function: { until } }));
  } catch (error) {
    console.error('The function cannot be reached, and that could not be noted:', error);
  }
}

/** What the sidebar should say; `known` is what `_Meta` holds under `function`. Empty when the function is not passed over. */
export function functionNotices(
  workbook: Pick<Workbook, 'timeZone' | 'format'>,
  known: unknown,
  nowMs: number,
): { code: string; message: string }[] {
  const until = (known as { until?: unknown } | null)?.until;
  if (typeof until !== 'number' || until <= nowMs) return [];
  return [{ code: 'function-unreachable', message: unreachableMessage(workbook, until) }];
}
