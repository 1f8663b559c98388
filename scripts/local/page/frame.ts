// Runs first in every panel of the add-on: `google.script.run` and `google.script.host` as Google's HTML service has them
// (APPS_SCRIPT.md 1.3). It talks to the page around the frame, which calls the server as the acting user.

/** Put in front of this script by the server. */
declare const rowbookFrame: { functions: string[]; pages: string[] };

type Handler = (value: unknown, userObject?: unknown) => void;
interface Call {
  name: string;
  args: unknown[];
  success: Handler | undefined;
  failure: Handler | undefined;
  userObject: unknown;
}

const mostAtOnce = 10;
const running = new Map<number, Call>();
const waiting: Call[] = [];
let lastId = 0;
/** The page's origin: the first of the server's names that is not this frame's own. */
const pageOrigin = rowbookFrame.pages.find((origin) => origin !== location.origin) ?? location.origin;

function tell(message: { [name: string]: unknown }): void {
  window.parent.postMessage(message, pageOrigin);
}

function startWaiting(): void {
  while (running.size < mostAtOnce) {
    const call = waiting.shift();
    if (!call) return;
    const id = ++lastId;
    running.set(id, call);
    tell({ rowbook: 'call', id, function: call.name, args: call.args });
  }
}

window.addEventListener('message', (event) => {
  if (event.source !== window.parent || event.origin !== pageOrigin || event.data?.rowbook !== 'answer') return;
  const call = running.get(event.data.id);
  if (!call) return;
  running.delete(event.data.id);
  startWaiting();
  const { error, result } = event.data;
  if (!error) return call.success?.(result, call.userObject);
  const failure = new Error(error.message);
  failure.name = 'ScriptError';
  if (call.failure) call.failure(failure, call.userObject);
  else console.error(`Uncaught ScriptError: ${error.message}`);
});

/** Only plain values cross: a copy of them, or an exception that names the place of what may not. */
function legal(value: unknown, place: string): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map((item, index) => legal(item, `${place}.${index}`));
  const plain = typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value));
  if (!plain) throw new TypeError(`Failed due to illegal value in property: ${place}`);
  const entries = Object.entries(value as object).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, legal(item, key)]));
}

function formValues(form: HTMLFormElement): { [name: string]: unknown } {
  const values: { [name: string]: unknown } = {};
  for (const [name, value] of new FormData(form)) {
    const before = values[name];
    const text = typeof value === 'string' ? value : value.name;
    values[name] = before === undefined ? text : Array.isArray(before) ? [...before, text] : [before, text];
  }
  return values;
}

function plainArguments(args: unknown[]): unknown[] {
  const [only] = args;
  if (args.length === 1 && only instanceof HTMLFormElement) return [formValues(only)];
  return args.map((arg, index) => legal(arg, String(index)));
}

/** A runner with these handlers; each `with…` gives a new one, so that chains do not disturb each other. */
function runner(handlers: { success?: Handler; failure?: Handler; userObject?: unknown }): object {
  const made: { [name: string]: unknown } = {
    withSuccessHandler: (success: Handler) => runner({ ...handlers, success }),
    withFailureHandler: (failure: Handler) => runner({ ...handlers, failure }),
    withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
  };
  for (const name of rowbookFrame.functions) {
    made[name] = (...args: unknown[]): void => {
      const { success, failure, userObject } = handlers;
      waiting.push({ name, args: plainArguments(args), success, failure, userObject });
      startWaiting();
    };
  }
  return made;
}

Object.assign(window, {
  google: {
    script: {
      run: runner({}),
      host: {
        origin: pageOrigin,
        close: () => tell({ rowbook: 'close' }),
        setWidth: (width: number) => tell({ rowbook: 'size', width }),
        setHeight: (height: number) => tell({ rowbook: 'size', height }),
        editor: { focus: () => tell({ rowbook: 'focus' }) },
      },
    },
  },
});
