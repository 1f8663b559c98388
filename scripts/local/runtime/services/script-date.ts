// Date as the script sees it: "now" is the stand-in's clock, everything else is the language's own Date.
import { now } from './bridge';

/** Replaces the context's Date; instances and prototype stay the same, so `instanceof` holds for all dates. */
export function installDate(): void {
  const Original = Date;
  function ScriptDate(this: unknown, ...args: unknown[]): unknown {
    if (!new.target) return new Original(now()).toString();
    return Reflect.construct(Original, args.length === 0 ? [now()] : args, new.target);
  }
  Object.defineProperties(ScriptDate, {
    name: { value: 'Date' },
    length: { value: 7 },
    prototype: { value: Original.prototype, writable: false },
  });
  const statics = { now, parse: Original.parse, UTC: Original.UTC };
  for (const [name, value] of Object.entries(statics)) {
    Object.defineProperty(ScriptDate, name, { value, writable: true, configurable: true });
  }
  Object.defineProperty(Original.prototype, 'constructor', { value: ScriptDate, writable: true, configurable: true });
  Object.defineProperty(globalThis, 'Date', { value: ScriptDate, writable: true, configurable: true });
}
