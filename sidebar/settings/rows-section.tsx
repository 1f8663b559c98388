// A section of rows: a table of them, each to be changed or deleted, and a form for a new one.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { AdminRow } from '../../src/rpc/contract-lists';
import { useApp } from '../app/app';
import type { AdminRows } from '../app/use-admin-rows';
import { valueText } from '../format';
import { memberName } from '../forms/member-name';
import { Button, IconButton } from '../ui/button';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { RowForm } from './row-form';
import { blankRow, type Fields, fieldsOfKind, type Kind } from './sections';

interface RowsSectionProps {
  kind: Kind;
  title: string;
  /** What these rows do. */
  what: ComponentChildren;
  rows: readonly AdminRow[];
  /** Keys of the columns shown, the first of which names the row. */
  columns: readonly string[];
  table: AdminRows;
  /** What a new row begins with, beside what its kind says. */
  begin?: Fields;
  /** Saves a changed row otherwise than by writing it. */
  onChange?: (row: AdminRow, fields: Fields) => Promise<unknown>;
  /** Deletes a row otherwise; left out: it is taken out. `null`: rows of this kind are not deleted. */
  onDelete?: ((row: AdminRow) => Promise<unknown>) | null;
  /** More to do with a row. */
  tools?: (row: AdminRow) => ComponentChildren;
}

export function RowsSection(props: RowsSectionProps) {
  const { kind, title, rows, columns, table, onDelete } = props;
  const app = useApp();
  const isAdmin = app.start.user.role === 'admin';
  const [open, setOpen] = useState<AdminRow | 'new' | null>(null);
  const [failure, setFailure] = useState('');
  const parts = fieldsOfKind(kind);
  const shown = columns.flatMap((key) => parts.filter((part) => part.key === key));
  const text = (row: AdminRow, key: string) => {
    const field = parts.find((part) => part.key === key)?.field;
    const value = row.fields[key];
    const context = { labels: {}, currency: app.start.currency, timeZone: app.start.timeZone, today: app.today() };
    return key === 'manager' ? memberName(app.start.team, String(value ?? '')) : valueText(field, value, context);
  };
  const nameOf = (row: AdminRow) => text(row, columns[0] ?? '') || words.rowNumber(row.row);

  const save = async (fields: Fields) => {
    if (open === 'new') return table.save([{ after: fields }], kind.added(String(fields[columns[0] ?? ''] ?? '')));
    if (!open) return;
    if (props.onChange) return props.onChange(open, fields);
    return table.save([{ row: open.row, before: open.fields, after: fields }], words.savedNamed(nameOf(open)));
  };
  const remove = (row: AdminRow) => {
    setFailure('');
    const done = onDelete
      ? onDelete(row)
      : table.save([{ row: row.row, before: row.fields, after: null }], words.deletedNamed(nameOf(row)));
    done.catch((error: Error) => setFailure(error.message));
  };

  return (
    <section class="stack" aria-label={title}>
      <div class="stack tight">
        <h2 tabIndex={-1}>{title}</h2>
        <p class="muted">{props.what}</p>
      </div>
      {failure && <Notice kind="danger">{failure}</Notice>}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
        <section class="table-frame" tabIndex={0} aria-label={words.asTable(title)}>
          <table>
            <thead>
              <tr>
                {shown.map(({ key, field }) => (
                  <th key={key} scope="col">
                    {words.settingLabel(field.header)}
                  </th>
                ))}
                {isAdmin && <td />}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.row} class={row.fields.active === false ? 'off' : ''}>
                  {shown.map(({ key }, at) =>
                    at === 0 ? (
                      <th key={key} scope="row">
                        <span class="clip">{nameOf(row)}</span>
                      </th>
                    ) : (
                      <td key={key}>
                        <span class="clip">{text(row, key)}</span>
                      </td>
                    ),
                  )}
                  {isAdmin && (
                    <td class="tools">
                      {props.tools?.(row)}
                      <IconButton icon="edit" label={words.editField(nameOf(row))} onClick={() => setOpen(row)} />
                      {onDelete !== null && (
                        <IconButton icon="trash" label={words.deleteNamed(nameOf(row))} onClick={() => remove(row)} />
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length === 0 && <p>{words.noneYet}</p>}
      {isAdmin && (
        <span>
          <Button icon="plus" onClick={() => setOpen('new')}>
            {kind.toAdd}
          </Button>
        </span>
      )}
      {open && (
        <RowForm
          kind={kind}
          title={open === 'new' ? kind.newOne : words.editField(nameOf(open))}
          fields={open === 'new' ? { ...blankRow(kind), ...props.begin } : open.fields}
          onSave={save}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
