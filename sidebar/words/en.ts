// Every word that the panels say themselves, in English. A translation is one more file beside this one with the same names, and
// the build makes a page in each language. A word is named by what it says; what has gaps is a function of them.
import type { ComponentChild } from 'preact';
import { type RecordTabKey, tabOf } from '../../src/domain/schema';
import { numberText } from '../numbers';

/** The language of these words, as pages and formats name it (BCP 47). */
export const language = 'en';

/** A column's header as the schema has it, in the reader's language; a header of the team's own stays as it is. */
export const label = (header: string): string => header;

/** A sentence of the server's, in the reader's language: the server speaks English. */
export const told = (text: string): string => text;

/** The server's sentences in this language, by the English with `{}` for each gap. They come in a part (sidebar/parts/told.ts). */
export const served: { readonly [english: string]: string } = {};

/** `many` is left out where a plain s makes it. */
const counted = (count: number, one: string, many = `${one}s`) => `${numberText(count)} ${count === 1 ? one : many}`;

// --- Everywhere -----------------------------------------------------------------------------------------------------------

/** "contact", "deal" … */
export const kind = (tab: RecordTabKey) => tabOf(tab).singular;
/** "Contact", "Deal" … */
export const kindTitle = (tab: RecordTabKey) => kind(tab).charAt(0).toUpperCase() + kind(tab).slice(1);
/** "3 contacts", "1 deal". */
export const countOf = (count: number, tab: RecordTabKey) => counted(count, kind(tab), tabOf(tab).title.toLowerCase());
export const newKind = (tab: RecordTabKey) => `New ${kind(tab)}`;
export const editKind = (tab: RecordTabKey) => `Edit ${kind(tab)}`;
export const loadingKind = (tab: RecordTabKey) => `Loading ${kind(tab)}`;
export const records = (count: number) => counted(count, 'record');
export const deals = (count: number) => counted(count, 'deal');
export const rows = (count: number) => counted(count, 'row');
export const columns = (count: number) => counted(count, 'column');
export const changes = (count: number) => counted(count, 'change');
export const values = (count: number) => counted(count, 'value');
export const days = (count: number) => counted(count, 'day');
export const andOthers = (count: number) => `and ${counted(count, 'other')}`;

export const back = 'Back';
export const cancel = 'Cancel';
export const close = 'Close';
export const done = 'Done';
export const next = 'Next';
export const no = 'No';
export const noOwner = 'No owner';
export const notSaved = 'Not saved.';
export const open = 'Open';
export const putBack = 'Put back';
export const save = 'Save';
export const saving = 'Saving…';
export const tryAgain = 'Try again';
export const typedIsStillHere = 'What you typed is still here.';
export const undo = 'Undo';
export const undone = 'Undone.';
export const undoingSoFar = (count: number) => `Undoing… ${records(count)} so far`;
export const yes = 'Yes';

// --- Shell, find, home, needs attention, grid changes, handing over (sidebar/app, find, entries, screens) --------------------

export const pipelineBoard = 'Pipeline board';
export const pipelineReport = 'Pipeline report';
export const importFromTab = 'Import from a tab';
export const lists = 'Lists';
export const settings = 'Settings';
export const all = 'All';
export const loading = 'Loading';
export const search = 'Search';
export const showMore = 'Show more';
export const searchResults = 'Search results';
export const searching = 'Searching';
export const results = 'Results';
export const searchIn = 'Search in';
export const quickSearchNotLoaded = 'The quick search could not be loaded; each search asks the server meanwhile.';
export const nothingHereYet = 'Nothing here yet.';
export const logCall = 'Log call';
export const quickAdd = 'Quick add';
export const noneIsInWorkbook = 'None of them is in the workbook any more.';
export const openingRowbook = 'Opening Rowbook';
export const resultCount = (count: number) => counted(count, 'result');
export const stillLoadingSearch = (count: number) => `Still loading for a quicker search: ${records(count)} so far.`;
export const shownOf = (shown: number, total: number) => `${numberText(shown)} of ${numberText(total)}`;
export const rangeOf = (from: number, to: number, total: number) => `${numberText(from)}–${shownOf(to, total)}`;
export const nothingFoundFor = (query: string) => `Nothing found for “${query}”.`;
export const newKindNamed = (tab: RecordTabKey, name: string) => `${newKind(tab)} named ${name}`;
export const allOfKind = (tab: RecordTabKey) => `All ${tabOf(tab).title.toLowerCase()}`;

export const followSelectedRow = 'Follow the selected row';
export const followingSelectedRow = 'Following the selected row';
export const rowIsNotFollowed = 'The selected row is not followed any more.';
export const stop = 'Stop';
export const on = 'on';
export const off = 'off';
export const leaveWithoutSaving = 'Leave without saving?';
export const discardChanges = 'Discard changes';
export const keepEditing = 'Keep editing';
export const typedIsNotSaved = 'What you typed is not saved yet.';
export const backToIt = 'Back to it';
export const changedMeanwhile = 'Changed meanwhile.';
/** Stands in `notSavedBecause`. */
export const someoneChangedSameField = 'someone changed the same field meanwhile.';
export const notSavedBecause = (reason: string) => `Not saved: ${reason}`;
export const linkCopied = 'Link copied.';
export const copyThisLink = (link: string) => `Copy this link: ${link}`;
export const editField = (header: string) => `Edit ${header}`;
export const fieldSaved = (header: string) => `${header} saved.`;
export const theValue = 'the value';

export const changedSince = 'changed since';
export const deletedSince = 'deleted since';
export const restoredAlready = 'restored already';
export const whoseColumnIsMissing = 'whose column is missing';
export const underMergedCells = 'under merged cells';
export const othersReferTo = 'that others refer to';
export const notYoursToChange = 'not yours to change';
export const wasLeftAlone = 'left alone';
/** `why` is one of the words above. */
export const countAndWhy = (count: string, why: string) => `${count} ${why}`;
export const nothingLeftToUndo = 'There was nothing left to undo.';
export const undoneExcept = (kept: string) => `Undone, except ${kept}.`;
export const nothingUndoneBecause = (kept: string) => `Nothing was undone: ${kept}.`;
/** The reason is a sentence about the field's value: “It was changed since.” */
export const fieldNotUndone = (header: string, reason: string) =>
  `Nothing was undone: ${reason.replace(/^It\b/, header)}`;
export const recordNotUndone = (reason: string) => `Nothing was undone. ${reason}`;

export const searchContactsDeals = 'Search contacts, deals …';
export const clearSearch = 'Clear search';
export const lookAndRepair = 'Look and repair';
export const settingUp = 'Setting up…';
export const runSetUpAgain = 'Run set-up again';
export const loadingRecords = 'Loading records';
export const recent = 'Recent';
export const newest = 'Newest';
export const more = 'More';
export const history = 'History';
export const wideWindowsOnComputer =
  'The board, the report and the import need a wide window: on a computer, they are in the workbook’s menu Rowbook.';
export const thingsCannotBeRight = (count: number) => `${counted(count, 'thing')} in the sheet cannot be right.`;
export const linkLeadsToNoRecord = 'This link leads to no record';
export const linkMayBeCutOff = 'It may have been cut off on its way. Ask for it again, or search for the record.';
export const goToRowbook = 'Go to Rowbook';
export const turnIntoCrm = 'Turn this workbook into your CRM';
export const tabsWithHistory =
  'Tabs for contacts, companies, deals, tasks and more, with every change kept in History.';
export const ownTabsStay = 'Your own tabs and columns stay exactly as they are.';
export const oneReminderADay = 'Each owner gets one reminder a day for what is due.';
export const setUpWorkbook = 'Set up this workbook';
export const makingTheTabs = 'Making the tabs. This takes half a minute the first time.';
export const couldNotStart = 'Rowbook could not start';

export const needsAttention = 'Needs attention';
export const lookingAtWorkbook = 'Looking at the workbook';
export const allIsWell = 'All is well. Every record is whole, and every value can be right.';
export const show = 'Show';
export const pages = 'Pages';
export const everyTabWasCompared = 'Every tab was compared with what Rowbook knows.';
export const checking = 'Checking …';
export const checkWorkbookNow = 'Check the workbook now';
export const rowbookLooksByItself = 'Rowbook looks by itself every hour, at what changed and at each tab once a day.';
export const problems = (count: number) => counted(count, 'problem');
export const nothingLeftUnder = (title: string) => `Nothing is left under “${title}”.`;
export const showOthers = (count: number) =>
  count === 1 ? 'Show the other one' : `Show the other ${numberText(count)}`;
export const cutOff = 'Cut off';
export const headerRows = 'Header rows';
export const columnsTitle = 'Columns';
export const halfRowMoved = 'Half a row moved';
export const mergedCells = 'Merged cells';
export const heldTwice = 'Held twice';
export const pointsNowhere = 'Points nowhere';
export const cannotBeRight = 'Cannot be right';
export const missing = 'Missing';
export const mails = 'Mails';
export const lastGoodValue = 'Last good value';
export const theLastGoodValue = 'the last good value';
export const putAllRight = 'Put all right';
export const itIsRightSo = 'It is right so';
export const bringItBack = 'Bring it back';
export const leaveItOut = 'Leave it out';
export const removeTheCopy = 'Remove the copy';
export const keepAsOwnColumn = 'Keep as our own column';
export const unmerge = 'Unmerge';
export const iHaveLooked = 'I have looked';
export const putRight = 'Put right';
export const putItBack = 'Put it back';
export const columnsLeftOut = 'Columns left out';
export const working = 'Working …';
export const lookingIntoHistory = 'Looking into History …';
export const historyKnowsNoOther = 'History knows no other value. Open the record and mend it there.';
export const fieldsOrSingleRows = 'Field by field, or single rows';
export const managerCanPutRight = 'A manager or an admin can put this right.';
export const adminCanRepair = 'An admin of your team can repair this.';
export const nothingLeftToPutRight = 'Nothing was left to put right.';
export const notListedAnyMore = 'Not listed any more. History keeps it.';
/** `what`: a tab, or a record's id. */
export const inRow = (what: string, row: number) => `${what}, row ${row}`;
export const openNamed = (name: string) => `Open ${name}`;
export const lastGoodValueOf = (name: string) => `Last good value of ${name}`;
export const putRightNamed = (name: string) => `Put right ${name}`;
export const bringBackNamed = (name: string) => `Bring back ${name}`;
export const onlyField = (header: string) => `Only ${header}`;
export const andMoreRows = (count: number) => `And ${count} more.`;
export const itWas = (value: ComponentChild, when: ComponentChild) => ['It was ', value, ' ', when];
export const recordsSoFar = (count: number) => `${records(count)} so far …`;
export const recordsPutRight = (count: number) => `${records(count)} put right.`;
export const leftAlone = (kept: string) => `Left alone: ${kept}.`;
export const isAgain = (header: string, name: string, value: string) => `${header} of ${name} is ${value} again.`;
export const isBack = (name: string) => `${name} is back.`;
export const columnIsBack = (header: string, tab: string) =>
  `${header} is back in ${tab}, right of the other columns, with its values.`;
export const goesOnWithout = (header: string, tab: string) =>
  `${tab} goes on without ${header}. It can be brought back at any time.`;
export const copyStays = (where: string) => `The copy stays: it holds something else in ${where}.`;
export const copyIsRemoved = (column: string) => `The copy of ${column} is removed.`;
export const copyIsYours = (column: string) => `The copy is a column of your own now: ${column}.`;
export const unmergedIn = (tab: string, range = 'The cells') =>
  `${range} of ${tab}: unmerged. What was shown stays in the first cell.`;

export const gridChangesAgainstRoles = 'Grid changes against roles';
export const everyEditorCanType = 'Every editor of the file can type in the grid.';
export const againstRoleIsPutBack = 'What their role does not allow is put back at once.';
export const againstRoleStays = 'What their role does not allow stays, and is listed here.';
export const adminChoosesThat = 'An admin chooses that in Settings, beside “Grid changes against a role”.';
export const nobodyChangedAgainstRole = 'Nobody has changed anything against their role.';
export const bringInAgain = 'Bring in again';
export const broughtInAgain = 'Brought in again';
/** How it stands, not what to do. */
export const wasPutBack = 'Put back';
export const stands = 'Stands';
export const putBackExcept = (count: number) => `Put back, except ${values(count)} left alone`;
export const putBackNamed = (name: string) => `Put back ${name}`;
export const bringInAgainNamed = (name: string) => `Bring in again ${name}`;
export const andMore = (count: number) => `and ${counted(count, 'more', 'more')}`;

export const handOverRecords = 'Hand over records';
export const whoseRecords = 'Whose records?';
export const choosePerson = 'Choose a person';
export const choosePersonToSee =
  'Choose a person to see what they own and what is still open. Nothing changes until you confirm, and you can undo it afterwards.';
export const somebodyNotInTeam = 'Somebody who is not in Team…';
export const nameInOwnerColumn = 'Name or email in the Owner column';
export const asWrittenThere = 'As it is written there.';
export const showRecords = 'Show records';
export const lookingAtOpen = 'Looking at what is open';
export const notActiveMember = (name: string) => `${name} (not active)`;
export const noRecordOwnedBy = (name: string) => `No record in this workbook is owned by ${name}.`;
export const whatSomebodyOwns = (name: string) => `What ${name} owns`;
export const openDeals = 'Open deals';
export const openTasks = 'Open tasks';
export const openTickets = 'Open tickets';
export const noDate = 'no date';
export const overdueSince = (day: string) => `overdue since ${day}`;
export const dueOn = (day: string) => `due ${day}`;
export const openCount = (count: number) => `${numberText(count)} open`;
export const closedCount = (count: number) => `${numberText(count)} closed`;
export const doneCount = (count: number) => `${numberText(count)} done`;
export const solvedCount = (count: number) => `${numberText(count)} solved`;
export const overdueCount = (count: number) => `${numberText(count)} overdue`;
export const withoutAmount = (count: number) => `${numberText(count)} without an amount`;
export const closedDeals = (count: number) => counted(count, 'closed deal');
export const doneTasks = (count: number) => counted(count, 'done task');
export const solvedTickets = (count: number) => counted(count, 'solved ticket');
export const firstAreShown = (count: number) => `The first ${numberText(count)} are shown.`;
export const firstAreShownOfAll = (count: number) => `The first ${numberText(count)} are shown; History has them all.`;

export const onePerson = 'One person';
export const severalPeople = 'Several people';
export const byTab = 'By tab';
export const newOwner = 'New owner';
export const chooseNewOwner = 'Choose a new owner';
export const howRecordsAreShared = 'How the records are shared out';
export const person = 'Person';
export const eachGetsOneInTurn = 'Each gets one record in turn.';
export const reportsCountForNewOwner = 'Reports then count them for the new owner.';
export const inactiveGetNoMail =
  'They get no more mail and cannot use Rowbook. To close the file to them, change its sharing in Google.';
export const goOnNow = 'Continue';
export const handOver = 'Hand over';
export const remindersGoToNewOwner =
  'Their reminders go to the new owner from now on. It is one change in History, and you can undo it here or there.';
export const keepWith = (name: string) => `Keep with ${name}`;
export const alsoFinished = (what: string) => `Also ${what}`;
export const setInactive = (name: string) => `Set ${name} to inactive in Team`;
export const handOverCount = (count: number) => `Hand over ${records(count)}`;
export const handOverQuestion = (count: number) => `Hand over ${records(count)}?`;
export const recordsHandedOver = 'Records handed over';
export const handedOverSoFar = (count: number, total: number) =>
  `${numberText(count)} of ${records(total)} handed over`;
export const handedOver = 'Handed over';
export const handOverUndone = 'Hand-over undone';
export const undoHandOver = 'Undo hand-over';
/** Leaves a screen on which all is done. */
export const finish = 'Done';
export const handedOverTo = (name: string) => `Handed over to ${name}`;
export const recordsWereHandedOver = (count: number) => `${records(count)} handed over.`;
export const recordsOfHandedOver = (count: number, name: string) => `${records(count)} of ${name} handed over.`;
export const recordsNotHandedOver = (count: number) => `${records(count)} not handed over`;
export const recordsUndoneSoFar = (count: number) => `${records(count)} undone so far…`;
export const isInactive = (name: string) => `${name} is inactive in Team.`;
export const isStillInactive = (name: string) => `${name} is still inactive in Team.`;

// --- Records, timeline, log, pipeline list, today (sidebar/screens) ----------------------------------------------------------

// --- Forms and history (sidebar/forms, history) ------------------------------------------------------------------------------

// --- Board and report (sidebar/board, report) --------------------------------------------------------------------------------

// --- Lists and settings (sidebar/lists, settings) ----------------------------------------------------------------------------

// --- Import (sidebar/import) -------------------------------------------------------------------------------------------------

// --- Parts of the interface, formats, failures (sidebar/ui, sidebar/*.ts) ----------------------------------------------------
