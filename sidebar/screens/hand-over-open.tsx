// What someone has open: how much in each tab, the deals' worth, and the records themselves, folded away.
import { tabOf } from '../../src/domain/schema';
import type { FoundRecord } from '../../src/rpc/contract';
import type { HandOverPreview } from '../../src/rpc/contract-hand-over';
import { useApp } from '../app/app';
import { countText, dayText, moneyText, numberText } from '../format';
import { Icon } from '../ui/icons';
import { FoundList } from './found-list';

export function OpenWork({ preview }: { preview: HandOverPreview }) {
  const { today } = useApp();
  const count = (key: string) => preview.tabs.find(({ tab }) => tab === key)?.open ?? 0;
  const tasks = preview.openTasks.map((task) => ({
    ...task,
    detail: task.due ? `${task.overdue ? 'overdue since' : 'due'} ${dayText(task.due, today())}` : 'no date',
  }));
  return (
    <section class="stack tight" aria-labelledby="open-work">
      <h2 id="open-work">What {preview.from.name} has</h2>
      <dl class="pairs">
        {preview.tabs
          .filter(({ open, over }) => open + over > 0)
          .map(({ tab, open, over }) => (
            <div key={tab}>
              <dt>{tabOf(tab).title}</dt>
              <dd>
                {tab === 'interactions' ? countText(over, 'logged', 'logged') : numberText(open)}
                {tab !== 'interactions' && over > 0 && <span class="muted"> and {numberText(over)} over</span>}
                {tab === 'deals' && open > 0 && <div class="detail">{worth(preview)}</div>}
                {tab === 'tasks' && preview.tasks.overdue > 0 && (
                  <>
                    {' '}
                    <span class="badge danger">{numberText(preview.tasks.overdue)} overdue</span>
                  </>
                )}
              </dd>
            </div>
          ))}
      </dl>
      <Folded title="Open deals" count={count('deals')} records={preview.openDeals} />
      <Folded title="Open tasks" count={count('tasks')} records={tasks} />
      <Folded title="Open tickets" count={count('tickets')} records={preview.openTickets} />
    </section>
  );
}

/** "$ 1,200, ¥ 5,000, 1 without an amount". */
function worth({ deals }: HandOverPreview): string {
  const sums = deals.amounts.map(({ amount, currency }) => moneyText(amount, currency));
  return [...sums, ...(deals.withoutAmount > 0 ? [`${numberText(deals.withoutAmount)} without an amount`] : [])].join(
    ', ',
  );
}

function Folded({ title, count, records }: { title: string; count: number; records: readonly FoundRecord[] }) {
  if (records.length === 0) return null;
  return (
    <details class="folded">
      <summary>
        <Icon name="forward" size={14} />
        {title} <span class="badge">{numberText(count)}</span>
      </summary>
      <FoundList records={[...records]} label={title} />
      {count > records.length && <p class="muted small">The first {numberText(records.length)} are shown.</p>}
    </details>
  );
}
