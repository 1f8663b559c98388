// Record ids: short, readable, never used twice (`CO-12`). Where the numbers come from is the workbook's affair.
import { type RecordTabKey, recordTabKeys, tabs } from './schema';

export interface ParsedId {
  readonly id: string;
  readonly tab: RecordTabKey;
  readonly number: number;
}

const shape = /^([A-Z]{1,3})-([1-9]\d{0,8})$/;

const tabOfPrefix = new Map<string, RecordTabKey>(recordTabKeys.map((key) => [tabs[key].idPrefix, key]));

/** `CO-12` for companies and 12. */
export function formatId(tab: RecordTabKey, number: number): string {
  return `${tabs[tab].idPrefix}-${number}`;
}

/** The parts of an id, or null when the text is none. Surrounding spaces and lower case are forgiven. */
export function parseId(text: string): ParsedId | null {
  const match = shape.exec(text.trim().toUpperCase());
  const prefix = match?.[1];
  const digits = match?.[2];
  const tab = prefix === undefined ? undefined : tabOfPrefix.get(prefix);
  if (tab === undefined || digits === undefined) return null;
  return { id: `${prefix}-${digits}`, tab, number: Number(digits) };
}

/** Whether the text is an id of this tab. */
export function isIdOf(tab: RecordTabKey, text: string): boolean {
  return parseId(text)?.tab === tab;
}
