const LONGEST_SILENCE_MS = 10_000;
const LONGEST_ANSWER_MS = 30_000;

export interface PatienceParts {
  readonly after: (delayMs: number, task: () => void) => () => void;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
}

export type PatienceEnd = 'silent' | 'slow' | 'cancelled';

/**
 * How long one request may take: ten seconds until the other side says anything, thirty for all of it,
 * however it drips. What it waits for is left behind when patience ends, whether it cares for the signal
 * or not.
 */
export class Patience {
  /** Why it ended before the answer; null as long as it lasts. */
  ended: PatienceEnd | null = null;
  private readonly stop = new AbortController();
  private readonly cancels: (() => void)[] = [];
  private cancelSilence: (() => void) | null = null;

  constructor(private readonly parts: PatienceParts) {}

  get signal(): AbortSignal {
    return this.stop.signal;
  }

  start(): void {
    const { after, signal } = this.parts;
    if (signal?.aborted) return this.end('cancelled');
    const giveUp = (): void => this.end('cancelled');
    signal?.addEventListener('abort', giveUp);
    this.cancelSilence = after(LONGEST_SILENCE_MS, () => this.end('silent'));
    const cancelAnswer = after(LONGEST_ANSWER_MS, () => this.end('slow'));
    this.cancels.push(cancelAnswer, () => signal?.removeEventListener('abort', giveUp));
  }

  /** The other side has begun to answer. */
  noteHeard(): void {
    this.cancelSilence?.();
    this.cancelSilence = null;
  }

  /** @throws as soon as patience ends */
  async wait<T>(answer: Promise<T>): Promise<T> {
    let leave = (): void => undefined;
    const given = new Promise<never>((_resolve, reject) => {
      leave = () => reject(new Error('patience ended'));
      this.stop.signal.addEventListener('abort', leave);
      if (this.stop.signal.aborted) leave();
    });
    try {
      return await Promise.race([answer, given]);
    } finally {
      this.stop.signal.removeEventListener('abort', leave);
    }
  }

  dispose(): void {
    this.noteHeard();
    for (const cancel of this.cancels.splice(0)) cancel();
  }

  private end(why: PatienceEnd): void {
    this.ended ??= why;
    this.dispose();
    this.stop.abort();
  }
}
