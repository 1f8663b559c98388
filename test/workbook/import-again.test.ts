// Importing a tab again after a row was corrected: only that row is new.
import { afterEach, describe, expect, it } from 'vitest';
import { type ImportWorld, importWorld } from './import-world';

let world: ImportWorld;
afterEach(() => world.close());

describe('a tab that is imported again after a bad date was corrected', () => {
  it('gives the corrected row and no second deal, whatever the others lack', async () => {
    world = await importWorld();
    world.raw('Messy', [
      ['Name', 'Name', 'Stage', 'Amount', 'Amount', 'Close date', 'Close date'],
      ['First', '', 'Lead', '5', '', '2026-12-01', ''],
      ['Second', '', 'Lead', '6', '', '2026-31-31', ''],
      ['', 'only second', 'Lead', '10', '1', '', ''],
      ['', '', 'Lead', '11', '', '', ''],
    ]);
    await world.importAll('Messy');
    const names = () => world.rows('Deals').map((row) => row.Name);
    expect(names()).toEqual(['First', 'Deal of row 4', 'Deal of row 5']);
    world.type('Messy', 1, 'Close date', '2026-12-31');
    await world.importAll('Messy');
    expect(names()).toEqual(['First', 'Deal of row 4', 'Deal of row 5', 'Second']);
  });
});

describe('a tab that is imported again', () => {
  it('needs no word decided anew, also under another name', async () => {
    world = await importWorld();
    const lines = ['Deal name | Stage', 'One | Engaging', 'Two | Prospecting', 'Three | Won'];
    world.sheet('March', lines);
    const first = await world.preview('March');
    expect(first.blockers).toMatchObject([{ code: 'undecided-value' }]);
    const map = { Engaging: 'Proposal', Prospecting: 'Lead' };
    await world.importAll('March', { ...first.mapping, values: [{ tab: 'deals', field: 'stage', map }] });
    world.sheet('April', [...lines, 'Four | Engaging']);
    for (const tab of ['March', 'April']) {
      const { blockers, values, mapping } = await world.preview(tab);
      expect(blockers).toEqual([]);
      expect(values[0]?.values.find(({ from }) => from === 'Engaging')).toMatchObject({
        to: 'Proposal',
        remembered: 'Proposal',
      });
      await world.importAll(tab, mapping);
    }
    expect(world.rows('Deals').map((row) => `${row.Name}: ${row.Stage}`)).toEqual([
      'One: Proposal',
      'Two: Lead',
      'Three: Won',
      'Four: Proposal',
    ]);
  });
});
