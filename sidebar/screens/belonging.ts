// What points to a record, counted from its page: said before it is deleted.
import { type RecordTabKey, recordTabKeys, tabOf } from '../../src/domain/schema';
import type { RecordPage } from '../../src/rpc/contract';
import { countText } from '../format';
import { singular } from '../forms/layout';

/** “2 contacts and 1 deal belong to it. …”; blank where nothing does. */
export function belongingText({ related, timeline }: Pick<RecordPage, 'related' | 'timeline'>): string {
  const ids = new Map<RecordTabKey, Set<string>>();
  for (const { tab, id } of [...related, ...timeline]) if (tab && id) ids.set(tab, (ids.get(tab) ?? new Set()).add(id));
  const counts = recordTabKeys.flatMap((tab) => {
    const count = ids.get(tab)?.size ?? 0;
    return count > 0 ? [countText(count, singular(tab), tabOf(tab).title.toLowerCase())] : [];
  });
  const last = counts.pop();
  if (last === undefined) return '';
  const all = counts.length > 0 ? `${counts.join(', ')} and ${last}` : last;
  const verb = counts.length === 0 && last.startsWith('1 ') ? 'belongs' : 'belong';
  return `${all} ${verb} to it. What belongs to it stays, and points nowhere until it is brought back.`;
}
