// How Tabulator draws rows here. All rows are equally high, so the place of each follows from its number; Tabulator's own
// virtual renderer estimates it, and after a far jump in a long tab its rows no longer stand where frames are drawn.
import { Renderer } from 'tabulator-tables';

export const rowHeight = 25;
/** Room below the last row, for the button that adds more. */
const roomBelow = 40;
/** Rows drawn above and below what is in view. */
const margin = 16;

export class FixedRows extends Renderer {
  override verticalFillMode = 'fill';
  private first = 0;
  private last = -1;

  override clearRows(): void {
    this.first = 0;
    this.last = -1;
    this.tableElement.replaceChildren();
    this.tableElement.style.padding = '0';
  }

  override renderRows(): void {
    this.draw();
  }

  override rerenderRows(callback?: () => void): void {
    const { scrollTop } = this.elementVertical;
    this.clearRows();
    callback?.();
    this.draw();
    this.elementVertical.scrollTop = scrollTop;
    this.draw();
  }

  override scrollRows(): void {
    this.draw();
  }

  override visibleRows() {
    return this.rows().slice(this.first, this.last + 1);
  }

  private draw(): void {
    const rows = this.rows();
    const { scrollTop, clientHeight } = this.elementVertical;
    const first = Math.max(0, Math.floor(scrollTop / rowHeight) - margin);
    const last = Math.min(rows.length - 1, Math.ceil((scrollTop + clientHeight) / rowHeight) + margin);
    if (first === this.first && last === this.last) return;
    this.first = first;
    this.last = last;
    const shown = rows.slice(first, last + 1);
    for (const row of shown) row.initialize(false, true);
    // The room above and below goes in first: without it the box would shrink and lose its scroll position.
    const below = (rows.length - 1 - last) * rowHeight + roomBelow;
    this.tableElement.style.padding = `${first * rowHeight}px 0 ${below}px`;
    this.tableElement.replaceChildren(...shown.map((row) => row.getElement()));
    for (const row of shown) row.rendered();
  }
}
