// One tab on the screen: joins the drawn surface, the cells, the selection and the editor, and turns what a person does
// with mouse and keys into edits. Menus and bars around the grid stand elsewhere.
import { follow, type NumberedMove } from '../../engine/moves';
import type { WireTab } from '../../server/wire';
import { GoneError } from '../api';
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
  /** `seen`: the number of the last move of rows and columns that the addressed cells show. */
  type(edit: { sheet: number; range: string; values: (string | null)[][]; seen: number }): Promise<void>;
  act(kind: string, details: { [name: string]: unknown }): Promise<void>;
  failed(error: Error): void;
  /** The cell that somebody was typing in is gone: what they typed, and a sentence saying so. */
  lost(text: string, why: string): void;
}

export interface SelectedState {
  address: string;
  active: Place;
  span: Span;
  cell: Cell | null;
  /** Another one whenever the active cell is chosen anew; the same while it only moves with its row or column. */
  choice: symbol;
  /** The last choice whose cell somebody else deleted. */
  goneChoice: symbol | null;
  /** Shown numbers of the selection, as far as they are loaded (at most 20,000 cells are looked at). */
  summary: { count: number; sum: number | null };
}

export const cellGone = 'Someone deleted the cell you were typing in, so your text was not written.';
const cellUnknown = 'This tab changed so much meanwhile that your cell could not be found again. Nothing was written.';

/** What makes it another grid to draw; anything else only refreshes it. */
function shapeOf(tab: WireTab): string {
  return JSON.stringify([tab.columns, tab.frozenRows > 0, tab.hiddenColumns]);
}

export class GridController {
  private readonly cache: CellCache;
  readonly selection = new Selection();
  private readonly catcher: HTMLTextAreaElement;
  private surface: Surface | null = null;
  private overlay: Overlay | null = null;
  private more: MoreRows | null = null;
  /** The open editor and the cell it belongs to, which may move while somebody types. */
  private editing: { readonly editor: CellEditor; place: Place } | null = null;
  private goneChoice: symbol | null = null;
  private stage: HTMLElement | null = null;
  /** Drawing takes several steps; the next waits for the one before. */
  private drawn: Promise<void> = Promise.resolve();
  private readonly unlisten: () => void;
  private rows: readonly number[] = [];
  private gone = false;

  constructor(
    private readonly host: HTMLElement,
    readonly tab: WireTab,
    private readonly filtered: readonly number[] | null,
    private readonly events: GridEvents,
  ) {
    this.cache = new CellCache(tab.sheetId, {
      arrived: () => this.repaint(),
      moved: (moves) => this.follow(moves),
      failed: events.failed,
    });
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
  open(at?: Place): Promise<void> {
    return this.next(async () => {
      await this.cache.need([1]);
      if (this.gone) return;
      this.rows = this.bodyRows(this.tab.rows, this.filtered);
      await this.draw();
      if (this.gone) return;
      this.selection.select(at ?? { row: 1, column: 1 });
      this.moved(at !== undefined);
      this.scrolled();
    });
  }

  private next(work: () => Promise<void>): Promise<void> {
    this.drawn = this.drawn.catch(() => {}).then(work);
    return this.drawn;
  }

  /** Draws the columns and rows as they are now; the editor, the selection and what is scrolled to stay. */
  private async draw(): Promise<void> {
    const { scrollTop = 0, scrollLeft = 0 } = this.surface?.holder ?? {};
    this.surface?.destroy();
    this.more?.remove();
    this.stage?.remove();
    const stage = document.createElement('div');
    stage.className = 'stage';
    this.host.prepend(stage);
    this.stage = stage;
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
    // The scrolled box can be reached by Tab; the keyboard then belongs to the cells in it.
    this.surface.holder.addEventListener('focus', () => this.focus());
    Object.assign(this.surface.holder, { scrollTop, scrollLeft });
  }

  /** The tab changed on the server: its size, what is shown, or only cells. */
  refresh(tab: WireTab, filtered: readonly number[] | null): Promise<void> {
    this.cache.invalidate();
    return this.next(async () => {
      if (this.gone) return;
      const rows = this.bodyRows(tab.rows, filtered);
      const another = shapeOf(tab) !== shapeOf(this.tab);
      const others = rows.length !== this.rows.length || rows.some((row, index) => row !== this.rows[index]);
      Object.assign(this.tab, tab);
      this.rows = rows;
      if (another) {
        await this.cache.need([1]);
        await this.draw();
      } else if (others) {
        await this.surface?.showRows(rows);
        this.setBounds();
      }
      if (this.gone) return;
      await this.fetchVisible();
      this.moved(false);
      this.placeEditor();
      this.more?.place();
    });
  }

  /** Others moved rows or columns (null: nobody knows which): the selection and the open editor go with their cells. */
  private follow(moves: readonly NumberedMove[] | null): void {
    const now = (place: Place): Place | null => {
      const area = moves && follow({ ...place, rows: 1, columns: 1 }, moves);
      return area && { row: area.row, column: area.column };
    };
    const { choice } = this.selection;
    if (!this.selection.follow(now)) this.goneChoice = choice;
    if (this.editing) {
      const place = now(this.editing.place);
      if (place) {
        this.editing.place = place;
        this.editing.editor.label = `Edit ${a1(place)}`;
        this.placeEditor();
      } else this.lose(moves ? cellGone : cellUnknown);
    }
    void this.fetchVisible();
  }

  /** Closes the editor, whose cell is gone, and gives back what stood in it. */
  private lose(why: string): void {
    const text = this.editing?.editor.abandon();
    this.editing = null;
    if (text !== undefined) this.events.lost(text, why);
  }

  destroy(): void {
    this.gone = true;
    this.editing?.editor.finish();
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

  /** Selects a range and brings it into view; the keyboard stays where it is. */
  select({ row, column, rows, columns }: Place & { rows: number; columns: number }): void {
    this.finishEdit();
    this.selection.selectSpan({ top: row, bottom: row + rows - 1, left: column, right: column + columns - 1 });
    this.moved(true);
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
    const { choice } = this.selection;
    const { goneChoice } = this;
    this.events.selected({
      address: spanA1(span),
      active,
      span,
      cell,
      choice,
      goneChoice,
      summary: this.summary(span),
    });
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
    this.editing?.editor.finish();
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
    this.guard(this.send(typeof range === 'string' ? range : spanA1(range), values));
  }

  private send(range: string, values: (string | null)[][]): Promise<void> {
    return this.events.type({ sheet: this.tab.sheetId, range, values, seen: this.cache.seen ?? 0 });
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
    this.editing?.editor.finish();
    const editor = new CellEditor(
      this.host,
      this.screenPlace(place),
      `Edit ${a1(place)}`,
      typed ?? cell?.edit ?? '',
      cell?.rule?.values ?? [],
      {
        commit: (text, by) => {
          const now = this.editing?.place ?? place;
          this.editing = null;
          if (text !== (cell?.edit ?? '')) this.write(now, text);
          const steps = { enter: [1, 0], shiftEnter: [-1, 0], tab: [0, 1], shiftTab: [0, -1] } as const;
          if (by !== 'blur') this.focus();
          if (by !== 'blur' && by !== 'pick') {
            const [down, right] = steps[by];
            this.selection.move(down, right, false);
          }
          this.moved(by !== 'blur');
        },
        cancel: () => {
          this.editing = null;
          this.focus();
          this.moved(false);
        },
      },
    );
    this.editing = { editor, place };
  }

  private write(place: Place, text: string): void {
    this.cache.expect(place.row, place.column, text);
    this.repaint();
    const sent = this.send(a1(place), [[text === '' ? null : text]]).catch((error: Error) => {
      if (!(error instanceof GoneError)) throw error;
      this.events.lost(text, error.message);
      this.again();
    });
    this.guard(sent);
  }

  private placeEditor(): void {
    if (this.editing) this.editing.editor.moveTo(this.screenPlace(this.editing.place));
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
      this.again();
    });
  }

  private again(): void {
    this.cache.invalidate();
    void this.fetchVisible();
  }
}
