// Run by engine-durability.test.ts: writes numbered rows as fast as it can and says each number once it is acknowledged.
import { writeSync } from 'node:fs';
import { openEngine } from '../../scripts/local/engine';

const file = process.argv[2] ?? '';
const engine = openEngine({
  file,
  id: 'local',
  title: 'T',
  locale: 'en_US',
  timeZone: 'Etc/UTC',
  owner: 'o@example.com',
});
const session = engine.session('');

for (let number = session.lastRow(0) + 1; ; number += 1) {
  if (session.sheets()[0]?.rows === session.lastRow(0)) session.insertRows(0, session.lastRow(0) + 1, 100);
  session.write({ sheetId: 0, row: number, column: 1, rows: 1, columns: 3 }, [
    [
      { input: { kind: 'value', value: number } },
      { input: { kind: 'value', value: `row ${number}` } },
      { input: { kind: 'formula', text: `=A${number}*2` } },
    ],
  ]);
  session.flush();
  engine.store('count').set('last', String(number));
  // Straight to the pipe: nothing is buffered when the process is killed.
  writeSync(1, `${number}\n`);
}
