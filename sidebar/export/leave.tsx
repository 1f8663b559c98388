// Taking Rowbook out of the workbook: what goes, what stays, asked twice, since nothing brings the way back.
import { useState } from 'preact/hooks';
import { ask } from '../call';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { Notice, Spinner } from '../ui/notice';
import * as words from '../words';

export function LeaveSection({
  isAdmin,
  onGone,
}: {
  isAdmin: boolean;
  onGone: (left: { triggersOf: string }) => void;
}) {
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [error, setError] = useState('');
  const leave = () => {
    setAsking(false);
    setLeaving(true);
    setError('');
    ask('removeRowbook', {}).then(onGone, (failure) => {
      setLeaving(false);
      setError(sentenceFor(failure));
    });
  };
  return (
    <section class="stack" aria-label={words.removeRowbook}>
      <h2>{words.removeRowbook}</h2>
      <p>{words.whatStaysAfterRemoval}</p>
      <p>{words.whatGoesWithRemoval}</p>
      {error && <Notice kind="danger">{error}</Notice>}
      {!isAdmin && <Notice>{words.onlyAdminsRemove}</Notice>}
      {isAdmin && leaving && <Spinner label={words.removingRowbook} />}
      {isAdmin && !leaving && (
        <div class="actions">
          <Button kind="danger" onClick={() => setAsking(true)}>
            {words.removeRowbookAsk}
          </Button>
        </div>
      )}
      {asking && (
        <Confirm
          title={words.removeRowbookNow}
          yes={words.removeRowbook}
          danger
          onYes={leave}
          onNo={() => setAsking(false)}
        >
          <p>{words.removalCannotBeUndone}</p>
        </Confirm>
      )}
    </section>
  );
}

/** After it: nothing of the window works any more. */
export function Gone({ triggersOf }: { triggersOf: string }) {
  return (
    <Notice kind="good">
      <strong role="status">{words.rowbookIsRemoved}</strong>
      <span>{words.whatToDoAfterRemoval}</span>
      {triggersOf !== '' && <span>{words.triggersAreLeft(triggersOf)}</span>}
    </Notice>
  );
}
