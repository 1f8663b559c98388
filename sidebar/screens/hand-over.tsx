// Handing over what someone owns: whose it is, what is open, who gets it, and what came of it.
import { useId, useState } from 'preact/hooks';
import { shorten } from '../../src/domain/text';
import { useApp } from '../app/app';
import { Button } from '../ui/button';
import { FieldFrame } from '../ui/field';
import { Empty, Ghosts, Notice } from '../ui/notice';
import * as words from '../words';
import { Bar } from './bar';
import { HandOverChoices } from './hand-over-choices';
import { OpenWork } from './hand-over-open';
import { HandOverResult } from './hand-over-result';
import { useHandOver } from './use-hand-over';

/** Stands in the list of people for one who is not in Team any more. */
const elsewhere = '?';

export function HandOver() {
  const work = useHandOver();
  const { preview, busy, result } = work;
  const total = preview?.tabs.reduce((sum, { open, over }) => sum + open + over, 0) ?? 0;
  return (
    <>
      <Bar title={words.handOverRecords} />
      <h1 tabIndex={-1} class="unseen">
        {words.handOverRecords}
      </h1>
      <div class="stack">
        {!result && <Whose disabled={busy !== null && busy.what !== 'reading'} onChoose={work.look} />}
        {work.error && <Notice kind="danger">{work.error}</Notice>}
        {busy?.what === 'reading' && <Ghosts lines={6} label={words.lookingAtOpen} />}
        {preview && total === 0 && (
          <Empty icon="check">
            <p tabIndex={-1}>{words.noRecordOwnedBy(shorten(preview.from.name, 80))}</p>
          </Empty>
        )}
        {preview && total > 0 && !result && (
          <>
            <OpenWork preview={preview} />
            <HandOverChoices preview={preview} work={work} />
          </>
        )}
        {preview && result && <HandOverResult preview={preview} result={result} work={work} />}
      </div>
    </>
  );
}

function Whose({ disabled, onChoose }: { disabled: boolean; onChoose: (from: string) => void }) {
  const { start } = useApp();
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState('');
  return (
    <>
      <FieldFrame id={id} label={words.whoseRecords}>
        {(ids) => (
          <select
            {...ids}
            class="input"
            disabled={disabled}
            value={chosen}
            onChange={(event) => {
              const from = event.currentTarget.value;
              setChosen(from);
              onChoose(from === elsewhere ? '' : from);
            }}
          >
            <option value="">{words.choosePerson}</option>
            {start.team.map(({ key, name, active }) => (
              <option key={key} value={key}>
                {active ? name : words.notActiveMember(name)}
              </option>
            ))}
            <option value={elsewhere}>{words.somebodyNotInTeam}</option>
          </select>
        )}
      </FieldFrame>
      {chosen === elsewhere && (
        <form
          class="stack tight"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== '') onChoose(typed.trim());
          }}
        >
          <FieldFrame id={`${id}-typed`} label={words.nameInOwnerColumn} hint={words.asWrittenThere}>
            {(ids) => (
              <input {...ids} class="input" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
            )}
          </FieldFrame>
          <div class="actions">
            <Button type="submit">{words.showRecords}</Button>
          </div>
        </form>
      )}
      {chosen === '' && <p class="muted">{words.choosePersonToSee}</p>}
    </>
  );
}
