// The filters of a report page: what is set, and a plain form to change it. Works without script.
import type { PipelineReport, ReportFilters } from '../../src/domain/reports';
import { dayName } from './format';

/** What the report is limited to, in words. */
export function FilterChips({ report }: { report: PipelineReport }) {
  const { from, to, owner, team, pipeline, source } = report.filters;
  const name = report.choices.owners.find((choice) => choice.owner === owner)?.name ?? owner;
  const chips = [
    from && `From ${dayName(from)}`,
    to && `To ${dayName(to)}`,
    owner && (owner === '-' ? 'Without owner' : `Owner: ${name}`),
    team && `Team: ${team}`,
    pipeline && `Pipeline: ${pipeline}`,
    source && `Source: ${source}`,
  ].filter((chip): chip is string => Boolean(chip));
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label="Filters">
      {chips.map((chip) => (
        <li key={chip}>{chip}</li>
      ))}
    </ul>
  );
}

/** The form; a filter that the link fixes is not offered. */
export function FilterForm({ report, fixed }: { report: PipelineReport; fixed: ReportFilters }) {
  const { filters, choices } = report;
  const owners = [...choices.owners.map(({ owner, name }) => [owner, name] as const), ['-', 'Without owner'] as const];
  const pair = (text: string) => [text, text] as const;
  return (
    <details class="panel" open={Object.keys(filters).length > Object.keys(fixed).length}>
      <summary>Filter this report</summary>
      <form class="filters" method="get">
        {fixed.from === undefined && <Day name="from" label="From" value={filters.from} />}
        {fixed.to === undefined && <Day name="to" label="To" value={filters.to} />}
        {fixed.owner === undefined && <Choice name="owner" label="Owner" value={filters.owner} options={owners} />}
        {fixed.team === undefined && choices.teams.length > 0 && (
          <Choice name="team" label="Team" value={filters.team} options={choices.teams.map(pair)} />
        )}
        {fixed.pipeline === undefined && choices.pipelines.length > 1 && (
          <Choice name="pipeline" label="Pipeline" value={filters.pipeline} options={choices.pipelines.map(pair)} />
        )}
        {fixed.source === undefined && choices.sources.length > 0 && (
          <Choice name="source" label="Source" value={filters.source} options={choices.sources.map(pair)} />
        )}
        <button type="submit">Show</button>
      </form>
    </details>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <label>
      {label}
      <input type="date" name={name} value={value ?? ''} />
    </label>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [string, string])[];
}

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name}>
        <option value="">All</option>
        {options.map(([option, text]) => (
          <option key={option} value={option} selected={option.toLowerCase() === value?.toLowerCase()}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
