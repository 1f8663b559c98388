// Parts of the add-on's code that are not in Code.js (src/workbook/code-part.ts). Each is a bundle of what Code.js does without; what
// it uses of Code.js, it is handed by name.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { inProject, root } from './files';

/** The module of each part, by the part's name. */
const modules: { readonly [name: string]: string } = {
  'plan-import': 'src/workbook/import-context.ts',
  'source-tab': 'src/workbook/source-tab.ts',
};

export const partNames = Object.keys(modules);

/** What Code.js hands to its parts: names by the file that exports them. */
type Shared = ReadonlyMap<string, ReadonlySet<string>>;

export interface Parts {
  /** The entry of Code.js: the public functions, and what the parts use put where they find it. */
  readonly entry: NonNullable<BuildOptions['stdin']>;
  /** Each part's script, by its name; it declares `part` and expects `shared`. */
  build(options: BuildOptions): Promise<{ name: string; text: string }[]>;
}

/** Finds out what the parts share with the bundle of `main`. Throws where two files share something of one name. */
export async function partsBeside(main: string): Promise<Parts> {
  const inMain = new Set(Object.keys((await inputsOf(main)).inputs));
  const found = await Promise.all(
    Object.entries(modules).map(async ([name, module]) => ({ name, module, shared: await sharedBy(module, inMain) })),
  );
  return {
    entry: {
      contents: entryOf(
        main,
        found.map(({ shared }) => shared),
      ),
      resolveDir: root,
      loader: 'ts',
    },
    build: (options) =>
      Promise.all(
        found.map(async ({ name, module, shared }) => {
          const plugins = [...(options.plugins ?? []), fromShared(shared)];
          const entryPoints = [inProject(module)];
          const built = await build({ ...options, entryPoints, plugins, globalName: 'part', write: false });
          return { name, text: built.outputFiles?.[0]?.text ?? '' };
        }),
      ),
  };
}

async function inputsOf(module: string): Promise<Metafile> {
  const options = { bundle: true, write: false, metafile: true, format: 'esm', absWorkingDir: root } as const;
  return (await build({ ...options, entryPoints: [inProject(module)] })).metafile;
}

/** What files that only the part has import from files that Code.js has too. */
async function sharedBy(module: string, inMain: ReadonlySet<string>): Promise<Shared> {
  const shared = new Map<string, Set<string>>();
  for (const [file, { imports }] of Object.entries((await inputsOf(module)).inputs)) {
    if (inMain.has(file)) continue;
    const text = await readFile(join(root, file), 'utf8');
    for (const { path, original = '' } of imports.filter((one) => inMain.has(one.path))) {
      const names = importedNames(text, original);
      if (names.length === 0) throw new Error(`${file}: what it imports from ${original} cannot be shared.`);
      shared.set(path, new Set([...(shared.get(path) ?? []), ...names]));
    }
  }
  return shared;
}

/** The values that a file imports by name from `specifier`. */
function importedNames(text: string, specifier: string): string[] {
  return [...text.matchAll(/^import \{([^}]*)\} from '([^']*)';$/gm)]
    .filter(([, , from]) => from === specifier)
    .flatMap(([, list = '']) => list.split(','))
    .map((one) => one.trim())
    .filter((one) => one !== '' && !one.startsWith('type '))
    .map((one) => one.replace(/ as .*/, ''));
}

function entryOf(main: string, all: readonly Shared[]): string {
  const files = new Map<string, string>();
  for (const [file, names] of all.flatMap((shared) => [...shared])) {
    for (const name of names) {
      if ((files.get(name) ?? file) !== file)
        throw new Error(`${name} is shared by ${files.get(name)} and by ${file}.`);
      files.set(name, file);
    }
  }
  const imports = [...files].map(([name, file]) => `import { ${name} } from './${file}';`);
  return [
    ...imports,
    `import { shared } from './src/workbook/code-part';`,
    `Object.assign(shared, { ${[...files.keys()].join(', ')} });`,
    `export * from './${main}';`,
  ].join('\n');
}

/** In a part, what Code.js has is taken from what it hands over. */
function fromShared(shared: Shared): Plugin {
  return {
    name: 'shared',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const from = join(resolveDir, path).slice(root.length + 1);
        const file = [`${from}.ts`, `${from}/index.ts`].find((one) => shared.has(one));
        return file ? { path: file, namespace: 'shared' } : null;
      });
      onLoad({ filter: /.*/, namespace: 'shared' }, ({ path }) => {
        const names = [...(shared.get(path) ?? [])];
        return { contents: `export const ${names.map((name) => `${name} = shared.${name}`).join(', ')};` };
      });
    },
  };
}
