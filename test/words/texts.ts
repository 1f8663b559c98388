// The texts in source files, found by parsing them.
import { type ParseOptions, parseSync } from '@swc/core';
import { sources, text } from '../architecture/sources';

export interface Text {
  readonly file: string;
  /** With `{}` for each gap. */
  readonly text: string;
  /** The attribute or property that holds it, `JSXText` between tags, `words.…` of a word that is given it, else blank. */
  readonly within: string;
}

type Tree = { readonly [key: string]: unknown };

/** Never read by a person: types, imports, what is compared, the log, errors of our own making, what other programs call a field. */
function isUnread({ type, callee, key, operator }: Tree): boolean {
  const isLog =
    type === 'CallExpression' &&
    (callee as Tree).object !== undefined &&
    ((callee as Tree).object as Tree).value === 'console';
  const isError = type === 'NewExpression' && (callee as Tree).value === 'Error';
  return (
    /^(Import|ExportAll|Ts)/.test(String(type)) ||
    /^[!=]==$/.test(String(operator)) ||
    isLog ||
    isError ||
    (key as Tree | undefined)?.value === 'synonyms'
  );
}

/** `words.label` of `words.label('Owner')`. */
function saidBy({ type, callee }: Tree): string | null {
  const { object, property } = (type === 'CallExpression' ? callee : {}) as { object?: Tree; property?: Tree };
  return object?.value === 'words' ? `words.${String(property?.value)}` : null;
}

function textOf({ type, value, quasis }: Tree): string | null {
  if (type === 'StringLiteral' || type === 'JSXText') return String(value);
  if (type === 'TemplateLiteral') return (quasis as Tree[]).map(({ cooked }) => cooked).join('{}');
  return null;
}

function collect(node: unknown, file: string, within: string, found: Text[]): void {
  if (Array.isArray(node)) {
    for (const one of node) collect(one, file, within, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const tree = node as Tree;
  if (isUnread(tree)) return;
  const text = textOf(tree);
  if (text !== null) found.push({ file, text, within: tree.type === 'JSXText' ? 'JSXText' : within });
  const holder = tree.type === 'JSXAttribute' ? tree.name : tree.type === 'KeyValueProperty' ? tree.key : null;
  const inside = saidBy(tree) ?? (holder === null ? within : String((holder as Tree).value ?? ''));
  for (const [key, child] of Object.entries(tree))
    if (key !== 'span' && child !== holder) collect(child, file, inside, found);
}

/** All texts of the sources under this path (`src/`), in their order. */
export function textsIn(path: string): Text[] {
  return sources
    .filter((file) => file.startsWith(path))
    .flatMap((file) => {
      const options: ParseOptions = { syntax: 'typescript', tsx: file.endsWith('x') };
      const found: Text[] = [];
      collect(parseSync(text(file), options).body, file, '', found);
      return found;
    });
}
