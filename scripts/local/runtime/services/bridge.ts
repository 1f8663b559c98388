// The one way out of the context: calls to the workbook's owner, the clock, the log.
// Everything here runs inside the execution's context; nothing of Node exists.
import { localCallMs } from '../cost';
import type { Bridge, CallAnswer, HostCall, HostCalls, StartMessage } from '../protocol';

export type Start = Omit<StartMessage, 'code' | 'codeCache'>;

interface State {
  bridge: Bridge;
  start: Start;
  /** The execution's time at the last answer. */
  clock: number;
  localMs: number;
  depth: number;
}

let state: State | null = null;

export function connect(bridge: Bridge, start: Start): void {
  state = { bridge, start, clock: start.now, localMs: 0, depth: 0 };
}

function connected(): State {
  if (!state) throw new Error('The services are not connected');
  return state;
}

export function started(): Start {
  return connected().start;
}

export function bridge(): Bridge {
  return connected().bridge;
}

/** Makes a call and waits for its answer. `as` is the name for traces and messages. Throws an Exception when refused. */
export function call<K extends HostCall>(
  op: K,
  as: string,
  ...args: Parameters<HostCalls[K]>
): ReturnType<HostCalls[K]> {
  return outside(() => {
    const current = connected();
    const answer: CallAnswer = JSON.parse(current.bridge.call(op, as, JSON.stringify(args), takeLocalMs()));
    current.clock = answer.clock;
    if (!answer.ok) throw serviceError(answer.error.name, answer.error.message);
    return JSON.parse(answer.value);
  });
}

/** Runs a service's own work (encoding cells, turning serials into Dates) without counting it as the script's. */
export function outside<T>(work: () => T): T {
  const current = connected();
  if (current.depth++ === 0) current.bridge.pause();
  try {
    return work();
  } finally {
    if (--current.depth === 0) current.bridge.resume();
  }
}

/** Books a service that needs no call, such as `Utilities.formatDate`. */
export function bookLocal(): void {
  connected().localMs += localCallMs;
}

export function takeLocalMs(): number {
  const current = connected();
  const { localMs } = current;
  current.localMs = 0;
  return localMs;
}

/**
 * The stand-in's time as this execution lives it, milliseconds since 1970: counted as the execution's owner counts it,
 * so that no call sets it back.
 */
export function now(): number {
  const { bridge, clock, localMs } = connected();
  return Math.floor(clock + localMs + bridge.worked());
}

/** What Google's services throw: an Error named Exception. */
export function exception(message: string): Error {
  return serviceError('Exception', message);
}

function serviceError(name: string, message: string): Error {
  const error = new Error(message);
  if (name !== 'Error') error.name = name;
  return error;
}
