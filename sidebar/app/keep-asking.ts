// Asking the server again and again as long as somebody looks: soon after there was news, ever more seldom while there is none.

/** Milliseconds to the first question, and between two: ever longer, by `growth`, while nothing happens. */
interface Pace {
  readonly first: number;
  readonly soonest: number;
  readonly latest: number;
  readonly growth: number;
}

const usual: Pace = { first: 20_000, soonest: 20_000, latest: 240_000, growth: 1.5 };

export interface Asking {
  /** There may be news already, or `inMs`: asks then, or once more after the answer that is on its way. */
  soon: (inMs?: number) => void;
  stop: () => void;
}

/** `ask` answers whether there was news; one that fails counts as none. */
export function keepAsking(ask: () => Promise<boolean>, pace: Partial<Pace> = {}): Asking {
  const { first, soonest, latest, growth } = { ...usual, ...pace };
  let wait = soonest;
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
    wait = isNews ? soonest : Math.min(latest, wait * growth);
    plan(askAgain ? 0 : wait);
  };
  const look = () => {
    if (document.visibilityState === 'visible') plan(0);
  };
  document.addEventListener('visibilitychange', look);
  plan(first);
  return {
    soon: (inMs = 0) => {
      wait = soonest;
      askAgain = isAsking;
      plan(inMs);
    },
    stop: () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    },
  };
}
