// The headline figures as cards, and all figures with what each means.
import type { FigureKey } from '../../src/domain/reports/definitions';
import type { ReportResult } from '../../src/rpc/contract';
import { Icon } from '../ui/icons';
import * as words from '../words';
import { figureText } from './figure-text';

/** What a manager asks first; the count that belongs to a value stands under it. */
const headline: readonly { key: FigureKey; beside: readonly FigureKey[] }[] = [
  { key: 'openValue', beside: ['open', 'openUnknown'] },
  { key: 'weighted', beside: [] },
  { key: 'wonValue', beside: ['won'] },
  { key: 'winRate', beside: ['won', 'lost'] },
  { key: 'averageWon', beside: [] },
  { key: 'cycleWonMean', beside: ['cycleWonMedian'] },
];

/** How a count is said under the figure it belongs to. */
const besideTexts: { readonly [K in FigureKey]?: (figure: string) => string } = {
  open: words.openDealsBeside,
  openUnknown: words.withoutAmountBeside,
  won: words.wonBeside,
  lost: words.lostBeside,
  cycleWonMedian: words.medianBeside,
};

/** From this many characters on a figure may need smaller letters on a narrow screen. */
const longFrom = 10;

export function Headline({ report }: { report: ReportResult }) {
  const figures = new Map(report.figures.map((figure) => [figure.key, figure]));
  const besideText = (keys: readonly FigureKey[]) =>
    keys
      .flatMap((key) => {
        const figure = figures.get(key);
        if (!figure?.value) return [];
        const text = figureText(figure.value, figure.unit, report.currency);
        return [besideTexts[key]?.(text) ?? `${text} ${words.told(figure.name)}`];
      })
      .join(', ');
  return (
    <dl class="figures thirds">
      {headline.map(({ key, beside }) => {
        const figure = figures.get(key);
        if (!figure) return null;
        const text = figureText(figure.value, figure.unit, report.currency, true);
        return (
          <div key={key} class="card" title={words.told(figure.definition)}>
            <dt>{words.told(figure.name)}</dt>
            <dd>
              <strong class={text.length < longFrom ? 'figure' : 'figure long'}>{text}</strong>
              <span class="detail">{besideText(beside)}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

export function AllFigures({ report }: { report: ReportResult }) {
  return (
    <details class="folded">
      <summary>
        <Icon name="forward" size={14} />
        {words.allFiguresAndMeanings}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-frame" tabIndex={0} aria-label={words.allFigures}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.figure}</th>
              <th scope="col" class="number">
                {words.value}
              </th>
              <th scope="col">{words.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {report.figures.map((figure) => (
              <tr key={figure.key}>
                <th scope="row">{words.told(figure.name)}</th>
                <td class="number">{figureText(figure.value, figure.unit, report.currency)}</td>
                <td class="muted">{words.told(figure.definition)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
