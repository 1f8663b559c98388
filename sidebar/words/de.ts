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

const listed = (parts: readonly string[]) => new Intl.ListFormat('de').format(parts);

export const readingTheDeals = 'Deals werden geladen';
export const belongingStays = (kinds: readonly string[], count: number) =>
  `${listed(kinds)} ${count === 1 ? 'gehört' : 'gehören'} dazu. Was dazugehört, bleibt und verweist ins Leere, bis der Datensatz wiederhergestellt wird.`;
export const details = 'Details';
export const emptyFields = 'Leere Felder';
export const neverTalkedTo = 'nie';
export const unknownAmount = 'unbekannt';

export const snoozedUntil = (day: string) => `Auf den ${day} verschoben.`;
export const nowDue = (day: string) => `Jetzt am ${day} fällig.`;
export const taskIsDone = (title: string) => `„${title}“ ist erledigt.`;
export const doneTask = (title: string) => `Erledigt: ${title}`;
export const snoozeUntilTomorrow = 'Auf morgen verschieben';
export const snoozeUntilNextWeek = 'Auf nächste Woche verschieben';
export const snoozeUntilADate = 'Auf ein Datum verschieben…';
export const snoozeUntil = 'Verschieben auf';
export const snooze = 'Verschieben';
export const changeDueDate = 'Fälligkeit ändern…';
export const newDueDate = 'Neues Fälligkeitsdatum';
export const moveDueDate = 'Ändern';
export const doneWithAnOutcome = 'Mit Ergebnis erledigen…';
export const moreActionsFor = (title: string) => `Weitere Aktionen: ${title}`;
export const dueAgo = (age: string) => `war ${age} fällig`;
export const dueTodayAt = (time: string) => `heute${time}`;

export const followUps = 'Wiedervorlagen';
export const whoseFollowUps = 'Wessen Wiedervorlagen';
export const myFollowUps = 'Meine';
export const refresh = 'Aktualisieren';
export const loadingFollowUps = 'Wiedervorlagen werden geladen';
export const overdue = 'Überfällig';
export const today = 'Heute';
export const next7Days = 'Nächste 7 Tage';
export const nothingToFollowUp = 'In den nächsten sieben Tagen steht nichts an.';
export const addATask = 'Aufgabe hinzufügen';
export const showAllCounted = (count: number) => `Alle ${numberText(count)} anzeigen`;

export const whatToAdd = 'Was hinzukommt';
export const moreFields = 'Weitere Felder';
export const kindCreated = (tab: RecordTabKey, name: string) => `${kind(tab)} „${name}“ angelegt.`;
export const saved = 'Gespeichert.';
export const savedBesideOthers =
  'Gespeichert. Was jemand anderes an anderen Feldern geändert hat, blieb ebenfalls erhalten.';
export const readBefore = 'Das ist der zuletzt gelesene Stand: Neu lesen ließ er sich gerade nicht.';

export const whenDidWeTalk = 'Zuletzt gesprochen mit';
export const lastTalkedTo = (name: string) => `Zuletzt gesprochen mit ${name}`;
export const notYetLogged = 'Noch nicht, soweit festgehalten';
export const findACustomer = 'Kunden suchen';
export const customers = 'Kunden';
export const searchingNow = 'Suche läuft…';
export const nobodyFound = 'Niemand zu diesen Wörtern gefunden.';

export const logInteraction = 'Interaktion festhalten';
const interactionKinds: { readonly [stored: string]: string } = {
  Call: 'Anruf',
  Email: 'E-Mail',
  Meeting: 'Besprechung',
  Message: 'Nachricht',
  Visit: 'Besuch',
  Note: 'Notiz',
};

export const interactionKind = (stored: string) => interactionKinds[stored] ?? stored;
export const logKind = (stored: string) => `${interactionKind(stored)} festhalten`;
export const saveLogged = (stored: string) => `${interactionKind(stored)} speichern`;
export const kindLogged = (stored: string) => `${interactionKind(stored)} festgehalten.`;
export const notLogged = (reason: string) => `Nicht festgehalten: ${reason}`;
export const sayWhatItWasAbout = 'Sagen Sie in wenigen Worten, worum es ging.';
export const whenDidItHappen = 'Wann war das?';
export const nextStepNeedsADay = 'Ein nächster Schritt braucht einen Tag.';
export const whatYouTypedWasKept = 'Was Sie hier zuvor eingegeben hatten, ist noch da.';
export const makesATask = 'Wird eine Aufgabe für Sie.';
export const loggedWithoutNextStep = 'Festgehalten, aber der nächste Schritt wurde nicht gespeichert.';
export const itChangedMeanwhile = 'Das wurde inzwischen geändert.';
export const nextStep = 'Nächster Schritt';

export const pipeline = 'Pipeline';
export const byStage = 'Nach Phase';
export const openValue = 'Offener Wert';
export const winRate = 'Gewinnquote';
export const openTheBoard = 'Board öffnen';
export const stages = 'Phasen';
export const valueAndWeighted = (value: string, weighted: string) => `${value}, gewichtet ${weighted}`;
export const valueIn30Days = (value: string) => `${value}, letzte 30 Tage`;
export const stalledCount = (count: number) => counted(count, 'stockt', 'stocken');
export const dealsUncounted = (count: number) => (count === 1 ? 'Deal' : 'Deals');
export const noDealInThisStage = 'In dieser Phase ist kein Deal.';
export const noAmount = 'Kein Betrag';
export const closesOn = (day: string) => `Abschluss am ${day}`;
export const closedOn = (day: string) => `abgeschlossen am ${day}`;
export const moveDeal = 'Verschieben';
export const moveNamed = (name: string) => `${name} verschieben`;

export const atAGlance = 'Auf einen Blick';
export const toFollowUpWithToday = 'Wiedervorlagen heute';
export const nobodyToFollowUp = 'Keine';
export const followUpCount = (count: number) => counted(count, 'Wiedervorlage', 'Wiedervorlagen');
export const closingThisMonth = 'Abschluss in diesem Monat';
export const noDeal = 'Kein Deal';
export const pastTheirDate = (count: number) => `${numberText(count)} mit verstrichenem Datum`;
export const averageWonDeal = 'Gewonnener Deal im Schnitt';
export const noWonDealYet = 'Noch kein gewonnener Deal mit Betrag';
export const wonDeals = 'Gewonnene Deals';

export const callThem = 'Anrufen';
export const mailThem = 'E-Mail';
export const website = 'Website';
export const map = 'Karte';
export const reachAt = (how: string, where: string) => `${how}: ${where}`;
export const doNotContact = 'Nicht kontaktieren';

export const edit = 'Bearbeiten';
export const needsAttentionInRow = (row: number) => `In der Tabelle zu klären (Zeile ${row})`;
export const related = 'Verknüpft';
export const tabIsHidden =
  'Das Blatt dieses Datensatzes ist ausgeblendet. Blenden Sie es zuerst ein: Wählen Sie es in der Liste aller Tabellenblätter.';
export const filterHidesRow =
  'Ein Filter des Blatts blendet die Zeile dieses Datensatzes aus. Ändern Sie den Filter, um sie zu sehen.';
export const rowIsHidden =
  'Die Zeile dieses Datensatzes ist in der Tabelle ausgeblendet. Blenden Sie sie ein, um sie zu sehen.';
export const kindDeleted = (tab: RecordTabKey, name: string) => `${kind(tab)} „${name}“ gelöscht.`;
export const moreActions = 'Weitere Aktionen';
export const showInSheet = 'In der Tabelle anzeigen';
export const copyLink = 'Link kopieren';
export const reload = 'Neu laden';
export const deleteKind = (tab: RecordTabKey) => `${kind(tab)} löschen`;
export const deleteThisKind = (tab: RecordTabKey) => `${by(tab, 'Diesen', 'Diese', 'Dieses')} ${kind(tab)} löschen?`;
export const deleteIt = 'Löschen';
export const leavesTheSheet = (tab: RecordTabKey, name: string) =>
  `${kind(tab)} „${name}“ wird aus der Tabelle entfernt. Der Verlauf bewahrt ${by(tab, 'ihn', 'sie', 'es')} auf, und gleich danach können Sie das Löschen rückgängig machen.`;

export const itsStage = 'Phase:';
export const noStage = 'Keine Phase';
export const moveStage = 'Phase ändern';
export const movedTo = (stage: string) => `In Phase ${stage} verschoben.`;
export const moveToStage = 'Phase wählen';
export const saveStage = 'Phase speichern';

export const timeline = 'Zeitleiste';
export const showInTimeline = 'In der Zeitleiste anzeigen';
export const interactions = 'Interaktionen';
export const emails = 'E-Mails';
export const tasks = 'Aufgaben';
export const fieldChanges = 'Änderungen';
export const nothingYet = 'Noch nichts.';
export const showOlder = 'Ältere anzeigen';
export const olderChangesInHistory = 'Ältere Änderungen im Verlauf';
export const untitled = 'Ohne Titel';

// --- Forms and history (sidebar/forms, history) ------------------------------------------------------------------------------

// --- Board and report (sidebar/board, report) --------------------------------------------------------------------------------

export const readingTheDealsNow = 'Deals werden geladen…';
export const openDealsAndSums = (count: number, sums: string) =>
  `${counted(count, 'offener Deal', 'offene Deals')}${sums && `, ${sums}`}`;
export const hiddenByTheFilters = (count: number) =>
  `${counted(count, 'Deal ist', 'Deals sind')} durch die Filter ausgeblendet.`;
export const noOpenDeals =
  'Es gibt keine offenen Deals. Legen Sie einen in der Seitenleiste an oder importieren Sie sie aus einem Blatt.';
export const noDealsYet =
  'Es gibt noch keine Deals. Legen Sie einen in der Seitenleiste an oder importieren Sie sie aus einem Blatt.';
export const arrowKeysMoveDeals =
  'Die Pfeiltasten führen von Karte zu Karte. Alt mit links oder rechts verschiebt den Deal. Die Eingabetaste öffnet ein Menü der Phasen.';
export const moveDealTo = (deal: string) => `${deal} verschieben in`;
export const moveTo = (stage: string) => `In „${stage}“ verschieben`;
export const moveDealToStage = (deal: string, stage: string) => `„${deal}“ in „${stage}“ verschieben`;
export const movedToStage = (deal: string, stage: string) => `${deal} in „${stage}“ verschoben.`;
export const dealIsInStage = (deal: string, stage: string) => `${deal} ist jetzt in „${stage}“.`;
export const dealStaysIn = (deal: string, stage: string) =>
  stage ? `${deal} bleibt in „${stage}“.` : `${deal} bleibt ohne Phase.`;
export const closesOnDay = (day: string) => `Abschluss ${day}`;
export const closedOnDay = (day: string) => `Abschluss ${day}`;
export const nextOn = (day: string) => `Wiedervorlage ${day}`;
export const savingNow = 'Wird gespeichert';
export const stalledBecause = 'Stockt:';
export const daysInStage = (count: number, limit: number) => `${days(count)} in der Phase, Grenze ${numberText(limit)}`;
export const daysPastCloseDate = (count: number) => `${days(count)} nach Abschlussdatum`;
export const noNextStep = 'Kein nächster Schritt';
export const noKnownStage = 'Keine bekannte Phase';
export const moveThemToStage = 'Leer oder nicht in „Settings“. Verschieben Sie sie in eine Phase.';
export const noKnownAmount = 'kein bekannter Betrag';
export const weightedSum = (sum: string) => `gewichtet ${sum}`;
export const withoutKnownAmount = (count: number) => `${numberText(count)} ohne bekannten Betrag`;
export const lastDays = (count: number) => `Letzte ${numberText(count)} Tage`;
export const noDeals = 'Keine Deals';
export const showMoreOf = (more: number, all: number) => `${numberText(more)} weitere von ${numberText(all)} anzeigen`;
export const thisMonth = 'Dieser Monat';
export const nextMonth = 'Nächster Monat';
export const thisQuarter = 'Dieses Quartal';
export const closes = 'Abschluss';
export const clear = 'Leeren';
export const clearTheFilters = 'Filter leeren';
export const noDealFitsFilters = 'Zu diesen Filtern passt kein Deal.';
export const dealsOfReport = (count: number, inWorkbook: number, day: string, currency: string) =>
  `${count === inWorkbook ? '' : `${numberText(count)} von `}${deals(inWorkbook)}, ${day}, Beträge in ${currency}`;
export const notInEveryFigure = 'Nicht in jeder Kennzahl';
export const dealsLinked = (count: number, linked: ComponentChild) => [linked, count === 1 ? ' Deal.' : ' Deals.'];
export const newestAreShown = (count: number, shown: number) =>
  `${deals(count)}, die neuesten ${numberText(shown)} werden gezeigt`;
export const dealsBehind = (title: string) => `Deals: ${title}`;
export const numberOfDays = (count: number) => days(count);
// Unter einer Kennzahl; die Zahl kommt geschrieben.
export const openDealsBeside = (figure: string) => `${figure} ${figure === '1' ? 'offener Deal' : 'offene Deals'}`;
export const withoutAmountBeside = (figure: string) => `${figure} ohne Betrag`;
export const wonBeside = (figure: string) => `${figure} gewonnen`;
export const lostBeside = (figure: string) => `${figure} verloren`;
export const medianBeside = (figure: string) => `${figure} im Median`;
export const allFiguresAndMeanings = 'Alle Kennzahlen und was sie bedeuten';
export const allFigures = 'Alle Kennzahlen';
export const figure = 'Kennzahl';
export const value = 'Wert';
export const meaning = 'Bedeutung';
export const fromDay = 'Von';
export const toDay = 'Bis';
export const pageNeedsCloudFunction = 'Eine Seite zum Teilen braucht die Cloud-Funktion (siehe „Settings“).';
export const makingTheLink = 'Der Link wird erstellt…';
export const openThePage = 'Seite öffnen';
export const openAsPage = 'Als Seite öffnen';
export const openByCloseDate = 'Offene Deals nach Abschlussdatum';
export const noCloseDate = 'Kein Abschlussdatum';
export const past = 'vorbei';
export const month = 'Monat';
export const bar = 'Balken';
export const unknown = 'Unbekannt';
export const unknownAmountsCount =
  'Unbekannt: Deals, deren Betrag leer ist. Sie zählen als Deals, aber nicht im Betrag.';
export const weighted = 'Gewichtet';
export const byOwner = 'Nach Zuständigen';
export const stillOpen = 'Offen';
export const won = 'Gewonnen';
export const wonValue = 'Gewonnener Wert';
export const lost = 'Verloren';
export const averageWon = 'Ø gewonnen';
export const showAllOwners = (count: number) => `Alle ${numberText(count)} Zuständigen zeigen`;

// --- Lists and settings (sidebar/lists, settings) ----------------------------------------------------------------------------

// Das Fenster der Listen
export const readingLists = 'Listen werden gelesen…';
export const savedLists = (count: number) => counted(count, 'gespeicherte Liste', 'gespeicherte Listen');
export const myLists = 'Meine Listen';
export const noListsYet = 'Noch keine. Beginnen Sie unten mit einer Idee oder einer neuen Liste.';
export const ofTheTeam = 'Vom Team';
export const ideas = 'Ideen';
export const newListBegin = 'Neue Liste';
export const newListOf = (tab: RecordTabKey) => `Neue Liste: ${kinds[tab][1]}`;
export const cannotBeRead = 'Nicht lesbar';
export const notSavedYet = 'Nicht gespeichert';
export const shared = 'Geteilt';
export const withoutName = 'Ohne Namen';
export const notHeardFrom = 'Seit 30 Tagen nichts gehört';
export const closingWithoutNextStep = 'Abschluss in 30 Tagen, kein nächster Schritt';
export const customersWithoutOwner = 'Kunden ohne Zuständige';

export const listCannotBeRead = 'Diese Liste lässt sich nicht lesen.';
export const putListRowRight = (row: number) =>
  `Berichtigen Sie Zeile ${row} des Blatts „Lists“, oder löschen Sie sie hier und legen Sie die Liste neu an. Eine gelöschte Spalte kommt mit ihrer Überschrift zurück.`;
export const listWasOvertaken =
  'Jemand hat diese Liste inzwischen geändert oder gelöscht, daher wurde nichts gespeichert. Ihre ist noch da: Beim Speichern wird daraus eine neue Liste.';

export const nameOfList = 'Name der Liste';
export const giveListName = 'Geben Sie der Liste einen Namen.';
export const putConditionRight = 'Nicht gespeichert: Berichtigen Sie die markierte Bedingung, oder entfernen Sie sie.';
export const sharedWithTeam = 'Mit dem Team geteilt';
export const saveAsMine = 'Als meine speichern';
export const saveAsNewList = 'Als neue Liste speichern';
export const deleteList = 'Liste löschen';
export const deletedList = (name: string) => `Liste „${name}“ gelöscht.`;

export const conditions = 'Bedingungen';
export const showRecordsThatMeet = 'Datensätze zeigen, auf die zutrifft:';
export const howConditionsAreJoined = 'Wie Bedingungen verknüpft sind';
export const allOfThese = 'alles davon';
export const anyOfThese = 'eins davon';
export const noConditionYet = 'Noch keine Bedingung: Alle Datensätze werden gezeigt.';
export const addCondition = 'Bedingung hinzufügen';
export const conditionNumber = (place: number) => `Bedingung ${place}`;
export const removeCondition = (place: number) => `Bedingung ${place} entfernen`;
export const conditionField = 'Feld';
export const whatOfIt = 'Vergleich';
export const leftOutUntilThen = (problem: string) => `${problem} Bis dahin zählt diese Bedingung nicht.`;
export const valueFor = (header: string) => `Wert für ${header}`;
export const daysUnit = 'Tagen';
export const me = 'Ich';
export const removeChosen = (name: string) => `${name} entfernen`;
export const addThenEnter = 'Wert, dann Enter';
export const chooseOne = 'Wählen …';
export const orAnother = 'oder …';

// Was eine Bedingung verlangt, zwischen dem Feld und dem Wert
export const isBlank = 'ist leer';
export const isNotBlank = 'ist nicht leer';
export const contains = 'enthält';
export const doesNotContain = 'enthält nicht';
export const is = 'ist';
export const isNot = 'ist nicht';
export const isAnyOf = 'ist eins von';
export const isNoneOf = 'ist keins von';
export const hasAllOf = 'hat alle von';
export const isExactly = 'ist genau';
export const isAtLeast = 'ist mindestens';
export const isAtMost = 'ist höchstens';
export const isWithinLast = 'liegt in den letzten';
export const isNotWithinLast = 'liegt nicht in den letzten';
export const isWithinNext = 'liegt in den nächsten';
export const isBefore = 'liegt vor dem';
export const isOnOrAfter = 'liegt am oder nach dem';
export const isBeforeToday = 'liegt vor heute';
export const isTodayOrLater = 'ist heute oder später';
export const isTicked = 'ist angehakt';
export const isNotTicked = 'ist nicht angehakt';
export const conditionSays = (header: string, operator: string) => `${header} ${operator}`;
export const conditionAsks = (header: string, operator: string, value: string) => `${header} ${operator} ${value}`;
export const conditionQuotes = (header: string, operator: string, text: string) => `${header} ${operator} „${text}“`;
export const conditionLists = (header: string, operator: string, names: readonly string[]) =>
  `${header} ${operator}: ${names.join(', ')}`;
export const conditionDays = (header: string, operator: string, days: string) => `${header} ${operator} ${days} Tagen`;
export const meAmongOthers = 'ich';
export const allConditions = (conditions: readonly string[]) => conditions.join(' und ');
export const anyCondition = (conditions: readonly string[]) => conditions.join(' oder ');

export const foundOf = (count: number, tab: RecordTabKey, all: number) =>
  `${countOf(count, tab)} von ${numberText(all)}`;
export const foundSoFar = (count: number, tab: RecordTabKey, read: number, all: number) =>
  `Bisher ${countOf(count, tab)}, ${numberText(read)} von ${numberText(all)} gelesen`;
export const listOfPerson = (name: string) => `von ${name}`;
export const readAgain = 'Neu laden';
export const readingTab = (tab: RecordTabKey) => `${kinds[tab][1]} werden gelesen`;
export const noneInWorkbook = (tab: RecordTabKey) => `In dieser Tabelle gibt es noch keine ${kinds[tab][1]}.`;
export const noneMeetsConditions = (tab: RecordTabKey) =>
  `${by(tab, 'Kein', 'Keine', 'Kein')} ${kind(tab)} erfüllt diese Bedingungen.`;
export const noneSoFar = (tab: RecordTabKey) => `Bisher ${by(tab, 'kein', 'keine', 'kein')} ${kind(tab)}.`;
export const workThrough = 'Durcharbeiten';
export const goOnWorkingThrough = 'Weiter durcharbeiten';
export const fromTheFirst = 'Von vorn';
export const changeSome = (count: number) => `${numberText(count)} ändern`;
export const changeAll = (count: number) => `Alle ${numberText(count)} ändern`;
export const exportSome = (count: number) => `${numberText(count)} exportieren`;
export const exportAll = 'Alle exportieren';
export const handedOverAsCsv = (count: number) => `${records(count)} als CSV-Datei exportiert.`;
export const chosenCount = (count: number) => `${numberText(count)} ausgewählt`;
export const chooseNone = 'Keine';

export const recordsOfList = 'Datensätze dieser Liste';
export const recordName = 'Name';
export const chooseAllOnPage = 'Alle auf dieser Seite auswählen';
export const chooseRecord = (name: string) => `${name} auswählen`;
export const tablePages = 'Seiten';
export const previousPage = 'Vorige Seite';
export const nextPage = 'Nächste Seite';
export const recordsShownOf = (from: number, to: number, count: number) =>
  `${numberText(from)} bis ${numberText(to)} von ${numberText(count)}`;

export const recordsToWorkThrough = 'Datensätze zum Durcharbeiten';
export const backToList = 'Zurück zur Liste';
export const placeAmong = (place: number, count: number) => `${numberText(place)} von ${numberText(count)}`;
export const previous = 'Zurück';
export const altArrowGoesNext = 'Mit Alt und Pfeil nach rechts geht es weiter.';
export const seen = 'gesehen';

export const changeRecords = (count: number, tab: RecordTabKey) => `${countOf(count, tab)} ändern`;
export const whatToDo = 'Was zu tun ist';
export const setField = (header: string) => `${header} setzen`;
export const addToField = (header: string) => `Zu ${header} hinzufügen`;
export const removeFromField = (header: string) => `Aus ${header} entfernen`;
export const newValueOf = (header: string) => `Neu: ${header}`;
export const leaveBlankToClear = 'Lassen Sie es leer, um das Feld zu leeren.';
export const chooseStage = 'Wählen Sie eine Phase.';
export const sayWhichWords = 'Geben Sie an, welche Wörter.';
export const mustNotBeBlank = (header: string) => `${header} darf nicht leer sein.`;
export const nothingToChange = 'Nichts zu ändern: Bei allen steht das schon.';
export const recordsNotYours = (count: number) =>
  `${numberText(count)} davon dürfen Sie nicht ändern; daran ändert sich nichts.`;
export const progress = 'Fortschritt';
export const triedOf = (done: number, total: number) => `${numberText(done)} von ${numberText(total)} …`;
export const recordsChanged = (count: number) => `${records(count)} geändert.`;
export const recordsChangedSoFar = (count: number, left: number) =>
  `${records(count)} geändert, ${numberText(left)} noch offen.`;
export const changedBeforeIsSaved = 'Was davor geändert wurde, ist gespeichert. Sie können mit dem Rest weitermachen.';
export const recordsLeftAsBefore = (count: number) => `${records(count)} unverändert`;
export const andMoreKept = (count: number) => `Und ${counted(count, 'weiterer', 'weitere')}.`;
export const stopAfterStep = 'Nach diesem Schritt anhalten';
export const goOn = 'Weitermachen';

// Das Fenster der Einstellungen
export const readingSettings = 'Einstellungen werden gelesen…';
export const settingWasOvertaken =
  'Jemand hat das inzwischen geändert. Was jetzt gilt, steht hinter diesem Formular; schließen Sie es, um damit zu beginnen.';
export const eachChangeSavedByItself = 'Jede Änderung wird einzeln gespeichert.';
export const onlyAdminsChangeSettings =
  'Nur Admins ändern Einstellungen: Sie können alles ansehen, aber nichts speichern. Fragen Sie einen Admin Ihres Teams.';
export const sections = 'Abschnitte';
export const savedNamed = (name: string) => `„${name}“ gespeichert.`;
export const deletedNamed = (name: string) => `„${name}“ gelöscht.`;
export const savedSetting = (name: string) => `${name} gespeichert.`;
export const rowNumber = (row: number) => `Zeile ${row}`;
export const asTable = (title: string) => `${title} als Tabelle`;
export const editNamed = (name: string) => `${name} bearbeiten`;
export const deleteNamed = (name: string) => `${name} löschen`;
export const noneYet = 'Noch keine Einträge.';
export const isMissing = (header: string) => `${header} fehlt.`;

export const team = 'Team';
export const whatTeamDoes =
  'Wer Rowbook benutzen darf, in welcher Rolle, und wann die Tagesübersicht kommt. Wer geht, wird abgeschaltet, damit die Datensätze ihre Zuständigen behalten; übergeben Sie sie in der Seitenleiste.';
export const addPerson = 'Person hinzufügen';
export const newPerson = 'Neue Person';
export const addedPerson = (name: string) => `Person „${name}“ hinzugefügt.`;
export const whatEmailDoes = 'Wer sich mit dieser Adresse anmeldet, ist diese Person. Leer: keine E-Mails.';
export const whatRolesMay =
  'admin ändert alles, manager alle Datensätze, rep eigene und solche ohne Zuständige; viewer liest nur. Wer neu admin ist, braucht auch die geschützten Blätter: in Google Tabellen „Daten → Tabellenblätter und Bereiche schützen“.';
export const reportsCanBeFiltered = 'Berichte lassen sich danach filtern.';
export const forPeopleToRead = 'Nur zum Lesen; noch richtet sich nichts danach.';
export const whatTimeZoneDoes =
  'Zum Beispiel Europe/Paris: Danach richten sich „heute“ und die Tagesübersicht. Leer: die der Tabelle.';
export const whatDigestHourIs = '0 bis 23, in der Zeitzone der Person. Leer: 8.';
export const whatWorkingDaysAre = 'An anderen Tagen kommt keine Tagesübersicht. Nichts angehakt: Montag bis Freitag.';
export const active = 'Aktiv';
export const whatActiveDoes =
  'Aus: darf Rowbook nicht benutzen und bekommt keine E-Mails. Für die eigenen Datensätze bleibt die Person zuständig.';
export const firstDayBack = 'Der erste Tag zurück: Davor kommt keine Tagesübersicht.';

export const pipelinesAndStages = 'Pipelines und Phasen';
export const whatStagesAre =
  'Die Phasen, die ein Deal durchläuft, in dieser Reihenfolge. Sie stehen auf dem Board, in Formularen und im Bericht.';
export const addStage = 'Phase hinzufügen';
export const newStage = 'Neue Phase';
export const addedStage = (name: string) => `Phase „${name}“ hinzugefügt.`;
export const anotherNameBeginsPipeline = 'Ein Name, den es noch nicht gibt, beginnt eine eigene Pipeline.';
export const whatOutcomeDoes =
  'Ein Deal in einer Phase mit „won“ oder „lost“ ist abgeschlossen; bei „lost“ wird nach dem Grund gefragt.';
export const whatProbabilityDoes = 'Gewichtet den Betrag eines Deals in der Prognose, wenn der Deal keine eigene hat.';
export const whatStallDaysDo = 'Ein Deal, der länger bleibt, wird als stockend markiert. Leer: nie.';
export const stageWouldChangeUnderDeals = (count: number, name: string) =>
  `${counted(count, 'Deal steht', 'Deals stehen')} in ${name}. Verschieben Sie ${count === 1 ? 'ihn' : 'sie'} zuerst in eine andere Phase: Pipeline und Ergebnis würden sich mit ändern.`;
export const moveDealsFirst = (count: number, name: string) =>
  `${counted(count, 'Deal steht', 'Deals stehen')} in ${name}. Verschieben Sie ${count === 1 ? 'ihn' : 'sie'} zuerst in eine andere Phase.`;
export const rename = 'Umbenennen';
export const renameTo = (name: string, next: string) => `${name} in ${next} umbenennen?`;
export const dealsWillBeCarriedOver = (count: number, name: string) =>
  `${counted(count, 'Deal steht', 'Deals stehen')} darin und ${count === 1 ? 'wird' : 'werden'} mitgenommen. Wie lange ${count === 1 ? 'er' : 'sie'} schon in der Phase ${count === 1 ? 'ist' : 'sind'}, bleibt erhalten. Gespeicherte Listen, die nach ${name} fragen, behalten den alten Namen.`;
export const nothingWasRenamed = 'Nichts wurde umbenannt.';
export const carryingOver = (count: number) => `${counted(count, 'Deal wird', 'Deals werden')} mitgenommen …`;
export const carriedOver = (done: number, count: number) => `${numberText(done)} von ${deals(count)} mitgenommen …`;
export const couldNotCarryOver = (count: number, name: string) =>
  `${counted(count, 'Deal konnte', 'Deals konnten')} nicht mitgenommen werden, daher steht ${name} noch am Ende. Verschieben Sie ${count === 1 ? 'ihn' : 'sie'}, und löschen Sie dann die Phase.`;
export const isCalledNow = (name: string, next: string, count: number) =>
  `${name} heißt jetzt ${next}, mit ${deals(count)}.`;
export const deletedStage = (name: string) => `${name} gelöscht.`;
export const movedStage = (name: string) => `${name} verschoben.`;
export const moveUp = (name: string) => `${name} nach oben`;
export const moveDown = (name: string) => `${name} nach unten`;

export const remindersAndHolidays = 'Erinnerungen und Feiertage';
export const automation = 'Automatik';
export const whatAutomationDoes =
  'Aus: Niemand bekommt eine Tagesübersicht. In einer kopierten Tabelle ist sie zunächst aus.';
export const automationOn = 'An';
export const automationOff = 'Aus';
export const daysStandInTeam =
  'Uhrzeit der Übersicht, Arbeitstage und Abwesenheit stehen bei jeder Person im Team. An einem Feiertag bekommt niemand eine Tagesübersicht.';
export const holidays = 'Feiertage';
export const whatHolidaysAre = 'Tage, an denen niemand eine Tagesübersicht bekommt.';
export const addHoliday = 'Feiertag hinzufügen';
export const newHoliday = 'Neuer Feiertag';
export const addedHoliday = (name: string) => `Feiertag „${name}“ hinzugefügt.`;
export const noDigestOnIt = 'An diesem Tag bekommt niemand eine Tagesübersicht.';
export const called = 'Name';

export const currency = 'Währung';
export const workbookCurrency = 'Währung der Tabelle';
export const whatWorkbookCurrencyDoes =
  'Sie gilt für Beträge ohne Währung und für alle Summen. Drei Buchstaben, zum Beispiel EUR.';
export const threeLetters = 'Drei Buchstaben, zum Beispiel EUR.';
export const otherCurrencies = 'Andere Währungen';
export const whatRatesAre =
  'Ein Betrag in einer Währung ohne Kurs für den Tag wird neben den Summen gezählt, nie darin.';
export const addRate = 'Kurs hinzufügen';
export const newRate = 'Neuer Kurs';
export const addedRate = (name: string) => `Kurs „${name}“ hinzugefügt.`;
export const rate = 'Kurs';
export const whatRateIs = 'Was eine Einheit in der Währung der Tabelle wert ist, zum Beispiel 1,08.';
export const rateFrom = 'Ab';
export const latestRateCounts = 'Leer: immer. Von mehreren zählt der neueste, der schon gilt.';

export const rolesInGrid = 'Rollen in der Tabelle';
export const changesAgainstRole = 'Änderungen gegen eine Rolle';
export const whatBecomesOfThem =
  'Was mit einer Änderung geschieht, die jemand in der Tabelle gemacht hat, obwohl die eigene Rolle sie nicht erlaubt.';
export const itStays = 'Sie bleibt, und Manager sehen sie aufgelistet';
export const itIsPutBack = 'Sie wird sofort zurückgesetzt';

export const cloudFunction = 'Cloud-Funktion';
export const functionAddress = 'Adresse der Cloud-Funktion';
export const whatFunctionDoes =
  'Von ihr kommen Prüfungen über alle Benutzer, Berichtsseiten und Links; ohne sie geht alles andere. Leer: keine.';
export const addressBeginsWithHttps = 'Eine Adresse, die mit https:// beginnt.';
export const addressesOfScript = (command: ComponentChild) => [
  'Apps Script erreicht nur Adressen, mit denen das Add-on hochgeladen wurde. Nach einer Änderung führt, wer das Skript betreut, ',
  command,
  ' aus; bis dahin wird ohne die Funktion gespeichert.',
];

export const rulesAndTemplates = 'Regeln und Vorlagen';
export const nothingGoesByRules =
  'Nach den Blättern „Rules“ und „Templates“ richtet sich noch nichts: Keine Regel läuft, und die Tagesübersicht hat ihre eigenen Texte. Was darin steht, bleibt erhalten.';

// --- Import (sidebar/import) -------------------------------------------------------------------------------------------------

export const chooseTab = 'Blatt wählen';
export const matchColumns = 'Spalten zuordnen';
export const matchValues = 'Werte zuordnen';
export const checkAndImport = 'Prüfen und importieren';
export const importStep = 'Import';
export const importNow = 'Importieren';
export const importRows = (count: number) => `${rows(count)} importieren`;
export const fromTab = (title: string) => `aus „${title}“`;
export const steps = 'Schritte';
export const checkingTheRows = 'Die Zeilen werden geprüft';
export const checkingTheRowsNow = 'Die Zeilen werden geprüft…';
export const readingTheTab = 'Das Blatt wird gelesen';
export const readingTheTabNow = 'Das Blatt wird gelesen…';
export const stillToDecide = (count: number) => `Noch ${numberText(count)} zu entscheiden`;
export const thingsToSettle = (count: number) => `Erst ${numberText(count)} Punkte klären`;
export const everyRowIsLeftOut = 'Nichts zu importieren: Jede Zeile wird ausgelassen.';
export const everyRowIsHere = 'Nichts zu importieren: Jede Zeile ist schon da.';
export const importCannotStartYet = 'Der Import kann noch nicht beginnen';
export const goodToKnow = 'Gut zu wissen';
export const newRecords = (count: ComponentChild) => [count, ' neu'];
export const updatedRecords = (count: number) => `${numberText(count)} geändert`;
export const hereAlready = (count: number) => `${numberText(count)} schon da`;
export const problemsLeaveRowsOut = (count: number) =>
  `${counted(count, 'Problem: Diese Zeile wird', 'Probleme: Diese Zeilen werden')} ausgelassen`;
export const row = 'Zeile';
export const whatIsWrong = 'Was nicht stimmt';
export const firstOfAllAreShown = (shown: number, all: number) =>
  `Die ersten ${numberText(shown)} von ${numberText(all)} werden gezeigt.`;
export const eachRowIs = (count: number) => `${rows(count)}. Jede Zeile ist:`;
export const column = 'Spalte';
export const goesTo = 'Ziel';
export const howSure = 'Sicherheit';
export const columnNumber = (number: number) => `Spalte ${number}`;
export const newColumn = (header: string) => `Neue Spalte „${header}“`;
export const whereColumnGoes = (header: string) => `Ziel von „${header}“`;
export const leaveOut = 'Auslassen';
export const leftOut = 'ausgelassen';
export const sure = 'sicher';
export const likely = 'wahrscheinlich';
export const guess = 'geraten';
export const teamMembers = (count: number) => counted(count, 'Teammitglied', 'Teammitglieder');
export const inTeam = teamMembers;
export const undecidedWords = (count: number) =>
  count === 1
    ? 'Ein Wort ist noch nicht entschieden: Legen Sie fest, was daraus wird.'
    : `${numberText(count)} Wörter sind noch nicht entschieden: Legen Sie fest, was aus jedem wird.`;
export const everyWordHasPlace = 'Jedes Wort hat seinen Platz. Ändern Sie eines, das woandershin soll.';
export const ofRecords = (tab: RecordTabKey) => `der ${kinds[tab][1]}`;
export const takeSuggestions = (count: number) =>
  count === 1 ? 'Vorschlag übernehmen' : `${numberText(count)} Vorschläge übernehmen`;
export const inYourTab = 'In Ihrem Blatt';
export const rowsWithValue = 'Zeilen';
export const becomes = 'Wird zu';
export const valueBecomes = (header: string, from: string) => `${header}: „${from}“ wird zu`;
export const choose = 'Wählen…';
export const leaveBlank = 'Leer lassen';
export const leaveRowsOut = (count: number) => (count === 1 ? 'Diese Zeile auslassen' : 'Diese Zeilen auslassen');
export const takeValue = (value: string) => `„${value}“ übernehmen`;
export const asLastTime = 'wie zuletzt';
export const readingTheTabs = 'Die Blätter der Tabelle werden gelesen';
export const oldListStays =
  'Ihre alte Liste bleibt, wie sie ist: Rowbook kopiert ihre Zeilen in „Contacts“, „Companies“ und „Deals“, und Sie können das rückgängig machen.';
export const importStoppedMidway =
  'Ein Import ist mittendrin stehen geblieben. Wählen Sie sein Blatt, um dort weiterzumachen.';
export const noTabToImport =
  'Es gibt noch kein Blatt, aus dem importiert werden kann. Fügen Sie Ihre Liste in ein neues Blatt ein oder laden Sie sie hoch (im Menü der Tabelle: Datei → Importieren), und öffnen Sie dann dieses Fenster noch einmal.';
export const tabsToImportFrom = 'Blätter zum Importieren';
export const rowbooksOwnTabs = 'Die eigenen Blätter von Rowbook';
export const stoppedMidway = 'Stehen geblieben';
export const emptyTab = 'Leer';
export const filledTo = (last: number, columnCount: number) =>
  `${last === 1 ? 'Nur Zeile 1' : `Gefüllt bis Zeile ${numberText(last)}`}, ${columns(columnCount)}`;
export const importing = (what: string) => `Import läuft: ${what}`;
export const starting = 'Beginnt…';
export const stopped = 'Angehalten';
export const rowsDone = (count: number, all: number) => `${numberText(count)} von ${rows(all)}`;
export const rowsImported = 'Importierte Zeilen';
export const importGoesOnByItself =
  'Sie können dieses Fenster schließen. Was geschrieben ist, bleibt vollständig, und der Import geht beim nächsten stündlichen Lauf von selbst weiter, oder sobald Sie dieses Fenster wieder öffnen und das Blatt wählen.';
export const writtenSoFarIsWhole =
  'Was bisher geschrieben ist, ist vollständig. Machen Sie dort weiter, wo es angehalten hat; keine Zeile wird doppelt importiert.';
export const continueTheImport = 'Import fortsetzen';
export const imported = 'Importiert.';
export const importedWhat = (what: string, skipped: number) =>
  `${what || 'Nichts Neues: Jede Zeile war schon da'}${skipped > 0 ? `; ${rows(skipped)} ausgelassen` : ''}.`;
export const openThePipelineReport = 'Pipeline-Bericht öffnen';
export const undoTheImport = 'Import rückgängig machen';
export const importAgain = 'Noch einmal importieren';
export const undoingCount = (count: number) => `Wird rückgängig gemacht… bisher ${numberText(count)}`;
export const recordsTakenBack = 'Zurückgenommene Datensätze';
export const restStaysForNow =
  'Wenn Sie dieses Fenster schließen, bleibt der Rest vorerst stehen. Unter „Frühere Importe“ können Sie weitermachen.';
export const importWasUndone = 'Der Import wurde rückgängig gemacht.';
export const takenBack = (count: number, stayed: number) =>
  `${records(count)} zurückgenommen.${stayed > 0 ? ` ${counted(stayed, 'weiterer blieb', 'weitere blieben')}: siehe unten.` : ''}`;
export const whatStayed = 'Was geblieben ist';
export const record = 'Datensatz';
export const whyItStayed = 'Grund';
export const earlierImports = 'Frühere Importe';
export const undoThisImport = 'Import rückgängig machen';
export const undoThisImportOf = (title: string) => `Import aus „${title}“ rückgängig machen`;
export const undoImportOf = (title: string) => `Den Import aus „${title}“ rückgängig machen?`;
export const newRecordsAreTakenOut =
  'Neue Datensätze werden wieder entfernt, und geänderte erhalten ihre Werte zurück.';
export const recordsAreTakenOut = 'Diese Datensätze werden wieder entfernt.';
export const whatChangedSinceStays =
  'Was jemand seitdem geändert hat oder worauf andere Datensätze verweisen, bleibt und wird aufgelistet. Personen in „Team“ bleiben ebenfalls.';
export const importedOn = (moment: string, who: string, what: string) => `Importiert am ${moment} von ${who}: ${what}.`;
export const undoneOn = (moment: string, who: string) => `Rückgängig gemacht am ${moment} von ${who}.`;
export const changedRecords = (what: string) => `${what} geändert`;

// --- Parts of the interface, formats, failures (sidebar/ui, sidebar/*.ts) ----------------------------------------------------

export const dismiss = 'Ausblenden';
export const showAll = 'Alles anzeigen';
export const showLess = 'Weniger anzeigen';
export const showAllOf = (what: string) => `Alles anzeigen: ${what}`;
export const showLessOf = (what: string) => `Weniger anzeigen: ${what}`;

export const someoneIsWriting =
  'Gerade wird die Änderung einer anderen Person geschrieben. Von Ihnen geht nichts verloren: Versuchen Sie es in ein paar Sekunden noch einmal.';
export const recordIsGone = 'Dieser Datensatz ist nicht mehr in der Tabelle. Vielleicht hat ihn jemand gelöscht.';
export const functionDoesNotAnswer = 'Die Cloud-Funktion antwortet nicht. Alles andere geht auch ohne sie.';
export const answerDidNotArrive =
  'Die Antwort ist nicht angekommen. Es ist nichts verloren: Versuchen Sie es noch einmal.';
export const googleRefusedTheCall =
  'Google hat den Aufruf abgelehnt. Das geschieht, wenn Sie bei mehreren Google-Konten angemeldet sind: Öffnen Sie die Tabelle in einem Fenster, in dem nur das Konto angemeldet ist, das sie bearbeiten darf (ein privates Fenster oder ein eigenes Browserprofil), und versuchen Sie es noch einmal.';
export const rowbookNeedsPermission =
  'Rowbook braucht zuerst Ihre Zustimmung. Wählen Sie im Menü „Rowbook → Open sidebar“, stimmen Sie zu und versuchen Sie es noch einmal.';
export const tookTooLong =
  'Das hat länger gedauert, als Google erlaubt. Es ist nichts halb erledigt: Versuchen Sie es noch einmal, vermutlich klappt es dann.';
export const googleLimitsUse =
  'Google begrenzt gerade, wie oft diese Tabelle benutzt werden darf. Warten Sie eine Minute und versuchen Sie es noch einmal.';
export const noConnection =
  'Keine Verbindung zu Google. Prüfen Sie Ihr Netzwerk und versuchen Sie es noch einmal. Was Sie eingegeben haben, ist noch da.';
export const partIsProtected =
  'Dieser Teil der Tabelle ist geschützt, und Ihr Konto darf ihn nicht ändern. Wenden Sie sich an einen Admin.';
export const somethingUnexpected =
  'In diesem Fenster ist etwas Unerwartetes geschehen. Schließen Sie es und öffnen Sie es wieder.';
export const itDidNotWork = (code: string) => `Das hat nicht geklappt (${code}).`;
export const noReasonWasGiven = 'es wurde kein Grund genannt';
export const callDidNotGoThrough = (reason: string) =>
  `Der Aufruf ist nicht durchgekommen: ${reason} Versuchen Sie es noch einmal.`;

export const thisIsNeeded = 'Diese Angabe wird gebraucht.';
export const isNoEmail = (value: string) =>
  `„${value}“ ist keine E-Mail-Adresse. Schreiben Sie sie wie ann@example.com`;
export const isNoPhone = (value: string) => `„${value}“ ist keine Telefonnummer. Schreiben Sie sie wie +49 30 1234567`;
export const isNoNumber = (value: string) => `„${value}“ ist keine Zahl. Schreiben Sie sie wie 1.250,50`;
export const isNoDate = (value: string) => `„${value}“ ist kein Datum. Schreiben Sie es wie 2026-11-23`;
export const isNoChoice = (value: string, choices: string) => `„${value}“ steht nicht zur Auswahl. Möglich: ${choices}`;
export const isNotInWorkbook = (value: string) =>
  `„${value}“ ist nicht in der Tabelle. Wählen Sie etwas aus der Liste oder legen Sie es an.`;
export const otherHasIt = (other: string, value: string) =>
  `${other} hat „${value}“ schon. Öffnen Sie diesen Datensatz, oder nehmen Sie etwas anderes.`;

export const stillWorking = 'Noch in Arbeit. Google Sheets braucht manchmal ein paar Sekunden.';
export const stillWaiting = 'Google hat noch nicht geantwortet. Sie können dies offen lassen: Es geht nichts verloren.';
