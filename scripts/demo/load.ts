// Puts the demo into a workbook through the add-on's public door, as its admin would: nothing is written behind its back.
import { type FieldValue, type RecordTabKey, tabOf } from '../../src/domain/schema';
import type { Reply, SaveManyInput, SaveManyResult } from '../../src/rpc/contract';
import { type Demo, type DemoRecord, demoRecords } from './generate';
import { pastOf } from './past';

export interface DemoTarget {
  /** Calls the public function `saveRecords` as the admin, `google.script.run`'s way. */
  saveRecords(input: SaveManyInput): Promise<Reply<SaveManyResult>>;
  /** Writes the team's rows; columns are found by the headers of the Team tab (Email, Name, Role, Team, Region, Active). */
  writeTeam(rows: Demo['team']): Promise<void>;
  /** Moves the clock to the evening of a day, today or earlier: what follows is saved then. Days come in order. */
  onDay?(day: string): Promise<void>;
  /** Today in the workbook's zone. */
  today: string;
  seed?: number;
  progress?(tab: RecordTabKey, done: number, total: number): void;
}

/** Loads the demo: the team first, then day by day what was saved then. Throws with the add-on's own words when a record is refused. */
export async function loadDemo(target: DemoTarget): Promise<Demo> {
  const demo = demoRecords({ today: target.today, ...(target.seed === undefined ? {} : { seed: target.seed }) });
  const ids = new Map<string, string>();
  const totals = new Map(demo.tabs.map(({ tab, records }) => [tab, records.length]));
  const done = new Map<RecordTabKey, number>();
  const steps = pastOf(demo, target.today);
  await target.onDay?.(steps[0]?.day ?? target.today);
  await target.writeTeam(demo.team);
  for (const { day, tab, creates, changes } of steps) {
    await target.onDay?.(day);
    const reply = await target.saveRecords({
      tab,
      records: [
        ...creates.map((record) => ({ changes: resolved(tab, record, ids) })),
        ...changes.map((record) => ({ id: ids.get(record.key) ?? '', changes: resolved(tab, record, ids) })),
      ],
    });
    if (!reply.ok) throw new Error(`Demo, ${tab}: ${reply.message}`);
    const issue = reply.value.issues[0];
    if (issue) throw new Error(`Demo, ${tab}: ${issue.message}`);
    creates.forEach(({ key }, at) => {
      ids.set(key, reply.value.ids[at] ?? '');
    });
    const count = (done.get(tab) ?? 0) + creates.length;
    done.set(tab, count);
    target.progress?.(tab, count, totals.get(tab) ?? count);
  }
  return demo;
}

/** The record's filled fields with local keys replaced by the ids that were given back. */
function resolved(
  tab: RecordTabKey,
  record: DemoRecord,
  ids: ReadonlyMap<string, string>,
): { [field: string]: FieldValue } {
  const fields: { [field: string]: FieldValue } = {};
  for (const [key, value] of Object.entries(record.fields)) {
    if (value === null) continue;
    const reference = tabOf(tab).fields[key]?.type === 'reference';
    fields[key] = reference ? (ids.get(String(value)) ?? null) : value;
  }
  return fields;
}
