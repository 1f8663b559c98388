// The state of a record's form: what was typed, what it reads as, what is wrong with it. No markup here.
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { isBlank } from '../../src/domain/record';
import type { Field, FieldValue, RecordTabKey } from '../../src/domain/schema';
import type { Issue, RecordView, SaveInput, StartView } from '../../src/rpc/contract';
import type { Preset } from '../app/app';
import { store } from '../app/store';
import { issueSentence } from '../messages';
import * as words from '../words';
import { type Carried, type Draft, type DraftKeeper, draftOf, type NewDraft } from './draft';
import { type Entry, entryOf, isUnchosen, readEntry, sameValue } from './entry';
import { allFields, isEditable } from './layout';
import { type Named, recordNamed, referenceTab } from './references';

export interface Problem {
  field: string;
  label: string;
  message: string;
  /** It is that a reference is only typed: it goes as soon as one is chosen. */
  unchosen?: boolean;
}

/** The records that names typed in references' inputs mean, by field. */
export type Settled = { readonly [key: string]: { readonly typed: string; readonly record: Named } };

export interface Form {
  entry: (key: string) => Entry;
  set: (key: string, entry: Entry) => void;
  labels: { readonly [reference: string]: string };
  /** What was typed; null: nothing. */
  draft: Draft | null;
  keeper: DraftKeeper<Draft>;
  label: (reference: string, name: string) => void;
  /** Every entry by key, for inputs whose choices depend on others. */
  entries: { readonly [key: string]: Entry };
  dirty: boolean;
  /** True when what is shown was typed before and kept. */
  restored: boolean;
  discard: () => void;
  /** Looks up the names typed in references' inputs. Null: there is none. */
  lookUp: () => Promise<Settled> | null;
  /** Chooses what was looked up, where nothing else was typed since. */
  settle: (settled: Settled) => void;
  /** What to save (with what `settle` chose just now), or what keeps it from being saved. */
  read: (settled?: Settled) => { ok: true; input: SaveInput } | { ok: false; problems: Problem[] };
  /** The outcome of the chosen stage, for fields that only matter to one of them. */
  outcome: string;
  agreed: ReadonlySet<string>;
  /** The person agreed to write over the formula in this field. */
  agree: (key: string) => void;
}

type Fields = { [key: string]: FieldValue };

/**
 * A form over `record` (as it was when the form was first touched), or over a new record that begins with `preset` and whose draft is
 * kept as `draftName`. What is `carried` here from another form fills fields that are blank.
 */
export function useForm(
  tab: RecordTabKey,
  start: StartView,
  record: RecordView | undefined,
  preset: Preset | undefined,
  carried?: Carried,
  draftName: NewDraft = 'new',
): Form {
  const fields = useMemo(() => allFields(tab, start).filter(isEditable), [tab, start]);
  const kept = record?.id ?? draftName;
  const keeper = useMemo(() => draftOf<Draft>(start, `${tab}.${kept}`), [tab, start, kept]);
  const fresh = record ? { version: record.version, fields: record.fields } : null;
  // What is on its way into the workbook is the record's already.
  const [before] = useState(() => (record && store.isComing(tab, record.id) ? null : keeper.read()));
  const [draft, setDraft] = useState<Draft | null>(
    () =>
      before ??
      (record && carried ? { opened: fresh, labels: carried.labels, entries: fitting(record, carried) } : null),
  );
  const [restored, setRestored] = useState(before !== null);
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set());

  const against = draft ? draft.opened : fresh;
  // What a refused save elsewhere has left here holds the fields that it was to change, and no others.
  const opened = against && { ...against, fields: { ...record?.fields, ...against.fields } };
  const begin: Fields = opened?.fields ?? beginning(fields, start, preset);
  const labels = { ...preset?.labels, ...record?.labels, ...draft?.labels };
  const entries: { [key: string]: Entry } = {};
  for (const { key, field } of fields) entries[key] = draft?.entries[key] ?? entryOf(field, begin[key]);

  const change = (next: Pick<Draft, 'entries' | 'labels'>) =>
    setDraft((now) => ({
      opened: now ? now.opened : fresh,
      entries: { ...now?.entries, ...next.entries },
      labels: { ...now?.labels, ...next.labels },
    }));

  // Before the next paint: a window may close right after a key.
  useLayoutEffect(() => {
    if (draft) keeper.keep(draft);
  }, [draft, keeper]);

  const dirty = draft
    ? Object.keys(draft.entries).some((key) => {
        const field = fields.find((one) => one.key === key)?.field;
        if (!field) return false;
        const reading = readEntry(field, draft.entries[key] ?? '');
        return !reading.ok || !sameValue(reading.value, begin[key] ?? blankOf(field));
      })
    : false;

  const outcome = outcomeOf(start, entries);

  /** The record looked up for a field, while what was looked up still stands in it. */
  const meant = (key: string, settled: Settled): Named | undefined => {
    const entry = entries[key] ?? '';
    const found = settled[key];
    return found && isUnchosen(entry) && entry.unchosen.trim() === found.typed ? found.record : undefined;
  };

  const lookUp: Form['lookUp'] = () => {
    const asked = fields.flatMap(({ key, field }) => {
      const entry = entries[key] ?? '';
      const tab = referenceTab(field);
      const typed = isUnchosen(entry) ? entry.unchosen.trim() : '';
      return tab && typed !== '' ? [{ key, tab, typed }] : [];
    });
    if (asked.length === 0) return null;
    const answers = asked.map(async ({ key, tab, typed }) => {
      // What cannot be looked up stays typed, and the form says so.
      const record = await recordNamed(tab, typed).catch(() => null);
      return record ? [[key, { typed, record }] as const] : [];
    });
    return Promise.all(answers).then((found) => Object.fromEntries(found.flat()));
  };

  const settle: Form['settle'] = (settled) => {
    for (const key of Object.keys(settled)) {
      const record = meant(key, settled);
      if (record) change({ entries: { [key]: record.id }, labels: { [record.id]: record.name } });
    }
  };

  const read: Form['read'] = (settled = {}) => {
    const problems: Problem[] = [];
    const changes: Fields = {};
    const base: Fields = {};
    for (const { key, field } of fields) {
      const entry = meant(key, settled)?.id ?? entries[key] ?? '';
      const reading = readEntry(field, entry);
      if (!reading.ok) {
        const problem = { field: key, label: words.label(field.header), message: reading.problem };
        problems.push(isUnchosen(entry) ? { ...problem, unchosen: true } : problem);
        continue;
      }
      const missing = reading.value === null && missingSentence(field, fields, entries, outcome);
      if (missing) problems.push({ field: key, label: words.label(field.header), message: missing });
      const changed = !sameValue(reading.value, opened?.fields[key] ?? blankOf(field));
      if (!changed) continue;
      changes[key] = reading.value;
      if (opened) base[key] = opened.fields[key] ?? null;
    }
    if (problems.length > 0) return { ok: false, problems };
    const existing = record && opened ? { id: record.id, baseVersion: opened.version, base } : {};
    return { ok: true, input: { tab, ...existing, changes, ...(agreed.size > 0 ? { overwrite: [...agreed] } : {}) } };
  };

  return {
    entry: (key) => entries[key] ?? '',
    entries,
    set: (key, entry) => change({ entries: { [key]: entry }, labels: {} }),
    labels,
    draft,
    keeper,
    label: (reference, name) => change({ entries: {}, labels: { [reference]: name } }),
    lookUp,
    settle,
    dirty,
    restored: restored && dirty,
    discard: () => {
      keeper.drop();
      setDraft(null);
      setRestored(false);
      setAgreed(new Set());
    },
    read,
    outcome,
    agreed,
    agree: (key) => setAgreed(new Set([...agreed, key])),
  };
}

/** What of the carried entries a record has no value for. */
export function fitting({ fields }: RecordView, { entries }: Carried): Draft['entries'] {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => isBlank(fields[key])));
}

function blankOf(field: Field): FieldValue {
  return field.type === 'choices' ? [] : field.type === 'checkbox' ? false : null;
}

/** What a new record begins with: the schema's defaults, the preset, the first stage, its owner the person themself. */
function beginning(fields: readonly { key: string; field: Field }[], start: StartView, preset?: Preset): Fields {
  const begin: Fields = {};
  const me = start.team.find((member) => member.email !== '' && member.email === start.user.email);
  for (const { key, field } of fields) {
    begin[key] = field.default ?? blankOf(field);
    if (field.type === 'person' && me) begin[key] = me.key;
    if (field.choicesFrom === 'stages') begin[key] = start.stages[0]?.name ?? null;
  }
  return { ...begin, ...preset?.fields };
}

function outcomeOf(start: StartView, entries: { readonly [key: string]: Entry }): string {
  const pipeline = entries.pipeline || start.pipelines[0];
  const stage = start.stages.find((one) => one.name === entries.stage && one.pipeline === pipeline);
  return stage?.outcome ?? '';
}

/** Why a blank value will not do, or ''. */
function missingSentence(
  field: Field,
  fields: readonly { key: string; field: Field }[],
  entries: { readonly [key: string]: Entry },
  outcome: string,
): string {
  if (field.required) return words.thisIsNeeded;
  const other = field.requiredUnless;
  if (other && !entries[other]) {
    const header = fields.find(({ key }) => key === other)?.field.header ?? other;
    return words.thisOrThatIsNeeded(words.label(header));
  }
  if (field.requiredWhen && field.requiredWhen.outcome === outcome) return words.neededForStageChosen;
  return '';
}

/** The server's issues as problems of the form's fields. */
export function problemsOf(issues: readonly Issue[], fields: readonly { key: string; field: Field }[]): Problem[] {
  return issues.map((issue) => ({
    field: issue.field,
    label: words.label(fields.find(({ key }) => key === issue.field)?.field.header ?? issue.field),
    message: issueSentence(issue),
  }));
}
