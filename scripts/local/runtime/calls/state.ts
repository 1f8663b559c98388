// Calls on what a script keeps besides cells: locks, properties, cache.
import type { DurableMap } from '../../engine/types';
import { ServiceError } from '../errors';
import type { Handlers, Scope } from '../host';
import type { LockKind, StoreKind } from '../protocol';

type StateCall =
  | `Lock.${'tryLock' | 'releaseLock'}`
  | `Properties.${'get' | 'getAll' | 'set' | 'delete'}`
  | `Cache.${'get' | 'put' | 'remove'}`;

const propertyBytes = 9 * 1024;
const propertyStoreBytes = 500 * 1024;
const cacheKeyLength = 250;
const cacheValueBytes = 100 * 1024;

export const stateCalls: Handlers<StateCall> = {
  'Lock.tryLock': (scope, kind, timeoutMs) => {
    const { execution, host } = scope;
    const heldByOther = execution.faults.lockHeldMs ?? 0;
    if (heldByOther > 0 && !host.locks.holds(lockName(scope, kind), execution)) {
      if (timeoutMs < heldByOther) {
        execution.advanceTo(execution.clock + timeoutMs);
        execution.faults.lockHeldMs = heldByOther - timeoutMs;
        return false;
      }
      execution.advanceTo(execution.clock + heldByOther);
      execution.faults.lockHeldMs = 0;
    }
    return host.locks.acquire(lockName(scope, kind), execution, timeoutMs);
  },
  'Lock.releaseLock': (scope, kind) => {
    scope.host.locks.release(lockName(scope, kind), scope.execution);
    return null;
  },
  'Properties.get': (scope, kind, key) => properties(scope, kind).get(key),
  'Properties.getAll': (scope, kind) => Object.fromEntries(properties(scope, kind).entries()),
  'Properties.set': (scope, kind, values, deleteOthers) => {
    const store = properties(scope, kind);
    const next = new Map(deleteOthers ? [] : store.entries());
    for (const [key, value] of Object.entries(values)) {
      if (Buffer.byteLength(value) > propertyBytes) throw new ServiceError('Argument too large: value');
      next.set(key, value);
    }
    const total = [...next].reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);
    if (total > propertyStoreBytes) {
      throw new ServiceError(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    scope.host.engine.transaction(() => {
      for (const [key] of store.entries()) if (!next.has(key)) store.delete(key);
      for (const [key, value] of Object.entries(values)) store.set(key, value);
    });
    return null;
  },
  'Properties.delete': (scope, kind, key) => {
    const store = properties(scope, kind);
    if (key !== null) store.delete(key);
    else for (const [name] of store.entries()) store.delete(name);
    return null;
  },
  'Cache.get': (scope, kind, keys) => keys.map((key) => scope.host.cache.get(storeName(scope, kind), key)),
  'Cache.put': (scope, kind, entries, seconds) => {
    for (const { key, value } of entries) {
      if (key.length > cacheKeyLength) throw new ServiceError('Argument too large: key');
      if (Buffer.byteLength(value) > cacheValueBytes) throw new ServiceError('Argument too large: value');
      scope.host.cache.put(storeName(scope, kind), key, value, seconds);
    }
    return null;
  },
  'Cache.remove': (scope, kind, keys) => {
    for (const key of keys) scope.host.cache.remove(storeName(scope, kind), key);
    return null;
  },
};

function lockName(scope: Scope, kind: LockKind): string {
  return storeName(scope, kind);
}

function properties(scope: Scope, kind: StoreKind): DurableMap {
  return scope.host.engine.store(`properties:${storeName(scope, kind)}`);
}

function storeName({ execution }: Scope, kind: StoreKind): string {
  return kind === 'user' ? `user:${execution.identity.effectiveUser}` : kind;
}
