// Old History in `_Archive`: packed by the hourly run, whole after a kill at any call, still read and still undone.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply, SaveResult, UndoResult } from '../../src/rpc/contract';
import type { HistoryPage } from '../../src/rpc/contract-history';
import { forgetPrepared, openWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());
afterAll(forgetPrepared);

const width = 9;

function historyRows(): string[][] {
  return world
    .values('History')
    .slice(1)
    .map((row) => row.slice(0, width).map((cell) => String(cell ?? '')));
}

/** The whole past, oldest first: what the archive counts, then History. */
function wholePast(): string[][] {
  const meta = world.rows('_Meta').find(({ cells }) => cells.Key === 'archive');
  const { entries = 0, rows = 0 } = JSON.parse(String(meta?.cells.Value ?? '{}')) as {
    entries?: number;
    rows?: number;
  };
  const packed = world
    .values('_Archive')
    .slice(1, 1 + rows)
    .flatMap(
      (cells) =>
        JSON.parse(
          cells
            .slice(2)
            .map((cell) => String(cell ?? ''))
            .join(''),
        ) as string[][],
    );
  expect(packed.length).toBe(entries);
  return [...packed, ...historyRows()];
}

function write(row: number, lines: readonly (readonly string[])[]): void {
  const { sheetId, rows } = world.sheet('History');
  const session = world.engine.session('admin@example.com', 'person');
  const need = row + lines.length - 1;
  if (need > rows) session.insertRows(sheetId, rows + 1, need - rows);
  session.write(
    { sheetId, row, column: 1, rows: lines.length, columns: width },
    lines.map((line) => line.map((value) => ({ input: { kind: 'value' as const, value } }))),
  );
  session.flush();
}

/** Entries of a year ago, one a minute, of records that nobody has any more. */
function fillers(first: number, count: number): string[][] {
  return Array.from({ length: count }, (_, index) => {
    const n = first + index;
    const when = new Date(Date.parse('2025-11-01T00:00:00Z') + n * 60_000).toISOString();
    const delta = JSON.stringify({ city: [`Old ${n}`, `New ${n}`], notes: [null, `"quoted" = ${n}`] });
    return [
      when,
      'Ben <ben@example.com>',
      'sidebar',
      `Sf${n}`,
      'Contacts',
      `C-${90_000 + (n % 700)}`,
      `Name ${n}`,
      `City Old ${n} → New ${n}`,
      delta,
    ];
  });
}

/** Makes what stands in History now a year old. */
function makeOld(): void {
  const rows = historyRows();
  write(
    2,
    rows.map(([when = '', ...rest]) => [when.replace('2026-11-23', '2025-10-31'), ...rest]),
  );
}

async function hourly(): Promise<void> {
  const outcome = await world.run('hourly');
  expect(outcome.error).toBeUndefined();
  expect(outcome.result).toMatchObject({ ran: true, errors: [] });
}

describe('what is packed', () => {
  it('is the oldest beyond the newest 5,000 rows, each entry once and as it was', async () => {
    write(2, fillers(0, 6_250));
    const before = wholePast();
    await hourly();
    expect(historyRows().length).toBe(5_000);
    expect(wholePast()).toEqual(before);
    const cells = world.values('_Archive').slice(1);
    expect(cells.length).toBeLessThan(1_250 / 90);
    for (const row of cells) for (const cell of row) expect(String(cell ?? '').length).toBeLessThan(49_900);
    await hourly();
    expect(wholePast()).toEqual(before);
  });

  it('is nothing that is younger than 90 days, and then the next run reads nothing for it', async () => {
    const young = fillers(0, 5_400).map(([, ...rest], n) => [
      new Date(Date.parse('2026-11-01T00:00:00Z') + n * 60_000).toISOString(),
      ...rest,
    ]);
    write(2, young);
    await hourly();
    expect(historyRows().length).toBe(5_400);
    await hourly();
    const with5400 = (await world.run('hourly')).calls.reads;
    await world.close();
    world = await openWorld();
    for (let run = 0; run < 2; run++) await hourly();
    expect((await world.run('hourly')).calls.reads).toBe(with5400);
  });

  it('costs calls by the thousand entries, not by the entry', async () => {
    write(2, fillers(0, 6_000));
    const one = await world.run('hourly');
    await world.close();
    world = await openWorld();
    write(2, fillers(0, 7_000));
    const two = await world.run('hourly');
    const all = ({ calls }: typeof one) => calls.reads + calls.writes + calls.other;
    expect(all(two) - all(one)).toBeLessThan(40);
    expect(historyRows().length).toBe(5_000);
  });

  it('takes an entry longer than a cell, and one that a person typed', async () => {
    const long = fillers(0, 1).map((row) => [...row.slice(0, 8), `{"notes":[null,"${'x'.repeat(44_900)}"]}`]);
    write(2, [...long, ['note of mine', '', '', '', '', '', '', '', ''], ...fillers(2, 5_200)]);
    const before = wholePast();
    await hourly();
    expect(historyRows().length).toBe(5_000);
    expect(wholePast()).toEqual(before);
  });
});

describe('packed entries', () => {
  it('are still in History for people, and still undone', async () => {
    await world.ask('saveRecord', { tab: 'companies', changes: { name: 'Acme' } });
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ann', city: 'Rome', company: 'CO-1' } });
    const saved = await world.ask<SaveResult>('saveRecord', { tab: 'contacts', id: 'C-1', changes: { city: 'Oslo' } });
    if (saved.status !== 'saved') throw new Error('not saved');
    await world.ask('deleteRecord', { tab: 'companies', id: 'CO-1' });
    makeOld();
    write(historyRows().length + 2, fillers(0, 5_300));
    await hourly();
    expect(historyRows().some((row) => row[5] === 'C-1')).toBe(false);

    const past = await world.ask<HistoryPage>('history', { tab: 'contacts', id: 'C-1' });
    expect(past.sets.map(({ records }) => records[0]?.summary)).toEqual(['City Rome → Oslo', 'Created']);
    expect(past.total).toBe(wholePast().length);
    const page = await world.ask<{ timeline: { title: string }[] }>('getRecord', { tab: 'contacts', id: 'C-1' });
    expect(page.timeline.map(({ title }) => title)).toEqual(['City Rome → Oslo', 'Created']);

    const undone = await world.ask<UndoResult>('undoChangeSet', { changeSet: saved.changeSet });
    expect(undone).toMatchObject({ undone: 1, kept: [] });
    expect(world.rows('Contacts')[0]?.cells.City).toBe('Rome');
    const gone = await world.ask<{ records: { id: string }[] }>('deletedRecords', {});
    expect(gone.records.map(({ id }) => id)).toEqual(['CO-1']);
  });

  it('follow the rows of History when one pages back', async () => {
    write(2, fillers(0, 5_350));
    await hourly();
    const seen: string[] = [];
    let cursor: string | null = null;
    let answers = 0;
    do {
      const input = { from: '2025-11-01', to: '2025-11-01', limit: 50, ...(cursor === null ? {} : { cursor }) };
      const page: HistoryPage = await world.ask<HistoryPage>('history', input);
      seen.push(...page.sets.map(({ changeSet }) => changeSet));
      cursor = page.cursor;
      answers += 1;
    } while (cursor !== null && answers < 60);
    // From midnight in Berlin: an hour of that day lies before the first entry.
    const wanted = Array.from({ length: 23 * 60 }, (_, n) => `Sf${n}`).reverse();
    expect(seen).toEqual(wanted);
  });

  it('give a stale save what it began from', async () => {
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ann', city: 'Rome' } });
    await world.ask('saveRecord', { tab: 'contacts', id: 'C-1', changes: { city: 'Oslo' } });
    makeOld();
    write(historyRows().length + 2, fillers(0, 5_300));
    await hourly();
    const stale = { tab: 'contacts', id: 'C-1', baseVersion: 1 };
    const conflict = await world.ask<SaveResult>('saveRecord', { ...stale, changes: { city: 'Bern' } });
    expect(conflict).toMatchObject({ status: 'conflict', conflicts: [{ base: 'Rome', theirs: 'Oslo', mine: 'Bern' }] });
  });
});

describe('packing killed at any service call', () => {
  it('neither loses nor doubles an entry, and people see each once', async () => {
    let next = 5_000;
    write(2, fillers(0, next));
    await hourly();
    // From here on a run does little else: every tab has been looked at today.
    for (let run = 0; run < 8; run++) await hourly();
    let packedAt = 0;
    for (let n = 1; ; n++) {
      write(historyRows().length + 2, fillers(next, 130));
      next += 130;
      world.runtime.setFaults({ killCall: n, seed: n });
      const cut = await world.run('hourly');
      world.runtime.setFaults({});
      if (historyRows().length < 5_130 && packedAt === 0) packedAt = n;
      if (!cut.error) break;
      // Somebody's save and page come before the next run.
      if (n % 5 === 0) {
        const page = await world.ask<HistoryPage>('history', { limit: 50 });
        expect(new Set(page.sets.map(({ changeSet }) => changeSet)).size).toBe(50);
      }
      await hourly();
      expect(historyRows().length, `after a kill at call ${n}`).toBeLessThan(5_100);
      const past = wholePast();
      expect(past.length, `after a kill at call ${n}`).toBe(next);
      expect(past.map((row) => row[3])).toEqual(fillers(0, next).map((row) => row[3]));
    }
    expect(packedAt).toBeGreaterThan(5);
  });

  it('finds the rows again that a person sorted in between', async () => {
    write(2, fillers(0, 5_200));
    // Killed with the rows still there: found by the archive that `_Meta` counts as on its way.
    let isMoving = false;
    for (let n = 20; n < 400 && !isMoving; n++) {
      world.runtime.setFaults({ killCall: n, seed: 3 });
      await world.run('hourly');
      world.runtime.setFaults({});
      const meta = world.rows('_Meta').find(({ cells }) => cells.Key === 'archive');
      isMoving = String(meta?.cells.Value ?? '').includes('moving') && historyRows().length === 5_200;
      if (historyRows().length < 5_200) break;
    }
    expect(isMoving).toBe(true);
    const rows = historyRows();
    write(2, [...rows].reverse());
    await hourly();
    const past = wholePast();
    expect(past.length).toBe(5_200);
    expect(new Set(past.map((row) => row[3])).size).toBe(5_200);
  });
});

describe('a change set that is cut off before a packing', () => {
  it('is told once, where its journal says or below', async () => {
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ann' } });
    write(historyRows().length + 2, fillers(0, 5_300));
    for (let n = 10; n < 40; n += 6) {
      world.runtime.setFaults({ killCall: n, seed: n });
      await world.run('saveRecord', { tab: 'contacts', id: 'C-1', changes: { city: `City ${n}` } });
      world.runtime.setFaults({});
      write(historyRows().length + 2, fillers(6_000 + n * 200, 150));
      await hourly();
      const told = wholePast().filter((row) => row[5] === 'C-1' && row[7]?.includes(`→ City ${n}`));
      const reply: Reply<{ record: { fields: { city: string } } }> = await world.reply('getRecord', {
        tab: 'contacts',
        id: 'C-1',
      });
      const isDone = reply.ok && reply.value.record.fields.city === `City ${n}`;
      expect(told.length, `killed at ${n}`).toBe(isDone ? 1 : 0);
    }
  });
});
