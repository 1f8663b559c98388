// What crosses for the pipeline board. Types only.
import type { BoardDeal } from '../domain/board';
import type { Settings } from '../domain/settings';

/** The deals of all pipelines that stand on the board; what they come to, the client computes (src/domain/board.ts). */
export interface BoardResult {
  /** For `changesSince`: what has changed since these deals were read. */
  mark: number;
  /** In the workbook's zone. */
  today: string;
  deals: BoardDeal[];
  settings: Pick<Settings, 'currency' | 'stages' | 'rates'>;
}
