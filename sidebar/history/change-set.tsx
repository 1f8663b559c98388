// One change set: what was changed, by whom, each field before and after, and the ways back.
import type { ChangeSetView, RecordChange } from '../../src/rpc/contract-history';
import { useApp } from '../app/app';
import { countText, momentText } from '../format';
import { Button } from '../ui/button';
import { Icon, type IconName } from '../ui/icons';
import { PutBack } from './put-back';

const howIcons: { readonly [how: string]: IconName } = { undo: 'undo', import: 'upload' };
const summaryIcons: { readonly [summary: string]: IconName } = { Created: 'plus', Restored: 'plus', Deleted: 'trash' };
const hows: { readonly [how: string]: string } = {
  sidebar: 'sidebar',
  grid: 'typed in the sheet',
  hourly: 'hourly run',
};

/** `own`: the record whose history this is; without it the records are named. */
export function ChangeSet(props: { set: ChangeSetView; own?: string | undefined; undo: () => void; undoing: boolean }) {
  const { set, own, undo, undoing } = props;
  const app = useApp();
  const [first] = set.records;
  const others = set.count - 1;
  const when = momentText(set.when, app.start.timeZone, app.today());
  // Several changes of one minute have their record, or what was done, to be told apart by.
  const what = `the change of ${when} by ${set.who}${first ? `: ${own ? first.summary : first.name}` : ''}`;
  const icon = howIcons[set.how] ?? summaryIcons[first?.summary ?? ''] ?? 'edit';
  return (
    <li>
      <span class="mark round">
        <Icon name={icon} size={14} />
      </span>
      <div class="words">
        {first && !own && <RecordName change={first} />}
        {first && <span class="said small">{first.summary}</span>}
        <span class="detail">{[when, set.who, hows[set.how] ?? set.how].filter(Boolean).join(' · ')}</span>
        {others > 0 && !first?.id.includes('…') && <span class="detail">with {countText(others, 'other record')}</span>}
        {set.undone && (
          <span class="detail">
            <span class="badge">Undone</span> {set.undone.who},{' '}
            {momentText(set.undone.when, app.start.timeZone, app.today())}
          </span>
        )}
        {set.records.some(({ changes }) => changes.length > 0) && (
          <details class="folded">
            <summary aria-label={`Values of ${what}`}>
              <Icon name="forward" size={14} />
              Values
            </summary>
            {set.records.map((change, at) => (
              <Values
                key={`${change.id}${at}`}
                change={change}
                changeSet={set.changeSet}
                named={set.records.length > 1}
              />
            ))}
            {set.count > set.records.length && <p class="hint">The first {set.records.length} records are shown.</p>}
          </details>
        )}
      </div>
      {set.canUndo && (
        <span>
          <Button
            slim
            kind="plain"
            disabled={undoing}
            label={`${set.undone ? 'Undo rest of' : 'Undo'} ${what}`}
            onClick={undo}
          >
            {undoing ? 'Undoing…' : set.undone ? 'Undo rest' : 'Undo'}
          </Button>
        </span>
      )}
    </li>
  );
}

/** A record's name as the way to its page; a block of an import, or a record that is gone, has no page. */
function RecordName({ change: { tab, id, name, summary } }: { change: RecordChange }) {
  const app = useApp();
  if (id.includes('…') || summary === 'Deleted') return <span class="name">{name}</span>;
  return (
    <button
      type="button"
      class="plain-link name"
      onClick={() => app.go({ kind: 'record', tab, id, known: { name, detail: '' } })}
    >
      {name}
    </button>
  );
}

function Values({ change, changeSet, named }: { change: RecordChange; changeSet: string; named: boolean }) {
  const { tab, id, name, changes } = change;
  return (
    <>
      {named && <h3>{name}</h3>}
      <dl class="pairs changed">
        {changes.map(({ field, label, before, after, canPutBack }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>
              <s>{before || 'blank'}</s> <span class="unseen">became</span> <span aria-hidden="true">→</span>{' '}
              {after || 'blank'}
              {canPutBack && <PutBack input={{ tab, id, changeSet, field }} label={label} name={name} />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
