// Which deals a figure was computed from.
import { definitions, type FigureKey } from './definitions';
import { type Placed, type ReportSource, tally } from './tally';
import type { LeftOutReason } from './types';

type Test = (placed: Placed) => boolean;

const outcome =
  (...wanted: readonly string[]): Test =>
  ({ stage }) =>
    stage !== undefined && wanted.includes(stage.outcome);
const known =
  (test: Test): Test =>
  (placed) =>
    placed.minor !== null && test(placed);
const inCycle =
  (test: Test): Test =>
  (placed) =>
    placed.inCycle && test(placed);

const figureTests: { readonly [key in FigureKey]: Test } = {
  open: outcome('open'),
  openValue: known(outcome('open')),
  openUnknown: (placed) => placed.minor === null && outcome('open')(placed),
  weighted: (placed) => !placed.leftOut.includes('probability') && known(outcome('open'))(placed),
  won: outcome('won'),
  wonValue: known(outcome('won')),
  lost: outcome('lost'),
  lostValue: known(outcome('lost')),
  winRate: outcome('won', 'lost'),
  averageWon: known(outcome('won')),
  cycleWonMean: inCycle(outcome('won')),
  cycleWonMedian: inCycle(outcome('won')),
  cycleLostMean: inCycle(outcome('lost')),
  cycleLostMedian: inCycle(outcome('lost')),
};

/** Names of the report's lines, as their `rows` say. */
export const rowsOf = {
  stage: (pipeline: string, stage: string) => `stage:${pipeline}/${stage}`,
  month: (month: string) => `month:${month}`,
  owner: (key: string) => `owner:${key}`,
  leftOut: (reason: LeftOutReason) => `leftOut:${reason}`,
};

/**
 * Ids of the deals that a figure was computed from, in the order of `source.deals`. `figure` is a figure's key or the
 * `rows` of a line; null when there is no such figure. A line that the report does not have is empty.
 */
export function rowsBehind(source: ReportSource, figure: string): string[] | null {
  const test = testOf(figure);
  if (!test) return null;
  const ids: string[] = [];
  tally(source, (placed) => {
    if (test(placed)) ids.push(placed.deal.id);
  });
  return ids;
}

function testOf(figure: string): Test | undefined {
  const definition = definitions.find(({ key }) => key === figure);
  if (definition) return figureTests[definition.key];
  switch (figure.slice(0, figure.indexOf(':'))) {
    case 'stage':
      return ({ stage }) => stage !== undefined && rowsOf.stage(stage.pipeline, stage.name) === figure;
    case 'month':
      return (placed) => outcome('open')(placed) && rowsOf.month((placed.deal.closeDate ?? '').slice(0, 7)) === figure;
    case 'owner':
      return ({ stage, owner }) => stage !== undefined && rowsOf.owner(owner.key) === figure;
    case 'leftOut':
      return ({ leftOut }) => leftOut.some((reason) => rowsOf.leftOut(reason) === figure);
    default:
      return undefined;
  }
}
