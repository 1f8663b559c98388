// The frames drawn over the grid: the selection, the active cell, the handle for filling and its preview.
import type { Place, Span } from './a1';
import type { Surface } from './surface';

export class Overlay {
  private readonly range = layer('selected-range');
  private readonly activeFrame = layer('active-cell');
  private readonly handle = layer('fill-handle');
  private readonly fill = layer('fill-preview');

  constructor(
    private readonly surface: Surface,
    private readonly indexOf: (row: number) => number,
  ) {
    surface.holder.append(this.range, this.activeFrame, this.handle, this.fill);
    this.activeFrame.dataset.testid = 'active-cell';
  }

  draw(active: Place, span: Span): void {
    const one = span.top === span.bottom && span.left === span.right;
    const range = this.surface.box(span, this.indexOf);
    put(this.range, one ? null : range);
    put(this.activeFrame, this.boxOf(active));
    put(
      this.handle,
      range && { top: range.top + range.height - 4, left: range.left + range.width - 4, width: 7, height: 7 },
    );
    this.markHeads(active, span);
  }

  drawFill(span: Span | null): void {
    put(this.fill, span && this.surface.box(span, this.indexOf));
  }

  boxOf({ row, column }: Place) {
    return this.surface.box({ top: row, bottom: row, left: column, right: column }, this.indexOf);
  }

  /** Letters and row numbers beside the selection are tinted; a frozen row 1 is outlined in place. */
  private markHeads(active: Place, span: Span): void {
    for (const head of this.surface.host.querySelectorAll<HTMLElement>('.head-letter, .head-cell')) {
      const column = Number(head.dataset.column);
      const within = column >= span.left && column <= span.right;
      const first = head.classList.contains('head-cell');
      head.classList.toggle('within', within && (!first || span.top === 1));
      head.classList.toggle('active', first && active.row === 1 && active.column === column);
    }
    for (const row of this.surface.host.querySelectorAll<HTMLElement>('.tabulator-row')) {
      const number = Number(row.dataset.n);
      row.classList.toggle('within', number >= span.top && number <= span.bottom);
    }
    this.surface.host.querySelector('.corner-one')?.classList.toggle('within', span.top === 1);
  }
}

function layer(className: string): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  made.hidden = true;
  return made;
}

function put(element: HTMLElement, box: { top: number; left: number; width: number; height: number } | null): void {
  element.hidden = box === null;
  if (!box) return;
  element.style.top = `${box.top}px`;
  element.style.left = `${box.left}px`;
  element.style.width = `${box.width}px`;
  element.style.height = `${box.height}px`;
}
