// The filters: a period and whose deals. Each change reads the report again.
import { useId } from 'preact/hooks';
import type { ReportFilters, ReportResult } from '../../src/rpc/contract';
import { Button } from '../ui/button';
import * as words from '../words';
import type { Reporting } from './use-report';

export function Filters({ reporting, choices }: { reporting: Reporting; choices: ReportResult['choices'] }) {
  const { filters, setFilter } = reporting;
  const set = Object.values(filters).some(Boolean);
  const owners = [...choices.owners.map(({ owner, name }) => ({ value: owner || '-', label: name || words.noOwner }))];
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const selects: { key: keyof ReportFilters; label: string; options: { value: string; label: string }[] }[] = [
    { key: 'owner', label: words.label('Owner'), options: owners },
    { key: 'team', label: words.label('Team'), options: plain(choices.teams) },
    { key: 'pipeline', label: words.label('Pipeline'), options: plain(choices.pipelines) },
    { key: 'source', label: words.label('Source'), options: plain(choices.sources) },
  ];
  return (
    <search class="filters">
      <Day label={words.fromDay} value={filters.from ?? ''} onDay={(day) => setFilter('from', day)} />
      <Day label={words.toDay} value={filters.to ?? ''} onDay={(day) => setFilter('to', day)} />
      {selects
        .filter(({ key, options }) => options.length > 1 || filters[key])
        .map(({ key, label, options }) => (
          <Select
            key={key}
            label={label}
            value={filters[key] ?? ''}
            options={options}
            onValue={(value) => setFilter(key, value)}
          />
        ))}
      {set && (
        <Button kind="plain" onClick={reporting.reset}>
          {words.clear}
        </Button>
      )}
    </search>
  );
}

function Day({ label, value, onDay }: { label: string; value: string; onDay: (day: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="date"
        value={value}
        // `change`, not `input`: half-typed years would each ask for a report.
        onChange={(event) => onDay(event.currentTarget.value)}
      />
    </div>
  );
}

/** One filter. Blank lets everything through, unless there is no such choice (`all` is false). */
export function Select(props: {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  all?: boolean;
  onValue: (value: string) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select id={id} class="input" value={props.value} onChange={(event) => props.onValue(event.currentTarget.value)}>
        {props.all !== false && <option value="">{words.all}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
