// The demo workbook's contents, and how they get into a workbook. Used by `npm start` and by tests.
export { type Demo, type DemoRecord, demoRecords } from './generate';
export { type DemoTarget, loadDemo } from './load';
export { pastOf } from './past';
