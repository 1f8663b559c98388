// One panel of the add-on (sidebar or dialog) in its frame. The frame lives on the server's other name, so it is of
// another origin: it can reach this page by messages only, and those that do not come from it are ignored.
import { useEffect, useRef } from 'preact/hooks';
import type { Selection } from '../runtime/types';
import type { WireCall } from '../server/wire';
import { api } from './api';

export interface PanelProps {
  frame: string;
  title: string;
  user: string;
  /** What is selected in the grid beside it; left out where there is none: then it is a page of the web app. */
  selection?: () => Selection | undefined;
  onUi: (events: WireCall['ui']) => void;
  onClose: () => void;
  onFocusGrid: () => void;
  onSize?: (size: { width?: number; height?: number }) => void;
}

const otherName = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
export const frameOrigin = `http://${otherName}:${location.port}`;

/** As Google's own panels are sandboxed (APPS_SCRIPT.md 1.3): no way to move the page itself. */
const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';

export function PanelFrame(props: PanelProps) {
  const element = useRef<HTMLIFrameElement>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const onMessage = async (event: MessageEvent) => {
      const panel = element.current?.contentWindow;
      if (!panel || event.source !== panel || event.origin !== frameOrigin) return;
      const { user, selection, onUi, onClose, onFocusGrid, onSize } = latest.current;
      const message = event.data;
      if (message?.rowbook === 'close') onClose();
      else if (message?.rowbook === 'focus') onFocusGrid();
      else if (message?.rowbook === 'size') onSize?.(message);
      else if (message?.rowbook === 'call') {
        const selected = selection?.();
        const call = {
          user,
          source: selection ? ('client' as const) : ('webClient' as const),
          function: String(message.function),
          args: message.args,
          ...(selected ? { selection: selected } : {}),
        };
        const answer = await api.call(call).catch((error: Error) => ({ error, ui: [] }) as WireCall);
        const { error, result } = answer;
        panel.postMessage(
          {
            rowbook: 'answer',
            id: message.id,
            ...(error ? { error: { name: error.name, message: error.message } } : { result }),
          },
          frameOrigin,
        );
        onUi(answer.ui);
      }
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);

  return (
    <iframe
      ref={element}
      title={props.title}
      sandbox={sandbox}
      src={`${frameOrigin}/local/frame/${props.frame}`}
      data-testid="panel-frame"
    />
  );
}
