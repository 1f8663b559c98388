// CacheService: text that may vanish at any time.
import type { StoreKind } from '../protocol';
import { call, exception } from './bridge';
import { registerClass, registerService } from './register';
import { signature } from './signature';

const defaultSeconds = 600;
const longestSeconds = 21_600;

class Cache {
  readonly #store: StoreKind;

  constructor(store: StoreKind) {
    this.#store = store;
  }

  get(key: string): string | null {
    signature('CacheService.Cache.get', arguments, 'string');
    return call('Cache.get', 'Cache.get', this.#store, [key])[0] ?? null;
  }

  getAll(keys: string[]): { [key: string]: string } {
    signature('CacheService.Cache.getAll', arguments, 'array');
    const values = call('Cache.get', 'Cache.getAll', this.#store, keys);
    const found: { [key: string]: string } = {};
    keys.forEach((key, index) => {
      const value = values[index];
      if (typeof value === 'string') found[key] = value;
    });
    return found;
  }

  put(key: string, value: string, expirationInSeconds?: number): void {
    signature('CacheService.Cache.put', arguments, 'string,string', 'string,string,number');
    call('Cache.put', 'Cache.put', this.#store, [{ key, value }], lifetime(expirationInSeconds));
  }

  putAll(values: { [key: string]: string }, expirationInSeconds?: number): void {
    signature('CacheService.Cache.putAll', arguments, 'object', 'object,number');
    const entries = Object.entries(values).map(([key, value]) => ({ key, value: String(value) }));
    call('Cache.put', 'Cache.putAll', this.#store, entries, lifetime(expirationInSeconds));
  }

  remove(key: string): void {
    signature('CacheService.Cache.remove', arguments, 'string');
    call('Cache.remove', 'Cache.remove', this.#store, [key]);
  }

  removeAll(keys: string[]): void {
    signature('CacheService.Cache.removeAll', arguments, 'array');
    call('Cache.remove', 'Cache.removeAll', this.#store, keys);
  }
}

function lifetime(seconds = defaultSeconds): number {
  if (seconds < 1) throw exception('Invalid argument: expirationInSeconds');
  return Math.min(seconds, longestSeconds);
}

export const cacheService = registerService('CacheService', {
  getScriptCache: () => new Cache('script'),
  getDocumentCache: () => new Cache('document'),
  getUserCache: () => new Cache('user'),
});

registerClass('Cache', Cache);
