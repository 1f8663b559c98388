// The pipeline report as a page: good on a phone, on paper, in the dark, and to a screen reader.
import { type FigureKey, figureValue, type PipelineReport, type ReportFilters } from '../../src/domain/reports';
import { minuteInZone } from '../clock';
import type { MadeReport } from '../reports';
import { Split } from './bar';
import { page } from './document';
import { FilterChips, FilterForm } from './filters';
import { ForecastChart } from './forecast-chart';
import { dayName, type Format, formatFor } from './format';
import { ForecastTable, OwnerTable, StageTable } from './tables';

/** The whole page. `fixed`: filters that the link behind it fixes; null for a caller with a token, who gets no form. */
export function reportPage({ report, workbook }: MadeReport, fixed: ReportFilters | null): string {
  const format = formatFor(workbook.locale, report.currency);
  const time = minuteInZone(workbook.readAt, workbook.timeZone).slice(-5);
  const pipelines = Array.from(new Set(report.stages.map(({ pipeline }) => pipeline)));
  return page(
    `${report.title} – ${workbook.title}`,
    <>
      <header class="head">
        <p class="over">{workbook.title}</p>
        <h1>{report.title}</h1>
        <p class="soft">
          {dayName(report.today)}, {time} ({workbook.timeZone}) · {dealCount(report, format)} · amounts in{' '}
          {report.currency}
        </p>
        <FilterChips report={report} />
      </header>
      {fixed && <FilterForm report={report} fixed={fixed} />}
      {report.deals === 0 && <p class="panel">No deal matches. {emptyHint(report)}</p>}
      <Cards report={report} format={format} />
      <section class="panel">
        <h2>Pipeline by stage</h2>
        <p class="soft">Deals and their known amounts, as they stand today.</p>
        {pipelines.map((pipeline) => (
          <div key={pipeline}>
            {pipelines.length > 1 && <h3>{pipeline}</h3>}
            <StageTable lines={report.stages.filter((line) => line.pipeline === pipeline)} format={format} />
          </div>
        ))}
      </section>
      <Forecast report={report} format={format} />
      {report.owners.length > 0 && (
        <section class="panel">
          <h2>By owner</h2>
          <p class="soft">Highest won value first.</p>
          <OwnerTable lines={report.owners} format={format} />
        </section>
      )}
      <LeftOut report={report} format={format} />
      <section class="panel">
        <h2>What the figures mean</h2>
        <dl class="terms">
          {report.figures.map(({ key, name, definition }) => (
            <>
              <dt key={`${key} name`}>{name}</dt>
              <dd key={key}>{definition}</dd>
            </>
          ))}
        </dl>
      </section>
      <footer class="foot">
        <span class="screen">
          The same numbers as <a href={linkTo('csv', report.filters)}>CSV</a> or{' '}
          <a href={linkTo('json', report.filters)}>JSON</a>
        </span>
        <span>Made by Rowbook from the workbook’s Deals tab</span>
      </footer>
    </>,
  );
}

function dealCount({ deals, dealsInWorkbook }: PipelineReport, format: Format): string {
  return `${deals === dealsInWorkbook ? '' : `${format.count(deals)} of `}${format.count(dealsInWorkbook)} deals`;
}

function emptyHint({ dealsInWorkbook, filters }: PipelineReport): string {
  if (dealsInWorkbook === 0) return 'The Deals tab is empty.';
  return Object.keys(filters).length > 0 ? 'Change the filters to see more.' : '';
}

function Cards({ report, format }: { report: PipelineReport; format: Format }) {
  const value = (key: FigureKey) => figureValue(report, key);
  const count = (key: FigureKey) => format.count(value(key) ?? 0);
  const unknown = value('openUnknown') ?? 0;
  return (
    <section aria-label="Key figures">
      <dl class="cards">
        <div class="card">
          <dt>Open value</dt>
          <dd class="value">{format.money(value('openValue'))}</dd>
          <dd class="soft">
            {count('open')} open deals{unknown > 0 && `, ${format.count(unknown)} without an amount`}
          </dd>
        </div>
        <div class="card">
          <dt>Weighted forecast</dt>
          <dd class="value">{format.money(value('weighted'))}</dd>
          <dd class="soft">open amounts times probability</dd>
        </div>
        <div class="card">
          <dt>Win rate</dt>
          <dd class="value">{format.ratio(value('winRate'))}</dd>
          <dd>
            <Split first={value('won') ?? 0} second={value('lost') ?? 0} />
          </dd>
          <dd class="soft">
            {count('won')} won, {count('lost')} lost
          </dd>
        </div>
        <div class="card">
          <dt>Average won deal</dt>
          <dd class="value">{format.exactMoney(value('averageWon'))}</dd>
          <dd class="soft">{format.money(value('wonValue'))} won in all</dd>
        </div>
        <div class="card wide-card">
          <dt>Sales cycle, won</dt>
          <dd class="value">{format.days(value('cycleWonMean'))}</dd>
          <dd class="soft">
            median {format.days(value('cycleWonMedian'))}; lost: {format.days(value('cycleLostMean'))}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Forecast({ report, format }: { report: PipelineReport; format: Format }) {
  const valued = report.forecast.some(({ value }) => value !== 0);
  return (
    <section class="panel">
      <h2>Forecast</h2>
      <p class="soft">Open deals by the month they are expected to close.</p>
      {report.forecast.length === 0 && <p>There is no open deal.</p>}
      {report.forecast.length > 0 && !valued && <p>No open deal has an amount yet, so there is nothing to draw.</p>}
      {valued && (
        <>
          <ForecastChart months={report.forecast} format={format} />
          <p class="legend" aria-hidden="true">
            <span>
              <Swatch tone="fill-tint" /> Value
            </span>
            <span>
              <Swatch tone="fill" /> Weighted by probability
            </span>
          </p>
        </>
      )}
      {report.forecast.length > 0 && <ForecastTable lines={report.forecast} format={format} />}
    </section>
  );
}

function Swatch({ tone }: { tone: string }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <rect class={tone} width="12" height="12" rx="2" />
    </svg>
  );
}

function LeftOut({ report, format }: { report: PipelineReport; format: Format }) {
  if (report.leftOut.length === 0) return null;
  return (
    <section class="panel notice">
      <h2>What these figures do not contain</h2>
      <ul>
        {report.leftOut.map(({ reason, count, message, sample }) => (
          <li key={reason}>
            <strong>
              {format.count(count)} {count === 1 ? 'deal' : 'deals'}.
            </strong>{' '}
            {message}{' '}
            <span class="soft">
              {sample.slice(0, 8).join(', ')}
              {count > 8 && ' …'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function linkTo(format: string, filters: ReportFilters): string {
  return `?${new URLSearchParams({ format, ...filters })}`;
}
