// What someone has open: how much in each tab, the deals' worth, and the records themselves, folded away.
import type { OwnedTab } from '../../src/domain/hand-over';
import { tabOf } from '../../src/domain/schema';
import type { FoundRecord } from '../../src/rpc/contract';
import type { HandOverPreview } from '../../src/rpc/contract-hand-over';
import { useApp } from '../app/app';
import { dayText } from '../format';
import { singular } from '../forms/layout';
import { moneyText, numberText } from '../numbers';
import { Icon } from '../ui/icons';
import { FoundList } from './found-list';

/** What finished records of a tab are called; those of other tabs do not finish. */
const finished: { readonly [tab in OwnedTab]?: string } = { deals: 'closed', tasks: 'done', tickets: 'solved' };

/** “7 closed deals, 3 done tasks, 12 interactions”: what keeps its owner unless asked otherwise. */
export function finishedText({ tabs }: HandOverPreview): string {
  return tabs
    .filter(({ over }) => over > 0)
    .map(({ tab, over }) => {
      const words = [finished[tab], over === 1 ? singular(tab) : tabOf(tab).title.toLowerCase()];
      return `${numberText(over)} ${words.filter(Boolean).join(' ')}`;
    })
    .join(', ');
}

export function OpenWork({ preview }: { preview: HandOverPreview }) {
  const { today } = useApp();
  const count = (key: string) => preview.tabs.find(({ tab }) => tab === key)?.open ?? 0;
  const tasks = preview.openTasks.map((task) => ({
    ...task,
    detail: task.due ? `${task.overdue ? 'overdue since' : 'due'} ${dayText(task.due, today())}` : 'no date',
  }));
  return (
    <section class="stack tight" aria-labelledby="open-work">
      <h2 id="open-work" tabIndex={-1}>
        What {preview.from.name} owns
      </h2>
      <dl class="pairs">
        {preview.tabs
          .filter(({ open, over }) => open + over > 0)
          .map(({ tab, open, over }) => (
            <div key={tab}>
              <dt>{tabOf(tab).title}</dt>
              <dd>
                {[
                  open > 0 && (finished[tab] ? `${numberText(open)} open` : numberText(open)),
                  over > 0 && (finished[tab] ? `${numberText(over)} ${finished[tab]}` : numberText(over)),
                ]
                  .filter(Boolean)
                  .join(', ')}
                {tab === 'deals' && open > 0 && <div class="detail">{worth(preview)}</div>}
                {tab === 'tasks' && preview.overdue > 0 && (
                  <>
                    {' '}
                    <span class="badge danger">{numberText(preview.overdue)} overdue</span>
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
