// The state of the import dialog: which tab, what goes where, what the server says of it, how far the import is.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RecordTabKey } from '../../src/domain/schema';
import type {
  ColumnTarget,
  ImportMapping,
  ImportPreview,
  ImportProgress,
  SourceTab,
  StartView,
} from '../../src/rpc/contract';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { writeNumbersAs } from '../numbers';
import * as words from '../words';
import { remapped } from './remap';
import { type Undone, useUndo } from './use-undo';

export type Step = 'tab' | 'columns' | 'values' | 'check' | 'run';

export interface Importing {
  start: StartView | null;
  tabs: readonly SourceTab[] | null;
  tab: string;
  step: Step;
  preview: ImportPreview | null;
  /** The mapping as the person has it now; the preview may still be of the one before. */
  mapping: ImportMapping | null;
  /** The rows are being looked at. */
  checking: boolean;
  error: string;
  progress: ImportProgress | null;
  running: boolean;
  /** Once the import was undone; null before. */
  undone: Undone | null;
  chooseTab: (tab: SourceTab) => void;
  goTo: (step: Step) => void;
  setMain: (main: RecordTabKey) => void;
  setTarget: (column: number, target: ColumnTarget) => void;
  setDateOrder: (column: number, order: 'dmy' | 'mdy') => void;
  /** Decides what source values become: '' leaves the field blank. */
  setValues: (tab: RecordTabKey, field: string, map: { [from: string]: string }) => void;
  run: () => void;
  undo: () => void;
  /** Asks again which tabs there are, and which imports of them. */
  reload: () => void;
  /** Asks again what this step could not be told: the tabs, or what is in the chosen one. */
  readAgain: () => void;
}

/** Edits in a row are checked together after this pause. */
const pauseMs = 500;

export function useImport(): Importing {
  const [start, setStart] = useState<StartView | null>(null);
  const [tabs, setTabs] = useState<readonly SourceTab[] | null>(null);
  const [tab, setTab] = useState('');
  const [step, setStep] = useState<Step>('tab');
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [mapping, setMapping] = useState<ImportMapping | null>(null);
  const [checking, setChecking] = useState(false);
  const [error, setError] = useState('');
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [running, setRunning] = useState(false);
  const undoing = useUndo();
  /** Counts questions: an answer to an older one is dropped. */
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const reload = useCallback(() => {
    setError('');
    call.sourceTabs({}).then(setTabs, (failure) => setError(sentenceFor(failure)));
  }, []);

  useEffect(() => {
    reload();
    // Only for names in the headings and how numbers are written: the dialog works without.
    call.start({}).then(
      (view) => {
        writeNumbersAs(view.locale);
        setStart(view);
      },
      () => setStart(null),
    );
  }, [reload]);

  const check = useCallback((title: string, wanted: ImportMapping | null) => {
    const question = ++asked.current;
    setChecking(true);
    setError('');
    call.previewImport({ tab: title, ...(wanted ? { mapping: wanted } : {}) }).then(
      (answer) => {
        if (question !== asked.current) return;
        setPreview(answer);
        setMapping(answer.mapping);
        setChecking(false);
      },
      (failure) => {
        if (question !== asked.current) return;
        setError(sentenceFor(failure));
        setChecking(false);
      },
    );
  }, []);

  const edit = (next: ImportMapping) => {
    setMapping(next);
    setChecking(true);
    asked.current += 1;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => check(tab, next), pauseMs);
  };

  const chooseTab = (source: SourceTab) => {
    setTab(source.title);
    setPreview(null);
    setProgress(null);
    undoing.reset();
    if (source.unfinished) {
      const { importId, mapping: before, rowsDone, rowsTotal } = source.unfinished;
      setMapping(before);
      setProgress({ ...noProgress, importId, rowsDone, rowsTotal, step: words.stoppedMidway });
      return setStep('run');
    }
    setMapping(null);
    setStep('columns');
    check(source.title, null);
  };

  const run = () => {
    if (!mapping) return;
    setStep('run');
    setRunning(true);
    setError('');
    commitAll(tab, mapping, progress?.importId, setProgress).then(
      () => setRunning(false),
      (failure) => {
        setError(sentenceFor(failure));
        setRunning(false);
      },
    );
  };

  const undo = () => {
    if (!progress) return;
    setError('');
    undoing.undo(progress.changeSet);
  };

  return {
    start,
    tabs,
    tab,
    step,
    preview,
    mapping,
    checking,
    error: error || undoing.error,
    progress,
    running,
    undone: undoing.undone,
    chooseTab,
    goTo: (next) => {
      setStep(next);
      if (next !== 'tab') return;
      undoing.reset();
      reload();
    },
    setMain: (main) => mapping && preview && edit(remapped(mapping, main, preview.columns)),
    setTarget: (column, target) =>
      mapping &&
      edit({
        ...mapping,
        columns: mapping.columns.map((entry) => (entry.column === column ? { column, target } : entry)),
      }),
    setDateOrder: (column, order) =>
      mapping &&
      edit({
        ...mapping,
        dates: [...(mapping.dates ?? []).filter((entry) => entry.column !== column), { column, order }],
      }),
    setValues: (of, field, map) => {
      if (!mapping) return;
      const others = mapping.values.filter((entry) => entry.tab !== of || entry.field !== field);
      const before = mapping.values.find((entry) => entry.tab === of && entry.field === field)?.map;
      edit({ ...mapping, values: [...others, { tab: of, field, map: { ...before, ...map } }] });
    },
    run,
    undo,
    reload,
    readAgain: () => (step === 'tab' ? reload() : check(tab, mapping)),
  };
}

const noProgress: ImportProgress = {
  importId: '',
  changeSet: '',
  done: false,
  step: '',
  rowsDone: 0,
  rowsTotal: 0,
  created: {},
  skipped: 0,
  problems: [],
};

/** Calls `commitImport` until it is done; each answer says how far it is. */
async function commitAll(
  tab: string,
  mapping: ImportMapping,
  importId: string | undefined,
  tell: (progress: ImportProgress) => void,
): Promise<void> {
  let id = importId;
  for (;;) {
    const progress = await call.commitImport({ tab, mapping, ...(id ? { importId: id } : {}) });
    tell(progress);
    if (progress.done) return;
    id = progress.importId;
  }
}
