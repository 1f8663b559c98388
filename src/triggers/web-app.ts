// The web app: the sidebar as a page of its own, for phones. Opening it changes nothing, since previews and scanners open links too.
import { parseId } from '../domain/ids';
import { mobilePage } from '../workbook';

/** The page for a link; `?r=C-12` leads to that record, and anything else in its place to a page that says so. */
export function pageFor({ parameter }: GoogleAppsScript.Events.DoGet): GoogleAppsScript.HTML.HtmlOutput {
  const wanted: string | undefined = parameter.r;
  return mobilePage(wanted === undefined ? '' : (parseId(wanted) || { id: '?' }).id);
}
