// Where the pipeline stands, on the first screen: what is open and how much of it is won.
import type { FigureKey } from '../../src/domain/reports/definitions';
import type { ReportResult } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { percentText, shortMoneyText } from '../numbers';
import { Button } from '../ui/button';
import * as words from '../words';

export function PipelineCard({ report }: { report: ReportResult | null }) {
  const app = useApp();
  if (!report || report.dealsInWorkbook === 0) return null;
  const figure = (key: FigureKey) => report.figures.find((one) => one.key === key)?.value ?? null;
  const value = figure('openValue');
  const winRate = figure('winRate');
  return (
    <section class="section" aria-labelledby="pipeline">
      <div class="head">
        <h2 id="pipeline">{words.pipeline}</h2>
        <Button slim kind="plain" onClick={() => app.go({ kind: 'pipeline', pipeline: '' })}>
          {words.byStage}
        </Button>
      </div>
      <dl class="facts">
        <div>
          <dt>{words.openValue}</dt>
          <dd>
            {value === null ? '—' : shortMoneyText(value, report.currency)}{' '}
            <span class="detail">{words.deals(figure('open') ?? 0)}</span>
          </dd>
        </div>
        <div>
          <dt>{words.winRate}</dt>
          <dd>{winRate === null ? '—' : percentText(winRate)}</dd>
        </div>
      </dl>
    </section>
  );
}
