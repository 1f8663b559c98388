// The local workbook engine: opens a file and hands out sessions over it.
import { usualSwitches } from '../unverified';
import { Persistence } from './persistence';
import { openSession } from './session';
import type { DurableMap, Engine, Switches, WorkbookInfo } from './types';
import { Workbook } from './workbook';

export { EngineError } from './errors';
export { isDateFormat } from './format';

export interface EngineOptions extends WorkbookInfo {
  /** SQLite file; made when it is not there. What it holds of the workbook's info wins over these options. */
  file: string;
  switches?: Partial<Switches>;
  /** Milliseconds since 1970; decides the year of a date typed without one, TODAY and NOW. */
  now?: () => number;
}

/** Opens (or makes) a workbook. Everything acknowledged before a crash is there again. */
export function openEngine(options: EngineOptions): Engine {
  const { file, id, title, locale, timeZone, owner } = options;
  const persistence = new Persistence(file);
  const switches = { ...usualSwitches, ...options.switches };
  const workbook = new Workbook(
    persistence,
    { id, title, locale, timeZone, owner },
    switches,
    options.now ?? (() => Date.now()),
  );
  return {
    get info() {
      return { ...workbook.parts.info };
    },
    switches,
    updateInfo: (change) =>
      workbook.change(() => {
        Object.assign(workbook.parts.info, change);
        workbook.markPart('info');
      }),
    setClock: (now) => {
      workbook.now = now;
    },
    session: (user, as) => openSession(workbook, user, as === 'person'),
    onChange: (listener) => workbook.onChange(listener),
    moves: (sheetId, since = workbook.moves.nth) => ({
      nth: workbook.moves.nth,
      moves: workbook.moves.since(sheetId, since),
    }),
    store: (namespace) => durableMap(workbook, persistence, namespace),
    record: (action) => workbook.record(action),
    transaction: (work) => workbook.change(work),
    copyTo: (target, newId, newTitle) => copyWorkbook(persistence, target, newId, newTitle),
    close: () => persistence.close(),
  };
}

function durableMap(workbook: Workbook, persistence: Persistence, namespace: string): DurableMap {
  return {
    get: (key) => persistence.stored(namespace, key),
    set: (key, value) => workbook.change(() => persistence.setStored(namespace, key, value)),
    delete: (key) => workbook.change(() => persistence.deleteStored(namespace, key)),
    entries: () => persistence.storedEntries(namespace),
  };
}

function copyWorkbook(persistence: Persistence, target: string, id: string, title: string): void {
  persistence.copyTo(target);
  const copy = new Persistence(target);
  const info = copy.part<WorkbookInfo>('info');
  copy.begin();
  copy.setPart('info', { ...info, id, title });
  copy.clearStores();
  copy.commit();
  copy.close();
}
