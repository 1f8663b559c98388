// The report's tables: what stands in the charts, as numbers.
import type { MonthLine, OwnerLine, StageLine } from '../../src/domain/reports';
import { Bar } from './bar';
import { type Format, monthName } from './format';

/** Stages of one pipeline, with bars for deals and value. */
export function StageTable({ lines, format }: { lines: readonly StageLine[]; format: Format }) {
  const most = Math.max(1, ...lines.map(({ count }) => count));
  const highest = Math.max(1, ...lines.map(({ value }) => value));
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">Deals</th>
            <th scope="col">Value</th>
            <th scope="col">No amount</th>
            <th scope="col">Weighted</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.stage}>
              <th scope="row">
                {line.stage}
                {line.outcome === 'open' ? (
                  <span class="soft"> {format.ratio(line.probability)}</span>
                ) : (
                  <span class={`tag tag-${line.outcome}`}>{line.outcome}</span>
                )}
              </th>
              <td>
                {format.count(line.count)}
                <Bar share={line.count / most} tone={toneOf(line)} />
              </td>
              <td>
                {format.money(line.value)}
                <Bar share={line.value / highest} tone={toneOf(line)} />
              </td>
              <td>{line.unknown > 0 ? format.count(line.unknown) : '–'}</td>
              <td>{line.outcome === 'open' ? format.money(line.weighted) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function toneOf({ outcome }: StageLine): string {
  return outcome === 'open' ? 'fill' : `fill-${outcome}`;
}

/** Open deals by month of their close date. */
export function ForecastTable({ lines, format }: { lines: readonly MonthLine[]; format: Format }) {
  const sum = (of: (line: MonthLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Expected to close</th>
            <th scope="col">Deals</th>
            <th scope="col">Value</th>
            <th scope="col">No amount</th>
            <th scope="col">Weighted</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.rows}>
              <th scope="row">
                {line.month === null ? 'No close date' : monthName(line.month)}
                {line.overdue && <span class="tag tag-warn">overdue</span>}
              </th>
              <td>{format.count(line.count)}</td>
              <td>{format.money(line.value)}</td>
              <td>{line.unknown > 0 ? format.count(line.unknown) : '–'}</td>
              <td>{format.money(line.weighted)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All open deals</th>
            <td>{format.count(sum((line) => line.count))}</td>
            <td>{format.money(sum((line) => line.value))}</td>
            <td>{format.count(sum((line) => line.unknown))}</td>
            <td>{format.money(sum((line) => line.weighted))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** One line per owner, highest won value first. */
export function OwnerTable({ lines, format }: { lines: readonly OwnerLine[]; format: Format }) {
  const highest = Math.max(1, ...lines.map(({ wonValue }) => wonValue));
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Owner</th>
            <th scope="col">Won value</th>
            <th scope="col">Won</th>
            <th scope="col">Lost</th>
            <th scope="col">Win rate</th>
            <th scope="col">Average won</th>
            <th scope="col">Open</th>
            <th scope="col">Open value</th>
            <th scope="col">Weighted</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.rows}>
              <th scope="row">{line.name || 'No owner'}</th>
              <td>
                {format.money(line.wonValue)}
                <Bar share={line.wonValue / highest} tone="fill-won" />
              </td>
              <td>{format.count(line.won)}</td>
              <td>{format.count(line.lost)}</td>
              <td>{format.ratio(line.winRate)}</td>
              <td>{format.money(line.averageWon === null ? null : Math.round(line.averageWon))}</td>
              <td>{format.count(line.open)}</td>
              <td>{format.money(line.openValue)}</td>
              <td>{format.money(line.weighted)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
