// Files for Pipedrive's import: headers as in its own exports (“Person - Name”), which it maps by itself. A deal brings its person and
// organization along by name (https://support.pipedrive.com/en/article/importing-data-into-pipedrive-with-spreadsheets).
import {
  type Column,
  customColumns,
  type ExportData,
  type ExportFile,
  type ExportRow,
  fileOf,
  finder,
  joined,
  named,
  plain,
  plainValue,
} from './data';

/** Types of Pipedrive's activities. */
const activities: { readonly [kind: string]: string } = {
  Call: 'Call',
  Email: 'Email',
  Meeting: 'Meeting',
  Visit: 'Meeting',
};

/** One file for each kind that Pipedrive has; interactions and tasks both are activities there. */
export function pipedriveFiles(data: ExportData): ExportFile[] {
  const { rows, person } = data;
  const company = finder(rows.companies);
  const ownerOf = ({ fields }: ExportRow) =>
    typeof fields.owner === 'string' && fields.owner !== '' ? person(fields.owner).name : null;
  const owner = (of: string): Column => [`${of} - Owner`, ownerOf];
  const own = (of: string, tab: 'contacts' | 'companies' | 'deals'): Column[] =>
    customColumns(data.custom, tab).map(([header, value]) => [`${of} - ${header}`, value]);
  const activityLinks: Column[] = [
    named('Person - Name', 'contact'),
    named('Organization - Name', 'company'),
    named('Deal - Title', 'deal'),
    owner('Activity'),
  ];
  return [
    fileOf('pipedrive-organizations', rows.companies, [
      plain('Organization - Name', 'name'),
      ['Organization - Address', addressOf],
      plain('Organization - Website', 'website'),
      plain('Organization - Industry', 'industry'),
      plain('Organization - Number of employees', 'employees'),
      plain('Organization - Annual revenue', 'revenue'),
      plain('Organization - Label', 'tags'),
      owner('Organization'),
      plain('Note - Content', 'notes'),
      ...own('Organization', 'companies'),
    ]),
    fileOf('pipedrive-people', rows.contacts, [
      ['Person - Name', ({ fields }) => joined(' ', plainValue(fields.firstName), plainValue(fields.lastName))],
      plain('Person - First name', 'firstName'),
      plain('Person - Last name', 'lastName'),
      ['Person - Email', ({ fields }) => joined(', ', plainValue(fields.email), plainValue(fields.otherEmails))],
      ['Person - Phone', ({ fields }) => joined(', ', plainValue(fields.phone), plainValue(fields.otherPhone))],
      plain('Person - Job title', 'jobTitle'),
      plain('Person - Label', 'tags'),
      ['Person - Marketing status', ({ fields }) => marketing(fields.emailConsent)],
      named('Organization - Name', 'company'),
      ['Organization - Address', ({ fields }) => addressOf(company(fields.company))],
      owner('Person'),
      plain('Note - Content', 'notes'),
      ...own('Person', 'contacts'),
    ]),
    fileOf('pipedrive-deals', rows.deals, [
      plain('Deal - Title', 'name'),
      plain('Deal - Value', 'amount'),
      ['Deal - Currency', ({ fields }) => plainValue(fields.currency) ?? data.currency],
      ['Deal - Pipeline', ({ fields }) => plainValue(fields.pipeline) ?? data.pipeline],
      plain('Deal - Stage', 'stage'),
      [
        'Deal - Status',
        ({ fields }) => data.outcome(String(fields.pipeline ?? '') || data.pipeline, String(fields.stage ?? '')),
      ],
      plain('Deal - Expected close date', 'closeDate'),
      [
        'Deal - Probability',
        ({ fields }) => (typeof fields.probability === 'number' ? Math.round(fields.probability * 100) : null),
      ],
      plain('Deal - Lost reason', 'lostReason'),
      named('Person - Name', 'contact'),
      named('Organization - Name', 'company'),
      owner('Deal'),
      plain('Note - Content', 'notes'),
      ...own('Deal', 'deals'),
    ]),
    fileOf(
      'pipedrive-activities',
      [...rows.interactions, ...rows.tasks],
      [
        ['Activity - Subject', ({ fields }) => plainValue(fields.subject) ?? plainValue(fields.title)],
        ['Activity - Type', ({ fields }) => activities[String(fields.kind)] ?? 'Task'],
        ['Activity - Due date', ({ fields }) => dayOf(fields.when) ?? plainValue(fields.due)],
        ['Activity - Due time', ({ fields }) => timeOf(fields.when) ?? plainValue(fields.dueTime)],
        // What happened is done; of tasks only those that are.
        ['Activity - Done', ({ fields }) => ('when' in fields || fields.status === 'Done' ? 'Done' : 'To do')],
        ['Activity - Note', ({ fields }) => joined('\n', plainValue(fields.outcome), plainValue(fields.details))],
        ...activityLinks,
      ],
    ),
  ];
}

function addressOf(row: ExportRow | undefined) {
  if (!row) return null;
  const { street, postcode, city, region, country } = row.fields;
  const town = joined(' ', plainValue(postcode), plainValue(city));
  return joined(', ', plainValue(street), town, plainValue(region), plainValue(country));
}

function marketing(consent: unknown) {
  return consent === 'opted in' ? 'subscribed' : consent === 'opted out' ? 'unsubscribed' : null;
}

function dayOf(when: unknown) {
  return typeof when === 'string' && when !== '' ? when.slice(0, 10) : null;
}

function timeOf(when: unknown) {
  return typeof when === 'string' && when.length >= 16 ? when.slice(11, 16) : null;
}
