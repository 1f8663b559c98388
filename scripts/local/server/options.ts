// The flags of `npm start`.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from './problem';

export interface StartOptions {
  port: number;
  /** SQLite file of the workbook. The demo has one of its own: a team's sheet is not opened into invented customers. */
  store: string;
  /** Files whose sheets become ordinary tabs. */
  open: string[];
  sample: 'demo' | 'none';
  browser: boolean;
  /** Of everybody's account: `en`, `de`; in others Rowbook speaks English. */
  language: string;
  /** Off leaves a new workbook untouched, to try set-up from the menu. */
  setUp: boolean;
}

export const usage = `Usage: npm start -- [--port N] [--store FILE.db] [--open FILE.xlsx|FILE.csv] [--sample demo|none] [--language en|de] [--no-set-up] [--no-open]`;

/** What `npm start -- --help` prints. */
export const help = `${usage}

  --port N              port of the page, 1 to 65534 (default 8790)
  --store FILE.db       the workbook's file (default .rowbook/demo.db, or .rowbook/workbook.db with --sample none)
  --open FILE           a FILE.xlsx or FILE.csv whose sheets become tabs of the workbook; may be given more than once
  --sample demo|none    what a new workbook holds (default demo)
  --language en|de      the language of everybody's account (default en)
  --no-set-up           leave a new workbook without Rowbook's tabs, to try set-up from the menu
  --no-open             do not open the browser
  --help                print this`;

/** Whether the command line asks for the help rather than for a server. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}

/** Reads the command line; throws `StartError` with one sentence for anything it does not know. */
export function parseOptions(args: readonly string[]): StartOptions {
  const { values, positionals } = parse(args);
  if (positionals.length > 0) throw new StartError(`“${positionals[0]}” is not a flag of npm start. ${usage}`);
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65534)
    throw new StartError(`--port needs a number from 1 to 65534, not “${values.port}”.`);
  if (values.sample !== 'demo' && values.sample !== 'none')
    throw new StartError(`--sample is demo or none, not “${values.sample}”.`);
  if (!/^[a-z]{2}([_-][A-Za-z]{2,4})?$/.test(values.language))
    throw new StartError(`--language is like en or de, not “${values.language}”.`);
  const store = values.store ?? (values.sample === 'demo' ? '.rowbook/demo.db' : '.rowbook/workbook.db');
  if (store.trim() === '') throw new StartError('--store needs the name of a file.');
  return {
    port,
    store: resolve(store),
    open: values.open.map((file) => resolve(file)),
    sample: values.sample,
    language: values.language,
    browser: !values['no-open'],
    setUp: !values['no-set-up'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        port: { type: 'string', default: '8790' },
        store: { type: 'string' },
        open: { type: 'string', multiple: true, default: [] },
        sample: { type: 'string', default: 'demo' },
        language: { type: 'string', default: 'en' },
        'no-open': { type: 'boolean', default: false },
        'no-set-up': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    const first = error instanceof Error ? (error.message.split('\n')[0] ?? '').split('. ')[0] : String(error);
    throw new StartError(`${first}. ${usage}`);
  }
}
