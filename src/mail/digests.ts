// Digests end to end: the outbox with the workbook, the register and MailApp behind its ports.
import { isCopy, readSettings, readTeam, textTable, type Workbook } from '../workbook';
import { digestDesk, type TableReader } from './digest-desk';
import { type OutboxReport, runOutbox } from './outbox';
import type { OutboxRow, OutboxTab } from './outbox-ports';
import { documentRegister } from './register';
import { remainingQuota, sendMail } from './send';

/**
 * Queues the digests that are due and sends what is queued. The caller holds the run's lock to the end of the execution and
 * says how long there is time. With automation off, and in a copy of a workbook until it is set up as one of its own, nothing
 * is queued or sent; what a dead run left is still settled.
 */
export function sendDigests(workbook: Workbook, tables: TableReader, hasTime: () => boolean): OutboxReport {
  const settings = readSettings(workbook);
  const desk = digestDesk(workbook, settings, readTeam(workbook), tables, Date.now());
  return runOutbox(
    desk.due,
    {
      register: documentRegister(),
      tab: outboxTab(workbook),
      now: workbook.now,
      hasTime,
      quota: remainingQuota,
      send: sendMail,
      compose: desk.compose,
      report: (error) => console.error('A message could not be handled:', error),
    },
    settings.automation && !isCopy(workbook),
  );
}

function outboxTab(workbook: Workbook): OutboxTab {
  const table = textTable(workbook, 'outbox', 'key');
  return {
    rows: () => table.rows().map(asOutboxRow),
    append: (rows) => table.append(rows.map((row) => ({ ...row }))),
    update: (changes) => {
      for (const { index, fields } of changes) table.update(index, { ...fields });
    },
    flush: table.flush,
  };
}

function asOutboxRow(row: { readonly [field: string]: string }): OutboxRow {
  const text = (field: keyof OutboxRow) => row[field] ?? '';
  return {
    key: text('key'),
    kind: text('kind'),
    person: text('person'),
    record: text('record'),
    localDate: text('localDate'),
    planned: text('planned'),
    state: text('state'),
    reason: text('reason'),
    changed: text('changed'),
  };
}
