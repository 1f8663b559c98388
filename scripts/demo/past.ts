// When each of the demo's records came into the workbook: a team's year as a few days of saving, each after what it tells of.
import type { FieldValue, RecordTabKey } from '../../src/domain/schema';
import { tabOf } from '../../src/domain/schema';
import { addDays } from './days';
import type { Demo, DemoRecord } from './generate';

/** What is saved in one call on one day. */
export interface DemoStep {
  readonly day: string;
  readonly tab: RecordTabKey;
  readonly creates: readonly DemoRecord[];
  /** Records saved earlier that change now: deals that are won or lost. */
  readonly changes: readonly DemoRecord[];
}

/** Days before today on which deals are saved. Denser towards today, where ages show. */
const moments = [370, 240, 150, 95, 50, 20, 0];
/** Tabs whose records come in larger lots, with the moments of these: each call costs, and nobody looks at their age. */
const lots: { readonly [tab in RecordTabKey]?: readonly number[] } = {
  interactions: [200, 95, 30, 0],
  tickets: [20, 0],
  tasks: [20, 0],
};
/** Records in one call. */
const most = 500;
const openStages = ['Lead', 'Qualified', 'Proposal'] as const;

/** The steps in the order of time; what a record refers to is saved before it, and everything is there at the end. */
export function pastOf({ tabs }: Pick<Demo, 'tabs'>, today: string): DemoStep[] {
  const savedOn = new Map<string, string>();
  const steps: DemoStep[] = [];
  for (const { tab, records } of tabs) {
    const days = (lots[tab] ?? moments).map((before) => addDays(today, -before));
    const creates = new Map<string, DemoRecord[]>();
    const changes = new Map<string, DemoRecord[]>();
    for (const record of records) {
      const known = [dayOf(tab, record, today), ...referredDays(tab, record, savedOn)].filter((day) => day !== null);
      const day = onOrAfter(days, known.sort().at(-1) ?? days[0] ?? today, today);
      savedOn.set(record.key, day);
      const { first, then, on } = tab === 'deals' ? lifeOf(record) : { first: record, then: null, on: '' };
      const closes = then && onOrAfter(days, on, today);
      put(creates, day, closes && closes > day ? first : record);
      if (then && closes && closes > day) put(changes, closes, then);
    }
    for (const day of days) {
      const [made, changed] = [creates.get(day) ?? [], changes.get(day) ?? []];
      for (let from = 0; from < made.length || (from === 0 && changed.length > 0); from += most)
        steps.push({ day, tab, creates: made.slice(from, from + most), changes: from === 0 ? changed : [] });
    }
  }
  // Stable: on one day the tabs keep their order, in which references lead backwards.
  return steps.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** The day that a record tells of; null where it may as well have been there from the beginning. */
function dayOf(tab: RecordTabKey, { fields }: DemoRecord, today: string): string | null {
  const text = (key: string) => (typeof fields[key] === 'string' ? String(fields[key]).slice(0, 10) : null);
  switch (tab) {
    case 'deals':
      return text('startedOn');
    case 'interactions':
      return text('when');
    case 'tickets':
      return text('opened');
    case 'tasks':
      // Follow-ups are noted some weeks ahead, those further off only lately.
      return addDays(today, (text('due') ?? '') <= addDays(today, 7) ? -20 : 0);
    default:
      return null;
  }
}

function referredDays(tab: RecordTabKey, { fields }: DemoRecord, savedOn: ReadonlyMap<string, string>): string[] {
  return Object.entries(fields).flatMap(([key, value]) =>
    tabOf(tab).fields[key]?.type === 'reference' ? (savedOn.get(String(value)) ?? []) : [],
  );
}

function onOrAfter(days: readonly string[], day: string, today: string): string {
  return days.find((one) => one >= day) ?? today;
}

/** A closed deal as it began, open, and what it became on its last day; the deal alone where it is open still. */
function lifeOf(deal: DemoRecord): { first: DemoRecord; then: DemoRecord | null; on: string } {
  const { stage, closedOn, lostReason, ...others } = deal.fields;
  if (typeof closedOn !== 'string') return { first: deal, then: null, on: '' };
  const open = openStages[Number(deal.key.split('-')[1]) % openStages.length] ?? 'Lead';
  const end: { [field: string]: FieldValue } = { stage: stage ?? null, closedOn, lostReason: lostReason ?? null };
  return {
    first: { key: deal.key, fields: { ...others, stage: open } },
    then: { key: deal.key, fields: end },
    on: closedOn,
  };
}

function put(lists: Map<string, DemoRecord[]>, day: string, record: DemoRecord): void {
  const list = lists.get(day) ?? [];
  lists.set(day, list);
  list.push(record);
}
