// A worker process of `npm run torture`: runs seeds and tells what came of each.
import { Workshop } from '../../test/torture/book';
import { report, runSeed } from '../../test/torture/run';
import { smaller } from '../../test/torture/shrink';

export type Shard = { kind: 'run'; seeds: number[]; keep?: number[]; defect?: string } | { kind: 'stop' };

export type FromShard =
  | { kind: 'ready' }
  | { kind: 'done'; steps: number; kills: number; conflicts: number; report?: string };

const send = (message: FromShard) => process.send?.(message);
const workshop = new Workshop();

process.on('message', (message: Shard) => void take(message));
send({ kind: 'ready' });

async function take(message: Shard): Promise<void> {
  if (message.kind === 'stop') {
    await workshop.close();
    process.disconnect();
    return;
  }
  for (const seed of message.seeds) {
    const options = message.keep === undefined ? {} : { keep: message.keep };
    const result = await runSeed(workshop, seed, options);
    const { steps, kills, conflicts, failures } = result;
    const counts = { steps, kills, conflicts };
    if (failures.length === 0) send({ kind: 'done', ...counts });
    else send({ kind: 'done', ...counts, report: report(await smaller(workshop, result, options)) });
  }
  send({ kind: 'ready' });
}
