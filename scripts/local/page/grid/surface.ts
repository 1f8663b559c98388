// The drawn grid: Tabulator draws rows as they scroll by; this file gives them letters, numbers and cells, and knows
// where on the screen a cell is. Nothing here selects or edits.
import { FormatModule, FrozenColumnsModule, ResizeColumnsModule, Tabulator } from 'tabulator-tables';
import { letters, type Place, type Span } from './a1';
import type { Cell, CellCache } from './cell-cache';
import { FixedRows, rowHeight } from './fixed-rows';

Tabulator.registerModule([FormatModule, FrozenColumnsModule, ResizeColumnsModule]);

const numberWidth = 52;

export interface Shape {
  /** Body rows in shown order; a frozen row 1 is not among them. */
  rows: readonly number[];
  columns: number;
  /** Row 1 stands under the column letters and does not scroll. */
  header: boolean;
  /** Pixels per column; 0: hidden. */
  widths: readonly number[];
}

export class Surface {
  private readonly table: Tabulator;
  private readonly offsets: number[] = [];
  readonly ready: Promise<void>;
  private shape: Shape;

  constructor(
    readonly host: HTMLElement,
    private readonly cache: CellCache,
    shape: Shape,
    private readonly changed: { scrolled: () => void; resized: (column: number, width: number) => void },
  ) {
    this.shape = shape;
    this.table = new Tabulator(host, {
      data: shape.rows.map((n) => ({ n })),
      index: 'n',
      height: '100%',
      layout: 'fitData',
      rowHeight,
      renderVertical: FixedRows,
      autoResize: true,
      columns: this.columns(),
      rowFormatter: (row) => {
        row.getElement().dataset.n = String(row.getData().n);
      },
    });
    this.ready = new Promise((resolve) => {
      this.table.on('tableBuilt', () => {
        this.measure();
        // The part that scrolls is the group of rows; Tabulator says so of the box inside it.
        this.holder.setAttribute('role', 'rowgroup');
        this.host.removeAttribute('aria-owns');
        this.holder.querySelector('.tabulator-table')?.setAttribute('role', 'presentation');
        this.holder.addEventListener('scroll', () => {
          this.changed.scrolled();
          requestAnimationFrame(() => this.paint());
        });
        this.table.on('renderComplete', () => this.paint());
        this.table.on('columnResized', () => this.measure(true));
        this.paint();
        resolve();
      });
    });
  }

  get holder(): HTMLElement {
    return this.host.querySelector<HTMLElement>('.tabulator-tableholder') ?? this.host;
  }

  destroy(): void {
    this.table.destroy();
  }

  /** Other rows of the same columns: the scroll position stays. */
  async showRows(rows: readonly number[]): Promise<void> {
    await this.ready;
    this.shape = { ...this.shape, rows };
    await this.table.replaceData(rows.map((n) => ({ n })));
    this.paint();
  }

  /** Rows now on the screen, a few more above and below. */
  visibleRows(): number[] {
    const first = Math.max(0, Math.floor(this.holder.scrollTop / rowHeight) - 10);
    const count = Math.ceil(this.holder.clientHeight / rowHeight) + 20;
    const rows = this.shape.rows.slice(first, first + count);
    return this.shape.header ? [1, ...rows] : [...rows];
  }

  get pageRows(): number {
    return Math.max(1, Math.floor(this.holder.clientHeight / rowHeight) - 1);
  }

  /** Draws what the cache knows into the rows that stand in the document. */
  paint(): void {
    for (const row of this.host.querySelectorAll<HTMLElement>('.tabulator-row')) {
      const number = Number(row.dataset.n);
      const cached = this.cache.row(number);
      const version = String(cached?.version ?? 'none');
      if (row.dataset.version === version) continue;
      row.dataset.version = version;
      for (const element of row.querySelectorAll<HTMLElement>(':scope > .tabulator-cell[tabulator-field^=c]')) {
        const column = Number(element.getAttribute('tabulator-field')?.slice(1));
        paintCell(element, cached?.cells[column - 1] ?? null);
      }
    }
    if (!this.shape.header) return;
    for (const element of this.host.querySelectorAll<HTMLElement>('.head-cell'))
      paintCell(element, this.cache.cell(1, Number(element.dataset.column)));
  }

  /** The cell under an element of the grid; row or column 0 means the letters or the row numbers. */
  placeOf(target: EventTarget | null): Place | null {
    if (!(target instanceof Element)) return null;
    const head = target.closest<HTMLElement>('.head-cell, .head-letter');
    if (head) return { row: head.classList.contains('head-cell') ? 1 : 0, column: Number(head.dataset.column) };
    if (target.closest('.corner-one')) return { row: 1, column: 0 };
    if (target.closest('.corner')) return { row: 0, column: 0 };
    const cell = target.closest<HTMLElement>('.tabulator-cell');
    const row = cell?.closest<HTMLElement>('.tabulator-row');
    if (!cell || !row) return null;
    const field = cell.getAttribute('tabulator-field');
    return { row: Number(row.dataset.n), column: field?.startsWith('c') ? Number(field.slice(1)) : 0 };
  }

  /** Where a span is, in pixels of the scrolled content; a frozen row 1 has no place there (null). */
  box(
    span: Span,
    indexOf: (row: number) => number,
  ): { top: number; left: number; width: number; height: number } | null {
    const lead = this.shape.header ? 1 : 0;
    const bottom = indexOf(span.bottom) - lead;
    if (bottom < 0) return null;
    const top = Math.max(0, indexOf(span.top) - lead);
    const left = this.offsets[span.left - 1] ?? numberWidth;
    const right = this.offsets[span.right] ?? left;
    return { top: top * rowHeight, left, width: right - left, height: (bottom - top + 1) * rowHeight };
  }

  /** Where the last row ends, in pixels of the scrolled content. */
  get contentHeight(): number {
    return this.shape.rows.length * rowHeight;
  }

  headCell(column: number): HTMLElement | null {
    return this.host.querySelector(`.head-cell[data-column="${column}"]`);
  }

  /** Scrolls so that a cell is in view, clear of the row numbers. */
  reveal(place: Place, indexOf: (row: number) => number): void {
    const box = this.box({ top: place.row, bottom: place.row, left: place.column, right: place.column }, indexOf);
    const { holder } = this;
    const left = this.offsets[place.column - 1] ?? 0;
    const right = this.offsets[place.column] ?? left;
    if (left - numberWidth < holder.scrollLeft) holder.scrollLeft = left - numberWidth;
    else if (right > holder.scrollLeft + holder.clientWidth)
      holder.scrollLeft = Math.min(right - holder.clientWidth, left - numberWidth);
    if (!box) return;
    const bottom = box.top + rowHeight;
    const scroll = () => {
      if (box.top < holder.scrollTop) holder.scrollTop = box.top;
      else if (bottom > holder.scrollTop + holder.clientHeight) holder.scrollTop = bottom - holder.clientHeight;
    };
    scroll();
    // A far jump makes Tabulator draw other rows, which may change how far the content reaches: look again.
    requestAnimationFrame(scroll);
  }

  private measure(tell = false): void {
    let left = numberWidth;
    const before = [...this.offsets];
    this.offsets.length = 0;
    this.offsets.push(left);
    const drawn = new Map(this.table.getColumns().map((column) => [column.getField(), column.getWidth()]));
    for (let column = 1; column <= this.shape.columns; column++) {
      left += drawn.get(`c${column}`) ?? 0;
      this.offsets.push(left);
    }
    if (!tell) return;
    for (let column = 1; column < this.offsets.length; column++) {
      const width = (this.offsets[column] ?? 0) - (this.offsets[column - 1] ?? 0);
      const old = (before[column] ?? 0) - (before[column - 1] ?? 0);
      if (width !== old) this.changed.resized(column, width);
    }
  }

  private columns() {
    const { header, columns, widths } = this.shape;
    const data = Array.from({ length: columns }, (_, index) => ({
      title: letters(index + 1),
      field: `c${index + 1}`,
      width: widths[index] ?? 100,
      minWidth: 30,
      resizable: 'header' as const,
      formatter: () => document.createTextNode(''),
      titleFormatter: () => columnHead(index + 1, header),
    }));
    const numbers = {
      title: '',
      field: 'n',
      width: numberWidth,
      frozen: true,
      resizable: false,
      cssClass: 'row-number',
      formatter: (cell: { getData(): { n: number } }) => document.createTextNode(String(cell.getData().n)),
      titleFormatter: () => corner(header),
    };
    return [numbers, ...data.filter((_, index) => widths[index] !== 0)];
  }
}

function element(className: string, text = ''): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  made.textContent = text;
  return made;
}

function columnHead(column: number, header: boolean): HTMLElement {
  const head = element('head');
  const letter = element('head-letter', letters(column));
  letter.dataset.column = String(column);
  head.append(letter);
  if (header) {
    const cell = element('head-cell');
    cell.dataset.column = String(column);
    head.append(cell);
  }
  return head;
}

function corner(header: boolean): HTMLElement {
  const made = element('corner');
  made.title = 'Select all';
  made.append(element('corner-mark'));
  if (header) made.append(element('corner-one', '1'));
  return made;
}

function paintCell(target: HTMLElement, cell: Cell | null): void {
  const checkbox = cell?.rule?.checkbox === true;
  target.classList.toggle('number', cell?.kind === 'number');
  target.classList.toggle('checkbox', checkbox);
  target.classList.toggle('choice', (cell?.rule?.values.length ?? 0) > 0);
  target.classList.toggle('noted', cell?.note !== null && cell?.note !== undefined);
  target.style.backgroundColor = cell?.style?.background ?? '';
  target.style.color = cell?.style?.color ?? '';
  target.style.fontWeight = cell?.style?.weight ?? '';
  target.title = cell?.note ?? '';
  if (checkbox) target.replaceChildren(box(cell.text === 'TRUE'));
  else target.textContent = cell?.text ?? '';
}

function box(checked: boolean): HTMLElement {
  const made = element(checked ? 'box checked' : 'box');
  made.setAttribute('role', 'checkbox');
  made.setAttribute('aria-checked', String(checked));
  made.setAttribute('aria-label', checked ? 'TRUE' : 'FALSE');
  return made;
}
