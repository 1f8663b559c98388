// Alle Wörter der Fenster auf Deutsch: dieselben Namen wie in en.ts. Menüpunkte von Rowbook und Blätter heißen überall englisch.
import type { ComponentChild } from 'preact';
import type { RecordTabKey } from '../../src/domain/schema';
import { numberText } from '../numbers';

export const language = 'de';

const labels: { readonly [header: string]: string } = {};

export const label = (header: string): string => labels[header] ?? header;

export { told } from '../told';

export const served: { readonly [english: string]: string } = {};

const counted = (count: number, one: string, many: string) => `${numberText(count)} ${count === 1 ? one : many}`;

type Gender = 'm' | 'f' | 'n';

const kinds: { readonly [tab in RecordTabKey]: readonly [one: string, many: string, gender: Gender] } = {
  contacts: ['Kontakt', 'Kontakte', 'm'],
  companies: ['Firma', 'Firmen', 'f'],
  deals: ['Deal', 'Deals', 'm'],
  interactions: ['Interaktion', 'Interaktionen', 'f'],
  tasks: ['Aufgabe', 'Aufgaben', 'f'],
  tickets: ['Ticket', 'Tickets', 'n'],
  products: ['Produkt', 'Produkte', 'n'],
};

/** Der Ausgang oder Artikel, der zum Geschlecht eines Datensatzes passt. */
const by = (tab: RecordTabKey, m: string, f: string, n: string) => ({ m, f, n })[kinds[tab][2]];

// --- Everywhere -----------------------------------------------------------------------------------------------------------

export const kind = (tab: RecordTabKey) => kinds[tab][0];
export const kindTitle = kind;
export const countOf = (count: number, tab: RecordTabKey) => counted(count, kinds[tab][0], kinds[tab][1]);
export const newKind = (tab: RecordTabKey) => `${by(tab, 'Neuer', 'Neue', 'Neues')} ${kind(tab)}`;
export const editKind = (tab: RecordTabKey) => `${kind(tab)} bearbeiten`;
export const loadingKind = (tab: RecordTabKey) => `${kind(tab)} wird geladen`;
export const records = (count: number) => counted(count, 'Datensatz', 'Datensätze');
export const deals = (count: number) => counted(count, 'Deal', 'Deals');
export const rows = (count: number) => counted(count, 'Zeile', 'Zeilen');
export const columns = (count: number) => counted(count, 'Spalte', 'Spalten');
export const changes = (count: number) => counted(count, 'Änderung', 'Änderungen');
export const values = (count: number) => counted(count, 'Wert', 'Werte');
export const days = (count: number) => counted(count, 'Tag', 'Tage');
export const andOthers = (count: number) => `und ${counted(count, 'weiterer', 'weitere')}`;

export const back = 'Zurück';
export const cancel = 'Abbrechen';
export const close = 'Schließen';
export const done = 'Erledigt';
export const next = 'Weiter';
export const no = 'Nein';
export const noOwner = 'Niemand zuständig';
export const notSaved = 'Nicht gespeichert.';
export const open = 'Öffnen';
export const putBack = 'Zurücksetzen';
export const save = 'Speichern';
export const saving = 'Wird gespeichert…';
export const tryAgain = 'Noch einmal versuchen';
export const typedIsStillHere = 'Was Sie eingegeben haben, ist noch da.';
export const undo = 'Rückgängig';
export const undone = 'Rückgängig gemacht.';
export const undoingSoFar = (count: number) => `Wird rückgängig gemacht… bisher ${records(count)}`;
export const yes = 'Ja';

// --- Shell, find, home, needs attention, grid changes, handing over (sidebar/app, find, entries, screens) --------------------

export const pipelineBoard = 'Pipeline-Board';
export const pipelineReport = 'Pipeline-Bericht';
export const importFromTab = 'Aus einem Blatt importieren';
export const lists = 'Listen';
export const settings = 'Einstellungen';
export const all = 'Alle';
export const loading = 'Wird geladen';
export const search = 'Suchen';
export const showMore = 'Mehr anzeigen';
export const searchResults = 'Suchergebnisse';
export const searching = 'Es wird gesucht';
export const results = 'Ergebnisse';
export const searchIn = 'Suchen in';
export const quickSearchNotLoaded =
  'Die schnelle Suche konnte nicht geladen werden; solange fragt jede Suche den Server.';
export const nothingHereYet = 'Hier ist noch nichts.';
export const logCall = 'Anruf festhalten';
export const quickAdd = 'Schnell erfassen';
export const noneIsInWorkbook = 'Davon ist nichts mehr in der Tabelle.';
export const openingRowbook = 'Rowbook wird geöffnet';
export const resultCount = (count: number) => counted(count, 'Ergebnis', 'Ergebnisse');
export const stillLoadingSearch = (count: number) =>
  `Für eine schnellere Suche wird noch geladen: bisher ${records(count)}.`;
export const shownOf = (shown: number, total: number) => `${numberText(shown)} von ${numberText(total)}`;
export const rangeOf = (from: number, to: number, total: number) => `${numberText(from)}–${shownOf(to, total)}`;
export const nothingFoundFor = (query: string) => `Nichts gefunden für „${query}“.`;
export const newKindNamed = (tab: RecordTabKey, name: string) => `${newKind(tab)} „${name}“`;
export const allOfKind = (tab: RecordTabKey) => `Alle ${kinds[tab][1]}`;

export const followSelectedRow = 'Der gewählten Zeile folgen';
export const followingSelectedRow = 'Folgt der gewählten Zeile';
export const rowIsNotFollowed = 'Der gewählten Zeile wird nicht mehr gefolgt.';
export const stop = 'Beenden';
export const on = 'an';
export const off = 'aus';
export const leaveWithoutSaving = 'Verlassen, ohne zu speichern?';
export const discardChanges = 'Änderungen verwerfen';
export const keepEditing = 'Weiter bearbeiten';
export const typedIsNotSaved = 'Was Sie eingegeben haben, ist noch nicht gespeichert.';
export const backToIt = 'Dorthin zurück';
export const changedMeanwhile = 'Inzwischen geändert.';
export const someoneChangedSameField = 'Jemand hat inzwischen dasselbe Feld geändert.';
export const notSavedBecause = (reason: string) => `Nicht gespeichert: ${reason}`;
export const linkCopied = 'Link kopiert.';
export const copyThisLink = (link: string) => `Kopieren Sie diesen Link: ${link}`;
export const editField = (header: string) => `${header} bearbeiten`;
export const fieldSaved = (header: string) => `${header} gespeichert.`;
export const theValue = 'Wert';

export const changedSince = 'seither geändert';
export const deletedSince = 'seither gelöscht';
export const restoredAlready = 'schon wiederhergestellt';
export const whoseColumnIsMissing = 'Spalte fehlt';
export const underMergedCells = 'unter verbundenen Zellen';
export const othersReferTo = 'andere verweisen darauf';
export const notYoursToChange = 'für Sie gesperrt';
export const wasLeftAlone = 'unverändert gelassen';
export const countAndWhy = (count: string, why: string) => `${count} (${why})`;
export const nothingLeftToUndo = 'Es war nichts mehr rückgängig zu machen.';
export const undoneExcept = (kept: string) => `Rückgängig gemacht bis auf ${kept}.`;
export const nothingUndoneBecause = (kept: string) => `Nichts wurde rückgängig gemacht: ${kept}.`;
export const fieldNotUndone = (header: string, reason: string) =>
  `Nichts wurde rückgängig gemacht. ${header}: ${reason}`;
export const recordNotUndone = (reason: string) => `Nichts wurde rückgängig gemacht. ${reason}`;

export const searchContactsDeals = 'Kontakte, Deals … suchen';
export const clearSearch = 'Suche leeren';
export const lookAndRepair = 'Ansehen und beheben';
export const settingUp = 'Wird eingerichtet…';
export const runSetUpAgain = 'Noch einmal einrichten';
export const loadingRecords = 'Datensätze werden geladen';
export const recent = 'Zuletzt geöffnet';
export const newest = 'Neueste';
export const more = 'Mehr';
export const history = 'Verlauf';
export const wideWindowsOnComputer =
  'Board, Bericht und Import brauchen ein breites Fenster: Am Computer finden Sie sie in der Tabelle im Menü „Rowbook“.';
export const thingsCannotBeRight = (count: number) =>
  `${counted(count, 'Angabe', 'Angaben')} in der Tabelle ${count === 1 ? 'kann' : 'können'} nicht stimmen.`;
export const linkLeadsToNoRecord = 'Dieser Link führt zu keinem Datensatz';
export const linkMayBeCutOff =
  'Vielleicht wurde er unterwegs abgeschnitten. Bitten Sie noch einmal darum, oder suchen Sie den Datensatz.';
export const goToRowbook = 'Zu Rowbook';
export const turnIntoCrm = 'Machen Sie aus dieser Tabelle Ihr CRM';
export const tabsWithHistory =
  'Blätter für Kontakte, Firmen, Deals, Aufgaben und mehr; jede Änderung bleibt im Verlauf.';
export const ownTabsStay = 'Ihre eigenen Blätter und Spalten bleiben genau so, wie sie sind.';
export const oneReminderADay = 'Wer zuständig ist, bekommt einmal am Tag eine Erinnerung an alles, was fällig ist.';
export const setUpWorkbook = 'Diese Tabelle einrichten';
export const makingTheTabs = 'Die Blätter werden angelegt. Beim ersten Mal dauert das eine halbe Minute.';
export const couldNotStart = 'Rowbook konnte nicht starten';

export const needsAttention = 'Zu klären';
export const lookingAtWorkbook = 'Die Tabelle wird durchgesehen';
export const allIsWell = 'Alles in Ordnung. Jeder Datensatz ist vollständig, und jeder Wert kann stimmen.';
export const show = 'Anzeigen';
export const pages = 'Seiten';
export const everyTabWasCompared = 'Jedes Blatt wurde mit dem verglichen, was Rowbook weiß.';
export const checking = 'Wird geprüft …';
export const checkWorkbookNow = 'Tabelle jetzt prüfen';
export const rowbookLooksByItself =
  'Rowbook sieht von selbst nach: jede Stunde, was sich geändert hat, und einmal am Tag jedes Blatt.';
export const problems = (count: number) => counted(count, 'Problem', 'Probleme');
export const nothingLeftUnder = (title: string) => `Unter „${title}“ ist nichts mehr zu klären.`;
export const showOthers = (count: number) =>
  count === 1 ? 'Das andere anzeigen' : `Die anderen ${numberText(count)} anzeigen`;
export const cutOff = 'Abgebrochen';
export const headerRows = 'Kopfzeilen';
export const columnsTitle = 'Spalten';
export const halfRowMoved = 'Halbe Zeilen verschoben';
export const mergedCells = 'Verbundene Zellen';
export const heldTwice = 'Doppelt vorhanden';
export const pointsNowhere = 'Verweist ins Leere';
export const cannotBeRight = 'Kann nicht stimmen';
export const missing = 'Fehlt';
export const mails = 'E-Mails';
export const lastGoodValue = 'Letzter gültiger Wert';
export const theLastGoodValue = 'Letzter gültiger Wert';
export const putAllRight = 'Alles richtigstellen';
export const itIsRightSo = 'Das ist richtig so';
export const bringItBack = 'Zurückholen';
export const leaveItOut = 'Weglassen';
export const removeTheCopy = 'Kopie entfernen';
export const keepAsOwnColumn = 'Als eigene Spalte behalten';
export const unmerge = 'Verbindung aufheben';
export const iHaveLooked = 'Ich habe nachgesehen';
export const putRight = 'Richtigstellen';
export const putItBack = 'Zurücksetzen';
export const columnsLeftOut = 'Weggelassene Spalten';
export const working = 'Einen Moment …';
export const lookingIntoHistory = 'Verlauf wird durchgesehen …';
export const historyKnowsNoOther =
  'Der Verlauf kennt keinen anderen Wert. Öffnen Sie den Datensatz, und berichtigen Sie ihn dort.';
export const fieldsOrSingleRows = 'Feld für Feld oder einzelne Zeilen';
export const managerCanPutRight = 'Ein Manager oder ein Admin kann das richtigstellen.';
export const adminCanRepair = 'Ein Admin Ihres Teams kann das beheben.';
export const nothingLeftToPutRight = 'Es war nichts mehr richtigzustellen.';
export const notListedAnyMore = 'Steht nicht mehr in der Liste. Im Verlauf bleibt es erhalten.';
export const inRow = (what: string, row: number) => `${what}, Zeile ${row}`;
export const openNamed = (name: string) => `${name} öffnen`;
export const lastGoodValueOf = (name: string) => `Letzter gültiger Wert von ${name}`;
export const putRightNamed = (name: string) => `${name} richtigstellen`;
export const bringBackNamed = (name: string) => `${name} wiederherstellen`;
export const onlyField = (header: string) => `Nur ${header}`;
export const andMoreRows = (count: number) => `Und ${numberText(count)} weitere.`;
export const itWas = (value: ComponentChild, when: ComponentChild) => ['Vorher: ', value, ' ', when];
export const recordsSoFar = (count: number) => `Bisher ${records(count)} …`;
export const recordsPutRight = (count: number) => `${records(count)} richtiggestellt.`;
export const leftAlone = (kept: string) => `Unverändert: ${kept}.`;
export const isAgain = (header: string, name: string, value: string) => `${header} von ${name} ist wieder ${value}.`;
export const isBack = (name: string) => `${name} ist wieder da.`;
export const columnIsBack = (header: string, tab: string) =>
  `Die Spalte „${header}“ ist mit ihren Werten wieder in „${tab}“, rechts von den anderen.`;
export const goesOnWithout = (header: string, tab: string) =>
  `„${tab}“ kommt von jetzt an ohne die Spalte „${header}“ aus. Sie können sie jederzeit zurückholen.`;
export const copyStays = (where: string) => `Die Kopie bleibt: In ${where} enthält sie etwas anderes.`;
export const copyIsRemoved = (column: string) => `Die Kopie von „${column}“ ist entfernt.`;
export const copyIsYours = (column: string) => `Die Kopie ist jetzt Ihre eigene Spalte: ${column}.`;
export const unmergedIn = (tab: string, range = 'Zellen') =>
  `${range} in „${tab}“: Verbindung aufgehoben. Was zu sehen war, steht weiter in der ersten Zelle.`;

export const gridChangesAgainstRoles = 'Änderungen gegen Rollen';
export const everyEditorCanType = 'Wer die Datei bearbeiten darf, kann auch direkt in die Tabelle schreiben.';
export const againstRoleIsPutBack = 'Was die Rolle nicht erlaubt, wird sofort zurückgesetzt.';
export const againstRoleStays = 'Was die Rolle nicht erlaubt, bleibt stehen und erscheint hier.';
export const adminChoosesThat = 'Ein Admin legt das in „Settings“ bei „Grid changes against a role“ fest.';
export const nobodyChangedAgainstRole = 'Niemand hat etwas gegen seine Rolle geändert.';
export const bringInAgain = 'Wieder übernehmen';
export const broughtInAgain = 'Wieder übernommen';
export const wasPutBack = 'Zurückgesetzt';
export const stands = 'Bleibt bestehen';
export const putBackExcept = (count: number) => `Zurückgesetzt bis auf ${values(count)}`;
export const putBackNamed = (name: string) => `${name} zurücksetzen`;
export const bringInAgainNamed = (name: string) => `${name} wieder übernehmen`;
export const andMore = (count: number) => `und ${counted(count, 'weiterer', 'weitere')}`;

export const handOverRecords = 'Datensätze übergeben';
export const whoseRecords = 'Wessen Datensätze?';
export const choosePerson = 'Person auswählen';
export const choosePersonToSee =
  'Wählen Sie eine Person aus, um zu sehen, wofür sie zuständig ist und was noch offen ist. Bis Sie bestätigen, ändert sich nichts, und Sie können es danach rückgängig machen.';
export const somebodyNotInTeam = 'Jemand, der nicht in „Team“ steht…';
export const nameInOwnerColumn = 'Name oder E-Mail in der Spalte „Owner“';
export const asWrittenThere = 'So, wie es dort steht.';
export const showRecords = 'Datensätze anzeigen';
export const lookingAtOpen = 'Offenes wird durchgesehen';
export const notActiveMember = (name: string) => `${name} (nicht aktiv)`;
export const noRecordOwnedBy = (name: string) => `In dieser Tabelle ist ${name} für keinen Datensatz zuständig.`;
export const whatSomebodyOwns = (name: string) => `Wofür ${name} zuständig ist`;
export const openDeals = 'Offene Deals';
export const openTasks = 'Offene Aufgaben';
export const openTickets = 'Offene Tickets';
export const noDate = 'kein Datum';
export const overdueSince = (day: string) => `überfällig seit ${day}`;
export const dueOn = (day: string) => `fällig am ${day}`;
export const openCount = (count: number) => `${numberText(count)} offen`;
export const closedCount = (count: number) => `${numberText(count)} abgeschlossen`;
export const doneCount = (count: number) => `${numberText(count)} erledigt`;
export const solvedCount = (count: number) => `${numberText(count)} gelöst`;
export const overdueCount = (count: number) => `${numberText(count)} überfällig`;
export const withoutAmount = (count: number) => `${numberText(count)} ohne Betrag`;
export const closedDeals = (count: number) => counted(count, 'abgeschlossenen Deal', 'abgeschlossene Deals');
export const doneTasks = (count: number) => counted(count, 'erledigte Aufgabe', 'erledigte Aufgaben');
export const solvedTickets = (count: number) => counted(count, 'gelöstes Ticket', 'gelöste Tickets');
export const firstAreShown = (count: number) => `Die ersten ${numberText(count)} sind zu sehen.`;
export const firstAreShownOfAll = (count: number) =>
  `Die ersten ${numberText(count)} sind zu sehen; im Verlauf stehen alle.`;

export const onePerson = 'Eine Person';
export const severalPeople = 'Mehrere';
export const byTab = 'Je Blatt';
export const newOwner = 'Neu zuständig';
export const chooseNewOwner = 'Neue Person auswählen';
export const howRecordsAreShared = 'Wie die Datensätze verteilt werden';
export const person = 'Person';
export const eachGetsOneInTurn = 'Alle bekommen reihum je einen Datensatz.';
export const reportsCountForNewOwner = 'Berichte zählen sie dann für die neue Person.';
export const inactiveGetNoMail =
  'Die Person bekommt keine E-Mails mehr und kann Rowbook nicht mehr nutzen. Um ihr auch die Datei zu sperren, ändern Sie die Freigabe in Google.';
export const goOnNow = 'Fortsetzen';
export const handOver = 'Übergeben';
export const remindersGoToNewOwner =
  'Die Erinnerungen dazu gehen von jetzt an an die neue Person. Im Verlauf ist es eine einzige Änderung; Sie können sie hier oder dort rückgängig machen.';
export const keepWith = (name: string) => `Bei ${name} lassen`;
export const alsoFinished = (what: string) => `Auch ${what}`;
export const setInactive = (name: string) => `${name} in „Team“ auf inaktiv setzen`;
export const handOverCount = (count: number) => `${records(count)} übergeben`;
export const handOverQuestion = (count: number) => `${records(count)} übergeben?`;
export const recordsHandedOver = 'Übergebene Datensätze';
export const handedOverSoFar = (count: number, total: number) =>
  `${numberText(count)} von ${counted(total, 'Datensatz', 'Datensätzen')} übergeben`;
export const handedOver = 'Übergeben';
export const handOverUndone = 'Übergabe rückgängig gemacht';
export const undoHandOver = 'Übergabe zurücknehmen';
export const finish = 'Fertig';
export const handedOverTo = (name: string) => `An ${name} übergeben`;
export const recordsWereHandedOver = (count: number) => `${records(count)} übergeben.`;
export const recordsOfHandedOver = (count: number, name: string) => `Übergeben: ${records(count)}, bisher bei ${name}.`;
export const recordsNotHandedOver = (count: number) => `${records(count)} nicht übergeben`;
export const recordsUndoneSoFar = (count: number) => `Bisher ${records(count)} zurückgenommen…`;
export const isInactive = (name: string) => `${name} ist in „Team“ inaktiv.`;
export const isStillInactive = (name: string) => `${name} ist in „Team“ weiterhin inaktiv.`;

// --- Records, timeline, log, pipeline list, today (sidebar/screens) ----------------------------------------------------------

// --- Forms and history (sidebar/forms, history) ------------------------------------------------------------------------------

// --- Board and report (sidebar/board, report) --------------------------------------------------------------------------------

// --- Lists and settings (sidebar/lists, settings) ----------------------------------------------------------------------------

// --- Import (sidebar/import) -------------------------------------------------------------------------------------------------

// --- Parts of the interface, formats, failures (sidebar/ui, sidebar/*.ts) ----------------------------------------------------
