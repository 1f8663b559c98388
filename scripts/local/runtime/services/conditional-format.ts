// Conditional format rules: kept and given back; the stand-in's page does not show them.
import type { ConditionalRule } from '../protocol';
import { exception } from './bridge';
import { Range, rectOf } from './range';
import { registerClass } from './register';

/** Where a rule is kept, out of a script's sight. */
export const ruleOf = Symbol('rule');

const empty: ConditionalRule = {
  rects: [],
  condition: '',
  values: [],
  background: null,
  fontColor: null,
  bold: null,
};

export class ConditionalFormatRule {
  readonly [ruleOf]: ConditionalRule;

  constructor(rule: ConditionalRule) {
    this[ruleOf] = rule;
  }

  getRanges(): Range[] {
    return this[ruleOf].rects.map((rect) => new Range(rect));
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this[ruleOf]);
  }
}

export class ConditionalFormatRuleBuilder {
  #rule: ConditionalRule;

  constructor(rule: ConditionalRule = empty) {
    this.#rule = rule;
  }

  setRanges(ranges: Range[]): this {
    return this.#set({ rects: ranges.map((range) => range[rectOf]) });
  }

  setBackground(background: string | null): this {
    return this.#set({ background });
  }

  setFontColor(fontColor: string | null): this {
    return this.#set({ fontColor });
  }

  setBold(bold: boolean): this {
    return this.#set({ bold });
  }

  whenFormulaSatisfied(formula: string): this {
    return this.#set({ condition: 'CUSTOM_FORMULA', values: [formula] });
  }

  whenTextEqualTo(text: string): this {
    return this.#set({ condition: 'TEXT_EQUAL_TO', values: [text] });
  }

  whenTextContains(text: string): this {
    return this.#set({ condition: 'TEXT_CONTAINS', values: [text] });
  }

  whenCellEmpty(): this {
    return this.#set({ condition: 'CELL_EMPTY', values: [] });
  }

  whenCellNotEmpty(): this {
    return this.#set({ condition: 'CELL_NOT_EMPTY', values: [] });
  }

  whenNumberGreaterThan(number: number): this {
    return this.#set({ condition: 'NUMBER_GREATER_THAN', values: [number] });
  }

  whenNumberLessThan(number: number): this {
    return this.#set({ condition: 'NUMBER_LESS_THAN', values: [number] });
  }

  build(): ConditionalFormatRule {
    if (this.#rule.condition === '') throw exception('A conditional format rule needs a condition.');
    if (this.#rule.rects.length === 0) throw exception('A conditional format rule needs at least one range.');
    return new ConditionalFormatRule(this.#rule);
  }

  #set(change: Partial<ConditionalRule>): this {
    this.#rule = { ...this.#rule, ...change };
    return this;
  }
}

registerClass('ConditionalFormatRule', ConditionalFormatRule);
registerClass('ConditionalFormatRuleBuilder', ConditionalFormatRuleBuilder);
