// Calls on cells: reading, writing, looks, sorting.
import { toR1C1 } from '../../engine/formula/r1c1';
import { overlaps } from '../../engine/protection';
import type { CellPatch } from '../../engine/types';
import type { Handlers } from '../host';
import { cellCount, datePositions, toInput, toPatch } from './cells';
import { findText } from './text-finder';

type RangeCall =
  | 'Range.getValues'
  | 'Range.getDisplayValues'
  | 'Range.getFormulas'
  | 'Range.getFormulasR1C1'
  | 'Range.getNumberFormats'
  | 'Range.getLooks'
  | 'Range.getDataValidations'
  | 'Range.setValues'
  | 'Range.fill'
  | 'Range.patch'
  | 'Range.clear'
  | 'Range.sort'
  | 'Range.copyTo'
  | 'Range.canEdit'
  | 'Range.merges'
  | 'Range.merge'
  | 'Range.unmerge'
  | 'TextFinder.find';

const noLooks: CellPatch = { numberFormat: '', background: null, fontColor: null, fontWeight: null, wrap: false };

export const rangeCalls: Handlers<RangeCall> = {
  'Range.getValues': ({ execution, host }, rect) => {
    execution.touch(cellCount(rect));
    const values = execution.session.values(rect);
    return { values, dates: datePositions(execution.session, rect, values), timeZone: host.engine.info.timeZone };
  },
  'Range.getDisplayValues': ({ execution }, rect) => {
    execution.touch(cellCount(rect));
    return execution.session.displayValues(rect);
  },
  'Range.getFormulas': ({ execution }, rect) => {
    execution.touch(cellCount(rect));
    return execution.session.formulas(rect);
  },
  'Range.getFormulasR1C1': ({ execution }, rect) => {
    execution.touch(cellCount(rect));
    const { row, column } = rect;
    return execution.session
      .formulas(rect)
      .map((cells, down) =>
        cells.map((text, right) => (text === null ? null : toR1C1(text, row + down, column + right))),
      );
  },
  'Range.getNumberFormats': ({ execution }, rect) => {
    execution.touch(cellCount(rect));
    return execution.session.numberFormats(rect);
  },
  'Range.getLooks': ({ execution }, rect, look) => {
    execution.touch(cellCount(rect));
    return execution.session.cells(rect).map((row) => row.map((cell) => cell?.[look] ?? null));
  },
  'Range.getDataValidations': ({ execution }, rect) => {
    execution.touch(cellCount(rect));
    return execution.session.cells(rect).map((row) => row.map((cell) => cell?.validation ?? null));
  },
  'Range.setValues': ({ execution, host }, rect, values) => {
    execution.touch(cellCount(rect));
    const { timeZone } = host.engine.info;
    execution.session.write(
      rect,
      values.map((row) => row.map((cell) => ({ input: toInput(cell, timeZone) }))),
    );
    return null;
  },
  'Range.fill': ({ execution, host }, rects, patch) => {
    const cellPatch = toPatch(patch, host.engine.info.timeZone);
    for (const rect of rects) {
      // A format or rule for a block is one instruction to Google, a value is one per cell.
      execution.touch(patch.input === undefined ? 1 : cellCount(rect));
      execution.session.writeAll(rect, cellPatch);
    }
    return null;
  },
  'Range.patch': ({ execution, host }, rect, patches) => {
    execution.touch(cellCount(rect));
    const { timeZone } = host.engine.info;
    execution.session.write(
      rect,
      patches.map((row) => row.map((patch) => toPatch(patch, timeZone))),
    );
    return null;
  },
  'Range.clear': ({ execution }, rects, what) => {
    const patch: CellPatch = {
      ...(what.contents ? { input: { kind: 'value', value: null } as const } : {}),
      ...(what.formats ? noLooks : {}),
      ...(what.notes ? { note: null } : {}),
      ...(what.validations ? { validation: null } : {}),
    };
    for (const rect of rects) {
      execution.touch(cellCount(rect));
      execution.session.writeAll(rect, patch);
    }
    return null;
  },
  'Range.sort': ({ execution }, rect, by) => {
    execution.touch(cellCount(rect));
    execution.session.sort(rect, by);
    return null;
  },
  'Range.copyTo': ({ execution }, from, to, what) => {
    execution.touch(cellCount(from));
    const cells = execution.session.cells(from);
    if (what.contents && cells.some((row) => row.some((cell) => cell?.formula))) {
      throw new Error('Range.copyTo of formulas is not in the stand-in');
    }
    const patches = cells.map((row) =>
      row.map((cell): CellPatch => {
        const looks: CellPatch = {
          numberFormat: cell?.numberFormat ?? '',
          background: cell?.background ?? null,
          fontColor: cell?.fontColor ?? null,
          fontWeight: cell?.fontWeight ?? null,
          validation: cell?.validation ?? null,
        };
        return {
          ...(what.formats ? looks : {}),
          ...(what.contents || what.values ? { input: { kind: 'value', value: cell?.value ?? null } as const } : {}),
          ...(what.contents ? { note: cell?.note ?? null } : {}),
        };
      }),
    );
    execution.session.write({ ...to, rows: from.rows, columns: from.columns }, patches);
    return null;
  },
  'Range.canEdit': ({ execution, host }, rect) => {
    const user = execution.identity.effectiveUser.toLowerCase();
    if (user === host.engine.info.owner.toLowerCase()) return true;
    return execution.session
      .protections()
      .filter(({ sheetId, rect: area }) => sheetId === rect.sheetId && (area === null || overlaps(area, rect)))
      .every(
        ({ warningOnly, restricted, editors }) =>
          warningOnly || !restricted || editors.some((editor) => editor.toLowerCase() === user),
      );
  },
  'Range.merges': ({ execution }, rect) => [
    ...execution.session.extras(rect.sheetId).merges.filter((merge) => overlaps(merge, rect)),
  ],
  'Range.merge': ({ execution }, rects) => {
    for (const rect of rects) {
      execution.touch(cellCount(rect));
      execution.session.merge(rect);
    }
    return null;
  },
  'Range.unmerge': ({ execution }, rect) => {
    execution.session.unmerge(rect);
    return null;
  },
  'TextFinder.find': ({ execution }, request) => findText(execution, request),
};
