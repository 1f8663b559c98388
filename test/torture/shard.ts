// A worker process of `npm run torture`: runs seeds and tells what came of each.
import { Workshop } from './book';
import { buildDefect, defectNamed } from './defects';
import { report, runSeed } from './run';
import { smaller } from './shrink';

export type Shard = { kind: 'run'; seeds: number[]; keep?: number[]; defect?: string } | { kind: 'stop' };

export type FromShard =
  | { kind: 'ready' }
  | { kind: 'done'; steps: number; kills: number; conflicts: number; report?: string };

const send = (message: FromShard) => process.send?.(message);
const workshop = new Workshop();
const built = new Map<string, { folder: string; remove: () => void }>();

async function addonWith(name: string): Promise<string> {
  const known = built.get(name) ?? (await buildDefect(defectNamed(name)));
  built.set(name, known);
  return known.folder;
}

process.on('message', (message: Shard) => void take(message));
// Whoever started this has ended, however it did.
process.on('disconnect', () => process.exit());
send({ kind: 'ready' });

async function take(message: Shard): Promise<void> {
  if (message.kind === 'stop') {
    for (const { remove } of built.values()) remove();
    await workshop.close();
    process.disconnect();
    return;
  }
  const addon = message.defect === undefined ? undefined : await addonWith(message.defect);
  for (const seed of message.seeds) {
    const options = {
      ...(message.keep === undefined ? {} : { keep: message.keep }),
      ...(addon === undefined ? {} : { addon }),
    };
    const result = await runSeed(workshop, seed, options);
    const { steps, kills, conflicts, failures } = result;
    const counts = { steps, kills, conflicts };
    if (failures.length === 0) send({ kind: 'done', ...counts });
    else send({ kind: 'done', ...counts, report: report(await smaller(workshop, result, options)) });
  }
  send({ kind: 'ready' });
}
