// What the local server's routes work with. Types only.
import type { Engine } from '../engine/types';
import type { Runtime } from '../runtime/types';
import type { ActDeps } from './acts';
import type { Filters } from './filters';
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
  filters: Filters;
  frames: Frames;
  live: Live;
  restFaults: RestFaults;
  copyWorkbook: ActDeps['copyWorkbook'];
  /** Called after a public function ran, with its name. */
  afterRun(name: string): Promise<void>;
}
