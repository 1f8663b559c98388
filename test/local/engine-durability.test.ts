import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { get, openBook, put } from './engine-helper';

const child = fileURLToPath(new URL('./engine-kill-child.ts', import.meta.url));

/** Starts the writer and kills it hard after so many acknowledged rows; answers the last one it acknowledged. */
async function killAfter(file: string, acknowledged: number): Promise<number> {
  const writer = spawn(process.execPath, ['--import', 'tsx', child, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = 0;
  let seen = 0;
  const exited = once(writer, 'exit');
  for await (const line of createInterface({ input: writer.stdout })) {
    last = Number(line);
    seen += 1;
    if (seen === acknowledged) writer.kill('SIGKILL');
  }
  const [, signal] = await exited;
  expect(signal).toBe('SIGKILL');
  return last;
}

it('a hard kill in a burst of writes loses nothing acknowledged and tears nothing apart', async () => {
  const book = openBook();
  book.engine.close();
  for (const acknowledged of [3, 57, 160]) {
    const last = await killAfter(book.file, acknowledged);
    const { engine } = openAgain();
    const session = engine.session('');
    const rows = session.lastRow(0);
    // At most the one write under way when it died may be there beyond what was acknowledged.
    expect(rows).toBeGreaterThanOrEqual(last);
    expect(rows).toBeLessThanOrEqual(last + 1);
    const expected = Array.from({ length: rows }, (_, index) => [index + 1, `row ${index + 1}`, (index + 1) * 2]);
    expect(get(session, `A1:C${rows}`)).toEqual(expected);
    expect(Number(engine.store('count').get('last'))).toBeGreaterThanOrEqual(last);
    engine.close();
  }
  openAgain();
  book.close();

  function openAgain() {
    book.engine = openBook({ file: book.file }).engine;
    return book;
  }
});

it('a second program on the same file is noticed before anything is written over', () => {
  const first = openBook();
  const second = openBook({ file: first.file });
  const session = second.engine.session('');
  put(session, 'A1', [['kept']]);
  session.flush();
  expect(() => first.engine.session('').insertRows(0, 1, 1)).toThrow('Another program has written');
  expect(get(second.engine.session(''), 'A1')).toEqual([['kept']]);
  second.close();
  first.close();
});
