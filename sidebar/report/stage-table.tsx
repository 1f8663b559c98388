// Deals and value per stage, as bars over the numbers they stand for.
import type { ReportResult } from '../../src/rpc/contract';
import { numberText, percentText } from '../numbers';
import * as words from '../words';
import { CountLink } from './deals-behind';
import { sumText, wholeText } from './figure-text';
import { Bar, ReportTable } from './table-parts';

const columns = [
  { label: words.label('Stage') },
  { label: words.bar, bar: true },
  { label: words.label('Amount'), number: true },
  { label: words.label('Deals'), number: true },
  { label: words.unknown, number: true },
  { label: words.label('Probability'), number: true },
  { label: words.weighted, number: true },
];

export function StageTable({ report }: { report: ReportResult }) {
  const most = Math.max(1, ...report.stages.map(({ value }) => value));
  const pipelines = new Set(report.stages.map(({ pipeline }) => pipeline)).size;
  return (
    <ReportTable title={words.byStage} hint={words.unknownAmountsCount} columns={columns}>
      {report.stages.map((line) => (
        <tr key={line.rows}>
          <th scope="row">
            {line.stage}
            {pipelines > 1 && <span class="detail clip">{line.pipeline}</span>}
          </th>
          <td class="bar-cell">
            <Bar share={line.value / most} tone={line.outcome} />
          </td>
          <td class="number">{sumText(line.value, line, report.currency)}</td>
          <td class="number">
            <CountLink count={line.count} rows={line.rows} title={line.stage} />
          </td>
          <td class="number">{line.unknown === 0 ? '' : numberText(line.unknown)}</td>
          <td class="number">{line.outcome === 'open' ? percentText(line.probability) : ''}</td>
          <td class="number">{line.outcome === 'open' ? wholeText(line.weighted, line, report.currency) : ''}</td>
        </tr>
      ))}
    </ReportTable>
  );
}
