const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 8_000;
const MOST_RESTARTS = 6;
/** A process that lived so long has recovered; what went wrong before does not count any more. */
const RECOVERED_AFTER_MS = 60_000;

/** How long to wait before a process that ended by itself is started again. */
export class RestartBackoff {
  private restarts = 0;

  /**
   * @param livedMs - how long the process ran
   * @returns milliseconds to wait; null where it is not to be started again
   */
  nextDelayMs(livedMs: number): number | null {
    if (livedMs >= RECOVERED_AFTER_MS) this.restarts = 0;
    if (this.restarts >= MOST_RESTARTS) return null;
    const delayMs = Math.min(FIRST_DELAY_MS * 2 ** this.restarts, LONGEST_DELAY_MS);
    this.restarts += 1;
    return delayMs;
  }
}
