// One run: a copy of the prepared workbook, steps drawn from a seed and mixed by it, a quiet moment, and the model's verdict.
import { hashText } from '../../src/domain/hash';
import { ledgerTitle, tabs } from '../../src/domain/schema';
import { gridRecords } from '../workbook/consistency';
import { type Book, people, type Workshop } from './book';
import type { Form } from './calls';
import { violations } from './checks';
import { customViolations } from './custom';
import { Hands } from './hands';
import { unfairOrder } from './order';
import { describeStep, drawRounds, type Round } from './steps';
import { missingColumns, recordTabs } from './view';
import { Witness } from './witness';

export interface RunOptions {
  /** Folder with another build of the add-on. */
  readonly addon?: string;
  /** Only the steps of these numbers: a smaller run with the same seed. */
  readonly keep?: readonly number[];
}

export interface RunResult {
  readonly seed: number;
  readonly rounds: readonly Round[];
  /** What should not be, as sentences; empty when all is well. */
  readonly failures: readonly string[];
  readonly steps: number;
  readonly kills: number;
  readonly conflicts: number;
  /** Of what the workbook holds in the end: equal for equal runs. */
  readonly fingerprint: string;
  readonly log: readonly string[];
}

export async function runSeed(workshop: Workshop, seed: number, options: RunOptions = {}): Promise<RunResult> {
  const { keep } = options;
  const rounds = drawRounds(seed).map((round) => round.filter(({ n }) => keep === undefined || keep.includes(n)));
  const order = unfairOrder(seed);
  const book = await workshop.open(order, options.addon);
  const witness = new Witness(book, () => order.turns.length);
  const hands = new Hands(book, witness, forms(book));
  const since = book.rows('History').length + 1;
  const failures: string[] = [];
  try {
    for (const round of rounds) await Promise.all(round.map((step) => hands.perform(step)));
    failures.push(...(await quiet(book)));
    failures.push(
      ...violations({
        book,
        calls: hands.calls,
        seen: witness,
        since,
        turns: order.turns,
        tampered: hands.tampered,
        marksEdited: hands.marksEdited,
      }),
      ...customViolations(book, witness),
    );
  } catch (error) {
    failures.push(
      `the run itself broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
  const conflicts = hands.calls.filter(({ answer }) => answer.kind === 'conflict').length;
  const fingerprint = hashText(
    JSON.stringify(
      book.engine
        .session('')
        .sheets()
        .map(({ title }) => book.values(title)),
    ),
  );
  const log = hands.calls.map(({ n, what, answer }) => `step ${n} (${what}): ${JSON.stringify(answer)}`);
  await book.close();
  const steps = rounds.reduce((sum, round) => sum + round.length, 0);
  return { seed, rounds, failures, steps, kills: hands.kills, conflicts, fingerprint, log };
}

/** What everybody's forms show when the run begins. */
function forms(book: Book): Map<string, Form> {
  const all = new Map<string, Form>();
  for (const tab of recordTabs) {
    const versions = new Map(book.rows(ledgerTitle(tab)).map(({ cells }) => [cells.ID, Number(cells.Version)]));
    for (const { id, seen } of gridRecords(book, tab)) {
      all.set(id, { tab, id, version: versions.get(id) ?? 0, fields: seen });
    }
  }
  return all;
}

/** Nobody does anything any more: an admin brings back the columns that people deleted, and the hourly run comes. */
async function quiet(book: Book): Promise<string[]> {
  book.runtime.setFaults({});
  if (missingColumns(book).length > 0) {
    const outcome = await book.runtime.run({
      function: 'setUpWorkbook',
      args: [{}],
      user: people[0],
      source: 'client',
    });
    const reply = outcome.result as { ok: boolean; message?: string } | undefined;
    if (!reply?.ok) return [`set-up: ${outcome.error?.message ?? reply?.message}`];
    const missing = missingColumns(book);
    if (missing.length > 0) return [`set-up did not bring back ${missing.join(', ')}`];
  }
  await book.runtime.fireChange({
    user: people[0],
    changeType: 'REMOVE_ROW',
    sheetId: book.sheet(tabs.contacts.title).sheetId,
  });
  const outcome = await book.runtime.run({ function: 'hourly', args: [], user: people[0], source: 'timeTrigger' });
  const result = outcome.result as { ran: boolean; errors: string[] } | undefined;
  if (outcome.error) return [`the hourly run: ${outcome.error.message}`];
  return [
    ...(result?.ran ? [] : ['the hourly run did not run']),
    ...(result?.errors ?? []).map((error) => `the hourly run, ${error}`),
  ];
}

/** A failed run for people: what went wrong, which steps there were, how to see it again. */
export function report({ seed, rounds, failures, log }: RunResult): string {
  const kept = rounds.flat().map(({ n }) => n);
  const all = drawRounds(seed).flat().length === kept.length;
  return [
    `seed ${seed} failed:`,
    ...failures.slice(0, 12).map((failure) => `  ✗ ${failure}`),
    ...rounds.flatMap((round, index) =>
      round.length === 0
        ? []
        : [`  round ${index + 1}, all at once:`, ...round.map((step) => `    ${describeStep(step)}`)],
    ),
    ...log.map((line) => `  ${line}`),
    `  again: npm run torture -- --seed ${seed} --runs 1${all ? '' : ` --keep ${kept.join()}`}`,
  ].join('\n');
}
