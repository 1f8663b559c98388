// Which address of the cloud function a push writes into the manifest. It is remembered per script in an ignored file
// beside .clasp.local.json, because a push that leaves it out takes the add-on's right to ask the function away.
import { readFile, writeFile } from 'node:fs/promises';
import { PushError } from './error';

/** Remembered addresses by script id. */
interface Addresses {
  [scriptId: string]: string;
}

export interface AddressWish {
  readonly scriptId: string;
  /** Given for this push. */
  readonly given: string | undefined;
  /** Push without a function and forget the address. */
  readonly none: boolean;
}

/**
 * The address to push with: the given one, else the one this script was last pushed with; undefined for none. What was
 * chosen is remembered in `file`. Throws `PushError` for an address that is not https, or a file that cannot be read.
 */
export async function chooseAddress(file: string, { scriptId, given, none }: AddressWish): Promise<string | undefined> {
  if (given !== undefined && none) throw new PushError('Say --function or --no-function, not both.');
  const known = await readAddresses(file);
  const chosen = none ? undefined : given === undefined ? known[scriptId] : checked(given);
  if (chosen !== known[scriptId]) {
    const { [scriptId]: _, ...others } = known;
    const addresses: Addresses = chosen === undefined ? others : { ...others, [scriptId]: chosen };
    await writeFile(file, `${JSON.stringify(addresses, null, 2)}\n`);
  }
  return chosen;
}

async function readAddresses(file: string): Promise<Addresses> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text) ?? {};
  } catch {
    throw new PushError(`${file} is not valid JSON. Put it right, or delete it and push with --function.`);
  }
}

function checked(address: string): string {
  if (URL.canParse(address) && new URL(address).protocol === 'https:') return address;
  throw new PushError(`The function's address must begin with https://, not “${address}”.`);
}
