// One server per workbook file. The lock is a second SQLite file held in an open transaction: the system lets go of it when
// the process ends, however it ends, so nothing has to be cleaned up after a crash.
import Database from 'libsql';
import { StartError } from './problem';

/** Takes the file for this process and returns what gives it back; throws `StartError` when another server has it. */
export function lockStore(store: string): () => void {
  const lock = new Database(`${store}.lock`);
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
    throw new StartError(
      `${store} is open in another Rowbook. Stop that one first, or choose another file with --store.`,
    );
  }
  return () => lock.close();
}
