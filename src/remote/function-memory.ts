// What `_Meta` remembers of the cloud function, so that a save knows by one read where it listens and whether it is passed
// over because it did not answer lately. Settings is the truth about the address; `_Meta` is a copy of it.
import type { Settings } from '../domain/settings';
import { readMeta, readSettings, type Workbook, withLock, writeMeta } from '../workbook';

/** After one failure the function is passed over for this long (DESIGN.md invariant 10). */
const passedOverMs = 5 * 60_000;

export interface KnownFunction {
  /** Its base address without a trailing slash; blank where no function is set up. */
  readonly address: string;
  /** It did not answer: `until` (epoch milliseconds) it is not asked. */
  readonly passedOver?: { readonly until: number; readonly why: string };
}

/** The base address of Settings without a trailing slash, or null where no function is set up. */
export function functionAddress(settings: Pick<Settings, 'functionAddress'>): string | null {
  const address = settings.functionAddress.trim().replace(/\/+$/, '');
  return /^https?:\/\/[^\s/?#]+/i.test(address) ? address : null;
}

/**
 * What is known of the function: from `_Meta`, or from Settings where `_Meta` knows nothing yet (1 read). Callers that read
 * Settings anyway say so: then `_Meta` is asked only where there is a function.
 */
export function knownFunction(workbook: Workbook, readsSettings = false): KnownFunction {
  const address = readsSettings ? addressInSettings(workbook) : undefined;
  if (address === '') return { address };
  const known = remembered(workbook);
  return known && (address === undefined || known.address === address)
    ? known
    : { address: address ?? addressInSettings(workbook) };
}

/** What `_Meta` must be told, to be written with whatever else is: empty where it agrees with Settings. */
export function functionNews(workbook: Workbook): { readonly function?: KnownFunction } {
  const address = addressInSettings(workbook);
  return remembered(workbook)?.address === address ? {} : { function: { address } };
}

/** Brings `_Meta` in line with Settings, after somebody changed them. Takes the lock where they differ (1 write). */
export function rememberFunction(workbook: Workbook): void {
  const news = functionNews(workbook);
  if (news.function) withLock(workbook, () => writeMeta(workbook, news));
}

/** Remembers that the function at this address is to be passed over from now on. Takes the lock; never throws. */
export function passOver(workbook: Workbook, address: string, why: string): { until: number; why: string } {
  const passedOver = { until: Date.now() + passedOverMs, why: why.slice(0, 300) };
  try {
    withLock(workbook, () => writeMeta(workbook, { function: { address, passedOver } satisfies KnownFunction }));
  } catch (error) {
    // Without the note the next save asks again: slower, not wrong.
    console.error('The function cannot be reached, and that could not be noted:', error);
  }
  return passedOver;
}

/** “The function could not be reached; saves go on without it until 14:05.”, in the workbook's zone. */
export function unreachableMessage(workbook: Pick<Workbook, 'timeZone' | 'format'>, until: number): string {
  const time = workbook.format(until, workbook.timeZone, 'HH:mm');
  return `The function could not be reached; saves go on without it until ${time}.`;
}

/** What the sidebar should say. Empty when the function is not passed over. Costs no read where `_Meta` was read. */
export function functionNotices(workbook: Workbook, nowMs: number): { code: string; message: string }[] {
  const until = remembered(workbook)?.passedOver?.until ?? 0;
  return until > nowMs ? [{ code: 'function-unreachable', message: unreachableMessage(workbook, until) }] : [];
}

function addressInSettings(workbook: Workbook): string {
  return functionAddress(readSettings(workbook)) ?? '';
}

/** `_Meta` can be edited by anyone who shows hidden tabs: only what is of the right shape counts. */
function remembered(workbook: Workbook): KnownFunction | null {
  const known = readMeta(workbook, 'function') as Partial<KnownFunction> | null;
  if (typeof known?.address !== 'string') return null;
  const { address, passedOver } = known;
  const isPassedOver = typeof passedOver?.until === 'number' && typeof passedOver.why === 'string';
  return isPassedOver ? { address, passedOver } : { address };
}
