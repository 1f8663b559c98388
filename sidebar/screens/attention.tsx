// "Needs attention": what cannot be right in the workbook, by kind, each with what may be done about it.
import { useEffect, useState } from 'preact/hooks';
import { type ProblemKind, problemKinds } from '../../src/domain/attention/problem';
import type { NeedsAttention } from '../../src/rpc/contract-attention';
import { mayWrite, useApp } from '../app/app';
import { pageSize, repairAll, useAttention } from '../app/use-attention';
import { sentenceFor } from '../messages';
import { numberText } from '../numbers';
import { Button } from '../ui/button';
import { Filters } from '../ui/filters';
import { Empty, Failed, Ghosts, Notice } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { ProblemItem } from './attention-item';
import { kindTitles } from './attention-words';
import { Bar } from './bar';
import { LeftOut } from './left-out';

export function AttentionScreen() {
  const app = useApp();
  const [kind, setKind] = useState<ProblemKind | null>(problemKinds.find((one) => one === app.memory.query) ?? null);
  const [offset, setOffset] = useState(0);
  app.memory.query = kind ?? '';
  const { view, loading, error } = useAttention(kind, offset);
  // The last problem of the last page was repaired.
  const isBeyond = view !== null && !loading && offset > 0 && offset >= view.total;
  useEffect(() => {
    if (isBeyond) setOffset(Math.max(0, offset - pageSize));
  }, [isBeyond, offset]);
  const all = view ? Object.values(view.counts).reduce((sum, count) => sum + count, 0) : 0;
  const show = (next: ProblemKind | null) => {
    setKind(next);
    setOffset(0);
  };
  const turn = (to: number) => {
    setOffset(to);
    window.scrollTo(0, 0);
  };
  return (
    <>
      <Bar title={words.needsAttention} />
      <h1 class="unseen" tabIndex={-1}>
        {words.needsAttention}
      </h1>
      <p class="unseen" role="status">
        {view && !loading ? words.problems(all) : ''}
      </p>
      <div class="stack tight">
        {view && all > 0 && <Kinds counts={view.counts} all={all} kind={kind} onKind={show} />}
        {error && <Failed error={error} onRetry={app.touched} />}
        {!view && loading && <Ghosts lines={7} label={words.lookingAtWorkbook} />}
        {view && all === 0 && (
          <Empty icon="check">
            <p>{words.allIsWell}</p>
          </Empty>
        )}
        {view && all > 0 && kind && !view.counts[kind] && (
          <Empty icon="check">
            <p tabIndex={-1}>{words.nothingLeftUnder(kindTitles[kind])}</p>
            <Button slim onClick={() => show(null)}>
              {words.showOthers(all)}
            </Button>
          </Empty>
        )}
        {view && <Groups view={view} />}
        {view && <Pager total={view.total} offset={offset} onTurn={turn} />}
        {view && <LeftOut columns={view.leftOut} />}
        {mayWrite(app.start) && <Check />}
      </div>
    </>
  );
}

function Kinds(props: {
  counts: NeedsAttention['counts'];
  all: number;
  kind: ProblemKind | null;
  onKind: (kind: ProblemKind | null) => void;
}) {
  const { counts, all, kind, onKind } = props;
  const shown = problemKinds.filter((one) => counts[one]);
  return (
    <Filters
      label={words.show}
      options={[null, ...shown].map((value) => ({
        value,
        label: `${value ? kindTitles[value] : words.all} ${numberText(value ? (counts[value] ?? 0) : all)}`,
      }))}
      value={kind}
      onValue={onKind}
    />
  );
}

function Groups({ view }: { view: NeedsAttention }) {
  const kinds = problemKinds.filter((kind) => view.problems.some((problem) => problem.kind === kind));
  return (
    <>
      {kinds.map((kind) => (
        <section key={kind} class="problems" aria-labelledby={`kind-${kind}`}>
          <h2 id={`kind-${kind}`} tabIndex={-1}>
            {kindTitles[kind]} <span class="badge warn">{numberText(view.counts[kind] ?? 0)}</span>
          </h2>
          <ul class="list" aria-labelledby={`kind-${kind}`}>
            {view.problems
              .filter((problem) => problem.kind === kind)
              .map((problem) => (
                <ProblemItem
                  key={[problem.tab, problem.id, problem.row, problem.field, problem.changeSet, problem.range].join(
                    '/',
                  )}
                  problem={problem}
                />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Pager({ total, offset, onTurn }: { total: number; offset: number; onTurn: (offset: number) => void }) {
  if (total <= pageSize) return null;
  const last = Math.min(total, offset + pageSize);
  return (
    <nav class="row spread" aria-label={words.pages}>
      <Button slim disabled={offset === 0} onClick={() => onTurn(Math.max(0, offset - pageSize))}>
        {words.back}
      </Button>
      <span class="muted small">{words.rangeOf(Math.min(offset + 1, last), last, total)}</span>
      <Button slim disabled={last >= total} onClick={() => onTurn(offset + pageSize)}>
        {words.next}
      </Button>
    </nav>
  );
}

/** Compares the workbook with what Rowbook knows now, instead of within the hour. */
function Check() {
  const app = useApp();
  const [working, setWorking] = useState(false);
  const [error, setError] = useState('');
  const run = () => {
    setWorking(true);
    setError('');
    repairAll({ action: 'check' })
      .then(
        () => {
          toast(words.everyTabWasCompared);
          app.touched();
          return app.reload();
        },
        (failure) => setError(sentenceFor(failure)),
      )
      .finally(() => setWorking(false));
  };
  return (
    <div class="section">
      {error && <Notice kind="danger">{error}</Notice>}
      <Button icon="refresh" disabled={working} onClick={run}>
        {working ? words.checking : words.checkWorkbookNow}
      </Button>
      <p class="muted small">{words.rowbookLooksByItself}</p>
    </div>
  );
}
