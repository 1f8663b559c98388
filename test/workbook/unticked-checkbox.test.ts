// An unticked checkbox in a column of the team's own may read as FALSE and count as content (APPS_SCRIPT.md 2.1, 7.24): new records are still placed right below the others.
import { afterAll, expect, it } from 'vitest';
import type { SaveManyResult } from '../../src/rpc/contract';
import { forgetPrepared, openWorld } from './world';

afterAll(forgetPrepared);

it.each([true, false])(
  'records stand one below the other when unticked checkboxes read as FALSE: %j',
  async (reads) => {
    const world = await openWorld({
      switches: {
        textFormatTakesFormula: true,
        doubleApostropheKeepsOne: true,
        textFormatKeepsTyped: true,
        blankCheckboxReadsFalse: reads,
      },
    });
    const { sheetId, rows, columns } = world.sheet('Contacts');
    world.engine.session('').insertColumns(sheetId, columns + 1, 1);
    await world.type('Contacts', 1, columns + 1, [['VIP']]);
    const validation = { type: 'CHECKBOX', values: [], allowInvalid: true, showDropdown: true, helpText: null };
    const below = { sheetId, row: 2, column: columns + 1, rows: rows - 1, columns: 1 };
    const session = world.engine.session('');
    session.writeAll(below, { validation });
    session.flush();
    expect(world.engine.session('').lastRow(sheetId)).toBe(reads ? rows : 1);
    for (const names of [['Ann', 'Ben'], ['Cem']]) {
      const records = names.map((firstName) => ({ changes: { firstName } }));
      const saved = await world.ask<SaveManyResult>('saveRecords', { tab: 'contacts', records });
      expect(saved.issues).toEqual([]);
    }
    await world.type('Contacts', 5, 'First name', [['Dora']]);
    await world.run('hourly');
    const column = world.column('Contacts', 'First name');
    const rect = { sheetId: world.sheet('Contacts').sheetId, row: 2, column, rows: 6, columns: 1 };
    const values = world.engine.session('').values(rect).flat();
    expect(values).toEqual(['Ann', 'Ben', 'Cem', 'Dora', null, null]);
    expect(world.sheet('Contacts').rows).toBeLessThanOrEqual(1000);
    await world.close();
  },
);
