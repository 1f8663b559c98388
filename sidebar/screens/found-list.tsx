// A list of found records: each a button that opens its page; arrow keys move through it.
import type { JSX } from 'preact';
import type { FoundRecord } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { moneyText } from '../format';
import { singular, tabIcon } from '../forms/layout';
import { Icon } from '../ui/icons';

/** Moves the focus among the buttons of the list that the event comes from; false when the key is none of ours. */
export function moveInList(event: KeyboardEvent, list: Element | null): boolean {
  const buttons = [...(list?.querySelectorAll<HTMLElement>('button.entry') ?? [])];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const next = to === undefined ? undefined : buttons[to];
  if (!next) return false;
  event.preventDefault();
  next.focus();
  return true;
}

export function FoundList({ records, label }: { records: readonly FoundRecord[]; label: string }) {
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLUListElement>) => {
    moveInList(event, event.currentTarget);
  };
  return (
    <ul class="list long" aria-label={label} onKeyDown={onKeyDown}>
      {records.map((record) => (
        <li key={`${record.tab}/${record.id}`}>
          <FoundEntry record={record} />
        </li>
      ))}
    </ul>
  );
}

/** The second line, with a deal's bare amount as money. */
function detailOf({ tab, detail, fields }: FoundRecord, workbookCurrency: string): string {
  const { amount, currency } = fields;
  if (tab !== 'deals' || typeof amount !== 'number') return detail;
  const code = typeof currency === 'string' ? currency : workbookCurrency;
  return detail
    .split(' · ')
    .filter((part) => part !== currency)
    .map((part) => (part === String(amount) ? moneyText(amount, code) : part))
    .join(' · ');
}

function FoundEntry({ record }: { record: FoundRecord }) {
  const { go, start } = useApp();
  return (
    <button
      type="button"
      class="entry"
      id={`found-${record.tab}-${record.id}`}
      onClick={() => go({ kind: 'record', tab: record.tab, id: record.id, known: record })}
    >
      <span class="mark" title={singular(record.tab)}>
        <Icon name={tabIcon(record.tab)} />
      </span>
      <span class="words">
        <span class="clip name">{record.name || record.id}</span>
        <span class="clip detail">{detailOf(record, start.currency) || record.id}</span>
      </span>
      <span class="unseen">{singular(record.tab)}</span>
    </button>
  );
}
