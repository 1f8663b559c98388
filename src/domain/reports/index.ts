// What hosts use of the reports.
export { type Definition, definitions, type FigureKey, type Unit } from './definitions';
export { type Behind, knownSum, openBehind, wonBehind } from './known';
export { figureValue, pipelineReport } from './pipeline';
export { rowsBehind } from './rows-behind';
export { setFilters } from './selection';
export type { ReportSource } from './tally';
export type * from './types';
