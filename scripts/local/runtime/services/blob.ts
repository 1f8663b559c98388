// Blob: bytes with a type and a name. Bytes are signed, as Java's are.
import { bridge } from './bridge';
import { fromBase64, toBase64 } from './bytes';
import { registerClass } from './register';

export class Blob {
  #base64: string;
  #type: string | null;
  #name: string | null;

  constructor(base64: string, type: string | null, name: string | null) {
    this.#base64 = base64;
    this.#type = type;
    this.#name = name;
  }

  getBytes(): number[] {
    return fromBase64(this.#base64);
  }

  setBytes(bytes: number[]): this {
    this.#base64 = toBase64(bytes);
    return this;
  }

  getDataAsString(charset = 'UTF-8'): string {
    return bridge().decode(this.#base64, charsetName(charset));
  }

  setDataFromString(text: string, charset = 'UTF-8'): this {
    this.#base64 = bridge().encode(text, charsetName(charset));
    return this;
  }

  getContentType(): string | null {
    return this.#type;
  }

  setContentType(type: string | null): this {
    this.#type = type;
    return this;
  }

  getName(): string | null {
    return this.#name;
  }

  setName(name: string): this {
    this.#name = name;
    return this;
  }

  copyBlob(): Blob {
    return new Blob(this.#base64, this.#type, this.#name);
  }
}

/** The name the bridge knows a charset by. */
export function charsetName(charset: unknown): string {
  return String(charset).toUpperCase().replace('_', '-') === 'US-ASCII' ? 'ascii' : 'utf8';
}

registerClass('Blob', Blob);
