// PropertiesService: text under keys, for the script, the document or the user.
import type { StoreKind } from '../protocol';
import { call, started } from './bridge';
import { registerClass, registerService } from './register';
import { signature } from './signature';

class Properties {
  readonly #store: StoreKind;

  constructor(store: StoreKind) {
    this.#store = store;
  }

  getProperty(key: string): string | null {
    signature('PropertiesService.Properties.getProperty', arguments, 'string');
    return call('Properties.get', 'Properties.getProperty', this.#store, key);
  }

  getProperties(): { [key: string]: string } {
    return call('Properties.getAll', 'Properties.getProperties', this.#store);
  }

  getKeys(): string[] {
    return Object.keys(call('Properties.getAll', 'Properties.getKeys', this.#store));
  }

  setProperty(key: string, value: unknown): this {
    signature('PropertiesService.Properties.setProperty', arguments, 'string,any');
    call('Properties.set', 'Properties.setProperty', this.#store, { [key]: propertyText(value) }, false);
    return this;
  }

  setProperties(properties: { [key: string]: unknown }, deleteAllOthers?: boolean): this {
    signature('PropertiesService.Properties.setProperties', arguments, 'object', 'object,boolean');
    const texts = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, propertyText(value)]));
    call('Properties.set', 'Properties.setProperties', this.#store, texts, deleteAllOthers ?? false);
    return this;
  }

  deleteProperty(key: string): this {
    signature('PropertiesService.Properties.deleteProperty', arguments, 'string');
    call('Properties.delete', 'Properties.deleteProperty', this.#store, key);
    return this;
  }

  deleteAllProperties(): this {
    call('Properties.delete', 'Properties.deleteAllProperties', this.#store, null);
    return this;
  }
}

/** Numbers come back as Java writes them, `1.0` (APPS_SCRIPT.md 4, unverified): code must write text. */
function propertyText(value: unknown): string {
  const asJava = typeof value === 'number' && Number.isInteger(value) && started().facts.propertyNumbersAsJava;
  return asJava ? `${value}.0` : String(value);
}

export const propertiesService = registerService('PropertiesService', {
  getScriptProperties: () => new Properties('script'),
  getDocumentProperties: () => new Properties('document'),
  getUserProperties: () => new Properties('user'),
});

registerClass('Properties', Properties);
