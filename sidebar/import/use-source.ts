// The state of a list that comes from a file or the clipboard: read, shown, written to a tab, gone on with.
import { useRef, useState } from 'preact/hooks';
import type { Separator } from '../../src/domain/import/delimited';
import type { AddedSource } from '../../src/rpc/contract';
import { ask } from '../call';
import { sentenceFor } from '../messages';
import * as words from '../words';
import { fillTab } from './fill-tab';
import { type Reading, type ReadList, readFile, readPaste, separated } from './read-list';

export const sourceKinds = ['tab', 'file', 'paste'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export interface Source {
  kind: SourceKind;
  setKind: (kind: SourceKind) => void;
  /** A file is being read. */
  reading: boolean;
  list: ReadList | null;
  /** What the new tab is to be called. */
  title: string;
  setTitle: (title: string) => void;
  /** What is wrong with what was chosen or pasted, or with what the server did; '' for nothing. */
  problem: string;
  /** What happened that is no problem. */
  note: string;
  /** How far the tab is, once it is begun. */
  progress: AddedSource | null;
  phase: 'reading' | 'filling' | 'stopping' | 'stuck';
  takeFiles: (files: readonly File[]) => void;
  takeText: (text: string) => void;
  separate: (separator: Separator) => void;
  /** Back to choosing. */
  forget: () => void;
  /** Fills the tab, or goes on with it. */
  fill: () => void;
  /** Ends the filling; the tab is removed. */
  stop: () => void;
  /** Removes a tab that another window left half full. */
  remove: (id: string) => void;
}

/** `onTab` is called with the title of the tab that a list was written to, `onChange` once tabs were removed. */
export function useSource(onTab: (title: string) => void, onChange: () => void): Source {
  const [kind, setKind] = useState<SourceKind>('tab');
  const [reading, setReading] = useState(false);
  const [list, setList] = useState<ReadList | null>(null);
  const [title, setTitle] = useState('');
  const [problem, setProblem] = useState('');
  const [note, setNote] = useState('');
  const [progress, setProgress] = useState<AddedSource | null>(null);
  const [phase, setPhase] = useState<Source['phase']>('reading');
  const stopped = useRef(false);
  /** Counts what was chosen: a file that is read more slowly than the one after it is dropped. */
  const asked = useRef(0);

  const begin = (next: SourceKind) => {
    setKind(next);
    setList(null);
    setProblem('');
    setNote('');
    setProgress(null);
    setPhase('reading');
    return ++asked.current;
  };
  const take = (reading: Reading) => {
    setReading(false);
    if ('problem' in reading) return setProblem(reading.problem);
    setList(reading.list);
    setTitle(reading.list.name);
  };
  const takeFiles = (files: readonly File[]) => {
    const question = begin('file');
    const [file] = files;
    if (!file) return;
    if (files.length > 1) return setProblem(words.pleaseOneFile);
    setReading(true);
    readFile(file).then((answer) => question === asked.current && take(answer));
  };

  const removed = () => {
    setPhase('reading');
    setProgress(null);
    setNote(words.tabWasRemoved);
    onChange();
  };
  const failed = (failure: unknown) => {
    setProblem(sentenceFor(failure));
    setPhase('stuck');
  };
  const fill = () => {
    if (!list) return;
    stopped.current = false;
    setProblem('');
    setNote('');
    setPhase('filling');
    fillTab(list, title.trim() || list.name, setProgress, () => stopped.current).then((tab) => {
      if (tab === null) return removed();
      begin('tab');
      onTab(tab);
    }, failed);
  };
  const stop = () => {
    stopped.current = true;
    if (phase === 'filling') return setPhase('stopping');
    setProblem('');
    // A failed beginning made no tab, or one that is listed.
    if (!progress) return setPhase('reading');
    setPhase('stopping');
    ask('addSourceTab', { id: progress.id, cancel: true }).then(removed, failed);
  };

  return {
    kind,
    setKind: begin,
    reading,
    list,
    title,
    setTitle,
    problem,
    note,
    progress,
    phase,
    takeFiles,
    takeText: (text) => {
      begin('paste');
      take(readPaste(text));
    },
    separate: (separator) => list && setList(separated(list, separator)),
    forget: () => begin(kind),
    fill,
    stop,
    remove: (id) => {
      setProblem('');
      ask('addSourceTab', { id, cancel: true }).then(onChange, (failure) => setProblem(sentenceFor(failure)));
    },
  };
}
