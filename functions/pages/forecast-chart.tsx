// The forecast as columns: value behind, weighted before it. Drawn twice, for wide screens and phones, because text in an
// SVG shrinks with it. The table below says the same in numbers.
import { scaleBand, scaleLinear } from 'd3-scale';
import type { MonthLine } from '../../src/domain/reports';
import { type Format, monthName } from './format';

interface Column {
  readonly label: string;
  readonly value: number;
  readonly weighted: number;
}

/** More columns than this are no picture any more. */
const mostMonths = { wide: 12, narrow: 6 };

/** The forecast by month, in the report's currency; hidden from screen readers, which have the table below. */
export function ForecastChart({ months, format }: { months: readonly MonthLine[]; format: Format }) {
  return (
    <>
      <Chart columns={columnsOf(months, mostMonths.wide)} format={format} kind="wide" width={960} height={280} />
      <Chart columns={columnsOf(months, mostMonths.narrow)} format={format} kind="narrow" width={320} height={230} />
    </>
  );
}

/** Overdue months as one column, then the next months, then what comes later, then what has no date. */
export function columnsOf(months: readonly MonthLine[], most: number): Column[] {
  const overdue = months.filter((line) => line.overdue);
  const coming = months.filter((line) => !line.overdue && line.month !== null);
  const undated = months.filter((line) => line.month === null);
  return [
    ...together('Past due', overdue),
    ...coming.slice(0, most).flatMap((line) => together(monthName(line.month ?? ''), [line])),
    ...together('Later', coming.slice(most)),
    ...together('No date', undated),
  ];
}

function together(label: string, lines: readonly MonthLine[]): Column[] {
  if (lines.length === 0) return [];
  const sum = (of: (line: MonthLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  return [{ label, value: sum((line) => line.value), weighted: sum((line) => line.weighted) }];
}

interface ChartProps {
  readonly columns: readonly Column[];
  readonly format: Format;
  readonly kind: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
}

function Chart({ columns, format, kind, width, height }: ChartProps) {
  const top = 24;
  const bottom = height - 36;
  const left = kind === 'wide' ? 56 : 44;
  const values = columns.flatMap(({ value, weighted }) => [value, weighted]);
  const y = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(1, ...values)])
    .nice(4)
    .range([bottom, top]);
  const x = scaleBand()
    .domain(columns.map(({ label }) => label))
    .range([left, width])
    .padding(0.3);
  const column = (value: number) => ({ y: Math.min(y(value), y(0)), height: Math.abs(y(0) - y(value)) });
  return (
    <svg class={`chart chart-${kind}`} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
          <text x={left - 8} y={y(tick) + 4} text-anchor="end">
            {format.shortMoney(tick)}
          </text>
        </g>
      ))}
      {columns.map(({ label, value, weighted }) => {
        const at = x(label) ?? 0;
        const middle = at + x.bandwidth() / 2;
        const [first = '', second = ''] = label.split(' ');
        return (
          <g key={label}>
            <rect class="fill-tint" x={at} width={x.bandwidth()} rx="2" {...column(value)} />
            <rect class="fill" x={at + x.bandwidth() * 0.2} width={x.bandwidth() * 0.6} rx="2" {...column(weighted)} />
            {kind === 'wide' && value !== 0 && (
              <text class="strong" x={middle} y={column(value).y - 6} text-anchor="middle">
                {format.shortMoney(value)}
              </text>
            )}
            <text x={middle} y={bottom + 16} text-anchor="middle">
              {first}
            </text>
            <text x={middle} y={bottom + 30} text-anchor="middle">
              {second}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
