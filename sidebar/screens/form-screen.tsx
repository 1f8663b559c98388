// The screen around a record's form: reads the record first when there is one.
import type { RecordTabKey } from '../../src/domain/schema';
import { type Preset, useApp } from '../app/app';
import { toastWithUndo } from '../app/undo';
import { usePage } from '../app/use-page';
import { singular, singularTitle } from '../forms/layout';
import { RecordForm } from '../forms/record-form';
import type { Saved } from '../forms/use-save';
import { Ghosts, Notice } from '../ui/notice';
import { toast } from '../ui/toasts';
import { Bar } from './bar';

export function NewScreen({ tab, preset }: { tab: RecordTabKey; preset?: Preset | undefined }) {
  const app = useApp();
  return (
    <>
      <Bar title={`New ${singular(tab)}`} />
      <h1 class="unseen" tabIndex={-1}>
        New {singular(tab)}
      </h1>
      <RecordForm
        tab={tab}
        preset={preset}
        onCancel={app.back}
        onSaved={(saved) => {
          said(saved, `${singularTitle(tab)} “${saved.record.name}” created.`, () => {
            app.touched();
          });
          app.replace({ kind: 'record', tab, id: saved.record.id, known: { name: saved.record.name, detail: '' } });
        }}
      />
    </>
  );
}

export function EditScreen({ tab, id }: { tab: RecordTabKey; id: string }) {
  const app = useApp();
  const { page, error } = usePage(tab, id);
  return (
    <>
      <Bar title={page ? page.record.name : `Edit ${singular(tab)}`} />
      <h1 class="unseen" tabIndex={-1}>
        Edit {page ? page.record.name : singular(tab)}
      </h1>
      {error && !page && <Notice kind="danger">{error}</Notice>}
      {error && page && (
        // Why is said by the save, should it fail as well.
        <div class="below">
          <Notice kind="warn">This is what was read before: it could not be read again just now.</Notice>
        </div>
      )}
      {!page && !error && <Ghosts lines={8} label={`Loading ${singular(tab)}`} />}
      {page && (
        <RecordForm
          tab={tab}
          record={page.record}
          onCancel={app.back}
          onSaved={(saved) => {
            const merged = saved.merged.length > 0 ? ' Someone else’s change to other fields was kept too.' : '';
            said(saved, `Saved.${merged}`, app.touched);
            app.back();
          }}
        />
      )}
    </>
  );
}

function said(saved: Saved, text: string, after: () => void): void {
  toastWithUndo(text, saved.changeSet, after);
  for (const warning of saved.warnings) toast(warning);
}
