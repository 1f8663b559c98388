// The deals behind one number of the report, over its window.
import { createContext } from 'preact';
import { useContext, useEffect, useId, useState } from 'preact/hooks';
import type { FoundRecord, ReportFilters } from '../../src/rpc/contract';
import { call } from '../call';
import { dayText } from '../format';
import { sentenceFor } from '../messages';
import { moneyText, numberText } from '../numbers';
import { IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Failed, Ghosts } from '../ui/notice';
import * as words from '../words';

/** Opens the deals behind a line's or figure's `rows`. */
export const OpenRows = createContext<(rows: string, title: string) => void>(() => {});

/** A count that leads to the deals it counts; zero is only text. */
export function CountLink({ count, rows, title }: { count: number; rows: string; title: string }) {
  const open = useContext(OpenRows);
  if (count === 0) return <>{numberText(count)}</>;
  return (
    <button type="button" class="link" aria-label={`${words.deals(count)}: ${title}`} onClick={() => open(rows, title)}>
      {numberText(count)}
    </button>
  );
}

/** At most this many are listed; the count on top is of all. */
const mostShown = 200;

export function DealsBehind(props: {
  rows: string;
  title: string;
  filters: ReportFilters;
  currency: string;
  onClose: () => void;
}) {
  const { rows, filters } = props;
  const id = useId();
  const [deals, setDeals] = useState<FoundRecord[] | null>(null);
  const [total, setTotal] = useState(0);
  const [error, setError] = useState('');
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    // `asked` counts wishes to read again.
    if (asked >= 0) setError('');
    let current = true;
    const read = async () => {
      const behind = (await call.report({ name: 'pipeline', filters, rows })).rows;
      const found = await call.findRecords({ tab: 'deals', ids: behind?.ids ?? [], limit: mostShown });
      if (!current) return;
      setTotal(behind?.total ?? 0);
      setDeals(found.records);
    };
    read().catch((failure) => current && setError(sentenceFor(failure)));
    return () => {
      current = false;
    };
  }, [rows, filters, asked]);

  return (
    <Dialog title={id} wide onCancel={props.onClose}>
      <div class="stack">
        <div class="row spread">
          <h2 id={id} tabIndex={-1}>
            {props.title}
          </h2>
          <IconButton icon="close" label={words.close} onClick={props.onClose} />
        </div>
        {error && <Failed error={error} onRetry={() => setAsked(asked + 1)} />}
        {!deals && !error && <Ghosts lines={5} label={words.readingTheDeals} />}
        {deals && (
          <>
            <p class="muted" role="status">
              {deals.length < total ? words.newestAreShown(total, deals.length) : words.deals(total)}
            </p>
            <DealTable deals={deals} currency={props.currency} label={props.title} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function DealTable({ deals, currency, label }: { deals: readonly FoundRecord[]; currency: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="table-frame tall" tabIndex={0} aria-label={words.dealsBehind(label)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.kindTitle('deals')}</th>
            <th scope="col">{words.label('Stage')}</th>
            <th scope="col" class="number">
              {words.label('Amount')}
            </th>
            <th scope="col">{words.closes}</th>
          </tr>
        </thead>
        <tbody>
          {deals.map(({ id, name, fields }) => {
            const own = typeof fields.currency === 'string' ? fields.currency : currency;
            const day = fields.closedOn ?? fields.closeDate;
            return (
              <tr key={id}>
                <th scope="row">
                  {name}
                  <span class="detail"> {id}</span>
                </th>
                <td>{String(fields.stage ?? '')}</td>
                <td class="number">{typeof fields.amount === 'number' ? moneyText(fields.amount, own) : '—'}</td>
                <td class="nowrap">{typeof day === 'string' ? dayText(day) : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
