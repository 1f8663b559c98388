// The services as the worker sees them: installs Apps Script's globals into the context that this file runs in, calls the
// function, and turns its result into JSON.
import { seededRandom } from '../random';
import { absentServices } from './absent';
import { bridge, connect, type Start, started, takeLocalMs } from './bridge';
import { cacheService } from './cache-service';
import { console, logger } from './console';
import { contentService } from './content-service';
import { toEvent } from './events';
import { htmlService } from './html-service';
import { lockService } from './lock-service';
import { mailApp } from './mail-app';
import { propertiesService } from './properties-service';
import { coverage } from './register';
import { clientResult, webResult } from './result';
import { scriptApp } from './script-app';
import { installDate } from './script-date';
import { session } from './session';
import { spreadsheetApp } from './spreadsheet-app';
import { urlFetchApp } from './url-fetch-app';
import { utilities } from './utilities';

const globals: { [name: string]: object } = {
  ...absentServices,
  CacheService: cacheService,
  ContentService: contentService,
  HtmlService: htmlService,
  LockService: lockService,
  Logger: logger,
  MailApp: mailApp,
  PropertiesService: propertiesService,
  ScriptApp: scriptApp,
  Session: session,
  SpreadsheetApp: spreadsheetApp,
  UrlFetchApp: urlFetchApp,
  Utilities: utilities,
  console,
};

function install(door: Parameters<typeof connect>[0], startJson: string): void {
  const start: Start = JSON.parse(startJson);
  connect(door, start);
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }
  installDate();
  if (start.lockstep) Math.random = seededRandom(start.seed);
}

/** JSON of the result; null for nothing. */
async function invoke(target: unknown, name: string): Promise<string | null> {
  const { event, args, source } = started();
  if (typeof target !== 'function') throw new Error(`Script function not found: ${name}`);
  const result = await target(...(event ? [toEvent(event)] : JSON.parse(args)));
  bridge().pause();
  return source === 'webApp' ? webResult(result) : clientResult(result);
}

function describeError(error: unknown): { name: string; message: string; stack: string } {
  if (typeof error !== 'object' || error === null || !('message' in error)) {
    return { name: 'Error', message: String(error), stack: '' };
  }
  const { name, message, stack } = error as Error;
  return { name: String(name), message: String(message), stack: String(stack ?? '') };
}

const services = { install, invoke, describeError, takeLocalMs, coverage };

export type ServicesRuntime = typeof services;
export { coverage, describeError, install, invoke, takeLocalMs };
