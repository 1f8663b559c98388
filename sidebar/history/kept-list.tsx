// What an undo left alone, and why.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { findTab, tabOf } from '../../src/domain/schema';
import { shorten } from '../../src/domain/text';
import type { UndoResult } from '../../src/rpc/contract';
import { keptText } from '../app/undo';
import { Notice } from '../ui/notice';
import * as words from '../words';

const mostShown = 50;

export interface UndoOutcome {
  undone: number;
  kept: UndoResult['kept'];
}

/** Says how many records went back, and lists what did not. */
export function Outcome({ undone, kept }: UndoOutcome) {
  const said = useRef<HTMLElement>(null);
  useLayoutEffect(() => said.current?.focus({ preventScroll: true }), []);
  return (
    <div class="section">
      <Notice kind={undone > 0 ? 'good' : 'info'}>
        <strong role="status" tabIndex={-1} ref={said}>
          {undone > 0 ? words.recordsPutBack(undone) : words.nothingPutBack}
        </strong>
        {kept.length > 0 && (
          <>
            <span>{words.leftAlone(keptText(kept))}</span>
            <ul>
              {kept.slice(0, mostShown).map(({ tab, id, field, reason }) => (
                <li key={`${id}${field}`}>
                  {shorten(placeOf(tab, id, field), 100)}: {words.told(reason)}
                </li>
              ))}
            </ul>
            {kept.length > mostShown && <span>{words.andMoreLeftAlone(kept.length - mostShown)}</span>}
          </>
        )}
      </Notice>
    </div>
  );
}

/** `D-7 Amount`, or the id alone where the whole record stayed. */
function placeOf(tab: string, id: string, field: string): string {
  const key = findTab(tab);
  const header =
    key && field !== '' ? words.label(tabOf(key).fields[field]?.header ?? field.replace(/^custom:/, '')) : '';
  return `${id} ${header}`.trim();
}
