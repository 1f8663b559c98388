// A reference to another record: type to find it, or make it on the spot. Follows the combobox pattern of the ARIA guide.
// What is typed and not chosen yet belongs to the form (`Unchosen`), which is not saved with it; only the list is this file's own.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { RecordTabKey } from '../../src/domain/schema';
import type { FoundRecord } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { toastWithUndo } from '../app/undo';
import { useFind } from '../app/use-find';
import { sentenceFor } from '../messages';
import { FieldError, type InputIds } from '../ui/field';
import * as words from '../words';
import { isUnchosen, type Unchosen, unchosenSentence } from './entry';
import { OptionView } from './option-view';
import { createNamed, type Named, recordNamed, sameName, suggestionsFor } from './references';

interface ReferenceInputProps {
  ids: InputIds;
  tab: RecordTabKey;
  /** The id chosen, '' for none, or what is typed so far. */
  entry: string | Unchosen;
  /** Names of what references point to. */
  labels: { readonly [reference: string]: string };
  onEntry: (entry: string | Unchosen) => void;
  /** A record was chosen: its name. */
  onLabel: (reference: string, name: string) => void;
  readOnly?: boolean | undefined;
}

type Option = { kind: 'found'; record: FoundRecord } | { kind: 'create'; name: string };

export function ReferenceInput({ ids, tab, entry, labels, onEntry, onLabel, readOnly }: ReferenceInputProps) {
  const app = useApp();
  const listId = useId();
  const typed = isUnchosen(entry) ? entry.unchosen : null;
  const before = isUnchosen(entry) ? entry.before : entry;
  const wanted = (typed ?? '').trim();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  /** The field was left with a name that is no record's: from then on it says so. */
  const [left, setLeft] = useState(typed !== null);
  const [failure, setFailure] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const latest = useRef(entry);
  latest.current = entry;
  const { result, searching } = useFind(suggestionsFor(tab, wanted), open);

  const exact = result?.records.some((record) => sameName(record.name, wanted));
  const options: Option[] = [
    ...(result?.records ?? []).map((record): Option => ({ kind: 'found', record })),
    ...(wanted !== '' && !exact && !searching ? [{ kind: 'create' as const, name: wanted }] : []),
  ];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const pick = ({ id, name }: Named) => {
    onLabel(id, name);
    onEntry(id);
  };
  /** False when something else was typed or chosen while the server was asked about `name`. */
  const stillTyped = (name: string) => isUnchosen(latest.current) && latest.current.unchosen.trim() === name;

  const choose = (option: Option | undefined) => {
    if (!option) return;
    setFailure('');
    setOpen(false);
    if (option.kind === 'found') return pick(option.record);
    setLeft(false);
    createNamed(tab, option.name, app.start.stages[0]?.name ?? '').then(
      (made) => {
        if ('problem' in made) return setFailure(made.problem);
        if (stillTyped(option.name)) pick(made);
        toastWithUndo(words.kindCreated(tab, made.name), made.changeSet, () => {
          if (latest.current === made.id) onEntry('');
        });
      },
      (error) => setFailure(sentenceFor(error)),
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (options.length > 0)
        setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length);
    } else if (event.key === 'Enter' && open && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      // While a search runs, the list is still that of what was typed before.
      if (!searching) choose(options[active]);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
      if (typed !== null) onEntry(before);
    }
  };

  /** Leaving with a name typed out in full chooses it; any other name stays as it is typed, and says what it lacks. */
  const onBlur = async (event: FocusEvent) => {
    setOpen(false);
    if (typed === null) return;
    if (wanted === '') return onEntry('');
    if (before !== '' && sameName(labels[before] ?? '', wanted)) return onEntry(before);
    // A sentence that appears under a pressed button moves it away; what the button does comes first.
    const toButton = event.relatedTarget instanceof HTMLButtonElement;
    const match = await recordNamed(tab, wanted).catch(() => null);
    if (!stillTyped(wanted)) return;
    if (match) pick(match);
    else if (!toButton) setLeft(true);
  };

  // The form's own sentence, after a Save, says the same.
  const told = ids['aria-invalid'] ? '' : left && wanted !== '' ? unchosenSentence({ reference: tab }, wanted) : '';
  const problem = failure || told;
  const problemId = `${ids.id}-choice`;
  return (
    <div class="anchor">
      <input
        {...ids}
        class="input"
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && options.length > 0 ? `${listId}-${active}` : undefined}
        aria-invalid={ids['aria-invalid'] ?? (problem ? true : undefined)}
        aria-describedby={[ids['aria-describedby'], problem && problemId].filter(Boolean).join(' ') || undefined}
        autocomplete="off"
        placeholder={words.findKind(tab)}
        readOnly={readOnly}
        value={typed ?? labels[before] ?? before}
        onFocus={(event) => {
          event.currentTarget.select();
          if (wanted !== '') setOpen(true);
        }}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setFailure('');
          setLeft(false);
          setActive(0);
          setOpen(true);
          onEntry(text === '' ? '' : { unchosen: text, before });
        }}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      <div ref={list} id={listId} role="listbox" aria-label={words.suggestions} class="pop" hidden={!open}>
        {open &&
          options.map((option, at) => (
            <OptionView
              key={option.kind === 'found' ? option.record.id : 'create'}
              id={`${listId}-${at}`}
              tab={tab}
              name={option.kind === 'found' ? option.record.name : option.name}
              detail={option.kind === 'found' ? option.record.detail : ''}
              isNew={option.kind === 'create'}
              active={at === active}
              onChoose={() => choose(option)}
            />
          ))}
        {open && options.length === 0 && (
          // biome-ignore lint/a11y/useFocusableInteractive: only says why there is nothing to choose
          <div role="option" aria-disabled="true" aria-selected="false" class="muted">
            {searching ? words.searchingNow : words.noKindYet(tab)}
          </div>
        )}
      </div>
      {problem && <FieldError id={problemId} text={problem} />}
    </div>
  );
}
