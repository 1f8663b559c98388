// Which addresses lead into one mailbox, and what an address says about where somebody works.
import { normalizeEmail } from '../email';

interface Provider {
  /** What its addresses are called by here, where it has several names for one mailbox. */
  readonly as?: string;
  /** Signs before the @ that it takes no notice of. */
  readonly ignores?: RegExp;
}

/**
 * Providers that deliver `name+anything@` to `name@`, by what they document: Google (dots count for nothing as well), Microsoft, Apple,
 * Proton (dots, hyphens and underscores neither), Fastmail, Zoho. At any other domain a plus may be a name of its own.
 */
const providers: { readonly [domain: string]: Provider } = {
  'gmail.com': { ignores: /\./g },
  'googlemail.com': { as: 'gmail.com', ignores: /\./g },
  'outlook.com': {},
  'hotmail.com': {},
  'live.com': {},
  'msn.com': {},
  'icloud.com': {},
  'me.com': { as: 'icloud.com' },
  'mac.com': { as: 'icloud.com' },
  'proton.me': { ignores: /[._-]/g },
  'protonmail.com': { as: 'proton.me', ignores: /[._-]/g },
  'pm.me': { as: 'proton.me', ignores: /[._-]/g },
  'fastmail.com': {},
  'zoho.com': {},
};

/** Others at which anybody has an address. */
const freeMail = new Set([
  ...Object.keys(providers),
  ...(
    'aol.com comcast.net cox.net att.net verizon.net sbcglobal.net bellsouth.net charter.net earthlink.net juno.com ymail.com ' +
    'rocketmail.com mail.com gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de arcor.de 1und1.de online.de ' +
    'posteo.de mailbox.org hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es live.co.uk live.fr live.de outlook.de ' +
    'outlook.fr btinternet.com sky.com talktalk.net virginmedia.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it ' +
    'virgilio.it tin.it alice.it bluewin.ch telenet.be skynet.be ziggo.nl kpnmail.nl xs4all.nl planet.nl terra.es telefonica.net ' +
    'wp.pl o2.pl interia.pl onet.pl seznam.cz mail.ru yandex.ru yandex.com bk.ru list.ru inbox.ru qq.com 163.com 126.com ' +
    'naver.com hanmail.net rediffmail.com uol.com.br bol.com.br bigpond.com tutanota.com hey.com'
  ).split(' '),
]);

/** Names of mailboxes that several people read. */
const shared = new Set(
  (
    'info office sales contact kontakt support hello hallo mail email admin service team hr jobs career billing accounts accounting ' +
    'invoice reception enquiries inquiries post buero vertrieb einkauf verkauf noreply no-reply webmaster marketing press'
  ).split(' '),
);

/** The two sides of an address, as it is compared; null for what is none. */
function sidesOf(address: string): [local: string, domain: string] | null {
  const email = normalizeEmail(address);
  const at = email.lastIndexOf('@');
  return at > 0 && at < email.length - 1 ? [email.slice(0, at), email.slice(at + 1)] : null;
}

/** What all addresses of one mailbox have in common: `j.butt+news@googlemail.com` is `jbutt@gmail.com`. '' for what is no address. */
export function mailboxKey(address: string): string {
  const sides = sidesOf(address);
  if (!sides) return '';
  const [local, domain] = sides;
  const provider = providers[domain];
  if (!provider) return `${local}@${domain}`;
  const name = (local.split('+')[0] ?? '').replace(provider.ignores ?? /$^/g, '');
  return `${name || local}@${provider.as ?? domain}`;
}

/** The same with whatever stands after a plus left out, at any domain: not proof, but hardly chance. */
export function withoutTag(mailbox: string): string {
  return mailbox.replace(/\+[^@]*@/, '@');
}

/** Whether several people read what is sent there: `info@`, `sales@`. */
export function isSharedMailbox(mailbox: string): boolean {
  return shared.has(mailbox.slice(0, mailbox.lastIndexOf('@')));
}

/** The domain that a company has to itself: of an address, or of a site. '' where anybody may have one there. */
export function ownDomain(addressOrSite: string): string {
  const text = addressOrSite.trim().toLowerCase();
  const host = (sidesOf(text)?.[1] ?? text)
    .replace(/^https?:\/\//, '')
    .replace(/^www\d?\./, '')
    .replace(/[/?#:].*$/, '');
  const isFree = freeMail.has(host) || /^(yahoo|hotmail|outlook|live|gmx)\.[a-z.]+$/.test(host);
  return host.includes('.') && !isFree ? host : '';
}
