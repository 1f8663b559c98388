// Two records beside each other: which one stays, which values it gets, what moves to it.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DuplicatePair } from '../../src/domain/duplicates';
import type { AnyRecord } from '../../src/domain/schema';
import type { RecordPage, RecordView } from '../../src/rpc/contract';
import type { MergedTab, MergeResult } from '../../src/rpc/contract-duplicates';
import { mayWrite, useApp } from '../app/app';
import { whyLocked } from '../app/rights';
import { toastWithUndo } from '../app/undo';
import { allFields } from '../forms/layout';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { Failed, Ghosts, Notice } from '../ui/notice';
import * as words from '../words';
import { Certainty } from './certainty';
import { type Choice, changesOf, choicesOf, fullerSide, otherSide, type Picks, type Side } from './choices';
import { FieldChoice } from './field-choice';
import { KeepChoice } from './keep-choice';
import { MergeNotices } from './merge-notices';
import { movingText } from './moving-text';
import { type Ids, toldNames } from './pairs';
import { Reasons } from './reasons';
import { SameFields } from './same-fields';
import { useBoth } from './use-both';
import { useMerge } from './use-merge';

/** What was chosen in a comparison. `stays` undefined: what is proposed. */
export interface Kept {
  readonly stays: Side | undefined;
  readonly picks: Picks;
}

interface CompareProps {
  tab: MergedTab;
  pair: DuplicatePair;
  kept: Kept | undefined;
  onKept: (kept: Kept) => void;
  onBack: () => void;
  /** One of both is none by itself any more. */
  onGone: (id: string) => void;
  onApart: () => Promise<void>;
  onMerged: (gone: RecordView, result: Extract<MergeResult, { status: 'merged' }>) => void;
}

export function Compare(props: CompareProps) {
  const { tab, pair, onBack } = props;
  const both = useBoth(tab, pair.ids);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  const names = both.pages ? namesOf([both.pages[0].record, both.pages[1].record]) : pair.ids;
  return (
    <div class="compare">
      <div class="row compare-head">
        <h2 ref={title} tabIndex={-1} class="two-lines">
          {words.bothNames(...names)}
        </h2>
        <Certainty pair={pair} />
      </div>
      {both.error && <Failed error={both.error} onRetry={both.reload} />}
      {both.gone ? (
        <Gone id={both.gone.id} into={both.gone.into} onBack={() => props.onGone(both.gone?.id ?? '')} />
      ) : both.pages ? (
        <Choose {...props} pages={both.pages} reload={both.reload} />
      ) : (
        <>
          {!both.error && <Ghosts lines={8} label={words.readingBoth} />}
          <div class="compare-foot actions">
            <Button onClick={onBack}>{words.back}</Button>
          </div>
        </>
      )}
    </div>
  );
}

function Choose(props: CompareProps & { pages: readonly [RecordPage, RecordPage]; reload: () => void }) {
  const { tab, pair, pages, kept, onKept, reload } = props;
  const { start } = useApp();
  const [chosen, setChosen] = useState<Kept>(kept ?? { stays: undefined, picks: {} });
  const [failure, setFailure] = useState('');
  const records = [pages[0].record, pages[1].record] as const;
  const fields = useMemo(() => allFields(tab, start), [tab, start]);
  const values: readonly [AnyRecord, AnyRecord] = [withId(records[0]), withId(records[1])];
  const stays = chosen.stays ?? fullerSide(fields, values);
  const goes = otherSide(stays);
  const choices = choicesOf(tab, fields, values, stays, chosen.picks);
  const differing = choices.filter(({ isSame }) => !isSame);
  const locked = [records[stays], records[goes]].map((record) => whyLocked(start, record)).find(Boolean);
  useEffect(() => onKept(chosen), [chosen, onKept]);

  const merge = useMerge((result) => props.onMerged(records[goes], result), reload);
  const { state } = merge;
  const busy = state.kind === 'running';
  const names = namesOf(records);
  const label = (side: Side) => names[side];
  const run = () => {
    const part = ({ id, version }: RecordView) => ({ id, version });
    setFailure('');
    merge.run({ tab, keep: part(records[stays]), gone: part(records[goes]), changes: changesOf(choices, stays) });
  };
  const back = () => {
    // What has moved already is not left behind unsaid.
    if (merge.begun()) toastWithUndo(words.mergeStopped(label(goes), label(stays)), merge.begun(), () => {});
    props.onBack();
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !busy) back();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  const issueOf = (choice: Choice) =>
    state.kind === 'invalid' ? state.issues.find(({ field }) => field === choice.key) : undefined;
  return (
    <>
      <div class="compare-body" aria-busy={busy}>
        <Reasons tab={tab} pair={pair} row={{ id: pair.ids[0], fields: records[0].fields, labels: {} }} />
        <KeepChoice
          records={records}
          fields={fields}
          stays={stays}
          disabled={busy}
          onStays={(side) => setChosen({ ...chosen, stays: side })}
        />
        <p role="status">{movingText(pages[goes], label(goes), label(stays))}</p>
        <section class="stack" aria-label={words.whatDiffers(differing.length)}>
          <h3>{differing.length > 0 ? words.whatDiffers(differing.length) : words.nothingDiffers}</h3>
          {differing.map((choice) => (
            <FieldChoice
              key={choice.key}
              choice={choice}
              records={records}
              stays={stays}
              issue={issueOf(choice)}
              disabled={busy}
              onPick={(pick) => setChosen({ ...chosen, picks: { ...chosen.picks, [choice.key]: pick } })}
            />
          ))}
        </section>
        <SameFields choices={choices.filter(({ isSame }) => isSame)} record={records[stays]} />
      </div>
      <div class="compare-foot stack">
        <MergeNotices
          tab={tab}
          state={state}
          locked={locked}
          failure={failure}
          begun={merge.begun() !== ''}
          nameOf={(id) => label(records[0].id === id ? 0 : 1)}
          keptId={records[stays].id}
        />
        <div class="actions">
          <Button
            kind="main"
            disabled={busy || locked !== undefined}
            describedBy={locked ? 'merge-locked' : undefined}
            onClick={run}
          >
            {busy ? words.merging : state.kind === 'failed' && merge.begun() ? words.goOn : words.merge}
          </Button>
          {mayWrite(start) && (
            <Button
              disabled={busy || merge.begun() !== ''}
              onClick={() => {
                setFailure('');
                props.onApart().catch((error) => setFailure(sentenceFor(error)));
              }}
            >
              {words.notDuplicates}
            </Button>
          )}
          <Button disabled={busy} onClick={back}>
            {words.back}
          </Button>
        </div>
      </div>
    </>
  );
}

function Gone({ id, into, onBack }: { id: string; into: RecordView | null; onBack: () => void }) {
  return (
    <>
      <Notice kind="warn">{into ? words.isPartOf(id, into.name || into.id) : words.isDeleted(id)}</Notice>
      <div class="compare-foot actions">
        <Button onClick={onBack}>{words.back}</Button>
      </div>
    </>
  );
}

/** What both are called in sentences. */
function namesOf([one, other]: readonly [RecordView, RecordView]): Ids {
  return toldNames([one.name || one.id, other.name || other.id], [one.id, other.id]);
}

function withId({ id, fields }: RecordView): AnyRecord {
  return { ...fields, id };
}
