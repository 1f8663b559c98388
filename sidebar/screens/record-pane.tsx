// Records and their forms in a window of their own kind: beside a list, or beside the board.
import type { FoundRecord } from '../../src/rpc/contract';
import { type Screen, useApp } from '../app/app';
import { Screens } from '../app/screens';
import { ComingScreen } from './coming';
import { EditScreen, NewScreen } from './form-screen';
import { RecordScreen } from './record';

interface RecordPaneProps {
  /** The record to begin with. */
  record: Pick<FoundRecord, 'tab' | 'id' | 'name'>;
  onTouched: () => void;
  /** Where "back" leads from that record. */
  onClose: () => void;
}

export function RecordPane({ record: { tab, id, name }, onTouched, onClose }: RecordPaneProps) {
  const { start } = useApp();
  return (
    <div class="record-pane">
      <div class="panel">
        <Screens
          key={id}
          start={start}
          reload={async () => {}}
          first={[{ kind: 'record', tab, id, known: { name, detail: '' } }]}
          View={PaneView}
          out={onClose}
          onTouched={onTouched}
        />
      </div>
    </div>
  );
}

/** Only what leads from a record to others and to forms: the rest belongs into the sidebar. */
function PaneView({ screen }: { screen: Screen }) {
  switch (screen.kind) {
    case 'record':
      return <RecordScreen {...screen} />;
    case 'coming':
      return <ComingScreen page={screen.page} />;
    case 'form':
      return screen.id ? <EditScreen {...screen} id={screen.id} /> : <NewScreen {...screen} />;
    default:
      return null;
  }
}
