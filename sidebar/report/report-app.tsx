// The pipeline report's window: filters, the headline figures, stages, months, owners, and what no figure contains.
import { useState } from 'preact/hooks';
import type { ReportResult } from '../../src/rpc/contract';
import { dayText } from '../format';
import { Button, IconButton } from '../ui/button';
import { Empty, Failed, Ghosts, Notice } from '../ui/notice';
import { Progress } from '../ui/progress';
import { Toasts } from '../ui/toasts';
import * as words from '../words';
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
            <h1 tabIndex={-1}>{words.pipelineReport}</h1>
            <p class="muted" role="status">
              {report
                ? words.dealsOfReport(report.deals, report.dealsInWorkbook, dayText(report.today), report.currency)
                : loading
                  ? words.readingTheDealsNow
                  : ''}
            </p>
          </div>
          <div class="row">
            <LinkToPage filters={reporting.filters} />
            <IconButton icon="refresh" label={words.refresh} onClick={reporting.reload} />
          </div>
        </header>
        <main class="window-body stack" aria-busy={loading}>
          {error && <Failed error={error} onRetry={reporting.reload} />}
          {!report && loading && <Ghosts lines={8} label={words.readingTheDeals} />}
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
      <p>{words.noDealsYet}</p>
    </Empty>
  );
}

function Body({ report, onReset }: { report: ReportResult; onReset: () => void }) {
  if (report.deals === 0) {
    return (
      <Empty icon="chart">
        <p>{words.noDealFitsFilters}</p>
        <Button onClick={onReset}>{words.clearTheFilters}</Button>
      </Empty>
    );
  }
  return (
    <>
      <Headline report={report} />
      {report.leftOut.length > 0 && (
        <Notice kind="warn">
          <strong>{words.notInEveryFigure}</strong>
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
  const { count, rows, sample } = line;
  const message = words.told(line.message);
  return (
    <li>
      <strong>{words.dealsLinked(count, <CountLink count={count} rows={rows} title={message} />)}</strong> {message}{' '}
      <span class="muted">
        {sample.slice(0, idsNamed).join(', ')}
        {count > idsNamed && ' …'}
      </span>
    </li>
  );
}
