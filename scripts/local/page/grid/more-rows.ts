// The button under the last row. It stands beside the grid, not in it, because a grid may hold only rows.
import { rowHeight } from './fixed-rows';
import type { Surface } from './surface';

export class MoreRows {
  private readonly button = document.createElement('button');

  constructor(
    private readonly host: HTMLElement,
    private readonly surface: Surface,
    add: () => void,
  ) {
    this.button.type = 'button';
    this.button.className = 'more-rows';
    this.button.textContent = 'Add 100 rows';
    this.button.addEventListener('mousedown', (event) => event.stopPropagation());
    this.button.addEventListener('click', add);
    host.append(this.button);
  }

  remove(): void {
    this.button.remove();
  }

  /** Follows the end of the rows as they scroll; hidden while that is out of view. */
  place(): void {
    const { holder, contentHeight } = this.surface;
    const head = holder.getBoundingClientRect().top - this.host.getBoundingClientRect().top;
    const top = head + contentHeight - holder.scrollTop + 7;
    this.button.hidden = top > head + holder.clientHeight - rowHeight;
    this.button.style.top = `${top}px`;
  }
}
