// The headline figures as cards, and all figures with what each means.
import type { FigureKey } from '../../src/domain/reports/definitions';
import type { ReportResult } from '../../src/rpc/contract';
import { Icon } from '../ui/icons';
import { figureText } from './figure-text';

/** What a manager asks first; the count that belongs to a value stands under it. */
const headline: readonly { key: FigureKey; beside?: FigureKey }[] = [
  { key: 'openValue', beside: 'open' },
  { key: 'weighted' },
  { key: 'wonValue', beside: 'won' },
  { key: 'winRate' },
  { key: 'averageWon' },
  { key: 'cycleWonMedian' },
];

export function Headline({ report }: { report: ReportResult }) {
  const figures = new Map(report.figures.map((figure) => [figure.key, figure]));
  return (
    <dl class="figures">
      {headline.map(({ key, beside }) => {
        const figure = figures.get(key);
        const other = beside && figures.get(beside);
        if (!figure) return null;
        return (
          <div key={key} class="card" title={figure.definition}>
            <dt>{figure.name}</dt>
            <dd>
              <strong class="figure">{figureText(figure.value, figure.unit, report.currency, true)}</strong>
              {other && <span class="detail">{figureText(other.value, other.unit, report.currency)} deals</span>}
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
        All figures and what they mean
      </summary>
      <div class="table-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col" class="number">
                Value
              </th>
              <th scope="col">Meaning</th>
            </tr>
          </thead>
          <tbody>
            {report.figures.map((figure) => (
              <tr key={figure.key}>
                <th scope="row">{figure.name}</th>
                <td class="number">{figureText(figure.value, figure.unit, report.currency)}</td>
                <td class="muted">{figure.definition}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
