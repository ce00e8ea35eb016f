/** Failures on end after which a host is left alone, and one probe at a time decides. */
const FAILURES_TO_REST = 5;
const SHORTEST_REST_MS = 30_000;
const FIRST_REST_MS = 60_000;
const LONGEST_REST_MS = 300_000;
const WINDOW_MS = 600_000;
/**
 * Different questions on end of whose subject a host says that it does not know it, after which it is
 * taken for one that answers nobody: an address that was given up often says so in good JSON.
 */
const MOST_UNKNOWN = 10;
/** Requests that a host gets within ten minutes as long as it answers none of them. */
export const MOST_UNANSWERED = 10;

/**
 * Knows whether a host is to be left alone. After five failures on end, or as soon as the host asks for
 * it, it rests: full jitter between half a minute and a length that doubles with each further failure up
 * to five minutes, and never shorter than the host asked for. Whatever the jitter draws, a host that
 * answers nothing gets no more than ten requests in any ten minutes.
 */
export class CircuitBreaker {
  private failures = 0;
  private hasRested = false;
  private restFrom = 0;
  private restMs = 0;
  private readonly unknown = new Set<string>();
  /** When the requests since the last answer were sent. */
  private sent: number[] = [];

  /**
   * @param now - UTC milliseconds
   * @param random - from 0 (included) to 1 (excluded)
   */
  constructor(
    private readonly now: () => number,
    private readonly random: () => number,
  ) {}

  /** UTC milliseconds until which the host is left alone; null where it is not. */
  get restsUntil(): number | null {
    const nowMs = this.now();
    // A clock that was set back must not make the rest longer.
    this.restFrom = Math.min(this.restFrom, nowMs);
    const until = Math.max(this.restFrom + this.restMs, this.crowdedUntil(nowMs));
    return until > nowMs ? until : null;
  }

  /** True after a rest: the next request is a probe, and there must be no other beside it. */
  get isSuspect(): boolean {
    return this.hasRested;
  }

  noteSent(): void {
    this.sent.push(this.now());
  }

  /** Ends no rest: the answer may be to a request that was sent before the host asked for one. */
  noteAnswered(): void {
    this.unknown.clear();
    this.noteAlive();
  }

  /** An answer, unless it is all that the host says to whatever it is asked. */
  noteKnewNothing(question: string): void {
    if (this.unknown.size < MOST_UNKNOWN) this.unknown.add(question);
    if (this.unknown.size < MOST_UNKNOWN) return this.noteAlive();
    this.failures = Math.max(this.failures, FAILURES_TO_REST - 1);
    this.noteFailed(null);
  }

  private noteAlive(): void {
    this.failures = 0;
    this.sent = [];
    this.hasRested = this.restsUntil !== null;
  }

  /** Nothing was learned of the host; one that is failing was asked all the same. */
  noteCancelled(): void {
    if (this.failures === 0) this.sent.pop();
  }

  /** @param retryAfterMs - what the host asked for; null where it asked for nothing */
  noteFailed(retryAfterMs: number | null): void {
    this.failures++;
    const restMs = Math.max(this.growingRestMs(), retryAfterMs ?? 0);
    if (restMs === 0) return;
    this.hasRested = true;
    const nowMs = this.now();
    const alreadyUntil = this.restsUntil ?? 0;
    this.restFrom = nowMs;
    this.restMs = Math.max(restMs, alreadyUntil - nowMs);
  }

  private growingRestMs(): number {
    const excess = this.failures - FAILURES_TO_REST;
    if (excess < 0) return 0;
    const longest = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** Math.min(excess, 10));
    return SHORTEST_REST_MS + this.random() * (longest - SHORTEST_REST_MS);
  }

  private crowdedUntil(nowMs: number): number {
    this.sent = this.sent.filter((at) => Math.abs(nowMs - at) < WINDOW_MS);
    const oldest = this.sent.at(-MOST_UNANSWERED);
    return this.failures > 0 && oldest !== undefined ? oldest + WINDOW_MS : 0;
  }
}
