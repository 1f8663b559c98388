// What points to a record, counted from its page: said before it is deleted.
import { type RecordTabKey, recordTabKeys } from '../../src/domain/schema';
import type { RecordPage } from '../../src/rpc/contract';
import * as words from '../words';

/** “2 contacts and 1 deal belong to it. …”; blank where nothing does. */
export function belongingText({ related, timeline }: Pick<RecordPage, 'related' | 'timeline'>): string {
  const ids = new Map<RecordTabKey, Set<string>>();
  for (const { tab, id } of [...related, ...timeline]) if (tab && id) ids.set(tab, (ids.get(tab) ?? new Set()).add(id));
  let all = 0;
  const kinds = recordTabKeys.flatMap((tab) => {
    const count = ids.get(tab)?.size ?? 0;
    all += count;
    return count > 0 ? [words.countOf(count, tab)] : [];
  });
  return all > 0 ? words.belongingStays(kinds, all) : '';
}
