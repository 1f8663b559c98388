// The mail that the add-on sent, as its readers would see it.
import { useEffect, useState } from 'preact/hooks';
import type { SentMail } from '../runtime/types';
import { api } from './api';
import { Drawer } from './drawer';
import { wallClock } from './format';
import { icons } from './icons';

interface InboxProps {
  /** Changes when mail arrives. */
  mails: number;
  timeZone: string;
  close: () => void;
  failed: (error: Error) => void;
}

export function Inbox({ mails, timeZone, close, failed }: InboxProps) {
  const [list, setList] = useState<SentMail[] | null>(null);
  const [open, setOpen] = useState<SentMail | null>(null);
  useEffect(() => {
    api.inbox().then((all) => setList([...all].reverse()), failed);
  }, [mails]);

  return (
    <Drawer title="Inbox" note="Mail that Rowbook sent. Nothing leaves this machine." testid="inbox" close={close}>
      {open ? (
        <OpenMail mail={open} timeZone={timeZone} back={() => setOpen(null)} />
      ) : (
        <ol class="mail-list">
          {list?.map((mail) => (
            <li key={`${mail.at} ${mail.to} ${mail.subject}`}>
              <button type="button" data-testid="mail" onClick={() => setOpen(mail)}>
                <span class="mail-to">{mail.to}</span>
                <time>{wallClock(mail.at, timeZone)}</time>
                <span class="mail-subject">{mail.subject}</span>
              </button>
            </li>
          ))}
          {list?.length === 0 && (
            <li class="empty">
              No mail yet. Reminders go out by the hourly run at each person’s digest hour: move the clock to tomorrow
              09:00 to see one.
            </li>
          )}
        </ol>
      )}
    </Drawer>
  );
}

function OpenMail({ mail, timeZone, back }: { mail: SentMail; timeZone: string; back: () => void }) {
  const [view, setView] = useState<'html' | 'text'>(mail.html ? 'html' : 'text');
  return (
    <article class="open-mail" data-testid="open-mail">
      <div class="mail-head">
        <button type="button" class="icon-button" aria-label="Back to the list" onClick={back}>
          {icons.back}
        </button>
        <div>
          <h3>{mail.subject}</h3>
          <p>
            {mail.name ? `${mail.name} → ` : 'to '}
            {mail.to} · {wallClock(mail.at, timeZone)}
          </p>
        </div>
      </div>
      {mail.html && (
        <fieldset class="switch" aria-label="Show the mail as">
          {(['html', 'text'] as const).map((kind) => (
            <button key={kind} type="button" aria-pressed={view === kind} onClick={() => setView(kind)}>
              {kind === 'html' ? 'HTML' : 'Plain text'}
            </button>
          ))}
        </fieldset>
      )}
      {view === 'html' ? (
        // No scripts, no forms, no origin: what a mail program would show. Links open in a new window.
        <iframe
          title={`Mail: ${mail.subject}`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcdoc={mail.html}
          data-testid="mail-html"
        />
      ) : (
        <pre data-testid="mail-text">{mail.text}</pre>
      )}
    </article>
  );
}
