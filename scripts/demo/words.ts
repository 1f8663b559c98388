// What the demo's records are made of: a team that sells energy services to firms, its customers, what is said and done.

export const team = [
  {
    email: 'maya.lindqvist@rowbook.example',
    name: 'Maya Lindqvist',
    role: 'admin',
    team: 'Sales',
    region: 'Head office',
  },
  { email: 'daniel.okafor@rowbook.example', name: 'Daniel Okafor', role: 'manager', team: 'Sales', region: 'North' },
  { email: 'clara.brandt@rowbook.example', name: 'Clara Brandt', role: 'rep', team: 'Sales', region: 'North' },
  { email: 'rafael.moreno@rowbook.example', name: 'Rafael Moreno', role: 'rep', team: 'Sales', region: 'South' },
  { email: 'priya.nair@rowbook.example', name: 'Priya Nair', role: 'rep', team: 'Sales', region: 'South' },
  { email: 'hugo.laurent@rowbook.example', name: 'Hugo Laurent', role: 'rep', team: 'Service', region: 'Head office' },
] as const;

export const products = [
  { name: 'Energy audit', category: 'Consulting', price: 2400, aliases: ['Audit'] },
  { name: 'LED retrofit', category: 'Installation', price: 9800, aliases: ['LED', 'Lighting retrofit'] },
  { name: 'Solar roof 30', category: 'Installation', price: 38500, aliases: [] },
  { name: 'Solar roof 100', category: 'Installation', price: 112000, aliases: [] },
  { name: 'Battery storage', category: 'Installation', price: 24600, aliases: ['Battery'] },
  { name: 'Heat pump', category: 'Installation', price: 31200, aliases: [] },
  { name: 'Monitoring licence', category: 'Subscription', price: 1800, aliases: ['Monitoring'] },
  { name: 'Maintenance plan', category: 'Subscription', price: 3600, aliases: ['Service plan'] },
] as const;

export const firstNames = (
  'Anna Ben Carla David Elena Felix Greta Henrik Irene Jonas Katrin Luis Marta Niklas Olivia Peter Quentin Rosa Samuel ' +
  'Theresa Ulrich Vera Walter Xenia Yusuf Zoe Alice Bruno Chiara Dmitri Emma Farid Georgia Hana Ivan Julia Karim Laura ' +
  'Mateo Nadia Oscar Paula Robert Sofia Tomas Uma Victor Wendy Amir Beatrice Colin Diana Edward Fiona George Helen ' +
  'Isaac Joan Kevin Leila'
).split(' ');

export const lastNames = (
  'Adler Becker Conti Dubois Eriksen Fischer Garcia Hansen Ibrahim Jensen Keller Larsen Meyer Novak Olsen Petrov Quinn ' +
  'Rossi Schmidt Tanaka Ueda Varga Weber Young Zimmermann Andersson Bianchi Castro Dalton Evans Ferrari Grant Hughes ' +
  'Ivanov Jacobs Kowalski Lopez Martin Nguyen Ortega Parker Reed Silva Torres Urban Vidal Walsh Yilmaz Abbott Barnes ' +
  'Carter Doyle Edwards Foster Gallagher Hayes Ingram Johnston Knight Lambert'
).split(' ');

/** Kind of business, and how such firms call themselves. */
export const businesses = [
  { industry: 'Manufacturing', endings: ['Metalworks', 'Tools', 'Components', 'Plastics'] },
  { industry: 'Food and drink', endings: ['Bakery', 'Dairy', 'Foods', 'Brewery'] },
  { industry: 'Logistics', endings: ['Freight', 'Logistics', 'Warehousing'] },
  { industry: 'Retail', endings: ['Stores', 'Garden Centre', 'Furniture'] },
  { industry: 'Health', endings: ['Clinic', 'Pharmacy', 'Dental'] },
  { industry: 'Hospitality', endings: ['Hotel', 'Conference Centre', 'Catering'] },
  { industry: 'Education', endings: ['College', 'Training'] },
  { industry: 'Property', endings: ['Estates', 'Housing', 'Offices'] },
] as const;

/** Phone numbers are of the ranges that Ofcom, the Bundesnetzagentur and Arcep keep free for film and fiction. */
const british = { country: 'United Kingdom', phoneStart: '+44 20 7946 0' };
const german = { country: 'Germany', phoneStart: '+49 30 23125 ' };
const french = { country: 'France', phoneStart: '+33 1 99 00 1' };

export const places = [
  { stem: 'Northgate', city: 'Leeds', region: 'West Yorkshire', ...british },
  { stem: 'Harbour', city: 'Bristol', region: 'Avon', ...british },
  { stem: 'Oak Hill', city: 'Nottingham', region: 'Nottinghamshire', ...british },
  { stem: 'Westbrook', city: 'Cardiff', region: 'South Glamorgan', ...british },
  { stem: 'Elbe', city: 'Hamburg', region: 'Hamburg', ...german },
  { stem: 'Lindenhof', city: 'Leipzig', region: 'Saxony', ...german },
  { stem: 'Neckar', city: 'Stuttgart', region: 'Baden-Württemberg', ...german },
  { stem: 'Marktplatz', city: 'Bremen', region: 'Bremen', ...german },
  { stem: 'Rhône', city: 'Lyon', region: 'Auvergne-Rhône-Alpes', ...french },
  { stem: 'Bellevue', city: 'Nantes', region: 'Pays de la Loire', ...french },
  { stem: 'Garonne', city: 'Toulouse', region: 'Occitanie', ...french },
  { stem: 'Atlantique', city: 'Bordeaux', region: 'Nouvelle-Aquitaine', ...french },
] as const;

export const streets = [
  'Station Road',
  'Mill Lane',
  'Market Street',
  'Park Avenue',
  'Canal Street',
  'Church Road',
  'Industrial Park',
];
export const jobTitles = [
  'Managing director',
  'Head of facilities',
  'Operations manager',
  'Finance manager',
  'Site manager',
  'Buyer',
  'Office manager',
  'Technical director',
];
export const sources = ['Referral', 'Website', 'Trade fair', 'Partner', 'Cold call'];
export const lostReasons = [
  'Price',
  'No budget this year',
  'Chose a competitor',
  'No decision',
  'Building is to be sold',
];

/** What an interaction of each kind was about, and how it ended. */
export const talks = {
  Call: {
    subjects: ['First call', 'Call about the offer', 'Call about dates', 'Call after the site visit', 'Quarterly call'],
    outcomes: ['Reached', 'Left a message', 'Asked to call back', 'Wants an offer', 'Needs to ask finance'],
  },
  Email: {
    subjects: [
      'Introduction',
      'Offer sent',
      'Answer to questions',
      'Documents for the permit',
      'Follow-up on the offer',
    ],
    outcomes: ['Sent', 'Answered', 'No answer yet', 'Forwarded to the director'],
  },
  Meeting: {
    subjects: ['Introductory meeting', 'Review of the offer', 'Contract talk', 'Project kick-off', 'Annual review'],
    outcomes: ['Agreed on next steps', 'Wants changes', 'Decision by the end of the month', 'Positive'],
  },
  Message: {
    subjects: ['Message about the appointment', 'Short question', 'Photos of the roof', 'Confirmation'],
    outcomes: ['Answered', 'Confirmed'],
  },
  Visit: {
    subjects: ['Site visit', 'Roof survey', 'Hand-over on site'],
    outcomes: ['Measured', 'Report follows', 'Handed over'],
  },
  Note: {
    subjects: ['Note on the budget', 'Note on the building', 'Note on the people involved'],
    outcomes: ['Filed'],
  },
} as const;

export const details = [
  'They want to see figures for the last three years first.',
  'The roof is from 2008; statics are to be checked.',
  'Decision lies with the board, next meeting at the start of the month.',
  'Asked for a reference customer of the same size.',
  'Electricity contract ends in spring, so there is some time.',
  'Happy with the work so far.',
  'Prefers to be called in the morning.',
];

export const taskTitles = {
  Call: ['Call about the offer', 'Call back', 'Ask about the decision'],
  Email: ['Send the offer', 'Send reference list', 'Send the contract draft'],
  Meeting: ['Prepare the meeting', 'Agree a date for the review'],
  'To do': ['Check the figures', 'Update the offer', 'Order the survey'],
} as const;

export const ticketSubjects = [
  'Monitoring shows no data',
  'Invoice has the wrong address',
  'Inverter reports a fault',
  'Question on the maintenance interval',
  'Two lamps flicker',
  'Access for a new colleague',
  'Noise from the heat pump',
];
