// A small believable workbook for the sidebar's tests and screenshots.
import { FakeServer } from './fake-server';

export function sampleServer(): FakeServer {
  const server = new FakeServer();
  const me = 'mara@example.com';
  server.add('companies', 'CO-1', {
    name: 'Halvorsen Shipping AS',
    industry: 'Logistics',
    domain: 'halvorsen.example',
    owner: me,
    openValue: 84500,
    lastContact: '2026-11-11',
    city: 'Bergen',
  });
  server.add('companies', 'CO-2', {
    name: 'Nordlys Bakeries',
    industry: 'Food',
    owner: 'tom@example.com',
    openValue: 0,
  });
  server.add('contacts', 'C-1', {
    firstName: 'Ingrid',
    lastName: 'Halvorsen',
    email: 'ingrid@halvorsen.example',
    phone: '+47 55 12 34 56',
    company: 'CO-1',
    jobTitle: 'Head of procurement',
    status: 'Customer',
    owner: me,
    lastContact: '2026-11-11',
    nextFollowUp: '2026-11-23',
    tags: ['key account', 'fleet'],
    notes: 'Prefers to be called before ten.\nSpeaks German.',
    'custom:Favourite tea': 'Earl Grey',
  });
  server.add('contacts', 'C-2', {
    firstName: 'José',
    lastName: 'Álvarez-Quintero',
    email: 'jose@nordlys.example',
    company: 'CO-2',
    status: 'Prospect',
    owner: 'tom@example.com',
  });
  server.add('contacts', 'C-3', {
    firstName: '<script>alert(1)</script>',
    lastName: '" onmouseover="alert(2)',
    email: 'x@example.com',
    notes: '=HYPERLINK("javascript:alert(1)")',
  });
  server.add('deals', 'D-1', {
    name: 'Fleet tracking, 42 vessels',
    company: 'CO-1',
    contact: 'C-1',
    pipeline: 'Sales',
    stage: 'Proposal',
    amount: 84500,
    currency: 'EUR',
    owner: me,
    startedOn: '2026-09-02',
    closeDate: '2026-11-30',
    stageSince: '2026-11-02',
    lastContact: '2026-11-11',
    nextFollowUp: '2026-11-23',
    notes: 'Wants the 3-year price.',
  });
  server.add('deals', 'D-2', {
    name: 'Oven sensors pilot',
    company: 'CO-2',
    pipeline: 'Sales',
    stage: 'Lead',
    amount: null,
    owner: 'tom@example.com',
  });
  server.add('tasks', 'T-1', {
    title: 'Send the revised offer',
    due: '2026-11-20',
    owner: me,
    deal: 'D-1',
    company: 'CO-1',
    priority: 'High',
    status: 'Open',
    kind: 'Email',
  });
  server.add('tasks', 'T-2', {
    title: 'Call Ingrid about the start date',
    due: '2026-11-23',
    dueTime: '14:00',
    owner: me,
    contact: 'C-1',
    company: 'CO-1',
    status: 'Open',
    kind: 'Call',
  });
  server.add('tasks', 'T-3', {
    title: 'Prepare the kick-off with operations and finance',
    due: '2026-11-27',
    owner: 'tom@example.com',
    deal: 'D-1',
    status: 'Open',
  });
  server.timeline = [
    {
      at: '2026-11-11T10:30',
      kind: 'interaction',
      title: 'Call: Price for three years',
      detail: 'She needs it before the board meets on the 26th.',
      who: me,
      tab: 'interactions',
      id: 'I-1',
    },
    {
      at: '2026-11-02T09:04:11Z',
      kind: 'change',
      title: 'Stage: Qualified → Proposal',
      detail: '',
      who: 'tom@example.com',
    },
    { at: '2026-10-28', kind: 'task', title: 'Demo on site', detail: 'Done', who: me, tab: 'tasks', id: 'T-0' },
  ];
  return server;
}
