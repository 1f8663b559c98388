// A record's fields that do not stand on top already, filled ones first.
import type { RecordView } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { whyLocked } from '../app/rights';
import { allFields, factKeys, isEditable, type KeyedField } from '../forms/layout';
import { Icon } from '../ui/icons';
import * as words from '../words';
import { Pair } from './pair';

export function Details({ record }: { record: RecordView }) {
  const app = useApp();
  // The stage of a deal has a picker of its own, which asks what a stage needs.
  const above = [...factKeys(record.tab), 'id', ...(record.tab === 'deals' ? ['stage'] : [])];
  const shown = allFields(record.tab, app.start).filter(({ key }) => !above.includes(key));
  const isBlank = ({ key }: KeyedField) => {
    const value = record.fields[key] ?? null;
    return value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
  };
  const filled = shown.filter((one) => !isBlank(one));
  const blank = shown.filter((one) => isBlank(one) && isEditable(one));
  return (
    <section class="section" aria-labelledby="details">
      <div class="head">
        <h2 id="details">{words.details}</h2>
      </div>
      <dl class="pairs">
        {filled.map((one) => (
          <Pair key={one.key} record={record} keyed={one} />
        ))}
      </dl>
      {blank.length > 0 && whyLocked(app.start, record) === undefined && (
        <details class="folded">
          <summary>
            <Icon name="forward" size={14} />
            {words.emptyFields} <span class="badge">{blank.length}</span>
          </summary>
          <dl class="pairs">
            {blank.map((one) => (
              <Pair key={one.key} record={record} keyed={one} />
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}
