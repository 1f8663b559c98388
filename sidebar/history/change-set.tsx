// One change set: what was changed, by whom, each field before and after, and the ways back.
import { shorten } from '../../src/domain/text';
import type { ChangeSetView, RecordChange } from '../../src/rpc/contract-history';
import { useApp } from '../app/app';
import { RecordLink } from '../app/record-link';
import { momentText } from '../format';
import { memberName } from '../forms/member-name';
import { Button } from '../ui/button';
import { Icon, type IconName } from '../ui/icons';
import * as words from '../words';
import { type FieldChange, fieldChanges, isUpdate } from './field-changes';
import { hows } from './hows';
import { PastValue } from './past-value';
import { PutBack } from './put-back';
import { summaryText } from './summary-text';
import { Who } from './who';

const howIcons: { readonly [how: string]: IconName } = { undo: 'undo', import: 'upload' };
const summaryIcons: { readonly [summary: string]: IconName } = { Created: 'plus', Restored: 'plus', Deleted: 'trash' };

/** Fields that the line of a change names; the others stand under “Values”. */
const mostTold = 3;

type Labels = { readonly [reference: string]: string };

/** `own`: the record whose history this is; without it the records are named. */
export function ChangeSet(props: {
  set: ChangeSetView;
  labels: Labels;
  own?: string | undefined;
  undo: () => void;
  undoing: boolean;
}) {
  const { set, labels, own, undo, undoing } = props;
  const app = useApp();
  const [first] = set.records;
  const others = set.count - 1;
  const when = momentText(set.when, app.start.timeZone, app.today());
  const who = memberName(app.start.team, set.who);
  // Several changes of one minute have their record, or what was done, to be told apart by.
  const what = first && shorten(own ? summaryText(first.summary) : first.name, 80);
  const icon = howIcons[set.how] ?? summaryIcons[first?.summary ?? ''] ?? 'edit';
  const isRest = set.undone?.inPart;
  return (
    <li>
      <span class="mark round">
        <Icon name={icon} size={14} />
      </span>
      <div class="words">
        {first && !own && <RecordName change={first} />}
        {first && (
          <span class="said small">
            <Told change={first} labels={labels} />
          </span>
        )}
        <span class="detail">
          {when}
          {set.who && ' · '}
          <Who who={set.who} />
          {` · ${hows[set.how] ?? set.how}`}
        </span>
        {others > 0 && !first?.id.includes('…') && <span class="detail">{words.withOtherRecords(others)}</span>}
        {set.undone && (
          <span class="detail" tabIndex={-1}>
            <span class="badge">{isRest ? words.isUndoneInPart : words.isUndone}</span> <Who who={set.undone.who} />,{' '}
            {momentText(set.undone.when, app.start.timeZone, app.today())}
          </span>
        )}
        {set.records.some((change) => fieldChanges(change).length > 0) && (
          <details class="folded">
            <summary aria-label={words.valuesOfChange(when, who, what)}>
              <Icon name="forward" size={14} />
              {words.theValues}
            </summary>
            {set.records.map((change, at) => (
              <Values
                key={`${change.id}${at}`}
                change={change}
                labels={labels}
                changeSet={set.changeSet}
                named={set.records.length > 1}
              />
            ))}
            {set.count > set.records.length && <p class="hint">{words.firstRecordsShown(set.records.length)}</p>}
          </details>
        )}
      </div>
      {set.canUndo && (
        <span>
          <Button
            slim
            kind="plain"
            disabled={undoing}
            label={isRest ? words.undoRestOfChange(when, who, what) : words.undoOfChange(when, who, what)}
            onClick={undo}
          >
            {undoing ? words.undoingIt : isRest ? words.undoRest : words.undo}
          </Button>
        </span>
      )}
    </li>
  );
}

/** A record's name as the way to its page; a block of an import, or a record that is gone, has no page. */
function RecordName({ change: { tab, id, name, summary } }: { change: RecordChange }) {
  const shown = name || id;
  if (id.includes('…') || summary === 'Deleted') return <span class="name two-lines">{shown}</span>;
  return <RecordLink tab={tab} id={id} name={shown} class="plain-link name two-lines" />;
}

/** “Created”, or the first fields that were changed: “Amount €9 → €12,000”. */
function Told({ change, labels }: { change: RecordChange; labels: Labels }) {
  const changes = fieldChanges(change);
  if (!isUpdate(change) || changes.length === 0) return <>{shorten(summaryText(change.summary), 200)}</>;
  return (
    <>
      {change.summary.startsWith('Merged') && `${words.told(change.summary.split(': ')[0] ?? '')}: `}
      {changes.slice(0, mostTold).map((one, at) => (
        <span key={one.key}>
          {at > 0 && ', '}
          {shorten(one.label, 60)} <PastValue {...sideOf(change, one, 'before', labels)} inLine /> →{' '}
          <PastValue {...sideOf(change, one, 'after', labels)} inLine />
        </span>
      ))}
      {changes.length > mostTold && ` ${words.andMoreFields(changes.length - mostTold)}`}
    </>
  );
}

/** What one side of a change is written with. An amount has the currency that was set in the same change, else that of now. */
function sideOf(change: RecordChange, { field, before, after }: FieldChange, side: 'before' | 'after', labels: Labels) {
  const { tab, delta, currency } = change;
  const isBefore = side === 'before';
  const ofChange = delta.currency?.[isBefore ? 0 : 1];
  return { tab, field, value: isBefore ? before : after, labels, currency: ofChange ?? currency };
}

function Values(props: { change: RecordChange; labels: Labels; changeSet: string; named: boolean }) {
  const { change, labels, changeSet, named } = props;
  const { tab, id } = change;
  const name = change.name || id;
  return (
    <>
      {named && <h2 class="small two-lines">{name}</h2>}
      <dl class="pairs changed">
        {fieldChanges(change).map((one) => (
          <div key={one.key}>
            <dt>{shorten(one.label, 100)}</dt>
            <dd>
              <s>
                <PastValue {...sideOf(change, one, 'before', labels)} />
              </s>{' '}
              <span class="unseen">{words.became}</span> <span aria-hidden="true">→</span>{' '}
              <PastValue {...sideOf(change, one, 'after', labels)} />
              {one.canPutBack && (
                <PutBack input={{ tab, id, changeSet, field: one.key }} label={one.label} name={shorten(name, 80)} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
