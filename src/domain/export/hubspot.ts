// Files that HubSpot's import maps by itself: the headers are the names of its own properties. Companies come first; contacts and deals
// name theirs by its domain or name, by which the import ties them together
// (https://knowledge.hubspot.com/import-and-export/set-up-your-import-file).
import {
  type Column,
  customColumns,
  domainOf,
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

const address = [
  plain('Street Address', 'street'),
  plain('City', 'city'),
  plain('State/Region', 'region'),
  plain('Postal Code', 'postcode'),
  plain('Country/Region', 'country'),
];

/** HubSpot's lifecycle stages for the status of a contact. */
const lifecycle: { readonly [status: string]: string } = {
  Lead: 'Lead',
  Prospect: 'Sales Qualified Lead',
  Customer: 'Customer',
  Former: 'Other',
};

const priorities: { readonly [priority: string]: string } = {
  Low: 'Low',
  Normal: 'Medium',
  High: 'High',
  Urgent: 'High',
};

/** One file for each kind that HubSpot has. */
export function hubspotFiles(data: ExportData): ExportFile[] {
  const { rows } = data;
  const company = finder(rows.companies);
  const contact = finder(rows.contacts);
  const owner = (header: string): Column => [header, ({ fields }) => ownerOf(data, fields.owner)];
  const companyColumns: Column[] = [
    named('Company name', 'company'),
    ['Company Domain Name', ({ fields }) => domainOf(company(fields.company))],
  ];
  const contactEmail: Column = ['Email', ({ fields }) => plainValue(contact(fields.contact)?.fields.email)];
  return [
    fileOf('hubspot-companies', rows.companies, [
      plain('Company name', 'name'),
      ['Company Domain Name', domainOf],
      plain('Industry', 'industry'),
      plain('Number of Employees', 'employees'),
      plain('Annual Revenue', 'revenue'),
      plain('Phone Number', 'phone'),
      ...address,
      named('Parent Company', 'parentCompany'),
      owner('Company owner'),
      plain('Description', 'notes'),
      ...customColumns(data.custom, 'companies'),
    ]),
    fileOf('hubspot-contacts', rows.contacts, [
      plain('First Name', 'firstName'),
      plain('Last Name', 'lastName'),
      plain('Email', 'email'),
      plain('Additional email addresses', 'otherEmails'),
      plain('Phone Number', 'phone'),
      plain('Mobile Phone Number', 'otherPhone'),
      plain('Job Title', 'jobTitle'),
      ['Lifecycle Stage', ({ fields }) => lifecycle[String(fields.status)] ?? null],
      plain('Lead Source', 'source'),
      plain('Website URL', 'website'),
      ...address,
      ...companyColumns,
      owner('Contact owner'),
      plain('Message', 'notes'),
      ...customColumns(data.custom, 'contacts'),
    ]),
    fileOf('hubspot-deals', rows.deals, [
      plain('Deal Name', 'name'),
      ['Pipeline', ({ fields }) => plainValue(fields.pipeline) ?? data.pipeline],
      plain('Deal Stage', 'stage'),
      plain('Amount', 'amount'),
      ['Currency', ({ fields }) => plainValue(fields.currency) ?? data.currency],
      ['Close Date', closeDate],
      plain('Closed Lost Reason', 'lostReason'),
      ...companyColumns,
      contactEmail,
      owner('Deal owner'),
      plain('Deal Description', 'notes'),
      ...customColumns(data.custom, 'deals'),
    ]),
    fileOf('hubspot-notes', rows.interactions, [
      ['Activity date', ({ fields }) => plainValue(fields.when)],
      [
        'Note body',
        ({ fields }) =>
          joined(
            '\n',
            joined(': ', plainValue(fields.kind), plainValue(fields.subject)),
            plainValue(fields.outcome),
            plainValue(fields.details),
          ),
      ],
      contactEmail,
      ...companyColumns,
      named('Deal Name', 'deal'),
      owner('Activity assigned to'),
    ]),
    fileOf('hubspot-tasks', rows.tasks, [
      plain('Task Title', 'title'),
      plain('Due Date', 'due'),
      ['Task Status', ({ fields }) => (fields.status === 'Open' ? 'Not Started' : 'Completed')],
      ['Priority', ({ fields }) => priorities[String(fields.priority)] ?? null],
      plain('Task Notes', 'outcome'),
      contactEmail,
      ...companyColumns,
      owner('Assigned to'),
    ]),
  ];
}

function closeDate({ fields }: ExportRow) {
  return plainValue(fields.closedOn) ?? plainValue(fields.closeDate);
}

/** HubSpot knows people by their address. */
function ownerOf({ person }: ExportData, key: unknown) {
  if (typeof key !== 'string' || key === '') return null;
  const { name, email } = person(key);
  return email || name;
}
