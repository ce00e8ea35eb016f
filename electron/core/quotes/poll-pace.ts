const BATCH_AT_FIRST = 6;
const LARGEST_BATCH = 60;
/** A batch is to take no longer, so that the charted instrument never waits long for its turn. */
const BATCH_MS = 5000;
/** Weight of the newest measurement. */
const NEWEST = 0.5;

/**
 * Learns how fast the prices of each exchange come: some sources answer for sixty instruments at
 * once, others for one a second.
 */
export class PollPace {
  private readonly msEach = new Map<string, number>();

  /** @param count - instruments that were answered for, 1 or more */
  took(exchange: string, count: number, durationMs: number): void {
    const measured = durationMs / count;
    const known = this.msEach.get(exchange) ?? measured;
    this.msEach.set(exchange, known + (measured - known) * NEWEST);
  }

  /** Instruments to ask for at once, 1 or more. */
  batchSize(exchange: string): number {
    const each = this.msEach.get(exchange);
    if (each === undefined) return BATCH_AT_FIRST;
    const fitting = each === 0 ? LARGEST_BATCH : Math.floor(BATCH_MS / each);
    return Math.min(LARGEST_BATCH, Math.max(1, fitting));
  }

  /** Milliseconds that one turn of so many instruments takes; 0 where nothing was measured. */
  turnMs(exchange: string, count: number): number {
    return (this.msEach.get(exchange) ?? 0) * count;
  }

  /** Forgets the exchanges of which nothing is watched any more. */
  keepOnly(exchanges: ReadonlySet<string>): void {
    for (const exchange of this.msEach.keys()) {
      if (!exchanges.has(exchange)) this.msEach.delete(exchange);
    }
  }
}
