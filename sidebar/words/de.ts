// Alle Wörter der Fenster auf Deutsch: dieselben Namen wie in en.ts. Menüpunkte von Rowbook und Blätter heißen überall englisch.
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

// --- Records, timeline, log, pipeline list, today (sidebar/screens) ----------------------------------------------------------

// --- Forms and history (sidebar/forms, history) ------------------------------------------------------------------------------

// --- Board and report (sidebar/board, report) --------------------------------------------------------------------------------

// --- Lists and settings (sidebar/lists, settings) ----------------------------------------------------------------------------

// --- Import (sidebar/import) -------------------------------------------------------------------------------------------------

// --- Parts of the interface, formats, failures (sidebar/ui, sidebar/*.ts) ----------------------------------------------------
