// The import dialog: four steps with the way back always open, and the reason beside a button that is off.
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button';
import { Failed, Notice, Spinner } from '../ui/notice';
import { Progress } from '../ui/progress';
import { Toasts } from '../ui/toasts';
import * as words from '../words';
import { CheckStep } from './check-step';
import { ColumnsStep, noColumnsId } from './columns-step';
import { RunStep } from './run-step';
import { SourceStep } from './source-step';
import { useDrop } from './use-drop';
import { type Importing, type Step, useImport } from './use-import';
import { useSource } from './use-source';
import { undecidedCount, ValuesStep } from './values-step';

const titles: { readonly [K in Step]: string } = {
  tab: words.chooseTab,
  columns: words.matchColumns,
  values: words.matchValues,
  check: words.checkAndImport,
  run: words.importStep,
};
const shownSteps = ['tab', 'columns', 'values', 'check'] as const;

export function ImportApp() {
  const importing = useImport();
  const { step, error } = importing;
  const source = useSource((title) => importing.chooseTab({ title, rows: 0, columns: 0 }), importing.reload);
  const dragged = useDrop(step === 'tab' && source.phase === 'reading' ? source.takeFiles : null);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
    window.scrollTo(0, 0);
  }, [step]);
  return (
    <>
      <Progress quiet />
      <div class="window">
        <header class="window-head">
          <div class="words">
            <h1 ref={heading} tabIndex={-1}>
              {step === 'tab' ? words.importList : titles[step]}
            </h1>
            {step !== 'tab' && <span class="clip muted">{words.fromTab(importing.tab)}</span>}
          </div>
          <Steps step={step} />
        </header>
        <main class="window-body">
          {error &&
            (step === 'run' ? (
              <Notice kind="danger">{error}</Notice>
            ) : (
              <Failed error={error} onRetry={importing.readAgain} />
            ))}
          {step === 'tab' && <SourceStep importing={importing} source={source} />}
          {step === 'columns' && <ColumnsStep importing={importing} />}
          {step === 'values' && <ValuesStep importing={importing} />}
          {step === 'check' && <CheckStep importing={importing} />}
          {step === 'run' && <RunStep importing={importing} />}
        </main>
        {step !== 'tab' && step !== 'run' && <Foot importing={importing} />}
      </div>
      {dragged && <div class="drop-veil">{words.letGoToRead}</div>}
      <Toasts />
    </>
  );
}

function Steps({ step }: { step: Step }) {
  return (
    <ol class="steps" aria-label={words.steps}>
      {shownSteps.map((one, at) => (
        <li key={one} aria-current={one === step ? 'step' : undefined}>
          <span aria-hidden="true">{at + 1}</span> {titles[one]}
        </li>
      ))}
    </ol>
  );
}

/** Which steps lead where; a source without choices has no values to match. */
function neighbours(importing: Importing): { back: Step; next: Step | null } {
  const hasValues = (importing.preview?.values.length ?? 0) > 0;
  switch (importing.step) {
    case 'columns':
      return { back: 'tab', next: hasValues ? 'values' : 'check' };
    case 'values':
      return { back: 'columns', next: 'check' };
    default:
      return { back: hasValues ? 'values' : 'columns', next: null };
  }
}

function Foot({ importing }: { importing: Importing }) {
  const { preview, checking, step } = importing;
  const { back, next } = neighbours(importing);
  const reason = whyNot(importing);
  const noColumns = preview !== null && preview.columns.length === 0;
  return (
    <footer class="window-foot">
      <Button icon="back" onClick={() => importing.goTo(back)}>
        {words.back}
      </Button>
      <span class="reason" role="status" id="why-not">
        {checking ? <Spinner label={preview ? words.checkingTheRowsNow : words.readingTheTabNow} /> : reason}
      </span>
      {next ? (
        <Button
          kind="main"
          disabled={!preview || noColumns || (step === 'columns' && checking)}
          describedBy={noColumns ? noColumnsId : 'why-not'}
          onClick={() => importing.goTo(next)}
        >
          {words.next}
        </Button>
      ) : (
        <Button
          kind="main"
          icon="upload"
          disabled={checking || reason !== ''}
          describedBy="why-not"
          onClick={importing.run}
        >
          {preview && !checking ? words.importRows(preview.source.rows - preview.skipped) : words.importNow}
        </Button>
      )}
    </footer>
  );
}

/** Why the import cannot start yet, in one sentence; '' when it can. */
function whyNot({ preview, step }: Importing): string {
  if (!preview || step !== 'check') {
    const open = preview ? undecidedCount(preview) : 0;
    return step === 'values' && open > 0 ? words.stillToDecide(open) : '';
  }
  const first = preview.blockers[0];
  if (first)
    return preview.blockers.length === 1 ? words.told(first.message) : words.thingsToSettle(preview.blockers.length);
  const nothing = preview.counts.every(({ create, update }) => create + update === 0);
  if (!nothing) return '';
  return preview.skipped === preview.source.rows ? words.everyRowIsLeftOut : words.everyRowIsHere;
}
