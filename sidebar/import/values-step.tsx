// Step 3: the source's own words for stages and other choices, and what each becomes.
import type { JSX } from 'preact';
import { type RecordTabKey, tabOf } from '../../src/domain/schema';
import type { ImportPreview, ValueMap } from '../../src/rpc/contract';
import { numberText } from '../numbers';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import * as words from '../words';
import type { Importing } from './use-import';

/** How many source values still wait for a person's word. */
export function undecidedCount(preview: ImportPreview): number {
  return preview.values.flatMap(({ values }) => values).filter(({ to }) => to === null).length;
}

export function ValuesStep({ importing }: { importing: Importing }) {
  const { preview } = importing;
  if (!preview) return null;
  const maps = preview.values.map((map) => withChoices(map, importing));
  const open = maps.flatMap(({ values }) => values).filter(({ to }) => to === null).length;
  return (
    <div class="stack">
      {open > 0 ? (
        <Notice kind="warn">{words.undecidedWords(open)}</Notice>
      ) : (
        <p class="muted">{words.everyWordHasPlace}</p>
      )}
      {maps.map((map) => (
        <ValueTable
          key={`${map.tab}.${map.field}`}
          map={map}
          onValues={(decided) => importing.setValues(map.tab, map.field, decided)}
        />
      ))}
    </div>
  );
}

/** The map with what the person chose since it was read. */
function withChoices(map: ValueMap, { mapping }: Importing): ValueMap {
  const chosen = mapping?.values.find(({ tab, field }) => tab === map.tab && field === map.field)?.map;
  return { ...map, values: map.values.map((value) => ({ ...value, to: chosen?.[value.from] ?? value.to })) };
}

function headerOf(tab: RecordTabKey, field: string): string {
  return words.label(tabOf(tab).fields[field]?.header ?? field);
}

/** What '' does with the rows of a value: a record cannot be without a required field. */
function blankText(tab: RecordTabKey, field: string, rows: number): string {
  if (!tabOf(tab).fields[field]?.required) return words.leaveBlank;
  return words.leaveRowsOut(rows);
}

/** An undecided select shows this; a decision to leave the field blank is ''. */
const undecided = '\u0000';

function ValueTable({ map, onValues }: { map: ValueMap; onValues: (decided: { [from: string]: string }) => void }) {
  const header = headerOf(map.tab, map.field);
  const suggested = map.values.filter(({ to, suggested: word }) => to === null && word !== null);
  return (
    <section class="stack tight" aria-label={header}>
      <div class="row spread">
        <h2>
          {header} <span class="muted">{words.ofRecords(map.tab)}</span>
        </h2>
        {suggested.length > 0 && (
          <Button
            slim
            icon="check"
            onClick={() => onValues(Object.fromEntries(suggested.map((value) => [value.from, value.suggested ?? ''])))}
          >
            {words.takeSuggestions(suggested.length)}
          </Button>
        )}
      </div>
      <div class="table-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.inYourTab}</th>
              <th scope="col" class="number">
                {words.rowsWithValue}
              </th>
              <th scope="col">{words.becomes}</th>
            </tr>
          </thead>
          <tbody>
            {map.values.map((value) => (
              <ValueRow key={value.from} map={map} value={value} header={header} onValues={onValues} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ValueRow(props: {
  map: ValueMap;
  value: ValueMap['values'][number];
  header: string;
  onValues: (decided: { [from: string]: string }) => void;
}) {
  const { map, value, onValues } = props;
  const { from, to, suggested } = value;
  const choose = (event: JSX.TargetedEvent<HTMLSelectElement>) => onValues({ [from]: event.currentTarget.value });
  return (
    <tr class={to === null ? 'open' : ''}>
      <th scope="row">{from}</th>
      <td class="number">{numberText(value.count)}</td>
      <td>
        <span class="row">
          <select
            class="input short"
            aria-label={words.valueBecomes(props.header, from)}
            aria-invalid={to === null || undefined}
            value={to ?? undecided}
            onChange={choose}
          >
            {to === null && <option value={undecided}>{words.choose}</option>}
            {map.choices.map((choice) => (
              <option key={choice} value={choice}>
                {choice}
              </option>
            ))}
            <option value="">{blankText(map.tab, map.field, value.count)}</option>
          </select>
          {to === null && suggested !== null && (
            <Button slim kind="plain" onClick={() => onValues({ [from]: suggested })}>
              {suggested === '' ? words.leaveBlank : words.takeValue(suggested)}
            </Button>
          )}
          {to !== null && to === value.remembered && <span class="badge">{words.asLastTime}</span>}
        </span>
      </td>
    </tr>
  );
}
