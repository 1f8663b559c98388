// The pipeline report's window: filters, the headline figures, stages, months, owners, and what no figure contains.
import { useState } from 'preact/hooks';
import type { ReportResult } from '../../src/rpc/contract';
import { countText, dayText } from '../format';
import { numberText } from '../numbers';
import { Button, IconButton } from '../ui/button';
import { Empty, Ghosts, Notice } from '../ui/notice';
import { Progress } from '../ui/progress';
import { Toasts } from '../ui/toasts';
import { CountLink, DealsBehind, OpenRows } from './deals-behind';
import { AllFigures, Headline } from './figures';
import { Filters } from './filters';
import { LinkToPage } from './link-to-page';
import { MonthTable } from './month-table';
import { OwnerTable } from './owner-table';
import { StageTable } from './stage-table';
import { useReport } from './use-report';

export function ReportApp() {
  const reporting = useReport();
  const { report, error, loading } = reporting;
  const [behind, setBehind] = useState<{ rows: string; title: string } | null>(null);
  return (
    <>
      <Progress quiet />
      <div class="window">
        <header class="window-head">
          <div>
            <h1>Pipeline report</h1>
            <p class="muted" role="status">
              {report
                ? `${countText(report.deals, 'deal')}${report.deals === report.dealsInWorkbook ? '' : ` of ${numberText(report.dealsInWorkbook)}`}, ${dayText(report.today)}, amounts in ${report.currency}`
                : loading
                  ? 'Reading the deals…'
                  : ''}
            </p>
          </div>
          <div class="row">
            <LinkToPage filters={reporting.filters} />
            <IconButton icon="refresh" label="Refresh" onClick={reporting.reload} />
          </div>
        </header>
        <main class="window-body stack" aria-busy={loading}>
          {error && <Notice kind="danger">{error}</Notice>}
          {!report && loading && <Ghosts lines={8} label="Reading the deals" />}
          {report && <Filters reporting={reporting} choices={report.choices} />}
          {report && (
            <OpenRows.Provider value={(rows, title) => setBehind({ rows, title })}>
              {report.dealsInWorkbook === 0 ? <NoDeals /> : <Body report={report} onReset={reporting.reset} />}
            </OpenRows.Provider>
          )}
          {report && behind && (
            <DealsBehind
              key={behind.rows}
              rows={behind.rows}
              title={behind.title}
              filters={reporting.filters}
              currency={report.currency}
              onClose={() => setBehind(null)}
            />
          )}
        </main>
      </div>
      <Toasts />
    </>
  );
}

function NoDeals() {
  return (
    <Empty icon="chart">
      <p>There are no deals yet. Add one in the sidebar, or import them from a tab.</p>
    </Empty>
  );
}

function Body({ report, onReset }: { report: ReportResult; onReset: () => void }) {
  if (report.deals === 0) {
    return (
      <Empty icon="chart">
        <p>No deal fits these filters.</p>
        <Button onClick={onReset}>Clear the filters</Button>
      </Empty>
    );
  }
  return (
    <>
      <Headline report={report} />
      {report.leftOut.length > 0 && (
        <Notice kind="warn">
          <strong>Not in every figure</strong>
          <ul class="dots">
            {report.leftOut.map((line) => (
              <LeftOutLine key={line.rows} line={line} />
            ))}
          </ul>
        </Notice>
      )}
      <StageTable report={report} />
      <MonthTable report={report} />
      <OwnerTable report={report} />
      <AllFigures report={report} />
    </>
  );
}

/** Ids that a line names; its count leads to all of them. */
const idsNamed = 8;

function LeftOutLine({ line }: { line: ReportResult['leftOut'][number] }) {
  const { count, message, rows, sample } = line;
  return (
    <li>
      <strong>
        <CountLink count={count} rows={rows} title={message} /> {count === 1 ? 'deal' : 'deals'}.
      </strong>{' '}
      {message}{' '}
      <span class="muted">
        {sample.slice(0, idsNamed).join(', ')}
        {count > idsNamed && ' …'}
      </span>
    </li>
  );
}
