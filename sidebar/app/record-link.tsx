// A record's name that leads to its page.
import type { RecordTabKey } from '../../src/domain/schema';
import { shorten } from '../../src/domain/text';
import { useApp } from './app';

/** `class`: how it looks; a plain link where it is left out. A very long name is cut: its page has it whole. */
export function RecordLink(props: { tab: RecordTabKey; id: string; name: string; class?: string }) {
  const { tab, id, name } = props;
  const { go } = useApp();
  return (
    <button
      type="button"
      class={props.class ?? 'link'}
      onClick={() => go({ kind: 'record', tab, id, known: { name, detail: '' } })}
    >
      {shorten(name, 120)}
    </button>
  );
}
