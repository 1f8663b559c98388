// NamedRange: a name for a range, which follows inserted and deleted rows.

import type { Rect } from '../protocol';
import { call } from './bridge';
import { Range, rectOf } from './range';
import { registerClass } from './register';

export class NamedRange {
  readonly #name: string;
  readonly #rect: Rect;

  constructor(name: string, rect: Rect) {
    this.#name = name;
    this.#rect = rect;
  }

  getName(): string {
    return this.#name;
  }

  getRange(): Range {
    return new Range(this.#rect);
  }

  setRange(range: Range): NamedRange {
    call('NamedRange.set', 'NamedRange.setRange', this.#name, range[rectOf]);
    return new NamedRange(this.#name, range[rectOf]);
  }

  remove(): void {
    call('NamedRange.remove', 'NamedRange.remove', this.#name);
  }
}

registerClass('NamedRange', NamedRange);
