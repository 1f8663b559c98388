// One tab on the screen: joins the drawn surface, the cells, the selection and the editor, and turns what a person does
// with mouse and keys into edits. Menus and bars around the grid stand elsewhere.
import type { WireTab } from '../../server/wire';
import { a1, type Place, type Span, spanA1 } from './a1';
import { type Cell, CellCache } from './cell-cache';
import { toTsv } from './clipboard';
import { CellEditor } from './editor';
import { rowHeight } from './fixed-rows';
import { listenToKeys } from './keyboard';
import { MoreRows } from './more-rows';
import { Overlay } from './overlay';
import { listenToPointer } from './pointer';
import { Selection } from './selection';
import { Surface } from './surface';
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
  readonly selection = new Selection();
  private readonly catcher: HTMLTextAreaElement;
  private surface: Surface | null = null;
  private overlay: Overlay | null = null;
  private more: MoreRows | null = null;
  private editor: CellEditor | null = null;
  private readonly unlisten: () => void;
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
    this.unlisten = listenToPointer(host, this);
    listenToKeys(this.catcher, this);
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
    const addRows = () => {
      this.focus();
      this.guard(this.events.act('insertRows', { row: this.tab.rows + 1, count: 100 }));
    };
    this.overlay = new Overlay(this.surface, (row) => this.selection.indexOf(row));
    this.more = new MoreRows(this.host, this.surface, addRows);
    this.setBounds();
    this.selection.select(at ?? { row: 1, column: 1 });
    // The scrolled box can be reached by Tab; the keyboard then belongs to the cells in it.
    this.surface.holder.addEventListener('focus', () => this.focus());
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
      this.more?.place();
    }
    await this.fetchVisible();
  }

  destroy(): void {
    this.gone = true;
    this.editor?.finish();
    this.surface?.destroy();
    this.unlisten();
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
    this.more?.place();
    void this.fetchVisible();
  }

  private async fetchVisible(): Promise<void> {
    if (this.surface) await this.cache.need(this.surface.visibleRows());
  }

  /** Draws and tells the selection; `reveal` scrolls to it. */
  moved(reveal: boolean): void {
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

  // ---- what mouse and keys do ---------------------------------------------------------------------------------------

  placeOf(target: EventTarget | null): Place | null {
    return this.surface?.placeOf(target) ?? null;
  }

  get pageRows(): number {
    return this.surface?.pageRows ?? 20;
  }

  get activeCell(): Cell | null {
    return this.cache.cell(this.selection.active.row, this.selection.active.column);
  }

  finishEdit(): void {
    this.editor?.finish();
  }

  /** Asks for the menu of a place, at a point of the screen or (null) under the place itself. */
  askMenu(place: Place, point: { x: number; y: number } | null): void {
    const { left, top } = this.screenPlace(place);
    const host = this.host.getBoundingClientRect();
    const at = point ?? { x: host.x + left, y: host.y + top + rowHeight };
    this.events.menu({ ...at, place, span: this.selection.span });
  }

  showFill(span: Span | null): void {
    this.overlay?.drawFill(span);
  }

  /** Repeats the selection over a larger span. */
  fill(target: Span): void {
    const { span } = this.selection;
    if (spanA1(target) === spanA1(span)) return;
    this.selection.selectSpan(target);
    this.moved(false);
    this.guard(this.events.act('fill', { from: spanA1(span), range: spanA1(target) }));
  }

  toggle(): void {
    this.write(this.selection.active, this.activeCell?.text === 'TRUE' ? 'FALSE' : 'TRUE');
  }

  clear(): void {
    this.type(this.selection.span, [[null]]);
  }

  type(range: Span | string, values: (string | null)[][]): void {
    this.guard(this.events.type(typeof range === 'string' ? range : spanA1(range), values));
  }

  /** The selection as TSV; a promise of it where rows have to be fetched first. */
  copied(): string | Promise<string> {
    const { span } = this.selection;
    const rows = this.shownRows(span);
    const columns = Array.from({ length: span.right - span.left + 1 }, (_, index) => span.left + index);
    const text = () => toTsv(rows.map((row) => columns.map((column) => this.cache.cell(row, column)?.text ?? '')));
    return rows.every((row) => this.cache.row(row)) ? text() : this.cache.need(rows).then(text);
  }

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
    this.type(a1(place), [[text === '' ? null : text]]);
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
  guard(work: Promise<void>): void {
    work.catch((error: Error) => {
      this.events.failed(error);
      this.cache.invalidate();
      void this.fetchVisible();
    });
  }
}
