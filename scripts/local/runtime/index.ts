// The Apps Script runtime of the local stand-in.
import { LocalRuntime } from './runtime';
import type { Runtime, RuntimeOptions } from './types';

export { seededScheduler } from './turns';
export type * from './types';
export { SharedWorkers } from './workers';

/**
 * Runs the built add-on in `options.addon` over the engine's workbook. Throws when the process is not in the manifest's
 * time zone. Close it to end its workers.
 */
export function createRuntime(options: RuntimeOptions): Runtime {
  return new LocalRuntime(options);
}
