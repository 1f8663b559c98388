// Ui: menus, sidebar, dialogs, alerts. What is shown goes into the outcome of the execution, for the page.
import type { MenuItem } from '../types';
import { call, exception } from './bridge';
import { type EnumValue, enumOf } from './enums';
import type { HtmlOutput } from './html-output';
import { registerClass } from './register';
import { signature } from './signature';

const buttons = enumOf('CLOSE', 'OK', 'CANCEL', 'YES', 'NO');
const buttonSets = enumOf('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL');

const defaultWidth = 600;
const defaultHeight = 400;

export class Ui {
  get Button(): typeof buttons {
    return buttons;
  }

  get ButtonSet(): typeof buttonSets {
    return buttonSets;
  }

  createMenu(caption: string): Menu {
    signature('Ui.createMenu', arguments, 'string');
    return new Menu(caption);
  }

  /** The menu under the add-on's own name. */
  createAddonMenu(): Menu {
    return new Menu('');
  }

  showSidebar(output: HtmlOutput): void {
    signature('Ui.showSidebar', arguments, 'object');
    call('Ui.showSidebar', 'Ui.showSidebar', { title: output.getTitle() ?? '', html: output.getContent() });
  }

  showModalDialog(output: HtmlOutput, title: string): void {
    signature('Ui.showModalDialog', arguments, 'object,string');
    this.#dialog('Ui.showModalDialog', output, title, true);
  }

  showModelessDialog(output: HtmlOutput, title: string): void {
    signature('Ui.showModelessDialog', arguments, 'object,string');
    this.#dialog('Ui.showModelessDialog', output, title, false);
  }

  /** Shows the words and goes on as if the first button had been pressed: a stand-in's script cannot wait for a person. */
  alert(...args: unknown[]): EnumValue {
    signature('Ui.alert', args, 'string', 'string,object', 'string,string,object');
    const texts = args.filter((value) => typeof value === 'string').map(String);
    const [title, message] = texts.length === 2 ? texts : ['', texts[0]];
    call('Ui.alert', 'Ui.alert', { title: title ?? '', message: message ?? '' });
    const set = args[args.length - 1];
    return set === buttonSets.YES_NO || set === buttonSets.YES_NO_CANCEL ? buttons.YES : buttons.OK;
  }

  #dialog(as: string, output: HtmlOutput, title: string, modal: boolean): void {
    call('Ui.showDialog', as, {
      title,
      html: output.getContent(),
      width: output.getWidth() ?? defaultWidth,
      height: output.getHeight() ?? defaultHeight,
      modal,
    });
  }
}

export class Menu {
  readonly #caption: string;
  readonly #items: MenuItem[] = [];

  constructor(caption: string) {
    this.#caption = caption;
  }

  addItem(caption: string, functionName: string): this {
    signature('Menu.addItem', arguments, 'string,string');
    if (caption === '' || functionName === '') throw exception('Invalid argument: a menu item needs a caption.');
    this.#items.push({ caption, function: functionName });
    return this;
  }

  addSeparator(): this {
    this.#items.push({ caption: '', function: null });
    return this;
  }

  addSubMenu(menu: Menu): this {
    signature('Menu.addSubMenu', arguments, 'object');
    this.#items.push(menu.#toJson());
    return this;
  }

  addToUi(): void {
    call('Ui.addMenu', 'Menu.addToUi', this.#toJson());
  }

  #toJson(): MenuItem {
    return { caption: this.#caption, function: null, items: [...this.#items] };
  }
}

registerClass('Ui', Ui);
registerClass('Menu', Menu);
