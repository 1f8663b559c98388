// Long work a few milliseconds at a time, so that typing never waits for it.

/** How long the page may be kept from drawing and from hearing keys: half of a frame, the other half is for what follows. */
const sliceMs = 6;
/** Items between two looks at the clock. */
const between = 64;

/** Between two times that somebody hears how far it is. */
const tellMs = 100;

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

/**
 * Takes the steps of long work with pauses, to its answer; null once `isOver` says that nobody wants it any more. A step answers how
 * much is done, 0 to 1, which `tell` hears from time to time.
 */
export function takeSteps<T>(
  steps: Iterator<number, T>,
  tell: (share: number) => void,
  isOver: () => boolean,
): Promise<T | null> {
  return new Promise((resolve, reject) => {
    let told = performance.now();
    const slice = () => {
      if (isOver()) return resolve(null);
      const begin = performance.now();
      try {
        for (let at = 1; ; at++) {
          const step = steps.next();
          if (step.done) return resolve(step.value);
          if (at % between !== 0 || performance.now() - begin <= sliceMs) continue;
          if (begin - told > tellMs) {
            told = begin;
            tell(step.value);
          }
          return soon(slice);
        }
      } catch (error) {
        reject(error);
      }
    };
    slice();
  });
}
