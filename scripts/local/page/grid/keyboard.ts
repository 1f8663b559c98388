// The keyboard on the grid, as in Sheets: arrows move, typing replaces, Enter opens, the clipboard speaks TSV.
import { a1 } from './a1';
import { fromTsv } from './clipboard';
import type { GridController } from './controller';

/** Listens on the invisible text box that holds the keyboard for the grid. */
export function listenToKeys(catcher: HTMLTextAreaElement, grid: GridController): void {
  catcher.addEventListener('keydown', (event) => {
    if (event.isComposing || !onKey(event, grid)) return;
    event.preventDefault();
  });
  // A letter arrived while no editor is open: it starts one that replaces the cell.
  catcher.addEventListener('input', () => {
    const text = catcher.value;
    catcher.value = '';
    if (text !== '') grid.edit(text);
  });
  catcher.addEventListener('copy', (event) => copy(event, grid));
  catcher.addEventListener('cut', (event) => {
    copy(event, grid);
    grid.clear();
  });
  catcher.addEventListener('paste', (event) => paste(event, grid));
}

/** True when the key meant something to the grid. */
function onKey(event: KeyboardEvent, grid: GridController): boolean {
  const command = event.ctrlKey || event.metaKey;
  const { selection } = grid;
  const { key } = event;
  if ((key === 'Enter' && !event.shiftKey && !command) || key === 'F2') grid.edit();
  else if (key === 'Delete' || key === 'Backspace') grid.clear();
  else if (key === ' ' && grid.activeCell?.rule?.checkbox) grid.toggle();
  else if (command && key.toLowerCase() === 'a') selection.selectSpan(selection.band({ row: 0, column: 0 }));
  else if (key === 'ContextMenu' || (event.shiftKey && key === 'F10')) grid.askMenu(selection.active, null);
  else if (key === 'Escape') selection.select(selection.active);
  else {
    const step = stepOf(event, grid);
    if (!step) return false;
    selection.move(step.rows, step.columns, event.shiftKey && key.startsWith('Arrow'));
    grid.moved(true);
    return true;
  }
  grid.moved(false);
  return true;
}

function stepOf(event: KeyboardEvent, grid: GridController): { rows: number; columns: number } | null {
  const command = event.ctrlKey || event.metaKey;
  const { rows, columns } = grid.selection.bounds;
  const [tall, wide] = command ? [rows.length, columns] : [1, 1];
  switch (event.key) {
    case 'ArrowUp':
      return { rows: -tall, columns: 0 };
    case 'ArrowDown':
      return { rows: tall, columns: 0 };
    case 'ArrowLeft':
      return { rows: 0, columns: -wide };
    case 'ArrowRight':
      return { rows: 0, columns: wide };
    case 'PageUp':
      return { rows: -grid.pageRows, columns: 0 };
    case 'PageDown':
      return { rows: grid.pageRows, columns: 0 };
    case 'Home':
      return { rows: command ? -rows.length : 0, columns: -columns };
    case 'End':
      return { rows: command ? rows.length : 0, columns };
    case 'Tab':
      return { rows: 0, columns: event.shiftKey ? -1 : 1 };
    case 'Enter':
      return { rows: event.shiftKey ? -1 : 1, columns: 0 };
    default:
      return null;
  }
}

function copy(event: ClipboardEvent, grid: GridController): void {
  event.preventDefault();
  const text = grid.copied();
  if (typeof text === 'string') event.clipboardData?.setData('text/plain', text);
  // Rows that were never scrolled to must be fetched first, and by then this event's clipboard is closed.
  else grid.guard(text.then((later) => navigator.clipboard.writeText(later)));
}

/** A single value fills the whole selection; a block begins at its first cell. */
function paste(event: ClipboardEvent, grid: GridController): void {
  event.preventDefault();
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (text === '') return;
  const values = fromTsv(text);
  const { span } = grid.selection;
  const width = Math.max(...values.map((row) => row.length));
  if (values.length === 1 && width === 1) {
    grid.type(span, values);
    return;
  }
  grid.type(a1({ row: span.top, column: span.left }), values);
  grid.selection.selectSpan({ ...span, bottom: span.top + values.length - 1, right: span.left + width - 1 });
  grid.moved(false);
}
