// The inbox of everything that MailApp sent. Durable, because "sent" must survive a crash.
import type { DurableMap } from '../engine/types';
import type { SentMail } from './types';

export class Mailbox {
  private readonly mails: SentMail[];

  constructor(
    private readonly store: DurableMap,
    private readonly onMail: () => void,
  ) {
    this.mails = store
      .entries()
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([, text]) => JSON.parse(text));
  }

  /** All mails, oldest first. */
  all(): SentMail[] {
    return [...this.mails];
  }

  deliver(mail: SentMail): void {
    this.store.set(String(this.mails.length).padStart(8, '0'), JSON.stringify(mail));
    this.mails.push(mail);
    this.onMail();
  }
}
