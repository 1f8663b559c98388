// What belongs to the record that goes, and so moves to the one that stays.
import { type RecordTabKey, recordTabKeys } from '../../src/domain/schema';
import type { RecordPage } from '../../src/rpc/contract';
import * as words from '../words';

/** “2 deals and 5 interactions move to …”, counted from its page. */
export function movingText({ related, timeline }: RecordPage, gone: string, kept: string): string {
  const ids = new Map<RecordTabKey, Set<string>>();
  for (const { tab, id } of [...related, ...timeline]) if (tab && id) ids.set(tab, (ids.get(tab) ?? new Set()).add(id));
  const counts = recordTabKeys.map((tab) => [tab, ids.get(tab)?.size ?? 0] as const).filter(([, count]) => count > 0);
  if (counts.length === 0) return words.nothingMoves(gone);
  const kinds = counts.map(([tab, count]) => words.countOf(count, tab));
  return words.movesTo(
    kinds,
    counts.reduce((sum, [, count]) => sum + count, 0),
    kept,
  );
}
