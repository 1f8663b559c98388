// Gets the part of the sidebar that reads signatures (sidebar/parts), once.
import type { ReadSignature } from '../../src/domain/signature';
import { loadPart } from '../part';

export type ReadsSignatures = (text: string) => ReadSignature;

let reader: ReadsSignatures | null = null;

/** What reads signatures, if it is here already. */
export const signatureReader = () => reader;

/** Rejects with a `CallError` when it did not come; then asking again may help. */
export async function loadSignatureReader(): Promise<ReadsSignatures> {
  await loadPart('signature');
  reader = (window as unknown as { rowbookSignature: { readSignature: ReadsSignatures } }).rowbookSignature
    .readSignature;
  return reader;
}
