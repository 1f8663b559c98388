// Who gets what: one colleague, several in turn, or someone for each tab; then the question before it starts.
import { useId, useState } from 'preact/hooks';
import type { OwnedTab } from '../../src/domain/hand-over';
import { tabOf } from '../../src/domain/schema';
import type { HandOverInput, HandOverPreview } from '../../src/rpc/contract-hand-over';
import { useApp } from '../app/app';
import { countText } from '../format';
import { numberText } from '../numbers';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { FieldFrame } from '../ui/field';
import { finishedText } from './hand-over-open';
import type { HandingOver } from './use-hand-over';

type Way = 'one' | 'several' | 'tabs';
const ways: readonly (readonly [Way, string])[] = [
  ['one', 'One person'],
  ['several', 'Several people'],
  ['tabs', 'By tab'],
];

export function HandOverChoices({ preview, work }: { preview: HandOverPreview; work: HandingOver }) {
  const { start } = useApp();
  const id = useId();
  const [way, setWay] = useState<Way>('one');
  const [one, setOne] = useState('');
  const [several, setSeveral] = useState<readonly string[]>([]);
  const [byTab, setByTab] = useState<{ [tab in OwnedTab]?: string }>({});
  const [over, setOver] = useState(false);
  const [off, setOff] = useState(false);
  const [asking, setAsking] = useState(false);
  const { from } = preview;
  const isActive = start.team.some(({ key, active }) => active && key === from.key);
  const people = start.team.filter(({ key, active, role }) => active && role !== 'viewer' && key !== from.key);
  const present = preview.tabs.filter((tab) => tab.open > 0 || (over && tab.over > 0));
  const named = present.filter(({ tab }) => byTab[tab]);
  const to = way === 'one' ? [one].filter(Boolean) : way === 'several' ? [...several] : [];
  const moving = (way === 'tabs' ? named : to.length > 0 ? present : []).reduce(
    (sum, tab) => sum + tab.open + (over ? tab.over : 0),
    0,
  );
  const overCount = preview.tabs.reduce((sum, tab) => sum + tab.over, 0);
  const choices: HandOverInput = {
    from: from.key,
    to,
    ...(way === 'tabs' ? { byTab: Object.fromEntries(named.map(({ tab }) => [tab, byTab[tab]])) } : {}),
    ...(over ? { over } : {}),
    ...(off ? { deactivate: true } : {}),
  };
  const busy = work.busy !== null;
  const begin = () => {
    setAsking(false);
    work.run(choices);
  };
  return (
    <section class="stack" aria-labelledby={`${id}-who`}>
      <h2 id={`${id}-who`}>New owner</h2>
      <fieldset class="choice-buttons" disabled={busy}>
        <legend class="unseen">How the records are shared out</legend>
        {ways.map(([key, label]) => (
          <label key={key}>
            <input type="radio" name={`${id}-way`} checked={way === key} onChange={() => setWay(key)} />
            {label}
          </label>
        ))}
      </fieldset>
      {way === 'one' && (
        <FieldFrame id={`${id}-one`} label="Person">
          {(ids) => <Colleague ids={ids} people={people} value={one} onValue={setOne} />}
        </FieldFrame>
      )}
      {way === 'several' && (
        <fieldset class="stack tight">
          <legend class="hint">Each gets one record in turn.</legend>
          {people.map(({ key, name }) => (
            <label key={key} class="checkline">
              <input
                type="checkbox"
                checked={several.includes(key)}
                onChange={() =>
                  setSeveral(several.includes(key) ? several.filter((other) => other !== key) : [...several, key])
                }
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      {way === 'tabs' &&
        present.map(({ tab, open, over: finished }) => (
          <FieldFrame
            key={tab}
            id={`${id}-${tab}`}
            label={`${tabOf(tab).title} (${numberText(open + (over ? finished : 0))})`}
          >
            {(ids) => (
              <Colleague
                ids={ids}
                people={people}
                value={byTab[tab] ?? ''}
                none={`Keep with ${from.name}`}
                onValue={(key) => setByTab({ ...byTab, [tab]: key })}
              />
            )}
          </FieldFrame>
        ))}
      {overCount > 0 && (
        <label class="checkline">
          <input type="checkbox" checked={over} onChange={() => setOver(!over)} />
          <span class="words">
            Also {finishedText(preview)}
            <span class="detail">Reports then count them for the new owner.</span>
          </span>
        </label>
      )}
      {start.user.role === 'admin' && isActive && from.key !== start.user.email && (
        <label class="checkline">
          <input type="checkbox" checked={off} onChange={() => setOff(!off)} />
          <span class="words">
            Set {from.name} to inactive in Team
            <span class="detail">
              They get no more mail and cannot use Rowbook. To close the file to them, change its sharing in Google.
            </span>
          </span>
        </label>
      )}
      {work.busy?.what === 'moving' ? (
        <div class="stack tight">
          <span role="status">
            {numberText(work.busy.done)} of {countText(moving, 'record')} handed over
          </span>
          <progress class="meter" aria-label="Records handed over" max={moving || 1} value={work.busy.done} />
        </div>
      ) : (
        <div class="actions">
          <Button kind="main" disabled={moving === 0} onClick={() => (work.stopped ? begin() : setAsking(true))}>
            {work.stopped
              ? 'Continue'
              : moving === 0
                ? 'Choose a new owner'
                : `Hand over ${countText(moving, 'record')}`}
          </Button>
        </div>
      )}
      {asking && (
        <Confirm
          title={`Hand over ${countText(moving, 'record')}?`}
          yes="Hand over"
          onYes={begin}
          onNo={() => setAsking(false)}
        >
          <p>
            Their reminders go to the new owner from now on. It is one change in History, and you can undo it here or
            there.
          </p>
        </Confirm>
      )}
    </section>
  );
}

function Colleague(props: {
  ids: object;
  people: readonly { key: string; name: string }[];
  value: string;
  none?: string;
  onValue: (key: string) => void;
}) {
  return (
    <select
      {...props.ids}
      class="input"
      value={props.value}
      onChange={(event) => props.onValue(event.currentTarget.value)}
    >
      <option value="">{props.none ?? 'Choose a person'}</option>
      {props.people.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}
