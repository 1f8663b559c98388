// RangeList: several ranges that take one value or one look together.
import type { LookPatch } from '../protocol';
import { call } from './bridge';
import { toCell } from './cells';
import { type Range, rectOf } from './range';
import { registerClass } from './register';
import { signature } from './signature';

export class RangeList {
  readonly #ranges: readonly Range[];

  constructor(ranges: readonly Range[]) {
    this.#ranges = ranges;
  }

  getRanges(): Range[] {
    return [...this.#ranges];
  }

  setValue(value: unknown): this {
    signature('SpreadsheetApp.RangeList.setValue', arguments, 'any');
    return this.#fill('RangeList.setValue', { input: toCell(value) });
  }

  setFormula(formula: string): this {
    signature('SpreadsheetApp.RangeList.setFormula', arguments, 'string');
    return this.#fill('RangeList.setFormula', { input: { f: formula } });
  }

  setNumberFormat(numberFormat: string): this {
    signature('SpreadsheetApp.RangeList.setNumberFormat', arguments, 'string');
    return this.#fill('RangeList.setNumberFormat', { numberFormat });
  }

  setNote(note: string | null): this {
    signature('SpreadsheetApp.RangeList.setNote', arguments, 'string|null');
    return this.#fill('RangeList.setNote', { note: note || null });
  }

  clearNote(): this {
    return this.#fill('RangeList.clearNote', { note: null });
  }

  setBackground(background: string | null): this {
    signature('SpreadsheetApp.RangeList.setBackground', arguments, 'string|null');
    return this.#fill('RangeList.setBackground', { background });
  }

  setFontColor(fontColor: string | null): this {
    signature('SpreadsheetApp.RangeList.setFontColor', arguments, 'string|null');
    return this.#fill('RangeList.setFontColor', { fontColor });
  }

  setFontWeight(fontWeight: string | null): this {
    signature('SpreadsheetApp.RangeList.setFontWeight', arguments, 'string|null');
    return this.#fill('RangeList.setFontWeight', { fontWeight });
  }

  setWrap(wrap: boolean): this {
    signature('SpreadsheetApp.RangeList.setWrap', arguments, 'boolean');
    return this.#fill('RangeList.setWrap', { wrap });
  }

  clearContent(): this {
    const rects = this.#ranges.map((range) => range[rectOf]);
    const what = { contents: true, formats: false, notes: false, validations: false };
    call('Range.clear', 'RangeList.clearContent', rects, what);
    return this;
  }

  #fill(as: string, patch: LookPatch): this {
    call(
      'Range.fill',
      as,
      this.#ranges.map((range) => range[rectOf]),
      patch,
    );
    return this;
  }
}

registerClass('RangeList', RangeList);
