// The grid as a component: one controller for each tab, told of every change of the workbook.
import type { MutableRef } from 'preact/hooks';
import { useEffect, useRef } from 'preact/hooks';
import type { WireTab } from '../../server/wire';
import { api } from '../api';
import type { Place } from './a1';
import { GridController, type GridEvents } from './controller';

interface GridProps {
  tab: WireTab;
  /** Changes when cells of this tab may have changed. */
  stamp: number;
  events: GridEvents;
  controller: MutableRef<GridController | null>;
}

/** What makes it another grid to draw; anything else only refreshes it. */
function shapeOf(tab: WireTab): string {
  return JSON.stringify([tab.sheetId, tab.columns, tab.frozenRows > 0, tab.hiddenColumns]);
}

const places = new Map<number, Place>();

export function Grid({ tab, stamp, events, controller }: GridProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(events);
  latest.current = events;
  const failed = (error: Error) => latest.current.failed(error);

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let made: GridController | null = null;
    let left = false;
    const start = async () => {
      const rows = await rowsOf(tab);
      if (left) return;
      made = new GridController(element, { ...tab }, rows, {
        selected: (state) => {
          places.set(tab.sheetId, state.active);
          latest.current.selected(state);
        },
        menu: (at) => latest.current.menu(at),
        type: (range, values) => latest.current.type(range, values),
        act: (kind, details) => latest.current.act(kind, details),
        failed,
      });
      controller.current = made;
      await made.open(places.get(tab.sheetId));
      if (!left && isIdle(document.activeElement)) made.focus();
    };
    start().catch(failed);
    return () => {
      left = true;
      made?.destroy();
      if (controller.current === made) controller.current = null;
      element.replaceChildren();
    };
  }, [shapeOf(tab)]);

  useEffect(() => {
    const current = controller.current;
    if (current?.tab.sheetId !== tab.sheetId) return;
    rowsOf(tab)
      .then((rows) => current.refresh(tab, rows))
      .catch(failed);
  }, [stamp, tab.rows, tab.hiddenRows]);

  return <div class="grid" ref={host} data-testid="grid" data-tab={tab.title} />;
}

/** The keyboard is nowhere in particular, so the grid may have it. */
function isIdle(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.getAttribute('role') === 'tab';
}

async function rowsOf(tab: WireTab): Promise<readonly number[] | null> {
  return tab.hiddenRows > 0 ? (await api.filteredRows(tab.sheetId)).rows : null;
}
