// HtmlService: pages from the project's HTML files, plain or as templates with scriptlets.
import { call, exception } from './bridge';
import { enumOf } from './enums';
import { escapeHtml, HtmlOutput } from './html-output';
import { registerService } from './register';
import { signature } from './signature';

const bomMark = /^\uFEFF/;

class HtmlTemplate {
  readonly #source: string;
  [variable: string]: unknown;

  constructor(source: string) {
    this.#source = source;
    Object.defineProperty(this, 'evaluate', { value: () => new HtmlOutput(this.#run()) });
    Object.defineProperty(this, 'getRawContent', { value: () => this.#source });
  }

  #run(): string {
    const names = Object.keys(this);
    const body = new Function('print', 'printEscaped', ...names, compile(this.#source));
    let output = '';
    const print = (value: unknown) => {
      output += String(value);
    };
    body(print, (value: unknown) => print(escapeHtml(String(value))), ...names.map((name) => this[name]));
    return output;
  }
}

/** `<? code ?>`, `<?= escaped ?>`, `<?!= raw ?>`. Google escapes by context; here as for HTML text and attributes. */
function compile(source: string): string {
  let code = '';
  let from = 0;
  for (const match of source.matchAll(/<\?(!=|=)?([\s\S]*?)\?>/g)) {
    code += `print(${JSON.stringify(source.slice(from, match.index))});\n`;
    const [whole, mark, inner = ''] = match;
    if (mark === '=') code += `printEscaped(${inner.trim().replace(/;$/, '')});\n`;
    else if (mark === '!=') code += `print(${inner.trim().replace(/;$/, '')});\n`;
    else code += `${inner}\n`;
    from = (match.index ?? 0) + whole.length;
  }
  return `${code}print(${JSON.stringify(source.slice(from))});`;
}

function file(as: string, name: unknown): string {
  return call('HtmlService.file', as, String(name)).replace(bomMark, '');
}

export const htmlService = registerService('HtmlService', {
  XFrameOptionsMode: enumOf('ALLOWALL', 'DEFAULT'),
  SandboxMode: enumOf('EMULATED', 'IFRAME', 'NATIVE'),

  createHtmlOutput(html = ''): HtmlOutput {
    if (typeof html !== 'string') throw exception('Invalid argument: html');
    return new HtmlOutput(html);
  },

  createHtmlOutputFromFile(name: string): HtmlOutput {
    signature('HtmlService.createHtmlOutputFromFile', arguments, 'string');
    return new HtmlOutput(file('HtmlService.createHtmlOutputFromFile', name));
  },

  createTemplate(html: string): HtmlTemplate {
    signature('HtmlService.createTemplate', arguments, 'string');
    return new HtmlTemplate(html);
  },

  createTemplateFromFile(name: string): HtmlTemplate {
    signature('HtmlService.createTemplateFromFile', arguments, 'string');
    return new HtmlTemplate(file('HtmlService.createTemplateFromFile', name));
  },
});
