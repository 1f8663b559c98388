// Pipelines and their stages. A stage that deals stand in is renamed with them, and neither deleted nor closed under them.
import { useState } from 'preact/hooks';
import { parseSettings, type SettingRow } from '../../src/domain/settings';
import type { AdminRow, RecordRow } from '../../src/rpc/contract-lists';
import type { AdminRows } from '../app/use-admin-rows';
import { countText } from '../format';
import { numberText } from '../numbers';
import { IconButton } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { toast } from '../ui/toasts';
import { RowsSection } from './rows-section';
import { type Fields, rowsOfKind, stage as stageKind } from './sections';
import { carryOver, dealsIn } from './stage-deals';

interface Asking {
  title: string;
  text: string;
  yes: () => void;
  no: () => void;
}

export function StagesSection({ table, rows }: { table: AdminRows; rows: readonly AdminRow[] }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [progress, setProgress] = useState('');
  const own = rowsOfKind(rows, stageKind);
  const { stages } = parseSettings(rows.map(({ fields }) => fields as SettingRow));
  const pipelines = [...new Set(stages.map(({ pipeline }) => pipeline))];
  const stageOf = ({ fields }: AdminRow) => ({
    name: String(fields.name ?? ''),
    pipeline: String(fields.pipeline ?? pipelines[0] ?? ''),
  });

  const change = async (row: AdminRow, fields: Fields) => {
    const { name, pipeline } = stageOf(row);
    const next = String(fields.name ?? '').trim();
    const isMoved = String(fields.pipeline ?? '') !== pipeline || fields.outcome !== row.fields.outcome;
    const deals = next !== name || isMoved ? await dealsIn({ name, pipeline }, stages) : [];
    const count = countText(deals.length, 'deal');
    if (deals.length > 0 && isMoved)
      throw new Error(
        `${count} ${deals.length === 1 ? 'stands' : 'stand'} in ${name}. Move them to another stage first: pipeline and outcome would change under them.`,
      );
    if (deals.length === 0 || next === name)
      return table.save([{ row: row.row, before: row.fields, after: fields }], `Saved ${name}.`);
    await new Promise<void>((yes, no) => {
      setAsking({
        title: `Rename ${name} to ${next}?`,
        text: `${count} ${deals.length === 1 ? 'stands' : 'stand'} in it and will be carried over. How long they have been in the stage stays. Saved lists that ask for ${name} keep the old name.`,
        yes,
        no: () => no(new Error('Nothing was renamed.')),
      });
    }).finally(() => setAsking(null));
    return rename(row, fields, deals);
  };
  /** Both names are there while deals are carried over, so that none stands in no known stage at any moment. */
  const rename = async (row: AdminRow, fields: Fields, deals: readonly RecordRow[]) => {
    const [name, next] = [String(row.fields.name), String(fields.name)];
    const count = countText(deals.length, 'deal');
    const [renamed] = await table.write([{ row: row.row, before: row.fields, after: fields }, { after: row.fields }]);
    if (!renamed) return;
    setProgress(`Carrying over ${count} …`);
    try {
      const kept = await carryOver(deals, next, (done) =>
        setProgress(`Carried over ${numberText(done)} of ${count} …`),
      );
      if (kept > 0)
        throw new Error(
          `${countText(kept, 'deal')} could not be carried over, so ${name} is still there, at the end. Move them, then delete it.`,
        );
      await table.write([{ before: row.fields, after: null }]);
      toast(`${name} is called ${next} now, with ${count}.`, {
        label: 'Undo',
        run: () => {
          const carried = deals.map((deal) => ({ ...deal, fields: { ...deal.fields, stage: next } }));
          rename(renamed, row.fields, carried).catch((error: Error) => toast(error.message));
        },
      });
    } finally {
      setProgress('');
    }
  };
  const remove = async (row: AdminRow) => {
    const stage = stageOf(row);
    const deals = await dealsIn(stage, stages);
    if (deals.length > 0)
      throw new Error(
        `${countText(deals.length, 'deal')} ${deals.length === 1 ? 'stands' : 'stand'} in ${stage.name}. Move them to another stage first.`,
      );
    return table.save([{ row: row.row, before: row.fields, after: null }], `Deleted ${stage.name}.`);
  };
  /** Two stages change places: their rows hold each other's values. */
  const swap = (one: AdminRow, other: AdminRow) => {
    table
      .save(
        [
          { row: one.row, before: one.fields, after: other.fields },
          { row: other.row, before: other.fields, after: one.fields },
        ],
        `Moved ${stageOf(one).name}.`,
      )
      .catch((error: Error) => toast(error.message));
  };
  const beside = (row: AdminRow, by: number): AdminRow | undefined => {
    const line = own.filter((one) => stageOf(one).pipeline === stageOf(row).pipeline);
    return line[line.indexOf(row) + by];
  };

  return (
    <>
      <RowsSection
        kind={stageKind}
        title="Pipelines and stages"
        what="The stages that a deal goes through, in this order. They stand on the board, in forms and in the report."
        rows={own}
        columns={['name', 'pipeline', 'outcome', 'probability', 'stallDays']}
        table={table}
        begin={{ pipeline: pipelines[0] ?? 'Sales', outcome: 'open', probability: 0.5 }}
        onChange={change}
        onDelete={remove}
        tools={(row) => {
          const up = beside(row, -1);
          const down = beside(row, 1);
          return (
            <>
              {up && <IconButton icon="up" label={`Move ${stageOf(row).name} up`} onClick={() => swap(row, up)} />}
              {down && (
                <IconButton icon="down" label={`Move ${stageOf(row).name} down`} onClick={() => swap(row, down)} />
              )}
            </>
          );
        }}
      />
      <p role="status">{progress}</p>
      {asking && (
        <Confirm title={asking.title} yes="Rename" onYes={asking.yes} onNo={asking.no}>
          <p>{asking.text}</p>
        </Confirm>
      )}
    </>
  );
}
