// Calls about who runs, what is shown to them, and mail.
import { ServiceError } from '../errors';
import type { Handlers } from '../host';
import { seedOf } from '../random';

type PeopleCall =
  | `Ui.${'addMenu' | 'showSidebar' | 'showDialog' | 'alert'}`
  | 'HtmlService.file'
  | `MailApp.${'getRemainingDailyQuota' | 'sendEmail'}`
  | `Session.${'getActiveUser' | 'getEffectiveUser' | 'getTemporaryActiveUserKey'}`
  | 'Utilities.sleep';

const recipientsPerMessage = 50;
const bodyBytes = 200 * 1024;
const longestSleepMs = 300_000;
const keyRotationMs = 30 * 86_400_000;

export const peopleCalls: Handlers<PeopleCall> = {
  'Ui.addMenu': ({ execution, host }, menu) => {
    execution.menus.push({ ...menu, caption: menu.caption === '' ? host.addonName : menu.caption });
    return null;
  },
  'Ui.showSidebar': ({ execution }, panel) => {
    execution.ui.push({ kind: 'sidebar', ...panel });
    return null;
  },
  'Ui.showDialog': ({ execution }, panel) => {
    execution.ui.push({ kind: 'dialog', ...panel });
    return null;
  },
  'Ui.alert': ({ execution, host }, alert) => {
    execution.ui.push({ kind: 'alert', ...alert });
    // An alert pauses the script, and locks do not last across the pause (APPS_SCRIPT.md 1.3).
    host.locks.releaseAll(execution);
    return null;
  },
  'HtmlService.file': ({ host }, name) => {
    const text = host.addon.html(name);
    if (text === null) throw new ServiceError(`No HTML file named ${name} was found.`);
    return text;
  },
  'MailApp.getRemainingDailyQuota': ({ execution, host }) =>
    execution.faults.mailQuota ?? host.mailQuota.remaining(execution.identity.effectiveUser),
  'MailApp.sendEmail': ({ execution, host }, mail) => {
    const user = execution.identity.effectiveUser;
    const recipients = [mail.to, mail.cc, mail.bcc].flatMap(addresses);
    if (recipients.length === 0) throw new ServiceError('Failed to send email: no recipient');
    const wrong = recipients.find((address) => !/^[^\s@<>]+@[^\s@<>]+$/.test(bareAddress(address)));
    if (wrong !== undefined) throw new ServiceError(`Invalid email: ${wrong}`);
    if (recipients.length > recipientsPerMessage) {
      throw new ServiceError('Limit Exceeded: Email Recipients Per Message.');
    }
    if (Math.max(Buffer.byteLength(mail.text), Buffer.byteLength(mail.html)) > bodyBytes) {
      throw new ServiceError('Limit Exceeded: Email Body Size.');
    }
    const left = execution.faults.mailQuota ?? host.mailQuota.remaining(user);
    if (recipients.length > left) throw new ServiceError('Service invoked too many times for one day: email.');
    if (execution.faults.mailQuota !== undefined) execution.faults.mailQuota -= recipients.length;
    host.engine.transaction(() => {
      host.mailQuota.use(user, recipients.length);
      host.mailbox.deliver({ ...mail, from: user, at: new Date(execution.clock).toISOString() });
    });
    return null;
  },
  'Session.getActiveUser': ({ execution }) => execution.identity.activeUser,
  'Session.getEffectiveUser': ({ execution }) =>
    execution.identity.authMode === 'FULL' ? execution.identity.effectiveUser : '',
  'Session.getTemporaryActiveUserKey': ({ execution }) =>
    seedOf(`${execution.identity.effectiveUser} ${Math.floor(execution.clock / keyRotationMs)}`).toString(36),
  'Utilities.sleep': ({ execution, host }, milliseconds) => {
    if (milliseconds < 0 || milliseconds > longestSleepMs) {
      throw new ServiceError('Invalid argument: milliseconds');
    }
    execution.advanceTo(execution.clock + milliseconds);
    if (host.lockstep) return null;
    return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
  },
};

function addresses(list: string): string[] {
  return list
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
}

function bareAddress(address: string): string {
  return /<([^<>]+)>\s*$/.exec(address)?.[1]?.trim() ?? address;
}
