// LockService: locks that hold until released or until the execution ends.
import type { LockKind } from '../protocol';
import { call, exception, started } from './bridge';
import { registerClass, registerService } from './register';
import { signature } from './signature';

class Lock {
  readonly #kind: LockKind;
  #held = false;

  constructor(kind: LockKind) {
    this.#kind = kind;
  }

  tryLock(timeoutInMillis: number): boolean {
    signature('LockService.Lock.tryLock', arguments, 'number');
    return this.#acquire('Lock.tryLock', timeoutInMillis);
  }

  waitLock(timeoutInMillis: number): void {
    signature('LockService.Lock.waitLock', arguments, 'number');
    if (!this.#acquire('Lock.waitLock', timeoutInMillis)) {
      throw exception('Lock timeout: another process was holding the lock for too long.');
    }
  }

  hasLock(): boolean {
    return this.#held;
  }

  releaseLock(): void {
    if (!this.#held) return;
    call('Lock.releaseLock', 'Lock.releaseLock', this.#kind);
    this.#held = false;
  }

  #acquire(as: string, timeoutMs: number): boolean {
    if (!this.#held) this.#held = call('Lock.tryLock', as, this.#kind, timeoutMs);
    return this.#held;
  }
}

/** One object per kind: a second getter gives a lock that knows what the first one holds. */
const locks = { script: new Lock('script'), document: new Lock('document'), user: new Lock('user') };

export const lockService = registerService('LockService', {
  getScriptLock: () => locks.script,
  /** null where no document is open (APPS_SCRIPT.md 5.5, unverified). */
  getDocumentLock: () =>
    /^web/.test(started().source) && !started().facts.documentLockInWebApp ? null : locks.document,
  getUserLock: () => locks.user,
});

registerClass('Lock', Lock);
