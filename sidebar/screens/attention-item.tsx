// One problem: which record, where it stands, what is wrong, and the ways to put it right.
import { useState } from 'preact/hooks';
import type { Problem } from '../../src/domain/attention/problem';
import { sentenceOf } from '../../src/domain/attention/sentence';
import { fieldOf } from '../../src/domain/record';
import { type RecordTabKey, recordTabKeys } from '../../src/domain/schema';
import { shorten } from '../../src/domain/text';
import type { LastGood } from '../../src/rpc/contract-attention';
import { mayWrite, useApp } from '../app/app';
import { call } from '../call';
import { momentText, valueText } from '../format';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { Icon } from '../ui/icons';
import { LongText } from '../ui/long-text';
import { Notice, Spinner } from '../ui/notice';
import * as words from '../words';
import { placeText } from './attention-words';
import { RepairButtons, type Repairing, useRepair } from './repair-buttons';
import { useValueContext } from './value-view';

export function ProblemItem({ problem }: { problem: Problem }) {
  const repairing = useRepair(problem);
  const has = (repair: Problem['repairs'][number]) => problem.repairs.includes(repair);
  return (
    <li class="problem">
      <p>
        {problem.id !== '' && <span class="name">{shorten(problem.name, 120)} </span>}
        <span class="muted small">{placeText(problem)}</span>
      </p>
      <Sentence problem={problem} />
      {problem.kind === 'sort' && has('putRight') && <Parts problem={problem} repairing={repairing} />}
      {problem.kind === 'sort' && !has('putRight') && <p class="muted small">{words.managerCanPutRight}</p>}
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

/** What is wrong. Very long values are cut; the record's form has them whole. */
function Sentence({ problem }: { problem: Problem }) {
  const { start, today } = useApp();
  const { stands, other } = problem;
  const shown = {
    ...problem,
    stands: shorten(stands, 120),
    ...(other ? { other: { ...other, name: shorten(other.name, 80) } } : {}),
  };
  return <p>{words.told(sentenceOf(shown, (when) => momentText(when, start.timeZone, today())))}</p>;
}

function Open({ problem: { tab, id, name } }: { problem: Problem }) {
  const { go, start } = useApp();
  const key = recordTabKeys.find((one) => one === tab);
  if (!key) return null;
  const screen = mayWrite(start)
    ? ({ kind: 'form', tab: key, id } as const)
    : ({ kind: 'record', tab: key, id } as const);
  return (
    <Button slim label={words.openNamed(shorten(name, 80))} onClick={() => go(screen)}>
      {words.open}
    </Button>
  );
}

/** Asked for only when somebody wants it: it is read from History. */
function LastGoodValue({ problem, repairing }: { problem: Problem; repairing: Repairing }) {
  const { start, today } = useApp();
  const [found, setFound] = useState<LastGood | null>(null);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState('');
  const context = useValueContext({
    tab: problem.tab as RecordTabKey,
    fields: { currency: found?.found ? found.currency : null },
    labels: found?.found && found.label ? { [String(found.value)]: found.label } : {},
  });
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
      <Button
        slim
        kind="plain"
        disabled={asking}
        label={words.lastGoodValueOf(shorten(problem.name, 80))}
        onClick={ask}
      >
        {asking ? words.lookingIntoHistory : words.lastGoodValue}
      </Button>
    );
  }
  if (!found.found) {
    return (
      <p class="muted small" role="status" tabIndex={-1}>
        {words.historyKnowsNoOther}
      </p>
    );
  }
  const text = valueText(fieldOf(problem.tab as RecordTabKey, problem.field), found.value, context);
  return (
    <div class="row">
      <span role="status" tabIndex={-1}>
        {words.itWas(
          <strong>
            <LongText text={text} what={words.theLastGoodValue} most={160} />
          </strong>,
          <span class="muted small">({momentText(found.when, start.timeZone, today())})</span>,
        )}
      </span>
      <Button slim disabled={repairing.working !== ''} onClick={() => repairing.run('lastGood', undefined, text)}>
        {words.putItBack}
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
        {words.fieldsOrSingleRows}
      </summary>
      <div class="stack tight">
        {fields.length > 1 && (
          <div class="actions">
            {fields.map(({ key, header }) => (
              <Button key={key} slim disabled={off} onClick={() => repairing.run('putRight', { fields: [key] })}>
                {words.onlyField(shorten(words.label(header), 30))}
              </Button>
            ))}
          </div>
        )}
        <ul class="list">
          {records.map(({ id, row, name }) => (
            <li key={id} class="row spread">
              <span>
                {shorten(name, 80)} <span class="muted small">{words.inRow(id, row)}</span>
              </span>
              <Button
                slim
                kind="plain"
                disabled={off}
                label={words.putRightNamed(shorten(name, 80))}
                onClick={() => repairing.run('putRight', { ids: [id] })}
              >
                {words.putRight}
              </Button>
            </li>
          ))}
        </ul>
        {rows > records.length && <p class="muted small">{words.andMoreRows(rows - records.length)}</p>}
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
