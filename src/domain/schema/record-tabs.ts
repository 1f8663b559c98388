// The tabs whose rows are records, and every field of them.
import { field } from './field';
import { tab } from './tab';

/** Kept by Rowbook itself. */
const system = { writer: 'system' } as const;
const id = () => field('id', 'ID', { writer: 'system', help: 'Given by Rowbook, never used twice.' });
const created = () => field('dateTime', 'Created', system);
const updated = () => field('dateTime', 'Updated', system);
const lastContact = () => field('date', 'Last contact', { writer: 'derived', synonyms: ['last spoke', 'last call'] });
const nextFollowUp = () =>
  field('date', 'Next follow-up', { writer: 'twoWay', help: 'A date here makes or moves the task.' });
const owner = (required = false) =>
  field('person', 'Owner', {
    ...(required ? { required } : {}),
    synonyms: ['sales agent', 'sales rep', 'rep', 'account owner', 'deal owner', 'contact owner', 'assigned to'],
  });
const tags = () => field('choices', 'Tags', { synonyms: ['labels', 'groups'] });
const notes = () => field('longText', 'Notes', { synonyms: ['note', 'comments', 'comment', 'remarks', 'description'] });
const company = (synonyms: readonly string[] = []) =>
  field('reference', 'Company', {
    reference: 'companies',
    synonyms: [
      'account',
      'account name',
      'company name',
      'organisation',
      'organization',
      'customer',
      'client',
      ...synonyms,
    ],
  });
const contact = () =>
  field('reference', 'Contact', { reference: 'contacts', synonyms: ['contact name', 'person', 'primary contact'] });
const deal = () => field('reference', 'Deal', { reference: 'deals', synonyms: ['opportunity'] });
const ticket = () => field('reference', 'Ticket', { reference: 'tickets', synonyms: ['case'] });
const address = {
  street: field('text', 'Street', { synonyms: ['address', 'street address', 'address 1', 'address line 1'] }),
  city: field('text', 'City', { synonyms: ['town'] }),
  region: field('text', 'Region', { synonyms: ['state', 'county', 'province', 'state/region'] }),
  postcode: field('text', 'Postcode', { synonyms: ['zip', 'zip code', 'postal code'] }),
  country: field('text', 'Country', { synonyms: ['country/region', 'office location'] }),
  website: field('url', 'Website', { synonyms: ['web', 'url', 'homepage', 'web site'] }),
};
const priority = () => field('choice', 'Priority', { choices: ['Low', 'Normal', 'High', 'Urgent'], default: 'Normal' });
const source = () => field('text', 'Source', { synonyms: ['lead source', 'channel', 'original source'] });

export const recordTabs = {
  contacts: tab({
    key: 'contacts',
    title: 'Contacts',
    singular: 'contact',
    kind: 'record',
    idPrefix: 'C',
    nameFields: ['firstName', 'lastName'],
    fields: {
      id: id(),
      firstName: field('text', 'First name', {
        requiredUnless: 'lastName',
        synonyms: ['first', 'given name', 'forename', 'name', 'full name'],
      }),
      lastName: field('text', 'Last name', { synonyms: ['last', 'surname', 'family name'] }),
      email: field('email', 'Email', {
        unique: true,
        synonyms: ['e-mail', 'email address', 'mail', 'e-mail 1 - value'],
      }),
      otherEmails: field('text', 'Other emails', { synonyms: ['email 2', 'secondary email'] }),
      phone: field('phone', 'Phone', {
        synonyms: ['phone number', 'phone 1', 'phone1', 'telephone', 'tel', 'mobile', 'cell'],
      }),
      otherPhone: field('phone', 'Other phone', { synonyms: ['phone 2', 'phone2', 'mobile phone', 'work phone'] }),
      company: company(),
      jobTitle: field('text', 'Job title', { synonyms: ['title', 'position', 'role', 'job'] }),
      status: field('choice', 'Status', {
        choices: ['Lead', 'Prospect', 'Customer', 'Former'],
        default: 'Lead',
        synonyms: ['lead status', 'lifecycle stage'],
      }),
      source: source(),
      owner: owner(),
      tags: tags(),
      ...address,
      emailConsent: field('choice', 'Email consent', {
        choices: ['unknown', 'opted in', 'opted out'],
        default: 'unknown',
      }),
      doNotContact: field('checkbox', 'Do not contact'),
      lastContact: lastContact(),
      nextFollowUp: nextFollowUp(),
      notes: notes(),
      created: created(),
      updated: updated(),
    },
  }),
  companies: tab({
    key: 'companies',
    title: 'Companies',
    singular: 'company',
    kind: 'record',
    idPrefix: 'CO',
    nameFields: ['name'],
    fields: {
      id: id(),
      name: field('text', 'Name', {
        required: true,
        synonyms: ['company', 'company name', 'account', 'account name', 'organisation', 'organization'],
      }),
      domain: field('text', 'Domain', { unique: true, synonyms: ['company domain name', 'email domain'] }),
      industry: field('text', 'Industry', { synonyms: ['sector'] }),
      employees: field('number', 'Employees', { synonyms: ['number of employees', 'headcount', 'size'] }),
      revenue: field('money', 'Revenue', { synonyms: ['annual revenue', 'turnover'] }),
      phone: field('phone', 'Phone', { synonyms: ['phone number', 'telephone', 'tel'] }),
      ...address,
      parentCompany: field('reference', 'Parent company', {
        reference: 'companies',
        synonyms: ['subsidiary of', 'parent account', 'parent'],
      }),
      owner: owner(),
      tags: tags(),
      lastContact: lastContact(),
      nextFollowUp: nextFollowUp(),
      openValue: field('money', 'Open value', {
        writer: 'derived',
        help: 'Sum of open deals, in the workbook’s currency.',
      }),
      notes: notes(),
      created: created(),
      updated: updated(),
    },
  }),
  deals: tab({
    key: 'deals',
    title: 'Deals',
    singular: 'deal',
    kind: 'record',
    idPrefix: 'D',
    nameFields: ['name'],
    fields: {
      id: id(),
      name: field('text', 'Name', {
        required: true,
        synonyms: ['deal', 'deal name', 'opportunity', 'opportunity name', 'deal title', 'title'],
      }),
      company: company(),
      contact: contact(),
      pipeline: field('choice', 'Pipeline', { choicesFrom: 'pipelines' }),
      stage: field('choice', 'Stage', {
        required: true,
        choicesFrom: 'stages',
        synonyms: ['deal stage', 'sales stage', 'opportunity stage', 'status', 'pipeline stage'],
      }),
      amount: field('money', 'Amount', {
        synonyms: ['value', 'deal value', 'close value', 'deal size', 'amount in company currency', 'price', 'revenue'],
      }),
      currency: field('choice', 'Currency', {
        choicesFrom: 'currencies',
        help: 'Blank means the workbook’s currency.',
      }),
      probability: field('percent', 'Probability', {
        help: 'Blank means the stage’s.',
        synonyms: ['probability (%)', 'win probability'],
      }),
      product: field('reference', 'Product', { reference: 'products', synonyms: ['product name', 'item', 'service'] }),
      source: source(),
      owner: owner(),
      startedOn: field('date', 'Started on', {
        synonyms: ['engage date', 'start date', 'created date', 'create date', 'opened'],
      }),
      closeDate: field('date', 'Close date', {
        help: 'The day you expect to win or lose it.',
        synonyms: ['expected close date', 'expected close', 'target close'],
      }),
      closedOn: field('date', 'Closed on', {
        help: 'Set when the deal is won or lost.',
        synonyms: ['closed date', 'won on', 'won time', 'lost time', 'date closed'],
      }),
      lostReason: field('text', 'Lost reason', {
        requiredWhen: { field: 'stage', outcome: 'lost' },
        synonyms: ['closed lost reason', 'loss reason', 'reason lost'],
      }),
      stageSince: field('date', 'Stage since', { writer: 'derived' }),
      lastContact: lastContact(),
      nextFollowUp: nextFollowUp(),
      notes: notes(),
      created: created(),
      updated: updated(),
    },
  }),
  interactions: tab({
    key: 'interactions',
    title: 'Interactions',
    singular: 'interaction',
    kind: 'record',
    idPrefix: 'I',
    nameFields: ['subject'],
    fields: {
      id: id(),
      when: field('dateTime', 'When', { required: true, synonyms: ['date', 'activity date', 'timestamp'] }),
      kind: field('choice', 'Kind', {
        required: true,
        choices: ['Call', 'Email', 'Meeting', 'Message', 'Visit', 'Note'],
        synonyms: ['type', 'activity type'],
      }),
      direction: field('choice', 'Direction', { choices: ['in', 'out'] }),
      contact: contact(),
      company: company(),
      deal: deal(),
      ticket: ticket(),
      subject: field('text', 'Subject', { required: true, synonyms: ['title', 'activity'] }),
      outcome: field('text', 'Outcome', { synonyms: ['result'] }),
      details: field('longText', 'Details', { synonyms: ['notes', 'body', 'description'] }),
      owner: owner(),
      link: field('url', 'Link'),
      created: created(),
    },
  }),
  tasks: tab({
    key: 'tasks',
    title: 'Tasks',
    singular: 'task',
    kind: 'record',
    idPrefix: 'T',
    nameFields: ['title'],
    fields: {
      id: id(),
      title: field('text', 'Title', { required: true, synonyms: ['task', 'to do', 'subject', 'next step'] }),
      kind: field('choice', 'Kind', {
        choices: ['Call', 'Email', 'Meeting', 'Message', 'Visit', 'To do'],
        default: 'To do',
        synonyms: ['type'],
      }),
      due: field('date', 'Due', { required: true, synonyms: ['due date', 'follow up on', 'deadline'] }),
      dueTime: field('time', 'Due time'),
      contact: contact(),
      company: company(),
      deal: deal(),
      ticket: ticket(),
      owner: owner(true),
      priority: priority(),
      status: field('choice', 'Status', { choices: ['Open', 'Done', 'Dropped'], default: 'Open' }),
      repeat: field('text', 'Repeat', { help: '“every 2 weeks”, “30 days after done”' }),
      snoozedUntil: field('date', 'Snoozed until'),
      doneOn: field('date', 'Done on'),
      outcome: field('text', 'Outcome'),
      madeByRule: field('text', 'Made by rule', system),
      created: created(),
      updated: updated(),
    },
  }),
  tickets: tab({
    key: 'tickets',
    title: 'Tickets',
    singular: 'ticket',
    kind: 'record',
    idPrefix: 'K',
    nameFields: ['subject'],
    fields: {
      id: id(),
      subject: field('text', 'Subject', { required: true, synonyms: ['title', 'case', 'issue'] }),
      contact: contact(),
      company: company(),
      deal: deal(),
      status: field('choice', 'Status', { choices: ['New', 'Open', 'Waiting', 'Solved', 'Closed'], default: 'New' }),
      priority: priority(),
      owner: owner(),
      channel: field('text', 'Channel', { synonyms: ['origin'] }),
      opened: field('dateTime', 'Opened', { synonyms: ['created', 'date opened'] }),
      firstAnswer: field('dateTime', 'First answer'),
      solved: field('dateTime', 'Solved', { synonyms: ['resolved', 'date solved'] }),
      description: field('longText', 'Description'),
      resolution: field('longText', 'Resolution'),
      created: created(),
      updated: updated(),
    },
  }),
  products: tab({
    key: 'products',
    title: 'Products',
    singular: 'product',
    kind: 'record',
    idPrefix: 'P',
    protected: true,
    nameFields: ['name'],
    fields: {
      id: id(),
      name: field('text', 'Name', { required: true, unique: true, synonyms: ['product', 'product name', 'item'] }),
      aliases: field('choices', 'Aliases', { help: 'Other spellings that mean this product, separated by commas.' }),
      category: field('text', 'Category', { synonyms: ['series', 'family'] }),
      price: field('money', 'Price', { synonyms: ['sales price', 'unit price', 'list price'] }),
      active: field('checkbox', 'Active', { default: true }),
    },
  }),
} as const;
