// Text stays text (DESIGN.md invariant 7), whatever the unverified switches of APPS_SCRIPT.md 2.2 turn out to be.
import { afterAll, describe, expect, it } from 'vitest';
import type { Switches } from '../../scripts/local/engine/types';
import type { FindResult, SaveManyResult, SaveResult } from '../../src/rpc/contract';
import { areNaughtyStringsHere, naughtyStrings } from '../setup/naughty-strings';
import { disagreements } from './consistency';
import { forgetPrepared, openWorld } from './world';

const own = [
  '=1+1',
  "'",
  "''",
  "'x",
  "''x",
  "'=1",
  '+49 30 1',
  '-5',
  '@x',
  '\tx',
  '\rx',
  '1/2',
  'TRUE',
  '007',
  '1e3',
  '50%',
  'Jan 5',
  ' 7',
];
const strings: string[] = [...own, ...naughtyStrings];

const both = [true, false];
const combinations: Switches[] = both.flatMap((textFormatTakesFormula) =>
  both.flatMap((doubleApostropheKeepsOne) =>
    both.map((textFormatKeepsTyped) => ({ textFormatTakesFormula, doubleApostropheKeepsOne, textFormatKeepsTyped })),
  ),
);

/** One leading apostrophe is not part of a text. What the sheet makes of `''x` is a switch: Rowbook keeps whichever it was. */
function takenBySheet(text: string, { doubleApostropheKeepsOne }: Switches): string {
  const isKept = !text.startsWith("'") || (text.startsWith("''") && !doubleApostropheKeepsOne);
  return isKept ? text : text.slice(1);
}

afterAll(forgetPrepared);

describe('hostile strings', () => {
  it.skipIf(!areNaughtyStringsHere)('include the public list of naughty strings (../shared/data is there)', () => {
    expect(strings.length).toBeGreaterThan(500);
  });

  it.each(combinations)('come back equal from Notes and are no formula, with %j', async (switches) => {
    const world = await openWorld({ switches });
    for (let at = 0; at < strings.length; at += 500) {
      const records = strings
        .slice(at, at + 500)
        .map((notes, index) => ({ changes: { firstName: `P${at + index}`, notes } }));
      const saved = await world.ask<SaveManyResult>('saveRecords', { tab: 'contacts', records });
      expect(saved.issues).toEqual([]);
    }
    const column = world.column('Contacts', 'Notes');
    const rect = { sheetId: world.sheet('Contacts').sheetId, row: 2, column, rows: strings.length, columns: 1 };
    const session = world.engine.session('');
    expect(session.values(rect).map(([value]) => value)).toEqual(strings);
    expect(session.formulas(rect).filter(([formula]) => formula !== null)).toEqual([]);
    // One by one as well: a change of a cell takes another way than a new row.
    for (const notes of own) {
      const saved = await world.ask<SaveResult>('saveRecord', { tab: 'contacts', id: 'C-1', changes: { notes } });
      expect(saved).toMatchObject({ status: 'saved', record: { fields: { notes } } });
    }
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });

  it.each(combinations)(
    'pasted in the grid come back as typed, less one leading apostrophe, with %j',
    async (switches) => {
      const world = await openWorld({ switches });
      for (let at = 0; at < strings.length; at += 500) {
        const records = strings.slice(at, at + 500).map((_, index) => ({ changes: { firstName: `P${at + index}` } }));
        await world.ask<SaveManyResult>('saveRecords', { tab: 'contacts', records });
      }
      await world.type(
        'Contacts',
        2,
        'Notes',
        strings.map((text) => [text]),
      );
      await world.run('hourly');
      const kept = strings.map((text) => takenBySheet(text, switches));
      const rect = { sheetId: world.sheet('Contacts').sheetId, row: 2, rows: strings.length, columns: 1 };
      const cells = { ...rect, column: world.column('Contacts', 'Notes') };
      const session = world.engine.session('');
      expect(session.values(cells).map(([value]) => value ?? '')).toEqual(kept);
      expect(session.formulas(cells).filter(([formula]) => formula !== null)).toEqual([]);
      const found = await world.ask<FindResult>('findRecords', { tab: 'contacts', limit: 500, offset: 0 });
      const notes = new Map(found.records.map(({ fields }) => [fields.firstName, fields.notes ?? '']));
      expect(notes.size).toBe(Math.min(500, strings.length));
      for (const [name, text] of notes) expect(text).toBe(kept[Number(String(name).slice(1))]);
      expect(disagreements(world)).toEqual([]);
      await world.close();
    },
  );

  it.each(combinations)('typed in the grid one by one are kept as the sheet took them, with %j', async (switches) => {
    const world = await openWorld({ switches });
    const records = own.map((_, index) => ({ changes: { firstName: `P${index}` } }));
    await world.ask<SaveManyResult>('saveRecords', { tab: 'contacts', records });
    for (const [index, text] of own.entries()) await world.type('Contacts', 2 + index, 'Notes', [[text]]);
    const kept = own.map((text) => takenBySheet(text, switches));
    const notes = () => world.rows('Contacts').map(({ cells }) => cells.Notes ?? '');
    expect(notes()).toEqual(kept);
    await world.run('hourly');
    expect(notes()).toEqual(kept);
    const found = await world.ask<FindResult>('findRecords', { tab: 'contacts', limit: 500, offset: 0 });
    const told = new Map(found.records.map(({ fields }) => [fields.firstName, fields.notes ?? '']));
    expect(own.map((_, index) => told.get(`P${index}`))).toEqual(kept);
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });
});
