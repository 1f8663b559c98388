// The project's source files and what they import, for the checks of this folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from '../../scripts/build/files';

/** Paths from the project's root. */
export const sources: readonly string[] = ['src', 'sidebar', 'functions', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
);

export const text = (file: string): string => readFileSync(join(root, file), 'utf8');

export interface Import {
  /** A project path from the root without its ending, or a package's name. */
  readonly target: string;
  /** Only types are taken: nothing of it is left when the code runs. */
  readonly typeOnly: boolean;
}

const statement = /(?<!['.\w])(?:(import|export)\s+([^'";]*?)\s*from\s+|import\s+|import\(\s*)'([^'\n]+)'/g;

/** What these lines of a file import. */
export function importsIn(file: string, code: string): Import[] {
  return [...code.matchAll(statement)].map(([, , names = '', target = '']) => ({
    target: target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : target,
    typeOnly: takesTypesOnly(names),
  }));
}

/** `type X`, `type { X }`, or braces in which every name is marked as a type. */
function takesTypesOnly(names: string): boolean {
  if (/^type\s/.test(names)) return true;
  const inBraces = /^\{([\s\S]*)\}$/.exec(names)?.[1]?.split(',') ?? [];
  const said = inBraces.map((name) => name.trim()).filter((name) => name !== '');
  return said.length > 0 && said.every((name) => name.startsWith('type '));
}

/** The source file that a project path means; null for what is none (a style sheet, a folder that is not there). */
export function fileOf(target: string): string | null {
  const candidates = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`];
  return candidates.find((path) => /\.tsx?$/.test(path) && existsSync(join(root, path))) ?? null;
}
