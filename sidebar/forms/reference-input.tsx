// A reference to another record: type to find it, or make it on the spot. Follows the combobox pattern of the ARIA guide.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { FieldValue, RecordTabKey } from '../../src/domain/schema';
import type { FoundRecord } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { toastWithUndo } from '../app/undo';
import { useFind } from '../app/use-find';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { FieldError, type InputIds } from '../ui/field';
import { Icon } from '../ui/icons';
import { singular, singularTitle, tabIcon } from './layout';

interface ReferenceInputProps {
  ids: InputIds;
  tab: RecordTabKey;
  /** The id chosen so far, or ''. */
  reference: string;
  name: string;
  onReference: (id: string, name: string) => void;
}

type Option = { kind: 'found'; record: FoundRecord } | { kind: 'create'; name: string };

export function ReferenceInput({ ids, tab, reference, name, onReference }: ReferenceInputProps) {
  const app = useApp();
  const listId = useId();
  /** Null: nothing is being typed, the chosen name shows. */
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const [problem, setProblem] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const open = typed !== null;
  const { result, searching } = useFind({ tab, query: typed ?? '', limit: 8 }, open);

  const wanted = (typed ?? '').trim();
  const exact = result?.records.some((record) => record.name.toLowerCase() === wanted.toLowerCase());
  const options: Option[] = [
    ...(result?.records ?? []).map((record): Option => ({ kind: 'found', record })),
    ...(wanted !== '' && !exact && !searching ? [{ kind: 'create' as const, name: wanted }] : []),
  ];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const choose = (option: Option | undefined) => {
    if (!option) return;
    setProblem('');
    setTyped(null);
    if (option.kind === 'found') return onReference(option.record.id, option.record.name);
    onReference('', '');
    create(tab, option.name, app.start.stages[0]?.name ?? '').then(
      (made) => {
        if ('problem' in made) return setProblem(made.problem);
        onReference(made.id, made.name);
        toastWithUndo(`${singularTitle(tab)} “${made.name}” created.`, made.changeSet, () => onReference('', ''));
      },
      (error) => setProblem(sentenceFor(error)),
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setTyped('');
      else if (options.length > 0)
        setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length);
    } else if (event.key === 'Enter' && open && options.length > 0) {
      event.preventDefault();
      choose(options[active]);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setTyped(null);
    }
  };

  /** Leaving with a name typed out in full chooses it; leaving with the field emptied clears the reference. */
  const onBlur = () => {
    if (typed === null) return;
    const match = result?.records.find((record) => record.name.toLowerCase() === wanted.toLowerCase());
    if (match) choose({ kind: 'found', record: match });
    else if (wanted !== '')
      setProblem(`“${wanted}” was not chosen: pick a ${singular(tab)} from the list or create it.`);
    setTyped(null);
  };

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
        autocomplete="off"
        placeholder={`Find a ${singular(tab)}`}
        value={typed ?? name}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setProblem('');
          setActive(0);
          setTyped(text);
          if (text === '' && reference !== '') onReference('', '');
        }}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      <div ref={list} id={listId} role="listbox" aria-label="Suggestions" class="pop" hidden={!open}>
        {open &&
          options.map((option, at) => (
            <OptionView
              key={option.kind === 'found' ? option.record.id : 'create'}
              id={`${listId}-${at}`}
              tab={tab}
              option={option}
              active={at === active}
              onChoose={() => choose(option)}
            />
          ))}
        {open && options.length === 0 && (
          // biome-ignore lint/a11y/useFocusableInteractive: only says why there is nothing to choose
          <div role="option" aria-disabled="true" aria-selected="false" class="muted">
            {searching ? 'Searching…' : `No ${singular(tab)} yet. Type a name to create one.`}
          </div>
        )}
      </div>
      {problem && <FieldError id={`${ids.id}-choice`} text={problem} />}
    </div>
  );
}

function OptionView(props: { id: string; tab: RecordTabKey; option: Option; active: boolean; onChoose: () => void }) {
  const { option } = props;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the combobox keeps the focus and its keys choose
    <div
      id={props.id}
      role="option"
      aria-selected={props.active}
      onPointerDown={(event) => event.preventDefault()}
      onClick={props.onChoose}
    >
      <Icon name={option.kind === 'found' ? tabIcon(props.tab) : 'plus'} />
      {option.kind === 'found' ? (
        <span class="words">
          <span class="clip">{option.record.name}</span>
          {option.record.detail && <span class="clip detail">{option.record.detail}</span>}
        </span>
      ) : (
        <span>
          Create {singular(props.tab)} “{option.name}”
        </span>
      )}
    </div>
  );
}

type Made = { id: string; name: string; changeSet: string } | { problem: string };

/** Makes a record of which only the name is known, with what its tab cannot be without. */
async function create(tab: RecordTabKey, name: string, firstStage: string): Promise<Made> {
  const saved = await call.saveRecord({ tab, changes: namedFields(tab, name, firstStage) });
  if (saved.status === 'saved') return { id: saved.record.id, name: saved.record.name, changeSet: saved.changeSet };
  const first = saved.status === 'invalid' ? saved.issues[0]?.message : undefined;
  return { problem: first ?? `The ${singular(tab)} could not be created.` };
}

/** The fields of a new record that its name gives. */
export function namedFields(tab: RecordTabKey, name: string, firstStage: string): { [key: string]: FieldValue } {
  switch (tab) {
    case 'contacts': {
      const space = name.lastIndexOf(' ');
      if (space < 0) return { firstName: name };
      return { firstName: name.slice(0, space).trim(), lastName: name.slice(space + 1) };
    }
    case 'deals':
      return { name, stage: firstStage };
    case 'tasks':
      return { title: name };
    case 'tickets':
    case 'interactions':
      return { subject: name };
    default:
      return { name };
  }
}
