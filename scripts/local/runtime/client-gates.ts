// google.script.run's limit: of one page at most ten calls run, the next one waits (APPS_SCRIPT.md 1.3).

const callsPerClient = 10;

interface Gate {
  running: number;
  waiting: (() => void)[];
}

export class ClientGates {
  private readonly gates = new Map<string, Gate>();

  async pass<T>(client: string, work: () => Promise<T>): Promise<T> {
    const gate = this.gates.get(client) ?? { running: 0, waiting: [] };
    this.gates.set(client, gate);
    // Who waits takes over the place of the call that ends, so nobody can slip in between.
    if (gate.running >= callsPerClient) await new Promise<void>((resolve) => gate.waiting.push(resolve));
    else gate.running += 1;
    try {
      return await work();
    } finally {
      const next = gate.waiting.shift();
      if (next) next();
      else gate.running -= 1;
      if (gate.running === 0) this.gates.delete(client);
    }
  }
}
