// How many records of which tabs, in words.
import { findTab, type RecordTabKey, recordTabKeys, tabOf } from '../../src/domain/schema';
import * as words from '../words';

/** The title of a tab given by key or title. */
export function tabTitle(tab: string): string {
  const key = findTab(tab);
  return words.label(key ? tabOf(key).title : tab);
}

/** The key of a record tab given by key or title. */
export function recordTab(tab: string): RecordTabKey | undefined {
  const key = findTab(tab);
  return recordTabKeys.find((one) => one === key);
}

/** "8,800 deals, 85 companies, 1 product", most first; '' for none. */
export function countsText(counts: { readonly [tab: string]: number }): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort((one, other) => other[1] - one[1])
    .map(([tab, count]) => {
      const key = recordTab(tab);
      return key ? words.countOf(count, key) : words.teamMembers(count);
    })
    .join(', ');
}

/** All of them together. */
export function sumOf(counts: { readonly [tab: string]: number }): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
