// TextFinder: finds cells by their text in one or two calls, without reading the column.
import type { FindRequest, Rect } from '../protocol';
import { call } from './bridge';
import { Range, rectOf } from './range';
import { registerClass } from './register';

export class TextFinder {
  readonly #area: () => Rect[];
  #request: Omit<FindRequest, 'rects'>;
  #found: Range[] | null = null;
  #position = -1;
  #start: Rect | null = null;

  /** `area` is asked when the search runs. */
  constructor(text: string, area: () => Rect[]) {
    this.#area = area;
    this.#request = {
      text,
      matchCase: false,
      entireCell: false,
      regularExpression: false,
      formulas: false,
      ignoreDiacritics: false,
    };
  }

  matchCase(matchCase: boolean): this {
    return this.#set({ matchCase });
  }

  matchEntireCell(entireCell: boolean): this {
    return this.#set({ entireCell });
  }

  matchFormulaText(formulas: boolean): this {
    return this.#set({ formulas });
  }

  useRegularExpression(regularExpression: boolean): this {
    return this.#set({ regularExpression });
  }

  ignoreDiacritics(ignoreDiacritics: boolean): this {
    return this.#set({ ignoreDiacritics });
  }

  /** Starts after this cell. */
  startFrom(range: Range): this {
    this.#start = range[rectOf];
    return this.#set({});
  }

  findAll(): Range[] {
    this.#found = this.#search('TextFinder.findAll');
    return [...this.#found];
  }

  findNext(): Range | null {
    const found = this.#results('TextFinder.findNext');
    if (this.#position < 0 && this.#start) {
      const start = this.#start;
      const next = found.findIndex((range) => isAfter(range[rectOf], start));
      this.#position = next < 0 ? found.length : next;
    } else this.#position += 1;
    return this.getCurrentMatch();
  }

  findPrevious(): Range | null {
    this.#results('TextFinder.findPrevious');
    this.#position -= 1;
    return this.getCurrentMatch();
  }

  getCurrentMatch(): Range | null {
    return this.#found?.[this.#position] ?? null;
  }

  #set(change: Partial<Omit<FindRequest, 'rects'>>): this {
    this.#request = { ...this.#request, ...change };
    this.#found = null;
    this.#position = -1;
    return this;
  }

  #results(as: string): Range[] {
    this.#found ??= this.#search(as);
    return this.#found;
  }

  #search(as: string): Range[] {
    const request = { ...this.#request, rects: this.#area() };
    return call('TextFinder.find', as, request).map((rect) => new Range(rect));
  }
}

function isAfter(one: Rect, other: Rect): boolean {
  return one.row > other.row || (one.row === other.row && one.column > other.column);
}

registerClass('TextFinder', TextFinder);
