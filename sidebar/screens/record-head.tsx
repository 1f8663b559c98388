// The head of a record's page: what they do and where, and how to reach them.
import type { RecordView } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { Icon } from '../ui/icons';
import { Notice } from '../ui/notice';

/** Under the name: what they do and where, with the way there. */
export function Subtitle({ record, id }: { record: RecordView | null; id: string }) {
  const { go } = useApp();
  const company = record?.fields.company;
  const job = record?.fields.jobTitle;
  return (
    <span class="detail">
      {typeof job === 'string' && `${job}, `}
      {typeof company === 'string' && record && (
        <>
          <button
            type="button"
            class="link small"
            onClick={() =>
              go({
                kind: 'record',
                tab: 'companies',
                id: company,
                known: { name: record.labels[company] ?? company, detail: '' },
              })
            }
          >
            {record.labels[company] ?? company}
          </button>
          {' · '}
        </>
      )}
      {id}
    </span>
  );
}

/** Call and mail, where there is a number or an address. */
export function Reach({ record }: { record: RecordView }) {
  const { phone, email, website, doNotContact } = record.fields;
  const links = [
    typeof phone === 'string' && {
      icon: 'phone' as const,
      label: 'Call',
      what: phone,
      href: `tel:${phone.replace(/[^\d+#*,;]/g, '')}`,
    },
    typeof email === 'string' && {
      icon: 'mail' as const,
      label: 'Mail',
      what: email,
      href: `mailto:${encodeURIComponent(email)}`,
    },
    typeof website === 'string' &&
      safeUrl(website) && { icon: 'external' as const, label: 'Website', what: website, href: safeUrl(website) },
  ].filter((link) => link !== false && link !== '');
  if (links.length === 0 && !doNotContact) return null;
  return (
    <div class="actions below">
      {doNotContact === true && <Notice kind="warn">Do not contact</Notice>}
      {links.map((link) => (
        <a
          key={link.label}
          class="button slim"
          href={link.href}
          target="_blank"
          rel="noopener noreferrer"
          title={link.what}
          aria-label={`${link.label} ${link.what}`}
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
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : '';
  } catch {
    return '';
  }
}
