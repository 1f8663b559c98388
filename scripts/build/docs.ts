// One-line docs of the add-on's public functions, read from the doc comment above each.
import { readdir, readFile } from 'node:fs/promises';
import { inProject } from './files';

const declaration = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:async )?function (\w+)/g;

/** `{name, doc}` for each name; throws for a public function without a doc comment. */
export async function publicFunctionDocs(names: readonly string[]): Promise<{ name: string; doc: string }[]> {
  const files = (await readdir(inProject('src'), { recursive: true })).filter((file) => /\.tsx?$/.test(file)).sort();
  const docs = new Map<string, string>();
  for (const file of files) {
    const source = await readFile(inProject(`src/${file}`), 'utf8');
    for (const [, comment = '', name = ''] of source.matchAll(declaration)) {
      if (names.includes(name)) docs.set(name, firstSentence(comment));
    }
  }
  return names.map((name) => {
    const doc = docs.get(name);
    if (!doc)
      throw new Error(`src: the public function ${name} has no doc comment; /local/functions shows its first sentence`);
    return { name, doc };
  });
}

function firstSentence(comment: string): string {
  const text = comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*?\s?/, ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.split(/(?<=[.!?])\s+(?=[A-Z@`])/)[0] ?? text;
}
