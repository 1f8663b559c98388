// The words of a reminder digest: subject, plain text, and the phrases that text and markup share. English only for now.

import { addDays, dayNumber, weekdayOf } from '../domain/days';
import { isEmail } from '../domain/email';
import type { Digest, DigestItem, Subject } from '../domain/follow-ups';
import { shorten } from '../domain/text';
import { oneLine } from './message';

/** Where things of the workbook can be opened; null where no address is known. */
export interface Links {
  readonly workbook: string | null;
  /** The row of a task or of a record that it is about. */
  row(tab: 'tasks' | Subject['tab'], id: string): string | null;
}

export interface Section {
  readonly title: string;
  readonly tone: 'overdue' | 'today' | 'ahead';
  readonly items: readonly DigestItem[];
}

/** Longer lists are cut here: a mail body has a size limit, and nobody reads the hundredth line on a phone. */
export const itemsShown = 50;

/** The parts of a digest in reading order, empty ones left out. */
export function sectionsOf(digest: Digest): Section[] {
  const sections: Section[] = [
    { title: 'Overdue', tone: 'overdue', items: digest.overdue },
    { title: 'Today', tone: 'today', items: digest.dueToday },
    { title: 'Next 7 days', tone: 'ahead', items: digest.next7 },
  ];
  return sections.filter((section) => section.items.length > 0);
}

/** `2 follow-ups today, 1 overdue: Call Ida Berg` */
export function subjectOf(digest: Digest): string {
  const today = digest.dueToday.length;
  const overdue = digest.overdue.length;
  const counts = [
    today > 0 ? `${counted(today, 'follow-up')} today` : '',
    overdue > 0 ? (today > 0 ? `${overdue} overdue` : `${counted(overdue, 'follow-up')} overdue`) : '',
  ].filter(Boolean);
  const first = digest.overdue[0] ?? digest.dueToday[0];
  return shorten(oneLine(`${counts.join(', ')}${first ? `: ${first.title}` : ''}`), 100);
}

/** `1 follow-up`, `2 follow-ups`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** `3 days overdue`, `today at 10:00`, `tomorrow`, `Fri 27 Nov`. */
export function whenOf(item: DigestItem, today: string): string {
  const time = item.dueTime ? ` at ${item.dueTime}` : '';
  if (item.daysOverdue > 0) return `${counted(item.daysOverdue, 'day')} overdue`;
  if (item.day === today) return `today${time}`;
  if (item.day === addDays(today, 1)) return `tomorrow${time}`;
  return `${shortDay(item.day)}${time}`;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-27` → `Fri 27 Nov`; a text that is no day stays as it is. */
export function shortDay(day: string): string {
  if (dayNumber(day) === null) return day;
  return `${weekdays[weekdayOf(day) - 1]} ${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`;
}

/** Kind and priority where they say something: `Call`, `Meeting, urgent`. */
export function hintOf(item: DigestItem): string {
  const kind = item.kind === 'To do' ? '' : item.kind;
  const priority = /^(urgent|high)$/i.test(item.priority) ? item.priority.toLowerCase() : '';
  return oneLine([kind, priority].filter(Boolean).join(', '));
}

/** The digits a phone can dial, or null where the text holds no number. */
export function dialled(phone: string): string | null {
  const digits = phone.replace(/[^\d+]/g, '');
  return /^\+?\d{3,20}$/.test(digits) ? digits : null;
}

/** The address where it is one to write to, or null. */
export function mailable(email: string): string | null {
  return isEmail(email) ? email.trim() : null;
}

/** The digest as plain text, for mail programs that show no markup and for people who prefer it. */
export function textOf(digest: Digest, recipient: string, links: Links): string {
  const lines = [`Hello ${oneLine(recipient)},`, ''];
  for (const section of sectionsOf(digest)) {
    lines.push(`${section.title.toUpperCase()} (${section.items.length})`, '');
    for (const item of section.items.slice(0, itemsShown)) lines.push(...itemLines(item, digest.today, links), '');
    const more = section.items.length - itemsShown;
    if (more > 0) lines.push(`… and ${more} more in the workbook.`, '');
  }
  lines.push('--');
  if (links.workbook) lines.push(`Workbook: ${links.workbook}`);
  lines.push(why);
  return lines.join('\n');
}

/** Why this mail came, and how to stop it. */
export const why =
  'Rowbook sends this on your working days when something is due. Digest hour, working days and Away until stand in the Team tab.';

function itemLines(item: DigestItem, today: string, links: Links): string[] {
  const hint = hintOf(item);
  const about = item.about.map((subject) => oneLine(subject.name)).join(', ');
  const reach = [item.phone, item.email].map(oneLine).filter(Boolean).join(', ');
  const link = links.row('tasks', item.taskId);
  return [
    `* ${oneLine(item.title)} - ${oneLine(whenOf(item, today))}${hint ? ` (${hint})` : ''}`,
    ...(about ? [`  ${about}`] : []),
    ...(reach ? [`  ${reach}`] : []),
    ...(item.doNotContact ? ['  Do not contact'] : []),
    ...(link ? [`  ${link}`] : []),
  ];
}
