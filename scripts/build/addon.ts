// The add-on: Code.js with the top-level functions Apps Script looks for, its parts, one HTML file for each panel and language, the
// manifest.
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { minify } from '@swc/core';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { publicFunctionDocs } from './docs';
import { inProject, put } from './files';
import { partsBeside } from './parts';

/** The global that holds the bundle's exports. Short, since each stub says it. */
const bundle = 'R';

export interface AddonOptions {
  /** Address of the cloud function. It goes into the manifest's allowlist; without one the add-on can fetch nothing. */
  functionUrl?: string;
}

/** Builds `dist/addon` (what clasp pushes) and `dist/addon-docs.json` (names and one-line docs of the public functions). */
export async function buildAddon(options: AddonOptions = {}): Promise<void> {
  const [code] = await Promise.all([addonCode(), buildPanels(), buildManifest(options)]);
  await put('dist/addon/Code.js', code.text);
  for (const { name, text } of code.parts) await put(`dist/addon/${name}.html`, text);
  await put('dist/addon-docs.json', JSON.stringify(await publicFunctionDocs(code.names), null, 2));
}

interface AddonCode {
  /** Of the public functions. */
  readonly names: string[];
  /** Code.js. */
  readonly text: string;
  /** What Code.js loads when it needs it, by the file's name. */
  readonly parts: readonly { readonly name: string; readonly text: string }[];
}

/** The add-on's code. `plugins`: of tests that build another add-on from the same sources. */
export async function addonCode(plugins: readonly Plugin[] = []): Promise<AddonCode> {
  const { entry, build: buildParts } = await partsBeside('src/index.ts');
  const common = {
    define: { MENU: JSON.stringify(await menus()) },
    bundle: true,
    // Apps Script's parser does not take all later class syntax (APPS_SCRIPT.md 1.1).
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'none',
    plugins: [...plugins],
  } satisfies BuildOptions;
  const listing = await build({ ...common, stdin: entry, write: false, format: 'esm', metafile: true });
  const names = Object.values(listing.metafile.outputs)
    .flatMap((output) => output.exports)
    .sort();
  const small = { ...common, format: 'iife', minify: true } satisfies BuildOptions;
  const [built, parts] = await Promise.all([
    build({ ...small, stdin: entry, globalName: bundle, write: false }),
    buildParts(small),
  ]);
  const code = await minifiedOnceMore(built.outputFiles[0]?.text ?? '', 2019);
  const scripts = parts.map(async ({ name, text }) => ({ name, text: scriptTag(await minifiedOnceMore(text, 2019)) }));
  return { names, text: `${[code, ...names.map(stub)].join('\n')}\n`, parts: await Promise.all(scripts) };
}

/**
 * For Code.js alone; panels would grow. `unsafe` writes `''+x` for `String(x)`, which differs only for symbols and for objects with a
 * `valueOf` of their own: there are none.
 */
const smallerCode = { passes: 4, unsafe: true, unsafe_methods: true };

/** By another minifier than the bundler's: it folds what the lowering of `?.` and `??` leaves behind, 2 to 3 % of all. */
async function minifiedOnceMore(text: string, ecma: 2019 | 2020): Promise<string> {
  const { code } = await minify(text, {
    ecma,
    module: false,
    // No function of ours, of Preact's or of the libraries' that is written without `this` is called with `new`.
    compress: { ecma, passes: 3, toplevel: false, unsafe_arrows: true, ...(ecma === 2019 ? smallerCode : {}) },
    mangle: { toplevel: false },
    format: { ecma, comments: false },
  });
  return code;
}

/**
 * Apps Script finds functions by a static scan of the top level, so each export gets a declaration of its own. It calls them with an
 * event, or with the one object that a client hands over.
 */
function stub(name: string): string {
  return `function ${name}(i){return ${bundle}.${name}(i)}`;
}

/** What an import knows columns by: in a panel that imports nothing it would only take room. */
const withoutSynonyms: Plugin = {
  name: 'without-synonyms',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]schema[\\/]record-tabs\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replace(/\bsynonyms: \[[^\]]*\],?/g, '').replace(/, \{\s*\}/g, ''), loader: 'ts' };
    });
  },
};

/** Panels that know records alone do without the fields of the other tabs; what those are called, messages say everywhere. */
const recordTabsAlone: Plugin = {
  name: 'record-tabs-alone',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]schema[\\/](admin|written)-tabs\.ts$/ }, async ({ path }) => {
      const [[name, tabs] = []] = Object.entries<Tabs>(await import(pathToFileURL(path).href));
      const named = Object.entries(tabs ?? {}).map(([key, { title }]) => [key, { title, fields: {} }]);
      return { contents: `export const ${name} = ${JSON.stringify(Object.fromEntries(named))};` };
    });
  },
};

type Tabs = { readonly [key: string]: { readonly title: string } };

/** The languages of the panels besides English: a file of words in sidebar/words for each. */
export async function translations(): Promise<string[]> {
  const files = await readdir(inProject('sidebar/words'));
  return files.map((file) => basename(file, '.ts')).filter((name) => /^[a-z]{2}$/.test(name) && name !== 'en');
}

/** What the menu says, by language. */
async function menus(): Promise<{ readonly [language: string]: unknown }> {
  const languages = ['en', ...(await translations())];
  const menu = async (language: string) =>
    (await import(pathToFileURL(inProject(`sidebar/words/${language}.ts`)).href)).menu;
  return Object.fromEntries(await Promise.all(languages.map(async (language) => [language, await menu(language)])));
}

/** Puts the words of a language where the English ones are imported. */
const inLanguage = (language: string): Plugin => ({
  name: 'words',
  setup: ({ onResolve }) => {
    const path = inProject(`sidebar/words/${language}.ts`);
    onResolve({ filter: /^\.\/en$/ }, ({ importer }) => (/words[\\/]index\.ts$/.test(importer) ? { path } : null));
  },
});

/**
 * Builds `dist/addon/<panel>.html` of each entry in sidebar/entries, and of each part in sidebar/parts its script alone: in English,
 * and as `<panel>_de.html` and its like in each other language.
 */
export async function buildPanels(): Promise<void> {
  const filesIn = async (folder: string) =>
    (await readdir(inProject(folder))).filter((file) => /\.tsx?$/.test(file)).map((file) => `${folder}/${file}`);
  const [entries, parts, others] = await Promise.all([
    filesIn('sidebar/entries'),
    filesIn('sidebar/parts'),
    translations(),
  ]);
  const pages = ['en', ...others].flatMap((language) => [...entries, ...parts].map((file) => ({ file, language })));
  await Promise.all(
    pages.map(async ({ file, language }) => {
      const panel = basename(file).replace(/\.tsx?$/, '');
      const isPart = parts.includes(file);
      const name = language === 'en' ? panel : `${panel}_${language}`;
      const result = await build({
        entryPoints: [inProject(file)],
        bundle: true,
        write: false,
        outdir: inProject('dist/panels'),
        format: 'iife',
        target: 'es2020',
        minify: true,
        charset: 'utf8',
        legalComments: 'none',
        // Elements by arguments, not by objects with `children:` in them: 7 KB less of the sidebar.
        tsconfigRaw: { compilerOptions: { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' } },
        // No request leaves a panel: a library that could make one finds nothing to make it with.
        define: { XMLHttpRequest: 'undefined' },
        inject: isPart ? [] : [inProject('sidebar/ui/jsx.ts')],
        plugins: [
          inLanguage(language),
          ...(panel === 'import' ? [] : [withoutSynonyms]),
          ...(panel === 'settings' ? [] : [recordTabsAlone]),
        ],
      });
      const text = (ending: string) => result.outputFiles.find((output) => output.path.endsWith(ending))?.text ?? '';
      const js = await minifiedOnceMore(text('.js'), 2020);
      await put(
        `dist/addon/${name}.html`,
        isPart ? scriptTag(js) : panelPage(language, withShortNames(text('.css')), js),
      );
    }),
  );
}

/** Custom properties get names of one or two letters: they stand in a panel hundreds of times, and only in its styles. */
function withShortNames(css: string): string {
  const names = [...new Set(css.match(/--[a-z][a-z\d-]*/g))];
  return css.replace(/--[a-z][a-z\d-]*/g, (name) => `--${names.indexOf(name).toString(36)}`);
}

function scriptTag(js: string): string {
  return `<script>${js.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')}</script>`;
}

/** One self-contained page: everything inline, because a panel of an add-on may not rely on any other address. */
function panelPage(language: string, css: string, js: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<base target="_blank">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${css.replaceAll('</style', '<\\/style')}</style>
</head>
<body>
<div id="app"></div>
${scriptTag(js)}
</body>
</html>
`;
}

async function buildManifest({ functionUrl }: AddonOptions): Promise<void> {
  const manifest = JSON.parse(await readFile(inProject('appsscript.json'), 'utf8'));
  if (functionUrl) {
    const url = new URL(functionUrl);
    if (url.protocol !== 'https:')
      throw new Error(`The function's address must begin with https://, not ${functionUrl}`);
    manifest.urlFetchWhitelist = [`${url.origin}/`];
  }
  await put('dist/addon/appsscript.json', `${JSON.stringify(manifest, null, 2)}\n`);
}
