// Puts the demo into a workbook through the add-on's public door, as its admin would: nothing is written behind its back.
import { type FieldValue, type RecordTabKey, tabOf } from '../../src/domain/schema';
import type { Reply, SaveManyInput, SaveManyResult } from '../../src/rpc/contract';
import { type Demo, type DemoRecord, demoRecords } from './generate';

export interface DemoTarget {
  /** Calls the public function `saveRecords` as the admin, `google.script.run`'s way. */
  saveRecords(input: SaveManyInput): Promise<Reply<SaveManyResult>>;
  /** Writes the team's rows; columns are found by the headers of the Team tab (Email, Name, Role, Team, Region, Active). */
  writeTeam(rows: Demo['team']): Promise<void>;
  /** Today in the workbook's zone. */
  today: string;
  seed?: number;
  /** Records in one call; fewer means more and shorter steps. */
  batch?: number;
  progress?(tab: RecordTabKey, done: number, total: number): void;
}

/** Loads the demo: the team first, then each tab in batches. Throws with the add-on's own words when a record is refused. */
export async function loadDemo(target: DemoTarget): Promise<Demo> {
  const demo = demoRecords({ today: target.today, ...(target.seed === undefined ? {} : { seed: target.seed }) });
  await target.writeTeam(demo.team);
  const ids = new Map<string, string>();
  const size = target.batch ?? 500;
  for (const { tab, records } of demo.tabs) {
    for (let from = 0; from < records.length; from += size) {
      const batch = records.slice(from, from + size);
      const reply = await target.saveRecords({
        tab,
        records: batch.map((record) => ({ changes: resolved(tab, record, ids) })),
      });
      if (!reply.ok) throw new Error(`Demo, ${tab}: ${reply.message}`);
      const issue = reply.value.issues[0];
      if (issue) throw new Error(`Demo, ${tab}: ${issue.message}`);
      batch.forEach(({ key }, at) => {
        ids.set(key, reply.value.ids[at] ?? '');
      });
      target.progress?.(tab, from + batch.length, records.length);
    }
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
