import { setMaxListeners } from 'node:events';
import { CircuitBreaker, MOST_UNANSWERED } from './circuit-breaker';
import type { RateBudget } from './provider-profile';
import { TokenBucket } from './token-bucket';

/** Callers beyond these are turned away at once: who waits longer than a round is asked again anyway. */
const LONGEST_QUEUE = 200;

export interface HostGateParts {
  readonly budget: RateBudget;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
  /** Calls back after a delay. @returns a function that takes it back */
  readonly after: (delayMs: number, task: () => void) => () => void;
}

/** How a host did, for {@link HostGate.leave}. */
export type HostOutcome =
  | { readonly kind: 'answered' }
  | { readonly kind: 'failed'; readonly retryAfterMs: number | null }
  /** It answered that it does not know what it was asked for. */
  | { readonly kind: 'knew-nothing'; readonly question: string }
  /** The caller gave up; nothing was learned of the host. */
  | { readonly kind: 'cancelled' };

/**
 * Lets requests to one host through: no more at once than its budget has in flight, no faster than its
 * token bucket fills, none while the host is left alone. Whoever comes then is turned away at once, and
 * so are those who wait: they would all follow the first that passes.
 */
export class HostGate {
  private readonly bucket: TokenBucket;
  private readonly breaker: CircuitBreaker;
  private readonly waiting = new Set<(mayPass: boolean) => void>();
  private inFlight = 0;
  private cancelWake: (() => void) | null = null;
  private isDisposed = false;

  constructor(private readonly parts: HostGateParts) {
    this.bucket = new TokenBucket(parts.budget, parts.now);
    this.breaker = new CircuitBreaker(parts.now, parts.random);
  }

  /** UTC milliseconds until which the host is left alone; null where it is not. */
  get restsUntil(): number | null {
    return Math.max(this.breaker.restsUntil ?? 0, this.bucket.spentUntil ?? 0) || null;
  }

  /**
   * Resolves with true once the request may be sent, and is then to be paired with {@link leave}; with
   * false where it must not be sent, or as soon as the signal says that nobody waits any more.
   */
  enter(signal?: AbortSignal): Promise<boolean> {
    if (this.isDisposed || signal?.aborted || this.mustRest()) return Promise.resolve(false);
    if (this.waiting.size >= LONGEST_QUEUE) return Promise.resolve(false);
    // All questions of one round hang on one signal, and Node would take that for a leak.
    if (signal) setMaxListeners(0, signal);
    return new Promise((resolve) => {
      const end = (mayPass: boolean): void => {
        this.waiting.delete(end);
        signal?.removeEventListener('abort', giveUp);
        resolve(mayPass);
      };
      const giveUp = (): void => end(false);
      signal?.addEventListener('abort', giveUp);
      this.waiting.add(end);
      this.admit();
    });
  }

  leave(outcome: HostOutcome): void {
    this.inFlight--;
    if (outcome.kind === 'answered') this.breaker.noteAnswered();
    else if (outcome.kind === 'knew-nothing') this.breaker.noteKnewNothing(outcome.question);
    else if (outcome.kind === 'cancelled') this.breaker.noteCancelled();
    else this.breaker.noteFailed(outcome.retryAfterMs);
    this.admit();
  }

  dispose(): void {
    this.isDisposed = true;
    this.cancelWake?.();
    this.turnAway();
  }

  /** A probe goes alone: who comes beside it, or while an older request is still on its way, is turned away. */
  private mustRest(): boolean {
    if (this.restsUntil !== null) return true;
    return this.breaker.isSuspect && this.inFlight + this.waiting.size > 0;
  }

  private turnAway(): void {
    for (const end of [...this.waiting]) end(false);
  }

  private admit(): void {
    const mostInFlight = Math.min(this.parts.budget.inFlight, MOST_UNANSWERED);
    for (const end of [...this.waiting]) {
      if (this.restsUntil !== null) this.turnAway();
      else if (this.inFlight >= mostInFlight || !this.bucket.take()) break;
      else {
        this.inFlight++;
        this.breaker.noteSent();
        end(true);
      }
    }
    this.wakeLater();
  }

  /** Only a lack of tokens ends by itself; a place in flight is told by {@link leave}. */
  private wakeLater(): void {
    this.cancelWake?.();
    this.cancelWake = null;
    const delayMs = this.waiting.size > 0 ? this.bucket.waitMs() : 0;
    if (delayMs === 0) return;
    this.cancelWake = this.parts.after(delayMs, () => {
      this.cancelWake = null;
      this.admit();
    });
  }
}
