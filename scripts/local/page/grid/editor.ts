// The text box that opens over a cell, with the list of choices where the cell has one.

export interface EditorCallbacks {
  /** `by`: what ended the edit, so that the selection can move on as in Sheets. */
  commit(text: string, by: 'enter' | 'shiftEnter' | 'tab' | 'shiftTab' | 'blur' | 'pick'): void;
  cancel(): void;
}

export interface EditorPlace {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** One open editor; removes itself when it ends. */
export class CellEditor {
  private readonly box = document.createElement('div');
  readonly area = document.createElement('textarea');
  private readonly list = document.createElement('ul');
  private open = true;
  private picked = -1;

  constructor(
    parent: HTMLElement,
    place: EditorPlace,
    label: string,
    text: string,
    private readonly choices: readonly string[],
    private readonly callbacks: EditorCallbacks,
  ) {
    this.box.className = 'cell-editor';
    this.box.dataset.testid = 'cell-editor';
    Object.assign(this.area, { value: text, rows: 1, cols: 1, spellcheck: false });
    this.label = label;
    this.area.style.minWidth = `${place.width + 1}px`;
    this.area.style.minHeight = `${place.height + 1}px`;
    this.list.className = 'choices';
    this.list.setAttribute('role', 'listbox');
    this.box.append(this.area);
    if (choices.length > 0) this.box.append(this.list);
    this.moveTo(place);
    parent.append(this.box);
    this.area.addEventListener('keydown', (event) => this.key(event));
    this.area.addEventListener('input', () => {
      this.grow();
      this.offer(this.area.value);
    });
    this.area.addEventListener('blur', () => this.end('blur'));
    this.list.addEventListener('mousedown', (event) => this.click(event));
    this.area.focus();
    this.area.setSelectionRange(text.length, text.length);
    this.grow();
    this.offer('');
  }

  /** The name that a screen reader says. */
  set label(label: string) {
    this.area.setAttribute('aria-label', label);
  }

  moveTo({ top, left }: { top: number; left: number }): void {
    this.box.style.top = `${top}px`;
    this.box.style.left = `${left}px`;
  }

  /** Ends the edit with what stands in the box. */
  finish(): void {
    this.end('blur');
  }

  /** Closes without an outcome and answers what stood in it. */
  abandon(): string {
    this.open = false;
    this.box.remove();
    return this.area.value;
  }

  private end(by: Parameters<EditorCallbacks['commit']>[1]): void {
    if (!this.open) return;
    this.callbacks.commit(this.abandon(), by);
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      this.abandon();
      this.callbacks.cancel();
    } else if (event.key === 'Enter' && (event.altKey || event.ctrlKey || event.metaKey)) {
      this.area.setRangeText('\n', this.area.selectionStart, this.area.selectionEnd, 'end');
      this.grow();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.takePicked();
      const forward = event.key === 'Enter' ? 'enter' : 'tab';
      const back = event.key === 'Enter' ? 'shiftEnter' : 'shiftTab';
      this.end(event.shiftKey ? back : forward);
    } else if (this.choices.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      this.pick(event.key === 'ArrowDown' ? 1 : -1);
    } else return;
    event.preventDefault();
  }

  private grow(): void {
    this.area.style.height = 'auto';
    this.area.style.height = `${this.area.scrollHeight}px`;
    this.area.style.width = 'auto';
    this.area.style.width = `${Math.min(this.area.scrollWidth + 2, 420)}px`;
  }

  private offer(typed: string): void {
    const part = typed.trim().toLowerCase();
    const shown = this.choices.filter((choice) => choice.toLowerCase().includes(part));
    this.picked = -1;
    this.list.hidden = shown.length === 0;
    this.list.replaceChildren(
      ...shown.map((choice) => {
        const item = document.createElement('li');
        item.setAttribute('role', 'option');
        item.textContent = choice;
        item.classList.toggle('current', choice === this.area.value);
        return item;
      }),
    );
  }

  private pick(by: number): void {
    const items = [...this.list.children];
    if (items.length === 0) return;
    this.picked = (this.picked + by + items.length) % items.length;
    for (const [index, item] of items.entries()) item.classList.toggle('picked', index === this.picked);
    items[this.picked]?.scrollIntoView({ block: 'nearest' });
  }

  private takePicked(): void {
    const item = this.list.children[this.picked];
    if (item) this.area.value = item.textContent ?? '';
  }

  private click(event: MouseEvent): void {
    event.preventDefault();
    const item = event.target instanceof Element ? event.target.closest('li') : null;
    if (!item) return;
    this.area.value = item.textContent ?? '';
    this.end('pick');
  }
}
