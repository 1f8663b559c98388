// Every word that the panels say themselves, in English. A translation is one more file beside this one with the same names, and
// the build makes a page in each language. A word is named by what it says; what has gaps is a function of them.
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

// --- Records, timeline, log, pipeline list, today (sidebar/screens) ----------------------------------------------------------

// --- Forms and history (sidebar/forms, history) ------------------------------------------------------------------------------

// --- Board and report (sidebar/board, report) --------------------------------------------------------------------------------

// --- Lists and settings (sidebar/lists, settings) ----------------------------------------------------------------------------

// --- Import (sidebar/import) -------------------------------------------------------------------------------------------------

// --- Parts of the interface, formats, failures (sidebar/ui, sidebar/*.ts) ----------------------------------------------------
