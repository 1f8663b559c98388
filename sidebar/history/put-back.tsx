// "Put back this field": says what it holds now before anything is replaced, and asks again when that has changed meanwhile.
import { useState } from 'preact/hooks';
import { fieldOf } from '../../src/domain/record';
import type { PutBackInput, PutBackResult } from '../../src/rpc/contract-history';
import { useApp } from '../app/app';
import { toastWithUndo } from '../app/undo';
import { call } from '../call';
import { issueSentence, sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { Notice } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { PastValue } from './past-value';

type Asked = Extract<PutBackResult, { status: 'ask' }>;

export function PutBack({ input, label, name }: { input: PutBackInput; label: string; name: string }) {
  const app = useApp();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState('');

  const send = (expected?: PutBackInput['expected']) =>
    call.putBackField({ ...input, ...(expected ? { expected } : {}) }).then(
      (result) => {
        if (result.status === 'ask') {
          setSaid(expected ? words.changedInThisMoment : '');
          setAsked(result);
        } else if (result.status === 'invalid') {
          setSaid(result.issues.map(issueSentence).join(' '));
        } else {
          setAsked(null);
          toastWithUndo(
            [words.fieldPutBack(label), ...result.warnings.map(words.told)].join(' '),
            result.changeSet,
            app.touched,
          );
          app.touched();
        }
      },
      (error) => {
        setAsked(null);
        toast(sentenceFor(error));
      },
    );

  const { tab, field } = input;
  const side = asked && { tab, field: fieldOf(tab, field), labels: asked.labels, currency: asked.currency };
  return (
    <>
      <Button slim kind="plain" label={words.putBackFieldOf(label, name)} onClick={() => void send()}>
        {words.putBack}
      </Button>
      {asked && side && (
        <Confirm
          title={words.putBackField(label)}
          yes={words.putBack}
          onYes={() => void send(asked.expected)}
          onNo={() => setAsked(null)}
        >
          {said && <Notice kind="warn">{said}</Notice>}
          <dl class="pairs">
            <div>
              <dt>{words.holdsNow}</dt>
              <dd>
                <PastValue {...side} value={asked.now} />
              </dd>
            </div>
            <div>
              <dt>{words.goesBackTo}</dt>
              <dd>
                <PastValue {...side} value={asked.then} />
              </dd>
            </div>
          </dl>
          {asked.formula && <p>{words.formulaWrittenOver(asked.formula)}</p>}
        </Confirm>
      )}
    </>
  );
}
