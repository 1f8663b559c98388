// Moving deals on the board: shown at once, saved one after the other, rolled back with the reason when it did not go through.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { BoardDeal } from '../../src/domain/board';
import { changesToEnter, missingToEnter } from '../../src/domain/entering';
import type { AnyRecord, FieldValue } from '../../src/domain/schema';
import type { Stage } from '../../src/domain/settings';
import { stageMove } from '../../src/domain/stage-move';
import type { SaveInput } from '../../src/rpc/contract';
import type { BoardResult } from '../../src/rpc/contract-board';
import { useApp } from '../app/app';
import { whyLocked } from '../app/rights';
import { toastWithUndo } from '../app/undo';
import { call } from '../call';
import { tellNews } from '../find/index-state';
import type { Saved, SaveState } from '../forms/save-state';
import { moveInput } from '../forms/use-save';
import { sentenceFor } from '../messages';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { dealName } from './deal-text';

type Changes = { [field: string]: FieldValue };

/** A move that needs the person: fields to fill, or an answer of the server to settle. */
export interface Asking {
  deal: BoardDeal;
  stage: string;
  changes: Changes;
  /** Keys of the fields to ask for. */
  fields: readonly string[];
  ended?: SaveState;
}

export interface Moves {
  deals: readonly BoardDeal[];
  /** Ids of the deals that were moved here, the latest first. */
  moved: readonly string[];
  /** Ids of the deals whose move is being saved. */
  saving: ReadonlySet<string>;
  asking: Asking | null;
  /** What to read out. */
  said: string;
  move: (deal: BoardDeal, target: Stage) => void;
  /** The save that a question leads to; the deal shows in its new place from here on. */
  input: (asking: Asking, values: Changes) => SaveInput;
  /** A question ended: with what was saved, or with nothing. */
  settled: (asking: Asking, saved: Saved | null) => void;
}

/** Why a person may not move this deal; undefined when they may. */
export function useLocked(): (deal: BoardDeal) => string | undefined {
  const { start } = useApp();
  return useCallback(({ owner }) => whyLocked(start, { tab: 'deals', fields: { owner } }), [start]);
}

export function useMoves(result: BoardResult, reload: () => void): Moves {
  const { stages } = result.settings;
  const locked = useLocked();
  /** What the workbook holds, as far as is known here, and what is shown. */
  const known = useRef(new Map<string, BoardDeal>());
  const shown = useRef(new Map<string, BoardDeal>());
  /** Changes that wait for their save, by deal: moving it on replaces them. */
  const waiting = useRef(new Map<string, Changes>());
  const chain = useRef(Promise.resolve());
  const [deals, setDeals] = useState<readonly BoardDeal[]>(result.deals);
  const [moved, setMoved] = useState<readonly string[]>([]);
  const [saving, setSaving] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<Asking | null>(null);
  const [said, setSaid] = useState('');

  const moveOf = (deal: BoardDeal, changes: Changes): BoardDeal => ({
    ...deal,
    ...changes,
    ...stageMove(plain(deal), changes, stages, result.today),
    invalid: (deal.invalid ?? []).filter((key) => !(key in changes)),
  });
  const show = (deal: BoardDeal) => {
    shown.current.set(deal.id, deal);
    setDeals([...shown.current.values()]);
  };
  const first = (id: string) => setMoved((now) => [id, ...now.filter((one) => one !== id)]);
  const stageOf = (id: string) => known.current.get(id)?.stage ?? '';

  // Only another answer of the server starts over.
  useEffect(() => {
    known.current = new Map(result.deals.map((deal) => [deal.id, deal]));
    shown.current = new Map(
      result.deals.map((deal) => [deal.id, moveOf(deal, waiting.current.get(deal.id) ?? {})] as const),
    );
    setDeals([...shown.current.values()]);
  }, [result]);

  const back = (id: string) => {
    const deal = known.current.get(id);
    // A later move of it waits: that one shows.
    if (deal && !waiting.current.has(id)) show(deal);
  };

  const confirm = (id: string, stage: string, { record, changeSet, warnings }: Saved) => {
    const deal = known.current.get(id);
    if (deal) known.current.set(id, asSaved(deal, record.fields));
    back(id);
    // A record that stands open beside the board.
    tellNews();
    const text = [words.movedToStage(record.name, stage), ...warnings.map(words.told)].join(' ');
    if (changeSet === '') toast(text);
    else toastWithUndo(text, changeSet, reload);
  };

  const save = async (id: string, target: Stage) => {
    const changes = waiting.current.get(id);
    const deal = known.current.get(id);
    waiting.current.delete(id);
    if (!changes || !deal) return;
    setSaving((now) => new Set([...now, id]));
    try {
      const input = saveInput(deal, changes);
      const answer = await call.saveRecord(input);
      if (answer.status === 'saved') return confirm(id, target.name, answer);
      if (answer.status === 'conflict') known.current.set(id, asSaved(deal, answer.record.fields));
      back(id);
      const { issues, conflicts } = { issues: [], conflicts: [], ...answer };
      setAsking({
        deal,
        stage: target.name,
        changes,
        fields: issues.map(({ field }) => field),
        ended:
          answer.status === 'invalid'
            ? { kind: 'invalid', issues }
            : { kind: 'conflict', input, record: answer.record, conflicts },
      });
    } catch (error) {
      back(id);
      const sentence = `${words.dealStaysIn(dealName(deal), stageOf(id))} ${sentenceFor(error)}`;
      toast(sentence, { label: words.tryAgain, run: () => move(known.current.get(id) ?? deal, target) });
    } finally {
      setSaving((now) => new Set([...now].filter((one) => one !== id)));
    }
  };

  const move = (deal: BoardDeal, target: Stage) => {
    const reason = locked(deal);
    if (reason !== undefined) return toast(words.told(reason));
    const changes = changesToEnter(target, plain(deal), stages);
    const fields = missingToEnter(plain(deal), changes, stages);
    if (fields.length > 0) return setAsking({ deal, stage: target.name, changes, fields });
    waiting.current.set(deal.id, changes);
    show(moveOf(deal, changes));
    first(deal.id);
    setSaid(words.dealIsInStage(dealName(deal), target.name));
    chain.current = chain.current.then(() => save(deal.id, target));
  };

  return {
    deals,
    moved,
    saving,
    asking,
    said,
    move,
    input: ({ deal, changes }, values) => {
      const all = { ...changes, ...values };
      show(moveOf(deal, all));
      first(deal.id);
      return saveInput(known.current.get(deal.id) ?? deal, all);
    },
    settled: ({ deal, stage }, saved) => {
      setAsking(null);
      if (saved) return confirm(deal.id, stage, saved);
      back(deal.id);
      setSaid(words.dealStaysIn(dealName(deal), stageOf(deal.id)));
    },
  };
}

/** Against the values that the board knows: it has no version, and one of zero is older than any. */
function saveInput(deal: BoardDeal, changes: Changes): SaveInput {
  return moveInput({ id: deal.id, version: 0, fields: plain(deal) }, changes);
}

/** The deal's fields as a record has them. */
function plain({ company: _name, invalid: _keys, ...fields }: BoardDeal): AnyRecord {
  return fields;
}

/** The deal with what its record says now. */
function asSaved(deal: BoardDeal, fields: AnyRecord): BoardDeal {
  const told = Object.keys(plain(deal)).filter((key) => key in fields);
  return {
    ...deal,
    ...Object.fromEntries(told.map((key) => [key, fields[key] ?? null])),
    invalid: (deal.invalid ?? []).filter((key) => key !== 'stage' && key !== 'pipeline'),
  };
}
