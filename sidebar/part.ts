// Gets a part of the panels that is not in their pages (sidebar/parts), and runs it.
import type { PartInput } from '../src/rpc/contract';
import { call } from './call';

/** Rejects with a `CallError` when it did not come; then asking again may help. */
export async function loadPart(name: PartInput['name']): Promise<void> {
  const page = await call.part({ name });
  const script = document.createElement('script');
  // A page of the add-on's own: `<script>…</script>`, and nothing that a person wrote.
  script.textContent = page.slice(page.indexOf('>') + 1, page.lastIndexOf('<'));
  document.head.append(script);
}
