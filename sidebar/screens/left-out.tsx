// Columns that the team left out on purpose: not a problem, and never further away than one press.

import { problem } from '../../src/domain/attention/problem';
import { tabOf } from '../../src/domain/schema';
import type { NeedsAttention } from '../../src/rpc/contract-attention';
import { useApp } from '../app/app';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { RepairButtons, useRepair } from './repair-buttons';

export function LeftOut({ columns }: { columns: NeedsAttention['leftOut'] }) {
  if (columns.length === 0) return null;
  return (
    <section class="section" aria-labelledby="left-out">
      <h2 id="left-out">{words.columnsLeftOut}</h2>
      <ul class="list">
        {columns.map((column) => (
          <Column key={`${column.tab}.${column.field}`} column={column} />
        ))}
      </ul>
    </section>
  );
}

function Column({ column: { tab, field, header } }: { column: NeedsAttention['leftOut'][number] }) {
  const { start } = useApp();
  const about = problem({ kind: 'column', code: 'missing', tab, field, repairs: ['bringBack'] });
  const repairing = useRepair(about);
  return (
    <li class="problem">
      <div class="row spread">
        <span>
          {header} <span class="muted small">{words.label(tabOf(tab).title)}</span>
        </span>
        {start.user.role === 'admin' && <RepairButtons problem={about} repairing={repairing} />}
      </div>
      {repairing.error && <Notice kind="danger">{repairing.error}</Notice>}
    </li>
  );
}
