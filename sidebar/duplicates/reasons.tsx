// Why two records may be one.
import type { DuplicatePair } from '../../src/domain/duplicates';
import { shorten } from '../../src/domain/text';
import type { MergedTab } from '../../src/rpc/contract-duplicates';
import type { RecordRow } from '../../src/rpc/contract-lists';
import { useApp } from '../app/app';
import * as words from '../words';
import { reasonText } from './reason-text';

/** Longer ones are told in part: the comparison shows all. */
const longest = 200;

/** `row`: one of both, for the currency of deals. */
export function Reasons({ tab, pair, row }: { tab: MergedTab; pair: DuplicatePair; row: RecordRow | undefined }) {
  const { start, today } = useApp();
  const own = tab === 'deals' ? row?.fields.currency : '';
  const currency = typeof own === 'string' && own !== '' ? own : start.currency;
  return (
    <ul class="reasons" aria-label={words.whyPaired}>
      {pair.reasons.map((reason) => (
        <li key={reason.kind}>{shorten(reasonText(reason, currency, today()), longest)}</li>
      ))}
    </ul>
  );
}
