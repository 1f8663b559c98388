// `npm run torture -- [--runs N] [--seed S] [--keep 1,4] [--workers W] [--defect NAME] [--defects]`: the model test of
// test/torture in great numbers, over the machine's cores. Prints each run that fails with the command that replays it.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAll } from '../../scripts/build';
import type { FromShard, Shard } from './shard';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
    workers: { type: 'string' },
    defect: { type: 'string' },
    defects: { type: 'boolean', default: false },
    failures: { type: 'string', default: '10' },
  },
});

const count = (text: string, name: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} must be a whole number, not “${text}”.`);
  return number;
};

/** Runs that a worker process is given at a time, so that all of them end together. */
const portion = 20;

async function main(): Promise<void> {
  await buildAll({}, ['addon', 'local']);
  const runs = count(values.runs, 'runs');
  const first = count(values.seed, 'seed');
  const workers = Math.min(
    count(values.workers ?? String(availableParallelism()), 'workers'),
    Math.ceil(runs / portion),
  );
  const totals = { runs: 0, steps: 0, kills: 0, conflicts: 0, failures: 0 };
  const began = Date.now();
  let next = first;
  let told = began;
  await Promise.all(
    Array.from({ length: Math.max(1, workers) }, () => {
      const shard = fork(fileURLToPath(new URL('./shard.ts', import.meta.url)), {
        // Each execution runs the same code in a context of its own: what was compiled once is worth keeping.
        execArgv: [...process.execArgv, '--no-flush-bytecode'],
        env: { ...process.env, TZ: 'Etc/UTC' },
      });
      const give = () => {
        if (next >= first + runs || totals.failures >= count(values.failures, 'failures')) {
          shard.send({ kind: 'stop' } satisfies Shard);
          return;
        }
        const seeds = Array.from({ length: Math.min(portion, first + runs - next) }, (_, index) => next + index);
        next += seeds.length;
        shard.send({
          kind: 'run',
          seeds,
          ...(values.keep === undefined ? {} : { keep: values.keep.split(',').map(Number) }),
          ...(values.defect === undefined ? {} : { defect: values.defect }),
        } satisfies Shard);
      };
      return new Promise<void>((resolve, reject) => {
        shard.on('message', (message: FromShard) => {
          if (message.kind === 'ready') return give();
          totals.runs += 1;
          totals.steps += message.steps;
          totals.kills += message.kills;
          totals.conflicts += message.conflicts;
          if (message.report !== undefined) {
            totals.failures += 1;
            console.log(`${message.report}\n`);
          }
          if (Date.now() - told > 30_000) {
            told = Date.now();
            console.log(summary(totals, first, began));
          }
        });
        shard.on('error', reject);
        shard.on('exit', (code) =>
          code === 0 ? resolve() : reject(new Error(`A worker process ended with ${code}.`)),
        );
      });
    }),
  );
  console.log(summary(totals, first, began));
  if (totals.failures > 0) process.exitCode = 1;
}

function summary(totals: { [name: string]: number }, first: number, began: number): string {
  const { runs = 0, steps, kills, conflicts, failures } = totals;
  const seconds = (Date.now() - began) / 1000;
  return [
    `${runs} runs (seeds ${first} to ${first + runs - 1}), ${steps} steps, ${kills} kills, ${conflicts} conflicts,`,
    `${failures} failures (${Math.round(seconds)} s, ${(runs / seconds).toFixed(1)} runs/s)`,
  ].join(' ');
}

if (values.defects) {
  // The script's zone, before anything looks at the clock.
  process.env.TZ = 'Etc/UTC';
  await buildAll({}, ['addon', 'local']);
  const { printDefects } = await import('./print-defects');
  if (!(await printDefects())) process.exitCode = 1;
} else await main();
