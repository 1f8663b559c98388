// Which deals the board shows: whose, of which pipeline, closing when.
import type { BoardDeal, BoardFilters, Closes } from '../../src/domain/board';
import { personKey } from '../../src/domain/people';
import { fold } from '../../src/domain/text';
import { useApp } from '../app/app';
import { memberName } from '../forms/member-name';
import { Select } from '../report/filters';
import { Button } from '../ui/button';
import * as words from '../words';

const closing: readonly { value: Closes; label: string }[] = [
  { value: 'overdue', label: words.overdue },
  { value: 'month', label: words.thisMonth },
  { value: 'nextMonth', label: words.nextMonth },
  { value: 'quarter', label: words.thisQuarter },
];

export const noFilters: BoardFilters = { pipeline: '', owner: '', closes: 'any' };

export function Filters(props: {
  filters: BoardFilters;
  onFilters: (filters: BoardFilters) => void;
  deals: readonly BoardDeal[];
  pipelines: readonly string[];
}) {
  const { filters, onFilters, pipelines } = props;
  const { start } = useApp();
  const me = start.team.find(({ email }) => email !== '' && email === start.user.email);
  const owners = new Map<string, string>();
  for (const { owner } of props.deals) {
    if (owner && fold(owner) !== fold(me?.key ?? '')) owners.set(owner, memberName(start.team, owner));
  }
  const people = [...owners].map(([value, label]) => ({ value, label })).sort((a, b) => (a.label < b.label ? -1 : 1));
  return (
    <search class="filters">
      {pipelines.length > 1 && (
        <Select
          label={words.label('Pipeline')}
          value={filters.pipeline || (pipelines[0] ?? '')}
          options={pipelines.map((value) => ({ value, label: value }))}
          all={false}
          onValue={(pipeline) => onFilters({ ...filters, pipeline })}
        />
      )}
      <Select
        label={words.label('Owner')}
        value={filters.owner}
        options={[
          ...(me ? [{ value: personKey(me), label: words.me }] : []),
          ...people,
          { value: '-', label: words.noOwner },
        ]}
        onValue={(owner) => onFilters({ ...filters, owner })}
      />
      <Select
        label={words.closes}
        value={filters.closes === 'any' ? '' : filters.closes}
        options={closing}
        onValue={(closes) => onFilters({ ...filters, closes: (closes || 'any') as Closes })}
      />
      {(filters.owner !== '' || filters.closes !== 'any') && (
        <Button kind="plain" onClick={() => onFilters({ ...noFilters, pipeline: filters.pipeline })}>
          {words.clear}
        </Button>
      )}
    </search>
  );
}
