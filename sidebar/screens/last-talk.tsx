// When a customer was last talked to: a small box to find them, and the answer. Follows the combobox pattern of the ARIA guide.
import { useId, useState } from 'preact/hooks';
import type { RecordTabKey } from '../../src/domain/schema';
import type { FoundRecord } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { store } from '../app/store';
import { useFind } from '../app/use-find';
import { usePage } from '../app/use-page';
import { ageText } from '../format';
import { OptionView } from '../forms/option-view';
import * as words from '../words';
import { Answer } from './answer';

/** Who is shown under the box, and how many records are looked at for them: deals among these are left out. */
const listed = 6;
const lookedAt = 20;

export function LastTalk() {
  const [customer, setCustomer] = useState(store.customer());
  const choose = (record: FoundRecord) => {
    store.keepCustomer(record);
    setCustomer(record);
  };
  return (
    <li>
      {customer ? (
        <Told key={customer.id} tab={customer.tab} id={customer.id} name={customer.name} />
      ) : (
        <div class="detail">{words.whenDidWeTalk}</div>
      )}
      <FindCustomer onChoose={choose} />
    </li>
  );
}

function Told({ tab, id, name }: { tab: RecordTabKey; id: string; name: string }) {
  const { today, go } = useApp();
  const { page, error, gone } = usePage(tab, id);
  const last = page?.record.fields.lastContact;
  const talk = page?.timeline.find(({ kind }) => kind === 'interaction');
  return (
    <Answer
      question={words.lastTalkedTo(name)}
      id="ask-talk"
      {...(gone ? {} : { onClick: () => go({ kind: 'record', tab, id, known: { name, detail: '' } }) })}
    >
      {page ? (
        <>
          {typeof last === 'string' ? ageText(last, today()) : words.notYetLogged}
          {talk && typeof last === 'string' && <span class="small detail"> {talk.title}</span>}
        </>
      ) : error ? (
        <span class="small late">{error}</span>
      ) : (
        <span class="ghost" role="status" aria-label={words.loading} />
      )}
    </Answer>
  );
}

function FindCustomer({ onChoose }: { onChoose: (record: FoundRecord) => void }) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const open = typed.trim() !== '';
  const { result, searching, error } = useFind({ query: typed.trim(), limit: lookedAt }, open);
  const found = (result?.records ?? []).filter(({ tab }) => tab !== 'deals').slice(0, listed);

  const choose = (record: FoundRecord | undefined) => {
    if (!record) return;
    setTyped('');
    onChoose(record);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (found.length > 0) setActive((active + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // While a search runs, the list is still that of what was typed before.
      if (!searching) choose(found[active]);
    } else if (event.key === 'Escape') {
      setTyped('');
    } else return;
    event.stopPropagation();
  };

  return (
    <div class="anchor">
      <input
        class="input"
        role="combobox"
        aria-label={words.findACustomer}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && found.length > 0 ? `${listId}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={words.findACustomer}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped('')}
      />
      <div id={listId} role="listbox" aria-label={words.customers} class="pop" hidden={!open}>
        {open &&
          found.map((record, at) => (
            <OptionView
              key={record.id}
              id={`${listId}-${at}`}
              tab={record.tab}
              name={record.name}
              detail={record.detail}
              active={at === active}
              onChoose={() => choose(record)}
            />
          ))}
        {open && found.length === 0 && (
          // biome-ignore lint/a11y/useFocusableInteractive: only says why there is nothing to choose
          <div role="option" aria-disabled="true" aria-selected="false" class="muted">
            {searching ? words.searchingNow : error || words.nobodyFound}
          </div>
        )}
      </div>
    </div>
  );
}
