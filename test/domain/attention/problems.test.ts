// What cannot be right in records: each kind, said in a sentence, in a stable order.
import { describe, expect, it } from 'vitest';
import {
  clashes,
  problemsOfCells,
  problemsOfReferences,
  type SeenRecord,
} from '../../../src/domain/attention/of-records';
import { countByKind, inOrder, problem } from '../../../src/domain/attention/problem';
import { sentenceOf } from '../../../src/domain/attention/sentence';
import { issue } from '../../../src/domain/validate';

const contact = (
  id: string,
  row: number,
  fields: SeenRecord['fields'],
  more: Partial<SeenRecord> = {},
): SeenRecord => ({
  tab: 'contacts',
  id,
  row,
  fields,
  raw: {},
  issues: [],
  labels: {},
  ...more,
});

describe('problems of records', () => {
  it('say what stands there, what would be right, and which repair they offer', () => {
    const about = { tab: 'contacts', id: 'C-1' };
    const wrong = contact(
      'C-1',
      2,
      { firstName: 'Ann' },
      {
        raw: { phone: 'later' },
        issues: [
          issue(about, 'phone', 'phone', 'a phone number', 'later'),
          issue(about, 'lastName', 'required', '', null),
        ],
      },
    );
    const found = problemsOfCells([wrong]);
    expect(found.map((one) => sentenceOf(one, String))).toEqual([
      'Phone: “later” is not a phone number.',
      'Last name is missing.',
    ]);
    expect(found).toMatchObject([
      {
        kind: 'value',
        code: 'phone',
        name: 'Ann',
        row: 2,
        field: 'phone',
        stands: 'later',
        repairs: ['open', 'lastGood'],
      },
      { kind: 'missing', field: 'lastName', repairs: ['open'] },
    ]);
  });

  it('tell a deleted record from one that never was, and say nothing where nothing is known', () => {
    const records = [
      contact('C-1', 2, { firstName: 'Ann', company: 'CO-1' }, { labels: { 'CO-1': 'Acme' } }),
      contact('C-2', 3, { firstName: 'Ben', company: 'CO-2' }),
      contact('C-3', 4, { firstName: 'Cem', company: 'CO-99' }),
    ];
    const kept = () => 'Acme';
    const targets = { ids: () => new Set(['CO-2']), highest: () => 2, kept };
    expect(problemsOfReferences(records, targets).map((one) => [one.id, sentenceOf(one, String), one.repairs])).toEqual(
      [
        ['C-1', 'Company points nowhere: Acme (CO-1) was deleted.', ['open', 'restore', 'lastGood']],
        ['C-3', 'Company points nowhere: there never was a CO-99.', ['open', 'lastGood']],
      ],
    );
    expect(problemsOfReferences(records, { ...targets, ids: () => undefined })).toEqual([]);
  });

  it('name the other holder of a value that only one may have, whatever its case', () => {
    const found = clashes([
      contact('C-1', 2, { firstName: 'Ann', email: 'ann@example.com' }),
      contact('C-2', 3, { firstName: 'Ben', email: 'ANN@example.com' }),
      contact('C-3', 4, { firstName: 'Cem', email: null }),
      contact('C-4', 5, { firstName: 'Dan', email: null }),
    ]);
    expect(found).toMatchObject([{ id: 'C-2', kind: 'duplicate', field: 'email' }]);
    expect(found.map((one) => sentenceOf(one, String))).toEqual([
      'Email ANN@example.com belongs to Ann (C-1) as well, in row 2.',
    ]);
  });

  it('are ordered by kind, and stay in their order within one', () => {
    const of = (kind: 'value' | 'column', row: number) => problem({ kind, code: '', tab: 'deals', row });
    const all = [of('value', 3), of('column', 0), of('value', 2)];
    expect(inOrder(all).map(({ kind, row }) => [kind, row])).toEqual([
      ['column', 0],
      ['value', 3],
      ['value', 2],
    ]);
    expect(countByKind(all)).toEqual({ column: 1, value: 2 });
  });
});
