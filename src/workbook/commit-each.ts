// Committing as many of these changes as can be: what cannot is left alone, with the reason, and keeps no other from it.
import type { How } from '../domain/change-set';
import type { Author, Change, CommitOptions, CommitOutcome, Workbook } from './api';
import { commit } from './commit';

export interface Committed {
  readonly outcome: Extract<CommitOutcome, { status: 'saved' }>;
  /** What was left alone; `reason` is a sentence. */
  readonly kept: readonly { readonly id: string; readonly reason: string }[];
}

/** Updates only: each has an id. Throws what `commit` throws. */
export function commitEach(
  workbook: Workbook,
  author: Author,
  how: How,
  changes: readonly Change[],
  options: CommitOptions,
): Committed {
  const kept: { id: string; reason: string }[] = [];
  for (;;) {
    const outcome = commit(
      workbook,
      author,
      how,
      changes.filter(({ id }) => !kept.some((one) => one.id === id)),
      options,
    );
    if (outcome.status === 'saved') return { outcome, kept };
    if (outcome.status === 'conflict') {
      const [{ label } = { label: 'it' }] = outcome.conflicts;
      kept.push({
        id: outcome.id,
        reason: `Somebody changed ${label} meanwhile, or it is a formula.`,
      });
    } else kept.push(...outcome.issues.map(({ id, message }) => ({ id, reason: message })));
  }
}
