// The outbox's own memory: document properties, one for each message. They belong to this workbook and script, are shared by
// all who run it, durable at once, and no one can type into them; a copied workbook starts without them.
import type { Entry, MessageState, Register } from './outbox-ports';

const prefix = 'outbox:';

const states: readonly MessageState[] = ['planned', 'queued', 'sending', 'sent', 'skipped', 'failed', 'unknown'];

/** The register of the open workbook. Callers hold the run's lock: properties know no transactions. */
export function documentRegister(): Register {
  const properties = PropertiesService.getDocumentProperties();
  return {
    load: () => {
      const entries = new Map<string, Entry>();
      for (const [name, text] of Object.entries(properties.getProperties())) {
        if (name.startsWith(prefix)) entries.set(name.slice(prefix.length), parseEntry(text));
      }
      return entries;
    },
    put: (entries) => {
      const values: { [name: string]: string } = {};
      for (const [key, entry] of entries) values[prefix + key] = JSON.stringify(entry);
      properties.setProperties(values, false);
    },
    forget: (keys) => {
      for (const key of keys) properties.deleteProperty(prefix + key);
    },
  };
}

/** What cannot be read may have been sent, so it counts as unknown. */
function parseEntry(text: string): Entry {
  try {
    const entry = JSON.parse(text) as Entry;
    if (states.includes(entry.state)) return entry;
  } catch {
    // Falls through to unknown.
  }
  const never = '1970-01-01T00:00:00.000Z';
  return {
    state: 'unknown',
    reason: 'Rowbook’s memory of this message is unreadable.',
    planned: never,
    changed: never,
  };
}
