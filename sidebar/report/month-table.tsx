// Open deals by the month they are expected to close.

import type { ReportResult } from '../../src/rpc/contract';
import { monthText } from '../format';
import { numberText } from '../numbers';
import * as words from '../words';
import { CountLink } from './deals-behind';
import { sumText, wholeText } from './figure-text';
import { Bar, ReportTable } from './table-parts';

const columns = [
  { label: words.month },
  { label: words.bar, bar: true },
  { label: words.label('Amount'), number: true },
  { label: words.label('Deals'), number: true },
  { label: words.unknown, number: true },
  { label: words.weighted, number: true },
];

export function MonthTable({ report }: { report: ReportResult }) {
  if (report.forecast.length === 0) return null;
  const most = Math.max(1, ...report.forecast.map(({ value }) => value));
  return (
    <ReportTable title={words.openByCloseDate} columns={columns}>
      {report.forecast.map((line) => (
        <tr key={line.rows}>
          <th scope="row">
            {line.month ? monthText(line.month) : words.noCloseDate}
            {line.overdue && <span class="badge danger">{words.past}</span>}
          </th>
          <td class="bar-cell">
            <Bar share={line.value / most} tone={line.overdue ? 'lost' : ''} />
          </td>
          <td class="number">{sumText(line.value, line, report.currency)}</td>
          <td class="number">
            <CountLink
              count={line.count}
              rows={line.rows}
              title={line.month ? monthText(line.month) : words.noCloseDate}
            />
          </td>
          <td class="number">{line.unknown === 0 ? '' : numberText(line.unknown)}</td>
          <td class="number">{wholeText(line.weighted, line, report.currency)}</td>
        </tr>
      ))}
    </ReportTable>
  );
}
