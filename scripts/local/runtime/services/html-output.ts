// HtmlOutput: a page for a sidebar, a dialog or a web app.
import { registerClass } from './register';
import { signature } from './signature';

export class HtmlOutput {
  #content: string;
  #title: string | null = null;
  #width: number | null = null;
  #height: number | null = null;
  readonly #meta: { name: string; content: string }[] = [];

  constructor(content: string) {
    this.#content = content;
  }

  getContent(): string {
    return this.#content;
  }

  setContent(content: string): this {
    this.#content = content;
    return this;
  }

  append(content: string): this {
    this.#content += content;
    return this;
  }

  appendUntrusted(content: string): this {
    this.#content += escapeHtml(content);
    return this;
  }

  clear(): this {
    this.#content = '';
    return this;
  }

  getTitle(): string | null {
    return this.#title;
  }

  setTitle(title: string): this {
    signature('HtmlOutput.setTitle', arguments, 'string');
    this.#title = title;
    return this;
  }

  getWidth(): number | null {
    return this.#width;
  }

  setWidth(width: number): this {
    signature('HtmlOutput.setWidth', arguments, 'number');
    this.#width = width;
    return this;
  }

  getHeight(): number | null {
    return this.#height;
  }

  setHeight(height: number): this {
    signature('HtmlOutput.setHeight', arguments, 'number');
    this.#height = height;
    return this;
  }

  addMetaTag(name: string, content: string): this {
    signature('HtmlOutput.addMetaTag', arguments, 'string,string');
    this.#meta.push({ name, content });
    return this;
  }

  getMetaTags(): { getName(): string; getContent(): string }[] {
    return this.#meta.map(({ name, content }) => ({ getName: () => name, getContent: () => content }));
  }

  setFaviconUrl(_iconUrl: string): this {
    return this;
  }

  setXFrameOptionsMode(_mode: unknown): this {
    return this;
  }

  setSandboxMode(_mode: unknown): this {
    return this;
  }
}

export function escapeHtml(text: string): string {
  const entities: { [character: string]: string } = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

registerClass('HtmlOutput', HtmlOutput);
