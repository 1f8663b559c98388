// Every word that the panels say themselves, in English. A translation is one more file beside this one with the same names, and
// the build makes a page in each language. A word is named by what it says; what has gaps is a function of them.
import type { ComponentChild } from 'preact';
import { type RecordTabKey, tabOf } from '../../src/domain/schema';
import { numberText } from '../numbers';

/** The language of these words, as pages and formats name it (BCP 47). */
export const language = 'en';

/** A column's header as the schema has it, in the reader's language; a header of the team's own stays as it is. */
export const label = (header: string): string => header;

/** The same of a tab of settings: only their window carries these. */
export const settingLabel = label;

/** A sentence of the server's, in the reader's language: the server speaks English. */
export const told = (text: string): string => text;

/** The server's sentences in this language, by the English with `{}` for each gap. They come in a part (sidebar/parts/told.ts). */
export const served: { readonly [english: string]: string } = {};

/** What fills gaps of those and is no sentence by itself. */
export const fillings: { readonly [english: string]: string } = {};

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
export const days = (count: number) => counted(count, 'day');
export const columns = (count: number) => counted(count, 'column');
export const values = (count: number) => counted(count, 'value');

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
export const yes = 'Yes';

// --- Shell, find, home, needs attention, grid changes, handing over (sidebar/app, find, entries, screens) --------------------

export const pipelineBoard = 'Pipeline board';
export const pipelineReport = 'Pipeline report';
export const importList = 'Import a list';
export const lists = 'Lists';
export const duplicates = 'Duplicates';
export const settings = 'Settings';
export const exportAndLeave = 'Export or leave';
export const openSidebar = 'Open sidebar';
export const setUpWorkbook = 'Set up this workbook';

/** The menu of the sheet and the titles of its windows, by what they open: the build hands them to src/workbook/menu.ts. */
export const menu = {
  sidebar: openSidebar,
  import: importList,
  board: pipelineBoard,
  report: pipelineReport,
  lists,
  duplicates,
  settings,
  export: exportAndLeave,
  setUp: setUpWorkbook,
};
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
export const andMoreRows = (count: number) => `And ${numberText(count)} more.`;
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

const listed = (parts: readonly string[]) => new Intl.ListFormat('en-GB').format(parts);

export const readingTheDeals = 'Reading the deals';
/** `kinds`: how many records of each kind, together `count`. */
export const belongingStays = (kinds: readonly string[], count: number) =>
  `${listed(kinds)} ${count === 1 ? 'belongs' : 'belong'} to it. What belongs to it stays, and points nowhere until it is brought back.`;
export const details = 'Details';
export const emptyFields = 'Empty fields';
export const neverTalkedTo = 'never';
export const unknownAmount = 'unknown';

export const snoozedUntil = (day: string) => `Snoozed until ${day}.`;
export const nowDue = (day: string) => `Now due ${day}.`;
export const taskIsDone = (title: string) => `“${title}” is done.`;
export const doneTask = (title: string) => `Done: ${title}`;
export const snoozeUntilTomorrow = 'Snooze until tomorrow';
export const snoozeUntilNextWeek = 'Snooze until next week';
export const snoozeUntilADate = 'Snooze until a date…';
export const snoozeUntil = 'Snooze until';
export const snooze = 'Snooze';
export const changeDueDate = 'Change due date…';
export const newDueDate = 'New due date';
export const moveDueDate = 'Move';
export const doneWithAnOutcome = 'Done with an outcome…';
export const moreActionsFor = (title: string) => `More actions: ${title}`;
/** `age`: "3 days ago". */
export const dueAgo = (age: string) => `due ${age}`;
/** `time`: " 09:30", or blank. */
export const dueTodayAt = (time: string) => `today${time}`;

export const followUps = 'Follow-ups';
export const whoseFollowUps = 'Whose follow-ups';
export const myFollowUps = 'Mine';
export const refresh = 'Refresh';
export const loadingFollowUps = 'Loading follow-ups';
export const overdue = 'Overdue';
export const today = 'Today';
export const next7Days = 'Next 7 days';
export const nothingToFollowUp = 'Nothing to follow up on in the next seven days.';
export const addATask = 'Add a task';
export const showAllCounted = (count: number) => `Show all ${count}`;

export const whatToAdd = 'What to add';
export const moreFields = 'More fields';
export const kindCreated = (tab: RecordTabKey, name: string) => `${kindTitle(tab)} “${name}” created.`;
export const saved = 'Saved.';
export const savedBesideOthers = 'Saved. Someone else’s change to other fields was kept too.';
export const readBefore = 'This is what was read before: it could not be read again just now.';

export const whenDidWeTalk = 'When did we last talk to';
export const lastTalkedTo = (name: string) => `Last talked to ${name}`;
export const notYetLogged = 'Not yet, as far as is logged';
export const findACustomer = 'Find a customer';
export const customers = 'Customers';
export const searchingNow = 'Searching…';
export const nobodyFound = 'Nobody found by these words.';

export const logInteraction = 'Log interaction';
/** `stored`: an interaction's kind as it stands in the sheet, "Call". */
export const interactionKind = (stored: string) => stored;
export const logKind = (stored: string) => `Log ${stored.toLowerCase()}`;
export const saveLogged = (stored: string) => `Save ${stored.toLowerCase()}`;
export const kindLogged = (stored: string) => `${stored} logged.`;
export const notLogged = (reason: string) => `Not logged: ${reason}`;
export const sayWhatItWasAbout = 'Say in a few words what it was about.';
export const whenDidItHappen = 'When did it happen?';
export const nextStepNeedsADay = 'A next step needs a day.';
export const whatYouTypedWasKept = 'What you typed here before was kept.';
export const makesATask = 'Makes a task of yours.';
export const loggedWithoutNextStep = 'Logged, but the next step was not saved.';
export const itChangedMeanwhile = 'It changed meanwhile.';
export const nextStep = 'Next step';

export const pipeline = 'Pipeline';
export const byStage = 'By stage';
export const openValue = 'Open value';
export const winRate = 'Win rate';
export const openTheBoard = 'Open the board';
export const stages = 'Stages';
export const valueAndWeighted = (value: string, weighted: string) => `${value}, weighted ${weighted}`;
export const valueIn30Days = (value: string) => `${value} in 30 days`;
export const stalledCount = (count: number) => `${numberText(count)} stalled`;
/** Stands after its number. */
export const dealsUncounted = (count: number) => (count === 1 ? 'deal' : 'deals');
export const noDealInThisStage = 'No deal is in this stage.';
export const noAmount = 'No amount';
export const closesOn = (day: string) => `closes ${day}`;
export const closedOn = (day: string) => `closed ${day}`;
export const moveDeal = 'Move';
export const moveNamed = (name: string) => `Move ${name}`;

export const atAGlance = 'At a glance';
export const toFollowUpWithToday = 'To follow up with today';
export const nobodyToFollowUp = 'Nobody';
export const followUpCount = (count: number) => counted(count, 'follow-up');
export const closingThisMonth = 'Closing this month';
export const noDeal = 'No deal';
export const pastTheirDate = (count: number) => `${numberText(count)} past their date`;
export const averageWonDeal = 'Average won deal';
export const noWonDealYet = 'No won deal with an amount yet';
export const wonDeals = 'Won deals';

export const callThem = 'Call';
export const mailThem = 'Mail';
export const website = 'Website';
export const map = 'Map';
/** `how`: one of the four before. */
export const reachAt = (how: string, where: string) => `${how} ${where}`;
export const doNotContact = 'Do not contact';

export const edit = 'Edit';
export const needsAttentionInRow = (row: number) => `Needs attention in the sheet (row ${row})`;
export const related = 'Related';
export const tabIsHidden = 'The tab of this record is hidden. Show it first: in the list of all sheets, choose it.';
export const filterHidesRow = 'A filter of its tab hides the row of this record. Change the filter to see it.';
export const rowIsHidden = 'The row of this record is hidden in the sheet. Unhide it to see it.';
export const kindDeleted = (tab: RecordTabKey, name: string) => `${kindTitle(tab)} “${name}” deleted.`;
export const moreActions = 'More actions';
export const showInSheet = 'Show in sheet';
export const copyLink = 'Copy link';
export const reload = 'Reload';
export const deleteKind = (tab: RecordTabKey) => `Delete ${kind(tab)}`;
export const deleteThisKind = (tab: RecordTabKey) => `Delete this ${kind(tab)}?`;
export const deleteIt = 'Delete';
export const leavesTheSheet = (tab: RecordTabKey, name: string) =>
  `${kindTitle(tab)} “${name}” leaves the sheet. History keeps it, and you can undo this right after.`;

export const itsStage = 'Stage:';
export const noStage = 'No stage';
export const moveStage = 'Move stage';
export const movedTo = (stage: string) => `Moved to ${stage}.`;
export const moveToStage = 'Move to stage';
export const saveStage = 'Save stage';

export const timeline = 'Timeline';
export const showInTimeline = 'Show in timeline';
export const interactions = 'Interactions';
export const emails = 'Emails';
export const tasks = 'Tasks';
export const fieldChanges = 'Changes';
export const nothingYet = 'Nothing yet.';
export const showOlder = 'Show older';
export const olderChangesInHistory = 'Older changes are in History';
export const untitled = 'Untitled';

// --- Forms and history (sidebar/forms, history) ------------------------------------------------------------------------------

// Groups of a form's fields.
export const addressAndWeb = 'Address and web';
export const consent = 'Consent';
export const dates = 'Dates';
export const moreGroup = 'More';
export const yourOwnColumns = 'Your own columns';

export const meNamed = (name: string) => `${name} (me)`;
export const inTheSheet = (problem: string) => `In the sheet: ${problem}`;
export const cellHoldsFormula = (formula: ComponentChild) => [
  'This cell holds the formula ',
  formula,
  '. Saving a value here would replace it.',
];
export const writeOverFormula = 'Write over the formula';

export const suggestions = 'Suggestions';
export const findKind = (tab: RecordTabKey) => `Find a ${kind(tab)}`;
export const noKindYet = (tab: RecordTabKey) => `No ${kind(tab)} yet. Type a name to create one.`;
export const createNamed = (tab: RecordTabKey, name: string) => `Create ${kind(tab)} “${name}”`;
export const kindNotCreated = (tab: RecordTabKey) => `The ${kind(tab)} could not be created.`;
export const notChosenYet = (typed: string, tab?: RecordTabKey) =>
  `“${typed}” is not chosen yet: pick a ${tab ? kind(tab) : 'record'} from the list, create it, or clear the field.`;

export const thisOrThatIsNeeded = (header: string) => `This or ${header} is needed.`;
export const neededForStageChosen = 'This is needed for the stage chosen.';
export const thingsToFix = (count: number) => (count === 1 ? 'One thing to fix' : `${count} things to fix`);
export const createItAndSave = 'Create it and save';

export const startOver = 'Start over';
export const filledInFromTyped = (fields: string) =>
  `Filled in from what you typed: ${fields}. Look it over, then save.`;
export const allHasValuesAlready = 'All that you typed has a value here already.';
export const leftAsItWas = (fields: string) =>
  `Left as it was: ${fields}. What you typed stays in the form for a new one.`;

export const mayBeThereAlready = (tab: RecordTabKey) => `This ${kind(tab)} may be there already`;
export const theSameEmail = 'the same email';
export const theSamePhone = 'the same phone number';
export const theSameDomain = 'the same domain';
export const nearlyTheSameName = 'the same or nearly the same name';
export const openThatInstead = 'Open that one instead';
export const openNamedInstead = (name: string) => `${openThatInstead}: ${name}`;

export const someoneChangedToo = (tab: RecordTabKey) => `Someone changed this ${kind(tab)} too`;
export const chooseWhichToKeep =
  'Nothing was written yet. Choose which value to keep; your other changes are saved with it.';
export const stillToChoose = (count: number) =>
  `${count === 1 ? 'One field is' : `${count} fields are`} still to choose.`;
export const saveMyChoices = 'Save my choices';
export const yours = 'Yours';
export const theirs = 'Theirs';
export const blank = 'blank';
export const justNow = 'just now';
export const valueBefore = (value: string) => `Before: ${value}`;

export const pasteSignature = 'Paste a signature';
export const signatureOrLine = 'Signature, or a line of a mail';
export const readHere = 'It is read here, in this window.';
export const whatItWasTakenFor = 'What it was taken for';
export const leftOverIntoNotes = 'Left over, into Notes';
export const fieldThereAlready = (header: string, name: string) => `${header} (${name}, there already)`;
export const fieldNew = (header: string) => `${header} (new)`;
export const fieldInsteadOf = (header: string, before: string) => `${header} instead of ${before}`;
export const reading = 'Reading…';
export const nothingReadable = 'Nothing in it looks like a name, an address or a number.';
export const fillIn = 'Fill in';
export const filledIn = (fields: string) => `Filled in: ${fields}. Look it over, then save.`;

export const historyOf = (name: string) => `History of ${name}`;
export const loadingHistory = 'Loading history';
export const noSuchChange = 'There is no such change.';
export const moreFurtherBack = 'Nothing so far. There is more, further back.';
export const entriesInAll = (count: number) => `${counted(count, 'entry', 'entries')} in all`;
export const looking = 'Looking…';
export const undoChangeOf = (count: number) => `Undo the change of ${records(count)}?`;
export const changedThemTogether = (who: string) =>
  `${who} changed them together. Each goes back to what it held before; what was changed since stays, and is listed afterwards.`;

export const filter = 'Filter';
export const who = 'Who';
export const everybody = 'Everybody';
export const theTab = 'Tab';

// How a change was made.
export const byTyping = 'typed in the sheet';
export const byTypingAgainstRole = 'typed in the sheet, against their role';
export const byHourlyRun = 'hourly run';
export const byHandingOver = 'handed over';
export const byMerging = 'merged';
export const bySidebar = 'sidebar';
export const byImport = 'import';
export const byUndo = 'undo';
export const byMail = 'mail';
export const bySetUp = 'set-up';

const changeOf = (when: string, who: string, what: string | undefined) =>
  `the change of ${when} by ${who}${what === undefined ? '' : `: ${what}`}`;
export const valuesOfChange = (...change: Parameters<typeof changeOf>) => `Values of ${changeOf(...change)}`;
export const undoOfChange = (...change: Parameters<typeof changeOf>) => `Undo ${changeOf(...change)}`;
export const undoRestOfChange = (...change: Parameters<typeof changeOf>) => `Undo rest of ${changeOf(...change)}`;
export const undoRest = 'Undo rest';
export const undoing = 'Undoing…';
export const undoingSoFar = (count: number) => `Undoing… ${records(count)} so far`;
/** On a button. */
export const undoingIt = 'Undoing…';
export const withOtherRecords = (count: number) => `with ${counted(count, 'other record')}`;
export const isUndone = 'Undone';
export const isUndoneInPart = 'Undone in part';
export const theValues = 'Values';
export const firstRecordsShown = (count: number) => `The first ${count} records are shown.`;
export const andMoreFields = (count: number) => `and ${counted(count, 'more field')}`;
export const became = 'became';

export const recordsPutBack = (count: number) => `${records(count)} put back.`;
export const nothingPutBack = 'Nothing was put back.';
export const andMoreLeftAlone = (count: number) => `… and ${numberText(count)} more.`;

export const putBackFieldOf = (header: string, name: string) => `Put back ${header} of ${name}`;
export const putBackField = (header: string) => `Put back ${header}?`;
export const fieldPutBack = (header: string) => `${header} put back.`;
export const changedInThisMoment = 'It was changed in this moment. Nothing was replaced yet.';
export const holdsNow = 'Holds now';
export const goesBackTo = 'Goes back to';
export const formulaWrittenOver = (formula: string) =>
  `The cell holds the formula ${formula}, which would be written over.`;

export const deletedRecords = 'Deleted records';
export const searchDeletedRecords = 'Search deleted records';
export const searchByName = 'Search by name …';
export const loadingDeletedRecords = 'Loading deleted records';
export const noDeletedRecordCalled = (query: string) => `No deleted record is called “${query}”.`;
export const noRecordDeleted = 'No record has been deleted.';
export const olderAreNotShown = 'Older ones are not shown. Search by name to find them.';
export const backByUndoingUndo = 'Records that went with an undone import come back by undoing that undo in History.';
export const namedIsBack = (tab: RecordTabKey, name: string) => `${kindTitle(tab)} “${name}” is back.`;
export const restore = 'Restore';
export const restoreNamed = (name: string) => `Restore ${name}`;
export const restoring = 'Restoring…';

export const room = 'Room';
export const roomInWorkbook = 'Room in this workbook';
export const countingCells = 'Counting cells';
export const shareUsed = (share: string) => `${share} used:`;
export const cellsUsed = (total: number, most: number) =>
  `${numberText(total)} of ${numberText(most)} cells, blank ones included. ${numberText(most - total)} are left.`;
export const cellsInUse = 'Cells in use';
export const hiddenTabsUse = (cells: number) =>
  `Rowbook’s own hidden tabs use ${numberText(cells)}. Rows and columns that nobody needs can be deleted to make room.`;

export const undoByPerson = 'Undo by person';
export const undoAllOfPerson = 'Undo all changes of a person';
export const whose = 'Whose';
export const sinceBeginningOf = 'Since the beginning of';
export const choosePersonAndDay = 'Choose a person and a day.';
export const lookingThroughHistory = 'Looking through History…';
export const showWhatWouldBeUndone = 'Show what would be undone';
export const nothingChangedSince = 'Nothing was changed by this person since then.';
export const changesWouldBeUndone = (changeSets: number, count: number) =>
  `${counted(changeSets, 'change')} of ${records(count)} would be undone.`;
export const changedByOthersStays =
  'What others changed since stays and is listed. You can take the undo back afterwards.';
export const undoRecords = (count: number) => `Undo ${records(count)}`;
export const takeUndoBack = 'Take this undo back';
export const takingUndoBack = 'Taking the undo back…';

// --- Board and report (sidebar/board, report) --------------------------------------------------------------------------------

export const readingTheDealsNow = 'Reading the deals…';
/** `sums`: what they come to, or ''. */
export const openDealsAndSums = (count: number, sums: string) => `${counted(count, 'open deal')}${sums && `, ${sums}`}`;
export const hiddenByTheFilters = (count: number) => `${counted(count, 'deal is', 'deals are')} hidden by the filters.`;
export const noOpenDeals = 'There are no open deals. Add one in the sidebar, or import them from a tab.';
export const noDealsYet = 'There are no deals yet. Add one in the sidebar, or import them from a tab.';
export const arrowKeysMoveDeals =
  'Arrow keys go from card to card. Alt and left or right moves the deal. Enter opens a menu: the deal itself, and the stages.';
/** The name of a card's menu. */
export const openOrMoveDeal = (deal: string) => `Open or move ${deal}`;
export const moveTo = (stage: string) => `Move to ${stage}`;
export const moveDealToStage = (deal: string, stage: string) => `Move “${deal}” to ${stage}`;
export const movedToStage = (deal: string, stage: string) => `Moved ${deal} to ${stage}.`;
export const dealIsInStage = (deal: string, stage: string) => `${deal} is in ${stage} now.`;
/** `stage` is '' where it has none. */
export const dealStaysIn = (deal: string, stage: string) => `${deal} stays in ${stage || 'no stage'}.`;
export const closesOnDay = (day: string) => `Closes ${day}`;
export const closedOnDay = (day: string) => `Closed ${day}`;
/** The next follow-up. */
export const nextOn = (day: string) => `Next ${day}`;
export const savingNow = 'Saving';
export const stalledBecause = 'Stalled:';
export const daysInStage = (count: number, limit: number) => `${days(count)} in stage, limit ${numberText(limit)}`;
export const daysPastCloseDate = (count: number) => `${days(count)} past close date`;
export const noNextStep = 'No next step';
export const noKnownStage = 'No known stage';
export const moveThemToStage = 'Blank, or not in Settings. Move them to a stage.';
export const noKnownAmount = 'no known amount';
export const weightedSum = (sum: string) => `weighted ${sum}`;
export const withoutKnownAmount = (count: number) => `${numberText(count)} without a known amount`;
export const lastDays = (count: number) => `Last ${numberText(count)} days`;
export const noDeals = 'No deals';
export const showMoreOf = (more: number, all: number) => `Show ${numberText(more)} more of ${numberText(all)}`;
export const thisMonth = 'This month';
export const nextMonth = 'Next month';
export const thisQuarter = 'This quarter';
/** When a deal is expected to close, or did. */
export const closes = 'Closes';
export const clear = 'Clear';
export const clearTheFilters = 'Clear the filters';
export const noDealFitsFilters = 'No deal fits these filters.';
export const dealsOfReport = (count: number, inWorkbook: number, day: string, currency: string) =>
  `${deals(count)}${count === inWorkbook ? '' : ` of ${numberText(inWorkbook)}`}, ${day}, amounts in ${currency}`;
export const notInEveryFigure = 'Not in every figure';
/** `linked` is the count, as a link. */
export const dealsLinked = (count: number, linked: ComponentChild) => [linked, count === 1 ? ' deal.' : ' deals.'];
export const newestAreShown = (count: number, shown: number) =>
  `${deals(count)}, the newest ${numberText(shown)} are shown`;
export const dealsBehind = (title: string) => `Deals: ${title}`;
// What stands under a figure; the number comes written.
export const openDealsBeside = (figure: string) => `${figure} open ${figure === '1' ? 'deal' : 'deals'}`;
export const withoutAmountBeside = (figure: string) => `${figure} without an amount`;
export const wonBeside = (figure: string) => `${figure} won`;
export const lostBeside = (figure: string) => `${figure} lost`;
export const medianBeside = (figure: string) => `${figure} median`;
export const allFiguresAndMeanings = 'All figures and what they mean';
export const allFigures = 'All figures';
export const figure = 'Figure';
export const value = 'Value';
export const meaning = 'Meaning';
export const fromDay = 'From';
export const toDay = 'To';
export const pageNeedsCloudFunction = 'A page to share needs the cloud function (see Settings).';
export const makingTheLink = 'Making the link…';
export const openThePage = 'Open the page';
export const openAsPage = 'Open as a page';
export const openByCloseDate = 'Open deals by close date';
export const noCloseDate = 'No close date';
/** Of a month. */
export const past = 'past';
export const month = 'Month';
export const bar = 'Bar';
export const unknown = 'Unknown';
export const unknownAmountsCount = 'Unknown: deals whose amount is blank. They count as deals, but not in the amount.';
export const weighted = 'Weighted';
export const byOwner = 'By owner';
/** Of deals: how many are neither won nor lost. */
export const stillOpen = 'Open';
export const won = 'Won';
export const wonValue = 'Won value';
export const lost = 'Lost';
export const averageWon = 'Average won';
export const showAllOwners = (count: number) => `Show all ${numberText(count)} owners`;

// --- Lists and settings (sidebar/lists, settings) ----------------------------------------------------------------------------

// The window of lists
export const readingLists = 'Reading the lists…';
export const savedLists = (count: number) => counted(count, 'saved list');
export const myLists = 'My lists';
export const noListsYet = 'None yet. Begin with an idea or a tab below.';
export const ofTheTeam = 'Of the team';
export const ideas = 'Ideas';
export const newListBegin = 'New list of';
export const newListOf = (tab: RecordTabKey) => `New list of ${tabOf(tab).title.toLowerCase()}`;
export const cannotBeRead = 'Cannot be read';
export const notSavedYet = 'Not saved';
export const shared = 'Shared';
export const withoutName = 'Without a name';
export const notHeardFrom = 'Not heard from in 30 days';
export const closingWithoutNextStep = 'Closing in 30 days without a next step';
export const customersWithoutOwner = 'Customers without an owner';

export const listCannotBeRead = 'This list cannot be read.';
export const putListRowRight = (row: number) =>
  `Put row ${row} of the tab Lists right, or delete it here and make the list anew. A column that was deleted comes back with its header.`;
export const listWasOvertaken =
  'Somebody changed or deleted this list meanwhile, so nothing was saved. Yours is still here: saving makes a new list of it.';

export const nameOfList = 'Name of the list';
export const giveListName = 'Give the list a name.';
export const putConditionRight = 'Not saved: put the marked condition right, or remove it.';
export const sharedWithTeam = 'Shared with the team';
export const saveAsMine = 'Save as mine';
export const saveAsNewList = 'Save as a new list';
export const deleteList = 'Delete list';
export const deletedList = (name: string) => `Deleted the list “${name}”.`;

export const conditions = 'Conditions';
export const showRecordsThatMeet = 'Show records that meet';
export const howConditionsAreJoined = 'How conditions are joined';
export const allOfThese = 'all of these';
export const anyOfThese = 'any of these';
export const noConditionYet = 'No condition yet: every record is shown.';
export const addCondition = 'Add a condition';
export const conditionNumber = (place: number) => `Condition ${place}`;
export const removeCondition = (place: number) => `Remove condition ${place}`;
export const conditionField = 'Field';
export const whatOfIt = 'What of it';
export const leftOutUntilThen = (problem: string) => `${problem} Until then this condition is left out.`;
export const valueFor = (header: string) => `Value for ${header}`;
/** After the number that a condition on days asks for. */
export const daysUnit = 'days';
export const me = 'Me';
export const removeChosen = (name: string) => `Remove ${name}`;
export const addThenEnter = 'Add, then Enter';
export const chooseOne = 'Choose …';
export const orAnother = 'or …';

// What a condition asks, to stand between the field and the value
export const isBlank = 'is blank';
export const isNotBlank = 'is not blank';
export const contains = 'contains';
export const doesNotContain = 'does not contain';
export const is = 'is';
export const isNot = 'is not';
export const isAnyOf = 'is any of';
export const isNoneOf = 'is none of';
export const hasAllOf = 'has all of';
export const isExactly = 'is exactly';
export const isAtLeast = 'is at least';
export const isAtMost = 'is at most';
export const isWithinLast = 'is within the last';
export const isNotWithinLast = 'is not within the last';
export const isWithinNext = 'is within the next';
export const isBefore = 'is before';
export const isOnOrAfter = 'is on or after';
export const isBeforeToday = 'is before today';
export const isTodayOrLater = 'is today or later';
export const isTicked = 'is ticked';
export const isNotTicked = 'is not ticked';
export const conditionSays = (header: string, operator: string) => `${header} ${operator}`;
export const conditionAsks = (header: string, operator: string, value: string) => `${header} ${operator} ${value}`;
export const conditionQuotes = (header: string, operator: string, text: string) => `${header} ${operator} “${text}”`;
export const conditionLists = (header: string, operator: string, names: readonly string[]) =>
  `${header} ${operator} ${names.join(', ')}`;
export const conditionDays = (header: string, operator: string, days: string) =>
  `${header} ${operator} ${days} ${days === '1' ? 'day' : 'days'}`;
export const meAmongOthers = 'me';
export const allConditions = (conditions: readonly string[]) => conditions.join(' and ');
export const anyCondition = (conditions: readonly string[]) => conditions.join(' or ');

export const foundOf = (count: number, tab: RecordTabKey, all: number) =>
  `${countOf(count, tab)} of ${numberText(all)}`;
export const foundSoFar = (count: number, tab: RecordTabKey, read: number, all: number) =>
  `${countOf(count, tab)} so far, reading ${numberText(read)} of ${numberText(all)}`;
export const listOfPerson = (name: string) => `${name}’s`;
export const readAgain = 'Read again';
export const readingTab = (tab: RecordTabKey) => `Reading the ${tabOf(tab).title.toLowerCase()}`;
export const noneInWorkbook = (tab: RecordTabKey) =>
  `There are no ${tabOf(tab).title.toLowerCase()} in this workbook yet.`;
export const noneMeetsConditions = (tab: RecordTabKey) => `No ${kind(tab)} meets these conditions.`;
export const noneSoFar = (tab: RecordTabKey) => `No ${kind(tab)} so far.`;
export const workThrough = 'Work through';
export const goOnWorkingThrough = 'Go on working through';
export const fromTheFirst = 'From the first';
export const changeSome = (count: number) => `Change ${numberText(count)}`;
export const changeAll = (count: number) => `Change all ${numberText(count)}`;
export const exportSome = (count: number) => `Export ${numberText(count)}`;
export const exportAll = 'Export all';
export const handedOverAsCsv = (count: number) => `${records(count)} handed over as a CSV file.`;
export const chosenCount = (count: number) => `${numberText(count)} chosen`;
export const chooseNone = 'None';

export const recordsOfList = 'Records of this list';
export const recordName = 'Name';
export const chooseAllOnPage = 'Choose all on this page';
export const chooseRecord = (name: string) => `Choose ${name}`;
export const previousPage = 'Previous page';
export const nextPage = 'Next page';
export const recordsShownOf = (from: number, to: number, count: number, tab: RecordTabKey) =>
  `${numberText(from)} to ${numberText(to)} of ${countOf(count, tab)}`;

export const recordsToWorkThrough = 'Records to work through';
export const backToList = 'Back to the list';
export const previous = 'Previous';
export const altArrowGoesNext = 'Alt and the right arrow goes to the next.';
export const seen = 'seen';

export const changeRecords = (count: number, tab: RecordTabKey) => `Change ${countOf(count, tab)}`;
export const whatToDo = 'What to do';
export const setField = (header: string) => `Set ${header}`;
export const addToField = (header: string) => `Add to ${header}`;
export const removeFromField = (header: string) => `Remove from ${header}`;
export const newValueOf = (header: string) => `New ${header}`;
export const leaveBlankToClear = 'Leave it blank to clear the field.';
export const chooseStage = 'Choose a stage.';
export const sayWhichWords = 'Say which words.';
export const mustNotBeBlank = (header: string) => `${header} must not be blank.`;
export const nothingToChange = 'Nothing to change: all of them hold this already.';
export const recordsNotYours = (count: number) =>
  `${numberText(count)} of them ${count === 1 ? 'is' : 'are'} not yours to change and will be left alone.`;
export const progress = 'Progress';
export const triedOf = (done: number, total: number) => `${numberText(done)} of ${numberText(total)} …`;
export const recordsChanged = (count: number) => `${records(count)} changed.`;
export const recordsChangedSoFar = (count: number, left: number) =>
  `${records(count)} changed, ${numberText(left)} still to do.`;
export const changedBeforeIsSaved = 'What was changed before is saved. You can go on with the rest.';
export const recordsLeftAsBefore = (count: number) => `${records(count)} left as before`;
export const andMoreKept = (count: number) => `And ${numberText(count)} more.`;
export const stopAfterStep = 'Stop after this step';
export const goOn = 'Go on';

// The window of settings
export const readingSettings = 'Reading the settings…';
export const settingWasOvertaken =
  'Somebody changed this meanwhile. What it holds now is shown behind this form; close it to begin from there.';
export const eachChangeSavedByItself = 'Each change is saved by itself.';
export const onlyAdminsChangeSettings =
  'Only admins change settings, so you can look but not save. Ask an admin of your team.';
export const sections = 'Sections';
export const savedNamed = (name: string) => `Saved “${name}”.`;
export const deletedNamed = (name: string) => `Deleted “${name}”.`;
export const savedSetting = (name: string) => `Saved ${name}.`;
export const rowNumber = (row: number) => `row ${row}`;
export const asTable = (title: string) => `${title}, as a table`;
export const deleteNamed = (name: string) => `Delete ${name}`;
export const noneYet = 'None yet.';
export const isMissing = (header: string) => `${header} is missing.`;

export const team = 'Team';
export const whatTeamDoes =
  'Who may use Rowbook, as what, and when their digest comes. Someone who leaves is switched off, so that their records keep their owner; hand them over in the sidebar.';
export const addPerson = 'Add a person';
export const newPerson = 'New person';
export const addedPerson = (name: string) => `Added the person “${name}”.`;
export const whatEmailDoes = 'Who signs in with this address is this person. Blank: no mail is sent.';
export const whatRolesMay =
  'Admins change everything; managers all records; reps what is theirs or nobody’s; viewers look. A new admin also needs the protected tabs: Data → Protect sheets and ranges in Google Sheets.';
export const reportsCanBeFiltered = 'Reports can be filtered by it.';
export const forPeopleToRead = 'For people to read; nothing goes by it yet.';
export const whatTimeZoneDoes = 'Like Europe/Paris: their today and their digest go by it. Blank: the workbook’s.';
export const whatDigestHourIs = '0 to 23, in their zone. Blank: 8.';
export const whatWorkingDaysAre = 'On other days no digest is sent. None ticked: Monday to Friday.';
export const active = 'Active';
export const whatActiveDoes = 'Off: may not use Rowbook and gets no mail. Their records stay theirs.';
export const firstDayBack = 'The first day back: no digest before it.';

export const pipelinesAndStages = 'Pipelines and stages';
export const whatStagesAre =
  'The stages that a deal goes through, in this order. They stand on the board, in forms and in the report.';
export const addStage = 'Add a stage';
export const newStage = 'New stage';
export const addedStage = (name: string) => `Added the stage “${name}”.`;
export const anotherNameBeginsPipeline = 'Another name than those there are begins a pipeline of its own.';
export const whatOutcomeDoes = 'A deal in a won or lost stage is closed; Lost asks for a reason.';
export const whatProbabilityDoes = 'Weighs a deal’s amount in the forecast, unless the deal has its own.';
export const whatStallDaysDo = 'A deal that stays longer is marked as stalled. Blank: never.';
export const stageWouldChangeUnderDeals = (count: number, name: string) =>
  `${deals(count)} ${count === 1 ? 'stands' : 'stand'} in ${name}. Move them to another stage first: pipeline and outcome would change under them.`;
export const moveDealsFirst = (count: number, name: string) =>
  `${deals(count)} ${count === 1 ? 'stands' : 'stand'} in ${name}. Move them to another stage first.`;
export const rename = 'Rename';
export const renameTo = (name: string, next: string) => `Rename ${name} to ${next}?`;
export const dealsWillBeCarriedOver = (count: number, name: string) =>
  `${deals(count)} ${count === 1 ? 'stands' : 'stand'} in it and will be carried over. How long they have been in the stage stays. Saved lists that ask for ${name} will ask for the new name.`;
export const nothingWasRenamed = 'Nothing was renamed.';
export const carryingOver = (count: number) => `Carrying over ${deals(count)} …`;
export const carriedOver = (done: number, count: number) => `Carried over ${numberText(done)} of ${deals(count)} …`;
export const listsKeepOldName = (name: string) =>
  `Lists was changed meanwhile, so saved lists still ask for ${name}. Try again.`;
export const couldNotCarryOver = (count: number, name: string) =>
  `${deals(count)} could not be carried over, so ${name} is still there, at the end. Move them, then delete it.`;
export const isCalledNow = (name: string, next: string, count: number) =>
  `${name} is called ${next} now${count > 0 ? `, with ${deals(count)}` : ''}.`;
export const deletedStage = (name: string) => `Deleted ${name}.`;
export const movedStage = (name: string) => `Moved ${name}.`;
export const moveUp = (name: string) => `Move ${name} up`;
export const moveDown = (name: string) => `Move ${name} down`;

export const remindersAndHolidays = 'Reminders and holidays';
export const automation = 'Automation';
export const whatAutomationDoes = 'Off: no digest is sent to anybody. A copied workbook begins with it off.';
export const automationOn = 'On';
export const automationOff = 'Off';
export const daysStandInTeam =
  'Each person’s digest hour, working days and days away stand with them in Team. On a holiday nobody gets a digest.';
export const holidays = 'Holidays';
export const whatHolidaysAre = 'Days on which no digest is sent to anybody.';
export const addHoliday = 'Add a holiday';
export const newHoliday = 'New holiday';
export const addedHoliday = (name: string) => `Added the holiday “${name}”.`;
export const noDigestOnIt = 'No digest is sent on it, to anybody.';
export const called = 'Called';

export const currency = 'Currency';
export const workbookCurrency = 'Workbook currency';
export const whatWorkbookCurrencyDoes =
  'Amounts without a currency are in it, and all sums are told in it. Three letters, like EUR.';
export const threeLetters = 'Three letters, like EUR.';
export const otherCurrencies = 'Other currencies';
export const whatRatesAre =
  'An amount in a currency without a rate for its day is counted beside the sums, never in them.';
export const addRate = 'Add a rate';
export const newRate = 'New rate';
export const addedRate = (name: string) => `Added the rate “${name}”.`;
export const rate = 'Rate';
export const whatRateIs = 'What one of it is worth in the workbook’s currency, like 1.08.';
export const rateFrom = 'From';
export const latestRateCounts = 'Blank: always. Of several the latest that has begun counts.';

export const rolesInGrid = 'Roles in the grid';
export const changesAgainstRole = 'Grid changes against a role';
export const whatBecomesOfThem = 'What becomes of a change typed in the grid that its author’s role does not allow.';
export const itStays = 'It stays, and managers see it listed';
export const itIsPutBack = 'It is put back at once';

export const cloudFunction = 'Cloud function';
export const functionAddress = 'Address of the cloud function';
export const whatFunctionDoes =
  'Checks across users, report pages and links come from it; without one everything else works. Blank: none.';
export const addressBeginsWithHttps = 'An address that begins with https://.';
export const addressesOfScript = (command: ComponentChild) => [
  'Apps Script reaches only addresses that the add-on was pushed with. After a change, whoever keeps the script runs ',
  command,
  '; until then saves go on without the function.',
];

export const rules = 'Rules';
export const whatRulesAre =
  'What is to happen by itself: when something comes about in a record, then a task, a mail or a change follows.';
export const noRuleRunsYet = 'No rule runs yet in this version. What is entered here is kept in the tab Rules.';
export const addRule = 'Add a rule';
export const newRule = 'New rule';
export const addedRule = (name: string) => `Added the rule “${name}”.`;
export const whenLike = 'Like “deal enters stage”, “deal without touch” or “ticket without answer”.';
export const valueOfRule = 'Which stage, source or status is meant, where one is.';
export const daysOfRule = 'How many days must have passed, where it waits.';
export const thenLike = 'Like “task for the owner”, “mail from template” or “notify the manager”.';
export const textOfRule = 'The task’s title, or the template’s name.';
export const whetherRuleCounts = 'Switched off, it is kept and does nothing.';
export const templates = 'Templates';
export const whatTemplatesAre = 'Subjects and texts of mails, by name and language.';
export const noMailFromTemplatesYet =
  'No mail is written from a template yet in this version: the digest has its own words. What is entered here is kept in the tab Templates.';
export const addTemplate = 'Add a template';
export const newTemplate = 'New template';
export const addedTemplate = (name: string) => `Added the template “${name}”.`;
export const templateIsChosenByName = 'Rules choose it by this name.';
export const languageOfTemplate = 'Two letters, like en or de. Blank: for everybody.';
export const whetherTemplateCounts = 'Switched off, it is kept and not used.';

// --- Duplicates (sidebar/duplicates) ----------------------------------------------------------------------------------------

export const lookingForDuplicates = 'Looking for duplicates';
export const whichDuplicates = 'Duplicates among';
/** A kind of records, and how many pairs of it there are. */
export const titleAndPairs = (title: string, count: number) => `${title} (${numberText(count)})`;
export const readSoFar = (done: number, count: number, tab: RecordTabKey) =>
  `Reading: ${numberText(done)} of ${countOf(count, tab)} …`;
export const comparingAll = (count: number, tab: RecordTabKey) => `Comparing ${countOf(count, tab)} …`;
export const pairsFound = (pairs: number, count: number, tab: RecordTabKey) =>
  `${counted(pairs, 'pair')} that may be one, among ${countOf(count, tab)}.`;
export const noDuplicatesAmong = (count: number, tab: RecordTabKey) => `No duplicates among ${countOf(count, tab)}.`;
export const pairsLikelyFirst = 'Pairs, the surest first';
export const filterByName = 'Filter by name';
export const noPairNamed = (query: string) => `No pair has “${query}” in a name.`;
export const bothNames = (one: string, other: string) => `${one} and ${other}`;

export const almostCertain = 'almost certain';
export const maybe = 'maybe';
export const whyPaired = 'Why they may be one';
/** What two records have in common; their values follow. `same`: both hold it alike. */
export const reasonKinds = {
  email: 'Same email',
  nearEmail: 'Email alike',
  phone: 'Same phone',
  name: 'Same name',
  swappedName: 'First and last name swapped',
  nickname: 'Short form of the name',
  initial: 'Initial for the name',
  nearName: 'Name alike',
  company: 'Same company',
  domain: 'Same domain',
  address: 'Same street',
  amount: 'Same amount',
  date: 'Same day',
};
export const nearAmount = 'Amount alike';
export const nearDay = 'Days near each other';
export const reasonAndValues = (reason: string, values: string) => `${reason}: ${values}`;

export const compare = 'Compare';
export const comparePair = (one: string, other: string) => `Compare ${one} and ${other}`;
export const notDuplicates = 'Not a duplicate';
export const pairIsNone = (one: string, other: string) => `Not a duplicate: ${one} and ${other}`;
export const rememberedAsTwo = (one: string, other: string) => `${one} and ${other} are remembered as two.`;
export const saidToBeTwo = (count: number) => `Said not to be duplicates (${numberText(count)})`;
export const takeBack = 'Take back';
export const takeBackPair = (one: string, other: string) => `Take back: ${one} and ${other}`;
export const tookBackPair = (one: string, other: string) => `${one} and ${other} may be one again.`;

export const readingBoth = 'Reading both records';
export const isPartOf = (id: string, name: string) => `Somebody merged ${id} into ${name} meanwhile.`;
export const isDeleted = (id: string) => `${id} is not in the workbook any more. Someone may have deleted it.`;
export const whichStays = 'Which one stays';
export const filledFields = (count: number) => `${counted(count, 'field')} filled`;
export const createdOn = (day: string) => `created ${day}`;
export const lastContactOn = (day: string) => `last contact ${day}`;
/** `kinds`: how many records of each kind, together `count`. */
export const movesTo = (kinds: readonly string[], count: number, name: string) =>
  `${listed(kinds)} ${count === 1 ? 'moves' : 'move'} to ${name}.`;
export const nothingMoves = (name: string) => `Nothing belongs to ${name} that would have to move.`;
export const whatDiffers = (count: number) => `What differs (${numberText(count)})`;
export const nothingDiffers = 'Both hold the same in every field.';
export const sameInBoth = (count: number) => `The same in both (${numberText(count)})`;
export const bothTogether = 'Both together';
export const keptAsWell = 'Kept as well';
export const merge = 'Merge';
export const merging = 'Merging…';
export const stillToMove = (count: number) => `${records(count)} still to be moved …`;
export const mergedInto = (gone: string, kept: string) => `${gone} merged into ${kept}.`;
export const changedSinceLook = (name: string) =>
  `${name} was changed meanwhile, so nothing was merged. You see what it holds now; what you chose still stands. Look again, then merge.`;
export const cannotBeMerged = 'Nothing was merged. Choose another value for these, or put them right in the record:';
export const mergeStoppedHere = 'Some of it has moved already. Go on, or go back and undo it.';
export const mergeStopped = (gone: string, kept: string) => `${gone} is only partly merged into ${kept}.`;

// --- Import (sidebar/import) -------------------------------------------------------------------------------------------------

/** Heading of the first step: the list may come from elsewhere than a tab. */
export const chooseTab = 'Choose a list';
export const matchColumns = 'Match columns';
export const matchValues = 'Match values';
export const checkAndImport = 'Check and import';
/** The step that imports. */
export const importStep = 'Import';
/** On the button that starts it. */
export const importNow = 'Import';
export const importRows = (count: number) => `Import ${rows(count)}`;
export const fromTab = (title: string) => `from “${title}”`;
export const steps = 'Steps';
export const checkingTheRows = 'Checking the rows';
export const checkingTheRowsNow = 'Checking the rows…';
export const readingTheTab = 'Reading the tab';
export const readingTheTabNow = 'Reading the tab…';
export const stillToDecide = (count: number) => `${numberText(count)} still to decide`;
export const thingsToSettle = (count: number) => `${numberText(count)} things to settle first`;
export const everyRowIsLeftOut = 'Nothing to import: every row is left out.';
export const everyRowIsHere = 'Nothing to import: every row is here already.';
export const importCannotStartYet = 'The import cannot start yet';
export const goodToKnow = 'Good to know';
export const newRecords = (count: ComponentChild) => [count, ' new'];
export const updatedRecords = (count: number) => `${numberText(count)} updated`;
export const hereAlready = (count: number) => `${numberText(count)} here already`;
export const problemsLeaveRowsOut = (count: number) => `${counted(count, 'problem')}: these rows are left out`;
export const row = 'Row';
export const whatIsWrong = 'What is wrong';
export const firstOfAllAreShown = (shown: number, all: number) =>
  `The first ${numberText(shown)} of ${numberText(all)} are shown.`;
/** Before the choice of a kind of record. */
export const eachRowIs = (count: number) => `${rows(count)}. Each row is a`;
export const column = 'Column';
export const goesTo = 'Goes to';
export const howSure = 'How sure';
/** In the place of a header. */
export const columnNumber = (number: number) => `Column ${number}`;
export const newColumn = (header: string) => `New column “${header}”`;
export const whereColumnGoes = (header: string) => `Where ${header} goes`;
export const leaveOut = 'Leave out';
export const leftOut = 'left out';
export const sure = 'sure';
export const likely = 'likely';
export const guess = 'guess';
export const teamMembers = (count: number) => counted(count, 'team member');
export const undecidedWords = (count: number) =>
  `${count === 1 ? 'One word is' : `${numberText(count)} words are`} not decided yet: say what each becomes.`;
export const everyWordHasPlace = 'Every word has its place. Change one where it should go elsewhere.';
/** Behind a field's header: "Stage", then this. */
export const ofRecords = (tab: RecordTabKey) => `of ${tabOf(tab).title.toLowerCase()}`;
export const takeSuggestions = (count: number) =>
  `Use the ${count === 1 ? 'suggestion' : `${numberText(count)} suggestions`}`;
export const inYourTab = 'In your tab';
export const rowsWithValue = 'Rows';
export const becomes = 'Becomes';
export const valueBecomes = (header: string, from: string) => `${header}: ${from} becomes`;
export const choose = 'Choose…';
export const leaveBlank = 'Leave blank';
export const leaveRowsOut = (count: number) => (count === 1 ? 'Leave this row out' : 'Leave these rows out');
export const takeValue = (value: string) => `Use ${value}`;
export const asLastTime = 'as last time';
export const readingTheTabs = 'Reading the workbook’s tabs';
export const oldListStays =
  'Your old list stays as it is: Rowbook copies its rows into Contacts, Companies and Deals, and you can undo it.';
export const importStoppedMidway = 'An import stopped midway. Choose its tab to go on where it was.';
export const noTabToImport = 'There is no tab to import from yet. Choose a CSV file or paste your list: see above.';
/** Before the three sources: a tab, a file, the clipboard. */
export const whereListIs = 'Where is the list?';
export const fromTheWorkbook = 'A tab of this workbook';
export const fromFile = 'A CSV file';
export const fromClipboard = 'Paste';
export const dropFileHere = 'Drop a CSV file anywhere on this window, or choose it.';
export const chooseFile = 'Choose a file';
export const chooseAnotherFile = 'Choose another file';
export const whichFilesWork =
  'Any separator and encoding; up to 20 MB. An Excel file is opened in Google Sheets first, then its tab is chosen here.';
export const letGoToRead = 'Let go to read the file';
export const pasteRowsHere = 'Paste the rows here';
export const howToPaste =
  'Select the rows in the other spreadsheet, column headings included, copy them, and paste them here with Ctrl+V (⌘V on a Mac).';
export const readPastedRows = 'Read these rows';
export const pasteOtherRows = 'Paste something else';
export const pastedList = 'Pasted list';
export const readingTheFile = 'Reading the file…';
export const pleaseOneFile = 'One file at a time, please: drop or choose a single one.';
export const fileCannotBeRead = (name: string) =>
  `“${name}” cannot be read. It may have been moved or opened by another program; choose it again.`;
export const fileIsEmpty = (name: string) => `“${name}” is empty. Choose the file that holds the list.`;
export const fileIsTooLarge = (name: string, size: string, most: string) =>
  `“${name}” has ${size} MB; up to ${most} MB work here. Split it into several files, or open it in Google Sheets (File → Import in the sheet’s menu) and choose its tab.`;
export const fileIsWorkbook = (name: string) =>
  `“${name}” is a workbook of Excel or another program, not a CSV file. Open it in Google Sheets first (File → Import in the sheet’s menu), then choose its tab here. Or save it as CSV in that program.`;
export const fileIsNoText = (name: string) =>
  `“${name}” is no text, so it cannot be a CSV file. In the program it comes from, export the list as CSV.`;
export const nothingToRead = 'There is nothing in what you pasted. Copy the rows again, column headings included.';
export const pastedTooMuch = (most: string) =>
  `That is more than ${most} MB of text. Paste it in several parts, or save it as a CSV file.`;
export const cellTooLong = (cell: string, length: number) =>
  `Cell ${cell} has ${numberText(length)} characters, and Google Sheets takes 50,000 in a cell. Shorten it, or check whether a quote is missing before it.`;
export const listTooWide = (count: number) =>
  `The list has ${columns(count)}, and Google Sheets takes 18,278. Another separator may be the right one.`;
export const quoteStaysOpen = (row: number) =>
  `The quote in row ${numberText(row)} is never closed, so all that follows has become one cell. Look there in the file before you go on.`;
export const whatWasRead = 'What was read';
export const rowsAndColumns = (rowCount: number, columnCount: number) => `${rows(rowCount)}, ${columns(columnCount)}`;
export const firstRowsOf = (name: string) => `First rows of ${name}`;
export const separatedBy = 'Separated by';
export const separatorNames: { readonly [separator: string]: string } = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
};
export const nameOfNewTab = 'Name of the new tab';
export const listBecomesTab =
  'The list goes into a new tab of this workbook first, as plain text, and is imported from there. The tab stays; you may delete it after the import.';
export const fillingTab = (title: string) => `Filling the tab “${title}”`;
export const makingTab = 'Making the new tab…';
export const rowsArrived = 'Rows in the new tab';
export const stopFillingTab = 'Stop';
export const stoppingFilling = 'Stopping…';
export const whenStoppedTabGoes = 'If you stop, the new tab is removed again.';
export const tabWasRemoved = 'Stopped. The new tab was removed again; nothing was imported.';
export const fillingStopped = 'The new tab is not whole yet. Go on where it stopped, or stop for good.';
export const notWhole = 'Not whole';
export const arrivedSoFar = (count: number, all: number) =>
  `${numberText(count)} of ${rows(all)} are there. Choose or paste the same list again to go on, or remove the tab.`;
export const tabsNotWhole = 'Tabs that are not whole';
export const removeTab = 'Remove';
export const removeTabCalled = (title: string) => `Remove the tab ${title}`;
/** `program`: HubSpot. */
export const looksLikeExport = (program: string) => `This looks like a ${program} export.`;
export const tabsToImportFrom = 'Tabs to import from';
export const rowbooksOwnTabs = 'Rowbook’s own tabs';
export const stoppedMidway = 'Stopped midway';
export const emptyTab = 'Empty';
/** `last`: the last row that holds anything. */
export const filledTo = (last: number, columnCount: number) =>
  `${last === 1 ? 'Row 1 only' : `Filled down to row ${numberText(last)}`}, ${columns(columnCount)}`;
export const importing = (what: string) => `Importing: ${what}`;
export const starting = 'Starting…';
export const stopped = 'Stopped';
export const rowsDone = (count: number, all: number) => `${numberText(count)} of ${rows(all)}`;
export const rowsImported = 'Rows imported';
export const importGoesOnByItself =
  'You can close this window. What is written stays whole, and the import goes on by itself with the next hourly run, or as soon as you open this window again and choose the tab.';
export const writtenSoFarIsWhole = 'What is written so far is whole. Go on where it stopped; no row is imported twice.';
export const continueTheImport = 'Continue the import';
export const imported = 'Imported.';
/** `what`: the records that were made, '' for none. */
export const importedWhat = (what: string, skipped: number) =>
  `${what || 'Nothing new: every row was here already'}${skipped > 0 ? `; ${rows(skipped)} left out` : ''}.`;
export const openThePipelineReport = 'Open the pipeline report';
export const undoTheImport = 'Undo the import';
export const importAgain = 'Import again';
export const undoingCount = (count: number) => `Undoing… ${numberText(count)} so far`;
export const recordsTakenBack = 'Records taken back';
export const restStaysForNow =
  'If you close this window, the rest stays for now. You find it under “Earlier imports” to go on.';
export const importWasUndone = 'The import was undone.';
export const takenBack = (count: number, stayed: number) =>
  `${records(count)} taken back.${stayed > 0 ? ` ${counted(stayed, 'other')} stayed: see below.` : ''}`;
export const whatStayed = 'What stayed';
export const record = 'Record';
export const whyItStayed = 'Why it stayed';
export const earlierImports = 'Earlier imports';
export const undoThisImport = 'Undo this import';
export const undoThisImportOf = (title: string) => `Undo this import of ${title}`;
export const undoImportOf = (title: string) => `Undo the import of “${title}”?`;
export const newRecordsAreTakenOut = 'New records are taken out again, and changed ones get their values back.';
export const recordsAreTakenOut = 'These records are taken out again.';
export const whatChangedSinceStays =
  'What somebody has changed since, or what other records refer to, stays and is listed. So do people in Team.';
export const importedOn = (moment: string, who: string, what: string) => `Imported on ${moment} by ${who}: ${what}.`;
export const undoneOn = (moment: string, who: string) => `Undone on ${moment} by ${who}.`;
/** `what`: "3 deals, 1 contact". */
export const changedRecords = (what: string) => `${what} changed`;

// --- Parts of the interface, formats, failures (sidebar/ui, sidebar/*.ts) ----------------------------------------------------

export const dismiss = 'Dismiss';
export const showAll = 'Show all';
export const showLess = 'Show less';
export const showAllOf = (what: string) => `Show all of ${what}`;
export const showLessOf = (what: string) => `Show less of ${what}`;

export const someoneIsWriting =
  'Someone else’s change is being written right now. Nothing of yours is lost: try again in a few seconds.';
export const recordIsGone = 'This record is no longer in the workbook. Someone may have deleted it.';
export const functionDoesNotAnswer = 'The cloud function does not answer. Everything else works without it.';
export const answerDidNotArrive = 'The answer did not arrive. Nothing is lost: try again.';
export const googleRefusedTheCall =
  'Google refused the call. This happens when you are signed in to several Google accounts: open the workbook in a window with only the account that may edit it (a private window, or a browser profile of its own), then try again.';
export const rowbookNeedsPermission =
  'Rowbook needs your permission first. Choose Rowbook → Open sidebar in the menu and accept, then try again.';
export const tookTooLong =
  'This took longer than Google allows. Nothing is half done: try again, it may well go through.';
export const googleLimitsUse =
  'Google is limiting how often this workbook may be used right now. Wait a minute and try again.';
export const noConnection = 'No connection to Google. Check your network and try again.';
export const partIsProtected = 'This part of the sheet is protected, and your account may not change it. Ask an admin.';
export const somethingUnexpected = 'Something unexpected happened in this window. Close it and open it again.';
export const itDidNotWork = (code: string) => `It did not work (${code}).`;
export const noReasonWasGiven = 'no reason was given';
/** `reason` ends as a sentence does. */
export const callDidNotGoThrough = (reason: string) => `The call did not go through: ${reason} Try again.`;

export const thisIsNeeded = 'This is needed.';
export const isNoEmail = (value: string) => `“${value}” is not an email address. Write it like ann@example.com`;
export const isNoPhone = (value: string) => `“${value}” is not a phone number. Write it like +49 30 1234567`;
export const isNoNumber = (value: string) => `“${value}” is not a number. Write it like 1,250.50`;
export const isNoDate = (value: string) => `“${value}” is not a date. Write it like 2026-11-23`;
export const isNoChoice = (value: string, choices: string) => `“${value}” is none of the choices: ${choices}`;
export const isNotInWorkbook = (value: string) =>
  `“${value}” is not in the workbook. Choose one from the list or create it.`;
export const otherHasIt = (other: string, value: string) =>
  `${other} has “${value}” already. Open that record instead, or use another.`;

export const stillWorking = 'Still working. Google Sheets can take a few seconds.';
export const stillWaiting = 'Still waiting for Google. You can leave this open: nothing is lost.';

// --- The window for taking the data along, and for leaving (sidebar/export) ---------------------------------------------------

export const readingRecords = 'Reading the records…';
export const recordsInAll = (count: number) => `${records(count)} in all`;
export const takeDataAlong = 'Take the data along';
export const filesFor = 'Files for';
export const plainCsv = 'Plain CSV';
export const aboutFilesFor = {
  plain:
    'A file for each tab, with all its columns under their own headers. Any program can read them, and Rowbook can import them again.',
  hubspot:
    'Headers that HubSpot knows. Import the companies first, then contacts, deals, notes and tasks: each names what it belongs to by domain, address or name.',
  pipedrive:
    'Headers as in Pipedrive’s own exports. Import organizations first, then people, deals and activities: each names what it belongs to.',
};
export const nothingToExport = 'There is no record to export yet.';
export const rowsInFile = (count: number) => counted(count, 'row');
export const download = 'Download';
export const isInDownloads = (file: string) => `“${file}” is among your downloads.`;
export const removeRowbook = 'Remove Rowbook';
export const removeRowbookAsk = 'Remove Rowbook…';
export const removeRowbookNow = 'Remove Rowbook from this workbook?';
export const whatStaysAfterRemoval =
  'Your tabs stay as they are, with every record, its ID, columns of your own, formulas and formats; Team, Settings and History stay as plain tabs.';
export const whatGoesWithRemoval =
  'What Rowbook put around them goes: reminders and everything else that runs by itself, protected tabs, the hidden tabs. With those goes the way back: no change can be undone any more, and older History that was packed is gone.';
export const onlyAdminsRemove = 'Only admins remove Rowbook. Ask an admin of your team.';
export const removalCannotBeUndone =
  'This cannot be undone. Reminders stop at once. You can set Rowbook up again later on the same tabs, but History from before cannot be undone then.';
export const removingRowbook = 'Removing Rowbook…';
export const rowbookIsRemoved = 'Rowbook is removed from this workbook.';
export const whatToDoAfterRemoval =
  'Your tabs are plain tabs now. To take the menu away as well, delete the script: Extensions → Apps Script.';
export const triggersAreLeft = (who: string) =>
  `The triggers that ${who} installed stay until they remove them (Extensions → Apps Script → Triggers). They find nothing to do.`;
