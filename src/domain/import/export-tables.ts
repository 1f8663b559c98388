// What other programs call things in the files they export, as they write them in 2024 to 2026. Headers are normalised
// (header-text.ts). A column that is listed nowhere is treated as in any other list.
import type { RecordTabKey } from '../schema';
import type { ColumnTarget } from './mapping';
import type { Choice } from './value-map';

type Program = 'Google Contacts' | 'HubSpot' | 'Salesforce' | 'Pipedrive';

/** One kind of file that a program exports. */
export interface ExportTable {
  readonly program: Program;
  readonly main: RecordTabKey;
  /** Every one of these patterns fits a header. Headers are joined by line breaks, each on a line of its own. */
  readonly signs: readonly RegExp[];
  /** No header fits this one. */
  readonly not?: RegExp;
  /** Field → headers, the best first; fields of another tab as `contacts.email`. */
  readonly fields: { readonly [field: string]: readonly string[] };
  /** Headers of what only that program needs, and of what `export-tidy.ts` puts elsewhere. */
  readonly skip: RegExp;
  /** Field → word → what it is here. Stages are known for all programs together (`stageWords`). */
  readonly words?: { readonly [field: string]: { readonly [word: string]: string } };
}

/** What a program's file says of itself. */
export interface Exported {
  readonly program: Program;
  readonly main: RecordTabKey;
  /** Where columns go, by position; those that are not here are any list's columns. */
  readonly targets: ReadonlyMap<number, ColumnTarget>;
  /** What a word of a field is here; null where that is not known. */
  readonly meaning: (field: string, word: string, choices: readonly Choice[]) => string | null;
}

/** The steps of a sale that these programs come with; `value-map.ts` says what each is here. */
export const stageWords: ReadonlySet<string> = new Set([
  // HubSpot
  ...['appointment scheduled', 'qualified to buy', 'presentation scheduled', 'decision maker bought in'],
  ...['contract sent', 'closed won', 'closed lost'],
  // Salesforce
  ...['prospecting', 'qualification', 'needs analysis', 'value proposition', 'id decision makers'],
  ...['perception analysis', 'proposal price quote', 'negotiation review'],
  // Pipedrive
  ...['lead in', 'qualified', 'contact made', 'demo scheduled', 'proposal made', 'negotiations started', 'won', 'lost'],
]);

const line = (...headers: readonly string[]) => new RegExp(`^(?:${headers.join('|')})$`, 'm');

const defaultPipelines = { pipeline: { 'sales pipeline': '', pipeline: '', default: '', 'deals pipeline': '' } };

const hubspotAddress = {
  street: ['street address'],
  city: ['city'],
  region: ['state region'],
  postcode: ['postal code'],
  country: ['country region'],
  website: ['website url', 'website'],
};
const hubspotSkip =
  /^(?:associated (?!company$|contact$|note).*|.* ids|marketing contact status.*|.*(?:time|date) entered .*|.*record source.*)$/;

const salesforceSkip =
  /^(?:is deleted|master record id|account id|contact id|reports to id|parent id|owner id|record type id|(?:created|last modified) by id|system modstamp|.*photo url|jigsaw.*|.*email bounced.*|last (?:viewed|referenced) date|.*(?:geocode accuracy|latitude|longitude)|is (?:closed|won|private)|has (?:open activity|overdue task)|forecast category.*|fiscal.*|campaign id|pricebook2 id|primary campaign source id)$/;

const salesforceAddress = (kind: string) => ({
  street: [`${kind} street`, `${kind} address line 1`],
  city: [`${kind} city`],
  region: [`${kind} state province`, `${kind} state`],
  postcode: [`${kind} zip postal code`, `${kind} postal code`],
  country: [`${kind} country`],
});

const pipedriveCounts =
  /^(?:deal|person|organization) (?:(?:open|won|lost|closed|total|done|people|activities to do|email messages|next activity|last activity|update|visible|weighted).*|id|profile picture|people)$/;

export const exportTables: readonly ExportTable[] = [
  {
    program: 'Google Contacts',
    main: 'contacts',
    signs: [line('first name', 'given name', 'name'), /^(?:e mail|phone) 1 (?:value|label|type)$/m],
    fields: {
      firstName: ['first name', 'given name', 'name'],
      lastName: ['last name', 'family name'],
      email: ['e mail 1 value'],
      otherEmails: ['e mail 2 value'],
      phone: ['phone 1 value'],
      otherPhone: ['phone 2 value'],
      company: ['organization name', 'organization 1 name'],
      jobTitle: ['organization title', 'organization 1 title'],
      tags: ['labels', 'group membership'],
      street: ['address 1 street'],
      city: ['address 1 city'],
      region: ['address 1 region'],
      postcode: ['address 1 postal code'],
      country: ['address 1 country'],
      website: ['website 1 value'],
      notes: ['notes'],
    },
    skip: /(?: label| type|^name|^file as|^photo|^phonetic .*|^.* yomi.*|address \d formatted)$/,
  },
  {
    program: 'HubSpot',
    main: 'deals',
    signs: [line('record id', 'record id deal', 'deal id'), line('deal name'), line('deal stage')],
    fields: {
      name: ['deal name'],
      stage: ['deal stage'],
      pipeline: ['pipeline'],
      amount: ['amount'],
      currency: ['currency'],
      probability: ['deal probability'],
      closeDate: ['close date'],
      startedOn: ['create date'],
      owner: ['deal owner'],
      company: ['associated company', 'associated company primary', 'company name'],
      contact: ['associated contact', 'contact name'],
      lostReason: ['closed lost reason'],
      source: ['original source type', 'original traffic source'],
      notes: ['deal description', 'description'],
    },
    skip: hubspotSkip,
    words: defaultPipelines,
  },
  {
    program: 'HubSpot',
    main: 'contacts',
    signs: [
      line('record id', 'record id contact', 'contact id'),
      line('first name'),
      line('last name'),
      line('contact owner', 'lifecycle stage', 'lead status', 'marketing contact status', 'associated company'),
    ],
    fields: {
      firstName: ['first name'],
      lastName: ['last name'],
      email: ['email'],
      phone: ['phone number'],
      otherPhone: ['mobile phone number'],
      company: ['company name', 'associated company', 'associated company primary'],
      jobTitle: ['job title'],
      status: ['lifecycle stage'],
      owner: ['contact owner'],
      source: ['original source', 'original traffic source'],
      notes: ['associated note', 'message'],
      ...hubspotAddress,
    },
    skip: hubspotSkip,
    words: {
      status: {
        subscriber: 'Lead',
        lead: 'Lead',
        'marketing qualified lead': 'Lead',
        'sales qualified lead': 'Prospect',
        opportunity: 'Prospect',
        customer: 'Customer',
        evangelist: 'Customer',
        other: '',
      },
    },
  },
  {
    program: 'HubSpot',
    main: 'companies',
    signs: [
      line('record id', 'record id company', 'company id'),
      line('company name', 'name'),
      line('company owner', 'company domain name'),
    ],
    fields: {
      name: ['company name', 'name'],
      domain: ['company domain name'],
      industry: ['industry'],
      employees: ['number of employees'],
      revenue: ['annual revenue'],
      phone: ['phone number'],
      owner: ['company owner'],
      parentCompany: ['parent company'],
      notes: ['description', 'associated note'],
      ...hubspotAddress,
    },
    skip: hubspotSkip,
  },
  {
    program: 'Salesforce',
    main: 'deals',
    signs: [
      line('opportunity name', 'name'),
      line('stage', 'stage name'),
      line('close date'),
      line('probability', 'account name', 'account id', 'opportunity owner'),
    ],
    not: /^(?:deal .*|record id)$/m,
    fields: {
      name: ['opportunity name', 'name'],
      company: ['account name'],
      contact: ['primary contact', 'contact name'],
      stage: ['stage', 'stage name'],
      amount: ['amount'],
      currency: ['amount currency', 'opportunity currency', 'currency iso code'],
      probability: ['probability'],
      closeDate: ['close date'],
      startedOn: ['created date'],
      owner: ['opportunity owner', 'owner name', 'owner full name'],
      source: ['lead source'],
      lostReason: ['closed lost reason', 'loss reason'],
      notes: ['description', 'opportunity description'],
    },
    skip: salesforceSkip,
  },
  {
    program: 'Salesforce',
    main: 'contacts',
    signs: [
      line('last name'),
      line('mailing .*', 'contact owner', 'reports to id', 'contact id'),
      line('account name', 'account id'),
    ],
    not: /^(?:record id|opportunity name)$/m,
    fields: {
      firstName: ['first name'],
      lastName: ['last name'],
      email: ['email'],
      phone: ['phone', 'business phone'],
      otherPhone: ['mobile', 'mobile phone'],
      company: ['account name'],
      jobTitle: ['title'],
      source: ['lead source'],
      owner: ['contact owner', 'owner name', 'owner full name'],
      doNotContact: ['do not call'],
      emailConsent: ['email opt out', 'has opted out of email'],
      notes: ['description', 'contact description'],
      ...salesforceAddress('mailing'),
    },
    skip: new RegExp(`${salesforceSkip.source}|^name$`),
    words: { emailConsent: { true: 'opted out', '1': 'opted out', false: 'unknown', '0': 'unknown' } },
  },
  {
    program: 'Salesforce',
    main: 'companies',
    signs: [
      line('account name', 'name'),
      line('billing .*'),
      line('account owner', 'owner id', 'owner name', 'type', 'industry', 'rating', 'employees'),
    ],
    not: /^(?:last name|record id|opportunity name)$/m,
    fields: {
      name: ['account name', 'name'],
      phone: ['phone'],
      website: ['website'],
      industry: ['industry'],
      employees: ['employees', 'number of employees'],
      revenue: ['annual revenue'],
      parentCompany: ['parent account'],
      owner: ['account owner', 'owner name', 'owner full name'],
      notes: ['description', 'account description'],
      ...salesforceAddress('billing'),
    },
    skip: salesforceSkip,
  },
  {
    program: 'Pipedrive',
    main: 'deals',
    signs: [line('deal title'), line('deal stage.*'), line('deal (?:status|value|owner|organization|pipeline)')],
    fields: {
      name: ['deal title'],
      company: ['deal organization', 'organization name'],
      contact: ['deal contact person', 'person name'],
      pipeline: ['deal pipeline'],
      stage: ['deal stage', 'deal stage pipeline'],
      amount: ['deal value'],
      currency: ['deal currency', 'deal currency of value'],
      probability: ['deal probability'],
      product: ['deal product name'],
      source: ['deal source channel', 'deal source'],
      owner: ['deal owner'],
      startedOn: ['deal deal created', 'deal created', 'deal add time'],
      closeDate: ['deal expected close date'],
      lostReason: ['deal lost reason'],
      'contacts.email': ['person email', 'person email work'],
      'contacts.phone': ['person phone', 'person phone work'],
    },
    skip: new RegExp(`${pipedriveCounts.source}|^deal (?:status|(?:deal )?closed on|won time|lost time)$`),
    words: defaultPipelines,
  },
  {
    program: 'Pipedrive',
    main: 'contacts',
    signs: [line('person name'), line('person (?:phone|email|organization|owner|id|label).*')],
    not: /^deal title$/m,
    fields: {
      firstName: ['person first name', 'person name'],
      lastName: ['person last name'],
      company: ['person organization', 'organization name'],
      email: ['person email', 'person email work'],
      otherEmails: ['person email home', 'person email other'],
      phone: ['person phone', 'person phone work'],
      otherPhone: ['person phone mobile', 'person phone home', 'person phone other'],
      jobTitle: ['person job title'],
      owner: ['person owner'],
      tags: ['person labels', 'person label'],
      street: ['person postal address', 'person address'],
      emailConsent: ['person marketing status'],
      notes: ['person notes'],
    },
    skip: new RegExp(`${pipedriveCounts.source}|^person name$`),
    words: {
      emailConsent: { subscribed: 'opted in', unsubscribed: 'opted out', 'no consent': 'unknown', archived: 'unknown' },
    },
  },
  {
    program: 'Pipedrive',
    main: 'companies',
    signs: [line('organization name'), line('organization (?:owner|address.*|id|label.*|open deals)')],
    not: /^(?:deal title|person name)$/m,
    fields: {
      name: ['organization name'],
      owner: ['organization owner'],
      tags: ['organization labels', 'organization label'],
      street: ['organization address'],
      city: ['organization city town village locality of address'],
      region: ['organization state county of address'],
      postcode: ['organization zip postal code of address'],
      country: ['organization country of address'],
      website: ['organization website'],
      industry: ['organization industry'],
      employees: ['organization number of employees', 'organization employee count'],
      revenue: ['organization annual revenue'],
    },
    skip: new RegExp(`${pipedriveCounts.source}|^organization .* of address$`),
  },
];
