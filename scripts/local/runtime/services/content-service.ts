// ContentService: text answers of a web app.
import { type EnumValue, enumOf } from './enums';
import { registerClass, registerService } from './register';

const mimeTypes = enumOf('ATOM', 'CSV', 'ICAL', 'JAVASCRIPT', 'JSON', 'RSS', 'TEXT', 'VCARD', 'XML');

export class TextOutput {
  #content: string;
  #mimeType: EnumValue = mimeTypes.TEXT;

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

  getMimeType(): EnumValue {
    return this.#mimeType;
  }

  setMimeType(mimeType: EnumValue): this {
    this.#mimeType = mimeType;
    return this;
  }
}

export const contentService = registerService('ContentService', {
  MimeType: mimeTypes,
  createTextOutput: (content = '') => new TextOutput(String(content)),
});

registerClass('TextOutput', TextOutput);
