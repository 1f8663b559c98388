// No file is needed by a file that it needs itself: such a circle has no order to be read in, and a change anywhere in it
// is a change of all.
import { describe, expect, it } from 'vitest';
import { fileOf, importsIn, sources, text } from './sources';

/** Groups of nodes that all reach each other (Tarjan, “Depth-first search and linear graph algorithms”, 1972). */
function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node) ?? 0);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      else if (!stack.includes(next)) continue;
      low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(node) !== index.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1 || edges.get(node)?.includes(node)) found.push(group.sort());
  };
  for (const node of edges.keys()) if (!index.has(node)) visit(node);
  return found;
}

/**
 * The classes of SpreadsheetApp hand each other out (`range.getSheet().getRange()`): Google's interface is that circle.
 * None of them needs another before a script calls it.
 */
const googlesOwn = /^scripts\/local\/runtime\/services\//;

/** Who imports whom. Types count too, except in scripts: there only what is left when they run. */
function importEdges(): Map<string, string[]> {
  return new Map(
    sources.map((file) => [
      file,
      importsIn(file, text(file))
        .filter(({ typeOnly }) => !typeOnly || !file.startsWith('scripts/'))
        .flatMap(({ target }) => fileOf(target) ?? []),
    ]),
  );
}

describe('imports', () => {
  it('do not go in circles', () => {
    const found = circles(importEdges()).filter((group) => !group.every((file) => googlesOwn.test(file)));
    expect(found).toEqual([]);
  });

  it('are really looked at', () => {
    expect(importEdges().get('functions/server.ts')).toContain('functions/app.ts');
    const graph = { a: ['b'], b: ['c'], c: ['b', 'd'], d: [] };
    expect(circles(new Map(Object.entries(graph)))).toEqual([['b', 'c']]);
  });

  it('of types are told from others', () => {
    const of = (code: string) => importsIn('src/a.ts', code).map(({ typeOnly }) => typeOnly);
    expect(of("import type { A } from './a';")).toEqual([true]);
    expect(of("import { type A, type B } from './a';\nexport type { C } from './c';")).toEqual([true, true]);
    expect(of("import { type A, b } from './a';\nimport './style.css';\nexport * from './c';")).toEqual([
      false,
      false,
      false,
    ]);
  });
});
