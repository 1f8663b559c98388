// A line of the first screen: a question in few words, its answer, and the way to the records behind it.
import type { ComponentChildren } from 'preact';
import { Icon } from '../ui/icons';

/** A line without `onClick` has nothing behind it. */
export function Answer(props: { question: string; children: ComponentChildren; id: string; onClick?: () => void }) {
  const words = (
    <span class="words">
      <span class="detail">{props.question}</span>
      <span class="name">{props.children}</span>
    </span>
  );
  if (!props.onClick) return <div class="entry still">{words}</div>;
  return (
    <button type="button" class="entry" id={props.id} onClick={props.onClick}>
      {words}
      <Icon name="forward" size={14} />
    </button>
  );
}
