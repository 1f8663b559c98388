// Step 2: each column of the source with some of its values, where it goes, and how sure Rowbook is of that.
import { useId } from 'preact/hooks';
import { importableFields } from '../../src/domain/import/fields';
import { type RecordTabKey, tabOf } from '../../src/domain/schema';
import type { ColumnPlan, ColumnTarget } from '../../src/rpc/contract';
import { Ghosts, Notice } from '../ui/notice';
import * as words from '../words';
import { targetKey, targetTabs } from './remap';
import type { Importing } from './use-import';

const mains: readonly RecordTabKey[] = [
  'contacts',
  'companies',
  'deals',
  'interactions',
  'tasks',
  'tickets',
  'products',
];

/** Id of why a tab has no columns to match: what keeps the way on closed. */
export const noColumnsId = 'no-columns';

export function ColumnsStep({ importing }: { importing: Importing }) {
  const { preview, mapping, error } = importing;
  const id = useId();
  if (!preview || !mapping) return error ? null : <Ghosts lines={8} label={words.readingTheTab} />;
  return (
    <div class="stack">
      {preview.columns.length === 0 && (
        <div id={noColumnsId}>
          {preview.blockers.map((blocker) => (
            <Notice key={blocker.message} kind="danger">
              {words.told(blocker.message)}
            </Notice>
          ))}
        </div>
      )}
      {preview.source.program && <Notice>{words.looksLikeExport(preview.source.program)}</Notice>}
      {preview.columns.length > 0 && (
        <>
          <div class="row">
            <label for={id}>{words.eachRowIs(preview.source.rows)}</label>
            <select
              id={id}
              class="input short"
              value={mapping.main}
              onChange={(event) => {
                const main = mains.find((tab) => tab === event.currentTarget.value);
                if (main) importing.setMain(main);
              }}
            >
              {mains.map((tab) => (
                <option key={tab} value={tab}>
                  {words.kind(tab)}
                </option>
              ))}
            </select>
          </div>
          <ColumnTable importing={importing} columns={preview.columns} main={mapping.main} />
        </>
      )}
    </div>
  );
}

function ColumnTable(props: { importing: Importing; columns: readonly ColumnPlan[]; main: RecordTabKey }) {
  const targets = new Map(props.importing.mapping?.columns.map(({ column, target }) => [column, target]));
  return (
    <div class="table-frame">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.goesTo}</th>
            <th scope="col">
              <span class="nowrap">{words.howSure}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.columns.map((plan) => {
            const target = targets.get(plan.column) ?? plan.target;
            return (
              <tr key={plan.column} class={target.kind === 'skip' ? 'off' : ''}>
                <th scope="row">
                  {plan.header || <em>{words.columnNumber(plan.column + 1)}</em>}
                  <span class="clip detail">{plan.samples.join(' · ')}</span>
                </th>
                <td>
                  <TargetSelect
                    plan={plan}
                    target={target}
                    main={props.main}
                    onTarget={(next) => props.importing.setTarget(plan.column, next)}
                  />
                </td>
                <td>
                  <Sureness plan={plan} target={target} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function TargetSelect(props: {
  plan: ColumnPlan;
  target: ColumnTarget;
  main: RecordTabKey;
  onTarget: (target: ColumnTarget) => void;
}) {
  const { plan, target, main } = props;
  const tabs = targetTabs(main);
  const ownHeader = plan.header.trim() || words.columnNumber(plan.column + 1);
  const groups = tabs.map((tab) => ({
    tab,
    options: [
      ...importableFields(tab).map(([field, { header }]) => ({
        label: words.label(header),
        target: { kind: 'field', tab, field } as ColumnTarget,
      })),
      { label: words.newColumn(ownHeader), target: { kind: 'custom', tab, header: ownHeader } as ColumnTarget },
    ],
  }));
  const all = groups.flatMap(({ options }) => options);
  // What the server chose may be a column of the team's own that no list here names.
  const unlisted = target.kind !== 'skip' && !all.some((option) => targetKey(option.target) === targetKey(target));
  return (
    <select
      class="input"
      aria-label={words.whereColumnGoes(ownHeader)}
      value={targetKey(target)}
      onChange={(event) => {
        const key = event.currentTarget.value;
        props.onTarget(all.find((option) => targetKey(option.target) === key)?.target ?? { kind: 'skip' });
      }}
    >
      <option value="skip">{words.leaveOut}</option>
      {unlisted && (
        <option value={targetKey(target)}>
          {words.label(tabOf(target.tab).title)}: {target.kind === 'custom' ? target.header : target.field}
        </option>
      )}
      {groups.map(({ tab, options }) => (
        <optgroup key={tab} label={words.label(tabOf(tab).title)}>
          {options.map((option) => (
            <option key={targetKey(option.target)} value={targetKey(option.target)}>
              {option.label}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

/** 0.85 and more is a field's own name or a well-known other one; below 0.5 it is a guess from the values. */
function Sureness({ plan, target }: { plan: ColumnPlan; target: ColumnTarget }) {
  if (target.kind === 'skip') return <span class="badge">{words.leftOut}</span>;
  if (plan.confidence >= 0.85) return <span class="badge good">{words.sure}</span>;
  if (plan.confidence >= 0.5) return <span class="badge accent">{words.likely}</span>;
  return <span class="badge warn">{words.guess}</span>;
}
