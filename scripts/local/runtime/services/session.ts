// Session: who runs the script, as far as a script may know (APPS_SCRIPT.md 5.1).
import { call, started } from './bridge';
import { registerService } from './register';
import { User } from './user';

export const session = registerService('Session', {
  getActiveUser: () => new User(call('Session.getActiveUser', 'Session.getActiveUser')),
  getEffectiveUser: () => new User(call('Session.getEffectiveUser', 'Session.getEffectiveUser')),
  getTemporaryActiveUserKey: () => call('Session.getTemporaryActiveUserKey', 'Session.getTemporaryActiveUserKey'),
  getScriptTimeZone: () => started().scriptZone,
  getActiveUserLocale: () => started().language,
});
