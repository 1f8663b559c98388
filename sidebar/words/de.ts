// The words of the panels in German. Tabs and columns as places in the sheet are called as they stand there; as kinds of things they
// have German names.
import type { ComponentChild } from 'preact';
import type { RecordTabKey } from '../../src/domain/schema';
import { numberText } from '../numbers';

export const language = 'de';

/** Headers and titles of tabs. What is the same in German is left out. */
const labels: { readonly [header: string]: string } = {
  Contacts: 'Kontakte',
  'First name': 'Vorname',
  'Last name': 'Nachname',
  Email: 'E-Mail',
  'Other emails': 'Weitere E-Mails',
  Phone: 'Telefon',
  'Other phone': 'Weiteres Telefon',
  Company: 'Firma',
  'Job title': 'Position',
  Source: 'Quelle',
  Owner: 'Zuständig',
  Tags: 'Schlagwörter',
  Street: 'Straße',
  City: 'Ort',
  Postcode: 'Postleitzahl',
  Country: 'Land',
  'Email consent': 'E-Mail-Einwilligung',
  'Do not contact': 'Nicht kontaktieren',
  'Last contact': 'Letzter Kontakt',
  'Next follow-up': 'Nächste Wiedervorlage',
  Notes: 'Notizen',
  Created: 'Erstellt',
  Updated: 'Geändert',
  Companies: 'Firmen',
  Industry: 'Branche',
  Employees: 'Beschäftigte',
  Revenue: 'Umsatz',
  'Parent company': 'Muttergesellschaft',
  'Open value': 'Offener Wert',
  Contact: 'Kontakt',
  Stage: 'Phase',
  Amount: 'Betrag',
  Currency: 'Währung',
  Probability: 'Wahrscheinlichkeit',
  Product: 'Produkt',
  'Started on': 'Begonnen am',
  'Close date': 'Abschlussdatum',
  'Closed on': 'Abgeschlossen am',
  'Lost reason': 'Verlustgrund',
  'Stage since': 'Phase seit',
  Interactions: 'Interaktionen',
  When: 'Wann',
  Kind: 'Art',
  Direction: 'Richtung',
  Subject: 'Betreff',
  Outcome: 'Ergebnis',
  Details: 'Einzelheiten',
  Tasks: 'Aufgaben',
  Title: 'Titel',
  Due: 'Fällig',
  'Due time': 'Uhrzeit',
  Priority: 'Priorität',
  Repeat: 'Wiederholung',
  'Snoozed until': 'Verschoben bis',
  'Done on': 'Erledigt am',
  'Made by rule': 'Durch Regel angelegt',
  Channel: 'Kanal',
  Opened: 'Eröffnet',
  'First answer': 'Erste Antwort',
  Solved: 'Gelöst',
  Description: 'Beschreibung',
  Resolution: 'Lösung',
  Products: 'Produkte',
  Aliases: 'Andere Schreibweisen',
  Category: 'Kategorie',
  Price: 'Preis',
  Active: 'Aktiv',
  Rules: 'Regeln',
  Templates: 'Vorlagen',
  Lists: 'Listen',
  Tab: 'Blatt',
  Settings: 'Einstellungen',
  History: 'Verlauf',
  Outbox: 'Postausgang',
  Shares: 'Freigaben',
};

export const label = (header: string): string => labels[header] ?? header;

const settingLabels: { readonly [header: string]: string } = {
  Role: 'Rolle',
  Manager: 'Führungskraft',
  'Time zone': 'Zeitzone',
  'Digest hour': 'Tagesübersicht um',
  'Working days': 'Arbeitstage',
  Language: 'Sprache',
  'Away until': 'Abwesend bis',
  Value: 'Wert',
  Days: 'Tage',
  Then: 'Dann',
  Body: 'Text',
  Shared: 'Geteilt',
  Setting: 'Einstellung',
  'Stall days': 'Tage bis Stillstand',
  Date: 'Datum',
};

export const settingLabel = (header: string): string => settingLabels[header] ?? label(header);

export { told } from '../told';

const counted = (count: number, one: string, many: string) => `${numberText(count)} ${count === 1 ? one : many}`;

/** After "an", "von", "bei". */
const dativeRecords = (count: number) => counted(count, 'Datensatz', 'Datensätzen');

type Gender = 'm' | 'f' | 'n';

/** "unter drei Kontakten". */
const datives: { readonly [tab in RecordTabKey]: string } = {
  contacts: 'Kontakten',
  companies: 'Firmen',
  deals: 'Deals',
  interactions: 'Interaktionen',
  tasks: 'Aufgaben',
  tickets: 'Tickets',
  products: 'Produkten',
};

const kinds: { readonly [tab in RecordTabKey]: readonly [one: string, many: string, gender: Gender] } = {
  contacts: ['Kontakt', 'Kontakte', 'm'],
  companies: ['Firma', 'Firmen', 'f'],
  deals: ['Deal', 'Deals', 'm'],
  interactions: ['Interaktion', 'Interaktionen', 'f'],
  tasks: ['Aufgabe', 'Aufgaben', 'f'],
  tickets: ['Ticket', 'Tickets', 'n'],
  products: ['Produkt', 'Produkte', 'n'],
};

/** The ending or article that goes with the gender of a record. */
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
export const days = (count: number) => counted(count, 'Tag', 'Tage');
export const columns = (count: number) => counted(count, 'Spalte', 'Spalten');
export const values = (count: number) => counted(count, 'Wert', 'Werte');

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
export const saving = 'Wird gespeichert …';
export const tryAgain = 'Noch einmal versuchen';
export const typedIsStillHere = 'Ihre Eingabe ist noch da.';
export const undo = 'Rückgängig';
export const undone = 'Rückgängig gemacht.';
export const yes = 'Ja';

// --- Shell, find, home, needs attention, grid changes, handing over (sidebar/app, find, entries, screens) --------------------

export const pipelineBoard = 'Pipeline-Board';
export const pipelineReport = 'Pipeline-Bericht';
export const importList = 'Liste importieren';
export const lists = 'Listen';
export const duplicates = 'Dubletten';
export const settings = 'Einstellungen';
export const exportAndLeave = 'Exportieren oder aufhören';
export const openSidebar = 'Seitenleiste öffnen';
export const setUpWorkbook = 'Diese Tabelle einrichten';
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
export const typedIsNotSaved = 'Ihre Eingabe ist noch nicht gespeichert.';
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

export const searchContactsDeals = 'Kontakt oder Deal suchen';
export const clearSearch = 'Suche leeren';
export const lookAndRepair = 'Ansehen und beheben';
export const settingUp = 'Wird eingerichtet …';
export const runSetUpAgain = 'Noch einmal einrichten';
export const loadingRecords = 'Datensätze werden geladen';
export const recent = 'Zuletzt geöffnet';
export const newest = 'Neueste';
export const more = 'Mehr';
export const history = 'Verlauf';
export const wideWindowsOnComputer =
  'Board, Bericht und Import brauchen ein breites Fenster: Am Computer stehen sie im Menü „Rowbook“.';
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
export const oneReminderADay = 'Wer zuständig ist, wird einmal am Tag an alles Fällige erinnert.';
export const makingTheTabs = 'Die Blätter werden angelegt. Das dauert eine halbe Minute.';
export const couldNotStart = 'Rowbook konnte nicht starten';

export const needsAttention = 'Zu klären';
export const lookingAtWorkbook = 'Die Tabelle wird durchgesehen';
export const allIsWell = 'Alles in Ordnung. Jeder Datensatz ist vollständig, jeder Wert kann stimmen.';
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
  `${range} in „${tab}“: Verbindung aufgehoben. Das Sichtbare steht in der ersten Zelle.`;

export const gridChangesAgainstRoles = 'Änderungen gegen Rollen';
export const everyEditorCanType = 'Wer die Datei bearbeiten darf, kann in jede Zelle schreiben.';
export const againstRoleIsPutBack = 'Was die Rolle nicht erlaubt, wird sofort zurückgesetzt.';
export const againstRoleStays = 'Was die Rolle nicht erlaubt, bleibt stehen und erscheint hier.';
export const adminChoosesThat = 'Ein Admin legt das in „Settings“ bei „Änderungen gegen eine Rolle“ fest.';
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
  'Wählen Sie eine Person aus, um zu sehen, wofür sie zuständig ist und was noch offen ist. Bis Sie bestätigen, ändert sich nichts; danach lässt es sich rückgängig machen.';
export const somebodyNotInTeam = 'Jemand, der nicht in „Team“ steht …';
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
  'Die Person bekommt keine E-Mails mehr und kann Rowbook nicht mehr nutzen. Die Datei sperren Sie ihr in Google unter „Freigeben“.';
export const goOnNow = 'Fortsetzen';
export const handOver = 'Übergeben';
export const remindersGoToNewOwner =
  'Die Erinnerungen dazu gehen ab jetzt an die neue Person. Im Verlauf ist es eine einzige Änderung, hier wie dort rückgängig zu machen.';
export const keepWith = (name: string) => `Bei ${name} lassen`;
export const alsoFinished = (what: string) => `Auch ${what}`;
export const setInactive = (name: string) => `${name} in „Team“ auf inaktiv setzen`;
export const handOverCount = (count: number) => `${records(count)} übergeben`;
export const handOverQuestion = (count: number) => `${records(count)} übergeben?`;
export const recordsHandedOver = 'Übergebene Datensätze';
export const handedOverSoFar = (count: number, total: number) =>
  `${numberText(count)} von ${dativeRecords(total)} übergeben`;
export const handedOver = 'Übergeben';
export const handOverUndone = 'Übergabe rückgängig gemacht';
export const undoHandOver = 'Übergabe zurücknehmen';
export const finish = 'Fertig';
export const handedOverTo = (name: string) => `An ${name} übergeben`;
export const recordsWereHandedOver = (count: number) => `${records(count)} übergeben.`;
export const recordsOfHandedOver = (count: number, name: string) => `Übergeben: ${records(count)}, bisher bei ${name}.`;
export const recordsNotHandedOver = (count: number) => `${records(count)} nicht übergeben`;
export const recordsUndoneSoFar = (count: number) => `Bisher ${records(count)} zurückgenommen …`;
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
export const snoozeUntilADate = 'Auf ein Datum verschieben …';
export const snoozeUntil = 'Verschieben auf';
export const snooze = 'Verschieben';
export const changeDueDate = 'Fälligkeit ändern …';
export const newDueDate = 'Neues Fälligkeitsdatum';
export const moveDueDate = 'Ändern';
export const doneWithAnOutcome = 'Mit Ergebnis erledigen …';
export const moreActionsFor = (title: string) => `Weitere Aktionen: ${title}`;
export const dueAgo = (age: string) => `${age} fällig`;
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
export const readBefore = 'Zuletzt gelesener Stand: Neu lesen ging gerade nicht.';

export const whenDidWeTalk = 'Zuletzt gesprochen mit';
export const lastTalkedTo = (name: string) => `Zuletzt gesprochen mit ${name}`;
export const notYetLogged = 'Noch nicht, soweit festgehalten';
export const findACustomer = 'Kunden suchen';
export const customers = 'Kunden';
export const searchingNow = 'Suche läuft …';
export const nobodyFound = 'Niemand zu diesen Wörtern gefunden.';

export const logInteraction = 'Interaktion festhalten';
const interactionKinds: { readonly [stored: string]: string } = {
  Call: 'Anruf',
  Email: 'E-Mail',
  Meeting: 'Termin',
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
export const loggedWithoutNextStep = 'Festgehalten, aber ohne den nächsten Schritt.';
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
  'Das Blatt dieses Datensatzes ist ausgeblendet. Blenden Sie es über die Liste aller Blätter ein.';
export const filterHidesRow =
  'Ein Filter des Blatts blendet die Zeile dieses Datensatzes aus. Ändern Sie den Filter, um sie zu sehen.';
export const rowIsHidden = 'Die Zeile dieses Datensatzes ist ausgeblendet. Blenden Sie sie in der Tabelle ein.';
export const kindDeleted = (tab: RecordTabKey, name: string) => `${kind(tab)} „${name}“ gelöscht.`;
export const moreActions = 'Weitere Aktionen';
export const showInSheet = 'In der Tabelle anzeigen';
export const copyLink = 'Link kopieren';
export const reload = 'Neu laden';
export const deleteKind = (tab: RecordTabKey) => `${kind(tab)} löschen`;
export const deleteThisKind = (tab: RecordTabKey) => `${kind(tab)} löschen?`;
export const deleteIt = 'Löschen';
export const leavesTheSheet = (tab: RecordTabKey, name: string) =>
  `${kind(tab)} „${name}“ wird aus der Tabelle entfernt. Der Verlauf bewahrt alles auf; gleich danach lässt sich das rückgängig machen.`;

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

export const addressAndWeb = 'Adresse und Website';
export const consent = 'Einwilligung';
export const dates = 'Datumsangaben';
export const moreGroup = 'Weitere Felder';
export const yourOwnColumns = 'Ihre eigenen Spalten';

export const meNamed = (name: string) => `${name} (ich)`;
export const inTheSheet = (problem: string) => `In der Tabelle: ${problem}`;
export const cellHoldsFormula = (formula: ComponentChild) => [
  'Diese Zelle enthält die Formel ',
  formula,
  '. Ein hier gespeicherter Wert würde sie ersetzen.',
];
export const writeOverFormula = 'Formel überschreiben';

export const suggestions = 'Vorschläge';
export const findKind = (tab: RecordTabKey) => `${kind(tab)} suchen`;
export const noKindYet = (tab: RecordTabKey) => `Noch keine ${kinds[tab][1]}. Geben Sie zum Anlegen einen Namen ein.`;
export const createNamed = (tab: RecordTabKey, name: string) => `${kind(tab)} „${name}“ anlegen`;
export const kindNotCreated = (tab: RecordTabKey) => `${kind(tab)} konnte nicht angelegt werden.`;
export const notChosenYet = (typed: string, _tab?: RecordTabKey) =>
  `„${typed}“ ist noch nicht ausgewählt: Wählen Sie aus der Liste, legen Sie es neu an oder leeren Sie das Feld.`;

export const thisOrThatIsNeeded = (header: string) => `Diese Angabe oder „${header}“ wird gebraucht.`;
export const neededForStageChosen = 'Diese Angabe wird für die gewählte Phase gebraucht.';
export const thingsToFix = (count: number) =>
  count === 1 ? 'Eine Angabe ist zu korrigieren' : `${count} Angaben sind zu korrigieren`;
export const createItAndSave = 'Anlegen und speichern';

export const startOver = 'Neu beginnen';
export const filledInFromTyped = (fields: string) =>
  `Aus Ihrer Eingabe übernommen: ${fields}. Bitte prüfen, dann speichern.`;
export const allHasValuesAlready = 'Für alles Eingegebene steht hier schon ein Wert.';
export const leftAsItWas = (fields: string) =>
  `Unverändert gelassen: ${fields}. Ihre Eingabe bleibt im Formular für einen neuen Datensatz.`;

export const mayBeThereAlready = (tab: RecordTabKey) => `${kind(tab)}: vielleicht schon da`;
export const theSameEmail = 'dieselbe E-Mail-Adresse';
export const theSamePhone = 'dieselbe Telefonnummer';
export const theSameDomain = 'dieselbe Domain';
export const nearlyTheSameName = 'derselbe oder fast derselbe Name';
export const openThatInstead = 'Stattdessen öffnen';
export const openNamedInstead = (name: string) => `${openThatInstead}: ${name}`;

export const someoneChangedToo = (tab: RecordTabKey) => `${kind(tab)}: Jemand hat auch etwas geändert`;
export const chooseWhichToKeep =
  'Noch ist nichts geschrieben. Wählen Sie, welcher Wert bleibt; Ihre übrigen Änderungen werden mitgespeichert.';
export const stillToChoose = (count: number) =>
  `${count === 1 ? 'Bei einem Feld' : `Bei ${count} Feldern`} ist noch zu wählen.`;
export const saveMyChoices = 'Auswahl speichern';
export const yours = 'Ihr Wert';
export const theirs = 'Anderer Wert';
export const blank = 'leer';
export const justNow = 'gerade eben';
export const valueBefore = (value: string) => `Vorher: ${value}`;

export const pasteSignature = 'Signatur einfügen';
export const signatureOrLine = 'Signatur oder eine Zeile einer E-Mail';
export const readHere = 'Der Text wird hier gelesen, in diesem Fenster.';
export const whatItWasTakenFor = 'Was darin erkannt wurde';
export const leftOverIntoNotes = 'Der Rest, in die Notizen';
export const fieldThereAlready = (header: string, name: string) => `${header} (${name}, schon vorhanden)`;
export const fieldNew = (header: string) => `${header} (neu)`;
export const fieldInsteadOf = (header: string, before: string) => `${header} statt ${before}`;
export const reading = 'Wird gelesen …';
export const nothingReadable = 'Nichts darin sieht nach Name, Adresse oder Nummer aus.';
export const fillIn = 'Ausfüllen';
export const filledIn = (fields: string) => `Ausgefüllt: ${fields}. Bitte prüfen, dann speichern.`;

export const historyOf = (name: string) => `Verlauf von ${name}`;
export const loadingHistory = 'Verlauf wird geladen';
export const noSuchChange = 'Eine solche Änderung gibt es nicht.';
export const moreFurtherBack = 'Bisher nichts gefunden. Weiter zurück gibt es noch mehr.';
export const entriesInAll = (count: number) => `insgesamt ${counted(count, 'Eintrag', 'Einträge')}`;
export const looking = 'Wird gesucht …';
export const undoChangeOf = (count: number) => `Änderung an ${dativeRecords(count)} rückgängig machen?`;
export const changedThemTogether = (who: string) =>
  `Zusammen geändert von: ${who}. Jeder Datensatz erhält zurück, was vorher darin stand; was seither geändert wurde, bleibt und wird danach aufgeführt.`;

export const filter = 'Filter';
export const who = 'Wer';
export const everybody = 'Alle';
export const theTab = 'Blatt';

export const byTyping = 'in der Tabelle eingegeben';
export const byTypingAgainstRole = 'in der Tabelle eingegeben, entgegen der Rolle';
export const byHourlyRun = 'stündlicher Lauf';
export const byHandingOver = 'übergeben';
export const byMerging = 'zusammengeführt';
export const bySidebar = 'Seitenleiste';
export const byImport = 'Import';
export const byUndo = 'durch Rücknahme';
export const byMail = 'E-Mail';
export const bySetUp = 'Einrichtung';

const changeOf = (when: string, who: string, what: string | undefined) =>
  `Änderung vom ${when}, ${who}${what === undefined ? '' : `: ${what}`}`;
export const valuesOfChange = (...change: Parameters<typeof changeOf>) => `Werte, ${changeOf(...change)}`;
export const undoOfChange = (...change: Parameters<typeof changeOf>) => `Rückgängig: ${changeOf(...change)}`;
export const undoRestOfChange = (...change: Parameters<typeof changeOf>) => `Rest rückgängig: ${changeOf(...change)}`;
export const undoRest = 'Rest rückgängig';
export const undoing = 'Wird rückgängig gemacht …';
export const undoingSoFar = (count: number) => `Wird rückgängig gemacht … bisher ${records(count)}`;
export const undoingIt = 'Läuft …';
export const withOtherRecords = (count: number) =>
  `mit ${counted(count, 'weiterem Datensatz', 'weiteren Datensätzen')}`;
export const isUndone = 'Rückgängig gemacht';
export const isUndoneInPart = 'Zum Teil rückgängig gemacht';
export const theValues = 'Werte';
export const firstRecordsShown = (count: number) =>
  count === 1 ? 'Nur der erste Datensatz ist zu sehen.' : `Nur die ersten ${count} Datensätze sind zu sehen.`;
export const andMoreFields = (count: number) => `und ${counted(count, 'weiteres Feld', 'weitere Felder')}`;
export const became = 'wurde zu';

export const recordsPutBack = (count: number) => `${records(count)} zurückgesetzt.`;
export const nothingPutBack = 'Nichts wurde zurückgesetzt.';
export const andMoreLeftAlone = (count: number) => `… und ${numberText(count)} weitere.`;

export const putBackFieldOf = (header: string, name: string) => `„${header}“ zurücksetzen: ${name}`;
export const putBackField = (header: string) => `„${header}“ zurücksetzen?`;
export const fieldPutBack = (header: string) => `„${header}“ zurückgesetzt.`;
export const changedInThisMoment = 'Der Wert wurde gerade eben geändert. Es wurde noch nichts ersetzt.';
export const holdsNow = 'Enthält jetzt';
export const goesBackTo = 'Wird wieder zu';
export const formulaWrittenOver = (formula: string) =>
  `Die Zelle enthält die Formel ${formula}, die überschrieben würde.`;

export const deletedRecords = 'Gelöschte Datensätze';
export const searchDeletedRecords = 'Gelöschte Datensätze durchsuchen';
export const searchByName = 'Nach Namen suchen …';
export const loadingDeletedRecords = 'Gelöschte Datensätze werden geladen';
export const noDeletedRecordCalled = (query: string) => `Kein gelöschter Datensatz heißt „${query}“.`;
export const noRecordDeleted = 'Es wurde noch kein Datensatz gelöscht.';
export const olderAreNotShown = 'Ältere finden Sie, wenn Sie nach dem Namen suchen.';
export const backByUndoingUndo =
  'Was mit einem Import zurückgenommen wurde, kommt wieder, wenn Sie im Verlauf diese Rücknahme rückgängig machen.';
export const namedIsBack = (tab: RecordTabKey, name: string) => `${kind(tab)} „${name}“ ist wieder da.`;
export const restore = 'Wiederherstellen';
export const restoreNamed = (name: string) => `${name} wiederherstellen`;
export const restoring = 'Läuft …';

export const room = 'Platz';
export const roomInWorkbook = 'Platz in dieser Tabelle';
export const countingCells = 'Zellen werden gezählt';
export const shareUsed = (share: string) => `${share} belegt:`;
export const cellsUsed = (total: number, most: number) =>
  `${numberText(total)} von ${numberText(most)} Zellen, leere mitgezählt. ${numberText(most - total)} sind noch frei.`;
export const cellsInUse = 'Belegte Zellen';
export const hiddenTabsUse = (cells: number) =>
  `Davon belegen Rowbooks ausgeblendete Blätter ${numberText(cells)}. Zeilen und Spalten zu löschen, die niemand braucht, schafft Platz.`;

export const undoByPerson = 'Nach Person rückgängig';
export const undoAllOfPerson = 'Alle Änderungen einer Person rückgängig machen';
export const whose = 'Wessen';
export const sinceBeginningOf = 'Seit Beginn des Tages';
export const choosePersonAndDay = 'Wählen Sie eine Person und einen Tag.';
export const lookingThroughHistory = 'Der Verlauf wird durchgesehen …';
export const showWhatWouldBeUndone = 'Erst zeigen, was das betrifft';
export const nothingChangedSince = 'Diese Person hat seither nichts geändert.';
export const changesWouldBeUndone = (changeSets: number, count: number) =>
  `Betroffen: ${counted(changeSets, 'Änderung', 'Änderungen')} an ${dativeRecords(count)}.`;
export const changedByOthersStays =
  'Was andere seither geändert haben, bleibt und wird aufgeführt. Sie können das danach zurücknehmen.';
export const undoRecords = (count: number) => `Bei ${dativeRecords(count)} rückgängig machen`;
export const takeUndoBack = 'Rückgängigmachen zurücknehmen';
export const takingUndoBack = 'Wird zurückgenommen …';

// --- Board and report (sidebar/board, report) --------------------------------------------------------------------------------

export const readingTheDealsNow = 'Deals werden geladen …';
export const openDealsAndSums = (count: number, sums: string) =>
  `${counted(count, 'offener Deal', 'offene Deals')}${sums && `, ${sums}`}`;
export const hiddenByTheFilters = (count: number) =>
  `${counted(count, 'Deal ist', 'Deals sind')} durch die Filter ausgeblendet.`;
export const noOpenDeals =
  'Es gibt keine offenen Deals. Legen Sie einen in der Seitenleiste an oder importieren Sie sie aus einem Blatt.';
export const noDealsYet =
  'Es gibt noch keine Deals. Legen Sie einen in der Seitenleiste an oder importieren Sie sie aus einem Blatt.';
export const arrowKeysMoveDeals =
  'Die Pfeiltasten führen von Karte zu Karte. Alt mit links oder rechts verschiebt den Deal. Die Eingabetaste öffnet ein Menü: den Deal selbst und die Phasen.';
export const openOrMoveDeal = (deal: string) => `${deal} öffnen oder verschieben`;
export const moveTo = (stage: string) => `In „${stage}“ verschieben`;
export const moveDealToStage = (deal: string, stage: string) => `„${deal}“ in „${stage}“ verschieben`;
export const movedToStage = (deal: string, stage: string) => `${deal} in „${stage}“ verschoben.`;
export const dealIsInStage = (deal: string, stage: string) => `${deal} ist jetzt in „${stage}“.`;
export const dealStaysIn = (deal: string, stage: string) =>
  stage ? `${deal} bleibt in „${stage}“.` : `${deal} bleibt ohne Phase.`;
export const closesOnDay = (day: string) => `Abschluss ${day}`;
export const closedOnDay = (day: string) => `Abgeschlossen ${day}`;
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
export const makingTheLink = 'Der Link wird erstellt …';
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
export const readingLists = 'Listen werden gelesen …';
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
export const addThenEnter = 'Eingeben, dann Enter';
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
/** „In den letzten 1 Tagen“ sagt niemand. */
const ofOneDay: { readonly [operator: string]: string } = {
  [isWithinLast]: 'liegt zwischen gestern und heute',
  [isNotWithinLast]: 'liegt nicht zwischen gestern und heute',
  [isWithinNext]: 'liegt zwischen heute und morgen',
};
export const conditionDays = (header: string, operator: string, days: string) =>
  `${header} ${(days === '1' && ofOneDay[operator]) || `${operator} ${days} Tagen`}`;
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
export const previousPage = 'Vorige Seite';
export const nextPage = 'Nächste Seite';
export const recordsShownOf = (from: number, to: number, count: number, tab: RecordTabKey) =>
  `${numberText(from)} bis ${numberText(to)} von ${countOf(count, tab)}`;

export const recordsToWorkThrough = 'Datensätze zum Durcharbeiten';
export const backToList = 'Zurück zur Liste';
export const previous = 'Zurück';
export const altArrowGoesNext = 'Mit Alt und Pfeil nach rechts geht es weiter.';
export const seen = 'gesehen';

export const changeRecords = (count: number, tab: RecordTabKey) => `${countOf(count, tab)} ändern`;
export const whatToDo = 'Was zu tun ist';
export const setField = (header: string) => `${header} setzen`;
export const addToField = (header: string) => `Zu „${header}“ hinzufügen`;
export const removeFromField = (header: string) => `Aus „${header}“ entfernen`;
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
export const readingSettings = 'Einstellungen werden gelesen …';
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
export const deleteNamed = (name: string) => `${name} löschen`;
export const noneYet = 'Noch keine Einträge.';
export const isMissing = (header: string) => `${header} fehlt.`;

export const team = 'Team';
export const whatTeamDoes =
  'Wer Rowbook benutzen darf, in welcher Rolle, und wann die Tagesübersicht kommt. Wer geht, wird auf inaktiv gesetzt, damit die Datensätze ihre Zuständigen behalten; übergeben Sie sie in der Seitenleiste.';
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
export const firstDayBack = 'Der Tag der Rückkehr: Davor kommt keine Tagesübersicht.';

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
  `${counted(count, 'Deal steht', 'Deals stehen')} darin und ${count === 1 ? 'wird' : 'werden'} mitgenommen. Wie lange ${count === 1 ? 'er' : 'sie'} schon in der Phase ${count === 1 ? 'ist' : 'sind'}, bleibt erhalten. Gespeicherte Listen, die nach ${name} fragen, fragen dann nach dem neuen Namen.`;
export const nothingWasRenamed = 'Nichts wurde umbenannt.';
export const carryingOver = (count: number) => `${counted(count, 'Deal wird', 'Deals werden')} mitgenommen …`;
export const carriedOver = (done: number, count: number) => `${numberText(done)} von ${deals(count)} mitgenommen …`;
export const listsKeepOldName = (name: string) =>
  `„Lists“ wurde inzwischen geändert, deshalb fragen gespeicherte Listen noch nach ${name}. Versuchen Sie es noch einmal.`;
export const couldNotCarryOver = (count: number, name: string) =>
  `${counted(count, 'Deal konnte', 'Deals konnten')} nicht mitgenommen werden, daher steht ${name} noch am Ende. Verschieben Sie ${count === 1 ? 'ihn' : 'sie'}, und löschen Sie dann die Phase.`;
export const isCalledNow = (name: string, next: string, count: number) =>
  `${name} heißt jetzt ${next}${count > 0 ? `, mit ${deals(count)}` : ''}.`;
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
  'Uhrzeit der Tagesübersicht, Arbeitstage und Abwesenheit stehen bei jeder Person im Team. An einem Feiertag bekommt niemand eine Tagesübersicht.';
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

export const rules = 'Regeln';
export const whatRulesAre =
  'Was von selbst geschehen soll: Wenn in einem Datensatz etwas eintritt, folgt eine Aufgabe, eine Mail oder eine Änderung.';
export const noRuleRunsYet =
  'In dieser Version läuft noch keine Regel. Was hier eingetragen wird, bleibt im Blatt Rules aufgehoben.';
export const addRule = 'Regel hinzufügen';
export const newRule = 'Neue Regel';
export const addedRule = (name: string) => `Regel „${name}“ hinzugefügt.`;
export const whenLike = 'Etwa „deal enters stage“, „deal without touch“ oder „ticket without answer“.';
export const valueOfRule = 'Welche Phase, Quelle oder welcher Status gemeint ist, wo es einen gibt.';
export const daysOfRule = 'Wie viele Tage vergangen sein müssen, wo gewartet wird.';
export const thenLike = 'Etwa „task for the owner“, „mail from template“ oder „notify the manager“.';
export const textOfRule = 'Der Titel der Aufgabe oder der Name der Vorlage.';
export const whetherRuleCounts = 'Ausgeschaltet bleibt sie erhalten und tut nichts.';
export const templates = 'Vorlagen';
export const whatTemplatesAre = 'Betreffe und Texte von Mails, nach Name und Sprache.';
export const noMailFromTemplatesYet =
  'In dieser Version wird noch keine Mail aus einer Vorlage geschrieben: Die Tagesübersicht hat ihre eigenen Worte. Was hier eingetragen wird, bleibt im Blatt Templates aufgehoben.';
export const addTemplate = 'Vorlage hinzufügen';
export const newTemplate = 'Neue Vorlage';
export const addedTemplate = (name: string) => `Vorlage „${name}“ hinzugefügt.`;
export const templateIsChosenByName = 'Regeln wählen sie mit diesem Namen.';
export const languageOfTemplate = 'Zwei Buchstaben, etwa en oder de. Leer: für alle.';
export const whetherTemplateCounts = 'Ausgeschaltet bleibt sie erhalten und wird nicht benutzt.';

// --- Duplicates (sidebar/duplicates) ----------------------------------------------------------------------------------------

export const lookingForDuplicates = 'Dubletten werden gesucht';
export const whichDuplicates = 'Dubletten unter';
export const titleAndPairs = (title: string, count: number) => `${title} (${numberText(count)})`;
export const readSoFar = (done: number, count: number, tab: RecordTabKey) =>
  `Gelesen: ${numberText(done)} von ${counted(count, kinds[tab][0], datives[tab])} …`;
export const comparingAll = (count: number, tab: RecordTabKey) =>
  `${countOf(count, tab)} ${count === 1 ? 'wird' : 'werden'} verglichen …`;
export const pairsFound = (pairs: number, count: number, tab: RecordTabKey) =>
  `${counted(pairs, 'mögliches Paar', 'mögliche Paare')} unter ${counted(count, kinds[tab][0], datives[tab])}.`;
export const noDuplicatesAmong = (count: number, tab: RecordTabKey) =>
  `Keine Dubletten unter ${counted(count, kinds[tab][0], datives[tab])}.`;
export const pairsLikelyFirst = 'Paare, die sichersten zuerst';
export const filterByName = 'Nach Namen filtern';
export const noPairNamed = (query: string) => `Bei keinem Paar steht „${query}“ im Namen.`;
export const bothNames = (one: string, other: string) => `${one} und ${other}`;

export const almostCertain = 'fast sicher';
export const maybe = 'möglich';
export const whyPaired = 'Was dafür spricht';
export const reasonKinds = {
  email: 'Gleiche E-Mail',
  nearEmail: 'Ähnliche E-Mail',
  phone: 'Gleiche Telefonnummer',
  name: 'Gleicher Name',
  swappedName: 'Vor- und Nachname vertauscht',
  nickname: 'Kurzform des Namens',
  initial: 'Anfangsbuchstabe statt Name',
  nearName: 'Ähnlicher Name',
  company: 'Gleiche Firma',
  domain: 'Gleiche Domain',
  address: 'Gleiche Straße',
  amount: 'Gleicher Betrag',
  date: 'Gleicher Tag',
};
export const nearAmount = 'Ähnlicher Betrag';
export const nearDay = 'Tage nahe beieinander';
export const reasonAndValues = (reason: string, values: string) => `${reason}: ${values}`;

export const compare = 'Vergleichen';
export const comparePair = (one: string, other: string) => `Vergleichen: ${one} und ${other}`;
export const notDuplicates = 'Keine Dublette';
export const pairIsNone = (one: string, other: string) => `Keine Dublette: ${one} und ${other}`;
export const rememberedAsTwo = (one: string, other: string) => `${one} und ${other} sind als zweierlei gemerkt.`;
export const saidToBeTwo = (count: number) => `Keine Dubletten, wie jemand sagte (${numberText(count)})`;
export const takeBack = 'Zurücknehmen';
export const takeBackPair = (one: string, other: string) => `Zurücknehmen: ${one} und ${other}`;
export const tookBackPair = (one: string, other: string) => `${one} und ${other} gelten wieder als mögliche Dublette.`;

export const readingBoth = 'Beide Datensätze werden gelesen';
export const isPartOf = (id: string, name: string) => `Jemand hat ${id} inzwischen mit ${name} zusammengeführt.`;
export const isDeleted = (id: string) =>
  `${id} ist nicht mehr in der Tabelle. Vielleicht hat jemand den Datensatz gelöscht.`;
export const whichStays = 'Welcher Datensatz bleibt';
export const filledFields = (count: number) => counted(count, 'ausgefülltes Feld', 'ausgefüllte Felder');
export const createdOn = (day: string) => `erstellt ${day}`;
export const lastContactOn = (day: string) => `letzter Kontakt ${day}`;
export const movesTo = (kinds: readonly string[], count: number, name: string) =>
  `${listed(kinds)} ${count === 1 ? 'zieht' : 'ziehen'} zu ${name} um.`;
export const nothingMoves = (name: string) => `Zu ${name} gehört nichts, das umziehen müsste.`;
export const whatDiffers = (count: number) => `Unterschiede (${numberText(count)})`;
export const nothingDiffers = 'In allen Feldern steht bei beiden dasselbe.';
export const sameInBoth = (count: number) => `Bei beiden gleich (${numberText(count)})`;
export const bothTogether = 'Beides zusammen';
export const keptAsWell = 'Bleibt zusätzlich';
export const merge = 'Zusammenführen';
export const merging = 'Wird zusammengeführt …';
export const stillToMove = (count: number) => `${records(count)} ${count === 1 ? 'muss' : 'müssen'} noch umziehen …`;
export const mergedInto = (gone: string, kept: string) => `${gone} ist jetzt Teil von ${kept}.`;
export const changedSinceLook = (name: string) =>
  `${name} wurde inzwischen geändert, daher wurde nichts zusammengeführt. Hier steht der neue Stand; Ihre Auswahl gilt weiter. Sehen Sie noch einmal hin, und führen Sie dann zusammen.`;
export const cannotBeMerged =
  'Nichts wurde zusammengeführt. Wählen Sie hierfür einen anderen Wert, oder berichtigen Sie ihn im Datensatz:';
export const mergeStoppedHere =
  'Ein Teil ist schon umgezogen. Machen Sie weiter, oder gehen Sie zurück und machen Sie es rückgängig.';
export const mergeStopped = (gone: string, kept: string) => `${gone} ist nur zum Teil mit ${kept} zusammengeführt.`;

// --- Import (sidebar/import) -------------------------------------------------------------------------------------------------

export const chooseTab = 'Liste wählen';
export const matchColumns = 'Spalten zuordnen';
export const matchValues = 'Werte zuordnen';
export const checkAndImport = 'Prüfen und importieren';
export const importStep = 'Import';
export const importNow = 'Importieren';
export const importRows = (count: number) => `${rows(count)} importieren`;
export const fromTab = (title: string) => `aus „${title}“`;
export const steps = 'Schritte';
export const checkingTheRows = 'Die Zeilen werden geprüft';
export const checkingTheRowsNow = 'Die Zeilen werden geprüft …';
export const readingTheTab = 'Das Blatt wird gelesen';
export const readingTheTabNow = 'Das Blatt wird gelesen …';
export const stillToDecide = (count: number) => `Noch ${numberText(count)} zu entscheiden`;
export const thingsToSettle = (count: number) => `Erst ${counted(count, 'Punkt', 'Punkte')} klären`;
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
export const choose = 'Wählen …';
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
  'Es gibt noch kein Blatt, aus dem importiert werden kann. Wählen Sie oben eine CSV-Datei, oder fügen Sie Ihre Liste ein.';
export const whereListIs = 'Wo ist die Liste?';
export const fromTheWorkbook = 'Ein Blatt dieser Tabelle';
export const fromFile = 'Eine CSV-Datei';
export const fromClipboard = 'Einfügen';
export const dropFileHere = 'Ziehen Sie eine CSV-Datei irgendwo auf dieses Fenster, oder wählen Sie sie aus.';
export const chooseFile = 'Datei wählen';
export const chooseAnotherFile = 'Andere Datei wählen';
export const whichFilesWork =
  'Jedes Trennzeichen, jede Kodierung; bis 20 MB. Eine Excel-Datei öffnen Sie zuerst in Google Sheets und wählen dann hier ihr Blatt.';
export const letGoToRead = 'Loslassen, um die Datei zu lesen';
export const pasteRowsHere = 'Zeilen hier einfügen';
export const howToPaste =
  'Markieren Sie die Zeilen in der anderen Tabelle samt den Spaltenüberschriften, kopieren Sie sie, und fügen Sie sie hier mit Strg+V ein (⌘V am Mac).';
export const readPastedRows = 'Diese Zeilen lesen';
export const pasteOtherRows = 'Etwas anderes einfügen';
export const pastedList = 'Eingefügte Liste';
export const readingTheFile = 'Die Datei wird gelesen …';
export const pleaseOneFile = 'Bitte eine Datei auf einmal: Ziehen oder wählen Sie eine einzelne.';
export const fileCannotBeRead = (name: string) =>
  `„${name}“ lässt sich nicht lesen. Vielleicht wurde die Datei verschoben oder ist in einem anderen Programm geöffnet; wählen Sie sie noch einmal.`;
export const fileIsEmpty = (name: string) => `„${name}“ ist leer. Wählen Sie die Datei, in der die Liste steht.`;
export const fileIsTooLarge = (name: string, size: string, most: string) =>
  `„${name}“ hat ${size} MB; hier gehen bis zu ${most} MB. Teilen Sie die Datei auf, oder öffnen Sie sie in Google Sheets (im Menü der Tabelle: Datei → Importieren) und wählen Sie dann ihr Blatt.`;
export const fileIsWorkbook = (name: string) =>
  `„${name}“ ist eine Arbeitsmappe von Excel oder einem anderen Programm, keine CSV-Datei. Öffnen Sie sie zuerst in Google Sheets (im Menü der Tabelle: Datei → Importieren), und wählen Sie dann hier ihr Blatt. Oder speichern Sie sie in jenem Programm als CSV.`;
export const fileIsNoText = (name: string) =>
  `„${name}“ enthält keinen Text und kann daher keine CSV-Datei sein. Exportieren Sie die Liste in dem Programm, aus dem sie stammt, als CSV.`;
export const nothingToRead =
  'In dem, was Sie eingefügt haben, steht nichts. Kopieren Sie die Zeilen noch einmal, samt den Spaltenüberschriften.';
export const pastedTooMuch = (most: string) =>
  `Das sind mehr als ${most} MB Text. Fügen Sie ihn in mehreren Teilen ein, oder speichern Sie ihn als CSV-Datei.`;
export const cellTooLong = (cell: string, length: number) =>
  `Die Zelle ${cell} hat ${numberText(length)} Zeichen; Google Sheets nimmt höchstens 50.000 in einer Zelle. Kürzen Sie sie, oder sehen Sie nach, ob davor ein Anführungszeichen fehlt.`;
export const listTooWide = (count: number) =>
  `Die Liste hat ${columns(count)}; Google Sheets nimmt höchstens 18.278. Vielleicht ist ein anderes Trennzeichen das richtige.`;
export const quoteStaysOpen = (row: number) =>
  `Das Anführungszeichen in Zeile ${numberText(row)} wird nie geschlossen; deshalb ist alles Weitere zu einer einzigen Zelle geworden. Sehen Sie dort in der Datei nach, bevor Sie weitermachen.`;
export const whatWasRead = 'Was gelesen wurde';
export const rowsAndColumns = (rowCount: number, columnCount: number) => `${rows(rowCount)}, ${columns(columnCount)}`;
export const firstRowsOf = (name: string) => `Erste Zeilen von ${name}`;
export const separatedBy = 'Getrennt durch';
export const separatorNames: { readonly [separator: string]: string } = {
  ',': 'Komma',
  ';': 'Semikolon',
  '\t': 'Tabulator',
  '|': 'Senkrechter Strich',
};
export const nameOfNewTab = 'Name des neuen Blatts';
export const listBecomesTab =
  'Die Liste kommt zuerst als reiner Text in ein neues Blatt dieser Tabelle und wird von dort importiert. Das Blatt bleibt; nach dem Import dürfen Sie es löschen.';
export const fillingTab = (title: string) => `Das Blatt „${title}“ wird gefüllt`;
export const makingTab = 'Das neue Blatt wird angelegt …';
export const rowsArrived = 'Zeilen im neuen Blatt';
export const stopFillingTab = 'Abbrechen';
export const stoppingFilling = 'Wird abgebrochen …';
export const whenStoppedTabGoes = 'Wenn Sie abbrechen, wird das neue Blatt wieder entfernt.';
export const tabWasRemoved = 'Abgebrochen. Das neue Blatt wurde wieder entfernt; importiert wurde nichts.';
export const fillingStopped =
  'Das neue Blatt ist noch nicht vollständig. Machen Sie dort weiter, wo es angehalten hat, oder brechen Sie ganz ab.';
export const notWhole = 'Unvollständig';
export const arrivedSoFar = (count: number, all: number) =>
  `${numberText(count)} von ${rows(all)} sind da. Wählen Sie dieselbe Liste noch einmal oder fügen Sie sie noch einmal ein, um weiterzumachen, oder entfernen Sie das Blatt.`;
export const tabsNotWhole = 'Unvollständige Blätter';
export const removeTab = 'Entfernen';
export const removeTabCalled = (title: string) => `Das Blatt „${title}“ entfernen`;
export const looksLikeExport = (program: string) => `Das sieht nach einem Export aus ${program} aus.`;
export const tabsToImportFrom = 'Blätter zum Importieren';
export const rowbooksOwnTabs = 'Die eigenen Blätter von Rowbook';
export const stoppedMidway = 'Stehen geblieben';
export const emptyTab = 'Leer';
export const filledTo = (last: number, columnCount: number) =>
  `${last === 1 ? 'Nur Zeile 1' : `Gefüllt bis Zeile ${numberText(last)}`}, ${columns(columnCount)}`;
export const importing = (what: string) => `Import läuft: ${what}`;
export const starting = 'Beginnt …';
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
export const undoingCount = (count: number) => `Wird rückgängig gemacht … bisher ${numberText(count)}`;
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
  'Gerade speichert jemand anderes. Von Ihnen geht nichts verloren: Versuchen Sie es gleich noch einmal.';
export const recordIsGone = 'Dieser Datensatz ist nicht mehr in der Tabelle. Jemand hat ihn wohl gelöscht.';
export const functionDoesNotAnswer = 'Die Cloud-Funktion antwortet nicht. Alles andere geht auch ohne sie.';
export const answerDidNotArrive =
  'Die Antwort ist nicht angekommen. Nichts ist verloren: Versuchen Sie es noch einmal.';
export const googleRefusedTheCall =
  'Google hat den Aufruf abgelehnt. Das geschieht, wenn Sie bei mehreren Google-Konten angemeldet sind: Öffnen Sie die Tabelle in einem Fenster, das nur das richtige Konto kennt (ein privates oder ein eigenes Browserprofil), und versuchen Sie es noch einmal.';
export const rowbookNeedsPermission =
  'Rowbook braucht zuerst Ihre Zustimmung. Wählen Sie im Menü „Rowbook → Seitenleiste öffnen“, stimmen Sie zu und versuchen Sie es noch einmal.';
export const tookTooLong =
  'Das hat länger gedauert, als Google erlaubt. Nichts ist halb erledigt: Versuchen Sie es noch einmal.';
export const googleLimitsUse =
  'Google begrenzt gerade, wie oft diese Tabelle benutzt werden darf. Warten Sie eine Minute und versuchen Sie es noch einmal.';
export const noConnection = 'Keine Verbindung zu Google. Prüfen Sie Ihr Netzwerk und versuchen Sie es noch einmal.';
export const partIsProtected = 'Dieser Teil der Tabelle ist für Ihr Konto geschützt. Fragen Sie einen Admin.';
export const somethingUnexpected =
  'Etwas Unerwartetes ist geschehen. Schließen Sie dieses Fenster und öffnen Sie es wieder.';
export const itDidNotWork = (code: string) => `Das hat nicht geklappt (${code}).`;
export const noReasonWasGiven = 'es wurde kein Grund genannt';
export const callDidNotGoThrough = (reason: string) =>
  `Der Aufruf ist nicht durchgekommen: ${reason} Versuchen Sie es noch einmal.`;

export const thisIsNeeded = 'Diese Angabe wird gebraucht.';
export const isNoEmail = (value: string) => `„${value}“ ist keine E-Mail-Adresse. Richtig wäre: ann@example.com`;
export const isNoPhone = (value: string) => `„${value}“ ist keine Telefonnummer. Richtig wäre: +49 30 1234567`;
export const isNoNumber = (value: string) => `„${value}“ ist keine Zahl. Schreiben Sie sie wie 1.250,50`;
export const isNoDate = (value: string) => `„${value}“ ist kein Datum. Schreiben Sie es wie 2026-11-23`;
export const isNoChoice = (value: string, choices: string) => `„${value}“ steht nicht zur Auswahl. Möglich: ${choices}`;
export const isNotInWorkbook = (value: string) =>
  `„${value}“ ist nicht in der Tabelle. Wählen Sie etwas aus der Liste oder legen Sie es an.`;
export const otherHasIt = (other: string, value: string) =>
  `${other} hat „${value}“ schon. Öffnen Sie diesen Datensatz, oder nehmen Sie etwas anderes.`;

export const stillWorking = 'Noch in Arbeit. Google Sheets braucht manchmal ein paar Sekunden.';
export const stillWaiting = 'Google antwortet noch nicht. Lassen Sie dies ruhig offen: Nichts geht verloren.';

// --- What the server and the schema say: English with `{}` for each gap, `{!}` where what fills it is translated as well ----------

export const served: { readonly [english: string]: string } = {
  // Failures that any call may have
  'This account': 'Dieses Konto',
  'This record': 'Dieser Datensatz',
  'Rows or columns were deleted just then. Look again, then try again.':
    'Genau in diesem Moment wurden Zeilen oder Spalten gelöscht. Sehen Sie nach, was jetzt da ist, und versuchen Sie es dann noch einmal.',
  'That did not work: {}': 'Das hat nicht geklappt: {!}',
  'The sheet does not let you change this: a column or tab is protected. Ask an admin of your team.':
    'Die Tabelle lässt diese Änderung nicht zu: Eine Spalte oder ein Blatt ist geschützt. Fragen Sie einen Admin Ihres Teams.',
  'This workbook is not set up yet.': 'Diese Tabelle ist noch nicht eingerichtet.',
  'This workbook is not set up yet. Choose Rowbook → Set up this workbook.':
    'Diese Tabelle ist noch nicht eingerichtet. Wählen Sie „Rowbook → Diese Tabelle einrichten“.',
  'Open the workbook and run this from its Rowbook menu.':
    'Öffnen Sie die Tabelle und starten Sie dies aus ihrem Menü „Rowbook“.',
  '{} is not in the Team tab. Ask an admin of your team to add you.':
    '{!} steht nicht im Blatt „Team“. Bitten Sie einen Admin Ihres Teams, Sie aufzunehmen.',
  'You may look at records, not change them.': 'Sie dürfen Datensätze ansehen, aber nicht ändern.',
  'Left out, as they look like sums, titles or notes and not like records: row {} and {} more.':
    'Ausgelassen, weil sie nach Summen, Titeln oder Anmerkungen aussehen und nicht nach Datensätzen: Zeile {} und {} weitere.',
  'Left out, as it looks like sums, titles or notes and not like records: row {}.':
    'Ausgelassen, weil es nach Summen, Titeln oder Anmerkungen aussieht und nicht nach Datensätzen: Zeile {}.',
  'This list needs {} cells, and the workbook has room for {}. Delete tabs that nobody needs, or bring the list in parts.':
    'Diese Liste braucht {} Zellen, und in der Tabelle ist Platz für {}. Löschen Sie Blätter, die niemand braucht, oder bringen Sie die Liste in Teilen.',
  'The tab that the list was going into has been deleted. Bring the list once more.':
    'Das Blatt, in das die Liste kommen sollte, wurde gelöscht. Wählen Sie die Liste noch einmal.',
  'Say what the list is called, and how many rows and columns it has.':
    'Es fehlt, wie die Liste heißt und wie viele Zeilen und Spalten sie hat.',
  'You may look at records, not import them.': 'Sie dürfen Datensätze ansehen, aber nicht importieren.',
  'You may not make this change.': 'Diese Änderung dürfen Sie nicht machen.',
  'Viewers may look at records, not change them. Ask an admin for another role.':
    'Mit der Rolle „viewer“ dürfen Sie Datensätze ansehen, aber nicht ändern. Bitten Sie einen Admin um eine andere Rolle.',
  'Viewers may look at records, not change them.':
    'Mit der Rolle „viewer“ darf man Datensätze ansehen, aber nicht ändern.',
  'Only admins change {}. Ask an admin.': '{!} dürfen nur Admins ändern. Fragen Sie einen Admin.',
  'Only admins change {}.': '{!} dürfen nur Admins ändern.',
  'This is {}. Ask {} or a manager to change it, or to hand it over to you.':
    'Das ist {!}. Bitten Sie {} oder einen Manager, es zu ändern oder Ihnen zu übergeben.',
  'This is {}.': 'Das ist {!}.',
  'Only managers and admins {}. Ask one of them.': '{!} dürfen nur Manager und Admins. Fragen Sie jemanden von ihnen.',
  'There is no tab “{}”. It is one of {}.': 'Es gibt kein Blatt „{}“, nur {}.',
  'There is no tab “{}” of settings.': 'Es gibt kein Blatt „{}“ mit Einstellungen.',
  'There is no field “{}”.': 'Es gibt kein Feld „{}“.',

  'The server sent no answer.': 'Der Server hat nicht geantwortet.',
  'The script has no function {}.': 'Das Skript hat keine Funktion {}.',

  // Saving
  'Others are saving right now. Nothing was saved; try again in a moment.':
    'Gerade speichern andere. Es wurde nichts gespeichert; versuchen Sie es gleich noch einmal.',
  'Rowbook cannot lock this workbook here, so nothing was saved.':
    'Rowbook kann diese Tabelle hier nicht sperren, deshalb wurde nichts gespeichert.',
  'This record is being changed in the grid. Nothing was saved; try again in a moment.':
    'Dieser Datensatz wird gerade in der Tabelle geändert. Es wurde nichts gespeichert; versuchen Sie es gleich noch einmal.',
  'This is being changed in the grid. Try again in a moment.':
    'Das wird gerade in der Tabelle geändert. Versuchen Sie es gleich noch einmal.',
  '{} is being changed in the grid again and again. Try again in a moment.':
    '{} wird in der Tabelle immer wieder geändert. Versuchen Sie es gleich noch einmal.',
  '{} was changed in the grid in the same moment; that change was kept.':
    '{} wurde im selben Moment in der Tabelle geändert; diese Änderung blieb stehen.',
  '{} was deleted in the grid while it was being saved.':
    '{} wurde in der Tabelle gelöscht, während es gespeichert wurde.',
  '{} was changed by somebody else in the same moment. Nothing was saved.':
    '{} wurde im selben Moment von jemand anderem geändert. Es wurde nichts gespeichert.',
  'Somebody changed {} meanwhile, or it is a formula.':
    '„{!}“ hat inzwischen jemand geändert, oder es ist eine Formel.',
  'Somebody changed it meanwhile.': 'Inzwischen hat es jemand geändert.',
  'Somebody else is changing it.': 'Jemand anderes ändert es gerade.',
  'It has been deleted meanwhile.': 'Es wurde inzwischen gelöscht.',
  'It is not in the workbook any more.': 'Es ist nicht mehr in der Tabelle.',
  '{} is not in the workbook any more.': '{!} ist nicht mehr in der Tabelle.',
  '{} is not in the workbook any more. Restore it first.':
    '{} ist nicht mehr in der Tabelle. Stellen Sie es zuerst wieder her.',
  '{} is not in {} any more.': '{!} ist nicht mehr in „{}“.',
  '{} is changed twice in one change set.': '{} wird in einer Änderung zweimal geändert.',
  '{} was opened in a version that this workbook does not know. Reload it.':
    '{} wurde in einer Version geöffnet, die diese Tabelle nicht kennt. Laden Sie es neu.',
  'At most {} records at once.': 'Höchstens {} Datensätze auf einmal.',
  'At most {} records in one block.': 'Höchstens {} Datensätze in einem Block.',
  'The rows of {} are being moved. Try again in a moment.':
    'Die Zeilen von „{}“ werden gerade verschoben. Versuchen Sie es gleich noch einmal.',
  'Rows were moved while Rowbook was taking in new ones. They are taken in later.':
    'Zeilen wurden verschoben, während Rowbook neue aufnahm. Sie werden später aufgenommen.',
  'What Rowbook keeps about “{}” does not fit a cell ({}).':
    'Was Rowbook über „{}“ aufbewahrt, passt in keine Zelle ({}).',
  'Next follow-up stays: it comes from the open task {}. Finish, move or drop that one.':
    'Die nächste Wiedervorlage bleibt: Sie kommt von der offenen Aufgabe {}. Erledigen, verschieben oder streichen Sie diese.',
  'The function did not check this save: {}': 'Die Funktion hat dieses Speichern nicht geprüft: {!}',
  'The function could not be reached; saves go on without it until {}.':
    'Die Funktion war nicht erreichbar; bis {} wird ohne sie gespeichert.',

  // Values
  '{} is missing.': '{!} fehlt.',
  '{} is kept by Rowbook itself and cannot be set.': '„{!}“ führt Rowbook selbst; es kann nicht gesetzt werden.',
  'Rowbook expected {}, not “{}”.': 'Erwartet wird {!}, nicht „{}“.',
  '{}: expected {}, not “{}”.': '{!}: Erwartet wird {!}, nicht „{}“.',
  'expected {}.': 'erwartet wird {!}.',
  '“{}” is no day of the calendar.': '„{}“ ist kein Tag im Kalender.',
  '“{}” is no day like 2026-11-23.': '„{}“ ist kein Tag wie 2026-11-23.',

  // Deleting, History and undo
  'This record cannot be deleted.': 'Dieser Datensatz kann nicht gelöscht werden.',
  '{} has changed since you opened it: {}. Look at it again first.':
    '{} hat sich geändert, seit Sie es geöffnet haben: {}. Sehen Sie es sich vorher noch einmal an.',
  '{} is back already.': '{} ist schon wieder da.',
  'It is back already.': 'Es ist schon wieder da.',
  'It was changed since.': 'Es wurde seither geändert.',
  'It was changed since, so the record stays.': 'Er wurde seither geändert, deshalb bleibt der Datensatz.',
  'The record was deleted since.': 'Der Datensatz wurde seither gelöscht.',
  'Another record refers to it, so it stays.': 'Ein anderer Datensatz verweist darauf, deshalb bleibt er.',
  'It lies under merged cells.': 'Es liegt unter verbundenen Zellen.',
  'Its column is gone. Add one with this header, then undo again.':
    'Die Spalte ist weg. Legen Sie eine mit dieser Überschrift an und machen Sie es dann noch einmal rückgängig.',
  'There is no change set {} in History.': 'Im Verlauf gibt es keine Änderung {}.',
  'Say which change set to undo.': 'Wählen Sie die Änderung, die rückgängig gemacht werden soll.',
  'Only admins remove Rowbook from the workbook. Ask one of them.':
    'Rowbook aus der Tabelle entfernen dürfen nur Admins. Fragen Sie einen davon.',
  'The import of “{}” is not finished. Finish it, or take it back, then try again.':
    'Der Import von „{}“ ist nicht fertig. Führen Sie ihn zu Ende oder machen Sie ihn rückgängig, dann versuchen Sie es noch einmal.',
  'Only admins undo all changes of a person.': 'Nur Admins machen alle Änderungen einer Person rückgängig.',
  'Too much has changed since then to be undone at once. Choose a later time.':
    'Seither hat sich zu viel geändert, um es auf einmal rückgängig zu machen. Wählen Sie einen späteren Zeitpunkt.',
  '{} has made this import; they or a manager can take it back.':
    '{} hat diesen Import gemacht; zurücknehmen kann ihn diese Person oder ein Manager.',
  'History does not tell of this change of {} any more.': 'Der Verlauf kennt diese Änderung von {} nicht mehr.',
  '{} is kept by Rowbook itself, so it cannot be put back.':
    '„{!}“ führt Rowbook selbst, deshalb kann es nicht zurückgesetzt werden.',
  'Nothing is kept of {}, so it cannot be brought back.':
    'Von {} ist nichts aufbewahrt, deshalb kann es nicht wiederhergestellt werden.',
  '{} stands in {}.': '{} steht in „{}“.',
  '{} stands in {} already.': '{} steht schon in „{}“.',
  '{} could not be brought back. Try again.': '{} konnte nicht wiederhergestellt werden. Versuchen Sie es noch einmal.',
  '{} is {}, which is deleted too. Restore it in {} to have the link back.':
    '{!} ist {}, was ebenfalls gelöscht ist. Stellen Sie es in „{}“ wieder her, dann ist auch die Verbindung zurück.',
  '{} was merged into {}. Undo that in History to have it back.':
    '{} ist in {} aufgegangen. Nehmen Sie das im Verlauf zurück, dann ist es wieder da.',
  '{} still refers to {}: a formula stands there.': '{} verweist noch auf {}: Dort steht eine Formel.',
  '{} was taken out: it would lead back to {} itself.':
    '„{!}“ wurde herausgenommen: Es würde zu {} selbst zurückführen.',
  '{} is a formula in the kept record, so it stays. Leave it out.':
    '„{!}“ ist im Datensatz, der bleibt, eine Formel und bleibt deshalb. Lassen Sie es weg.',
  'Rowbook cannot remember more pairs that are not duplicates. Take some back, or merge or delete records of others: their pairs are forgotten.':
    'Rowbook kann sich keine weiteren Paare merken, die keine Dubletten sind. Nehmen Sie einige zurück, oder führen Sie Datensätze anderer Paare zusammen oder löschen Sie sie: Deren Paare werden vergessen.',
  'Say which two records of the tab are meant: two ids, of a merge with the versions that were looked at.':
    'Sagen Sie, welche zwei Datensätze gemeint sind: zwei IDs, beim Zusammenführen mit den Versionen, die angesehen wurden.',
  'Created by import': 'Durch Import angelegt',
  Created: 'Angelegt',
  Deleted: 'Gelöscht',
  Restored: 'Wiederhergestellt',
  'Merged with {}': 'Zusammengeführt mit {}',
  'Merged into {}': 'Aufgegangen in {}',
  'Created {}': '{} angelegt',
  'Deleted {}': '{} gelöscht',
  'undo of {}': 'Rücknahme von {}',
  'unknown (grid)': 'unbekannt (Tabelle)',
  'grid, against role': 'Tabelle, gegen die Rolle',

  // Needs attention
  'A change by {} ({}) was cut off and could not be completed. What stands in the cells was kept. Look at these records.':
    'Eine Änderung von {} ({}) brach ab und konnte nicht vollendet werden. Was in den Zellen steht, blieb. Sehen Sie sich diese Datensätze an.',
  'The column {} is missing in {}. Its values are not lost.':
    'Die Spalte „{}“ fehlt in „{}“. Ihre Werte sind nicht verloren.',
  '{} has a second column {}, a copy. Rowbook goes on with the first one.':
    '„{}“ hat eine zweite Spalte „{}“, eine Kopie. Rowbook arbeitet mit der ersten weiter.',
  'In {} half of {} moved away: {} sorted without their neighbours (found {}).':
    'In „{}“ ist die Hälfte von {!} verrutscht, sortiert ohne die Nachbarspalten: {} (bemerkt {}).',
  // As one, since a day like 3. März would be taken for the end of a sentence.
  'In {} half of {} moved away: {} sorted without their neighbours (found {}). Changed there as well, and not put right with them: {}.':
    'In „{}“ ist die Hälfte von {!} verrutscht, sortiert ohne die Nachbarspalten: {} (bemerkt {}). Dort ebenfalls geändert und nicht mit richtiggestellt: {}.',
  'Changed there as well, and not put right with them: {}.':
    'Dort ebenfalls geändert und nicht mit richtiggestellt: {}.',
  '{} of {} is merged. Only its first cell can hold a value; nothing can be saved in the others.':
    '{} in „{}“ ist verbunden. Nur die erste Zelle kann einen Wert haben; in den anderen lässt sich nichts speichern.',
  '{} {} belongs to {} as well, in row {}.': '{!} {} gehört auch zu {}, in Zeile {}.',
  '{} points nowhere: {} was deleted.': '{!} verweist ins Leere: {} wurde gelöscht.',
  '{} points nowhere: there never was a {}.': '{!} verweist ins Leere: {} gab es nie.',
  '{}: there is no “{}”.': '{!}: „{}“ gibt es nicht.',
  '{}: “{}” is not {}.': '{!}: „{}“ ist nicht, was erwartet wird: {!}.',
  '{}: “{}” is none of {}.': '{!}: „{}“ ist keines von {}.',
  'Row {} of Outbox was not queued by Rowbook and is never sent. Delete it there.':
    'Zeile {} von „Outbox“ stammt nicht von Rowbook und wird nie gesendet. Löschen Sie sie dort.',
  '{} may have arrived or not.': '{} ist vielleicht angekommen, vielleicht nicht.',
  '{} could not be sent.': '{} konnte nicht gesendet werden.',
  // As one, since “may have arrived or not” would be taken for “{} or {}”.
  'digest to {} may have arrived or not. {} Delete its row in Outbox once it is settled.':
    'Die Tagesübersicht an {} ist vielleicht angekommen, vielleicht nicht. {!} Löschen Sie die Zeile in „Outbox“, sobald es geklärt ist.',
  '{} may have arrived or not. {} Delete its row in Outbox once it is settled.':
    '{} ist vielleicht angekommen, vielleicht nicht. {!} Löschen Sie die Zeile in „Outbox“, sobald es geklärt ist.',
  'digest to {} could not be sent.': 'Die Tagesübersicht an {} konnte nicht gesendet werden.',
  'The run ended while sending.': 'Der Lauf endete beim Senden.',
  'It may have arrived; it is not sent again.': 'Vielleicht kam sie an; sie wird nicht noch einmal gesendet.',
  'The key names no message.': 'Der Schlüssel bezeichnet keine Nachricht.',
  'Rowbook’s memory of this message is unreadable.': 'Was Rowbook über diese Nachricht weiß, ist unlesbar.',
  '“{}” is not an email address.': '„{}“ ist keine E-Mail-Adresse.',
  'Delete its row in Outbox once it is settled.': 'Löschen Sie die Zeile in „Outbox“, sobald es geklärt ist.',
  'There is no such repair. Look at the list again.':
    'Diese Reparatur gibt es nicht. Sehen Sie sich die Liste noch einmal an.',
  'History knows no other value of {}. Open {} and mend it there.':
    'Der Verlauf kennt keinen anderen Wert von „{}“. Öffnen Sie {} und berichtigen Sie es dort.',
  '{} cannot be put back.': '{!} kann nicht zurückgesetzt werden.',
  '{} has just been changed. Look at it again first.':
    '{} wurde gerade geändert. Sehen Sie es sich vorher noch einmal an.',
  'A sort goes through the records of several people. Ask a manager or an admin to put it right.':
    'Eine Sortierung betrifft Datensätze mehrerer Personen. Bitten Sie einen Manager oder Admin, sie richtigzustellen.',
  'Only admins change which columns a tab has.': 'Welche Spalten ein Blatt hat, ändern nur Admins.',
  'The copy holds something else here.': 'In der Kopie steht hier etwas anderes.',
  'There is no copied column {} any more. Look again.':
    'Eine kopierte Spalte „{}“ gibt es nicht mehr. Sehen Sie noch einmal nach.',
  'Columns are being moved. Nothing was changed; try again in a moment.':
    'Gerade werden Spalten verschoben. Es wurde nichts geändert; versuchen Sie es gleich noch einmal.',
  '{} needs the column {}.': '{!} braucht die Spalte „{}“.',
  '{} of {} (cell {} of {}) lies under the merged cells {}, which keep only what stands in their first cell. Nothing was saved; “Needs attention” in the sidebar unmerges them.':
    '{!} von {} (Zelle {} in „{}“) liegt unter den verbundenen Zellen {}, die nur behalten, was in ihrer ersten Zelle steht. Es wurde nichts gespeichert; „Zu klären“ in der Seitenleiste hebt die Verbindung auf.',
  '{} of {} is not merged any more. Look again.': '{} in „{}“ ist nicht mehr verbunden. Sehen Sie noch einmal nach.',
  'This sort is not listed any more. Look at the list again.':
    'Diese Sortierung steht nicht mehr in der Liste. Sehen Sie sich die Liste noch einmal an.',
  'The column “{}” is missing in {}. {}': 'Die Spalte „{}“ fehlt in „{}“. {!}',
  '“Needs attention” in the sidebar brings it back.': '„Zu klären“ in der Seitenleiste bringt sie zurück.',
  'Add one with this header, then try again.':
    'Legen Sie eine mit dieser Überschrift an und versuchen Sie es noch einmal.',
  'Row 1 of {} holds {} where the headers belong. Insert a row above it and choose Rowbook → Set up this workbook.':
    'In Zeile 1 von „{}“ steht {}, wo die Überschriften hingehören. Fügen Sie darüber eine Zeile ein und wählen Sie „Rowbook → Diese Tabelle einrichten“.',
  'The headers of {} stand in row {}; they belong in row 1. Delete the rows above them.':
    'Die Überschriften von „{}“ stehen in Zeile {}; sie gehören in Zeile 1. Löschen Sie die Zeilen darüber.',
  'The tab “{}” is missing. Choose Rowbook → Set up this workbook to bring it back.':
    'Das Blatt „{}“ fehlt. „Rowbook → Diese Tabelle einrichten“ bringt es zurück.',

  // Handing over
  'Only admins switch people off in Team. Ask an admin, or hand over without it.':
    'Nur Admins setzen Personen in „Team“ auf inaktiv. Fragen Sie einen Admin, oder übergeben Sie ohne das.',
  'You cannot switch yourself off. Ask another admin.':
    'Sie können sich nicht selbst auf inaktiv setzen. Fragen Sie einen anderen Admin.',
  'Say whose records are to be handed over.': 'Wählen Sie, wessen Datensätze übergeben werden.',
  'Say who gets the records.': 'Wählen Sie, wer die Datensätze bekommt.',
  '“{}” is nobody in Team.': '„{}“ ist niemand aus „Team“.',
  '{} has them already. Choose somebody else.': '{} hat sie schon. Wählen Sie jemand anderen.',
  '{} is not active in Team. Choose somebody else.': '{} ist in „Team“ nicht aktiv. Wählen Sie jemand anderen.',
  '{} may only look at records. Choose somebody else.': '{} darf Datensätze nur ansehen. Wählen Sie jemand anderen.',

  // Set-up and what stands on top of the sidebar
  'Rowbook is ready.': 'Rowbook ist bereit.',
  'Only admins may run “Set up this workbook” on a workbook in use.':
    'In einer Tabelle, die schon benutzt wird, dürfen nur Admins „Diese Tabelle einrichten“ wählen.',
  'Rowbook needs tabs of its own named {}. Rename yours (right-click the tab), choose Rowbook → Set up this workbook again, then import from them. Nothing was changed.':
    'Rowbook braucht eigene Blätter namens {}. Benennen Sie Ihre um (Rechtsklick auf das Blatt), wählen Sie noch einmal „Rowbook → Diese Tabelle einrichten“ und importieren Sie dann daraus. Es wurde nichts geändert.',
  'The column {} was missing and is back.': 'Die Spalte „{}“ fehlte und ist wieder da.',
  'Reminders go out through the account of {}.': 'Erinnerungen gehen über das Konto von {} hinaus.',
  'This workbook uses {}% of the ten million cells that Google allows. “History” shows which tabs take them; deleting rows and columns that nobody needs makes room.':
    'Diese Tabelle belegt {} % der zehn Millionen Zellen, die Google erlaubt. Welche Blätter sie belegen, zeigt „Verlauf“; Zeilen und Spalten zu löschen, die niemand braucht, schafft Platz.',
  'This workbook is a copy, so it sends no reminders. Choose Rowbook → Set up this workbook to make it a workbook of its own; an admin then turns Automation on in Settings.':
    'Diese Tabelle ist eine Kopie, deshalb sendet sie keine Erinnerungen. „Rowbook → Diese Tabelle einrichten“ macht sie selbständig; danach schaltet ein Admin in „Settings“ die Automatik ein.',
  'Roles that were raised meanwhile are set back: {}.': 'Rollen, die inzwischen erhöht wurden, sind zurückgesetzt: {}.',
  'Not protected for a while, and closed again: {}.': 'Eine Weile ungeschützt und jetzt wieder geschützt: {}.',
  'Not protected for a while, and closed again: {}. An admin should look at what changed there.':
    'Eine Weile ungeschützt und jetzt wieder geschützt: {}. Ein Admin sollte nachsehen, was sich dort geändert hat.',
  'Not protected for a while, and closed again: {}. Roles that were raised meanwhile are set back: {}. An admin should look at what changed there.':
    'Eine Weile ungeschützt und jetzt wieder geschützt: {}. Rollen, die inzwischen erhöht wurden, sind zurückgesetzt: {}. Ein Admin sollte nachsehen, was sich dort geändert hat.',
  'An admin should look at what changed there.': 'Ein Admin sollte nachsehen, was sich dort geändert hat.',
  'Rowbook’s hourly run has not come for more than a day, so no reminders go out. Choose Rowbook → Set up this workbook to start it again.':
    'Rowbooks stündlicher Lauf ist seit über einem Tag ausgeblieben, deshalb gehen keine Erinnerungen hinaus. „Rowbook → Diese Tabelle einrichten“ startet ihn wieder.',
  '{} not sent, or may not have arrived. The Outbox tab says which and why.':
    '{!} nicht gesendet oder vielleicht nicht zugestellt. Welche und warum, steht im Blatt „Outbox“.',
  'Some mails wait until the account may send again. They go by themselves.':
    'Einige E-Mails warten, bis das Konto wieder senden darf. Sie gehen von selbst hinaus.',

  // Lists and settings
  'Two people have the address {}.': 'Zwei Personen haben die Adresse {}.',
  'Somebody active with an address must stay admin: nobody could change this window any more.':
    'Eine aktive Person mit Adresse muss Admin bleiben: Sonst könnte niemand mehr in diesem Fenster etwas ändern.',
  'There must be at least one stage.': 'Es muss mindestens eine Phase geben.',
  'Stage {} needs a name.': 'Phase {} braucht einen Namen.',
  'The stage {} is there twice.': 'Die Phase {} gibt es zweimal.',
  'Only admins rename stages.': 'Nur Admins benennen Phasen um.',
  '“{}” is no currency code like EUR.': '„{}“ ist kein Währungskürzel wie EUR.',
  'The rate of {} must be a number above 0.': 'Der Kurs von {} muss eine Zahl über 0 sein.',
  'The holiday {} needs a date.': 'Der Feiertag {} braucht ein Datum.',
  '{} cannot be asked for “{}”.': 'Nach „{2!}“ kann man bei {1!} nicht fragen.',
  '{}: say which text, at most {} characters.': '{!}: Geben Sie einen Text an, höchstens {} Zeichen.',
  '{}: choose at least one value.': '{!}: Wählen Sie mindestens einen Wert.',
  '{}: say which number.': '{!}: Geben Sie eine Zahl an.',
  '{}: say how many days, 0 to {}.': '{!}: Geben Sie an, wie viele Tage, 0 bis {}.',
  '{}: say which day.': '{!}: Geben Sie einen Tag an.',
  '“{}” is no tab that lists are made of.': 'Aus dem Blatt „{}“ werden keine Listen gemacht.',
  'Its Filter cannot be read.': 'Ihr Filter ist nicht lesbar.',
  'It has more than {} conditions.': 'Sie hat mehr als {} Bedingungen.',

  // Import
  'The tab “{}” is empty. Choose a tab with a header row and rows below it.':
    'Das Blatt „{}“ ist leer. Wählen Sie eines mit einer Kopfzeile und Zeilen darunter.',
  'The tab “{}” has no header row. Put the names of the columns in a row above the first record, then try again.':
    'Das Blatt „{}“ hat keine Kopfzeile. Schreiben Sie die Namen der Spalten in eine Zeile über dem ersten Datensatz und versuchen Sie es noch einmal.',
  'The tab “{}” has a header row, but no row below it.':
    'Das Blatt „{}“ hat eine Kopfzeile, aber keine Zeile darunter.',
  'There is no tab “{}” in this workbook.': 'In dieser Tabelle gibt es kein Blatt „{}“.',
  '“{}” is one of Rowbook’s own tabs. Choose a tab that you brought along.':
    '„{}“ ist eines von Rowbooks eigenen Blättern. Wählen Sie ein Blatt, das Sie mitgebracht haben.',
  'Two columns go to “{}” of {}. Choose one of them.': 'Zwei Spalten gehen zu „{!}“ von {!}. Wählen Sie eine davon.',
  '“{}” of {} cannot be filled by an import.': '„{!}“ von {!} kann ein Import nicht füllen.',
  '“{}” cannot be the name of a new column in {}: choose another.':
    '„{}“ kann nicht der Name einer neuen Spalte in „{}“ sein: Wählen Sie einen anderen.',
  '“{}” looks like a list of your team. Team members are not imported from a tab: an admin types or pastes their names, regions and managers into the Team tab. Names that own imported deals or contacts get there by themselves.':
    '„{}“ sieht nach einer Liste Ihres Teams aus. Teammitglieder werden nicht aus einem Blatt importiert: Ein Admin trägt ihre Namen, Regionen und Manager im Blatt „Team“ ein. Namen, die für importierte Deals oder Kontakte zuständig sind, kommen von selbst dorthin.',
  'No column gives {} or {}, and a {} needs one of them.':
    'Keine Spalte liefert {!} oder {!}; eines davon ist nötig ({!}).',
  'No column gives {}, and a {} needs it.': 'Keine Spalte liefert {!}, und das ist nötig ({!}).',
  'Say what {} becomes as {}.': 'Legen Sie fest, was bei „{2!}“ aus {1} wird.',
  'Say what {} and {} more become as {}.': 'Legen Sie fest, was bei „{3!}“ aus {1} und {2} weiteren wird.',
  'Say what {} become as {}.': 'Legen Sie fest, was bei „{2!}“ aus {1} wird.',
  'Your role may read but not import. Ask an admin of this workbook.':
    'Ihre Rolle darf lesen, aber nicht importieren. Fragen Sie einen Admin dieser Tabelle.',
  'This import would add {} to Team ({}), which only an admin may do. Ask one to import, or skip the owner column.':
    'Dieser Import würde „Team“ um {!} ergänzen ({}), was nur ein Admin darf. Lassen Sie einen Admin importieren, oder lassen Sie die Spalte mit den Zuständigen weg.',
  'This import would add {}, which only an admin may do. Ask one to import, or skip the product column.':
    'Dieser Import würde {!} anlegen, was nur ein Admin darf. Lassen Sie einen Admin importieren, oder lassen Sie die Produktspalte weg.',
  'Adds {} to Team: {}. They have no email there, so they get no mail.':
    'Neu in „Team“ ({}): {}. Dort steht keine E-Mail-Adresse, deshalb gehen keine E-Mails an sie.',
  'Adds {} to Team: {} and {} more. They have no email there, so they get no mail.':
    'Neu in „Team“ ({}): {} und {} weitere. Dort steht keine E-Mail-Adresse, deshalb gehen keine E-Mails an sie.',
  'Adds the column “{}” to {}.': 'Ergänzt „{2}“ um die Spalte „{1}“.',
  '“{}” tells the rows apart: a row that was imported before is not imported again.':
    '„{}“ unterscheidet die Zeilen: Eine schon importierte Zeile wird nicht noch einmal importiert.',
  '1 deal has no name in the tab and is called “{}”.': '1 Deal hat im Blatt keinen Namen und heißt „{}“.',
  '{} deals have no name in the tab: they are called by company and product, else by their row, as “{}”.':
    '{} Deals haben im Blatt keinen Namen: Sie heißen nach Firma und Produkt, sonst nach ihrer Zeile, wie „{}“.',
  '1 lost deal has no lost reason and is imported without one.':
    '1 verlorener Deal hat keinen Verlustgrund und wird ohne importiert.',
  '{} lost deals have no lost reason and are imported without one.':
    '{} verlorene Deals haben keinen Verlustgrund und werden ohne importiert.',
  '1 row is left out because of the problems listed. Correct them in the tab and import again: the others are not made twice.':
    '1 Zeile bleibt wegen der aufgeführten Probleme weg. Berichtigen Sie sie im Blatt und importieren Sie noch einmal: Die anderen entstehen nicht doppelt.',
  '{} rows are left out because of the problems listed. Correct them in the tab and import again: the others are not made twice.':
    '{} Zeilen bleiben wegen der aufgeführten Probleme weg. Berichtigen Sie sie im Blatt und importieren Sie noch einmal: Die anderen entstehen nicht doppelt.',
  '{}: some dates have the day first, others the month. Dates that can be either are read {}.':
    '{}: Bei einigen Daten steht der Tag vorn, bei anderen der Monat. Was beides sein kann, wird {!} gelesen.',
  '{}: some dates are real dates and others are text, read {}. The sheet may have swapped day and month of the real ones: check a few.':
    '{}: Einige Daten sind echte Daten, andere Text, gelesen {!}. Die Tabelle kann bei den echten Tag und Monat vertauscht haben: Prüfen Sie einige.',
  '{}: every date could be day or month first. They are read {}.':
    '{}: Jedes Datum könnte mit Tag oder Monat beginnen. Gelesen wird {!}.',
  '{}: the text is too long ({})': '{}: Der Text ist zu lang ({!})',
  '{}: “{}” is no {}': '{}: „{}“ passt nicht, erwartet: {!}',
  '{} is blank': '{!} ist leer',
  'there is no {} “{}”': '{!} „{}“ gibt es nicht',
  'this is the same {} as row {}, with another {}': 'dasselbe wie Zeile {2} ({1!}), aber mit anderem Wert: {3!}',
  'Row {}, {}': 'Zeile {}, {!}',
  'Row {}: the {} {} was not changed. {}': 'Zeile {}: {3} wurde nicht geändert ({2!}). {4!}',
  '{} has started this import; they or an admin can go on with it.':
    '{} hat diesen Import begonnen; fortsetzen kann ihn diese Person oder ein Admin.',
  'Say which tab to import from.': 'Wählen Sie das Blatt, aus dem importiert wird.',
  'Say for each column where it goes.': 'Die Zuordnung muss für jede Spalte sagen, wohin sie geht.',
  'Say for each value what it becomes.': 'Die Zuordnung muss für jeden Wert sagen, was er wird.',
  'Dates are read dmy or mdy.': 'Daten werden als dmy oder mdy gelesen.',
  'There is no such import. Choose the tab again and start anew.':
    'Diesen Import gibt es nicht. Wählen Sie das Blatt noch einmal und beginnen Sie von vorn.',
  'The import of “{}” is at row {} of {}. Finish it, or take it back, before you start another.':
    'Der Import von „{}“ steht bei Zeile {} von {}. Beenden Sie ihn oder nehmen Sie ihn zurück, bevor Sie einen neuen beginnen.',
  Preparing: 'Wird vorbereitet',
  Finishing: 'Wird abgeschlossen',

  // The report
  'The report page needs the cloud function. Its address stands in Settings, in the row “Function address”.':
    'Die Berichtsseite braucht die Cloud-Funktion. Ihre Adresse steht in „Settings“, in der Zeile „Function address“.',
  'The cloud function could not be reached: {}.': 'Die Cloud-Funktion war nicht erreichbar: {}.',
  'The cloud function answered {}.': 'Die Cloud-Funktion antwortete {}.',
  'The report has no figure “{}”.': 'Der Bericht hat keine Kennzahl „{}“.',
  'There is no report “{}”. There is “pipeline”.': 'Es gibt keinen Bericht „{}“, nur „pipeline“.',
  'The period ends before it begins.': 'Der Zeitraum endet, bevor er beginnt.',
  'Open deals': 'Offene Deals',
  'Deals in a stage that is neither won nor lost.': 'Deals in einer Phase, die weder gewonnen noch verloren ist.',
  'Open value': 'Offener Wert',
  'Sum of the known amounts of open deals. A blank amount is unknown: counted beside it, never as zero; where none is known, neither is the sum.':
    'Summe der bekannten Beträge offener Deals. Ein leerer Betrag ist unbekannt: Er wird daneben gezählt, nie als null; ist keiner bekannt, ist es auch die Summe nicht.',
  'Open without an amount': 'Offen ohne Betrag',
  'Open deals whose amount is blank, unreadable or in a currency without a rate.':
    'Offene Deals, deren Betrag leer, unlesbar oder in einer Währung ohne Kurs ist.',
  'Weighted forecast': 'Gewichtete Prognose',
  'Sum over open deals of amount times probability (the deal’s own, else its stage’s). Won and lost deals are not in it.':
    'Summe aus Betrag mal Wahrscheinlichkeit der offenen Deals (der eigenen, sonst der ihrer Phase). Gewonnene und verlorene Deals sind nicht darin.',
  'Won deals': 'Gewonnene Deals',
  'Deals in a won stage; with a period set, those closed within it.':
    'Deals in einer gewonnenen Phase; bei gewähltem Zeitraum die darin abgeschlossenen.',
  'Won value': 'Gewonnener Wert',
  'Sum of the known amounts of won deals.': 'Summe der bekannten Beträge gewonnener Deals.',
  'Lost deals': 'Verlorene Deals',
  'Deals in a lost stage; with a period set, those closed within it.':
    'Deals in einer verlorenen Phase; bei gewähltem Zeitraum die darin abgeschlossenen.',
  'Lost value': 'Verlorener Wert',
  'Sum of the known amounts of lost deals.': 'Summe der bekannten Beträge verlorener Deals.',
  'Win rate': 'Gewinnquote',
  'Won divided by won plus lost, by number of deals. Open deals are in neither part.':
    'Gewonnen geteilt durch gewonnen plus verloren, nach Zahl der Deals. Offene Deals zählen nirgends mit.',
  'Average won deal': 'Gewonnener Deal im Schnitt',
  'Won value divided by the number of won deals with a known amount. Lost and open deals stay out.':
    'Gewonnener Wert geteilt durch die Zahl der gewonnenen Deals mit bekanntem Betrag. Verlorene und offene bleiben außen vor.',
  'Sales cycle, won (mean)': 'Verkaufszyklus, gewonnen (Mittel)',
  'Mean of the whole days from Started on to Closed on, over won deals that have both.':
    'Mittel der ganzen Tage von „Begonnen am“ bis „Abgeschlossen am“ über die gewonnenen Deals, die beides haben.',
  'Sales cycle, won (median)': 'Verkaufszyklus, gewonnen (Median)',
  'Median of the whole days from Started on to Closed on, over won deals that have both.':
    'Median der ganzen Tage von „Begonnen am“ bis „Abgeschlossen am“ über die gewonnenen Deals, die beides haben.',
  'Sales cycle, lost (mean)': 'Verkaufszyklus, verloren (Mittel)',
  'Mean of the whole days from Started on to Closed on, over lost deals that have both.':
    'Mittel der ganzen Tage von „Begonnen am“ bis „Abgeschlossen am“ über die verlorenen Deals, die beides haben.',
  'Sales cycle, lost (median)': 'Verkaufszyklus, verloren (Median)',
  'Median of the whole days from Started on to Closed on, over lost deals that have both.':
    'Median der ganzen Tage von „Begonnen am“ bis „Abgeschlossen am“ über die verlorenen Deals, die beides haben.',
  'In no figure: the stage is blank or not among the stages of Settings{}. Correct the deal, or add the stage.':
    'In keiner Kennzahl: Die Phase ist leer oder nicht unter den Phasen der Einstellungen{}. Berichtigen Sie den Deal, oder ergänzen Sie die Phase.',
  'In no figure: a period is chosen, and the deal has no day to place it by (Close date while open, else Closed on).':
    'In keiner Kennzahl: Ein Zeitraum ist gewählt, und der Deal hat keinen Tag, nach dem er einzuordnen ist („Abschlussdatum“, solange er offen ist, sonst „Abgeschlossen am“).',
  'Counted, but in no sum: the Amount is not a number that can be summed. Correct the cell.':
    'Gezählt, aber in keiner Summe: Der Betrag ist keine Zahl. Berichtigen Sie die Zelle.',
  'Counted, but in no sum: Settings has no rate for that day for {}. Add a Currency row there.':
    'Gezählt, aber in keiner Summe: In den Einstellungen fehlt für diesen Tag ein Kurs für {}. Ergänzen Sie ihn unter den Währungen.',
  'Not in the weighted forecast: the Probability is not between 0% and 100%. Correct the cell.':
    'Nicht in der gewichteten Prognose: Die Wahrscheinlichkeit liegt nicht zwischen 0 % und 100 %. Berichtigen Sie die Zelle.',
  'Not in the sales cycle: Started on or Closed on is blank or no date.':
    'Nicht im Verkaufszyklus: „Begonnen am“ oder „Abgeschlossen am“ ist leer oder kein Datum.',
  'Not in the sales cycle: closed before it started. Correct one of the dates.':
    'Nicht im Verkaufszyklus: Der Abschluss liegt vor dem Beginn. Berichtigen Sie eines der Daten.',

  // Hints beside fields
  'Given by Rowbook, never used twice.': 'Von Rowbook vergeben, nie zweimal.',
  'A date here makes or moves the task.': 'Ein Datum hier legt die Aufgabe an oder verschiebt sie.',
  'Sum of open deals, in the workbook’s currency.': 'Summe der offenen Deals, in der Währung der Tabelle.',
  'Blank means the workbook’s currency.': 'Leer bedeutet die Währung der Tabelle.',
  'Blank means the stage’s.': 'Leer bedeutet die der Phase.',
  'The day you expect to win or lose it.': 'Der Tag, an dem er voraussichtlich gewonnen oder verloren ist.',
  'Set when the deal is won or lost.': 'Wird gesetzt, wenn der Deal gewonnen oder verloren ist.',
  'Other spellings that mean this product, separated by commas.':
    'Andere Schreibweisen für dieses Produkt, durch Kommas getrennt.',
  'May be blank: then no mail is sent.': 'Darf leer sein: Dann wird keine E-Mail gesendet.',
  'Like Europe/Paris. Blank means the workbook’s.': 'Wie Europe/Paris. Leer bedeutet die der Tabelle.',
  '0 to 23, in this person’s zone. Blank means 8.': '0 bis 23, in der Zeitzone dieser Person. Leer bedeutet 8.',
  'Blank means Mon, Tue, Wed, Thu, Fri.': 'Leer bedeutet Mo, Di, Mi, Do, Fr.',
  'The first day back: no digest before it.': 'Der Tag der Rückkehr: Davor kommt keine Tagesübersicht.',
};

/** What fills gaps of these sentences and is none by itself. */
export const fillings: { readonly [english: string]: string } = {
  '{}’s contact': 'ein Kontakt von {}',
  '{}’s contact ({})': 'ein Kontakt von {} ({})',
  '{}’s company': 'eine Firma von {}',
  '{}’s company ({})': 'eine Firma von {} ({})',
  '{}’s deal': 'ein Deal von {}',
  '{}’s deal ({})': 'ein Deal von {} ({})',
  '{}’s interaction': 'eine Interaktion von {}',
  '{}’s interaction ({})': 'eine Interaktion von {} ({})',
  '{}’s task': 'eine Aufgabe von {}',
  '{}’s task ({})': 'eine Aufgabe von {} ({})',
  '{}’s ticket': 'ein Ticket von {}',
  '{}’s ticket ({})': 'ein Ticket von {} ({})',
  'hand records over': 'Datensätze übergeben',
  'see this list': 'Diese Liste sehen',
  'it answered {}': 'sie antwortete {}',
  'it answered something else': 'sie antwortete etwas anderes',
  '{} or {}': '{!} oder {!}',
  'yes or no': 'ja oder nein',
  'one {}': 'nur ein Wert ({!})',
  'a field of this tab': 'ein Feld dieses Blattes',
  'nothing: Rowbook keeps this field itself': 'nichts: Rowbook führt dieses Feld selbst',
  'a value that no other record has ({} has it)': 'ein Wert, den kein anderer Datensatz hat ({!} hat ihn)',
  'another new record': 'ein anderer neuer Datensatz',
  'an existing record': 'ein vorhandener Datensatz',
  'a date like 2026-11-23': 'ein Datum wie 2026-11-23',
  'a date and time like 2026-11-23 09:30': 'Datum und Uhrzeit wie 2026-11-23 09:30',
  'a time like 09:30': 'eine Uhrzeit wie 09:30',
  'a date as text, like 2026-11-23': 'ein Datum als Text, wie 2026-11-23',
  'at most {} characters': 'ein Text mit höchstens {} Zeichen',
  'text of at most {} characters': 'höchstens {} Zeichen',
  'a number like 1234.5': 'eine Zahl wie 1234,5',
  'a share from 0% to 100%': 'ein Anteil von 0 % bis 100 %',
  'a record of {}, like “Name (ID)”': 'ein Datensatz von „{}“, wie „Name (ID)“',
  'someone in Team': 'jemand aus „Team“',
  'an address like ann@example.com': 'eine Adresse wie ann@example.com',
  'a phone number, like +49 30 1234567': 'eine Telefonnummer wie +49 30 1234567',
  'phone number': 'Telefonnummer',
  'email address': 'E-Mail-Adresse',
  'currency code like EUR': 'Währungskürzel wie EUR',
  '{} row': '{} Zeile',
  '{} rows': '{} Zeilen',
  '1 mail was': '1 E-Mail wurde',
  '{} mails were': '{} E-Mails wurden',
  contact: 'Kontakt',
  company: 'Firma',
  deal: 'Deal',
  product: 'Produkt',
  record: 'Datensatz',
  '1 person': '1 Person',
  '{} people': '{} Personen',
  '1 product': '1 Produkt',
  '{} products': '{} Produkte',
  'day first, as in 31/12/2024': 'mit dem Tag zuerst, wie 31/12/2024',
  'month first, as in 12/31/2024': 'mit dem Monat zuerst, wie 12/31/2024',
  interaction: 'Interaktion',
  task: 'Aufgabe',
  ticket: 'Ticket',
  parentCompany: 'Muttergesellschaft',
  value: 'Wert',
  date: 'Datum',
  time: 'Uhrzeit',
  amount: 'Betrag',
  number: 'Zahl',
  percentage: 'Prozentsatz',
  'a record that exists': 'ein Datensatz, den es gibt',
  'another role or owner': 'eine andere Rolle oder Zuständigkeit',
};

// --- Das Fenster zum Mitnehmen der Daten und zum Aufhören (sidebar/export) ----------------------------------------------------

export const readingRecords = 'Datensätze werden gelesen …';
export const recordsInAll = (count: number) => `${records(count)} insgesamt`;
export const takeDataAlong = 'Daten mitnehmen';
export const filesFor = 'Dateien für';
export const plainCsv = 'Einfaches CSV';
export const aboutFilesFor = {
  plain:
    'Eine Datei je Blatt, mit allen Spalten unter ihren eigenen Überschriften. Jedes Programm kann sie lesen, und Rowbook kann sie wieder importieren.',
  hubspot:
    'Überschriften, die HubSpot kennt. Importieren Sie zuerst die Firmen, dann Kontakte, Deals, Notizen und Aufgaben: Jede Zeile nennt, wozu sie gehört, mit Domain, Adresse oder Namen.',
  pipedrive:
    'Überschriften wie in Pipedrives eigenen Exporten. Importieren Sie zuerst Organisationen, dann Personen, Deals und Aktivitäten: Jede Zeile nennt, wozu sie gehört.',
};
export const nothingToExport = 'Es gibt noch keinen Datensatz zum Exportieren.';
export const rowsInFile = (count: number) => counted(count, 'Zeile', 'Zeilen');
export const download = 'Herunterladen';
export const isInDownloads = (file: string) => `„${file}“ liegt in Ihren Downloads.`;
export const removeRowbook = 'Rowbook entfernen';
export const removeRowbookAsk = 'Rowbook entfernen …';
export const removeRowbookNow = 'Rowbook aus dieser Tabelle entfernen?';
export const whatStaysAfterRemoval =
  'Ihre Blätter bleiben, wie sie sind, mit jedem Datensatz, seiner ID, eigenen Spalten, Formeln und Formaten; Team, Einstellungen und Verlauf bleiben als einfache Blätter.';
export const whatGoesWithRemoval =
  'Was Rowbook darum herum angelegt hat, geht: Erinnerungen und alles, was von selbst läuft, geschützte Blätter, die versteckten Blätter. Damit geht auch der Rückweg: Keine Änderung lässt sich mehr rückgängig machen, und älterer, gepackter Verlauf ist weg.';
export const onlyAdminsRemove = 'Nur Admins entfernen Rowbook. Fragen Sie einen Admin Ihres Teams.';
export const removalCannotBeUndone =
  'Das lässt sich nicht rückgängig machen. Erinnerungen enden sofort. Sie können Rowbook später auf denselben Blättern wieder einrichten, aber der Verlauf von vorher lässt sich dann nicht mehr rückgängig machen.';
export const removingRowbook = 'Rowbook wird entfernt …';
export const rowbookIsRemoved = 'Rowbook ist aus dieser Tabelle entfernt.';
export const whatToDoAfterRemoval =
  'Ihre Blätter sind jetzt einfache Blätter. Um auch das Menü loszuwerden, löschen Sie das Skript: Erweiterungen → Apps Script.';
export const triggersAreLeft = (who: string) =>
  `Die Trigger, die ${who} eingerichtet hat, bleiben, bis die Person sie entfernt (Erweiterungen → Apps Script → Trigger). Sie finden nichts zu tun.`;
