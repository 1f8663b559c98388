// A text that may be very long: its beginning, and all of it when asked for.
import { useState } from 'preact/hooks';
import { shorten } from '../../src/domain/text';
import * as words from '../words';

/** `what` names the text for readers: “Show all of Notes”. */
export function LongText({ text, what, most }: { text: string; what: string; most: number }) {
  const [isOpen, setOpen] = useState(false);
  const short = shorten(text, most);
  if (short === text) return <>{text}</>;
  return (
    <>
      {isOpen ? text : short}{' '}
      <button
        type="button"
        class="link small"
        aria-expanded={isOpen}
        aria-label={(isOpen ? words.showLessOf : words.showAllOf)(shorten(what, 60))}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? words.showLess : words.showAll}
      </button>
    </>
  );
}
