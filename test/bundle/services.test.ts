// Every service call that the compiled add-on makes is one that the stand-in covers (DESIGN.md 6).
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../scripts/build/files';
import { coveredServices } from '../../scripts/local/runtime/coverage';
import { allCode } from './bundle-stage';

const covered = coveredServices();
const types = inProject('node_modules/@types/google-apps-script');

/** Type files of the services that the add-on may use. */
const files = readdirSync(types).filter((file) =>
  /\.(spreadsheet|base|html|lock|properties|cache|mail|url-fetch|script|utilities|content)\.d\.ts$/.test(file),
);

/** Method names of Google's classes, those of the language and of its own objects left out. */
function googleMethods(): Set<string> {
  const names = new Set<string>();
  for (const file of files) {
    const text = readFileSync(`${types}/${file}`, 'utf8');
    for (const [, name = ''] of text.matchAll(/^\s+(\w+)\(/gm)) names.add(name);
  }
  for (const type of [Array, String, Object, Map, Set, Date, Number, RegExp, Promise, JSON, Math, Function]) {
    for (const owner of [type, 'prototype' in type ? type.prototype : {}]) {
      for (const name of Object.getOwnPropertyNames(owner)) names.delete(name);
    }
  }
  return names;
}

test('every member of a global service that the bundle names is covered', () => {
  const services = Object.keys(covered).filter((name) => /(App|Service|Utilities|Session|Logger)$/.test(name));
  const uses = [...allCode.matchAll(/\b([A-Z]\w+)\.([A-Za-z]\w*)/g)].filter(([, service = '']) =>
    services.includes(service),
  );
  const missing = uses.filter(([, service = '', member = '']) => !covered[service]?.includes(member));
  expect(uses.length).toBeGreaterThan(10);
  expect([...new Set(missing.map(([use]) => use))]).toEqual([]);
});

/** Methods of our own classes that happen to have the name of one of Google's. */
const ours = ['show'];

test('every method of Google’s classes that the bundle calls is covered by some class', () => {
  const known = new Set(Object.values(covered).flat());
  const google = googleMethods();
  const called = new Set([...allCode.matchAll(/\.([a-z]\w*)\(/g)].map(([, name = '']) => name));
  const used = [...called].filter((name) => google.has(name));
  expect(used.length).toBeGreaterThan(30);
  expect(used.filter((name) => !known.has(name)).sort()).toEqual(ours);
});

test('the list of what is covered has the classes the add-on lives on', () => {
  for (const name of [
    'SpreadsheetApp',
    'Spreadsheet',
    'Sheet',
    'Range',
    'DeveloperMetadataFinder',
    'Lock',
    'MailApp',
  ]) {
    expect(covered[name]?.length, name).toBeGreaterThan(0);
  }
  expect(covered.Range).toContain('getValues');
  expect(covered.Range).not.toContain('applyRowBanding');
});
