// The reminder digest as HTML for mail programs: tables and inline styles, since many drop style sheets. The one style sheet
// only adds dark mode and larger touch targets where it is honoured. Text from cells is escaped by the `html` tag.
import type { Digest, DigestItem } from '../domain/follow-ups';
import {
  counted,
  dialled,
  hintOf,
  itemsShown,
  type Links,
  mailable,
  type Section,
  sectionsOf,
  shortDay,
  subjectOf,
  textOf,
  whenOf,
  why,
} from './digest-words';
import { html } from './markup';
import { type Mail, oneLine, safeLink } from './message';

export type { Links } from './digest-words';

const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const ink = '#1f2328';
const quiet = '#57606a';
const line = '#d8dee4';
const faint = '#a8b1bb';
const link = '#0b57d0';
const tones: { [tone in Section['tone']]: string } = { overdue: '#b3261e', today: '#0b6e4f', ahead: '#57606a' };

// Mail programs that honour it win over the inline styles only with !important.
const darkMode = html`
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  body, .page { background: #16181d !important; }
  .card { background: #1f2329 !important; border-color: #39404a !important; }
  .ink { color: #e9ecf1 !important; }
  .quiet { color: #aab2bd !important; }
  .line { border-color: #39404a !important; }
  .link { color: #8ab4f8 !important; }
  .overdue { color: #ff9a91 !important; }
  .today { color: #6fd3ab !important; }
  .ahead { color: #aab2bd !important; }
  .button { background: #8ab4f8 !important; color: #10131a !important; }
}`;

/** The mail of a digest: subject, plain text and HTML say the same. `recipient` is the member's name. */
export function digestMail(to: string, recipient: string, digest: Digest, links: Links): Mail {
  return {
    to,
    subject: subjectOf(digest),
    text: textOf(digest, recipient, links),
    html: page(recipient, digest, links).text,
  };
}

function page(recipient: string, digest: Digest, links: Links) {
  const workbook = safeLink(links.workbook);
  const sections = sectionsOf(digest).map((section) => rowsOf(section, digest.today, links));
  return html`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${subjectOf(digest)}</title><style>${darkMode}</style></head>
<body style="margin:0;padding:0;background:#f3f5f8">
<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="table-layout:fixed;background:#f3f5f8">
<tr><td align="center" style="padding:16px 8px">
<table class="card" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="table-layout:fixed;max-width:600px;background:#ffffff;border:1px solid ${line};border-radius:10px;text-align:left">
<tr><td style="padding:20px 20px 4px;font-family:${font}">
<div class="ink" style="font-size:20px;line-height:26px;font-weight:600;color:${ink}">Hello ${oneLine(recipient)}</div>
<div class="quiet" style="font-size:14px;line-height:20px;color:${quiet}">${shortDay(digest.today)}: ${summaryOf(digest)}</div>
</td></tr>
${sections}${workbook && button(workbook)}
<tr><td class="quiet line" style="padding:14px 20px 18px;border-top:1px solid ${line};font-family:${font};font-size:12px;line-height:18px;color:${quiet}">${why}</td></tr>
</table></td></tr></table></body></html>`;
}

function button(workbook: string) {
  return html`<tr><td style="padding:20px;font-family:${font}">
<a class="button" href="${workbook}" style="display:inline-block;padding:11px 18px;border-radius:6px;background:${link};color:#ffffff;font-size:15px;line-height:20px;font-weight:600;text-decoration:none">Open the workbook</a>
</td></tr>`;
}

function summaryOf(digest: Digest): string {
  const parts = [
    digest.overdue.length > 0 ? `${digest.overdue.length} overdue` : '',
    digest.dueToday.length > 0 ? `${digest.dueToday.length} today` : '',
    digest.next7.length > 0 ? `${digest.next7.length} in the next 7 days` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function rowsOf({ title, tone, items }: Section, today: string, links: Links) {
  const more = items.length - itemsShown;
  const rest = html`<tr><td class="quiet" style="padding:8px 20px;font-family:${font};font-size:14px;color:${quiet}">… and ${counted(more, 'follow-up')} more in the workbook.</td></tr>`;
  return html`<tr><td class="${tone}" style="padding:18px 20px 4px;font-family:${font};font-size:13px;line-height:18px;font-weight:700;letter-spacing:.4px;color:${tones[tone]}">${title.toUpperCase()} · ${items.length}</td></tr>
${items.slice(0, itemsShown).map((item) => rowOf(item, tone, today, links))}${more > 0 && rest}`;
}

/** One item. A letter under a heap of marks can be broken nowhere: it is cut off rather than widen the mail. */
function rowOf(item: DigestItem, tone: Section['tone'], today: string, links: Links) {
  const hint = hintOf(item);
  const about = item.about.map(
    (subject, index) =>
      html`<span>${index > 0 && ' · '}${linked(links.row(subject.tab, subject.id), subject.name, 'underline')}</span>`,
  );
  const subjects = html`<div class="ink" style="font-size:15px;line-height:22px;color:${ink}">${about}</div>`;
  return html`<tr><td style="padding:0 20px;font-family:${font}">
<div class="line" style="padding:10px 0;border-bottom:1px solid ${line};overflow-wrap:anywhere;overflow:hidden">
<div class="link" style="font-size:16px;line-height:22px;font-weight:600;color:${link}">${linked(links.row('tasks', item.taskId), item.title, 'none')}</div>
<div class="quiet" style="font-size:14px;line-height:20px;color:${quiet}"><span class="${tone}" style="font-weight:600;color:${tones[tone]}">${whenOf(item, today)}</span>${hint && ` · ${hint}`}</div>
${about.length > 0 && subjects}${reach(item)}</div></td></tr>
`;
}

/** The text, as a link in the colour of its surroundings where there is an address. */
function linked(to: string | null, text: string, underline: 'none' | 'underline') {
  const address = safeLink(to);
  const shown = oneLine(text);
  if (!address) return shown;
  return html`<a href="${address}" style="color:inherit;text-decoration:${underline};text-decoration-color:${faint}">${shown}</a>`;
}

/** Phone and address, large enough to tap. */
function reach(item: DigestItem) {
  if (item.doNotContact) {
    return html`<div class="overdue" style="font-size:14px;line-height:24px;color:${tones.overdue}">Do not contact</div>`;
  }
  if (!item.phone && !item.email) return null;
  const number = dialled(item.phone);
  const address = mailable(item.email);
  const tap = (to: string, text: string) =>
    html`<a class="link" href="${to}" style="display:inline-block;padding:6px 14px 6px 0;font-size:15px;line-height:20px;color:${link};text-decoration:none">${text}</a>`;
  return html`<div class="quiet" style="font-size:15px;color:${quiet}">
${number ? tap(`tel:${number}`, oneLine(item.phone)) : oneLine(item.phone)}
${address ? tap(`mailto:${encodeURIComponent(address).replace(/%40/g, '@')}`, address) : oneLine(item.email)}</div>`;
}
