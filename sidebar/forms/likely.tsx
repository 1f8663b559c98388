// Records that the one being typed likely is: from what the window holds of all, while it is typed. Nothing is held up by it.
import { useEffect, useState } from 'preact/hooks';
import { type Likeness, likenessTo } from '../../src/domain/likeness';
import type { AnyRecord, RecordTabKey } from '../../src/domain/schema';
import { useApp } from '../app/app';
import { guardLeaving } from '../app/leaving';
import { heldIndex, isIndexed, useIndexState } from '../find/index-state';
import type { Alike } from '../find/records';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { isUnchosen } from './entry';
import type { Form } from './use-form';

const why: { readonly [K in Likeness]: string } = {
  email: words.theSameEmail,
  phone: words.theSamePhone,
  domain: words.theSameDomain,
  name: words.nearlyTheSameName,
};
const mostShown = 3;
/** A pause this long in the typing starts the search. */
const pauseMs = 200;

export function Likely({ tab, form }: { tab: RecordTabKey; form: Form }) {
  const app = useApp();
  const index = useIndexState();
  const [found, setFound] = useState<readonly Alike[]>([]);
  const typed = JSON.stringify(form.entries);
  const { company = '' } = form.entries;
  const firm = isUnchosen(company) ? company.unchosen : (form.labels[String(company)] ?? '');

  useEffect(() => {
    const judge = isIndexed(tab) && tab ? likenessTo(tab, JSON.parse(typed) as AnyRecord, firm) : null;
    if (!tab || !isIndexed(tab) || !judge) return setFound([]);
    let end = () => {};
    const timer = setTimeout(() => {
      end = heldIndex()?.alike(tab, judge, mostShown, setFound) ?? end;
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [tab, typed, firm, index.version]);

  const open = ({ record: { id, name, detail } }: Alike) => {
    const { entries = {}, labels = {} } = form.draft ?? {};
    // What was typed goes along, and stays in this form's draft until it is saved somewhere.
    guardLeaving(null);
    app.replace({ kind: 'record', tab, id, known: { name, detail } });
    app.go({ kind: 'form', tab, id, carried: { entries, labels, drop: form.keeper.drop } });
  };

  return (
    <div role="status">
      {found.length > 0 && (
        <Notice kind="warn">
          <strong>{words.mayBeThereAlready(tab)}</strong>
          <ul class="stack tight">
            {found.map((one) => (
              <li key={one.record.id}>
                <span class="name">{one.record.name}</span>, {why[one.likeness]}
                <span class="detail clip">{one.record.detail}</span>
                <Button slim label={words.openNamedInstead(one.record.name)} onClick={() => open(one)}>
                  {words.openThatInstead}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
