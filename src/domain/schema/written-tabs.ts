// The tabs that Rowbook alone writes in.
import { field } from './field';
import { tab } from './tab';

const text = (header: string) => field('text', header, { writer: 'system' });

export const writtenTabs = {
  dashboard: tab({ key: 'dashboard', title: 'Dashboard', singular: 'figure', kind: 'written', fields: {} }),
  history: tab({
    key: 'history',
    title: 'History',
    singular: 'change',
    kind: 'written',
    fields: {
      when: field('text', 'When', { writer: 'system', help: 'UTC' }),
      who: text('Who'),
      how: text('How'),
      changeSet: text('Change set'),
      tab: text('Tab'),
      id: text('ID'),
      name: text('Name'),
      summary: text('Summary'),
      delta: field('longText', 'Delta', { writer: 'system' }),
    },
  }),
  outbox: tab({
    key: 'outbox',
    title: 'Outbox',
    singular: 'message',
    kind: 'written',
    protected: false,
    fields: {
      key: text('Key'),
      kind: text('Kind'),
      person: text('Person'),
      record: text('Record'),
      localDate: text('Local date'),
      planned: field('text', 'Planned', { writer: 'system', help: 'UTC' }),
      state: field('text', 'State', {
        writer: 'system',
        help: 'queued, sending, sent, skipped, failed, or unknown: may have arrived, is not sent again.',
      }),
      reason: text('Reason'),
      changed: text('Changed'),
    },
  }),
  shares: tab({
    key: 'shares',
    title: 'Shares',
    singular: 'share',
    kind: 'written',
    protected: true,
    fields: {
      share: text('Share'),
      report: text('Report'),
      scope: text('Scope'),
      createdBy: text('Created by'),
      created: text('Created'),
      expires: text('Expires'),
      revoked: field('text', 'Revoked'),
      lastOpened: text('Last opened'),
    },
  }),
} as const;
