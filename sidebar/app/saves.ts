// Saves that nobody waits for: what they change shows at once. One that is refused takes that back, says why, and brings what was
// typed back into its form.
import { nameOf } from '../../src/domain/record';
import type { RecordTabKey } from '../../src/domain/schema';
import type { RecordPage, SaveInput, SaveResult, StartView } from '../../src/rpc/contract';
import { call } from '../call';
import { type Draft, draftOf, type NewDraft } from '../forms/draft';
import { entryOf } from '../forms/entry';
import { allFields } from '../forms/layout';
import type { Saved, SaveState } from '../forms/save-state';
import { issueSentence, sentenceFor } from '../messages';
import { toast } from '../ui/toasts';
import * as words from '../words';
import type { App, Screen } from './app';
import { hasUnsaved } from './leaving';
import { store } from './store';

/** The save of each record that was sent last: the next one of the same record waits for its answer. */
const sent = new Map<string, Promise<unknown>>();

/** Saves changes of an existing record; `draft` is what was typed. `onSaved` is called when they are in the workbook. */
export function saveBehind(
  app: App,
  input: SaveInput & { id: string },
  draft: Draft,
  onSaved: (saved: Saved) => void,
): void {
  const { tab, id } = input;
  const shows = store.comes(tab, id, (page) => withChanges(page, input, draft));
  const before = sent.get(id) ?? Promise.resolve();
  const asked = before.then(() => call.saveRecord(input));
  const end = asked.then(
    (result) => {
      shows();
      if (result.status !== 'saved') return refused(app, input, draft, stateOf(input, result));
      const keeper = draftOf<Draft>(app.start, `${tab}.${id}`);
      if (JSON.stringify(keeper.read()) === JSON.stringify(draft)) keeper.drop();
      store.keepRecord(result.record);
      onSaved(result);
      app.touched();
    },
    (error) => {
      shows();
      refused(app, input, draft, { kind: 'failed', input, sentence: sentenceFor(error) });
    },
  );
  sent.set(id, end);
}

/** Kinds of which a new record is on its way. */
const underway = new Set<RecordTabKey>();

/** The draft that a form for a new record goes on with: what the last window sent and did not hear of again, where nothing newer is typed. */
export function newDraft(start: StartView, tab: RecordTabKey): NewDraft {
  const isKept = (name: NewDraft) => draftOf(start, `${tab}.${name}`).read() !== null;
  return !underway.has(tab) && isKept('sent') && !isKept('new') ? 'sent' : 'new';
}

/**
 * Saves the new record that was typed into `form`, as `saveBehind` does; its page stands in the place of the form at once. False, and
 * nothing done, where the last one of its kind is on its way still, or was refused and waits to be looked at.
 */
export function saveNew(
  app: App,
  input: SaveInput,
  draft: Draft,
  form: Extract<Screen, { kind: 'form' }>,
  onSaved: (saved: Saved) => void,
): boolean {
  const { tab } = input;
  const keeper = (name: NewDraft) => draftOf<Draft>(app.start, `${tab}.${name}`);
  const isThis = (other: Draft | null) => JSON.stringify(other) === JSON.stringify(draft);
  const last = keeper('sent').read();
  if (underway.has(tab) || (last && !isThis(last))) return false;
  underway.add(tab);
  keeper('sent').keep(draft);
  if (isThis(keeper('new').read())) keeper('new').drop();
  const page = newPage(input, { ...form.preset?.labels, ...draft.labels });
  const coming: Screen = { kind: 'coming', page };
  app.replace(coming);
  const end = (ended: SaveState) => {
    underway.delete(tab);
    const again: Screen = { ...form, sent: true, ended };
    if (app.screen() === coming) return app.replace(again);
    app.replace(null, coming);
    toastRefusal(ended, (stayed) => app.go(again, stayed));
  };
  call.saveRecord(input).then(
    (result) => {
      if (result.status !== 'saved') return end(stateOf(input, result));
      underway.delete(tab);
      keeper('sent').drop();
      const { record } = result;
      store.keepPage({ ...page, record });
      app.replace({ kind: 'record', tab, id: record.id, known: { name: record.name, detail: '' } }, coming);
      onSaved(result);
      app.touched();
    },
    (error) => end({ kind: 'failed', input, sentence: sentenceFor(error) }),
  );
  return true;
}

/** What a save came to that is not through. */
export function stateOf(input: SaveInput, result: Exclude<SaveResult, Saved>): SaveState {
  return result.status === 'invalid'
    ? { kind: 'invalid', issues: result.issues }
    : { kind: 'conflict', input, record: result.record, conflicts: result.conflicts };
}

/**
 * A save was refused that the person did not wait for. Back to its form, when they still look at the record and nothing else is typed;
 * else a word, with the way there. `draft` null: the form's own draft holds what was typed.
 */
export function refused(app: App, input: SaveInput, draft: Draft | null, ended: SaveState): void {
  const { tab, id } = input;
  const back = (stayed?: () => void) => {
    if (id !== undefined) draftOf<Draft>(app.start, `${tab}.${id}`).keep(draft ?? draftFor(app, input));
    app.go({ kind: 'form', tab, ...(id === undefined ? {} : { id }), ended }, stayed);
  };
  app.touched();
  const at = app.screen();
  const isThere = at.kind === 'record' && at.tab === tab && at.id === id;
  if (isThere && !hasUnsaved() && !document.querySelector('dialog[open]')) back();
  else toastRefusal(ended, back);
}

/** Says so again when the person stays where they are after all. */
function toastRefusal(ended: SaveState, back: (stayed: () => void) => void): void {
  const tell = () => toast(words.notSavedBecause(reasonOf(ended)), { label: words.backToIt, run: () => back(tell) });
  tell();
}

function reasonOf(ended: SaveState): string {
  if (ended.kind === 'invalid') return ended.issues.map(issueSentence).join(' ');
  return ended.kind === 'failed' ? ended.sentence : words.someoneChangedSameField;
}

/** The changes of a save as what somebody typed. */
function draftFor(app: App, { tab, changes, base, baseVersion = 0 }: SaveInput): Draft {
  const fields = allFields(tab, app.start).filter(({ key }) => key in changes);
  const entries = Object.fromEntries(fields.map(({ key, field }) => [key, entryOf(field, changes[key])]));
  return { entries, labels: {}, opened: { version: baseVersion, fields: base ?? {} } };
}

/** The page of a record that has no ID and no row yet. */
function newPage({ tab, changes: fields }: SaveInput, labels: Draft['labels']): RecordPage {
  const name = nameOf(tab, fields) || words.newKind(tab);
  const record = { tab, id: '', version: 0, name, fields, labels, formulas: {}, issues: [], row: 0 };
  return { record, related: [], timeline: [] };
}

function withChanges(page: RecordPage, { tab, changes }: SaveInput, { labels }: Draft): RecordPage {
  const { record } = page;
  const fields = { ...record.fields, ...changes };
  const name = nameOf(tab, fields) || record.name;
  return { ...page, record: { ...record, fields, name, labels: { ...labels, ...record.labels } } };
}
