// Deals that stand in a stage: how many there are, and carrying them over when it is called otherwise.

import type { Stage } from '../../src/domain/settings';
import { stageFinder } from '../../src/domain/stages';
import type { RecordRow, RecordRowsInput } from '../../src/rpc/contract-lists';
import { call } from '../call';
import { sentenceFor } from '../messages';

/** Deals in one step: about three seconds under the lock. */
const perStep = 60;

/** The deals in this stage, in the tab's order. Rejects with a sentence. */
export async function dealsIn(stage: Pick<Stage, 'name' | 'pipeline'>, stages: readonly Stage[]): Promise<RecordRow[]> {
  const find = stageFinder(stages);
  const found = new Map<string, RecordRow>();
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  let input: RecordRowsInput | null = { tab: 'deals' };
  while (input) {
    const page: Awaited<ReturnType<typeof call.recordRows>> = await call.recordRows(input).catch(told);
    if (page.moved) found.clear();
    for (const row of page.rows) {
      const own = find(text(row.fields.pipeline), text(row.fields.stage));
      if (own?.name === stage.name && own.pipeline === stage.pipeline) found.set(row.id, row);
    }
    input = page.next && { tab: 'deals', from: page.next };
  }
  return [...found.values()];
}

/** Calls the stage of these deals otherwise, step by step, in one change set; answers how many could not be. Rejects with a sentence. */
export async function carryOver(
  deals: readonly RecordRow[],
  name: string,
  step: (done: number) => void,
): Promise<number> {
  let changeSet = '';
  let kept = 0;
  for (let at = 0; at < deals.length; at += perStep) {
    const part = deals.slice(at, at + perStep);
    const answer = await call
      .saveRecords({
        tab: 'deals',
        each: true,
        renamed: true,
        records: part.map(({ id, fields }) => ({
          id,
          changes: { stage: name },
          base: { stage: fields.stage ?? null },
        })),
        ...(changeSet ? { changeSet } : {}),
      })
      .catch(told);
    changeSet = answer.changeSet;
    kept += answer.kept.length;
    step(at + part.length);
  }
  return kept;
}

function told(failure: unknown): never {
  throw new Error(sentenceFor(failure));
}
