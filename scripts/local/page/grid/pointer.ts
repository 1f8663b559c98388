// The mouse on the grid: selecting by click and drag, filling by the handle, asking for menus, opening the editor.
import type { Place, Span } from './a1';
import type { GridController } from './controller';

/** Listens on the grid's host; the answer stops listening. */
export function listenToPointer(host: HTMLElement, grid: GridController): () => void {
  let dragging: 'select' | 'fill' | null = null;
  const cellAt = (event: MouseEvent): Place | null => {
    const place = grid.placeOf(document.elementFromPoint(event.clientX, event.clientY));
    return place && place.row > 0 && place.column > 0 ? place : null;
  };

  const press = (event: MouseEvent): void => {
    if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('.cell-editor')) return;
    if (event.target.closest('.tabulator-col-resize-handle')) return;
    grid.finishEdit();
    const handle = event.target.closest('.fill-handle') !== null;
    const place = grid.placeOf(event.target);
    if (!place && !handle) return;
    event.preventDefault();
    grid.focus();
    dragging = handle ? 'fill' : 'select';
    if (place && !handle) choose(grid, place, event);
  };

  const drag = (event: MouseEvent): void => {
    const place = dragging && cellAt(event);
    if (!place) return;
    if (dragging === 'fill') grid.showFill(drawnOut(grid.selection.span, place));
    else {
      grid.selection.extend(place);
      grid.moved(false);
    }
  };

  const drop = (event: MouseEvent): void => {
    const filled = dragging === 'fill' ? cellAt(event) : null;
    if (dragging === 'fill') grid.showFill(null);
    dragging = null;
    if (filled) grid.fill(drawnOut(grid.selection.span, filled));
  };

  const open = (event: MouseEvent): void => {
    const place = grid.placeOf(event.target);
    if (place && place.row > 0 && place.column > 0) grid.edit();
  };

  const menu = (event: MouseEvent): void => {
    const place = grid.placeOf(event.target);
    if (!place) return;
    event.preventDefault();
    if (!holds(grid, place)) choose(grid, place, { shiftKey: false, target: null });
    grid.focus();
    grid.askMenu(place, { x: event.clientX, y: event.clientY });
  };

  host.addEventListener('mousedown', press);
  host.addEventListener('dblclick', open);
  host.addEventListener('contextmenu', menu);
  document.addEventListener('mousemove', drag);
  document.addEventListener('mouseup', drop);
  return () => {
    host.removeEventListener('mousedown', press);
    host.removeEventListener('dblclick', open);
    host.removeEventListener('contextmenu', menu);
    document.removeEventListener('mousemove', drag);
    document.removeEventListener('mouseup', drop);
  };
}

/** Selects what was pressed: a cell, a whole row or column, everything; Shift extends; a checkbox is ticked. */
function choose(grid: GridController, place: Place, event: { shiftKey: boolean; target: EventTarget | null }): void {
  const { selection } = grid;
  if (place.row === 0 || place.column === 0) selection.selectSpan(selection.band(place));
  else if (event.shiftKey) selection.extend(place);
  else selection.select(place);
  if (event.target instanceof Element && event.target.closest('.box')) grid.toggle();
  grid.moved(false);
}

/** True when the place is selected already; letters and row numbers are when their whole column or row is. */
function holds({ selection }: GridController, place: Place): boolean {
  const { span } = selection;
  const band = place.row === 0 || place.column === 0 ? selection.band(place) : null;
  const wanted = band ?? { top: place.row, bottom: place.row, left: place.column, right: place.column };
  return (
    wanted.top >= span.top && wanted.bottom <= span.bottom && wanted.left >= span.left && wanted.right <= span.right
  );
}

/** The selection drawn out to a place: downwards or to the right, whichever is farther. */
function drawnOut(span: Span, place: Place): Span {
  const down = Math.max(0, place.row - span.bottom);
  const right = Math.max(0, place.column - span.right);
  return down >= right ? { ...span, bottom: span.bottom + down } : { ...span, right: span.right + right };
}
