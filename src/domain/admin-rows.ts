// Rules for the rows of Team and Settings taken together, beyond what each field may hold. The window asks them before a save; an admin
// may type past them in the grid as well.
import { roleOf } from './people';
import type { AnyRecord, Member, TabKey } from './schema';
import { fold } from './text';

/**
 * What is wrong with these rows, as sentences; each tells of one thing, so that what a change brings with it is what was not said
 * before. Rows of other tabs have no such rules.
 */
export function rowProblems(tab: TabKey, rows: readonly AnyRecord[]): string[] {
  if (tab === 'team') return teamProblems(rows as readonly AnyRecord[] as readonly Member[]);
  return tab === 'settings' ? settingProblems(rows) : [];
}

function teamProblems(members: readonly Member[]): string[] {
  const hasAdmin = members.some((one) => roleOf(one) === 'admin' && one.active !== false && one.email);
  return [
    ...twice(members.map(({ email }) => email ?? '')).map((email) => `Two people have the address ${email}.`),
    ...(hasAdmin ? [] : ['Somebody active with an address must stay admin: nobody could change this window any more.']),
  ];
}

function settingProblems(rows: readonly AnyRecord[]): string[] {
  const of = (setting: string) => rows.filter((row) => fold(String(row.setting ?? '')) === setting);
  const stages = of('stage');
  const names = stages.map(({ pipeline, name }) => `${String(name ?? '')} of ${String(pipeline ?? '')}`);
  return [
    ...(stages.length > 0 ? [] : ['There must be at least one stage.']),
    ...stages.flatMap(({ name }, at) => (name ? [] : [`Stage ${at + 1} needs a name.`])),
    ...twice(names).map((name) => `The stage ${name} is there twice.`),
    ...of('currency').flatMap(({ name, value }) => [
      ...(/^[a-z]{3}$/i.test(String(name ?? '')) ? [] : [`“${String(name ?? '')}” is no currency code like EUR.`]),
      ...(Number(value) > 0 ? [] : [`The rate of ${String(name ?? '')} must be a number above 0.`]),
    ]),
    ...of('holiday').flatMap(({ date, name }) => (date ? [] : [`The holiday ${String(name ?? '')} needs a date.`])),
  ];
}

/** Texts that are there more than once, case and accents ignored; blank ones are not meant. */
function twice(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const known = seen.has(fold(text));
    seen.add(fold(text));
    return known && text !== '';
  });
}
