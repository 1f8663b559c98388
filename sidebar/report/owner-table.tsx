// What each owner has open, won and lost.
import { useState } from 'preact/hooks';
import { openBehind, wonBehind } from '../../src/domain/reports/known';
import type { ReportResult } from '../../src/rpc/contract';
import { moneyText, numberText, percentText } from '../numbers';
import { Button } from '../ui/button';
import * as words from '../words';
import { CountLink } from './deals-behind';
import { wholeText } from './figure-text';
import { ReportTable } from './table-parts';

const columns = [
  { label: words.label('Owner') },
  { label: words.label('Deals'), number: true },
  { label: words.stillOpen, number: true },
  { label: words.label('Open value'), number: true },
  { label: words.weighted, number: true },
  { label: words.won, number: true },
  { label: words.wonValue, number: true },
  { label: words.lost, number: true },
  { label: words.winRate, number: true },
  { label: words.averageWon, number: true },
];
const shownAtFirst = 12;

export function OwnerTable({ report }: { report: ReportResult }) {
  const [all, setAll] = useState(false);
  if (report.owners.length === 0) return null;
  const { currency } = report;
  const shown = all ? report.owners : report.owners.slice(0, shownAtFirst);
  return (
    <>
      <ReportTable title={words.byOwner} columns={columns}>
        {shown.map((line) => (
          <tr key={line.rows}>
            <th scope="row">{line.name || words.noOwner}</th>
            <td class="number">
              <CountLink count={line.open + line.won + line.lost} rows={line.rows} title={line.name || words.noOwner} />
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
            {words.showAllOwners(report.owners.length)}
          </Button>
        </div>
      )}
    </>
  );
}
