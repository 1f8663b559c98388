// One problem: which record, where it stands, what is wrong, and the ways to put it right.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../src/domain/attention/problem';
import { sentenceOf } from '../../src/domain/attention/sentence';
import { recordTabKeys } from '../../src/domain/schema';
import type { LastGood } from '../../src/rpc/contract-attention';
import { mayWrite, useApp } from '../app/app';
import { call } from '../call';
import { momentText } from '../format';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { Icon } from '../ui/icons';
import { Notice, Spinner } from '../ui/notice';
import { placeText, repairLabels } from './attention-words';
import { RepairButtons, type Repairing, useRepair } from './repair-buttons';

export function ProblemItem({ problem }: { problem: Problem }) {
  const repairing = useRepair(problem);
  const has = (repair: Problem['repairs'][number]) => problem.repairs.includes(repair);
  const item = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => () => void (item.current?.contains(document.activeElement) && focusAfter(problem)), []);
  return (
    <li class="problem" ref={item}>
      <p>
        {problem.id !== '' && <span class="name">{problem.name} </span>}
        <span class="muted small">{placeText(problem)}</span>
      </p>
      <p>{sentenceOf(problem)}</p>
      {problem.kind === 'sort' && has('putRight') && <Parts problem={problem} repairing={repairing} />}
      {problem.kind === 'sort' && !has('putRight') && (
        <p class="muted small">A manager or an admin can put this right.</p>
      )}
      {problem.kind === 'unfinished' && <Records problem={problem} />}
      <div class="actions">
        {has('open') && <Open problem={problem} />}
        <RepairButtons problem={problem} repairing={repairing} />
        {has('lastGood') && <LastGoodValue problem={problem} repairing={repairing} />}
        {repairing.working && <Spinner label={repairing.working} />}
      </div>
      {repairing.error && <Notice kind="danger">{repairing.error}</Notice>}
    </li>
  );
}

/** A repaired problem leaves the list with the button that was pressed: its group takes the focus, or the screen's heading. */
function focusAfter({ kind }: Problem): void {
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    const heading = document.getElementById(`kind-${kind}`) ?? document.querySelector<HTMLElement>('main h1');
    heading?.focus({ preventScroll: true });
  });
}

function Open({ problem: { tab, id, name } }: { problem: Problem }) {
  const { go, start } = useApp();
  const key = recordTabKeys.find((one) => one === tab);
  if (!key) return null;
  const screen = mayWrite(start)
    ? ({ kind: 'form', tab: key, id } as const)
    : ({ kind: 'record', tab: key, id } as const);
  return (
    <Button slim label={`${repairLabels.open} ${name}`} onClick={() => go(screen)}>
      {repairLabels.open}
    </Button>
  );
}

/** Asked for only when somebody wants it: it is read from History. */
function LastGoodValue({ problem, repairing }: { problem: Problem; repairing: Repairing }) {
  const { start, today } = useApp();
  const [found, setFound] = useState<LastGood | null>(null);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState('');
  const ask = () => {
    const tab = recordTabKeys.find((one) => one === problem.tab);
    if (asking || !tab) return;
    setAsking(true);
    setError('');
    call
      .lastGoodValue({ tab, id: problem.id, field: problem.field })
      .then(setFound, (failure) => setError(sentenceFor(failure)))
      .finally(() => setAsking(false));
  };
  if (error) return <Notice kind="danger">{error}</Notice>;
  if (!found) {
    return (
      <Button slim kind="plain" disabled={asking} label={`${repairLabels.lastGood} of ${problem.name}`} onClick={ask}>
        {asking ? 'Looking into History …' : repairLabels.lastGood}
      </Button>
    );
  }
  if (!found.found) return <p class="muted small">History knows no other value. Open the record and mend it there.</p>;
  return (
    <div class="row" role="status">
      <span>
        It was <strong>{found.shown}</strong>{' '}
        <span class="muted small">({momentText(found.when, start.timeZone, today())})</span>
      </span>
      <Button slim disabled={repairing.working !== ''} onClick={() => repairing.run('lastGood')}>
        Put it back
      </Button>
    </div>
  );
}

/** A sort, field by field and row by row. */
function Parts({ problem, repairing }: { problem: Problem; repairing: Repairing }) {
  const { fields = [], records = [], rows = 0 } = problem;
  const off = repairing.working !== '';
  return (
    <details class="folded">
      <summary>
        <Icon name="forward" size={14} />
        Field by field, or single rows
      </summary>
      <div class="stack tight">
        {fields.length > 1 && (
          <div class="actions">
            {fields.map(({ key, header }) => (
              <Button key={key} slim disabled={off} onClick={() => repairing.run('putRight', { fields: [key] })}>
                Only {header}
              </Button>
            ))}
          </div>
        )}
        <ul class="list">
          {records.map(({ id, row, name }) => (
            <li key={id} class="row spread">
              <span>
                {name} <span class="muted small">{`${id}, row ${row}`}</span>
              </span>
              <Button
                slim
                kind="plain"
                disabled={off}
                label={`Put right ${name}`}
                onClick={() => repairing.run('putRight', { ids: [id] })}
              >
                Put right
              </Button>
            </li>
          ))}
        </ul>
        {rows > records.length && <p class="muted small">And {rows - records.length} more.</p>}
      </div>
    </details>
  );
}

function Records({ problem: { tab, records = [] } }: { problem: Problem }) {
  const { go } = useApp();
  const key = recordTabKeys.find((one) => one === tab);
  if (!key || records.length === 0) return null;
  return (
    <p class="row">
      {records.map(({ id }) => (
        <button key={id} type="button" class="link" onClick={() => go({ kind: 'record', tab: key, id })}>
          {id}
        </button>
      ))}
    </p>
  );
}
