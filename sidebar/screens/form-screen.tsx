// The screen around a record's form: reads the record first when there is one.
import { useMemo, useState } from 'preact/hooks';
import type { RecordTabKey } from '../../src/domain/schema';
import { type Screen, useApp } from '../app/app';
import { whyLocked } from '../app/rights';
import { newDraft, saveBehind, saveNew } from '../app/saves';
import { toastWithUndo } from '../app/undo';
import { usePage } from '../app/use-page';
import { quickKeys } from '../forms/layout';
import { RecordForm } from '../forms/record-form';
import type { Saved } from '../forms/save-state';
import { SignatureBox } from '../forms/signature-box';
import { Button } from '../ui/button';
import { Filters } from '../ui/filters';
import { Failed, Ghosts, Notice } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { Bar } from './bar';

/** Kinds of records that are added in passing. */
const quickTabs: readonly RecordTabKey[] = ['contacts', 'companies', 'deals', 'tasks'];

type FormProps = Extract<Screen, { kind: 'form' }>;

export function NewScreen({ tab: first, preset, quick = false, sent = false, ended }: FormProps) {
  const app = useApp();
  const [tab, setTab] = useState(first);
  const [isQuick, setQuick] = useState(quick);
  const draftName = useMemo(() => (sent ? 'sent' : newDraft(app.start, tab)), [sent, app.start, tab]);
  const created = (saved: Saved) => said(saved, words.kindCreated(tab, saved.record.name), app.touched);
  const title = isQuick ? words.quickAdd : words.newKind(tab);
  return (
    <>
      <Bar title={title} />
      <h1 class="unseen" tabIndex={-1}>
        {title}
      </h1>
      {isQuick && (
        <div class="below">
          <Filters
            label={words.whatToAdd}
            options={quickTabs.map((value) => ({ value, label: words.kindTitle(value) }))}
            value={tab}
            onValue={setTab}
          />
        </div>
      )}
      <RecordForm
        key={tab}
        tab={tab}
        preset={preset}
        draftName={draftName}
        ended={tab === first ? ended : undefined}
        only={isQuick ? quickKeys(tab) : undefined}
        filler={(form) => tab === 'contacts' && <SignatureBox form={form} />}
        more={isQuick && <Button onClick={() => setQuick(false)}>{words.moreFields}</Button>}
        onCancel={app.back}
        onSave={(input, draft) => {
          const form = { kind: 'form' as const, tab, quick: isQuick, ...(preset ? { preset } : {}) };
          return saveNew(app, input, draft, form, created);
        }}
        onSaved={(saved, isHere) => {
          created(saved);
          const { id, name } = saved.record;
          if (isHere) app.replace({ kind: 'record', tab, id, known: { name, detail: '' } });
        }}
      />
    </>
  );
}

export function EditScreen({ tab, id, carried, ended }: FormProps & { id: string }) {
  const app = useApp();
  const { page, error } = usePage(tab, id);
  const locked = page ? whyLocked(app.start, page.record) : undefined;
  const saved = (done: Saved) => {
    said(done, done.merged.length > 0 ? words.savedBesideOthers : words.saved, app.touched);
    // What was typed for a new one is a part of this one now.
    carried?.drop();
  };
  return (
    <>
      <Bar title={page ? page.record.name : words.editKind(tab)} />
      <h1 class="unseen" tabIndex={-1}>
        {page ? words.editField(page.record.name) : words.editKind(tab)}
      </h1>
      {error && !page && <Failed error={error} onRetry={app.touched} />}
      {error && page && (
        // Why is said by the save, should it fail as well.
        <div class="below">
          <Notice kind="warn">{words.readBefore}</Notice>
        </div>
      )}
      {!page && !error && <Ghosts lines={8} label={words.loadingKind(tab)} />}
      {locked !== undefined && <Notice>{words.told(locked)}</Notice>}
      {page && locked === undefined && (
        <RecordForm
          tab={tab}
          record={page.record}
          carried={carried}
          ended={ended}
          onCancel={app.back}
          onSave={(input, draft) => {
            app.back();
            saveBehind(app, { ...input, id }, draft, saved);
            return true;
          }}
          onSaved={(done, isHere) => {
            saved(done);
            if (isHere) app.back();
          }}
        />
      )}
    </>
  );
}

function said(saved: Saved, text: string, after: () => void): void {
  toastWithUndo(text, saved.changeSet, after);
  for (const warning of saved.warnings) toast(words.told(warning));
}
