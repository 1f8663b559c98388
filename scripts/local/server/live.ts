// What open pages are told as it happens.
import type { Engine } from '../engine/types';
import type { Runtime } from '../runtime/types';
import type { WireEvent } from './wire';

export class Live {
  private readonly listeners = new Set<(event: WireEvent) => void>();
  private readonly changed = new Set<number>();
  private timer: NodeJS.Timeout | null = null;

  constructor(engine: Engine, runtime: Runtime) {
    engine.onChange((sheetIds) => {
      for (const id of sheetIds) this.changed.add(id);
      // A commit writes many times in a row; pages hear of it once.
      this.timer ??= setTimeout(() => this.sendChanges(), 60);
    });
    runtime.onEvent(({ kind }) => this.send({ kind }));
  }

  listen(listener: (event: WireEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.listeners.clear();
  }

  private sendChanges(): void {
    this.timer = null;
    const sheetIds = [...this.changed];
    this.changed.clear();
    this.send({ kind: 'sheets', sheetIds });
  }

  private send(event: WireEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
