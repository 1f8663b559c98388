// What was handed over to whom, what stayed, and the way back.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { tabOf } from '../../src/domain/schema';
import { shorten } from '../../src/domain/text';
import type { HandOverPreview } from '../../src/rpc/contract-hand-over';
import { useApp } from '../app/app';
import { memberName } from '../forms/member-name';
import { numberText } from '../numbers';
import { Button } from '../ui/button';
import { Icon } from '../ui/icons';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { FoundList } from './found-list';
import type { HandingOver, Moved, Result } from './use-hand-over';

/** Records listed for each person. */
const mostShown = 200;

export function HandOverResult({
  preview,
  result,
  work,
}: {
  preview: HandOverPreview;
  result: Result;
  work: HandingOver;
}) {
  const app = useApp();
  const title = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone.
  useLayoutEffect(() => title.current?.focus(), []);
  const { moved, kept, undone } = result;
  const people = [...new Set(moved.map(({ to }) => to))];
  return (
    <section class="stack" aria-labelledby="handed-over">
      <h2 id="handed-over" ref={title} tabIndex={-1}>
        {undone ? words.handOverUndone : words.handedOver}
      </h2>
      <Notice kind={undone ? 'info' : 'good'}>
        <span role="status">
          {undone || words.recordsOfHandedOver(moved.length, preview.from.name)}
          {result.deactivated && ` ${(undone ? words.isStillInactive : words.isInactive)(preview.from.name)}`}
        </span>
      </Notice>
      {!undone &&
        people.map((key) => (
          <Gained key={key} name={memberName(app.start.team, key)} moved={moved.filter(({ to }) => to === key)} />
        ))}
      {kept.length > 0 && (
        <Notice kind="warn">
          <strong>{words.recordsNotHandedOver(kept.length)}</strong>
          <ul>
            {kept.slice(0, mostShown).map(({ id, name, reason }) => (
              <li key={id}>
                {shorten(name, 80)} ({id}): {words.told(reason)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {work.busy?.what === 'undoing' && <p role="status">{words.recordsUndoneSoFar(work.busy.done)}</p>}
      <div class="actions">
        <Button kind="main" onClick={app.back}>
          {words.finish}
        </Button>
        {!undone && moved.length > 0 && (
          <Button icon="undo" disabled={work.busy !== null} onClick={work.undo}>
            {words.undoHandOver}
          </Button>
        )}
      </div>
    </section>
  );
}

function Gained({ name, moved }: { name: string; moved: readonly Moved[] }) {
  const shown = moved.slice(0, mostShown);
  return (
    <details class="folded">
      <summary>
        <Icon name="forward" size={14} />
        {name} <span class="badge">{numberText(moved.length)}</span>
      </summary>
      <FoundList
        records={shown.map((one) => ({ ...one, detail: words.label(tabOf(one.tab).title), fields: {} }))}
        label={words.handedOverTo(name)}
      />
      {moved.length > shown.length && <p class="muted small">{words.firstAreShownOfAll(shown.length)}</p>}
    </details>
  );
}
