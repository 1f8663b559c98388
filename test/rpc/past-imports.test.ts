// Finished imports are remembered beside their tab, and can be taken back long after the dialog was closed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceTab, UndoResult } from '../../src/rpc/contract';
import { admin, type ImportWorld, importWorld, monday } from '../workbook/import-world';

let world: ImportWorld;
beforeEach(async () => {
  world = await importWorld();
});
afterEach(() => world.close());

const lines = (rows: number) => [
  'Deal ID | Stage | Account | Amount',
  ...Array.from({ length: rows }, (_, at) => `k${at} | Lead | Firm ${at % 3} | ${at}`),
];
const importsOf = async (title: string) => {
  const tabs = await world.ask<SourceTab[]>('sourceTabs', {});
  return tabs.find((tab) => tab.title === title)?.imports ?? [];
};
async function undoAll(changeSet: string): Promise<UndoResult> {
  for (;;) {
    const result = await world.ask<UndoResult>('undoChangeSet', { changeSet });
    if (!result.more) return result;
  }
}

describe('a finished import', () => {
  it('is told of beside its tab: when, who, and how many records it made and changed', async () => {
    world.sheet('Old', lines(12));
    await world.importAll('Old');
    expect(await importsOf('Old')).toEqual([
      {
        changeSet: expect.any(String),
        when: expect.stringMatching(/^2026-11-23T.*Z$/),
        who: expect.stringContaining(admin),
        created: { companies: 3, deals: 12 },
        updated: {},
      },
    ]);
    world.type('Old', 4, 'Amount', '999');
    await world.importAll('Old');
    // The latest first; one that found everything as it was is not worth a line.
    await world.importAll('Old');
    expect(await importsOf('Old')).toMatchObject([{ created: {}, updated: { deals: 1 } }, { created: { deals: 12 } }]);
  });

  it('is taken back by its change set, and says so from then on', async () => {
    world.sheet('Old', lines(12));
    world.sheet('Other', ['First name | Email', 'Ann | ann@example.com']);
    await world.importAll('Old');
    await world.importAll('Other');
    await world.runtime.setClock({ now: monday + 3 * 86_400_000 });
    const [old] = await importsOf('Old');
    expect(await undoAll(old?.changeSet ?? '')).toMatchObject({ more: false, kept: [] });
    expect(world.ids('Deals').filter((id) => id !== '')).toEqual([]);
    expect((await importsOf('Old'))[0]?.undone).toEqual({
      when: expect.stringMatching(/^2026-11-26T/),
      who: expect.stringContaining(admin),
    });
    expect((await importsOf('Other'))[0]?.undone).toBeUndefined();
    // Imported anew, the new import can be taken back in its turn.
    await world.importAll('Old');
    expect((await importsOf('Old')).map(({ undone }) => undone !== undefined)).toEqual([false, true]);
  });

  it('of a tab that has gone can be taken back as well', async () => {
    world.sheet('Old', lines(2));
    await world.importAll('Old');
    const session = world.engine.session('');
    const sheet = session.sheets().find(({ title }) => title === 'Old');
    session.deleteSheet(sheet?.sheetId ?? 0);
    session.flush();
    const tabs = await world.ask<SourceTab[]>('sourceTabs', {});
    expect(tabs.at(-1)).toMatchObject({ title: 'Old', gone: true, imports: [{ created: { deals: 2 } }] });
    await undoAll(tabs.at(-1)?.imports?.[0]?.changeSet ?? '');
    expect(world.ids('Deals').filter((id) => id !== '')).toEqual([]);
  });
});
