// A formula's text as a tree. Precedence as in Sheets: unary minus binds tighter than ^.
import { type Reference, type Token, tokenize } from './tokens';

export type Node =
  | { kind: 'value'; value: string | number | boolean | null }
  | { kind: 'error'; code: string }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'name'; name: string }
  | { kind: 'call'; name: string; args: Node[] }
  | { kind: 'unary'; operator: '+' | '-' | '%'; operand: Node }
  | { kind: 'binary'; operator: string; left: Node; right: Node }
  | { kind: 'array'; rows: Node[][] };

const PRECEDENCE: Record<string, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

/** Parses a formula (with its leading `=`). Null when it is not well formed: the cell shows #ERROR!. */
export function parseFormula(formula: string, decimalComma: boolean): Node | null {
  const tokens = tokenize(formula.slice(1), decimalComma);
  if (!tokens) return null;
  const parser = new Parser(tokens.filter((token) => token.kind !== 'space'));
  try {
    return parser.whole();
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

class Malformed extends Error {}

class Parser {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Node {
    const node = this.expression(1);
    if (this.position < this.tokens.length) throw new Malformed();
    return node;
  }

  private expression(lowest: number): Node {
    let left = this.operand();
    for (;;) {
      const operator = this.peek();
      const precedence = operator === null ? undefined : PRECEDENCE[operator];
      if (operator === null || precedence === undefined || precedence < lowest) return left;
      this.position += 1;
      left = { kind: 'binary', operator, left, right: this.expression(precedence + 1) };
    }
  }

  private operand(): Node {
    const operator = this.peek();
    if (operator === '+' || operator === '-') {
      this.position += 1;
      return { kind: 'unary', operator, operand: this.operand() };
    }
    let node = this.primary();
    while (this.take('%')) node = { kind: 'unary', operator: '%', operand: node };
    return node;
  }

  private primary(): Node {
    if (this.take('(')) {
      const inner = this.expression(1);
      this.need(')');
      return inner;
    }
    if (this.take('{')) return this.array();
    const token = this.tokens[this.position];
    if (!token || token.kind === 'operator' || token.kind === 'space') throw new Malformed();
    this.position += 1;
    switch (token.kind) {
      case 'number':
        return { kind: 'value', value: Number(token.text.replace(',', '.')) };
      case 'string':
        return { kind: 'value', value: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'error':
        return { kind: 'error', code: token.text.slice(token.text.lastIndexOf('#')) };
      case 'reference':
        return { kind: 'reference', reference: token.reference };
      case 'name':
        return this.named(token.text);
    }
  }

  private named(text: string): Node {
    const name = text.toUpperCase();
    if (this.take('(')) return { kind: 'call', name, args: this.list(')') };
    if (name === 'TRUE' || name === 'FALSE') return { kind: 'value', value: name === 'TRUE' };
    return { kind: 'name', name: text };
  }

  /** Arguments up to the closing sign; an empty place is blank. */
  private list(close: string): Node[] {
    if (this.take(close)) return [];
    const items: Node[] = [];
    for (;;) {
      const next = this.peek();
      const empty = next === ',' || next === ';' || next === close;
      items.push(empty ? { kind: 'value', value: null } : this.expression(1));
      if (this.take(close)) return items;
      if (!this.take(',') && !this.take(';')) throw new Malformed();
    }
  }

  private array(): Node {
    const rows: Node[][] = [[]];
    for (;;) {
      rows.at(-1)?.push(this.expression(1));
      if (this.take('}')) return { kind: 'array', rows };
      if (this.take(';')) rows.push([]);
      else this.need(',');
    }
  }

  private peek(): string | null {
    const token = this.tokens[this.position];
    return token?.kind === 'operator' ? token.text : null;
  }

  private take(operator: string): boolean {
    if (this.peek() !== operator) return false;
    this.position += 1;
    return true;
  }

  private need(operator: string): void {
    if (!this.take(operator)) throw new Malformed();
  }
}

/** Every node of a tree, the root first. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  if (node.kind === 'call') for (const argument of node.args) yield* walk(argument);
  if (node.kind === 'unary') yield* walk(node.operand);
  if (node.kind === 'binary') {
    yield* walk(node.left);
    yield* walk(node.right);
  }
  if (node.kind === 'array') for (const item of node.rows.flat()) yield* walk(item);
}
