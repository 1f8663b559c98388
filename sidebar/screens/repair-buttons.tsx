// The buttons that repair a problem at once, and how a repair runs: one at a time for each problem, with what came of it.
import { useState } from 'preact/hooks';
import { adminRepairs, type Problem, type RepairKind } from '../../src/domain/attention/problem';
import { parseId } from '../../src/domain/ids';
import type { RecordTabKey } from '../../src/domain/schema';
import { shorten } from '../../src/domain/text';
import type { RepairInput } from '../../src/rpc/contract-attention';
import { useApp } from '../app/app';
import { toastWithUndo } from '../app/undo';
import { type Repaired, repairAll } from '../app/use-attention';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { repairedText, repairLabels } from './attention-words';

/** Fields or records of a sort, where not all are meant. */
export type Part = { fields?: string[]; ids?: string[] };

export interface Repairing {
  /** What it is at, for people; blank when nothing runs. */
  working: string;
  error: string;
  /** `value`: what is put back, for people. */
  run: (repair: RepairKind, part?: Part, value?: string) => void;
}

export function useRepair(problem: Problem): Repairing {
  const app = useApp();
  const [working, setWorking] = useState('');
  const [error, setError] = useState('');
  const run = (repair: RepairKind, part?: Part, value = '') => {
    if (working !== '') return;
    setWorking(words.working);
    setError('');
    const step = (changed: number) => {
      if (changed > 0) setWorking(words.recordsSoFar(changed));
    };
    const repairing = repair === 'restore' ? bringBack(problem) : repairAll(inputFor(repair, problem, part), step);
    repairing
      .then(
        (result) => {
          const text = [repairedText(repair, problem, result, value), ...(result.warnings ?? []).map(words.told)].join(
            ' ',
          );
          // A copy that stays is listed on: why must stay on the screen too.
          if (repair === 'removeCopy' && result.left.length > 0) return setError(text);
          if (result.changeSets.length > 0) toastWithUndo(text, result.changeSets, app.touched);
          else toast(text);
          app.touched();
          void app.reload();
        },
        (failure) => setError(sentenceFor(failure)),
      )
      .finally(() => setWorking(''));
  };
  return { working, error, run };
}

/** Restores the deleted record that a field points to. */
async function bringBack({ other }: Problem): Promise<Repaired> {
  const target = parseId(other?.id ?? '');
  if (!target) throw new Error('This record is not known.');
  const { changeSet, warnings } = await call.restoreRecord({ tab: target.tab, id: target.id });
  return { changeSet, changeSets: [changeSet], changed: 1, more: false, shown: '', left: [], warnings };
}

function inputFor(repair: RepairKind, problem: Problem, part: Part = {}): RepairInput {
  const tab = problem.tab as RecordTabKey;
  const { id, field, changeSet = '', range = '' } = problem;
  switch (repair) {
    case 'putRight':
      return { action: 'putRight', changeSet, ...part };
    case 'dismiss':
      return { action: 'dismiss', changeSet };
    case 'unmerge':
      return { action: 'unmerge', tab, range };
    case 'bringBack':
    case 'leaveOut':
    case 'removeCopy':
    case 'keepCopy':
      return { action: repair, tab, field };
    default:
      return { action: 'lastGood', tab, id, field };
  }
}

/** Characters of a name that fit a button in the narrowest panel. */
const mostOfName = 20;

function buttonText(repair: RepairKind, { kind, other }: Problem): string {
  if (repair === 'restore') return words.bringBackNamed(`${other?.id} ${shorten(other?.name ?? '', mostOfName)}`);
  return kind === 'unfinished' ? words.iHaveLooked : repairLabels[repair];
}

/** Buttons for what may be done at once; what is for admins is only said to others. */
export function RepairButtons({ problem, repairing }: { problem: Problem; repairing: Repairing }) {
  const { start } = useApp();
  const atOnce = problem.repairs.filter((repair) => repair !== 'open' && repair !== 'lastGood');
  const forAdmins = start.user.role !== 'admin' && atOnce.some((repair) => adminRepairs.includes(repair));
  if (forAdmins) return <p class="muted small">{words.adminCanRepair}</p>;
  return (
    <>
      {atOnce.map((repair) => (
        <Button
          key={repair}
          slim
          kind={repair === 'dismiss' || repair === 'leaveOut' ? 'plain' : undefined}
          disabled={repairing.working !== ''}
          onClick={() => repairing.run(repair)}
        >
          {buttonText(repair, problem)}
        </Button>
      ))}
    </>
  );
}
