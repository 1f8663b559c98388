// What words became in earlier imports: recalled for the same list, bounded, and only suggested where it still makes sense.
import { describe, expect, it } from 'vitest';
import { columnsKey, type RememberedMap, recall, remember } from '../../../src/domain/import/remembered';
import { reviewImport } from '../../../src/domain/import/review';
import { context, table } from './support';

const stages = (map: { [from: string]: string }): RememberedMap['values'] => [{ tab: 'deals', field: 'stage', map }];
const one = (
  source: string,
  columns: string,
  map: { [from: string]: string } = { Engaging: 'Qualified' },
): RememberedMap => ({
  source,
  columns,
  values: stages(map),
});

describe('decisions of earlier imports', () => {
  it('are recalled for the same tab, and for another one with the same columns', () => {
    const maps = [one('March', 'a', { x: 'Won' }), one('Pipeline', 'b')];
    expect(recall(maps, 'Pipeline', 'c')).toEqual(stages({ Engaging: 'Qualified' }));
    expect(recall(maps, 'April', 'a')).toEqual(stages({ x: 'Won' }));
    // What a tab holds counts more than what it is called.
    expect(recall(maps, 'Pipeline', 'a')).toEqual(stages({ x: 'Won' }));
    expect(recall(maps, 'April', 'c')).toEqual([]);
  });

  it('know columns by their names, whatever the spelling and order', () => {
    expect(columnsKey(['Deal_Stage', 'amount'])).toBe(columnsKey(['Amount', 'deal stage']));
    expect(columnsKey(['Deal stage'])).not.toBe(columnsKey(['Deal stage', 'Amount']));
  });

  it('are replaced word by word by those of the latest import', () => {
    const maps = remember([one('A', 'a', { x: 'Won' })], one('A', 'a', { y: 'Lost' }));
    expect(maps).toEqual([one('A', 'a', { x: 'Won', y: 'Lost' })]);
    expect(remember(maps, { source: 'A', columns: 'a', values: [] })[0]?.values).toEqual(
      stages({ x: 'Won', y: 'Lost' }),
    );
    expect(remember([], { source: 'A', columns: 'a', values: [] })).toEqual([]);
  });

  it('fit one cell: the oldest go first', () => {
    let maps: RememberedMap[] = [];
    for (let at = 0; at < 30; at++) maps = remember(maps, one(`Tab ${at}`, `c${at}`));
    expect(maps).toHaveLength(20);
    expect(maps[0]?.source).toBe('Tab 29');
    const long = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`word ${at} ${'x'.repeat(20)}`, 'Won']));
    for (let at = 0; at < 5; at++) maps = remember(maps, one(`Long ${at}`, `l${at}`, long));
    expect(JSON.stringify(maps).length).toBeLessThanOrEqual(30_000);
    expect(maps[0]?.source).toBe('Long 4');
  });
});

describe('a list that was imported before', () => {
  const lines = ['Deal | Stage', 'One | Engaging', 'Two | Gone', 'Three | Won', 'Four | Banana'];
  const remembered = [one('Old', 'x', { Engaging: 'Proposal', Gone: '', Banana: 'A stage of yore' })];

  it('comes with its words decided as last time, and says which; a stage that is no more is asked for', () => {
    const { mapping, values, plan } = reviewImport(table('Old', lines), context({ remembered }));
    expect(values[0]?.values).toEqual([
      { from: 'Engaging', count: 1, to: 'Proposal', suggested: 'Proposal', remembered: 'Proposal' },
      { from: 'Gone', count: 1, to: '', suggested: '', remembered: '' },
      { from: 'Won', count: 1, to: 'Won', suggested: 'Won' },
      { from: 'Banana', count: 1, to: null, suggested: null },
    ]);
    expect(plan.blockers).toMatchObject([{ code: 'undecided-value' }]);
    // A person's own word counts more, and what they take back stays open.
    const own = { ...mapping, values: stages({ Engaging: 'Lead' }) };
    const { values: after } = reviewImport(table('Old', lines), context({ remembered }), own);
    expect(after[0]?.values.slice(0, 2)).toMatchObject([
      { to: 'Lead', suggested: 'Proposal', remembered: 'Proposal' },
      { to: null, suggested: '', remembered: '' },
    ]);
  });
});
