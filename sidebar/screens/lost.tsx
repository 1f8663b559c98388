// A link that names no record.
import { useApp } from '../app/app';
import { Button } from '../ui/button';
import { Empty } from '../ui/notice';
import * as words from '../words';
import { Bar } from './bar';

export function LostScreen() {
  const { back } = useApp();
  return (
    <>
      <Bar title="Rowbook" />
      <Empty icon="link">
        <h1 tabIndex={-1}>{words.linkLeadsToNoRecord}</h1>
        <p>{words.linkMayBeCutOff}</p>
        <Button onClick={back}>{words.goToRowbook}</Button>
      </Empty>
    </>
  );
}
