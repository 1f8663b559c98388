// Faults that a test ordered for the next Sheets REST request.
import type { RestFault } from '../rest';
import { changed } from './changed';

export class RestFaults {
  private next: RestFault = {};

  /** Sets the faults that are named, null takes one back; the others stand. */
  change(faults: { [name in keyof RestFault]: RestFault[name] | null }): void {
    this.next = changed(this.next, faults);
  }

  /** The ordered faults, once. */
  take(): RestFault {
    const taken = this.next;
    this.next = {};
    return taken;
  }
}
