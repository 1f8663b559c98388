// Blocks of an import: killed at any call they are taken out again as a whole and made anew; undone, they go as a whole.
import { afterAll, describe, expect, it } from 'vitest';
import type { ImportPreview, ImportProgress, UndoResult } from '../../src/rpc/contract';
import { disagreements, gridRecords } from './consistency';
import { forgetPrepared, openWorld, type World } from './world';

afterAll(forgetPrepared);

const people = Array.from({ length: 12 }, (_, index) => [
  `First${index}`,
  `=Last ${index}`,
  index % 3 === 0 ? 'Acme' : 'Beta',
]);

async function withSource(): Promise<{ world: World; input: object }> {
  const world = await openWorld();
  const session = world.engine.session('');
  const { sheetId } = session.addSheet('Old list');
  const texts = [['First name', 'Last name', 'Company'], ...people];
  session.write(
    { sheetId, row: 1, column: 1, rows: texts.length, columns: 3 },
    texts.map((line) => line.map((text) => ({ input: { kind: 'value', value: text } as const }))),
  );
  session.flush();
  const preview = await world.ask<ImportPreview>('previewImport', { tab: 'Old list' });
  expect(preview.blockers).toEqual([]);
  return { world, input: { tab: 'Old list', mapping: preview.mapping } };
}

async function finish(world: World, input: object): Promise<ImportProgress> {
  let step = await world.ask<ImportProgress>('commitImport', input);
  while (!step.done) step = await world.ask<ImportProgress>('commitImport', { ...input, importId: step.importId });
  return step;
}

function expectImported(world: World): void {
  const names = gridRecords(world, 'contacts').map(({ seen }) => [seen.firstName, seen.lastName]);
  expect(names.sort()).toEqual(people.map(([first, last]) => [first, last]).sort());
  expect(
    gridRecords(world, 'companies')
      .map(({ seen }) => seen.name)
      .sort(),
  ).toEqual(['Acme', 'Beta']);
  expect(disagreements(world)).toEqual([]);
}

describe('an import', () => {
  it('killed in the middle of a step makes every record once when it goes on', async () => {
    for (let n = 20; n < 140; n += 17) {
      const { world, input } = await withSource();
      let importId: string | undefined;
      // The first step plans; the ones after it write, and one of them is cut off.
      const first = await world.ask<ImportProgress>('commitImport', input);
      importId = first.importId;
      for (let calls = n; calls > 0; calls -= 60) {
        world.runtime.setFaults({ killCall: Math.min(calls, 60), seed: n });
        await world.run('commitImport', { ...input, importId });
        world.runtime.setFaults({});
      }
      await finish(world, { ...input, importId });
      expectImported(world);
      await world.close();
    }
  });

  it('is taken back as a whole, but for what was changed since', async () => {
    const { world, input } = await withSource();
    const { changeSet } = await finish(world, input);
    expectImported(world);
    await world.ask('saveRecord', { tab: 'contacts', id: 'C-5', changes: { city: 'Bonn' } });
    let undone = await world.ask<UndoResult>('undoChangeSet', { changeSet });
    while (undone.more) undone = await world.ask<UndoResult>('undoChangeSet', { changeSet });
    expect(gridRecords(world, 'contacts').map(({ id }) => id)).toEqual(['C-5']);
    // Its company stays as well, because it refers to it.
    expect(gridRecords(world, 'companies').map(({ id }) => id)).toEqual(['CO-2']);
    expect(undone.kept.map(({ id }) => id).sort()).toEqual(['C-5', 'CO-2']);
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });
});
