// Long work a few milliseconds at a time, so that typing never waits for it.

/** How long the page may be kept from drawing and from hearing keys: half of a frame, the other half is for what follows. */
const sliceMs = 6;
/** Items between two looks at the clock. */
const between = 64;

const waiting: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => waiting.shift()?.();

/** Calls back as soon as the page has drawn and heard what was waiting: sooner than a timer, which waits 4 ms at the least. */
function soon(act: () => void): void {
  waiting.push(act);
  channel.port2.postMessage(null);
}

/**
 * Does `work` for 0, 1 … up to `count`, then `done`: at once where it takes half a slice, else with pauses. Answers what ends it early,
 * after which `done` is not called.
 */
export function inSlices(count: number, work: (at: number) => void, done: () => void): () => void {
  let at = 0;
  let ended = false;
  // The first one is a part of what heard the key, and that has its own work.
  let most = sliceMs / 2;
  const slice = () => {
    if (ended) return;
    const begin = performance.now();
    while (at < count) {
      work(at++);
      if (at % between === 0 && performance.now() - begin > most) {
        most = sliceMs;
        return soon(slice);
      }
    }
    // What is made of it, drawing above all, takes as long again.
    if (performance.now() - begin > sliceMs / 2) soon(() => !ended && done());
    else done();
  };
  slice();
  return () => {
    ended = true;
  };
}
