// The public list of naughty strings, which lies outside of the project: empty on a machine that does not have it.
import { existsSync, readFileSync } from 'node:fs';
import { inProject } from '../../scripts/build/files';

const file = inProject('../shared/data/naughty-strings/blns.json');

export const areNaughtyStringsHere = existsSync(file);

/** Without the empty one. */
export const naughtyStrings: readonly string[] = areNaughtyStringsHere
  ? (JSON.parse(readFileSync(file, 'utf8')) as string[]).filter((text) => text !== '')
  : [];
