// Tabs that a list was on its way to when its window was closed: none stays half full unseen.
import type { SourceTab } from '../../src/rpc/contract';
import { Button } from '../ui/button';
import * as words from '../words';
import type { Source } from './use-source';

export function NotWhole({ tabs, source }: { tabs: readonly SourceTab[]; source: Source }) {
  const halves = tabs.flatMap(({ title, arriving }) => (arriving ? [{ title, ...arriving }] : []));
  if (halves.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="not-whole">
      <h2 id="not-whole">{words.tabsNotWhole}</h2>
      <ul class="list card">
        {halves.map(({ id, title, rowsDone, rowsTotal }) => (
          <li key={id} class="earlier">
            <div class="row spread">
              <span class="words">
                <span class="clip name">{title}</span>
                <span class="detail">{words.arrivedSoFar(rowsDone, rowsTotal)}</span>
              </span>
              <span class="badge warn">{words.notWhole}</span>
              <Button slim icon="trash" label={words.removeTabCalled(title)} onClick={() => source.remove(id)}>
                {words.removeTab}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
