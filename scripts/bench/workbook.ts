// A workbook of a given size with the compiled add-on in the stand-in's runtime, made through the add-on's own functions.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FieldValue, RecordTabKey } from '../../src/domain/schema';
import type { Reply, SaveManyResult } from '../../src/rpc/contract';
import { inProject } from '../build/files';
import { openEngine } from '../local/engine';
import type { Engine } from '../local/engine/types';
import { createRuntime } from '../local/runtime';
import type { RunOutcome, Runtime } from '../local/runtime/types';

const admin = 'admin@example.com';
const blockSize = 500;

export interface BenchWorkbook {
  readonly engine: Engine;
  readonly runtime: Runtime;
  /** Calls a public function; throws when it fails. */
  run(name: string, input?: object): Promise<RunOutcome>;
  /** Creates records in blocks, as an import does. */
  fill(tab: RecordTabKey, count: number, record: (n: number) => { [field: string]: FieldValue }): Promise<void>;
  close(): Promise<void>;
}

/** Opens and sets up an empty workbook in a file of its own. */
export async function benchWorkbook(): Promise<BenchWorkbook> {
  const folder = mkdtempSync(join(tmpdir(), 'rowbook-bench-'));
  const engine = openEngine({
    file: join(folder, 'book.db'),
    id: 'local',
    title: 'Bench',
    locale: 'en_US',
    timeZone: 'Etc/UTC',
    owner: admin,
  });
  const runtime = createRuntime({
    engine,
    addon: inProject('dist/addon'),
    identityToken: async () => '',
    timers: false,
  });
  const workbook: BenchWorkbook = {
    engine,
    runtime,
    async run(name, input = {}) {
      const outcome = await runtime.run({ function: name, args: [input], user: admin, source: 'client' });
      if (outcome.error) throw new Error(`${name}: ${outcome.error.message}`);
      const reply = outcome.result as Reply<unknown> | null;
      if (reply && 'ok' in reply && !reply.ok) throw new Error(`${name}: ${reply.message}`);
      return outcome;
    },
    async fill(tab, count, record) {
      for (let from = 0; from < count; from += blockSize) {
        const records = Array.from({ length: Math.min(blockSize, count - from) }, (_, at) => ({
          changes: record(from + at + 1),
        }));
        const outcome = await workbook.run('saveRecords', { tab, records });
        const { issues } = (outcome.result as { value: SaveManyResult }).value;
        if (issues[0]) throw new Error(`${tab}: ${issues[0].message}`);
      }
    },
    async close() {
      await runtime.close();
      engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await workbook.run('setUpWorkbook');
  return workbook;
}

const firstNames =
  'Anna Otto Vera José Mia Ingrid Tom Zoë Karl Ida Emil Rosa Hugo Lena Paul Nora Ali Mei Juan Eva'.split(' ');
const beginnings = 'Hal Lind Schmitt Berg Kas Mor Win Dal Fer Gru Nor Pet Ros Stein Tan Vol Wey Zim Alt Bau'.split(' ');
const endings = 'berg mann bach feld son er stein wald hoff inger ova ez li sen ström'.split(' ');

/** A contact as a team has them: 6,000 different names, every one with an address and a number. */
export const contact = (n: number) => ({
  firstName: firstNames[n % 20] ?? '',
  lastName: `${beginnings[Math.floor(n / 20) % 20]}${endings[Math.floor(n / 400) % 15]}`,
  email: `person${n}@example.com`,
  phone: `+49 451 ${2_800_000 + n}`,
  jobTitle: 'Buyer',
});
