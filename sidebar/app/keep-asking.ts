// Asking the server again and again as long as somebody looks: soon after there was news, ever more seldom while there is none.

/** Between two questions: ever longer while nothing happens. */
const soonestMs = 20_000;
const latestMs = 240_000;
const growth = 1.5;

export interface Asking {
  /** There may be news already: asks now, or once more after the answer that is on its way. */
  soon: () => void;
  stop: () => void;
}

/** `ask` answers whether there was news; one that fails counts as none. The first question goes out after `firstMs`. */
export function keepAsking(ask: () => Promise<boolean>, firstMs = soonestMs): Asking {
  let wait = soonestMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let askAgain = false;
  let ended = false;

  const plan = (ms: number) => {
    clearTimeout(timer);
    if (!ended) timer = setTimeout(() => void run(), ms);
  };
  const run = async () => {
    if (isAsking || document.visibilityState === 'hidden') return;
    isAsking = true;
    askAgain = false;
    const isNews = await ask().catch(() => false);
    isAsking = false;
    wait = isNews ? soonestMs : Math.min(latestMs, wait * growth);
    plan(askAgain ? 0 : wait);
  };
  const look = () => {
    if (document.visibilityState === 'visible') plan(0);
  };
  document.addEventListener('visibilitychange', look);
  plan(firstMs);
  return {
    soon: () => {
      wait = soonestMs;
      askAgain = isAsking;
      plan(0);
    },
    stop: () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    },
  };
}
