// Gets the part of the sidebar that reads signatures (sidebar/parts), once.
import type { ReadSignature } from '../../src/domain/signature';
import { call } from '../call';

export type ReadsSignatures = (text: string) => ReadSignature;

let reader: ReadsSignatures | null = null;

/** What reads signatures, if it is here already. */
export const signatureReader = () => reader;

/** Rejects with a `CallError` when it did not come; then asking again may help. */
export async function loadSignatureReader(): Promise<ReadsSignatures> {
  const page = await call.signaturePart({});
  const script = document.createElement('script');
  // A page of the add-on's own: `<script>…</script>`, and nothing that a person wrote.
  script.textContent = page.slice(page.indexOf('>') + 1, page.lastIndexOf('<'));
  document.head.append(script);
  reader = (window as unknown as { rowbookSignature: { readSignature: ReadsSignatures } }).rowbookSignature
    .readSignature;
  return reader;
}
