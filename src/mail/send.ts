// The one place that hands a mail to Google. Mails leave from the account that made the hourly trigger, and count on its quota.
import type { Mail } from './message';
import { oneLine } from './message';

/** Recipients the account may still write to today; a run's own sends are counted by the caller. */
export function remainingQuota(): number {
  return MailApp.getRemainingDailyQuota();
}

/** Sends one mail. Throws what MailApp throws; whether the mail left all the same cannot be known then. */
export function sendMail(mail: Mail): void {
  MailApp.sendEmail({
    to: mail.to,
    subject: oneLine(mail.subject),
    body: mail.text,
    htmlBody: mail.html,
    name: 'Rowbook',
  });
}
