// Who may call what: scopes of the manifest, and what simple triggers may not do (APPS_SCRIPT.md 3.1, 3.5, 5.2, 5.3).
import type { Manifest } from './addon';
import type { AuthModeName, HostCall } from './protocol';

const auth = (name: string) => `https://www.googleapis.com/auth/${name}`;

const currentOrAll = [auth('spreadsheets.currentonly'), auth('spreadsheets')];

/** Any one of these scopes will do. Services that are not named need none. */
const scopesByService: { readonly [service: string]: readonly string[] } = {
  SpreadsheetApp: currentOrAll,
  Spreadsheet: currentOrAll,
  NamedRange: currentOrAll,
  Sheet: currentOrAll,
  Range: currentOrAll,
  Filter: currentOrAll,
  TextFinder: currentOrAll,
  DeveloperMetadata: currentOrAll,
  Protection: currentOrAll,
  MailApp: [auth('script.send_mail')],
  UrlFetchApp: [auth('script.external_request')],
};

const scopesByCall: { readonly [call in HostCall]?: readonly string[] } = {
  'SpreadsheetApp.openById': [auth('spreadsheets')],
  'Ui.showSidebar': [auth('script.container.ui')],
  'Ui.showDialog': [auth('script.container.ui')],
  'ScriptApp.getProjectTriggers': [auth('script.scriptapp')],
  'ScriptApp.createTrigger': [auth('script.scriptapp')],
  'ScriptApp.deleteTrigger': [auth('script.scriptapp')],
  'Session.getActiveUser': [auth('userinfo.email')],
  'Session.getEffectiveUser': [auth('userinfo.email')],
};

/** Simple triggers may touch the bound file, properties, cache and menus, and nothing that acts for a person elsewhere. */
const refusedWhenLimited = new Set<HostCall>([
  'SpreadsheetApp.openById',
  'Ui.showSidebar',
  'Ui.showDialog',
  'MailApp.sendEmail',
  'MailApp.getRemainingDailyQuota',
  'UrlFetchApp.fetch',
  'ScriptApp.getProjectTriggers',
  'ScriptApp.createTrigger',
  'ScriptApp.deleteTrigger',
]);

/** What even AuthMode.NONE leaves: the menu, and services without any state. */
const allowedWhenNone = new Set<HostCall>([
  'SpreadsheetApp.ui',
  'Ui.addMenu',
  'HtmlService.file',
  'ScriptApp.getAuthorizationInfo',
  'Session.getActiveUser',
  'Session.getEffectiveUser',
  'Utilities.sleep',
]);

/**
 * Google's sentence when `call` is not permitted, or null. `name` is how the script named it.
 * Session's users are answered as blank in simple triggers instead of being refused.
 */
export function refusal(call: HostCall, name: string, mode: AuthModeName, manifest: Manifest): string | null {
  const service = call.slice(0, call.indexOf('.'));
  const scopes = scopesByCall[call] ?? scopesByService[service] ?? [];
  if (mode === 'NONE' && !allowedWhenNone.has(call)) return sentence(name, scopes);
  if (mode === 'LIMITED' && refusedWhenLimited.has(call)) return sentence(name, scopes);
  if (mode !== 'FULL' || scopes.length === 0 || manifest.scopes === null) return null;
  const granted = manifest.scopes;
  return scopes.some((scope) => granted.includes(scope)) ? null : sentence(name, scopes);
}

/** Whether the manifest asks for identity tokens. */
export function hasOpenId(manifest: Manifest): boolean {
  return manifest.scopes?.includes('openid') ?? false;
}

function sentence(name: string, scopes: readonly string[]): string {
  const needed = scopes.length > 1 ? `(${scopes.join(' || ')})` : (scopes[0] ?? 'authorization');
  return `You do not have permission to call ${name}. Required permissions: ${needed}`;
}
