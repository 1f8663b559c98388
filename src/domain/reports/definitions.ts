// The catalogue of the report's figures: each with its name, its definition in a sentence, and its unit. Nothing is computed here.

/** What a figure counts in: `deals`, `money` (major units of the report's currency), `ratio` (0..1), `days`. */
export type Unit = 'deals' | 'money' | 'ratio' | 'days';

export interface Definition {
  readonly key: string;
  readonly name: string;
  readonly definition: string;
  readonly unit: Unit;
}

const cycle = (deals: 'won' | 'lost', of: 'Mean' | 'Median') => ({
  name: `Sales cycle, ${deals} (${of.toLowerCase()})`,
  definition: `${of} of the whole days from Started on to Closed on, over ${deals} deals that have both.`,
  unit: 'days' as const,
});

export const definitions = [
  {
    key: 'open',
    name: 'Open deals',
    definition: 'Deals in a stage that is neither won nor lost.',
    unit: 'deals',
  },
  {
    key: 'openValue',
    name: 'Open value',
    definition:
      'Sum of the known amounts of open deals. A blank amount is unknown: counted beside it, never as zero; where none is known, neither is the sum.',
    unit: 'money',
  },
  {
    key: 'openUnknown',
    name: 'Open without an amount',
    definition: 'Open deals whose amount is blank, unreadable or in a currency without a rate.',
    unit: 'deals',
  },
  {
    key: 'weighted',
    name: 'Weighted forecast',
    definition:
      'Sum over open deals of amount times probability (the deal’s own, else its stage’s). Won and lost deals are not in it.',
    unit: 'money',
  },
  {
    key: 'won',
    name: 'Won deals',
    definition: 'Deals in a won stage; with a period set, those closed within it.',
    unit: 'deals',
  },
  { key: 'wonValue', name: 'Won value', definition: 'Sum of the known amounts of won deals.', unit: 'money' },
  {
    key: 'lost',
    name: 'Lost deals',
    definition: 'Deals in a lost stage; with a period set, those closed within it.',
    unit: 'deals',
  },
  { key: 'lostValue', name: 'Lost value', definition: 'Sum of the known amounts of lost deals.', unit: 'money' },
  {
    key: 'winRate',
    name: 'Win rate',
    definition: 'Won divided by won plus lost, by number of deals. Open deals are in neither part.',
    unit: 'ratio',
  },
  {
    key: 'averageWon',
    name: 'Average won deal',
    definition: 'Won value divided by the number of won deals with a known amount. Lost and open deals stay out.',
    unit: 'money',
  },
  { key: 'cycleWonMean', ...cycle('won', 'Mean') },
  { key: 'cycleWonMedian', ...cycle('won', 'Median') },
  { key: 'cycleLostMean', ...cycle('lost', 'Mean') },
  { key: 'cycleLostMedian', ...cycle('lost', 'Median') },
] as const satisfies readonly Definition[];

export type FigureKey = (typeof definitions)[number]['key'];
