// Which services and methods the stand-in has, read from the services themselves.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import type { ServicesRuntime } from './services/index';

const builtServices = fileURLToPath(new URL('../../../dist/local/services.js', import.meta.url));

/** Names of services and classes (`SpreadsheetApp`, `Range`), each with its members, in alphabetical order. */
export function coveredServices(file = builtServices): { [name: string]: string[] } {
  const services: ServicesRuntime = runInNewContext(`${readFileSync(file, 'utf8')}\nservices;`, {});
  return JSON.parse(JSON.stringify(services.coverage()));
}
