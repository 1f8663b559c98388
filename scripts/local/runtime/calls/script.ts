// Calls that reach beyond the workbook: triggers, identity tokens, fetching.
import { ServiceError } from '../errors';
import { checkAddress, fetchAddress } from '../fetch';
import type { Handlers } from '../host';
import { hasOpenId } from '../permissions';
import type { TriggerJson } from '../protocol';
import type { StoredTrigger } from '../triggers';

type ScriptCall =
  | `ScriptApp.${'getProjectTriggers' | 'createTrigger' | 'deleteTrigger' | 'getIdentityToken' | 'getAuthorizationInfo'}`
  | 'UrlFetchApp.fetch';

const triggersPerUser = 20;

export const scriptCalls: Handlers<ScriptCall> = {
  'ScriptApp.getProjectTriggers': ({ execution, host }) =>
    host.triggers.of(execution.identity.effectiveUser).map(toJson),
  'ScriptApp.createTrigger': ({ execution, host }, trigger) => {
    const creator = execution.identity.effectiveUser;
    if (host.triggers.of(creator).length >= triggersPerUser) {
      throw new ServiceError(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    return toJson(host.triggers.create(trigger, creator, execution.clock));
  },
  'ScriptApp.deleteTrigger': ({ execution, host }, id) => {
    if (!host.triggers.of(execution.identity.effectiveUser).some((trigger) => trigger.id === id)) {
      throw new ServiceError(
        'Unexpected error while getting the method or property deleteTrigger on object ScriptApp.',
      );
    }
    host.triggers.delete(id);
    return null;
  },
  'ScriptApp.getIdentityToken': ({ execution, host }) =>
    hasOpenId(host.addon.manifest) && execution.identity.authMode === 'FULL'
      ? host.identityToken(execution.identity.effectiveUser)
      : null,
  'ScriptApp.getAuthorizationInfo': ({ execution }) => ({ required: execution.identity.authMode === 'NONE' }),
  'UrlFetchApp.fetch': async ({ execution, host }, request) => {
    const user = execution.identity.effectiveUser;
    checkAddress(request.url, host.addon.manifest.fetchAllowlist, host.allowedLocalOrigins);
    if (host.fetchQuota.remaining(user) < 1) {
      throw new ServiceError('Service invoked too many times for one day: urlfetch.');
    }
    host.fetchQuota.use(user, 1);
    const before = performance.now();
    const answer = await fetchAddress(request);
    if (!host.lockstep) execution.advanceTo(execution.clock + performance.now() - before);
    return answer;
  },
};

function toJson({ id, handler, eventType, time }: StoredTrigger): TriggerJson {
  return { id, handler, eventType, ...(time ? { time } : {}) };
}
