// Deals without a name: what they are called, that it is said before, and that importing again finds them.
import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../src/domain/schema';
import { confirmedReview, context, table } from './support';

const source = table('Deals', ['Name | Stage | Amount', ' | Lead | 10', 'One | Lead | 10', ' | Lead | 20']);

/** The workbook after an import of these deals. */
function imported(deals: readonly { fields: AnyRecord }[] = [], moved = 0) {
  return context({
    existing: {
      deals: deals.map(({ fields }, at) => ({
        ...fields,
        id: `D-${at + 1}`,
        name: String(fields.name).replace(/\d+$/, (row) => String(Number(row) + moved)),
      })),
    },
  });
}

const notes = (of: ReturnType<typeof confirmedReview>) => of.plan.notes.find(({ code }) => code === 'names-made');

describe('deals without a name', () => {
  it('get one, and the preview says which', () => {
    const review = confirmedReview(source);
    expect(review.plan.creates.deals?.map(({ fields }) => fields.name)).toEqual([
      'Deal of row 2',
      'One',
      'Deal of row 4',
    ]);
    expect(notes(review)?.message).toMatch(/^2 deals have no name.*“Deal of row 2”/);
    expect(notes(confirmedReview(table('Deals', ['Name | Stage', 'One | Lead'])))).toBeUndefined();
  });

  it.each([0, 3])('are found again when the import is repeated, also after rows above them moved by %i', (moved) => {
    const { plan } = confirmedReview(source, imported(confirmedReview(source).plan.creates.deals, moved));
    expect(plan.counts).toMatchObject([{ tab: 'deals', create: 0, same: 3 }]);
    expect(plan.notes.map(({ code }) => code)).not.toContain('names-made');
  });

  it('that are called by company and product are found again as well', () => {
    const lines = ['Name | Stage | Company | Amount', ' | Lead | Acme | 10', ' | Lead | Acme | 20'];
    const existing = {
      companies: [{ id: 'CO-1', name: 'Acme' }],
      deals: [
        { id: 'D-1', name: 'Acme', stage: 'Lead', company: 'CO-1', amount: 10 },
        { id: 'D-2', name: 'Renamed since', stage: 'Lead', company: 'CO-1', amount: 20 },
      ],
    };
    const { plan } = confirmedReview(table('Deals', lines), context({ existing }));
    expect(plan.counts.find(({ tab }) => tab === 'deals')).toMatchObject({ create: 1, same: 1 });
  });

  it('each answer for one row: equal rows stay as many as they are', () => {
    const three = table('Deals', ['Name | Stage', ' | Lead', ' | Lead', ' | Lead']);
    const two = table('Deals', ['Name | Stage', ' | Lead', ' | Lead']);
    const { plan } = confirmedReview(three, imported(confirmedReview(two).plan.creates.deals));
    expect(plan.counts).toMatchObject([{ create: 1, same: 2 }]);
  });
});
