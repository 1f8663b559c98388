// A record's name that leads to its page.
import type { RecordTabKey } from '../../src/domain/schema';
import { useApp } from './app';

/** `class`: how it looks; a plain link where it is left out. */
export function RecordLink(props: { tab: RecordTabKey; id: string; name: string; class?: string }) {
  const { tab, id, name } = props;
  const { go } = useApp();
  return (
    <button
      type="button"
      class={props.class ?? 'link'}
      onClick={() => go({ kind: 'record', tab, id, known: { name, detail: '' } })}
    >
      {name}
    </button>
  );
}
