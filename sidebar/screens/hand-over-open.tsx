// What someone has open: how much in each tab, the deals' worth, and the records themselves, folded away.
import type { OwnedTab } from '../../src/domain/hand-over';
import { tabOf } from '../../src/domain/schema';
import type { FoundRecord } from '../../src/rpc/contract';
import type { HandOverPreview } from '../../src/rpc/contract-hand-over';
import { useApp } from '../app/app';
import { dayText } from '../format';
import { moneyText, numberText } from '../numbers';
import { Icon } from '../ui/icons';
import * as words from '../words';
import { FoundList } from './found-list';

type Counted = (count: number) => string;

/** How finished records of a tab are counted, with its name or beside it; those of other tabs do not finish. */
const finished: { readonly [tab in OwnedTab]?: { readonly named: Counted; readonly bare: Counted } } = {
  deals: { named: words.closedDeals, bare: words.closedCount },
  tasks: { named: words.doneTasks, bare: words.doneCount },
  tickets: { named: words.solvedTickets, bare: words.solvedCount },
};

/** “7 closed deals, 3 done tasks, 12 interactions”: what keeps its owner unless asked otherwise. */
export function finishedText({ tabs }: HandOverPreview): string {
  return tabs
    .filter(({ over }) => over > 0)
    .map(({ tab, over }) => finished[tab]?.named(over) ?? words.countOf(over, tab))
    .join(', ');
}

export function OpenWork({ preview }: { preview: HandOverPreview }) {
  const { today } = useApp();
  const count = (key: string) => preview.tabs.find(({ tab }) => tab === key)?.open ?? 0;
  const tasks = preview.openTasks.map((task) => ({
    ...task,
    detail: task.due ? (task.overdue ? words.overdueSince : words.dueOn)(dayText(task.due, today())) : words.noDate,
  }));
  return (
    <section class="stack tight" aria-labelledby="open-work">
      <h2 id="open-work" tabIndex={-1}>
        {words.whatSomebodyOwns(preview.from.name)}
      </h2>
      <dl class="pairs">
        {preview.tabs
          .filter(({ open, over }) => open + over > 0)
          .map(({ tab, open, over }) => (
            <div key={tab}>
              <dt>{words.label(tabOf(tab).title)}</dt>
              <dd>
                {[
                  open > 0 && (finished[tab] ? words.openCount : numberText)(open),
                  over > 0 && (finished[tab]?.bare ?? numberText)(over),
                ]
                  .filter(Boolean)
                  .join(', ')}
                {tab === 'deals' && open > 0 && <div class="detail">{worth(preview)}</div>}
                {tab === 'tasks' && preview.overdue > 0 && (
                  <>
                    {' '}
                    <span class="badge danger">{words.overdueCount(preview.overdue)}</span>
                  </>
                )}
              </dd>
            </div>
          ))}
      </dl>
      <Folded title={words.openDeals} count={count('deals')} records={preview.openDeals} />
      <Folded title={words.openTasks} count={count('tasks')} records={tasks} />
      <Folded title={words.openTickets} count={count('tickets')} records={preview.openTickets} />
    </section>
  );
}

/** "$ 1,200, ¥ 5,000, 1 without an amount". */
function worth({ deals }: HandOverPreview): string {
  const sums = deals.amounts.map(({ amount, currency }) => moneyText(amount, currency));
  return [...sums, ...(deals.withoutAmount > 0 ? [words.withoutAmount(deals.withoutAmount)] : [])].join(', ');
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
      {count > records.length && <p class="muted small">{words.firstAreShown(records.length)}</p>}
    </details>
  );
}
