import type { RateBudget } from './provider-profile';

const DAY_MS = 86_400_000;

/**
 * Lets through as many as its budget fills in, and no more in one day than it allows; what was not used
 * is kept up to `burst`.
 */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;
  private day = 0;
  private takenToday = 0;

  /** @param now - UTC milliseconds */
  constructor(
    private readonly budget: Pick<RateBudget, 'requestsPerSecond' | 'burst' | 'perDay'>,
    private readonly now: () => number,
  ) {
    this.tokens = budget.burst;
    this.filledAt = now();
  }

  /** UTC milliseconds until which the budget of the day is used up; null where it is not. */
  get spentUntil(): number | null {
    const day = Math.floor(this.now() / DAY_MS);
    if (day !== this.day) this.takenToday = 0;
    this.day = day;
    return this.takenToday < (this.budget.perDay ?? Infinity) ? null : (day + 1) * DAY_MS;
  }

  /** @returns false where none is left; then nothing is taken */
  take(): boolean {
    this.fill();
    if (this.tokens < 1 || this.spentUntil !== null) return false;
    this.tokens--;
    this.takenToday++;
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
