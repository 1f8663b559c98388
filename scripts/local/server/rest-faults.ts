// Faults that a test ordered for the next Sheets REST request.
import type { RestFault } from '../rest';

export class RestFaults {
  private next: RestFault = {};

  set(fault: RestFault): void {
    this.next = fault;
  }

  /** The ordered fault, once. */
  take(): RestFault {
    const taken = this.next;
    this.next = {};
    return taken;
  }
}
