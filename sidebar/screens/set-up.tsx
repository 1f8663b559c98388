// Before anything else: a workbook that is not set up yet, or one that this person may not use.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { Icon, type IconName } from '../ui/icons';
import { Notice, Spinner } from '../ui/notice';
import * as words from '../words';

const promises: readonly (readonly [IconName, string])[] = [
  ['person', words.tabsWithHistory],
  ['check', words.ownTabsStay],
  ['clock', words.oneReminderADay],
];

export function SetUp({ onDone }: { onDone: () => Promise<void> }) {
  const [working, setWorking] = useState(false);
  const [error, setError] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);

  const run = () => {
    setWorking(true);
    setError('');
    call
      .setUpWorkbook({})
      .then(onDone)
      .catch((failure) => {
        setError(sentenceFor(failure));
        setWorking(false);
      });
  };

  return (
    <div class="stack welcome">
      <span class="mark">
        <Icon name="note" size={22} />
      </span>
      <h1 ref={title} tabIndex={-1}>
        {words.turnIntoCrm}
      </h1>
      <ul class="stack">
        {promises.map(([icon, text]) => (
          <li key={text} class="promise">
            <Icon name={icon} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {error && <Notice kind="danger">{error}</Notice>}
      <Button kind="main" wide disabled={working} onClick={run}>
        {working ? words.settingUp : words.setUpWorkbook}
      </Button>
      {working && <Spinner label={words.makingTheTabs} />}
    </div>
  );
}

/** The start itself failed: why, and another try. */
export function StartFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div class="stack welcome">
      <h1>{words.couldNotStart}</h1>
      <Notice kind="danger">{sentenceFor(error)}</Notice>
      <Button icon="refresh" onClick={onRetry}>
        {words.tryAgain}
      </Button>
    </div>
  );
}
