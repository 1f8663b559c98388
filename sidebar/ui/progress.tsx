// A line at the top while the server works; after a while also a sentence, so that nobody thinks it hangs.
import { useEffect, useState } from 'preact/hooks';
import { onBusy } from '../call';
import { slowSentence } from '../messages';

/** Calls faster than this show nothing: a flicker would only disturb. */
const patienceMs = 350;
/** From here on a sentence says that it is still at work. */
const slowSeconds = 6;

/** `quiet`: only the line, in windows that say themselves what they wait for. */
export function Progress({ quiet = false }: { quiet?: boolean }) {
  const [start, setStart] = useState<number | null>(null);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => onBusy(setStart), []);
  useEffect(() => {
    setSeconds(0);
    if (start === null) return;
    const look = () => setSeconds((Date.now() - start) / 1000);
    const first = setTimeout(look, patienceMs);
    const later = setInterval(look, 1000);
    return () => {
      clearTimeout(first);
      clearInterval(later);
    };
  }, [start]);
  const slow = start !== null && seconds >= slowSeconds;
  return (
    <>
      {start !== null && seconds > 0 && <div class="progress" />}
      <div class="unseen" role="status">
        {slow ? slowSentence(seconds) : ''}
      </div>
      {slow && !quiet && (
        <div class="toasts slow" aria-hidden="true">
          <div class="toast">
            <span class="spinner" />
            <span class="words">{slowSentence(seconds)}</span>
          </div>
        </div>
      )}
    </>
  );
}
