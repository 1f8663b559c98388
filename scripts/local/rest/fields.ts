// Field masks: `sheets(properties(sheetId,title),data.rowData.values.note)`.
import { badRequest } from './errors';

/** Names to what is wanted below them; 'all' for everything. */
export type FieldTree = { [name: string]: FieldTree | 'all' };

/** Reads a mask. Throws 400 when it is malformed. `*` stands for every name. */
export function parseFields(mask: string): FieldTree {
  const tokens = mask.match(/[A-Za-z0-9_]+|[*.,/()]|\S/g) ?? [];
  let position = 0;

  function list(): FieldTree {
    const tree: FieldTree = {};
    do path(tree);
    while (take(','));
    return tree;
  }

  function path(tree: FieldTree): void {
    const name = tokens[position] ?? '';
    if (!/^(\w+|\*)$/.test(name)) throw badRequest(`Invalid field selection ${mask}`);
    position += 1;
    const below = take('.') || take('/') ? single() : take('(') ? group() : 'all';
    tree[name] = merge(tree[name], below);
  }

  function single(): FieldTree {
    const tree: FieldTree = {};
    path(tree);
    return tree;
  }

  function group(): FieldTree {
    const tree = list();
    if (!take(')')) throw badRequest(`Invalid field selection ${mask}`);
    return tree;
  }

  function take(token: string): boolean {
    if (tokens[position] !== token) return false;
    position += 1;
    return true;
  }

  const tree = list();
  if (position < tokens.length) throw badRequest(`Invalid field selection ${mask}`);
  return tree;
}

function merge(first: FieldTree | 'all' | undefined, second: FieldTree | 'all'): FieldTree | 'all' {
  if (first === undefined) return second;
  if (first === 'all' || second === 'all') return 'all';
  const merged = { ...first };
  for (const [name, below] of Object.entries(second)) merged[name] = merge(merged[name], below);
  return merged;
}

/** What the tree wants below a name; undefined when it does not want the name. */
export function below(tree: FieldTree | 'all' | undefined, name: string): FieldTree | 'all' | undefined {
  if (tree === undefined || tree === 'all') return tree;
  return tree[name] ?? tree['*'];
}

/** Keeps only what the mask names; lists are masked item by item. */
export function applyFields(value: unknown, tree: FieldTree | 'all'): unknown {
  if (tree === 'all') return value;
  if (Array.isArray(value)) return value.map((item) => applyFields(item, tree));
  if (typeof value !== 'object' || value === null) return value;
  const kept: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(value)) {
    const wanted = below(tree, name);
    if (wanted !== undefined) kept.push([name, applyFields(inner, wanted)]);
  }
  return Object.fromEntries(kept);
}
