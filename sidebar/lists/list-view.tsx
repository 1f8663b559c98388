// One list: what it asks for, who meets it, and what can be done with them.

import { useMemo, useState } from 'preact/hooks';
import { personKey } from '../../src/domain/people';
import { tabOf } from '../../src/domain/schema';
import { conditionProblem } from '../../src/domain/segment';
import { segmentTest } from '../../src/domain/segment-match';
import type { RecordRow } from '../../src/rpc/contract-lists';
import { mayWrite, useApp } from '../app/app';
import { download } from '../app/download';
import { memberName } from '../forms/member-name';
import { Button, IconButton } from '../ui/button';
import { Icon } from '../ui/icons';
import { Empty, Failed, Ghosts } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { BulkEdit } from './bulk-edit';
import { columnsOf, type Order, ordered, rowsCsv } from './columns';
import { Conditions } from './conditions';
import { keepPlace, placeIn } from './places';
import { SaveBar } from './save-bar';
import { type Draft, finderFor, type SavedList } from './saved-list';
import { segmentWords } from './segment-words';
import { Table } from './table';
import { useDeferred } from './use-deferred';
import type { Lists } from './use-lists';
import { useRows } from './use-rows';
import { WorkThrough } from './work-through';

interface ListViewProps {
  list: SavedList | null;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  lists: Lists;
  /** It was saved as this one, or taken out. */
  onSaved: (list: SavedList | null) => void;
}

/** Values of a field to choose from, at most. */
const mostHeld = 200;

export function ListView({ list, draft, onDraft, lists, onSaved }: ListViewProps) {
  const { start, today } = useApp();
  const { segment } = draft;
  const { tab } = segment;
  const { rows, whole, reading, total, error, reload } = useRows(tab);
  const [open, setOpen] = useState(list === null);
  const [order, setOrder] = useState<Order>({ key: '', down: false });
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<readonly RecordRow[] | null>(null);
  const [working, setWorking] = useState('');
  const find = useMemo(() => finderFor(start)(tab), [start, tab]);
  const me = start.team.find(({ email }) => email !== '' && email === start.user.email);
  // Typing goes on while many records are looked through.
  const wanted = useDeferred(segment);
  const day = today();
  const found = useMemo(() => {
    const conditions = wanted.conditions.filter((one) => conditionProblem(one, find) === undefined);
    const context = { today: day, me: me ? personKey(me) : start.user.email, findField: find };
    return rows.filter(segmentTest({ join: wanted.join, conditions }, context));
  }, [rows, wanted, find, day, me, start]);
  const shown = useMemo(() => ordered(tab, found, order), [tab, found, order]);
  const columns = useMemo(() => columnsOf(tab, wanted.conditions, start), [tab, wanted, start]);
  const picked = shown.filter(({ id }) => chosen.has(id));
  const meant = picked.length > 0 ? picked : shown;
  const held = useMemo(() => heldBy(rows), [rows]);
  const placeKey = `${start.user.email}/${list ? `${list.owner}/${list.name}` : tab}`;

  if (working !== '')
    return (
      <WorkThrough
        tab={tab}
        title={draft.name || words.label(tabOf(tab).title)}
        rows={meant}
        begin={working}
        onPlace={(id) => keepPlace(placeKey, id)}
        onTouched={reload}
        onClose={() => setWorking('')}
      />
    );
  const begin = meant.find(({ id }) => id === placeIn(placeKey)) ?? meant[0];
  const goesOn = begin !== undefined && begin !== meant[0];
  return (
    <div class="list-view">
      <div class="row spread list-head">
        <div class="words">
          <h2 tabIndex={-1} class="two-lines">
            {draft.name.trim() || words.newListOf(tab)}
          </h2>
          <p class="muted" role="status">
            {whole
              ? words.foundOf(found.length, tab, rows.length)
              : words.foundSoFar(found.length, tab, rows.length, total)}
            {list && !list.shared && list.owner && list.owner !== me?.key
              ? ` · ${words.listOfPerson(memberName(start.team, list.owner))}`
              : ''}
          </p>
        </div>
        <IconButton icon="refresh" label={words.readAgain} onClick={reload} />
      </div>
      <details class="folded" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Icon name="forward" size={14} />
          <span class="words">
            <span>{words.conditions}</span>
            {!open && segment.conditions.length > 0 && (
              <span class="clip detail">{segmentWords(segment, find, (key) => memberName(start.team, key))}</span>
            )}
          </span>
        </summary>
        <div class="stack">
          <Conditions
            segment={segment}
            find={find}
            held={held}
            onSegment={(next) => {
              setPage(0);
              onDraft({ ...draft, segment: next });
            }}
          />
          {mayWrite(start) && (
            <SaveBar list={list} draft={draft} onDraft={onDraft} lists={lists} onSaved={onSaved} find={find} />
          )}
        </div>
      </details>
      {error && <Failed error={error} onRetry={reload} />}
      {rows.length === 0 && reading ? (
        <Ghosts lines={8} label={words.readingTab(tab)} />
      ) : shown.length === 0 ? (
        <Empty icon="search">
          <p>
            {whole && rows.length === 0
              ? words.noneInWorkbook(tab)
              : whole
                ? words.noneMeetsConditions(tab)
                : words.noneSoFar(tab)}
          </p>
        </Empty>
      ) : (
        <>
          <div class="row list-tools">
            <Button kind="main" onClick={() => setWorking(begin?.id ?? '')}>
              {goesOn ? words.goOnWorkingThrough : words.workThrough}
            </Button>
            {mayWrite(start) && (
              <Button icon="edit" disabled={!whole} onClick={() => setEditing(meant)}>
                {picked.length > 0 ? words.changeSome(picked.length) : words.changeAll(shown.length)}
              </Button>
            )}
            <Button
              disabled={!whole}
              onClick={() => {
                download(`${words.label(tabOf(tab).title)} ${day}.csv`, rowsCsv(tab, meant, start));
                toast(words.handedOverAsCsv(meant.length));
              }}
            >
              {picked.length > 0 ? words.exportSome(picked.length) : words.exportAll}
            </Button>
            {goesOn && (
              <Button kind="plain" onClick={() => setWorking(meant[0]?.id ?? '')}>
                {words.fromTheFirst}
              </Button>
            )}
            {picked.length > 0 && (
              <span role="status">
                {words.chosenCount(picked.length)}{' '}
                <button type="button" class="link" onClick={() => setChosen(new Set())}>
                  {words.chooseNone}
                </button>
              </span>
            )}
          </div>
          <Table
            tab={tab}
            columns={columns}
            rows={shown}
            order={order}
            onOrder={setOrder}
            page={page}
            onPage={setPage}
            chosen={chosen}
            onChosen={setChosen}
            onOpen={({ id }) => setWorking(id)}
          />
        </>
      )}
      {editing && <BulkEdit tab={tab} rows={editing} onClose={() => setEditing(null)} onChanged={reload} />}
    </div>
  );
}

/** Answers the values of a field that these records hold, looked up when a field is first asked for. */
function heldBy(rows: readonly RecordRow[]): (field: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (field) => {
    const before = known.get(field);
    if (before) return before;
    const values = new Set<string>();
    for (const { fields } of rows) {
      const value = fields[field];
      for (const one of Array.isArray(value) ? value : [value]) if (typeof one === 'string') values.add(one);
      if (values.size > mostHeld) break;
    }
    const sorted = [...values].sort((one, other) => one.localeCompare(other)).slice(0, mostHeld);
    known.set(field, sorted);
    return sorted;
  };
}
