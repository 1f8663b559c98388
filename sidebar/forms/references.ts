// Names typed for references: which record a name means, and the record made from a name alone.
import type { Field, FieldValue, RecordTabKey } from '../../src/domain/schema';
import { findTab, recordTabKeys } from '../../src/domain/schema';
import type { FindInput, FoundRecord } from '../../src/rpc/contract';
import { store } from '../app/store';
import { call } from '../call';
import * as words from '../words';

export type Named = Pick<FoundRecord, 'id' | 'name'>;

/** Records that the list under the input shows. */
const listed = 8;
/** Records among which a name must be the only one of its kind: as many as one call answers. */
const mostAsked = 500;

/** Names being looked up or made right now: a Save in the meantime waits for these instead of asking once more. */
const underWay = new Map<string, Promise<Named | null>>();

const keyOf = (tab: RecordTabKey, name: string) => `${tab}/${name}`;

function whileUnderWay(key: string, answer: Promise<Named | null>): Promise<Named | null> {
  underWay.set(key, answer);
  const end = () => {
    if (underWay.get(key) === answer) underWay.delete(key);
  };
  answer.then(end, end);
  return answer;
}

/** The tab a reference field points into, or null when it is no record tab. */
export function referenceTab(field: Field | undefined): RecordTabKey | null {
  const key = field?.reference ? findTab(field.reference) : undefined;
  return recordTabKeys.find((tab) => tab === key) ?? null;
}

/** The question behind the list under the input. */
export function suggestionsFor(tab: RecordTabKey, typed: string): FindInput {
  return { tab, query: typed, limit: listed };
}

export function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** The only record of `tab` called exactly this (case does not count); null where there is none, or more than one. */
export function recordNamed(tab: RecordTabKey, name: string): Promise<Named | null> {
  const running = underWay.get(keyOf(tab, name));
  if (running) return running;
  const known = store.found(JSON.stringify(suggestionsFor(tab, name)));
  if (known && known.total <= known.records.length) return Promise.resolve(onlyOne(known.records, name));
  const asked = call.findRecords({ tab, query: name, limit: mostAsked });
  return whileUnderWay(
    keyOf(tab, name),
    asked.then(({ records }) => onlyOne(records, name)),
  );
}

function onlyOne(records: readonly FoundRecord[], name: string): Named | null {
  const [match, another] = records.filter((record) => sameName(record.name, name));
  return match && !another ? match : null;
}

export type Made = { id: string; name: string; changeSet: string } | { problem: string };

/** Makes a record of which only the name is known, with what its tab cannot be without. */
export function createNamed(tab: RecordTabKey, name: string, firstStage: string): Promise<Made> {
  const made = create(tab, name, firstStage);
  whileUnderWay(
    keyOf(tab, name),
    made.then(
      (outcome) => ('problem' in outcome ? null : outcome),
      () => null,
    ),
  );
  return made;
}

async function create(tab: RecordTabKey, name: string, firstStage: string): Promise<Made> {
  const saved = await call.saveRecord({ tab, changes: namedFields(tab, name, firstStage) });
  if (saved.status === 'saved') {
    // The lists that were read before do not have it.
    store.forgetLists();
    return { id: saved.record.id, name: saved.record.name, changeSet: saved.changeSet };
  }
  const first = saved.status === 'invalid' ? saved.issues[0]?.message : undefined;
  return { problem: first === undefined ? words.kindNotCreated(tab) : words.told(first) };
}

/** The fields of a new record that its name gives. */
export function namedFields(tab: RecordTabKey, name: string, firstStage: string): { [key: string]: FieldValue } {
  switch (tab) {
    case 'contacts': {
      const space = name.lastIndexOf(' ');
      if (space < 0) return { firstName: name };
      return { firstName: name.slice(0, space).trim(), lastName: name.slice(space + 1) };
    }
    case 'deals':
      return { name, stage: firstStage };
    case 'tasks':
      return { title: name };
    case 'tickets':
    case 'interactions':
      return { subject: name };
    default:
      return { name };
  }
}
