// ScriptApp: triggers, authorisation, the identity token.
import { call } from './bridge';
import { type EnumValue, enumOf } from './enums';
import { registerClass, registerService } from './register';
import { signature } from './signature';
import { eventTypes, Trigger, TriggerBuilder, triggerId, triggerSources, weekDays } from './trigger';

export const authModes = enumOf('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');
const authorizationStatuses = enumOf('REQUIRED', 'NOT_REQUIRED');
const installationSources = enumOf('APPS_MARKETPLACE_DOMAIN_ADD_ON', 'NONE', 'WEB_STORE_ADD_ON');

class AuthorizationInfo {
  readonly #required: boolean;

  constructor(required: boolean) {
    this.#required = required;
  }

  getAuthorizationStatus(): EnumValue {
    return this.#required ? authorizationStatuses.REQUIRED : authorizationStatuses.NOT_REQUIRED;
  }

  getAuthorizationUrl(): string | null {
    return this.#required ? 'https://script.google.com/authorize' : null;
  }
}

export const scriptApp = registerService('ScriptApp', {
  AuthMode: authModes,
  AuthorizationStatus: authorizationStatuses,
  EventType: eventTypes,
  InstallationSource: installationSources,
  TriggerSource: triggerSources,
  WeekDay: weekDays,

  newTrigger(functionName: string): TriggerBuilder {
    signature('ScriptApp.newTrigger', arguments, 'string');
    return new TriggerBuilder(functionName);
  },

  /** Only the current person's own. */
  getProjectTriggers(): Trigger[] {
    return call('ScriptApp.getProjectTriggers', 'ScriptApp.getProjectTriggers').map((trigger) => new Trigger(trigger));
  },

  getUserTriggers(_spreadsheet: unknown): Trigger[] {
    const triggers = call('ScriptApp.getProjectTriggers', 'ScriptApp.getUserTriggers');
    return triggers.filter(({ eventType }) => eventType !== 'CLOCK').map((trigger) => new Trigger(trigger));
  },

  deleteTrigger(trigger: Trigger): void {
    signature('ScriptApp.deleteTrigger', arguments, 'object');
    call('ScriptApp.deleteTrigger', 'ScriptApp.deleteTrigger', trigger[triggerId]);
  },

  getAuthorizationInfo(_authMode: EnumValue): AuthorizationInfo {
    const { required } = call('ScriptApp.getAuthorizationInfo', 'ScriptApp.getAuthorizationInfo');
    return new AuthorizationInfo(required);
  },

  /** null when the manifest has no `openid`. */
  getIdentityToken(): string | null {
    return call('ScriptApp.getIdentityToken', 'ScriptApp.getIdentityToken');
  },

  getScriptId: () => 'local-script',
});

registerClass('AuthorizationInfo', AuthorizationInfo);
