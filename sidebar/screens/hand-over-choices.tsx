// Who gets what: one colleague, several in turn, or someone for each tab; then the question before it starts.
import { useId, useState } from 'preact/hooks';
import type { OwnedTab } from '../../src/domain/hand-over';
import { tabOf } from '../../src/domain/schema';
import type { HandOverInput, HandOverPreview } from '../../src/rpc/contract-hand-over';
import { useApp } from '../app/app';
import { numberText } from '../numbers';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { FieldFrame } from '../ui/field';
import * as words from '../words';
import { finishedText } from './hand-over-open';
import type { HandingOver } from './use-hand-over';

type Way = 'one' | 'several' | 'tabs';
const ways: readonly (readonly [Way, string])[] = [
  ['one', words.onePerson],
  ['several', words.severalPeople],
  ['tabs', words.byTab],
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
      <h2 id={`${id}-who`}>{words.newOwner}</h2>
      <fieldset class="choice-buttons" disabled={busy}>
        <legend class="unseen">{words.howRecordsAreShared}</legend>
        {ways.map(([key, label]) => (
          <label key={key}>
            <input type="radio" name={`${id}-way`} checked={way === key} onChange={() => setWay(key)} />
            {label}
          </label>
        ))}
      </fieldset>
      {way === 'one' && (
        <FieldFrame id={`${id}-one`} label={words.person}>
          {(ids) => <Colleague ids={ids} people={people} value={one} onValue={setOne} />}
        </FieldFrame>
      )}
      {way === 'several' && (
        <fieldset class="stack tight">
          <legend class="hint">{words.eachGetsOneInTurn}</legend>
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
            label={`${words.label(tabOf(tab).title)} (${numberText(open + (over ? finished : 0))})`}
          >
            {(ids) => (
              <Colleague
                ids={ids}
                people={people}
                value={byTab[tab] ?? ''}
                none={words.keepWith(from.name)}
                onValue={(key) => setByTab({ ...byTab, [tab]: key })}
              />
            )}
          </FieldFrame>
        ))}
      {overCount > 0 && (
        <label class="checkline">
          <input type="checkbox" checked={over} onChange={() => setOver(!over)} />
          <span class="words">
            {words.alsoFinished(finishedText(preview))}
            <span class="detail">{words.reportsCountForNewOwner}</span>
          </span>
        </label>
      )}
      {start.user.role === 'admin' && isActive && from.key !== start.user.email && (
        <label class="checkline">
          <input type="checkbox" checked={off} onChange={() => setOff(!off)} />
          <span class="words">
            {words.setInactive(from.name)}
            <span class="detail">{words.inactiveGetNoMail}</span>
          </span>
        </label>
      )}
      {work.busy?.what === 'moving' ? (
        <div class="stack tight">
          <span role="status">{words.handedOverSoFar(work.busy.done, moving)}</span>
          <progress class="meter" aria-label={words.recordsHandedOver} max={moving || 1} value={work.busy.done} />
        </div>
      ) : (
        <div class="actions">
          <Button kind="main" disabled={moving === 0} onClick={() => (work.stopped ? begin() : setAsking(true))}>
            {work.stopped ? words.goOnNow : moving === 0 ? words.chooseNewOwner : words.handOverCount(moving)}
          </Button>
        </div>
      )}
      {asking && (
        <Confirm
          title={words.handOverQuestion(moving)}
          yes={words.handOver}
          onYes={begin}
          onNo={() => setAsking(false)}
        >
          <p>{words.remindersGoToNewOwner}</p>
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
      <option value="">{props.none ?? words.choosePerson}</option>
      {props.people.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}
