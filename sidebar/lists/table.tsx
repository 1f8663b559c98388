// The records of a list: a page at a time, sorted by any column, each to be ticked for what is done to several.
import type { SegmentTab } from '../../src/domain/segment';
import type { RecordRow } from '../../src/rpc/contract-lists';
import { useApp } from '../app/app';
import type { KeyedField } from '../forms/layout';
import { Button } from '../ui/button';
import * as words from '../words';
import { cellText, nameOfRow, type Order } from './columns';

/** Records drawn at once. */
export const pageSize = 50;

interface TableProps {
  tab: SegmentTab;
  columns: readonly KeyedField[];
  /** In order. */
  rows: readonly RecordRow[];
  order: Order;
  onOrder: (order: Order) => void;
  page: number;
  onPage: (page: number) => void;
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
  /** Opens the record to work on from there. */
  onOpen: (row: RecordRow) => void;
}

export function Table(props: TableProps) {
  const { tab, columns, rows, order, onOrder, chosen, onChosen } = props;
  const app = useApp();
  const last = Math.max(0, Math.ceil(rows.length / pageSize) - 1);
  const page = Math.min(props.page, last);
  const shown = rows.slice(page * pageSize, (page + 1) * pageSize);
  const all = shown.length > 0 && shown.every(({ id }) => chosen.has(id));
  const today = app.today();
  const choose = (ids: readonly string[], on: boolean) =>
    onChosen(new Set([...[...chosen].filter((id) => !ids.includes(id)), ...(on ? ids : [])]));
  const head = (key: string, title: string, number = false) => (
    <th
      key={key}
      scope="col"
      class={number ? 'number' : ''}
      aria-sort={order.key === key ? (order.down ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" class="plain-link" onClick={() => onOrder({ key, down: order.key === key && !order.down })}>
        {title}
        {order.key === key && <span aria-hidden="true">{order.down ? ' ↓' : ' ↑'}</span>}
      </button>
    </th>
  );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
      <section class="table-frame list-rows" tabIndex={0} aria-label={words.recordsOfList}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="box">
                <input
                  type="checkbox"
                  aria-label={words.chooseAllOnPage}
                  checked={all}
                  onChange={() =>
                    choose(
                      shown.map(({ id }) => id),
                      !all,
                    )
                  }
                />
              </th>
              {head('', words.recordName)}
              {columns.map(({ key, field }) => head(key, words.label(field.header), isNumber(field.type)))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const name = nameOfRow(tab, row);
              return (
                <tr key={row.id}>
                  <td class="box">
                    <input
                      type="checkbox"
                      aria-label={words.chooseRecord(name)}
                      checked={chosen.has(row.id)}
                      onChange={(event) => choose([row.id], event.currentTarget.checked)}
                    />
                  </td>
                  <th scope="row">
                    <button type="button" class="plain-link clip name" onClick={() => props.onOpen(row)}>
                      {name}
                    </button>
                  </th>
                  {columns.map(({ key, field }) => (
                    <td key={key} class={isNumber(field.type) ? 'number' : ''}>
                      <span class="clip">{cellText(field, row.fields[key], row, app.start, today)}</span>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {last > 0 && (
        <nav class="row" aria-label={words.pages}>
          <Button slim icon="back" disabled={page === 0} onClick={() => props.onPage(page - 1)}>
            {words.previousPage}
          </Button>
          <span class="muted" role="status">
            {words.recordsShownOf(page * pageSize + 1, page * pageSize + shown.length, rows.length, tab)}
          </span>
          <Button slim disabled={page === last} onClick={() => props.onPage(page + 1)}>
            {words.nextPage}
          </Button>
        </nav>
      )}
    </>
  );
}

function isNumber(type: string): boolean {
  return type === 'money' || type === 'number' || type === 'percent';
}
