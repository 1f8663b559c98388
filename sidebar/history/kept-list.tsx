// What an undo left alone, and why.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { findTab, tabOf } from '../../src/domain/schema';
import { shorten } from '../../src/domain/text';
import type { UndoResult } from '../../src/rpc/contract';
import { keptText } from '../app/undo';
import { countText } from '../format';
import { numberText } from '../numbers';
import { Notice } from '../ui/notice';

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
          {undone > 0 ? `${countText(undone, 'record')} put back.` : 'Nothing was put back.'}
        </strong>
        {kept.length > 0 && (
          <>
            <span>Left alone: {keptText(kept)}.</span>
            <ul>
              {kept.slice(0, mostShown).map(({ tab, id, field, reason }) => (
                <li key={`${id}${field}`}>
                  {shorten(placeOf(tab, id, field), 100)}: {reason}
                </li>
              ))}
            </ul>
            {kept.length > mostShown && <span>… and {numberText(kept.length - mostShown)} more.</span>}
          </>
        )}
      </Notice>
    </div>
  );
}

/** `D-7 Amount`, or the id alone where the whole record stayed. */
function placeOf(tab: string, id: string, field: string): string {
  const key = findTab(tab);
  const header = key && field !== '' ? (tabOf(key).fields[field]?.header ?? field.replace(/^custom:/, '')) : '';
  return `${id} ${header}`.trim();
}
