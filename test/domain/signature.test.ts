// Signatures as people of many countries send them, and what is made of them: fields to look at, nothing lost, nothing run.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSignature, type SignatureField, signatureFields } from '../../src/domain/signature';
import { naughtyStrings } from '../setup/naughty-strings';

type Expected = { [field in SignatureField]?: string };
type Case = readonly [name: string, text: string, fields: Expected, rest?: readonly string[]];

const cases: readonly Case[] = [
  [
    'a line of a mail',
    'Anna van der Berg <anna@x.nl>',
    { firstName: 'Anna', lastName: 'van der Berg', email: 'anna@x.nl' },
  ],
  [
    'a line with the family name first',
    '"Berg, Anna van der" <anna@x.nl>',
    { firstName: 'Anna', lastName: 'van der Berg', email: 'anna@x.nl' },
  ],
  [
    'a header line',
    'From: Anna Berg <mailto:Anna.Berg@gmail.com>',
    { firstName: 'Anna', lastName: 'Berg', email: 'anna.berg@gmail.com' },
  ],
  ['an address alone', 'anna.berg@firma.de', { firstName: 'Anna', lastName: 'Berg', email: 'anna.berg@firma.de' }],
  ['an address that tells no name', 'info@firma.de', { email: 'info@firma.de' }],
  [
    'the Netherlands',
    'Met vriendelijke groet,\n\nPieter Jansen\nInkoopmanager\n\nJansen Bouw B.V.\nKeizersgracht 123\n1015 CJ Amsterdam\nT +31 20 123 45 67\nM 06-12345678\nE pieter@jansenbouw.nl\nwww.jansenbouw.nl',
    {
      firstName: 'Pieter',
      lastName: 'Jansen',
      jobTitle: 'Inkoopmanager',
      company: 'Jansen Bouw B.V.',
      street: 'Keizersgracht 123',
      postcode: '1015 CJ',
      city: 'Amsterdam',
      phone: '+31 20 123 45 67',
      otherPhone: '06-12345678',
      email: 'pieter@jansenbouw.nl',
      website: 'www.jansenbouw.nl',
    },
  ],
  [
    'Germany, with a fax and what a court wants',
    'Mit freundlichen Grüßen\n\ni.A. Dr. Sabine Müller\nVertriebsleiterin\n\nMüller Maschinenbau GmbH & Co. KG\nIndustriestraße 12\nD-70565 Stuttgart\nTelefon: +49 (0)711 123456-78\nTelefax: +49 (0)711 123456-99\nsabine.mueller@mueller-maschinenbau.de\nhttps://www.mueller-maschinenbau.de\n\nGeschäftsführer: Hans Müller | HRB 12345 Amtsgericht Stuttgart | USt-IdNr. DE123456789',
    {
      firstName: 'Sabine',
      lastName: 'Müller',
      jobTitle: 'Vertriebsleiterin',
      company: 'Müller Maschinenbau GmbH & Co. KG',
      street: 'Industriestraße 12',
      postcode: '70565',
      city: 'Stuttgart',
      phone: '+49 (0)711 123456-78',
      email: 'sabine.mueller@mueller-maschinenbau.de',
      website: 'https://www.mueller-maschinenbau.de',
    },
    [
      'Telefax: +49 (0)711 123456-99',
      'i.A. Dr.',
      'Geschäftsführer: Hans Müller',
      'HRB 12345 Amtsgericht Stuttgart',
      'USt-IdNr. DE123456789',
    ],
  ],
  [
    'Germany, a clinic',
    'Dr. med. Ulrike Schön\nOberärztin\nKlinikum Nord\nTel. 040/181887-0',
    {
      firstName: 'Ulrike',
      lastName: 'Schön',
      jobTitle: 'Oberärztin',
      company: 'Klinikum Nord',
      phone: '040/181887-0',
    },
    ['Dr. med.'],
  ],
  [
    'Austria',
    'Liebe Grüße aus Wien\nMag. Franz Huber\nEinkauf\nHuber & Söhne OG\nMariahilfer Straße 88a, 1070 Wien, Österreich\nMobil +43 664 1234567\nf.huber@huber-soehne.at',
    {
      firstName: 'Franz',
      lastName: 'Huber',
      jobTitle: 'Einkauf',
      company: 'Huber & Söhne OG',
      street: 'Mariahilfer Straße 88a',
      postcode: '1070',
      city: 'Wien',
      country: 'Österreich',
      phone: '+43 664 1234567',
      email: 'f.huber@huber-soehne.at',
    },
    ['Mag.'],
  ],
  [
    'Switzerland',
    'Regula Ammann | Leiterin Logistik | Ammann AG | Bahnhofstrasse 1 | CH-8001 Zürich | +41 44 123 45 67 | regula.ammann@ammann.ch',
    {
      firstName: 'Regula',
      lastName: 'Ammann',
      jobTitle: 'Leiterin Logistik',
      company: 'Ammann AG',
      street: 'Bahnhofstrasse 1',
      postcode: '8001',
      city: 'Zürich',
      phone: '+41 44 123 45 67',
      email: 'regula.ammann@ammann.ch',
    },
  ],
  [
    'the United States',
    'Jane Doe, PhD\nDirector of Research | Acme, Inc.\n4800 Montgomery Lane, Suite 500, Bethesda, MD 20814\nO: (301) 555-0123 x45 | C: (240) 555-0199\njane.doe@acme.com | acme.com | linkedin.com/in/janedoe',
    {
      firstName: 'Jane',
      lastName: 'Doe',
      jobTitle: 'Director of Research',
      company: 'Acme, Inc.',
      street: '4800 Montgomery Lane, Suite 500',
      city: 'Bethesda',
      region: 'MD',
      postcode: '20814',
      phone: '(301) 555-0123 x45',
      otherPhone: '(240) 555-0199',
      email: 'jane.doe@acme.com',
      website: 'acme.com',
    },
    ['linkedin.com/in/janedoe', 'PhD'],
  ],
  [
    'the United States, all in capitals',
    'ACME CORP\nJOHN SMITH\nCEO\njohn.smith@acmecorp.com\n555-123-4567',
    {
      firstName: 'JOHN',
      lastName: 'SMITH',
      jobTitle: 'CEO',
      company: 'ACME CORP',
      email: 'john.smith@acmecorp.com',
      phone: '555-123-4567',
    },
  ],
  [
    'Canada',
    'Marc-André Côté, ing.\nChef de projet\n1200 Rue Sherbrooke O, Montréal, QC H3A 1H6\n514-555-0147\nmacote@construction-cote.ca',
    {
      firstName: 'Marc-André',
      lastName: 'Côté',
      jobTitle: 'Chef de projet',
      street: '1200 Rue Sherbrooke O',
      city: 'Montréal',
      region: 'QC',
      postcode: 'H3A 1H6',
      phone: '514-555-0147',
      email: 'macote@construction-cote.ca',
    },
    ['ing.'],
  ],
  [
    'the United Kingdom',
    'Kind regards,\nTom Whitfield\nSales Executive\nWhitfield & Sons Ltd\nUnit 4, 12 High Street, Leeds LS1 4AP, United Kingdom\nTel: 0113 496 0000  Mob: 07700 900123\ntom@whitfieldandsons.co.uk',
    {
      firstName: 'Tom',
      lastName: 'Whitfield',
      jobTitle: 'Sales Executive',
      company: 'Whitfield & Sons Ltd',
      street: 'Unit 4, 12 High Street',
      city: 'Leeds',
      postcode: 'LS1 4AP',
      country: 'United Kingdom',
      phone: '0113 496 0000',
      otherPhone: '07700 900123',
      email: 'tom@whitfieldandsons.co.uk',
    },
  ],
  [
    'the United Kingdom, city and code apart',
    '10 Downing Street, London, SW1A 2AA\n+44 20 7946 0000',
    { street: '10 Downing Street', city: 'London', postcode: 'SW1A 2AA', phone: '+44 20 7946 0000' },
  ],
  [
    'Ireland',
    'Aoife O’Sullivan – Founder\nCurragh Foods Ltd.\naoife@curraghfoods.ie – 087 123 4567',
    {
      firstName: 'Aoife',
      lastName: 'O’Sullivan',
      jobTitle: 'Founder',
      company: 'Curragh Foods Ltd.',
      email: 'aoife@curraghfoods.ie',
      phone: '087 123 4567',
    },
  ],
  [
    'France, the family name in capitals',
    'Jean-Luc DUPONT\nResponsable des achats\nSociété Générale de Fromages SAS\n12 rue de la Paix\n75002 Paris Cedex 02\nFrance\nTél. : 01 42 68 53 00 – Port. : 06 12 34 56 78\njl.dupont@sgf.fr',
    {
      firstName: 'Jean-Luc',
      lastName: 'DUPONT',
      jobTitle: 'Responsable des achats',
      company: 'Société Générale de Fromages SAS',
      street: '12 rue de la Paix',
      postcode: '75002',
      city: 'Paris Cedex 02',
      country: 'France',
      phone: '01 42 68 53 00',
      otherPhone: '06 12 34 56 78',
      email: 'jl.dupont@sgf.fr',
    },
  ],
  [
    'Belgium',
    'Cordialement\nSophie de Backer\nAssistante commerciale\nBacker SA\nRue Neuve 20, 1000 Bruxelles\nGSM 0470 12 34 56\nsophie@backer.be',
    {
      firstName: 'Sophie',
      lastName: 'de Backer',
      jobTitle: 'Assistante commerciale',
      company: 'Backer SA',
      street: 'Rue Neuve 20',
      postcode: '1000',
      city: 'Bruxelles',
      phone: '0470 12 34 56',
      email: 'sophie@backer.be',
    },
  ],
  [
    'Spain',
    'José Álvarez-Quintero\nDirector Comercial\nPanadería Nordlys S.L.\nCalle Mayor 15, 28013 Madrid, España\nTel. +34 91 123 45 67 · Móvil +34 600 123 456\njose@nordlys.es',
    {
      firstName: 'José',
      lastName: 'Álvarez-Quintero',
      jobTitle: 'Director Comercial',
      company: 'Panadería Nordlys S.L.',
      street: 'Calle Mayor 15',
      postcode: '28013',
      city: 'Madrid',
      country: 'España',
      phone: '+34 91 123 45 67',
      otherPhone: '+34 600 123 456',
      email: 'jose@nordlys.es',
    },
  ],
  [
    'Italy, all of it in two lines',
    'Giulia Rossi – Responsabile Vendite\nRossi S.p.A. – Via Garibaldi 7 – 20121 Milano (MI) – Italia\nTel +39 02 1234567 – g.rossi@rossi.it – www.rossi.it',
    {
      firstName: 'Giulia',
      lastName: 'Rossi',
      jobTitle: 'Responsabile Vendite',
      company: 'Rossi S.p.A.',
      street: 'Via Garibaldi 7',
      postcode: '20121',
      city: 'Milano',
      region: 'MI',
      country: 'Italia',
      phone: '+39 02 1234567',
      email: 'g.rossi@rossi.it',
      website: 'www.rossi.it',
    },
  ],
  [
    'Portugal',
    'Maria Silva\nGestora de Conta\nSilva & Filhos, Lda.\nRua Augusta 100, 1100-148 Lisboa, Portugal\n(+351) 21 123 4567\nmaria.silva@silvafilhos.pt',
    {
      firstName: 'Maria',
      lastName: 'Silva',
      jobTitle: 'Gestora de Conta',
      company: 'Silva & Filhos, Lda.',
      street: 'Rua Augusta 100',
      postcode: '1100-148',
      city: 'Lisboa',
      country: 'Portugal',
      phone: '(+351) 21 123 4567',
      email: 'maria.silva@silvafilhos.pt',
    },
  ],
  [
    'Sweden',
    'Med vänlig hälsning\nKarin Lindström\nFörsäljningschef\nNordiska Båtar AB\nStorgatan 5\n114 55 Stockholm\n+46 8 123 456 78\nkarin.lindstrom@nordiskabatar.se',
    {
      firstName: 'Karin',
      lastName: 'Lindström',
      jobTitle: 'Försäljningschef',
      company: 'Nordiska Båtar AB',
      street: 'Storgatan 5',
      postcode: '114 55',
      city: 'Stockholm',
      phone: '+46 8 123 456 78',
      email: 'karin.lindstrom@nordiskabatar.se',
    },
  ],
  [
    'Norway',
    'Vennlig hilsen\nIngrid Halvorsen\nDaglig leder\nHalvorsen Shipping AS\nStrandgaten 20, 5013 Bergen, Norge\nTlf: 55 12 34 56 / Mobil: 900 12 345\ningrid@halvorsen.no',
    {
      firstName: 'Ingrid',
      lastName: 'Halvorsen',
      jobTitle: 'Daglig leder',
      company: 'Halvorsen Shipping AS',
      street: 'Strandgaten 20',
      postcode: '5013',
      city: 'Bergen',
      country: 'Norge',
      phone: '55 12 34 56',
      otherPhone: '900 12 345',
      email: 'ingrid@halvorsen.no',
    },
  ],
  [
    'Denmark, with its register number',
    'Lars Jensen\nDirektør\nJensen ApS\nVestergade 12\nDK-8000 Aarhus C\nCVR 12345678\nlj@jensen.dk\n+45 86 12 34 56',
    {
      firstName: 'Lars',
      lastName: 'Jensen',
      jobTitle: 'Direktør',
      company: 'Jensen ApS',
      street: 'Vestergade 12',
      postcode: '8000',
      city: 'Aarhus C',
      email: 'lj@jensen.dk',
      phone: '+45 86 12 34 56',
    },
    ['CVR 12345678'],
  ],
  [
    'Poland',
    'Pozdrawiam\nPiotr Nowak\nKierownik sprzedaży\nNowak Sp. z o.o.\nul. Marszałkowska 10/12\n00-001 Warszawa\ntel. kom. +48 600 123 456\npiotr.nowak@nowak.pl',
    {
      firstName: 'Piotr',
      lastName: 'Nowak',
      jobTitle: 'Kierownik sprzedaży',
      company: 'Nowak Sp. z o.o.',
      street: 'ul. Marszałkowska 10/12',
      postcode: '00-001',
      city: 'Warszawa',
      phone: '+48 600 123 456',
      email: 'piotr.nowak@nowak.pl',
    },
  ],
  [
    'Australia',
    'Priya Nair\nAccount Manager, Heat Pumps\nElbe Clinic\npriya@elbe-clinic.example\nLevel 5, 1 George Street, Sydney NSW 2000, Australia\n+61 2 9374 4000',
    {
      firstName: 'Priya',
      lastName: 'Nair',
      jobTitle: 'Account Manager, Heat Pumps',
      company: 'Elbe Clinic',
      street: 'Level 5, 1 George Street',
      city: 'Sydney',
      region: 'NSW',
      postcode: '2000',
      country: 'Australia',
      email: 'priya@elbe-clinic.example',
      phone: '+61 2 9374 4000',
    },
  ],
  [
    'Singapore',
    'Lee Wong\nCEO at Kopi Pte Ltd\n10 Anson Road, #10-01 International Plaza, Singapore 079903\n+65 6221 1234 | lee@kopi.sg',
    {
      firstName: 'Lee',
      lastName: 'Wong',
      jobTitle: 'CEO',
      company: 'Kopi Pte Ltd',
      street: '10 Anson Road, #10-01 International Plaza',
      city: 'Singapore',
      postcode: '079903',
      phone: '+65 6221 1234',
      email: 'lee@kopi.sg',
    },
  ],
  [
    'Japan, the family name first',
    '山田 太郎\n営業部長\n株式会社サンプル\n〒100-0001 東京都千代田区千代田1-1\nTEL: 03-1234-5678\ntaro.yamada@sample.co.jp',
    {
      firstName: '太郎',
      lastName: '山田',
      jobTitle: '営業部長',
      company: '株式会社サンプル',
      phone: '03-1234-5678',
      email: 'taro.yamada@sample.co.jp',
    },
    ['〒100-0001 東京都千代田区千代田1-1'],
  ],
  [
    'a start-up, in one line',
    'Katarzyna O’Brien-Kowalska | Head of Ops @ Datafy | +44 (0)20 7946 0958 | kat@datafy.io',
    {
      firstName: 'Katarzyna',
      lastName: 'O’Brien-Kowalska',
      jobTitle: 'Head of Ops',
      company: 'Datafy',
      phone: '+44 (0)20 7946 0958',
      email: 'kat@datafy.io',
    },
  ],
  [
    'a position that is in no list',
    'Thanks!\nSam Rivera\nGrowth wizard\nLumen\nsam@lumen.io',
    { firstName: 'Sam', lastName: 'Rivera', jobTitle: 'Growth wizard', company: 'Lumen', email: 'sam@lumen.io' },
  ],
  [
    'an answer with its marks, and addresses hidden from robots',
    '> Best regards,\n> Nina Roy\n> nina (at) roy (dot) example\n> nina.roy@gmail.com',
    {
      firstName: 'Nina',
      lastName: 'Roy',
      email: 'nina@roy.example',
      otherEmails: 'nina.roy@gmail.com',
    },
  ],
  [
    'a mail program that writes links twice',
    'Nina Roy\nRoy Ltd\nwww.roy.example<http://www.roy.example/>\nnina@roy.example<mailto:nina@roy.example>',
    {
      firstName: 'Nina',
      lastName: 'Roy',
      company: 'Roy Ltd',
      website: 'www.roy.example',
      email: 'nina@roy.example',
    },
  ],
  ['a greeting only', 'Sent from my iPhone', {}],
  ['a first name only', 'Best,\nSam', { firstName: 'Sam' }],
  [
    'an account and a day, which nobody dials',
    'Nina Roy\nIBAN NL91 ABNA 0417 1643 00\n23.11.2026',
    { firstName: 'Nina', lastName: 'Roy' },
    ['IBAN NL91 ABNA 0417 1643 00', '23.11.2026'],
  ],
  [
    'markup, a formula and a script',
    '=HYPERLINK("javascript:alert(1)","x")\n<script>alert(1)</script> <x@evil.example>\njavascript:alert(1)',
    { email: 'x@evil.example' },
    ['=HYPERLINK("javascript:alert(1)","x")', '<script>alert(1)</script>', 'javascript:alert(1)'],
  ],
];

describe('a signature', () => {
  it.each(cases.map(([name, text, fields, rest = []]) => ({ name, text, fields, rest })))(
    'of $name is read',
    ({ text, fields, rest }) => {
      const read = readSignature(text);
      expect(read.fields).toEqual(fields);
      expect(read.rest).toEqual(expect.arrayContaining([...rest]));
    },
  );

  it('leaves over what it does not know, and nothing that a field has', () => {
    const read = readSignature('Nina Roy\nRoy Ltd\nPlease consider the environment before printing this mail.');
    expect(read.rest).toEqual(['Please consider the environment before printing this mail.']);
  });
});

/** The letters and digits of a text. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

describe('any text', () => {
  it('is read without failing, and every value stands in it', () => {
    const piece = fc.constantFrom(
      'Ann Lee',
      'ann@lee.example',
      '+1 (555) 010-0199',
      'tel',
      'www.lee.example',
      '12 High St',
      '1012 AB X',
      'Lee GmbH',
      'CEO',
      '|',
      '\n',
      ', ',
      ' ',
      '<',
      '>',
      '"',
      '=1+1',
      '\u202e',
      '日本',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (given) => {
        const { fields, rest } = readSignature(given);
        for (const field of signatureFields) {
          const value = fields[field];
          // Two values of a field are joined, a name may be made of an address: their parts stand there.
          if (value !== undefined)
            for (const part of value.split(/,? /))
              expect(bare(given.replace(/[\u200b-\u202e]/g, ''))).toContain(bare(part));
        }
        for (const line of rest) expect(line).not.toBe('');
        const all = [...Object.values(fields), ...rest].join(' ');
        // Letters may be those of a greeting or a label; no number gets lost.
        for (const number of given.match(/[0-9]+/g) ?? []) expect(all).toContain(number);
      }),
    );
  });

  it('keeps what is too long to be a signature, as it is', () => {
    const long = 'x'.repeat(301);
    const many = Array.from({ length: 70 }, (_, at) => `line ${at}.`);
    expect(readSignature(`Nina Roy\n${long}`)).toEqual({
      fields: { firstName: 'Nina', lastName: 'Roy' },
      rest: [long],
    });
    expect(readSignature(many.join('\n')).rest).toContain('line 69.');
  });

  it.skipIf(naughtyStrings.length === 0)('of the naughty strings is read without failing', () => {
    for (const naughty of naughtyStrings)
      expect(() => readSignature(`${naughty}\n${naughty} <a@b.example>`)).not.toThrow();
  });
});
