// What came of taking an import back: after the import itself, and later in the list of earlier ones.
import { tabOf } from '../../src/domain/schema';
import { countText } from '../format';
import { numberText } from '../numbers';
import { Notice, Spinner } from '../ui/notice';
import { recordTab, tabTitle } from './counts';
import type { Undone } from './use-undo';

const keptShown = 100;

/** How far it is (`total`: how many records there are to take back), then what was taken back and what stayed. */
export function UndoState({ undone, total }: { undone: Undone; total: number }) {
  if (!undone.done)
    return (
      <div class="stack tight">
        <Spinner label={`Undoing… ${numberText(undone.count)} so far`} />
        <progress
          class="meter"
          aria-label="Records taken back"
          max={total || 1}
          value={Math.min(undone.count, total || 1)}
        />
        <p class="muted">
          If you close this window, the rest stays for now. You find it under “Earlier imports” to go on.
        </p>
      </div>
    );
  return (
    <div class="stack tight">
      <Notice kind="good">
        <strong role="status">The import was undone.</strong>
        <span>
          {countText(undone.count, 'record')} taken back.
          {undone.kept.length > 0 && ` ${countText(undone.kept.length, 'other')} stayed: see below.`}
        </span>
      </Notice>
      {undone.kept.length > 0 && <Kept kept={undone.kept} />}
    </div>
  );
}

function Kept({ kept }: { kept: Undone['kept'] }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-frame tall" tabIndex={0} aria-label="What stayed">
        <table>
          <thead>
            <tr>
              <th scope="col">Record</th>
              <th scope="col">Why it stayed</th>
            </tr>
          </thead>
          <tbody>
            {kept.slice(0, keptShown).map(({ tab, id, field, reason }) => (
              <tr key={`${tab}${id}${field}`}>
                <th scope="row">
                  {id}
                  <span class="clip detail">{placeOf(tab, field)}</span>
                </th>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {kept.length > keptShown && (
        <p class="hint">
          The first {numberText(keptShown)} of {numberText(kept.length)} are shown.
        </p>
      )}
    </>
  );
}

/** `Deals`, or `Deals: Amount` where only that value stayed. */
function placeOf(tab: string, field: string): string {
  const key = recordTab(tab);
  const header = key && field !== '' ? (tabOf(key).fields[field]?.header ?? field) : field;
  return header === '' ? tabTitle(tab) : `${tabTitle(tab)}: ${header}`;
}
