// Pipelines and their stages. A stage that deals stand in is renamed with them, and neither deleted nor closed under them.
import { useState } from 'preact/hooks';
import { parseSettings, type SettingRow } from '../../src/domain/settings';
import type { AdminRow, RecordRow } from '../../src/rpc/contract-lists';
import { useApp } from '../app/app';
import type { AdminRows } from '../app/use-admin-rows';
import { IconButton } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { RowsSection } from './rows-section';
import { type Fields, rowsOfKind, stage as stageKind } from './sections';
import { carryOver, dealsIn } from './stage-deals';
import { renameInLists } from './stage-lists';

interface Asking {
  title: string;
  text: string;
  yes: () => void;
  no: () => void;
}

export function StagesSection({ table, rows }: { table: AdminRows; rows: readonly AdminRow[] }) {
  const { start } = useApp();
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
    if (deals.length > 0 && isMoved) throw new Error(words.stageWouldChangeUnderDeals(deals.length, name));
    if (next === name)
      return table.save([{ row: row.row, before: row.fields, after: fields }], words.savedSetting(name));
    if (deals.length === 0) return rename(row, fields, deals);
    await new Promise<void>((yes, no) => {
      setAsking({
        title: words.renameTo(name, next),
        text: words.dealsWillBeCarriedOver(deals.length, name),
        yes,
        no: () => no(new Error(words.nothingWasRenamed)),
      });
    }).finally(() => setAsking(null));
    return rename(row, fields, deals);
  };
  /** Both names are there while deals are carried over, so that none stands in no known stage at any moment. */
  const rename = async (row: AdminRow, fields: Fields, deals: readonly RecordRow[]) => {
    const [name, next] = [String(row.fields.name), String(fields.name)];
    const [renamed] = await table.write([{ row: row.row, before: row.fields, after: fields }, { after: row.fields }]);
    if (!renamed) return;
    setProgress(words.carryingOver(deals.length));
    try {
      const kept = await carryOver(deals, next, (done) => setProgress(words.carriedOver(done, deals.length)));
      if (kept > 0) throw new Error(words.couldNotCarryOver(kept, name));
      const { pipeline } = stageOf(row);
      await renameInLists(
        start,
        name,
        next,
        stages.some((one) => one.name === name && one.pipeline !== pipeline),
      );
      await table.write([{ before: row.fields, after: null }]);
      toast(words.isCalledNow(name, next, deals.length), {
        label: words.undo,
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
    if (deals.length > 0) throw new Error(words.moveDealsFirst(deals.length, stage.name));
    return table.save([{ row: row.row, before: row.fields, after: null }], words.deletedStage(stage.name));
  };
  /** Two stages change places: their rows hold each other's values. */
  const swap = (one: AdminRow, other: AdminRow) => {
    table
      .save(
        [
          { row: one.row, before: one.fields, after: other.fields },
          { row: other.row, before: other.fields, after: one.fields },
        ],
        words.movedStage(stageOf(one).name),
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
        title={words.pipelinesAndStages}
        what={words.whatStagesAre}
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
              {up && <IconButton icon="up" label={words.moveUp(stageOf(row).name)} onClick={() => swap(row, up)} />}
              {down && (
                <IconButton icon="down" label={words.moveDown(stageOf(row).name)} onClick={() => swap(row, down)} />
              )}
            </>
          );
        }}
      />
      <p role="status">{progress}</p>
      {asking && (
        <Confirm title={asking.title} yes={words.rename} onYes={asking.yes} onNo={asking.no}>
          <p>{asking.text}</p>
        </Confirm>
      )}
    </>
  );
}
