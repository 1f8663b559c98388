// Calls on protections. Until someone takes editors away, a protection keeps nobody out (APPS_SCRIPT.md 2.3).
import type { Session } from '../../engine/types';
import { ServiceError } from '../errors';
import type { Handlers } from '../host';
import type { ProtectionView } from '../protocol';

type ProtectionCall = `Protection.${'list' | 'add' | 'update' | 'editors' | 'view' | 'remove'}`;

export const protectionCalls: Handlers<ProtectionCall> = {
  'Protection.list': ({ execution }, sheetId, type) =>
    execution.session
      .protections()
      .filter((protection) => sheetId === null || protection.sheetId === sheetId)
      .filter((protection) => (protection.rect === null) === (type === 'SHEET')),
  'Protection.add': ({ execution }, entry) =>
    execution.session.addProtection({ ...entry, editors: [], restricted: false }),
  'Protection.update': ({ execution }, id, change) => {
    execution.session.updateProtection(id, change);
    return protectionOf(execution.session, id);
  },
  'Protection.editors': ({ execution, host }, id, { add, remove, domain }) => {
    const { session, identity } = execution;
    const me = identity.effectiveUser;
    const before = protectionOf(session, id);
    const restricted = before.restricted || remove !== null || domain === false;
    const editors = new Set([...before.editors, ...add].filter((email) => !remove?.includes(email)));
    // Neither the owner nor whoever runs the script can be taken out; the owner is never listed.
    if (restricted && me !== host.engine.info.owner) editors.add(me);
    editors.delete(host.engine.info.owner);
    session.updateProtection(id, { editors: [...editors], restricted });
    return protectionOf(session, id);
  },
  'Protection.view': ({ execution }, id) => protectionOf(execution.session, id),
  'Protection.remove': ({ execution }, id) => {
    execution.session.removeProtection(id);
    return null;
  },
};

function protectionOf(session: Session, id: number): ProtectionView {
  const protection = session.protections().find((candidate) => candidate.id === id);
  if (!protection) throw new ServiceError('The protection does not exist.');
  return protection;
}
