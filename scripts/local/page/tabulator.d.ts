// The part of tabulator-tables that the grid uses; the package brings no types of its own.
declare module 'tabulator-tables' {
  export interface RowComponent {
    getElement(): HTMLElement;
    getData(): { n: number };
  }
  export interface ColumnComponent {
    getField(): string | undefined;
    getWidth(): number;
    setWidth(width: number): void;
    getElement(): HTMLElement;
  }
  export interface ColumnDefinition {
    title: string;
    field?: string;
    width: number;
    minWidth?: number;
    frozen?: boolean;
    resizable?: boolean | 'header';
    cssClass?: string;
    formatter?: (cell: { getData(): { n: number } }) => Node;
    titleFormatter?: () => Node;
  }
  export interface Options {
    data: { n: number }[];
    index: string;
    height: string;
    layout: 'fitData';
    rowHeight: number;
    renderVertical: typeof Renderer;
    placeholder?: string;
    columns: ColumnDefinition[];
    rowFormatter: (row: RowComponent) => void;
    autoResize?: boolean;
  }
  export class Tabulator {
    static registerModule(modules: readonly unknown[]): void;
    constructor(element: HTMLElement, options: Options);
    on(event: 'tableBuilt' | 'columnResized' | 'renderComplete' | 'columnResizing', listener: () => void): void;
    getColumns(): ColumnComponent[];
    replaceData(data: { n: number }[]): Promise<void>;
    setColumns(columns: ColumnDefinition[]): void;
    redraw(force?: boolean): void;
    destroy(): void;
  }
  /** A row as renderers see it. */
  interface InternalRow {
    initialize(force: boolean, inFragment: boolean): void;
    rendered(): void;
    getElement(): HTMLElement;
  }
  export class Renderer {
    verticalFillMode: string;
    protected readonly elementVertical: HTMLElement;
    protected readonly tableElement: HTMLElement;
    protected rows(): InternalRow[];
    clearRows(): void;
    renderRows(): void;
    rerenderRows(callback?: () => void): void;
    scrollRows(top: number, up: boolean): void;
    visibleRows(withBuffer: boolean): InternalRow[];
  }
  export const FormatModule: unknown;
  export const FrozenColumnsModule: unknown;
  export const ResizeColumnsModule: unknown;
}
