// Why a deal is stalled, as badges: on a card of the board and in the narrow list.
import type { StallReason } from '../../src/domain/stalled';
import * as words from '../words';
import { stallText } from './deal-text';

export function StallBadges({ reasons }: { reasons: readonly StallReason[] }) {
  return (
    <>
      <span class="unseen">{words.stalledBecause} </span>
      {reasons.map((reason) => (
        <span key={reason.kind} class="badge warn">
          {stallText(reason)}
        </span>
      ))}
    </>
  );
}
