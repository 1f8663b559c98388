// Code that only a few functions need is left out of Code.js, which every execution evaluates anew: a part of it is read and run
// when it is asked for.

/** The parts by name, each with the exports of its module. The build makes them (scripts/build/parts.ts). */
interface Parts {
  'plan-import': typeof import('./import-context');
  'source-tab': typeof import('./source-tab');
}

/** What parts are built upon: functions and values of Code.js, by name. The build puts in what they use. */
export const shared: { [name: string]: unknown } = {};

/** A part's exports (1 call). Google names `eval` for code that comes out of a project's own files (HtmlTemplate.getCode). */
export function loadPart<K extends keyof Parts>(name: K): Parts[K] {
  const page = HtmlService.createHtmlOutputFromFile(name).getContent();
  // A file of the add-on's own: `<script>…</script>`, and nothing that a person wrote.
  const code = page.slice(page.indexOf('>') + 1, page.lastIndexOf('<'));
  return new Function('shared', `${code};return part`)(shared) as Parts[K];
}
