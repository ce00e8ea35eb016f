import type { RateBudget } from './provider-profile';

/** Lets through as many as its budget fills in; what was not used is kept up to `burst`. */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  /** @param now - UTC milliseconds */
  constructor(
    private readonly budget: Pick<RateBudget, 'requestsPerSecond' | 'burst'>,
    private readonly now: () => number,
  ) {
    this.tokens = budget.burst;
    this.filledAt = now();
  }

  /** @returns false where none is left; then nothing is taken */
  take(): boolean {
    this.fill();
    if (this.tokens < 1) return false;
    this.tokens--;
    return true;
  }

  /** Milliseconds until one can be taken; 0 where one is there. */
  waitMs(): number {
    this.fill();
    if (this.tokens >= 1) return 0;
    return Math.ceil(((1 - this.tokens) / this.budget.requestsPerSecond) * 1000);
  }

  private fill(): void {
    const { requestsPerSecond, burst } = this.budget;
    const nowMs = this.now();
    // A clock that was set back fills nothing and takes nothing away.
    const gained = (Math.max(0, nowMs - this.filledAt) / 1000) * requestsPerSecond;
    this.tokens = Math.min(burst, this.tokens + gained);
    this.filledAt = nowMs;
  }
}
