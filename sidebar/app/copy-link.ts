// A link to a record for others: it carries the id, so that it leads to the record wherever its row stands by then.
import type { StartView } from '../../src/rpc/contract';
import { toast } from '../ui/toasts';
import * as words from '../words';

/** The link; blank where Settings name no address of the web app. */
export function linkTo(id: string, { webApp }: StartView): string {
  return /^https?:\/\//.test(webApp) ? `${webApp.replace(/[?#].*/, '')}?r=${id}` : '';
}

/** Puts the link on the clipboard; where the browser does not let us, shows it to be copied by hand. */
export async function copyLink(link: string): Promise<void> {
  let copied = true;
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    copied = copyTheOldWay(link);
  }
  toast(copied ? words.linkCopied : words.copyThisLink(link));
}

/** What works in a frame that may not use the clipboard by itself. */
function copyTheOldWay(text: string): boolean {
  const before = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  box.readOnly = true;
  document.body.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
