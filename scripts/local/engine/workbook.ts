// The workbook all sessions share. Every change runs inside `change`: cells, formulas and the file move together or not at all.
import { type Stored, storedFormula } from './cell';
import { noSheet } from './errors';
import { FormulaBook } from './formula/book';
import type { Grid, GridWatcher } from './grid';
import type { LocaleRules } from './locale';
import { localeRules } from './locale';
import { MoveLog } from './moves';
import type { Persistence } from './persistence';
import { Recorder } from './recorder';
import { Sheet, type SheetHead } from './sheet';
import type { ProtectionView, RecordedChange, Rect, Switches, WorkbookInfo } from './types';

/** Developer metadata; a column is named by its key so that it follows moves, a row by its position so that a sort leaves it. */
export interface StoredMetadata {
  id: number;
  key: string;
  value: string;
  visibility: 'DOCUMENT' | 'PROJECT';
  at:
    | { type: 'SPREADSHEET' }
    | { type: 'SHEET'; sheetId: number }
    | { type: 'ROW'; sheetId: number; row: number }
    | { type: 'COLUMN'; sheetId: number; columnKey: number };
}

/** Small lists that are written whole when they change. */
interface Parts {
  info: WorkbookInfo;
  tabs: number[];
  metadata: StoredMetadata[];
  protections: ProtectionView[];
  names: { name: string; rect: Rect }[];
  nextIds: { sheet: number; metadata: number; protection: number; object: number };
}

export type PartName = keyof Parts;

export class Workbook implements GridWatcher {
  parts: Parts;
  private sheetsById = new Map<number, Sheet>();
  readonly formulas: FormulaBook;
  readonly moves = new MoveLog(Date.now());
  /** Set while an action is recorded for undo. */
  recorder: Recorder | null = null;
  private isFollowing = false;
  private readonly dirtyParts = new Set<PartName>();
  private readonly dirtySheets = new Set<number>();
  private readonly removedSheets = new Set<number>();
  private readonly listeners = new Set<(sheetIds: readonly number[]) => void>();
  private readonly touched = new Set<number>();
  private depth = 0;

  constructor(
    readonly file: Persistence,
    fresh: WorkbookInfo,
    readonly switches: Switches,
    /** Milliseconds since 1970. */
    public now: () => number,
  ) {
    this.formulas = new FormulaBook(this);
    this.parts = emptyParts(fresh);
    const known = file.part<WorkbookInfo>('info');
    if (!known) this.change(() => this.start(fresh));
    else {
      this.load();
      // TODAY may be another day than when the file was closed.
      this.change(() => {});
    }
  }

  /** Told by every grid about every cell that changes. */
  cell(grid: Grid, rowKey: number, columnKey: number, before: Stored, after: Stored): void {
    // A formula's new result is no change of anyone's: it follows from other changes, both ways.
    if (this.formulas.isWriting) return;
    this.formulas.cell(grid, rowKey, columnKey, before, after);
    if (!this.isFollowing || losesReference(before, after)) this.recorder?.cell(grid, rowKey, columnKey, before, after);
  }

  /**
   * Changes cells only because rows, columns or titles change: formulas are rewritten, cells go with their row. It
   * follows again when that change is undone, so it is not recorded for undo; only a reference that is lost is.
   */
  follow(work: () => void): void {
    this.isFollowing = true;
    try {
      work();
    } finally {
      this.isFollowing = false;
    }
  }

  /** Runs an action and keeps how to take it back. */
  record<T>(work: () => T): { result: T; change: RecordedChange } {
    return this.change(() => {
      const recorder = new Recorder();
      this.recorder = recorder;
      try {
        return { result: work(), change: recorder.finish(this) };
      } finally {
        this.recorder = null;
      }
    });
  }

  get rules(): LocaleRules {
    return localeRules(this.parts.info.locale);
  }

  get sheets(): Sheet[] {
    return this.parts.tabs.map((id) => this.sheet(id));
  }

  /** Throws Google's words when the tab is gone. */
  sheet(id: number): Sheet {
    const found = this.sheetsById.get(id);
    if (!found) throw noSheet();
    return found;
  }

  hasSheet(id: number): boolean {
    return this.sheetsById.has(id);
  }

  /** The tab of this title; case does not matter, as in Google's own look-up from formulas. */
  sheetByTitle(title: string): Sheet | undefined {
    const wanted = title.toLowerCase();
    return [...this.sheetsById.values()].find((sheet) => sheet.title.toLowerCase() === wanted);
  }

  addSheet(sheet: Sheet, index: number): void {
    this.sheetsById.set(sheet.id, sheet);
    sheet.grid.watcher = this;
    this.parts.tabs.splice(index, 0, sheet.id);
    this.dirtySheets.add(sheet.id);
    this.markPart('tabs');
  }

  removeSheet(id: number): void {
    const removed = this.sheet(id);
    this.sheetsById.delete(id);
    this.parts.tabs = this.parts.tabs.filter((tab) => tab !== id);
    this.dirtySheets.delete(id);
    this.removedSheets.add(id);
    this.formulas.sheetRemoved(removed);
    this.markPart('tabs');
  }

  markSheet(id: number): void {
    this.dirtySheets.add(id);
  }

  markPart(name: PartName): void {
    this.dirtyParts.add(name);
  }

  /** A number never given out before in this workbook. */
  nextId(kind: keyof Parts['nextIds']): number {
    const id = this.parts.nextIds[kind];
    this.parts.nextIds[kind] = id + 1;
    this.markPart('nextIds');
    return id;
  }

  /**
   * Runs `work` and writes what it changed in one transaction (or as part of the surrounding one).
   * When it throws, memory and file are as before.
   */
  change<T>(work: () => T): T {
    if (this.depth > 0) return this.nested(work);
    this.file.begin();
    this.depth = 1;
    const { nth } = this.moves;
    try {
      const result = work();
      this.formulas.recalculate();
      this.save();
      this.file.commit();
      this.depth = 0;
      this.notify();
      return result;
    } catch (error) {
      if (this.depth > 0) {
        this.depth = 0;
        this.file.rollback();
        this.moves.backTo(nth);
        // Most refusals come before anything was changed; only then is memory still right.
        if (this.isDirty()) this.load();
      }
      throw error;
    }
  }

  onChange(listener: (sheetIds: readonly number[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private isDirty(): boolean {
    if (this.dirtyParts.size > 0 || this.dirtySheets.size > 0 || this.removedSheets.size > 0) return true;
    return [...this.sheetsById.values()].some(({ grid }) => grid.isDirty);
  }

  private nested<T>(work: () => T): T {
    this.depth += 1;
    try {
      const result = work();
      this.formulas.recalculate();
      return result;
    } finally {
      this.depth -= 1;
    }
  }

  private start(fresh: WorkbookInfo): void {
    this.parts = emptyParts(fresh);
    for (const name of Object.keys(this.parts) as PartName[]) this.markPart(name);
    this.addSheet(Sheet.blank(0, 'Sheet1', 1000, 26), 0);
  }

  private load(): void {
    this.dirtyParts.clear();
    this.dirtySheets.clear();
    this.removedSheets.clear();
    this.touched.clear();
    this.formulas.clear();
    const fresh = emptyParts(this.parts.info);
    this.parts = {
      info: this.file.part<WorkbookInfo>('info') ?? fresh.info,
      tabs: this.file.part<number[]>('tabs') ?? fresh.tabs,
      metadata: this.file.part<StoredMetadata[]>('metadata') ?? fresh.metadata,
      protections: this.file.part<ProtectionView[]>('protections') ?? fresh.protections,
      names: this.file.part<Parts['names']>('names') ?? fresh.names,
      nextIds: { ...fresh.nextIds, ...this.file.part<Parts['nextIds']>('nextIds') },
    };
    this.sheetsById = new Map();
    for (const head of this.file.sheets<SheetHead>()) {
      const sheet = Sheet.fromHead(head);
      sheet.grid.watcher = this;
      this.file.loadGrid(sheet.grid);
      this.sheetsById.set(sheet.id, sheet);
    }
    this.formulas.loaded();
  }

  private save(): void {
    for (const id of this.removedSheets) this.file.removeSheet(id);
    for (const sheet of this.sheetsById.values()) {
      const moved = sheet.grid.isDirty;
      if (moved) this.file.saveGrid(sheet.grid);
      if (moved || this.dirtySheets.has(sheet.id)) {
        this.file.setSheet(sheet.id, sheet.head());
        this.touched.add(sheet.id);
      }
    }
    for (const name of this.dirtyParts) this.file.setPart(name, this.parts[name]);
    for (const id of this.removedSheets) this.touched.add(id);
    this.dirtyParts.clear();
    this.dirtySheets.clear();
    this.removedSheets.clear();
  }

  private notify(): void {
    const sheetIds = [...this.touched];
    this.touched.clear();
    if (sheetIds.length === 0) return;
    for (const listener of this.listeners) listener(sheetIds);
  }
}

function losesReference(before: Stored, after: Stored): boolean {
  const formula = storedFormula(before);
  const lost = storedFormula(after)?.includes('#REF!') ?? false;
  return lost && formula !== null && !formula.includes('#REF!');
}

function emptyParts(info: WorkbookInfo): Parts {
  return {
    info,
    tabs: [],
    metadata: [],
    protections: [],
    names: [],
    nextIds: { sheet: 1, metadata: 1, protection: 1, object: 1 },
  };
}
