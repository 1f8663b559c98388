// The report's tables: what stands in the charts, as numbers.
import {
  type Behind,
  knownSum,
  type MonthLine,
  type OwnerLine,
  openBehind,
  type StageLine,
  wonBehind,
} from '../../src/domain/reports';
import { Bar } from './bar';
import { type Format, monthName } from './format';

/** Stages of one pipeline, with bars for deals and value. */
export function StageTable({ lines, format }: { lines: readonly StageLine[]; format: Format }) {
  const most = Math.max(1, ...lines.map(({ count }) => count));
  const highest = Math.max(1, ...lines.map(({ value }) => value));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">Deals</th>
          <th scope="col">Value</th>
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
                // “Won won” says nothing twice; a stage of another name needs the word.
                line.stage.toLowerCase() !== line.outcome && (
                  <span class={`tag tag-${line.outcome}`}>{line.outcome}</span>
                )
              )}
              <Unknown count={line.unknown} format={format} />
            </th>
            <td>
              {format.count(line.count)}
              <Bar share={line.count / most} tone={toneOf(line)} />
            </td>
            <td>
              <Money value={line.value} of={line} format={format} />
              <Bar share={line.value / highest} tone={toneOf(line)} />
            </td>
            <td>{line.outcome === 'open' ? <Money value={line.weighted} of={line} format={format} /> : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface MoneyProps {
  readonly value: number;
  readonly of: Behind;
  readonly format: Format;
}

/** A sum; unknown where no amount is known. From a million on in short on a phone, where two would not fit side by side. */
function Money({ value, of, format }: MoneyProps) {
  if (knownSum(value, of) === null || Math.abs(value) < 1_000_000) return <>{format.money(knownSum(value, of))}</>;
  return (
    <>
      <span class="wide">{format.money(value)}</span>
      <span class="narrow">{format.shortMoney(value)}</span>
    </>
  );
}

/** Deals whose amount the value beside them knows nothing of. */
function Unknown({ count, format }: { count: number; format: Format }) {
  return count === 0 ? null : <span class="aside">{format.count(count)} without an amount</span>;
}

function toneOf({ outcome }: StageLine): string {
  return outcome === 'open' ? 'fill' : `fill-${outcome}`;
}

/** Open deals by month of their close date. */
export function ForecastTable({ lines, format }: { lines: readonly MonthLine[]; format: Format }) {
  const sum = (of: (line: MonthLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const all = { count: sum((line) => line.count), unknown: sum((line) => line.unknown) };
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Expected to close</th>
          <th scope="col">Deals</th>
          <th scope="col">Value</th>
          <th scope="col">Weighted</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.rows}>
            <th scope="row">
              {line.month === null ? 'No close date' : monthName(line.month)}
              {line.overdue && <span class="tag tag-warn">overdue</span>}
              <Unknown count={line.unknown} format={format} />
            </th>
            <td>{format.count(line.count)}</td>
            <td>
              <Money value={line.value} of={line} format={format} />
            </td>
            <td>
              <Money value={line.weighted} of={line} format={format} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            All open deals
            <Unknown count={all.unknown} format={format} />
          </th>
          <td>{format.count(all.count)}</td>
          <td>
            <Money value={sum((line) => line.value)} of={all} format={format} />
          </td>
          <td>
            <Money value={sum((line) => line.weighted)} of={all} format={format} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** One line per owner, highest won value first. On a phone each line becomes a block, its cells labelled. */
export function OwnerTable({ lines, format }: { lines: readonly OwnerLine[]; format: Format }) {
  const highest = Math.max(1, ...lines.map(({ wonValue }) => wonValue));
  const columns = ['Won value', 'Won', 'Lost', 'Win rate', 'Average won', 'Open', 'Open value', 'Weighted'];
  const cells = (line: OwnerLine) => [
    <>
      <Money value={line.wonValue} of={wonBehind(line)} format={format} />
      <Bar share={line.wonValue / highest} tone="fill-won" />
    </>,
    format.count(line.won),
    format.count(line.lost),
    format.ratio(line.winRate),
    format.money(line.averageWon),
    format.count(line.open),
    <Money value={line.openValue} of={openBehind(line)} format={format} />,
    <Money value={line.weighted} of={openBehind(line)} format={format} />,
  ];
  return (
    <table class="blocks">
      <thead>
        <tr>
          {['Owner', ...columns].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.rows}>
            <th scope="row">{line.name || 'No owner'}</th>
            {cells(line).map((cell, index) => (
              <td key={columns[index]} data-label={columns[index]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
