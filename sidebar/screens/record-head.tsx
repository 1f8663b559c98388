// The head of a record's page: what they do and where, and how to reach them.
import type { ComponentChildren } from 'preact';
import type { RecordTabKey } from '../../src/domain/schema';
import { shorten } from '../../src/domain/text';
import type { RecordView, TimelineEntry } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { RecordLink } from '../app/record-link';
import { heldIndex, useIndexState } from '../find/index-state';
import { ageText, dayText } from '../format';
import { tabIcon } from '../forms/layout';
import { Icon } from '../ui/icons';
import { Notice } from '../ui/notice';
import * as words from '../words';

export function Title({ tab, name, children }: { tab: RecordTabKey; name: string; children: ComponentChildren }) {
  return (
    <div class="row title-row">
      <span class="mark">
        <Icon name={tabIcon(tab)} />
      </span>
      <div class="words">
        <h1 tabIndex={-1}>{name}</h1>
        {children}
      </div>
    </div>
  );
}

/** Under the name: what they do and where, with the way there. */
export function Subtitle({ record, id }: { record: RecordView | null; id: string }) {
  const company = record?.fields.company;
  const job = record?.fields.jobTitle;
  return (
    <span class="detail">
      {typeof job === 'string' && `${shorten(job, 120)}, `}
      {typeof company === 'string' && record && (
        <>
          <RecordLink tab="companies" id={company} name={record.labels[company] ?? company} class="link small" />
          {' · '}
        </>
      )}
      {id}
    </span>
  );
}

/** Call, mail, website and map, where there is a number or an address. A deal is asked about where its contact is reached. */
export function Reach({ record }: { record: RecordView }) {
  useIndexState();
  const { contact, doNotContact } = record.fields;
  const own = (typeof contact === 'string' && heldIndex()?.values('contacts', contact)) || {};
  const text = (key: string) => {
    const value = record.fields[key] ?? own[key];
    return typeof value === 'string' ? value.trim() : '';
  };
  const call = (number: string) => ({
    icon: 'phone' as const,
    label: words.callThem,
    what: number,
    href: number && `tel:${number.replace(/[^\d+#*,;]/g, '')}`,
  });
  const place = ['street', 'postcode', 'city', 'region', 'country'].map(text).filter(Boolean).join(', ');
  const links = [
    call(text('phone')),
    call(text('otherPhone')),
    {
      icon: 'mail' as const,
      label: words.mailThem,
      what: text('email'),
      href: text('email') && `mailto:${encodeURIComponent(text('email'))}`,
    },
    { icon: 'external' as const, label: words.website, what: text('website'), href: safeUrl(text('website')) },
    {
      icon: 'pin' as const,
      label: words.map,
      what: place,
      href: place && `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(place)}`,
    },
  ].filter(({ href }) => href !== '');
  if (links.length === 0 && !doNotContact) return null;
  return (
    <div class="actions below">
      {doNotContact === true && <Notice kind="warn">{words.doNotContact}</Notice>}
      {links.map((link) => (
        <a
          key={link.href}
          class="button slim"
          href={link.href}
          target="_blank"
          rel="noopener noreferrer"
          title={link.what}
          aria-label={words.reachAt(link.label, link.what)}
        >
          <Icon name={link.icon} size={14} />
          {link.label}
        </a>
      ))}
    </div>
  );
}

/** The address as a link, only when it leads to the web: other schemes could run something. */
function safeUrl(text: string): string {
  if (text === '') return '';
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : '';
  } catch {
    return '';
  }
}

/** The open task that comes first: what is to be done next, and the way there. */
export function NextStep({ timeline }: { timeline: readonly TimelineEntry[] }) {
  const { today } = useApp();
  const [task] = timeline
    .filter(({ kind, detail }) => kind === 'task' && detail === 'Open')
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  if (!task?.tab || !task.id) return null;
  const { tab, id, title, at } = task;
  return (
    <p class="row below">
      <Icon name="task" size={14} />
      <span class="words">
        <span class="detail">{words.nextStep}</span>
        <RecordLink tab={tab} id={id} name={title} />
      </span>
      <span class={at < today() ? 'late' : 'muted'} title={dayText(at)}>
        {ageText(at, today())}
      </span>
    </p>
  );
}
