// The add-on's panels: each is kept for a while under a secret address and served to a frame on the server's other name,
// so that it runs on an origin of its own, as panels do on Google.
import { readFile } from 'node:fs/promises';
import { inProject } from '../../build/files';
import type { UiEvent } from '../runtime/types';
import type { WireUi } from './wire';

const mostKept = 100;

export class Frames {
  private readonly pages = new Map<string, string>();

  constructor(
    /** Origins under which the page itself may be open. */
    private readonly origins: readonly string[],
    private readonly functions: () => string[],
  ) {}

  /** Keeps the HTML of sidebars and dialogs and answers what the page may know of them. */
  publish(events: readonly UiEvent[]): WireUi[] {
    return events.map((event) => {
      if (!('html' in event)) return event;
      const { html, ...rest } = event;
      return { ...rest, frame: this.keep(html) };
    });
  }

  /** The panel's page with `google.script` put in front of its own scripts; null when the address is unknown. */
  async page(id: string): Promise<string | null> {
    const html = this.pages.get(id);
    if (html === undefined) return null;
    const known = JSON.stringify({ functions: this.functions(), pages: this.origins });
    const script = await readFile(inProject('dist/local/page/frame.js'), 'utf8');
    const shim = `<script>var rowbookFrame = ${known};\n${script}</script>`;
    const head = /<head[^>]*>/i.exec(html);
    if (!head) return `${shim}${html}`;
    const end = head.index + head[0].length;
    return `${html.slice(0, end)}${shim}${html.slice(end)}`;
  }

  /** Keeps a panel's HTML and answers the last part of its address. */
  keep(html: string): string {
    const id = crypto.randomUUID();
    this.pages.set(id, html);
    const [oldest] = this.pages.keys();
    if (this.pages.size > mostKept && oldest !== undefined) this.pages.delete(oldest);
    return id;
  }
}

/** A panel may run what it brings along and open links; it can ask no address for anything. */
export function framePolicy(pageOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'unsafe-inline'",
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    'frame-src blob: data:',
    "base-uri 'self'",
    "form-action 'none'",
    `frame-ancestors ${pageOrigins.join(' ')}`,
  ].join('; ');
}
