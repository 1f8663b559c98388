// kill -9 of the server in a burst of saves: what was acknowledged is there, and row, ledger and history agree.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { get, launch, post, type RowbookProcess, temporaryFolder } from './rowbook-process';

const admin = 'admin@example.com';
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let rowbook: RowbookProcess;
const acknowledged = new Map<string, number>();

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

/** Saves deals, a few at a time, until the server dies; remembers what it acknowledged. */
async function saveUntilDeath(): Promise<void> {
  const one = async (): Promise<void> => {
    for (;;) {
      const amount = Math.floor(Math.random() * 1_000_000);
      const args = [{ tab: 'deals', changes: { name: `Deal ${amount}`, stage: 'Lead', amount } }];
      const answer = await post<Saved>(`${rowbook.url}/local/run`, { user: admin, function: 'saveRecord', args }).catch(
        () => null,
      );
      if (!answer) return;
      const id = answer.result?.value?.record?.id;
      if (answer.result?.value?.status === 'saved' && id) acknowledged.set(id, amount);
    }
  };
  await Promise.all([one(), one(), one()]);
}

async function table(tab: string): Promise<{ [header: string]: unknown }[]> {
  const range = encodeURIComponent(`'${tab}'`);
  const { values } = await get<{ values: unknown[][] }>(
    `${rowbook.url}/v4/spreadsheets/local/values/${range}?valueRenderOption=UNFORMATTED_VALUE`,
    { authorization: 'Bearer local' },
  );
  const [headers = [], ...rows] = values;
  return rows.map((row) => Object.fromEntries(headers.map((header, index) => [String(header), row[index]])));
}

it('loses no acknowledged save, over several kills', async () => {
  for (const [round, wanted] of [4, 9, 15].entries()) {
    await start();
    const burst = saveUntilDeath();
    await expect.poll(() => acknowledged.size, { timeout: 90_000, interval: 5 }).toBeGreaterThanOrEqual(wanted);
    await rowbook.stop('SIGKILL');
    await burst;
    expect(acknowledged.size, `round ${round + 1}`).toBeGreaterThanOrEqual(wanted);
  }
  await start();
  // The next commit recovers what the last kill left pending, as it would for a person.
  await post(`${rowbook.url}/local/run`, {
    user: admin,
    function: 'saveRecord',
    args: [{ tab: 'deals', changes: { name: 'After the storm', stage: 'Lead' } }],
  });

  const deals = new Map((await table('Deals')).filter(({ ID }) => ID).map((row) => [String(row.ID), row]));
  for (const [id, amount] of acknowledged) expect(deals.get(id)?.Amount, id).toBe(amount);

  const ledger = new Map((await table('_Ledger Deals')).filter(({ ID }) => ID).map((row) => [String(row.ID), row]));
  expect([...ledger.keys()].sort()).toEqual([...deals.keys()].sort());
  for (const [id, row] of deals) {
    const state = JSON.parse(String(ledger.get(id)?.State)) as { f: { name: string; amount: number | null } };
    expect(state.f.name, id).toBe(row.Name);
    expect(state.f.amount ?? '', id).toBe(row.Amount ?? '');
  }

  const told = new Map<string, number>();
  for (const { ID, Tab } of await table('History')) {
    if (Tab === 'deals' || Tab === 'Deals') told.set(String(ID), (told.get(String(ID)) ?? 0) + 1);
  }
  for (const id of deals.keys()) expect(told.get(id), `history of ${id}`).toBe(1);
}, 400_000);
