// The way to the cloud function's page of this report, which opens in a browser and prints. It needs the function.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReportFilters } from '../../src/rpc/contract';
import { CallError, call } from '../call';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { Icon } from '../ui/icons';
import { Spinner } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';

export function LinkToPage({ filters }: { filters: ReportFilters }) {
  const [url, setUrl] = useState('');
  const [asking, setAsking] = useState(false);
  const [none, setNone] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  // A link holds the filters it was made with.
  useEffect(() => setUrl(''), [filters]);
  useEffect(() => link.current?.focus(), [url]);

  const ask = () => {
    setAsking(true);
    call
      .reportLink({ name: 'pipeline', filters })
      .then(
        (answer) => setUrl(answer.url),
        (error) => {
          if (error instanceof CallError && error.code === 'function-not-set-up') setNone(true);
          else toast(sentenceFor(error));
        },
      )
      .finally(() => setAsking(false));
  };

  if (none) return <span class="muted small">{words.pageNeedsCloudFunction}</span>;
  if (asking) return <Spinner label={words.makingTheLink} />;
  if (url) {
    return (
      <a ref={link} class="button main" href={url} target="_blank" rel="noopener noreferrer">
        <Icon name="external" />
        {words.openThePage}
      </a>
    );
  }
  return (
    <Button icon="link" onClick={ask}>
      {words.openAsPage}
    </Button>
  );
}
