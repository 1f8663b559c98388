// DeveloperMetadata: keys and values that hang on the workbook, a tab, a row or a column and move with it.
import type { MetadataEntry, MetadataFilter, MetadataTarget } from '../protocol';
import { call, exception } from './bridge';
import { type EnumValue, nameIn } from './enums';
import { Range, rectOf } from './range';
import { registerClass } from './register';
import { Sheet } from './sheet';
import { signature } from './signature';
import { activeSpreadsheet, type Spreadsheet } from './spreadsheet';
import { metadataLocationTypes, metadataVisibilities } from './spreadsheet-enums';

export class DeveloperMetadata {
  #entry: MetadataEntry;

  constructor(entry: MetadataEntry) {
    this.#entry = entry;
  }

  getId(): number {
    return this.#entry.id;
  }

  getKey(): string {
    return this.#entry.key;
  }

  getValue(): string {
    return this.#entry.value;
  }

  getVisibility(): EnumValue {
    return metadataVisibilities[this.#entry.visibility];
  }

  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.#entry.location);
  }

  setKey(key: string): this {
    signature('SpreadsheetApp.DeveloperMetadata.setKey', arguments, 'string');
    return this.#update('DeveloperMetadata.setKey', { key });
  }

  setValue(value: string): this {
    signature('SpreadsheetApp.DeveloperMetadata.setValue', arguments, 'string');
    return this.#update('DeveloperMetadata.setValue', { value });
  }

  setVisibility(visibility: EnumValue): this {
    return this.#update('DeveloperMetadata.setVisibility', { visibility: visibilityName(visibility) });
  }

  moveToColumn(column: Range): this {
    return this.#move('DeveloperMetadata.moveToColumn', { on: 'range', rect: column[rectOf] });
  }

  moveToRow(row: Range): this {
    return this.#move('DeveloperMetadata.moveToRow', { on: 'range', rect: row[rectOf] });
  }

  moveToSheet(sheet: Sheet): this {
    return this.#move('DeveloperMetadata.moveToSheet', { on: 'sheet', sheetId: sheet.getSheetId() });
  }

  moveToSpreadsheet(): this {
    return this.#move('DeveloperMetadata.moveToSpreadsheet', { on: 'spreadsheet' });
  }

  remove(): void {
    call('DeveloperMetadata.remove', 'DeveloperMetadata.remove', this.#entry.id);
  }

  #update(as: string, change: { key?: string; value?: string; visibility?: 'DOCUMENT' | 'PROJECT' }): this {
    call('DeveloperMetadata.update', as, this.#entry.id, change);
    this.#entry = { ...this.#entry, ...change };
    return this;
  }

  #move(as: string, target: MetadataTarget): this {
    call('DeveloperMetadata.move', as, this.#entry.id, target);
    const [entry] = call('DeveloperMetadata.find', as, { id: this.#entry.id });
    if (entry) this.#entry = entry;
    return this;
  }
}

export class DeveloperMetadataLocation {
  readonly #location: MetadataEntry['location'];

  constructor(location: MetadataEntry['location']) {
    this.#location = location;
  }

  getLocationType(): EnumValue {
    return metadataLocationTypes[this.#location.type];
  }

  getSpreadsheet(): Spreadsheet | null {
    return this.#location.type === 'SPREADSHEET' ? activeSpreadsheet() : null;
  }

  /** The tab of a tab's metadata; null for a row's or column's, as on Google. */
  getSheet(): Sheet | null {
    return this.#location.type === 'SHEET' ? new Sheet(this.#location.sheetId) : null;
  }

  getRow(): Range | null {
    const location = this.#location;
    if (location.type !== 'ROW') return null;
    const { columns } = call('Sheet.view', 'DeveloperMetadataLocation.getRow', location.sheetId);
    return new Range({ sheetId: location.sheetId, row: location.row, column: 1, rows: 1, columns });
  }

  getColumn(): Range | null {
    const location = this.#location;
    if (location.type !== 'COLUMN') return null;
    const { rows } = call('Sheet.view', 'DeveloperMetadataLocation.getColumn', location.sheetId);
    return new Range({ sheetId: location.sheetId, row: 1, column: location.column, rows, columns: 1 });
  }
}

export class DeveloperMetadataFinder {
  readonly #filter: MetadataFilter;

  constructor(filter: MetadataFilter) {
    this.#filter = { ...filter };
  }

  withId(id: number): this {
    this.#filter.id = id;
    return this;
  }

  withKey(key: string): this {
    signature('SpreadsheetApp.DeveloperMetadataFinder.withKey', arguments, 'string');
    this.#filter.key = key;
    return this;
  }

  withValue(value: string): this {
    signature('SpreadsheetApp.DeveloperMetadataFinder.withValue', arguments, 'string');
    this.#filter.value = value;
    return this;
  }

  withVisibility(visibility: EnumValue): this {
    this.#filter.visibility = visibilityName(visibility);
    return this;
  }

  withLocationType(type: EnumValue): this {
    const name = nameIn(metadataLocationTypes, type);
    if (name === null) throw exception('Invalid argument: locationType');
    this.#filter.locationType = name;
    return this;
  }

  find(): DeveloperMetadata[] {
    const found = call('DeveloperMetadata.find', 'DeveloperMetadataFinder.find', this.#filter);
    return found.map((entry) => new DeveloperMetadata(entry));
  }
}

/** Reads `(key[, value][, visibility])`. Visible to the document when not said. */
export function metadataArguments(
  method: string,
  args: unknown[],
): { key: string; value: string; visibility: 'DOCUMENT' | 'PROJECT' } {
  signature(method, args, 'string', 'string,string', 'string,object', 'string,string,object');
  const [key, second, third] = args;
  const visibility = typeof second === 'string' ? third : second;
  return {
    key: String(key),
    value: typeof second === 'string' ? second : '',
    visibility: visibility === undefined ? 'DOCUMENT' : visibilityName(visibility),
  };
}

function visibilityName(visibility: unknown): 'DOCUMENT' | 'PROJECT' {
  const name = nameIn(metadataVisibilities, visibility);
  if (name === null) throw exception('Invalid argument: visibility');
  return name;
}

registerClass('DeveloperMetadata', DeveloperMetadata);
registerClass('DeveloperMetadataLocation', DeveloperMetadataLocation);
registerClass('DeveloperMetadataFinder', DeveloperMetadataFinder);
