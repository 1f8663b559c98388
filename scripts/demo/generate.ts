// The demo's records: plain values, made by seed alone. References hold the local `key` of the record they mean.
import type { FieldValue, RecordTabKey } from '../../src/domain/schema';
import { addDays, workday, workdayBefore } from './days';
import { type Random, randomOf } from './random';
import * as words from './words';

export interface DemoRecord {
  /** Names this record in references of other demo records; not written anywhere. */
  readonly key: string;
  readonly fields: { readonly [field: string]: FieldValue };
}

export interface Demo {
  readonly team: readonly { email: string; name: string; role: string; team: string; region: string }[];
  /** In dependency order: what a record refers to stands in an earlier tab. */
  readonly tabs: readonly { readonly tab: RecordTabKey; readonly records: readonly DemoRecord[] }[];
}

interface Account extends DemoRecord {
  readonly owner: string;
  readonly phoneStart: string;
  readonly contacts: DemoRecord[];
  readonly deals: DemoRecord[];
}

const counts = { companies: 80, contacts: 300, deals: 120, interactions: 1500, tickets: 14 };
const sellers = words.team.map(({ email }) => email);

/** A year of a small sales team's work, ending `today` (`2026-11-23`). The same arguments give the same records. */
export function demoRecords({ today, seed = 1 }: { today: string; seed?: number }): Demo {
  const random = randomOf(seed);
  const products = words.products.map(
    ({ name, category, price, aliases }, at): DemoRecord => ({
      key: `product-${at}`,
      fields: { name, category, price, aliases: [...aliases], active: true },
    }),
  );
  const accounts = companies(random);
  const contacts = contactsOf(random, accounts);
  const deals = dealsOf(random, accounts, products, today);
  const tickets = ticketsOf(random, accounts, today);
  return {
    team: words.team,
    tabs: [
      { tab: 'products', records: products },
      { tab: 'companies', records: accounts.map(({ key, fields }) => ({ key, fields })) },
      { tab: 'contacts', records: contacts },
      { tab: 'deals', records: deals },
      { tab: 'tickets', records: tickets },
      { tab: 'interactions', records: interactionsOf(random, accounts, today) },
      { tab: 'tasks', records: tasksOf(random, accounts, today) },
    ],
  };
}

function companies(random: Random): Account[] {
  const names = words.places.flatMap((place) =>
    words.businesses.flatMap(({ industry, endings }) => endings.map((ending) => ({ place, industry, ending }))),
  );
  return random
    .shuffle(names)
    .slice(0, counts.companies)
    .map(({ place, industry, ending }, at): Account => {
      const name = `${place.stem} ${ending}`;
      const domain = `${plain(name).replace(/ /g, '-')}.example`;
      const employees = random.weighted([
        [random.between(6, 40), 5],
        [random.between(41, 250), 4],
        [random.between(251, 1900), 1],
      ]);
      const owner = random.pick(sellers);
      const { phoneStart } = place;
      return {
        key: `company-${at}`,
        owner,
        phoneStart,
        contacts: [],
        deals: [],
        fields: {
          name,
          domain,
          industry,
          employees,
          revenue: Math.round(employees * random.between(60, 190)) * 1000,
          phone: `${phoneStart}${random.between(100, 999)}`,
          street: `${random.between(1, 180)} ${random.pick(words.streets)}`,
          city: place.city,
          region: place.region,
          country: place.country,
          website: `https://www.${domain}`,
          owner,
          tags: random.chance(0.2) ? ['Key account'] : [],
        },
      };
    });
}

/** Lower-case ASCII letters and spaces. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^a-zA-Z ]/g, '')
    .toLowerCase();
}

function contactsOf(random: Random, accounts: readonly Account[]): DemoRecord[] {
  const names = random.shuffle(words.firstNames.flatMap((first) => words.lastNames.map((last) => ({ first, last }))));
  return names.slice(0, counts.contacts).map(({ first, last }, at): DemoRecord => {
    // Every company has someone; the rest are spread by chance.
    const account = accounts[at] ?? random.pick(accounts);
    const contact: DemoRecord = {
      key: `contact-${at}`,
      fields: {
        firstName: first,
        lastName: last,
        email: `${plain(first)}.${plain(last)}@${account.fields.domain}`,
        phone: `${account.phoneStart}${random.between(100, 999)}`,
        company: account.key,
        jobTitle: random.pick(words.jobTitles),
        status: random.weighted([
          ['Lead', 3],
          ['Prospect', 4],
          ['Customer', 5],
          ['Former', 1],
        ]),
        source: random.pick(words.sources),
        owner: account.owner,
        city: account.fields.city ?? null,
        country: account.fields.country ?? null,
        emailConsent: random.weighted([
          ['unknown', 5],
          ['opted in', 4],
          ['opted out', 1],
        ]),
      },
    };
    account.contacts.push(contact);
    return contact;
  });
}

const openStages = ['Lead', 'Qualified', 'Proposal', 'Negotiation'] as const;

function dealsOf(
  random: Random,
  accounts: readonly Account[],
  products: readonly DemoRecord[],
  today: string,
): DemoRecord[] {
  return Array.from({ length: counts.deals }, (_, at): DemoRecord => {
    const account = random.pick(accounts);
    const product = random.pick(products);
    const outcome = random.weighted([
      ['open', 45],
      ['won', 42],
      ['lost', 33],
    ]);
    const age = outcome === 'open' ? random.between(2, 140) : random.between(40, 365);
    const startedOn = workday(addDays(today, -age));
    const cycle = outcome === 'open' ? 0 : random.between(14, Math.min(age - 1, 150));
    const price = Number(product.fields.price ?? 0);
    const stage = outcome === 'open' ? stageByAge(random, age) : outcome === 'won' ? 'Won' : 'Lost';
    const deal: DemoRecord = {
      key: `deal-${at}`,
      fields: {
        name: `${product.fields.name}, ${account.fields.name}`,
        company: account.key,
        contact: random.pick(account.contacts).key,
        stage,
        // Leads are often too early for a figure: the amount is unknown, not zero.
        amount:
          stage === 'Lead' && random.chance(0.4) ? null : Math.round((price * random.between(8, 26)) / 1000) * 100,
        product: product.key,
        source: random.pick(words.sources),
        owner: account.owner,
        startedOn,
        closeDate: outcome === 'open' ? workday(addDays(today, expectedIn(random, stage))) : null,
        closedOn: outcome === 'open' ? null : workdayBefore(addDays(startedOn, cycle)),
        lostReason: outcome === 'lost' ? random.pick(words.lostReasons) : null,
      },
    };
    account.deals.push(deal);
    return deal;
  });
}

function stageByAge(random: Random, age: number): string {
  if (age < 20) return random.pick(openStages.slice(0, 2));
  return random.pick(age < 60 ? openStages.slice(1, 3) : openStages.slice(1));
}

/** Days until an open deal is expected to close. A few are past their day: that is what a pipeline review finds. */
function expectedIn(random: Random, stage: string): number {
  if (stage === 'Negotiation') return random.between(-6, 25);
  return stage === 'Proposal' ? random.between(-10, 50) : random.between(15, 110);
}

function ticketsOf(random: Random, accounts: readonly Account[], today: string): DemoRecord[] {
  return Array.from({ length: counts.tickets }, (_, at): DemoRecord => {
    const account = random.pick(accounts);
    const age = random.between(0, 60);
    const status = age > 20 ? 'Solved' : random.pick(['New', 'Open', 'Waiting']);
    const opened = workdayBefore(addDays(today, -age));
    return {
      key: `ticket-${at}`,
      fields: {
        subject: random.pick(words.ticketSubjects),
        contact: random.pick(account.contacts).key,
        company: account.key,
        status,
        priority: random.weighted([
          ['Normal', 6],
          ['High', 2],
          ['Low', 2],
        ]),
        owner: 'hugo.laurent@rowbook.example',
        channel: random.pick(['Email', 'Phone']),
        opened: `${opened}T${clock(random)}`,
        solved: status === 'Solved' ? `${workday(addDays(opened, random.between(1, 9)))}T${clock(random)}` : null,
      },
    };
  });
}

function clock(random: Random): string {
  return `${String(random.between(8, 17)).padStart(2, '0')}:${random.pick(['00', '10', '15', '20', '30', '40', '45'])}`;
}

const kinds: readonly (readonly [keyof typeof words.talks, number])[] = [
  ['Call', 34],
  ['Email', 36],
  ['Meeting', 12],
  ['Message', 8],
  ['Visit', 6],
  ['Note', 4],
];

function interactionsOf(random: Random, accounts: readonly Account[], today: string): DemoRecord[] {
  const all = Array.from({ length: counts.interactions }, (): DemoRecord => {
    // Companies with deals are talked to most.
    const account = random.chance(0.75)
      ? random.pick(accounts.filter((one) => one.deals.length > 0))
      : random.pick(accounts);
    const kind = random.weighted(kinds);
    const deal = random.chance(0.7) && account.deals.length > 0 ? random.pick(account.deals) : undefined;
    const started = String(deal?.fields.startedOn ?? addDays(today, -365));
    const last = String(deal?.fields.closedOn ?? addDays(today, -1));
    const span = Math.max(0, Math.round((Date.parse(last) - Date.parse(started)) / 86_400_000));
    const day = workdayBefore(addDays(started, random.between(0, span)));
    const inbound = kind === 'Email' || kind === 'Call' || kind === 'Message' ? random.chance(0.35) : null;
    return {
      key: '',
      fields: {
        when: `${day}T${clock(random)}`,
        kind,
        direction: inbound === null ? null : inbound ? 'in' : 'out',
        contact: deal && random.chance(0.7) ? String(deal.fields.contact) : random.pick(account.contacts).key,
        company: account.key,
        deal: deal?.key ?? null,
        subject: random.pick(words.talks[kind].subjects),
        outcome: random.pick(words.talks[kind].outcomes),
        details: random.chance(0.3) ? random.pick(words.details) : null,
        owner: account.owner,
      },
    };
  });
  return all
    .sort((a, b) => (String(a.fields.when) < String(b.fields.when) ? -1 : 1))
    .map((record, at) => ({ ...record, key: `interaction-${at}` }));
}

/** Days from today on which tasks are due, with how many: some overdue, some today, the week ahead, and later. */
const dues: readonly { from: number; to: number; count: number; status: 'Open' | 'Done' | 'Dropped' }[] = [
  { from: -12, to: -1, count: 11, status: 'Open' },
  { from: 0, to: 0, count: 8, status: 'Open' },
  { from: 1, to: 7, count: 17, status: 'Open' },
  { from: 8, to: 45, count: 26, status: 'Open' },
  { from: -120, to: -2, count: 55, status: 'Done' },
  { from: -90, to: -5, count: 5, status: 'Dropped' },
];

function tasksOf(random: Random, accounts: readonly Account[], today: string): DemoRecord[] {
  const open = accounts.flatMap((account) =>
    account.deals.filter(({ fields }) => !fields.closedOn).map((deal) => ({ account, deal })),
  );
  const tasks = dues.flatMap(({ from, to, count, status }) =>
    Array.from({ length: count }, (): DemoRecord['fields'] => {
      const { account, deal } = random.chance(0.8)
        ? random.pick(open)
        : { account: random.pick(accounts), deal: undefined };
      const kind = random.weighted<keyof typeof words.taskTitles>([
        ['Call', 5],
        ['Email', 4],
        ['Meeting', 2],
        ['To do', 3],
      ]);
      const due = addDays(today, random.between(from, to));
      return {
        title: random.pick(words.taskTitles[kind]),
        kind,
        due,
        dueTime: kind === 'Meeting' ? clock(random) : null,
        contact: deal ? String(deal.fields.contact) : random.pick(account.contacts).key,
        company: account.key,
        deal: deal?.key ?? null,
        owner: account.owner,
        priority: random.weighted([
          ['Normal', 7],
          ['High', 2],
          ['Low', 1],
        ]),
        status,
        doneOn: status === 'Done' ? due : null,
      };
    }),
  );
  return tasks.map((fields, at) => ({ key: `task-${at}`, fields }));
}
