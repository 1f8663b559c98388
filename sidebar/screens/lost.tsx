// A link that names no record.
import { useApp } from '../app/app';
import { Button } from '../ui/button';
import { Empty } from '../ui/notice';
import { Bar } from './bar';

export function LostScreen() {
  const { back } = useApp();
  return (
    <>
      <Bar title="Rowbook" />
      <Empty icon="link">
        <h1 tabIndex={-1}>This link leads to no record</h1>
        <p>It may have been cut off on its way. Ask for it again, or search for the record.</p>
        <Button onClick={back}>Go to Rowbook</Button>
      </Empty>
    </>
  );
}
