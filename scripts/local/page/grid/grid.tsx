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

const places = new Map<number, Place>();

/** The tab is opened at this place next. */
export function rememberPlace(sheetId: number, place: Place): void {
  places.set(sheetId, place);
}

export function Grid({ tab, stamp, events, controller }: GridProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(events);
  latest.current = events;
  const newest = useRef(tab);
  newest.current = tab;
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
        type: (edit) => latest.current.type(edit),
        act: (kind, details) => latest.current.act(kind, details),
        failed,
        lost: (text, why) => latest.current.lost(text, why),
      });
      controller.current = made;
      await made.open(places.get(tab.sheetId));
      // The tab may have changed before there was a grid to be told.
      if (!left && newest.current !== tab) await made.refresh(newest.current, await rowsOf(newest.current));
      if (!left && isIdle(document.activeElement)) made.focus();
    };
    start().catch(failed);
    return () => {
      left = true;
      made?.destroy();
      if (controller.current === made) controller.current = null;
      element.replaceChildren();
    };
  }, [tab.sheetId]);

  useEffect(() => {
    const current = controller.current;
    if (current?.tab.sheetId !== tab.sheetId) return;
    rowsOf(tab)
      .then((rows) => current.refresh(tab, rows))
      .catch(failed);
  }, [stamp, tab.rows, tab.columns, tab.hiddenRows, tab.frozenRows, tab.hiddenColumns.join()]);

  return <div class="grid" ref={host} data-testid="grid" data-tab={tab.title} />;
}

/** The keyboard is nowhere in particular, so the grid may have it. */
function isIdle(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.getAttribute('role') === 'tab';
}

async function rowsOf(tab: WireTab): Promise<readonly number[] | null> {
  return tab.hiddenRows > 0 ? (await api.filteredRows(tab.sheetId)).rows : null;
}
