// The deals of the pipeline board, in one answer.
import { isOnBoard } from '../domain/board';
import type { Deal } from '../domain/schema';
import { stageFinder } from '../domain/stages';
import { countEntries, readSettings, readTable } from '../workbook';
import type { Caller } from './caller';
import type { BoardResult } from './contract-board';
import { dealOf } from './report';

/** Open deals, those in no known stage, and those closed lately, of all pipelines (1 read each of Deals, Team and Settings). */
export function boardIn({ workbook }: Caller): BoardResult {
  const { currency, stages, rates } = readSettings(workbook);
  const findStage = stageFinder(stages);
  const today = workbook.today();
  const mark = countEntries(workbook);
  const deals = readTable(workbook, 'deals').records.flatMap((record) => {
    const deal = dealOf(record);
    if (record.id === '' || !isOnBoard(deal, findStage(deal.pipeline, deal.stage), today)) return [];
    const { name, company, stageSince, nextFollowUp, lostReason } = record.fields as Deal;
    return [
      {
        ...deal,
        name: name ?? '',
        company: record.labels[company ?? ''] ?? company ?? '',
        stageSince,
        nextFollowUp,
        lostReason,
      },
    ];
  });
  return { mark, today, deals, settings: { currency, stages, rates } };
}
