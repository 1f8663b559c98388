// MailApp: sends mail as the person the script runs as; the stand-in puts it into its inbox.
import type { MailJson } from '../protocol';
import { call, exception } from './bridge';
import { registerService } from './register';
import { signature } from './signature';

interface MailOptions {
  to?: string;
  subject?: string;
  body?: string;
  htmlBody?: string;
  cc?: string;
  bcc?: string;
  replyTo?: string;
  name?: string;
  noReply?: boolean;
  attachments?: unknown[];
  inlineImages?: object;
}

const known = new Set(['to', 'subject', 'body', 'htmlBody', 'cc', 'bcc', 'replyTo', 'name', 'noReply']);

function toMail(options: MailOptions): MailJson {
  const missing = Object.keys(options).find((key) => !known.has(key));
  if (missing !== undefined) throw new Error(`MailApp.sendEmail with ${missing} is not in the stand-in`);
  // The plain text is required even when there is HTML (APPS_SCRIPT.md 4).
  if (typeof options.body !== 'string') throw exception('Failed to send email: no body');
  return {
    to: String(options.to ?? ''),
    cc: String(options.cc ?? ''),
    bcc: String(options.bcc ?? ''),
    replyTo: String(options.replyTo ?? ''),
    name: String(options.name ?? ''),
    subject: String(options.subject ?? ''),
    text: options.body,
    html: String(options.htmlBody ?? ''),
  };
}

export const mailApp = registerService('MailApp', {
  getRemainingDailyQuota(): number {
    return call('MailApp.getRemainingDailyQuota', 'MailApp.getRemainingDailyQuota');
  },

  /** `(message)`, `(to, subject, body[, options])` or `(to, replyTo, subject, body)`. */
  sendEmail(...args: unknown[]): void {
    signature(
      'MailApp.sendEmail',
      args,
      'object',
      'string,string,string',
      'string,string,string,object',
      'string,string,string,string',
    );
    const [first, second, third, fourth] = args;
    let options: MailOptions;
    if (typeof first === 'object') options = { ...first };
    else if (typeof fourth === 'string') {
      options = { to: String(first), replyTo: String(second), subject: String(third), body: fourth };
    } else {
      options = { ...(fourth as MailOptions), to: String(first), subject: String(second), body: String(third) };
    }
    call('MailApp.sendEmail', 'MailApp.sendEmail', toMail(options));
  },
});
