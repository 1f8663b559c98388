// Whose changes, of which tab, in which days.
import { recordTabKeys, tabOf } from '../../src/domain/schema';
import type { HistoryInput } from '../../src/rpc/contract-history';
import { useApp } from '../app/app';
import { FieldFrame } from '../ui/field';
import { Icon } from '../ui/icons';
import * as words from '../words';
import { PersonSelect } from './person-select';

/** `whole`: of the workbook, which can be narrowed to a tab. */
export function Filters(props: { filter: HistoryInput; onChange: (filter: HistoryInput) => void; whole: boolean }) {
  const { filter, onChange, whole } = props;
  const { start } = useApp();
  const set = (changes: { [key in keyof HistoryInput]?: string }) =>
    onChange(
      Object.fromEntries(Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== '')) as HistoryInput,
    );
  const isSet = Object.keys(filter).some((key) => key !== 'id' && (whole || key !== 'tab'));
  return (
    <details class="folded">
      <summary>
        <Icon name="forward" size={14} />
        {words.filter} {isSet && <span class="badge accent">{words.on}</span>}
      </summary>
      <div class="stack tight">
        <PersonSelect
          id="history-who"
          label={words.who}
          value={filter.who ?? ''}
          any={words.everybody}
          onChange={(who) => set({ who })}
        />
        {whole && (
          <FieldFrame id="history-tab" label={words.theTab}>
            {(ids) => (
              <select
                {...ids}
                class="input"
                value={filter.tab ?? ''}
                onChange={(event) => set({ tab: event.currentTarget.value })}
              >
                <option value="">{words.all}</option>
                {recordTabKeys.map((key) => (
                  <option key={key} value={key}>
                    {words.label(tabOf(key).title)}
                  </option>
                ))}
              </select>
            )}
          </FieldFrame>
        )}
        <Day
          id="history-from"
          label={words.fromDay}
          value={filter.from}
          max={filter.to ?? start.today}
          onChange={(from) => set({ from })}
        />
        <Day id="history-to" label={words.toDay} value={filter.to} max={start.today} onChange={(to) => set({ to })} />
      </div>
    </details>
  );
}

function Day(props: {
  id: string;
  label: string;
  value: string | undefined;
  max: string;
  onChange: (day: string) => void;
}) {
  return (
    <FieldFrame id={props.id} label={props.label}>
      {(ids) => (
        <input
          {...ids}
          class="input"
          type="date"
          max={props.max}
          value={props.value ?? ''}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
