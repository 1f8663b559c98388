// What each owner has open, won and lost.
import { useState } from 'preact/hooks';
import { openBehind, wonBehind } from '../../src/domain/reports/known';
import type { ReportResult } from '../../src/rpc/contract';
import { moneyText, numberText, percentText } from '../numbers';
import { Button } from '../ui/button';
import { CountLink } from './deals-behind';
import { wholeText } from './figure-text';
import { ReportTable } from './table-parts';

const columns = [
  { label: 'Owner' },
  { label: 'Deals', number: true },
  { label: 'Open', number: true },
  { label: 'Open value', number: true },
  { label: 'Weighted', number: true },
  { label: 'Won', number: true },
  { label: 'Won value', number: true },
  { label: 'Lost', number: true },
  { label: 'Win rate', number: true },
  { label: 'Average won', number: true },
];
const shownAtFirst = 12;

export function OwnerTable({ report }: { report: ReportResult }) {
  const [all, setAll] = useState(false);
  if (report.owners.length === 0) return null;
  const { currency } = report;
  const shown = all ? report.owners : report.owners.slice(0, shownAtFirst);
  return (
    <>
      <ReportTable title="By owner" columns={columns}>
        {shown.map((line) => (
          <tr key={line.rows}>
            <th scope="row">{line.name || 'No owner'}</th>
            <td class="number">
              <CountLink count={line.open + line.won + line.lost} rows={line.rows} title={line.name || 'No owner'} />
            </td>
            <td class="number">{numberText(line.open)}</td>
            <td class="number">{wholeText(line.openValue, openBehind(line), currency)}</td>
            <td class="number">{wholeText(line.weighted, openBehind(line), currency)}</td>
            <td class="number">{numberText(line.won)}</td>
            <td class="number">{wholeText(line.wonValue, wonBehind(line), currency)}</td>
            <td class="number">{numberText(line.lost)}</td>
            <td class="number">{line.winRate === null ? '—' : percentText(line.winRate)}</td>
            <td class="number">{line.averageWon === null ? '—' : moneyText(Math.round(line.averageWon), currency)}</td>
          </tr>
        ))}
      </ReportTable>
      {shown.length < report.owners.length && (
        <div>
          <Button slim kind="plain" onClick={() => setAll(true)}>
            Show all {report.owners.length} owners
          </Button>
        </div>
      )}
    </>
  );
}
