// What the local server's routes work with. Types only.
import type { Engine } from '../engine/types';
import type { RestQuota } from '../rest/quota';
import type { Runtime } from '../runtime/types';
import type { ActDeps } from './acts';
import type { Frames } from './frames';
import type { Grid } from './grid';
import type { Identity } from './identity';
import type { Live } from './live';
import type { RestFaults } from './rest-faults';

export interface LocalDeps {
  port: number;
  engine: Engine;
  runtime: Runtime;
  identity: Identity;
  grid: Grid;
  frames: Frames;
  live: Live;
  restFaults: RestFaults;
  restQuota: RestQuota;
  copyWorkbook: ActDeps['copyWorkbook'];
  /** Called after the clock was moved; resolves when the function beside the workbook goes by it too. */
  afterClock(): Promise<void>;
  /** Called after a public function ran, with its name. */
  afterRun(name: string): Promise<void>;
}
