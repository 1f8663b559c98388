// A list of found records: each a button that opens its page; arrow keys move through it.
import type { JSX } from 'preact';
import type { RecordTabKey } from '../../src/domain/schema';
import type { FoundRecord } from '../../src/rpc/contract';
import { mayWrite, useApp } from '../app/app';
import { tabIcon } from '../forms/layout';
import { moneyText } from '../numbers';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icons';
import * as words from '../words';

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

/** Of more rows than a search shows, those out of sight are not laid out. */
const longFrom = 21;

/** Kinds of records that an interaction is logged with from a list. */
const logged: readonly RecordTabKey[] = ['contacts', 'companies', 'deals'];

/** `logs`: each has a button that logs a call with it; so does the key `l` on the record itself. */
export function FoundList(props: { records: readonly FoundRecord[]; label: string; logs?: boolean }) {
  const { records, label } = props;
  const { go, start } = useApp();
  const mayLog = ({ tab }: FoundRecord) => props.logs && mayWrite(start) && logged.includes(tab);
  const log = (record: FoundRecord) =>
    go({ kind: 'record', tab: record.tab, id: record.id, known: record, log: 'Call' });
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLUListElement>) => {
    moveInList(event, event.currentTarget);
    const record = records.find((one) => document.activeElement?.id === idOf(one));
    if (event.key === 'l' && record && mayLog(record)) {
      event.preventDefault();
      log(record);
    }
  };
  return (
    <ul class={records.length < longFrom ? 'list' : 'list long'} aria-label={label} onKeyDown={onKeyDown}>
      {records.map((record) => (
        <li key={`${record.tab}/${record.id}`} class={mayLog(record) ? 'found logs' : 'found'}>
          <FoundEntry record={record} />
          {mayLog(record) && (
            <IconButton icon="phone" label={words.logCall} describedBy={idOf(record)} onClick={() => log(record)} />
          )}
        </li>
      ))}
    </ul>
  );
}

const idOf = ({ tab, id }: FoundRecord) => `found-${tab}-${id}`;

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
      id={idOf(record)}
      onClick={() => go({ kind: 'record', tab: record.tab, id: record.id, known: record })}
    >
      <span class="mark" title={words.kind(record.tab)}>
        <Icon name={tabIcon(record.tab)} />
      </span>
      <span class="words">
        <span class="clip name">{record.name || record.id}</span>
        <span class="clip detail">{detailOf(record, start.currency) || record.id}</span>
      </span>
      <span class="unseen">{words.kind(record.tab)}</span>
    </button>
  );
}
