// Where the pipeline stands, on the first screen: what is open, what should close this month, what a won deal brings.
import { useEffect, useState } from 'preact/hooks';
import type { FigureKey } from '../../src/domain/reports/definitions';
import { knownSum } from '../../src/domain/reports/known';
import type { ReportResult } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { store } from '../app/store';
import { call } from '../call';
import { countText, percentText, shortMoneyText } from '../format';
import { Button } from '../ui/button';

export function PipelineCard() {
  const app = useApp();
  const month = `month:${app.today().slice(0, 7)}`;
  const [report, setReport] = useState<ReportResult | null>(store.report());

  useEffect(() => {
    // Read again after a change made here; otherwise what was read before will do for this visit.
    const kept = app.version >= 0 ? store.report() : null;
    if (kept) return setReport(kept);
    call.report({ name: 'pipeline', rows: month }).then(
      (answer) => {
        store.keepReport(answer);
        setReport(answer);
      },
      // The first screen is whole without it; the report's own window says what is wrong.
      () => setReport(null),
    );
  }, [month, app.version]);

  if (!report || report.dealsInWorkbook === 0) return null;
  const figure = (key: FigureKey) => report.figures.find((one) => one.key === key)?.value ?? null;
  const money = (value: number | null) => (value === null ? '—' : shortMoneyText(value, report.currency));
  const closing = report.forecast.find((line) => line.rows === month);
  const late = report.forecast.filter((line) => line.overdue).reduce((sum, line) => sum + line.count, 0);
  const winRate = figure('winRate');
  return (
    <section class="section" aria-labelledby="pipeline">
      <div class="head">
        <h2 id="pipeline">Pipeline</h2>
        <Button slim kind="plain" onClick={() => app.go({ kind: 'pipeline', pipeline: '' })}>
          By stage
        </Button>
      </div>
      <dl class="facts">
        <div>
          <dt>Open value</dt>
          <dd>
            {money(figure('openValue'))} <span class="detail">{countText(figure('open') ?? 0, 'deal')}</span>
          </dd>
        </div>
        <div>
          <dt>Closing this month</dt>
          <dd>
            {closing ? (
              <button
                type="button"
                class="link"
                id="closing"
                onClick={() =>
                  app.go({ kind: 'list', title: 'Closing this month', tab: 'deals', ids: report.rows?.ids ?? [] })
                }
              >
                {countText(closing.count, 'deal')}
              </button>
            ) : (
              'none'
            )}{' '}
            <span class="detail">{closing ? money(knownSum(closing.value, closing)) : ''}</span>
            {late > 0 && <span class="small late clip">{late} past their date</span>}
          </dd>
        </div>
        <div>
          <dt>Average won deal</dt>
          <dd>{money(figure('averageWon'))}</dd>
        </div>
        <div>
          <dt>Win rate</dt>
          <dd>{winRate === null ? '—' : percentText(winRate)}</dd>
        </div>
      </dl>
    </section>
  );
}
