// Protection of a range or a tab.
import type { ProtectionView } from '../protocol';
import { call } from './bridge';
import type { EnumValue } from './enums';
import { Range, rectOf } from './range';
import { registerClass } from './register';
import { signature } from './signature';
import { protectionTypes } from './spreadsheet-enums';
import { emailOf, User } from './user';

export class Protection {
  #view: ProtectionView;

  constructor(view: ProtectionView) {
    this.#view = view;
  }

  getProtectionType(): EnumValue {
    return this.#view.rect ? protectionTypes.RANGE : protectionTypes.SHEET;
  }

  getDescription(): string {
    return this.#view.description;
  }

  setDescription(description: string): this {
    signature('SpreadsheetApp.Protection.setDescription', arguments, 'string');
    return this.#update('Protection.setDescription', { description });
  }

  getRange(): Range {
    const { rect, sheetId } = this.#view;
    if (rect) return new Range(rect);
    const { rows, columns } = call('Sheet.view', 'Protection.getRange', sheetId);
    return new Range({ sheetId, row: 1, column: 1, rows, columns });
  }

  setRange(range: Range): this {
    return this.#update('Protection.setRange', { rect: range[rectOf] });
  }

  isWarningOnly(): boolean {
    return this.#view.warningOnly;
  }

  setWarningOnly(warningOnly: boolean): this {
    signature('SpreadsheetApp.Protection.setWarningOnly', arguments, 'boolean');
    return this.#update('Protection.setWarningOnly', { warningOnly });
  }

  getEditors(): User[] {
    this.#view = call('Protection.view', 'Protection.getEditors', this.#view.id);
    return this.#view.editors.map((email) => new User(email));
  }

  addEditor(user: unknown): this {
    return this.#editors('Protection.addEditor', [emailOf(user)], null);
  }

  addEditors(users: unknown[]): this {
    signature('SpreadsheetApp.Protection.addEditors', arguments, 'array');
    return this.#editors('Protection.addEditors', users.map(emailOf), null);
  }

  removeEditor(user: unknown): this {
    return this.#editors('Protection.removeEditor', [], [emailOf(user)]);
  }

  removeEditors(users: unknown[]): this {
    signature('SpreadsheetApp.Protection.removeEditors', arguments, 'array');
    return this.#editors('Protection.removeEditors', [], users.map(emailOf));
  }

  /** The stand-in's people share no domain-wide rights. */
  canDomainEdit(): boolean {
    return false;
  }

  setDomainEdit(editable: boolean): this {
    signature('SpreadsheetApp.Protection.setDomainEdit', arguments, 'boolean');
    return this.#editors('Protection.setDomainEdit', [], null, editable);
  }

  canEdit(): boolean {
    return call('Range.canEdit', 'Protection.canEdit', this.getRange()[rectOf]);
  }

  remove(): void {
    call('Protection.remove', 'Protection.remove', this.#view.id);
  }

  #update(as: string, change: { rect?: ProtectionView['rect']; description?: string; warningOnly?: boolean }): this {
    this.#view = call('Protection.update', as, this.#view.id, change);
    return this;
  }

  #editors(as: string, add: string[], remove: string[] | null, domain?: boolean): this {
    const change = { add, remove, ...(domain === undefined ? {} : { domain }) };
    this.#view = call('Protection.editors', as, this.#view.id, change);
    return this;
  }
}

registerClass('Protection', Protection);
