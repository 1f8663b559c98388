// The add-on's budgets: service calls first, then the bundle's own processor time, at 1,000 and at 50,000 contacts.
import { statSync } from 'node:fs';
import type { RecordPage, Reply } from '../../src/rpc/contract';
import { inProject } from '../build/files';
import type { RunOutcome } from '../local/runtime/types';
import { median, type Row } from './row';
import { benchSidebar } from './sidebar';
import { type BenchWorkbook, benchWorkbook, contact } from './workbook';

const calls = ({ calls: { reads, writes } }: RunOutcome) => `${reads} reads, ${writes} writes`;

async function opening(workbook: BenchWorkbook, size: string): Promise<Row> {
  const outcome = await workbook.run('start');
  const ok = outcome.calls.reads <= 3 && outcome.calls.writes === 0;
  return { work: `open the sidebar, ${size}`, measured: calls(outcome), budget: '≤ 3 reads, no write', ok };
}

async function saving(workbook: BenchWorkbook, size: string): Promise<{ row: Row; cpuMs: number }> {
  const got = await workbook.run('getRecord', { tab: 'contacts', id: 'C-500' });
  const { record } = (got.result as Extract<Reply<RecordPage>, { ok: true }>).value;
  const outcomes: RunOutcome[] = [];
  for (let n = 0; n < 9; n += 1) {
    outcomes.push(
      await workbook.run('saveRecord', {
        tab: 'contacts',
        id: 'C-500',
        baseVersion: record.version + n,
        changes: { jobTitle: `Buyer ${n}` },
      }),
    );
  }
  const last = outcomes[outcomes.length - 1] as RunOutcome;
  // One run of adjacent cells for the job title, one for Updated.
  const ok = last.calls.reads <= 7 && last.calls.writes <= 4 + 2;
  return {
    row: { work: `save one contact, ${size}`, measured: calls(last), budget: '≤ 7 reads, ≤ 4 + 2 writes', ok },
    cpuMs: median(outcomes.map((outcome) => outcome.cpuMs)),
  };
}

async function hourly(workbook: BenchWorkbook, size: string): Promise<Row> {
  const outcome = await workbook.runtime.run({
    function: 'hourly',
    args: [{}],
    user: 'admin@example.com',
    source: 'timeTrigger',
  });
  if (outcome.error) throw new Error(outcome.error.message);
  return {
    work: `hourly run, nothing due, ${size}`,
    measured: `${calls(outcome)}, ${Math.round(outcome.modelledMs / 1000)} modelled s`,
    budget: '≤ 60 modelled s',
    ok: outcome.modelledMs <= 60_000,
  };
}

/** The first runs after so much news settle what is marked as changed, and pack a History of 250,000 rows into the archive. */
async function settle(workbook: BenchWorkbook): Promise<void> {
  const session = workbook.engine.session('');
  const history = session.sheets().find(({ title }) => title === 'History')?.sheetId ?? 0;
  let before: number;
  do {
    before = session.lastRow(history);
    await hourly(workbook, '');
  } while (session.lastRow(history) < before);
}

async function importing(rows: number): Promise<number> {
  const workbook = await benchWorkbook();
  const session = workbook.engine.session('');
  const sheet = session.addSheet('Old sheet', undefined, rows + 1, 4);
  const lines = [['Deal name', 'Account', 'Deal stage', 'Close value']];
  for (let n = 1; n <= rows; n += 1)
    lines.push([`Deal ${n}`, `Company ${n % 100}`, n % 2 ? 'Lead' : 'Proposal', `${n}`]);
  session.write(
    { sheetId: sheet.sheetId, row: 1, column: 1, rows: lines.length, columns: 4 },
    lines.map((line) => line.map((text) => ({ input: { kind: 'typed', text } as const }))),
  );
  session.flush();
  const preview = await workbook.run('previewImport', { tab: 'Old sheet' });
  const { mapping } = (preview.result as { value: { mapping: object } }).value;
  let total = preview.calls.reads + preview.calls.writes;
  let importId: string | undefined;
  for (let done = false; !done; ) {
    const step = await workbook.run('commitImport', { tab: 'Old sheet', mapping, ...(importId ? { importId } : {}) });
    const value = (step.result as { value: { done: boolean; importId: string } }).value;
    total += step.calls.reads + step.calls.writes;
    importId = value.importId;
    done = value.done;
  }
  await workbook.close();
  return total;
}

function sizes(): Row[] {
  const kb = (path: string) => statSync(inProject(path)).size / 1024;
  return [
    { work: 'size of Code.js', file: 'dist/addon/Code.js', limit: 300 },
    { work: 'size of sidebar.html', file: 'dist/addon/sidebar.html', limit: 200 },
  ].map(({ work, file, limit }) => ({
    work,
    measured: `${Math.round(kb(file))} KB`,
    budget: `≤ ${limit} KB`,
    ok: kb(file) <= limit,
  }));
}

/** Measures the add-on. `large` stands for 50,000 contacts and 200,000 interactions; smaller numbers are for a quick look. */
export async function benchAddon(large: { contacts: number; interactions: number }): Promise<Row[]> {
  const rows: Row[] = [...sizes()];
  const small = await benchWorkbook();
  await small.fill('contacts', 1000, contact);
  rows.push(await opening(small, '1,000 contacts'));
  const smallSave = await saving(small, '1,000 contacts');
  rows.push(smallSave.row);
  await small.close();

  const big = await benchWorkbook();
  const size = `${large.contacts.toLocaleString('en')} contacts`;
  await big.fill('contacts', large.contacts, contact);
  rows.push(await opening(big, size));
  const bigSave = await saving(big, size);
  rows.push(bigSave.row);
  rows.push({
    work: `processor time of a save, ${size} against 1,000`,
    measured: `${(bigSave.cpuMs / Math.max(smallSave.cpuMs, 0.01)).toFixed(2)}×`,
    budget: '≤ 2×',
    ok: bigSave.cpuMs <= 2 * smallSave.cpuMs,
  });
  rows.push(...(await benchSidebar(big, size)));
  await big.fill('interactions', large.interactions, (n) => ({
    when: '2026-01-15T09:30',
    kind: 'Call',
    subject: `Call ${n}`,
  }));
  await settle(big);
  rows.push(await hourly(big, `${size} and ${large.interactions.toLocaleString('en')} interactions`));
  await big.close();

  const few = await importing(1000);
  const many = await importing(10_000);
  rows.push({
    work: 'import 10,000 rows against 1,000: reads and writes',
    measured: `${many} against ${few}`,
    budget: 'with blocks, not rows: ≤ 12×',
    ok: many <= 12 * few,
  });
  return rows;
}
