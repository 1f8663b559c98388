// What came of taking an import back: after the import itself, and later in the list of earlier ones.
import { tabOf } from '../../src/domain/schema';
import { Notice, Spinner } from '../ui/notice';
import * as words from '../words';
import { recordTab, tabTitle } from './counts';
import type { Undone } from './use-undo';

const keptShown = 100;

/** How far it is (`total`: how many records there are to take back), then what was taken back and what stayed. */
export function UndoState({ undone, total }: { undone: Undone; total: number }) {
  if (!undone.done)
    return (
      <div class="stack tight">
        <Spinner label={words.undoingCount(undone.count)} />
        <progress
          class="meter"
          aria-label={words.recordsTakenBack}
          max={total || 1}
          value={Math.min(undone.count, total || 1)}
        />
        <p class="muted">{words.restStaysForNow}</p>
      </div>
    );
  return (
    <div class="stack tight">
      <Notice kind="good">
        <strong role="status">{words.importWasUndone}</strong>
        <span>{words.takenBack(undone.count, undone.kept.length)}</span>
      </Notice>
      {undone.kept.length > 0 && <Kept kept={undone.kept} />}
    </div>
  );
}

function Kept({ kept }: { kept: Undone['kept'] }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-frame tall" tabIndex={0} aria-label={words.whatStayed}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.record}</th>
              <th scope="col">{words.whyItStayed}</th>
            </tr>
          </thead>
          <tbody>
            {kept.slice(0, keptShown).map(({ tab, id, field, reason }) => (
              <tr key={`${tab}${id}${field}`}>
                <th scope="row">
                  {id}
                  <span class="clip detail">{placeOf(tab, field)}</span>
                </th>
                <td>{words.told(reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {kept.length > keptShown && <p class="hint">{words.firstOfAllAreShown(keptShown, kept.length)}</p>}
    </>
  );
}

/** `Deals`, or `Deals: Amount` where only that value stayed. */
function placeOf(tab: string, field: string): string {
  const key = recordTab(tab);
  const header = key && field !== '' ? (tabOf(key).fields[field]?.header ?? field) : field;
  return header === '' ? tabTitle(tab) : `${tabTitle(tab)}: ${words.label(header)}`;
}
