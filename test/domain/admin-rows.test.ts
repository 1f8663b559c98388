// What is wrong with the rows of Team and Settings taken together.
import { expect, it } from 'vitest';
import { rowProblems } from '../../src/domain/admin-rows';
import type { AnyRecord } from '../../src/domain/schema';

const admin = { name: 'Ann', email: 'ann@example.com', role: 'admin', active: true };
const stage = { setting: 'Stage', name: 'Lead', pipeline: 'Sales' };

const cases: [string, 'team' | 'settings' | 'lists', AnyRecord[], RegExp[]][] = [
  ['a team with an admin', 'team', [admin], []],
  ['nobody who may change anything', 'team', [{ ...admin, role: 'rep' }], [/must stay admin/]],
  ['the only admin switched off', 'team', [{ ...admin, active: false }], [/must stay admin/]],
  ['the only admin without an address', 'team', [{ ...admin, email: null }], [/must stay admin/]],
  ['an address twice, in any case', 'team', [admin, { ...admin, email: 'Ann@Example.com' }], [/two people/i]],
  ['stages of two pipelines', 'settings', [stage, { ...stage, pipeline: 'Partners' }], []],
  ['no stage', 'settings', [{ setting: 'Automation', value: 'on' }], [/at least one stage/]],
  ['a stage twice', 'settings', [stage, { ...stage, name: 'LEAD' }], [/is there twice/]],
  ['a stage without a name', 'settings', [stage, { ...stage, name: null }], [/Stage 2 needs a name/]],
  ['a rate that is none', 'settings', [stage, { setting: 'currency', name: 'EURO', value: '0' }], [/EURO/, /above 0/]],
  ['a holiday on no day', 'settings', [stage, { setting: 'Holiday', name: 'Easter', date: null }], [/Easter/]],
  ['anything in Lists', 'lists', [{ name: 'x' }, { name: 'x' }], []],
];
it.each(cases)('%s', (_, tab, rows, problems) => {
  const found = rowProblems(tab, rows);
  expect(found).toHaveLength(problems.length);
  for (const [at, problem] of problems.entries()) expect(found[at]).toMatch(problem);
});
