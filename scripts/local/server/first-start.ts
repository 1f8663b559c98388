// What a new workbook gets, once: set-up, a first admin, and the demo if it was asked for. All of it through the doors
// that people and the add-on use.

import type { Demo } from '../../demo';
import { loadDemo } from '../../demo';
import { serialInZone, serialToUtc } from '../engine/serial';
import type { CellValue } from '../engine/types';
import { wallToInstant } from '../runtime/zone';
import { fieldColumn, rowbookSheet } from './book';
import type { Grid } from './grid';
import { StartError } from './problem';

/** Longer than set-up and demo take on the stand-in's clock, which moves by what the work would take on Google. */
const headStartMs = 30 * 60_000;

/**
 * The machine's clock, which the first start may put back for a while. Unlike time that a person moves, what it jumps over is
 * no time in which hourly runs were due.
 */
export class PastClock {
  private behindMs = 0;

  readonly now = (): number => Date.now() - this.behindMs;

  /** Moves the stand-in's clock to this instant. */
  moveTo(grid: Grid, instant: number): void {
    this.behindMs += grid.runtime.now() - instant;
  }

  /** Back to the present. */
  catchUp(): void {
    this.behindMs = 0;
  }
}

/** Does work that comes before a person's first look: the clock begins earlier, so that it is right when they look. */
export async function beforeFirstLook(grid: Grid, past: PastClock, work: () => Promise<void>): Promise<void> {
  const { runtime } = grid;
  await runtime.setClock({ now: Date.now() - headStartMs });
  await work();
  past.catchUp();
  if (runtime.now() < Date.now()) await runtime.setClock({ now: Date.now() });
}

/** Sets the workbook up as its owner would from the menu. */
export async function setUp(grid: Grid): Promise<void> {
  await call(grid, 'setUpWorkbook', []);
}

/** Fills the workbook with the demo, whose records get ages by the clock that stood when they were saved; `progress` gets lines for people. */
export async function fillWithDemo(grid: Grid, past: PastClock, progress: (line: string) => void): Promise<void> {
  const { timeZone } = grid.engine.info;
  const today = serialToUtc(serialInZone(Date.now(), timeZone)).toISOString().slice(0, 10);
  let standing = '';
  await loadDemo({
    today,
    onDay: async (day) => {
      if (day === standing) return;
      standing = day;
      if (day === today) past.catchUp();
      else past.moveTo(grid, wallToInstant(Date.parse(`${day}T17:00:00Z`), timeZone));
    },
    writeTeam: (rows) => writeTeam(grid, rows),
    saveRecords: (input) =>
      call(grid, 'saveRecords', [input]) as ReturnType<Parameters<typeof loadDemo>[0]['saveRecords']>,
    progress: (tab, done, total) => progress(`Sample: ${tab} ${done} of ${total}`),
  });
}

/** Writes into Settings where the function listens and where the web app is; does nothing in a workbook not set up. */
export async function writeAddresses(grid: Grid, addresses: { function: string; webApp: string }): Promise<void> {
  await writeAddress(grid, 'function address', addresses.function);
  await writeAddress(grid, 'web app address', addresses.webApp);
}

async function writeAddress(grid: Grid, setting: string, address: string): Promise<void> {
  const session = grid.engine.session('');
  const sheet = rowbookSheet(session, 'settings');
  if (!sheet) return;
  const { sheetId } = sheet;
  const [names, values] = [
    fieldColumn(session, sheet, 'settings', 'setting', 'Setting'),
    fieldColumn(session, sheet, 'settings', 'value', 'Value'),
  ];
  const rows = session.lastRow(sheetId) - 1;
  if (!names || !values || rows < 1) return;
  const settings = session.displayValues({ sheetId, row: 2, column: names, rows, columns: 1 });
  const index = settings.findIndex(([name = '']) => name.trim().toLowerCase() === setting);
  if (index < 0) return;
  const [[now = null] = []] = session.values({ sheetId, row: index + 2, column: values, rows: 1, columns: 1 });
  // An address of somebody's own stays; a port that changed since the last start does not.
  if (typeof now === 'string' && now !== '' && !/^http:\/\/localhost:\d+(\/mobile)?$/.test(now)) return;
  if (now === address) return;
  await write(grid, sheet.title, index + 2, values, [[address]]);
}

async function writeTeam(grid: Grid, rows: Demo['team']): Promise<void> {
  const session = grid.engine.session('');
  const sheet = rowbookSheet(session, 'team');
  if (!sheet) throw new StartError('The workbook has no Team tab after set-up.');
  const headers = [
    ['email', 'Email'],
    ['name', 'Name'],
    ['role', 'Role'],
    ['team', 'Team'],
    ['region', 'Region'],
  ] as const;
  for (const [field, header] of headers) {
    const column = fieldColumn(session, sheet, 'team', field, header);
    if (!column) throw new StartError(`The Team tab has no column ${header} after set-up.`);
    const values = rows.map((row): CellValue[] => [row[field] ?? null]);
    await write(grid, sheet.title, 2, column, values);
  }
}

async function write(grid: Grid, tab: string, row: number, column: number, values: CellValue[][]): Promise<void> {
  const range = `R${row}C${column}`;
  const { settled } = await grid.edit({ user: grid.engine.info.owner, tab, range, values });
  await settled;
}

async function call(grid: Grid, name: string, args: unknown[]): Promise<unknown> {
  const outcome = await grid.runtime.run({ function: name, args, user: grid.engine.info.owner, source: 'client' });
  if (outcome.error) throw new StartError(`${name}: ${outcome.error.message}`);
  const reply = outcome.result as { ok?: boolean; message?: string } | null;
  if (reply?.ok === false) throw new StartError(`${name}: ${reply.message}`);
  return outcome.result;
}
