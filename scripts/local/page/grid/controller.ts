// One tab on the screen: joins the drawn surface, the cells, the selection and the editor, and turns what a person does
// with mouse and keys into edits. Menus and bars around the grid stand elsewhere.
import type { WireTab } from '../../server/wire';
import { a1, type Place, type Span, spanA1 } from './a1';
import { type Cell, CellCache } from './cell-cache';
import { fromTsv, toTsv } from './clipboard';
import { CellEditor } from './editor';
import { Overlay } from './overlay';
import { Selection } from './selection';
import { rowHeight, Surface } from './surface';
import { columnWidths } from './widths';

export interface GridEvents {
  /** The selection moved, or its cells changed. */
  selected(state: SelectedState): void;
  /** Someone wants a menu for the letters (row 0), the row numbers (column 0) or cells. */
  menu(at: { x: number; y: number; place: Place; span: Span }): void;
  type(range: string, values: (string | null)[][]): Promise<void>;
  act(kind: string, details: { [name: string]: unknown }): Promise<void>;
  failed(error: Error): void;
}

export interface SelectedState {
  address: string;
  active: Place;
  span: Span;
  cell: Cell | null;
  /** Shown numbers of the selection, as far as they are loaded (at most 20,000 cells are looked at). */
  summary: { count: number; sum: number | null };
}

export class GridController {
  private readonly cache: CellCache;
  private readonly selection = new Selection();
  private readonly catcher: HTMLTextAreaElement;
  private surface: Surface | null = null;
  private overlay: Overlay | null = null;
  private editor: CellEditor | null = null;
  private dragging: 'select' | 'fill' | null = null;
  private rows: readonly number[] = [];
  private gone = false;

  constructor(
    private readonly host: HTMLElement,
    readonly tab: WireTab,
    private readonly filtered: readonly number[] | null,
    private readonly events: GridEvents,
  ) {
    this.cache = new CellCache(tab.sheetId, () => this.repaint(), events.failed);
    this.catcher = document.createElement('textarea');
    this.catcher.className = 'key-catcher';
    this.catcher.dataset.testid = 'grid-keys';
    this.catcher.setAttribute('aria-label', 'Cell');
    host.append(this.catcher);
    this.listen();
  }

  private get header(): boolean {
    return this.tab.frozenRows > 0;
  }

  /** Fetches the first rows, then draws. */
  async open(at?: Place): Promise<void> {
    await this.cache.need([1]);
    if (this.gone) return;
    this.rows = this.bodyRows(this.tab.rows, this.filtered);
    const stage = document.createElement('div');
    stage.className = 'stage';
    this.host.append(stage);
    const widths = columnWidths(this.tab, this.cache);
    this.surface = new Surface(
      stage,
      this.cache,
      { rows: this.rows, columns: this.tab.columns, header: this.header, widths },
      {
        scrolled: () => this.scrolled(),
        resized: (column, width) => {
          this.guard(this.events.act('columnWidth', { column, pixels: width }));
          this.moved(false);
        },
      },
    );
    await this.surface.ready;
    if (this.gone) return;
    this.overlay = new Overlay(this.surface, (row) => this.selection.indexOf(row));
    this.setBounds();
    this.selection.select(at ?? { row: 1, column: 1 });
    this.moved(at !== undefined);
    this.scrolled();
  }

  /** The tab changed on the server: its size, what is shown, or only cells. */
  async refresh(tab: WireTab, filtered: readonly number[] | null): Promise<void> {
    this.cache.invalidate();
    const rows = this.bodyRows(tab.rows, filtered);
    Object.assign(this.tab, tab);
    if (rows.length !== this.rows.length || rows.some((row, index) => row !== this.rows[index])) {
      this.rows = rows;
      await this.surface?.showRows(rows);
      this.setBounds();
    }
    await this.fetchVisible();
  }

  destroy(): void {
    this.gone = true;
    this.editor?.finish();
    this.surface?.destroy();
    document.removeEventListener('mousemove', this.onDrag);
    document.removeEventListener('mouseup', this.onDrop);
  }

  focus(): void {
    this.catcher.focus({ preventScroll: true });
  }

  get place(): Place {
    return this.selection.active;
  }

  /** Selects a cell by address and brings it into view. */
  goTo(place: Place): void {
    this.selection.select(place);
    this.moved(true);
    this.focus();
  }

  /** Writes one text into the active cell, as the formula bar does. */
  typeActive(text: string): void {
    this.write(this.selection.active, text);
  }

  private bodyRows(count: number, filtered: readonly number[] | null): readonly number[] {
    const first = this.header ? 2 : 1;
    return (
      filtered?.filter((row) => row >= first) ??
      Array.from({ length: Math.max(0, count - first + 1) }, (_, index) => index + first)
    );
  }

  private setBounds(): void {
    const rows = this.header ? [1, ...this.rows] : this.rows;
    this.selection.bounds = { rows, columns: this.tab.columns };
  }

  private repaint(): void {
    this.surface?.paint();
    this.moved(false);
  }

  private scrolled(): void {
    this.placeEditor();
    void this.fetchVisible();
  }

  private async fetchVisible(): Promise<void> {
    if (this.surface) await this.cache.need(this.surface.visibleRows());
  }

  private moved(reveal: boolean): void {
    const { active, span } = this.selection;
    if (reveal) this.surface?.reveal(this.selection.corner, (row) => this.selection.indexOf(row));
    this.overlay?.draw(active, span);
    const cell = this.cache.cell(active.row, active.column);
    this.catcher.setAttribute(
      'aria-label',
      `${a1(active)}: ${cell?.text || 'blank'}${cell?.note ? `. ${cell.note}` : ''}`,
    );
    this.events.selected({ address: spanA1(span), active, span, cell, summary: this.summary(span) });
  }

  private summary(span: Span): { count: number; sum: number | null } {
    let count = 0;
    let sum: number | null = null;
    let looked = 0;
    for (const row of this.shownRows(span)) {
      for (let column = span.left; column <= span.right; column++) {
        if (++looked > 20_000) return { count, sum };
        const cell = this.cache.cell(row, column);
        if (!cell?.text) continue;
        count++;
        const number = cell.kind === 'number' ? Number(cell.edit) : Number.NaN;
        if (Number.isFinite(number)) sum = (sum ?? 0) + number;
      }
    }
    return { count, sum };
  }

  private shownRows(span: Span): readonly number[] {
    const { rows } = this.selection.bounds;
    return rows
      .slice(this.selection.indexOf(span.top), this.selection.indexOf(span.bottom) + 1)
      .filter((row) => row >= span.top);
  }

  // ---- mouse ----------------------------------------------------------------------------------------------------------

  private listen(): void {
    this.host.addEventListener('mousedown', (event) => this.onPress(event));
    this.host.addEventListener('dblclick', (event) => {
      const place = this.surface?.placeOf(event.target);
      if (place && place.row > 0 && place.column > 0) this.edit();
    });
    this.host.addEventListener('contextmenu', (event) => this.onContextMenu(event));
    this.catcher.addEventListener('keydown', (event) => this.onKey(event));
    this.catcher.addEventListener('input', () => this.onTyped());
    this.catcher.addEventListener('copy', (event) => this.onCopy(event));
    this.catcher.addEventListener('cut', (event) => {
      this.onCopy(event);
      this.clear();
    });
    this.catcher.addEventListener('paste', (event) => this.onPaste(event));
    document.addEventListener('mousemove', this.onDrag);
    document.addEventListener('mouseup', this.onDrop);
  }

  private onPress(event: MouseEvent): void {
    if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('.cell-editor')) return;
    if (event.target.closest('.tabulator-col-resize-handle')) return;
    this.editor?.finish();
    if (event.target.closest('.fill-handle')) {
      this.dragging = 'fill';
      event.preventDefault();
      return;
    }
    const place = this.surface?.placeOf(event.target);
    if (!place) return;
    event.preventDefault();
    this.focus();
    if (place.row > 0 && place.column > 0 && event.target.closest('.box')) {
      this.selection.select(place);
      this.toggle();
    } else if (place.row === 0 || place.column === 0) this.selection.selectSpan(this.band(place));
    else if (event.shiftKey) this.selection.extend(place);
    else this.selection.select(place);
    this.dragging = 'select';
    this.moved(false);
  }

  /** The whole row, the whole column, or everything. */
  private band({ row, column }: Place): Span {
    const { rows, columns } = this.selection.bounds;
    return {
      top: row || (rows[0] ?? 1),
      bottom: row || (rows.at(-1) ?? 1),
      left: column || 1,
      right: column || columns,
    };
  }

  private readonly onDrag = (event: MouseEvent): void => {
    if (!this.dragging) return;
    const place = this.surface?.placeOf(document.elementFromPoint(event.clientX, event.clientY));
    if (!place || place.row === 0 || place.column === 0) return;
    if (this.dragging === 'fill') this.overlay?.drawFill(this.fillSpan(place));
    else {
      this.selection.extend(place);
      this.moved(false);
    }
  };

  private readonly onDrop = (event: MouseEvent): void => {
    const was = this.dragging;
    this.dragging = null;
    if (was !== 'fill') return;
    this.overlay?.drawFill(null);
    const place = this.surface?.placeOf(document.elementFromPoint(event.clientX, event.clientY));
    if (!place || place.row === 0 || place.column === 0) return;
    const { span } = this.selection;
    const target = this.fillSpan(place);
    if (spanA1(target) === spanA1(span)) return;
    this.selection.selectSpan(target);
    this.moved(false);
    this.guard(this.events.act('fill', { from: spanA1(span), range: spanA1(target) }));
  };

  /** The selection drawn out to a place, downwards or to the right, whichever is farther. */
  private fillSpan(place: Place): Span {
    const { span } = this.selection;
    const down = Math.max(0, place.row - span.bottom);
    const right = Math.max(0, place.column - span.right);
    return down >= right ? { ...span, bottom: span.bottom + down } : { ...span, right: span.right + right };
  }

  private onContextMenu(event: MouseEvent): void {
    const place = this.surface?.placeOf(event.target);
    if (!place) return;
    event.preventDefault();
    const { span } = this.selection;
    const inside =
      (place.row === 0 || (place.row >= span.top && place.row <= span.bottom)) &&
      (place.column === 0 || (place.column >= span.left && place.column <= span.right));
    if (!inside) {
      if (place.row === 0 || place.column === 0) this.selection.selectSpan(this.band(place));
      else this.selection.select(place);
      this.moved(false);
    }
    this.focus();
    this.events.menu({ x: event.clientX, y: event.clientY, place, span: this.selection.span });
  }

  // ---- keys -----------------------------------------------------------------------------------------------------------

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const { rows, columns } = this.selection.bounds;
    const page = this.surface?.pageRows ?? 20;
    const edge = { row: rows.length, column: columns };
    const steps: { [key: string]: [number, number] } = {
      ArrowUp: [command ? -edge.row : -1, 0],
      ArrowDown: [command ? edge.row : 1, 0],
      ArrowLeft: [0, command ? -edge.column : -1],
      ArrowRight: [0, command ? edge.column : 1],
      PageUp: [-page, 0],
      PageDown: [page, 0],
      Home: [command ? -edge.row : 0, -edge.column],
      End: [command ? edge.row : 0, edge.column],
      Tab: [0, event.shiftKey ? -1 : 1],
      Enter: [event.shiftKey ? -1 : 1, 0],
    };
    const step = steps[event.key];
    if (event.key === 'Enter' && !event.shiftKey && !command) this.edit();
    else if (event.key === 'F2') this.edit();
    else if (event.key === 'Delete' || event.key === 'Backspace') this.clear();
    else if (event.key === ' ' && this.activeCell?.rule?.checkbox) this.toggle();
    else if (command && event.key.toLowerCase() === 'a') this.selectAll();
    else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) this.menuByKey();
    else if (event.key === 'Escape') this.selection.select(this.selection.active);
    else if (step) this.selection.move(...step, event.shiftKey && event.key.startsWith('Arrow'));
    else return;
    event.preventDefault();
    this.moved(step !== undefined);
  }

  private get activeCell(): Cell | null {
    return this.cache.cell(this.selection.active.row, this.selection.active.column);
  }

  private selectAll(): void {
    this.selection.selectSpan(this.band({ row: 0, column: 0 }));
  }

  private menuByKey(): void {
    const { active, span } = this.selection;
    const { left, top } = this.screenPlace(active);
    const { x, y } = this.host.getBoundingClientRect();
    this.events.menu({ x: x + left, y: y + top + rowHeight, place: active, span });
  }

  /** A letter arrived while no editor is open: it starts one that replaces the cell. */
  private onTyped(): void {
    const text = this.catcher.value;
    this.catcher.value = '';
    if (text !== '') this.edit(text);
  }

  private toggle(): void {
    this.write(this.selection.active, this.activeCell?.text === 'TRUE' ? 'FALSE' : 'TRUE');
  }

  private clear(): void {
    this.guard(this.events.type(spanA1(this.selection.span), [[null]]));
  }

  // ---- clipboard --------------------------------------------------------------------------------------------------------

  private onCopy(event: ClipboardEvent): void {
    event.preventDefault();
    const { span } = this.selection;
    const rows = this.shownRows(span);
    if (rows.every((row) => this.cache.row(row))) event.clipboardData?.setData('text/plain', this.tsv(rows, span));
    else this.guard(this.cache.need(rows).then(() => navigator.clipboard.writeText(this.tsv(rows, span))));
  }

  private tsv(rows: readonly number[], span: Span): string {
    const columns = Array.from({ length: span.right - span.left + 1 }, (_, index) => span.left + index);
    return toTsv(rows.map((row) => columns.map((column) => this.cache.cell(row, column)?.text ?? '')));
  }

  private onPaste(event: ClipboardEvent): void {
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    const values = fromTsv(text);
    const { span } = this.selection;
    const single = values.length === 1 && values[0]?.length === 1;
    const wide = Math.max(...values.map((row) => row.length));
    this.guard(this.events.type(single ? spanA1(span) : a1({ row: span.top, column: span.left }), values));
    if (single) return;
    this.selection.selectSpan({ ...span, bottom: span.top + values.length - 1, right: span.left + wide - 1 });
    this.moved(false);
  }

  // ---- editing ----------------------------------------------------------------------------------------------------------

  /** Opens the editor on the active cell, with its text or with what was typed over it. */
  edit(typed?: string): void {
    const place = this.selection.active;
    const cell = this.activeCell;
    if (cell?.rule?.checkbox && typed === undefined) {
      this.toggle();
      return;
    }
    this.surface?.reveal(place, (row) => this.selection.indexOf(row));
    this.editor?.finish();
    this.editor = new CellEditor(
      this.host,
      this.screenPlace(place),
      `Edit ${a1(place)}`,
      typed ?? cell?.edit ?? '',
      cell?.rule?.values ?? [],
      {
        commit: (text, by) => {
          this.editor = null;
          if (text !== (cell?.edit ?? '')) this.write(place, text);
          const steps = { enter: [1, 0], shiftEnter: [-1, 0], tab: [0, 1], shiftTab: [0, -1] } as const;
          if (by !== 'blur') this.focus();
          if (by !== 'blur' && by !== 'pick') {
            const [down, right] = steps[by];
            this.selection.move(down, right, false);
          }
          this.moved(by !== 'blur');
        },
        cancel: () => {
          this.editor = null;
          this.focus();
          this.moved(false);
        },
        input: () => {},
      },
    );
  }

  private write(place: Place, text: string): void {
    this.cache.expect(place.row, place.column, text);
    this.repaint();
    this.guard(this.events.type(a1(place), [[text === '' ? null : text]]));
  }

  private placeEditor(): void {
    this.editor?.moveTo(this.screenPlace(this.selection.active));
  }

  /** Where a cell stands inside the host, whatever is scrolled. */
  private screenPlace(place: Place): { top: number; left: number; width: number; height: number } {
    const outer = this.host.getBoundingClientRect();
    const head = this.header && place.row === 1 ? this.surface?.headCell(place.column) : null;
    if (head) {
      const { top, left, width, height } = head.getBoundingClientRect();
      return { top: top - outer.top, left: left - outer.left, width, height };
    }
    const box = this.overlay?.boxOf(place);
    const holder = this.surface?.holder;
    if (!box || !holder) return { top: 0, left: 0, width: 100, height: rowHeight };
    const inner = holder.getBoundingClientRect();
    return {
      ...box,
      top: box.top - holder.scrollTop + inner.top - outer.top,
      left: box.left - holder.scrollLeft + inner.left - outer.left,
    };
  }

  /** A refused edit shows the truth again. */
  private guard(work: Promise<void>): void {
    work.catch((error: Error) => {
      this.events.failed(error);
      this.cache.invalidate();
      void this.fetchVisible();
    });
  }
}
