// kill -9 of the server in a burst of saves: what was acknowledged is there, and row, ledger and history agree.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEngine } from '../../scripts/local/engine';
import { disagreements, gridRecords } from '../workbook/consistency';
import { type Book, bookOf } from '../workbook/world';
import { launch, post, type RowbookProcess, temporaryFolder } from './rowbook-process';

const admin = 'admin@example.com';
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let rowbook: RowbookProcess;

/** A deal of the burst as the one who saves it knows it. */
interface Known {
  amount: number;
  /** Saves that were acknowledged. */
  saves: number;
  /** Asked for and not answered: it may have come to pass or not. */
  asked: number | null;
}
const known = new Map<string, Known>();
let lastAmount = 0;
const acknowledged = { created: 0, changed: 0 };

beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => {
  await rowbook?.stop();
  await folder?.remove();
});

interface Saved {
  result?: { ok: boolean; value?: { status: string; record?: { id: string } } };
}

const start = async () => {
  rowbook = await launch({ store: `${folder.path}/workbook.db`, args: ['--sample', 'none'] });
};

/** The id of the saved deal; '' when it was not saved; null when there was no answer. */
async function save(changes: object, id?: string): Promise<string | null> {
  const args = [{ tab: 'deals', ...(id ? { id } : {}), changes }];
  const body = { user: admin, function: 'saveRecord', args };
  const answer = await post<Saved>(`${rowbook.url}/local/run`, body).catch(() => null);
  if (!answer) return null;
  const { status, record } = answer.result?.value ?? {};
  return status === 'saved' ? (record?.id ?? '') : '';
}

/** Three at once make deals and change the one they made, until the server dies. */
async function saveUntilDeath(): Promise<void> {
  const one = async (): Promise<void> => {
    for (;;) {
      lastAmount += 1;
      const made = { name: `Deal ${lastAmount}`, stage: 'Lead', amount: lastAmount };
      const id = await save(made);
      if (id === null) return;
      if (id === '') continue;
      const deal: Known = { amount: made.amount, saves: 1, asked: null };
      known.set(id, deal);
      acknowledged.created += 1;

      lastAmount += 1;
      deal.asked = lastAmount;
      const answer = await save({ amount: deal.asked }, id);
      if (answer === null) return;
      if (answer === id) {
        deal.amount = deal.asked;
        deal.saves += 1;
        acknowledged.changed += 1;
      }
      deal.asked = null;
    }
  };
  await Promise.all([one(), one(), one()]);
}

/** Every record of a stored workbook agrees with itself, and each known deal is as it was acknowledged. */
function check(file: string): void {
  const info = { id: 'local', title: '', locale: 'en_US', timeZone: 'Etc/UTC', owner: admin };
  const engine = openEngine({ file, ...info });
  try {
    const book = bookOf(engine);
    expect(disagreements(book)).toEqual([]);
    checkKnown(book);
  } finally {
    engine.close();
  }
}

function checkKnown(book: Book): void {
  const deals = new Map(gridRecords(book, 'deals').map(({ id, seen }) => [id, seen]));
  const versions = new Map(book.rows('_Ledger Deals').map(({ cells }) => [cells.ID, cells.Version]));
  for (const [id, deal] of known) {
    const amount = deals.get(id)?.amount;
    // From here on it is known which of the two it was.
    if (deal.asked !== null && amount === deal.asked) {
      deal.amount = deal.asked;
      deal.saves += 1;
    }
    deal.asked = null;
    expect([amount, versions.get(id)], id).toEqual([deal.amount, deal.saves]);
  }
}

it('loses no acknowledged save, over several kills', async () => {
  for (const [round, wanted] of [2, 4, 7].entries()) {
    await start();
    const burst = saveUntilDeath();
    const fewest = () => Math.min(acknowledged.created, acknowledged.changed);
    await expect.poll(fewest, { timeout: 90_000, interval: 5 }).toBeGreaterThanOrEqual(wanted);
    await rowbook.stop('SIGKILL');
    await burst;
    expect(fewest(), `round ${round + 1}`).toBeGreaterThanOrEqual(wanted);

    await start();
    // The next commit recovers what the kill left pending, as it would for a person.
    expect(await save({ name: `After storm ${round + 1}`, stage: 'Lead' })).toMatch(/^D-\d+$/);
    expect(await rowbook.stop()).toBe(0);
    check(rowbook.store);
  }
}, 400_000);
