// A digest as a busy morning makes it, and one made of hostile texts.
import type { Digest, DigestItem } from '../../src/domain/follow-ups';
import type { Links } from '../../src/mail/digest';
import { itemsShown } from '../../src/mail/digest-words';
import { naughtyStrings } from '../setup/naughty-strings';

const item = (values: Partial<DigestItem>): DigestItem => ({
  taskId: 'T-1',
  title: 'Call about the offer',
  kind: 'Call',
  priority: 'Normal',
  day: '2026-11-23',
  dueTime: null,
  daysOverdue: 0,
  about: [],
  phone: '',
  email: '',
  doNotContact: false,
  ...values,
});

const ida = { tab: 'contacts', id: 'C-12', name: 'Ida Berg' } as const;
const berg = { tab: 'companies', id: 'CO-4', name: 'Berg Möbelwerke GmbH & Co. KG' } as const;
const chairs = { tab: 'deals', id: 'D-31', name: 'Forty chairs for the Lübeck office' } as const;

export const busyDigest: Digest = {
  today: '2026-11-23',
  overdue: [
    item({
      taskId: 'T-8',
      title: 'Ask whether the offer for the Lübeck office arrived and what is missing',
      priority: 'Urgent',
      day: '2026-11-18',
      daysOverdue: 5,
      about: [ida, berg, chairs],
      phone: '+49 451 555 0142',
      email: 'ida.berg@berg-moebelwerke.example',
    }),
    item({
      taskId: 'T-9',
      title: 'Send the contract',
      kind: 'Email',
      day: '2026-11-22',
      daysOverdue: 1,
      about: [{ tab: 'contacts', id: 'C-13', name: 'Tom Okafor' }],
      doNotContact: true,
    }),
  ],
  dueToday: [
    item({
      taskId: 'T-10',
      title: 'Demo',
      kind: 'Meeting',
      dueTime: '10:30',
      about: [
        { tab: 'contacts', id: 'C-14', name: 'Noor van Dijk' },
        { tab: 'companies', id: 'CO-9', name: 'Havenlicht' },
      ],
      phone: '+31 20 555 0199',
      email: 'averyveryverylongaddresswithoutanyplacetobreakit@subdomain.havenlicht-international.example',
    }),
    item({ taskId: 'T-11', title: 'Prepare the quarterly review', kind: 'To do' }),
  ],
  next7: [
    item({
      taskId: 'T-12',
      title: 'Follow up on the trial',
      kind: 'Call',
      day: '2026-11-24',
      daysOverdue: -1,
      about: [berg],
      phone: 'ext. 4 via reception',
    }),
    item({ taskId: 'T-13', title: 'Visit the fair', kind: 'Visit', day: '2026-11-27', daysOverdue: -4 }),
  ],
};

/** Texts from cells that try to be markup, headers, formulas or another line; and the public list of such. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "javascript:alert('x')",
  'Hello\r\nBcc: everyone@evil.example\r\n\r\nbody',
  '=HYPERLINK("http://evil.example","Click")',
  '+1+cmd|"/c calc"!A0',
  '</td></table></body><style>body{display:none}</style>',
  '\u202Eexe.txt',
  '\u0000\u0007null and bell',
  '&lt;b&gt; &amp; &#60;',
  'line\u2028separator\u2029here',
  ...naughtyStrings,
];

/** All of them, each as every text that a task has, in as many digests as it takes to show them. */
export const hostileDigests: readonly Digest[] = Array.from(
  { length: Math.ceil(hostileTexts.length / itemsShown) },
  (_, part) => hostileDigest(hostileTexts.slice(part * itemsShown, (part + 1) * itemsShown)),
);

function hostileDigest(texts: readonly string[]): Digest {
  const overdue = texts.map((text, index) =>
    item({
      taskId: `T-${index}`,
      title: text,
      kind: text,
      priority: text,
      dueTime: text,
      daysOverdue: 1,
      about: [{ tab: 'contacts', id: `C-${index}`, name: text }],
      phone: text,
      email: text,
    }),
  );
  return { today: '2026-11-23', overdue, dueToday: [], next7: [] };
}

export const links: Links = {
  workbook: 'https://docs.google.com/spreadsheets/d/abc/edit',
  row: (tab, id) => `https://docs.google.com/spreadsheets/d/abc/edit#gid=${tab.length}&range=A${id.replace(/\D/g, '')}`,
};
