// console and Logger: lines for the log of executions.
import { bridge, now } from './bridge';
import { registerService } from './register';

const timers = new Map<string, number>();
const logged: string[] = [];

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value === 'object' && value !== null) {
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  }
  return String(value);
}

/** Puts the values into `%s`, `%d`, `%i`, `%f`, `%j`, `%o` of a leading text; what is left over follows. */
function line(values: unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== 'string') return values.map(show).join(' ');
  const text = first.replace(/%[sdifjo]/g, (place) => (rest.length > 0 ? show(rest.shift()) : place));
  return [text, ...rest.map(show)].join(' ');
}

const write =
  (level: string) =>
  (...values: unknown[]): void => {
    bridge().log(level === '' ? line(values) : `${level}: ${line(values)}`);
  };

export const console = registerService('console', {
  log: write(''),
  info: write('info'),
  warn: write('warning'),
  error: write('error'),
  debug: write('debug'),
  time(label = 'default'): void {
    timers.set(label, now());
  },
  timeEnd(label = 'default'): void {
    bridge().log(`${label}: ${now() - (timers.get(label) ?? now())}ms`);
    timers.delete(label);
  },
});

export const logger = registerService('Logger', {
  log(...values: unknown[]): unknown {
    logged.push(line(values));
    bridge().log(line(values));
    return logger;
  },
  getLog: () => logged.map((text) => `${text}\n`).join(''),
  clear(): void {
    logged.length = 0;
  },
});
