// The workbook layer's public face. Other folders of src import from here, never from the files beside it.
export { againstRoles } from './against-role';
export { aliasOf } from './aliases';
export * from './api';
export { packHistory, settleArchive } from './archive-pack';
export { arrivingTabs } from './arriving';
export {
  attentionCount,
  bringColumnBack,
  changesOfSort,
  columnsLeftOut,
  dismiss,
  keepCopy,
  keepCounts,
  lastGoodValue,
  leaveColumnOut,
  lookAt,
  putRight,
  removeCopy,
  unmerge,
} from './attention';
export { createBlock, maxBlock } from './block';
export { cellFor, guardText, plainCell } from './cells';
export { type Columns, columnOf, identifyColumns, readColumns } from './columns';
export { commit } from './commit';
export { commitEach } from './commit-each';
export { reconcile, reconcileDue } from './compare';
export { isCopy } from './copy';
export { customFieldsIn } from './custom-fields';
export { markDirty } from './dirty';
export { type GridEdit, leaveToCompare, tabOfSheet, takeChange, takeEdit } from './edits';
export { WorkbookError, type WorkbookErrorCode } from './errors';
export { readField } from './find-rows';
export { type Guarded, guardRoles, guardTabs } from './guard';
export { handOver, type OwnedRecord, readOwned } from './hand-over';
export { type HistoryEntry, idsOf, idsOfBlock, isBlock, kindOf } from './history';
export {
  abandonImport,
  finishedImports,
  markUndone,
  type Refusal,
  resumeImport,
  startImport,
  stepImport,
  unfinishedImport,
} from './import-run';
export { listSourceTabs } from './import-source';
export type { FinishedImport } from './import-staging';
export { installTriggers, triggerOwner } from './installed-triggers';
export { tidyJournal } from './journal';
export { leave } from './leave';
export { ensureRows, isDeleted, isKept, readLedgerEntries } from './ledger';
export { withLock } from './lock';
export { valueContext } from './lookups';
export { buildMenu, mobilePage, partOfPanels, showDialog, showSidebar, toast } from './menu';
export { type Merged, mergeRecords } from './merge-records';
export { type MetaKey, metaKeys, readMeta, writeMeta } from './meta';
export { notDuplicates, tellNotDuplicates } from './not-duplicates';
export { changePlainRows, type PlainRow, type RowChange, readPlainRows } from './plain-changes';
export {
  addMembers,
  appendPlainRows,
  type PlainTable,
  readPlainTable,
  readSettings,
  readTeam,
  switchOff,
} from './plain-table';
export { type Recovery, recover } from './recover';
export { readReferring } from './referring';
export { restore } from './restore';
export { reviewTab } from './review-tab';
export { refusalFor } from './rights';
export { cellsOfTabs, countCells } from './room';
export { isEmptyRow, seenFields } from './rows';
export { idAt, placeInFront, showRow } from './selection';
export { isSetUp, type SetUpResult, setUp } from './set-up';
export { takeInSource } from './source-part';
export { countsFor, type FollowUpSummary, summaryAfter, summaryOf } from './summary';
export { findById, readPart, readRecords, readTable } from './table';
export { type TextRow, type TextTable, textTable } from './text-table';
export { readToUndo, type Undone, undo } from './undo';
export type { Kept } from './undo-block';
export { type ChangesBy, type FoundChanges, findChangesBy, undoChangesBy } from './undo-by';
export {
  countEntries,
  type PastEntry,
  readBefore,
  readBySummary,
  readChangeSet,
  readOrigin,
  readOutlines,
  readPastOf,
  readSince,
  readWholeHistoryOf,
} from './whole-history';
export { newChangeSet } from './work';
export { openWorkbook } from './workbook';
export { instantOfDay } from './zone';
