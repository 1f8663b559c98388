// CacheService's entries. In memory: Google may drop them at any time, so nothing may rely on them.
interface Entry {
  value: string;
  expiresAt: number;
}

const mostItems = 1000;
const keptItems = 900;

export class ScriptCache {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly now: () => number) {}

  get(store: string, key: string): string | null {
    const entry = this.entries.get(`${store} ${key}`);
    return entry && entry.expiresAt > this.now() ? entry.value : null;
  }

  put(store: string, key: string, value: string, seconds: number): void {
    this.entries.set(`${store} ${key}`, { value, expiresAt: this.now() + seconds * 1000 });
    if (this.entries.size <= mostItems) return;
    // Over the cap, those farthest from their end stay (APPS_SCRIPT.md 4).
    const byEnd = [...this.entries].sort(([, one], [, other]) => other.expiresAt - one.expiresAt);
    for (const [name] of byEnd.slice(keptItems)) this.entries.delete(name);
  }

  remove(store: string, key: string): void {
    this.entries.delete(`${store} ${key}`);
  }
}
