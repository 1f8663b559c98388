// The one list of functions that Apps Script may call. The build writes a top-level function for each; the first sentence of
// its comment is what `/local/functions` shows. Nothing else lives here.
import { addSource } from './rpc/add-source';
import { adminRowsOf } from './rpc/admin-rows';
import { changesAgainstRoles } from './rpc/against-role';
import { lastGoodIn, needsAttentionIn } from './rpc/attention';
import { boardIn } from './rpc/board';
import { answer, given } from './rpc/caller';
import type {
  AddedSource,
  AddSourceInput,
  CommitInput,
  DeleteInput,
  DeleteResult,
  FindInput,
  FindResult,
  FollowUpsInput,
  FollowUpsResult,
  GetInput,
  ImportPreview,
  ImportProgress,
  LeaveResult,
  PartInput,
  PreviewInput,
  RecordPage,
  Reply,
  ReportInput,
  ReportLink,
  ReportResult,
  SaveInput,
  SaveManyInput,
  SaveManyResult,
  SaveResult,
  SourceTab,
  StartView,
  UndoInput,
  UndoResult,
} from './rpc/contract';
import type {
  AttentionInput,
  LastGood,
  LastGoodInput,
  NeedsAttention,
  RepairInput,
  RepairResult,
} from './rpc/contract-attention';
import type { BoardResult } from './rpc/contract-board';
import type { MergeInput, MergeResult, NotDuplicates, NotDuplicatesInput } from './rpc/contract-duplicates';
import type { ChangesSince, ChangesSinceInput, SearchIndexInput, SearchIndexPage } from './rpc/contract-find';
import type {
  GridChangesAgainstRoles,
  HandOverInput,
  HandOverPreview,
  HandOverPreviewInput,
  HandOverStep,
} from './rpc/contract-hand-over';
import type {
  DeletedInput,
  DeletedResult,
  HistoryInput,
  HistoryPage,
  PutBackInput,
  PutBackResult,
  RestoreInput,
  RestoreResult,
  UndoByInput,
  UndoByResult,
  WorkbookSize,
} from './rpc/contract-history';
import type { AdminRowsInput, AdminRowsResult, RecordRowsInput, RecordRowsPage } from './rpc/contract-lists';
import type { Selected, SelectedInput, ShownInSheet } from './rpc/contract-sheet';
import { mergeNext, notDuplicatesIn } from './rpc/duplicates';
import { findRecordsIn } from './rpc/find';
import { listFollowUps } from './rpc/follow-ups';
import { recordPage } from './rpc/get';
import { handOverNext, previewHandOver } from './rpc/hand-over';
import { historyPage } from './rpc/history';
import { importPreview, importSources, importStep } from './rpc/import';
import { leaveIn } from './rpc/leave';
import { deletedRecords as listDeleted, putBackField as putBackOne, restoreRecord as restoreOne } from './rpc/put-back';
import { removeOne } from './rpc/remove';
import { repairIn } from './rpc/repair';
import { reply } from './rpc/reply';
import { reportOf } from './rpc/report';
import { reportLinkOf } from './rpc/report-link';
import { recordRowsPage } from './rpc/row-pages';
import { saveOne } from './rpc/save';
import { saveMany } from './rpc/save-many';
import { changesSinceMark, searchIndexPage } from './rpc/search-index';
import { setUpHere } from './rpc/set-up';
import { recordInFront, showRecordRow } from './rpc/sheet';
import { workbookSize as sizeOfWorkbook } from './rpc/size';
import { startView } from './rpc/start';
import { undoIn } from './rpc/undo';
import { undoChangesByPerson } from './rpc/undo-by';
import { onInstalledChange, onInstalledEdit, onSimpleEdit } from './triggers/grid';
import { pageFor } from './triggers/web-app';
import { buildMenu, partOfPanels, showDialog, showSidebar, toast } from './workbook';

export { hourly } from './triggers/hourly';

/** Builds the Rowbook menu when the workbook opens. */
export function onOpen(): void {
  buildMenu();
}

/** Builds the menu right after the add-on was installed from inside the workbook. */
export function onInstall(): void {
  buildMenu();
}

/** The sidebar as a web page for phones; `?r=C-12` opens that record. Changes nothing. */
export function doGet(event: GoogleAppsScript.Events.DoGet): GoogleAppsScript.HTML.HtmlOutput {
  return pageFor(event);
}

/** Takes in what a person typed, in a workbook without installed triggers. */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  onSimpleEdit(event);
}

/** Takes in what a person typed or pasted: ids, defaults, ledger, history, marks on what cannot be right. */
export function handleEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  onInstalledEdit(event);
}

/** Remembers where rows came or went, for the hourly compare. */
export function handleChange(event: GoogleAppsScript.Events.SheetsOnChange): void {
  onInstalledChange(event);
}

/** Shows the sidebar. */
export function openSidebar(): void {
  showSidebar();
}

/** Shows the import dialog. */
export function openImport(): void {
  showDialog('import', 900, 640);
}

/** Shows the pipeline report dialog. */
export function openReport(): void {
  showDialog('report', 900, 640);
}

/** Shows the pipeline board dialog. */
export function openBoard(): void {
  showDialog('board', 1240, 700);
}

/** Shows the dialog of settings. */
export function openSettings(): void {
  showDialog('settings', 1080, 700);
}

/** Shows the dialog for taking the data along, and for leaving. */
export function openExport(): void {
  showDialog('export', 760, 640);
}

/** Shows the dialog of saved lists. */
export function openLists(): void {
  showDialog('lists', 1240, 700);
}

/** Shows the dialog of duplicates. */
export function openDuplicates(): void {
  showDialog('duplicates', 1080, 700);
}

/** Makes the tabs, columns, protections and triggers that Rowbook needs, and repairs what is missing. */
export function setUpWorkbook(): Reply<{ created: string[]; notices: string[] }> {
  const answer = reply(setUpHere);
  toast(answer.ok ? ['Rowbook is ready.', ...answer.value.notices].join(' ') : answer.message);
  return answer;
}

/** What the sidebar shows first: who you are, choices, follow-up counts, notices. */
export function start(): Reply<StartView> {
  return reply(() => startView());
}

/** A part of the panels that is not in their pages: what reads pasted signatures, or what translates the server's sentences. */
export function part(input: PartInput): Reply<string> {
  return reply(() => partOfPanels(given(input).name === 'told' ? 'told' : 'signature'));
}

/** Finds records by words and exact values. */
export function findRecords(input: FindInput): Reply<FindResult> {
  return answer(findRecordsIn, input);
}

/** Every record that can be found, a page at a time, for a search of the client's own. */
export function searchIndex(input: SearchIndexInput): Reply<SearchIndexPage> {
  return answer(searchIndexPage, input);
}

/** Records that changed or went since a page of the search index was read. */
export function changesSince(input: ChangesSinceInput): Reply<ChangesSince> {
  return answer(changesSinceMark, input);
}

/** One record with what belongs to it and its timeline. */
export function getRecord(input: GetInput): Reply<RecordPage> {
  return answer(recordPage, input);
}

/** The record of the row that the person is in; reads nothing while they stay where they were. */
export function selectedRecord(input: SelectedInput): Reply<Selected> {
  return reply(() => recordInFront(given(input)));
}

/** Brings a record's row before the person, wherever it stands now; says why it cannot be seen. */
export function showInSheet(input: GetInput): Reply<ShownInSheet> {
  return answer(showRecordRow, input);
}

/** Creates or changes one record; answers the saved record, issues beside fields, or a conflict with both values. */
export function saveRecord(input: SaveInput): Reply<SaveResult> {
  return answer(saveOne, input);
}

/** Creates or changes up to 500 records of one tab in one change set: all or none, or each that can be. */
export function saveRecords(input: SaveManyInput): Reply<SaveManyResult> {
  return answer(saveMany, input);
}

/** Deletes one record; undoing its change set brings it back. */
export function deleteRecord(input: DeleteInput): Reply<DeleteResult> {
  return answer(removeOne, input);
}

/** Undoes a change set field by field; what changed since stays and is listed. `more`: call again. */
export function undoChangeSet(input: UndoInput): Reply<UndoResult> {
  return answer(undoIn, input);
}

/** What cannot be right in the grid, by kind, a page at a time; each with what may be done about it. */
export function needsAttention(input: AttentionInput): Reply<NeedsAttention> {
  return answer(needsAttentionIn, input);
}

/** The last value of a field that could be right, as History tells. */
export function lastGoodValue(input: LastGoodInput): Reply<LastGood> {
  return answer(lastGoodIn, input);
}

/** Repairs one thing that needs attention; says what was done, what was left and why. `more`: call again. */
export function repair(input: RepairInput): Reply<RepairResult> {
  return answer(repairIn, input);
}

/** Open tasks: overdue, today and the next seven days. */
export function followUps(input: FollowUpsInput): Reply<FollowUpsResult> {
  return answer(listFollowUps, input);
}

/** Tabs that rows can be imported from. */
export function sourceTabs(): Reply<SourceTab[]> {
  return answer(importSources);
}

/** Takes in a list from a file or the clipboard, block by block, as a new tab that rows can be imported from. */
export function addSourceTab(input: AddSourceInput): Reply<AddedSource> {
  return answer(addSource, input);
}

/** What an import of a tab would do; writes nothing. */
export function previewImport(input: PreviewInput): Reply<ImportPreview> {
  return answer(importPreview, input);
}

/** Starts an import or does its next step. */
export function commitImport(input: CommitInput): Reply<ImportProgress> {
  return answer(importStep, input);
}

/** The pipeline report: stages, forecast, won and lost, owners, and what is left out. */
export function report(input: ReportInput): Reply<ReportResult> {
  return answer(reportOf, input);
}

/** Deals for the pipeline board: all open ones, and those closed in the last 30 days. */
export function board(): Reply<BoardResult> {
  return answer(boardIn);
}

/** The records of a tab whole, a page at a time, for lists. */
export function recordRows(input: RecordRowsInput): Reply<RecordRowsPage> {
  return answer(recordRowsPage, input);
}

/** The rows of Lists, Team, Settings, Rules or Templates, after adding, changing or taking out some, all or none. */
export function adminRows(input: AdminRowsInput): Reply<AdminRowsResult> {
  return answer(adminRowsOf, input);
}

/** A link that opens the report page of the cloud function for ten minutes. */
export function reportLink(input: ReportInput): Reply<ReportLink> {
  return answer(reportLinkOf, input);
}

/** What was changed, when and by whom: of the whole workbook, a tab or one record, newest first. */
export function history(input: HistoryInput): Reply<HistoryPage> {
  return answer(historyPage, input);
}

/** Puts one field back to what it held before a change; first says what it holds now. */
export function putBackField(input: PutBackInput): Reply<PutBackResult> {
  return answer(putBackOne, input);
}

/** Records that were deleted and can be brought back. */
export function deletedRecords(input: DeletedInput): Reply<DeletedResult> {
  return answer(listDeleted, input);
}

/** Brings a deleted record back with its id, formulas and links. */
export function restoreRecord(input: RestoreInput): Reply<RestoreResult> {
  return answer(restoreOne, input);
}

/** Undoes all that one person changed since some time: first a preview, then step by step. */
export function undoChangesBy(input: UndoByInput): Reply<UndoByResult> {
  return answer(undoChangesByPerson, input);
}

/** Cells in use, by tab, of the ten million that Google allows. */
export function workbookSize(): Reply<WorkbookSize> {
  return answer(sizeOfWorkbook);
}

/** Takes Rowbook's triggers, protections and hidden tabs away for good; the team's tabs stay. Admins only. */
export function removeRowbook(): Reply<LeaveResult> {
  return answer(leaveIn);
}

/** What someone owns and what of it is open, before it is handed over. */
export function handOverPreview(input: HandOverPreviewInput): Reply<HandOverPreview> {
  return answer(previewHandOver, input);
}

/** Hands over the next part of what someone owns; `more`: call again. */
export function handOver(input: HandOverInput): Reply<HandOverStep> {
  return answer(handOverNext, input);
}

/** Merges a record into another one, with all that refers to it, under one change set; `more`: call again. */
export function mergeRecords(input: MergeInput): Reply<MergeResult> {
  return answer(mergeNext, input);
}

/** Pairs of records that look alike and are not one, after adding one or taking it back. */
export function notDuplicates(input: NotDuplicatesInput): Reply<NotDuplicates> {
  return answer(notDuplicatesIn, input);
}

/** What people did in the grid against their role, for managers and admins. */
export function gridChangesAgainstRoles(): Reply<GridChangesAgainstRoles> {
  return answer(changesAgainstRoles);
}
