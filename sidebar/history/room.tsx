// Room in this workbook: cells in use, by tab, of the ten million that Google allows.
import { useEffect, useState } from 'preact/hooks';
import type { WorkbookSize } from '../../src/rpc/contract-history';
import { useApp } from '../app/app';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { numberText, percentText } from '../numbers';
import { Bar } from '../screens/bar';
import { Failed, Ghosts } from '../ui/notice';
import * as words from '../words';

export function RoomScreen() {
  const { touched, version } = useApp();
  const [size, setSize] = useState<WorkbookSize | null>(null);
  const [error, setError] = useState('');
  useEffect(() => {
    setError('');
    call.workbookSize({}).then(setSize, (failure) => setError(sentenceFor(failure)));
  }, [version]);
  return (
    <>
      <Bar title={words.roomInWorkbook} />
      <h1 tabIndex={-1} class="unseen">
        {words.roomInWorkbook}
      </h1>
      {error && <Failed error={error} onRetry={touched} />}
      {!size && !error && <Ghosts lines={5} label={words.countingCells} />}
      {size && <Size size={size} />}
    </>
  );
}

function Size({ size: { tabs, total, most, share } }: { size: WorkbookSize }) {
  const largest = [...tabs].sort((one, other) => other.cells - one.cells);
  const hidden = tabs.filter((tab) => tab.hidden).reduce((sum, tab) => sum + tab.cells, 0);
  return (
    <>
      <div class="stack tight">
        <p>
          <strong>{words.shareUsed(percentText(share))}</strong> {words.cellsUsed(total, most)}
        </p>
        <meter class="room" aria-label={words.cellsInUse} min={0} max={most} high={most * 0.8} value={total} />
        <p class="hint">{words.hiddenTabsUse(hidden)}</p>
      </div>
      <dl class="pairs section">
        {largest.map(({ title, cells }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd class="number">{numberText(cells)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
