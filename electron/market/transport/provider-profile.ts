import type { NetworkSource } from '../../../src/shared/domain/quote/quote';

/** What is known of a network source before it is asked anything. */
export interface ProviderProfile {
  readonly id: NetworkSource;
  /** Standard addresses by name, `https://host` or `wss://host` without a slash at the end. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly budget: RateBudget;
  /** True where it answers only with the user's own key. */
  readonly needsKey: boolean;
}

/** Counted for each host. */
export interface RateBudget {
  /** Sustained. */
  readonly requestsPerSecond: number;
  /** Requests that may follow each other at once after a pause. */
  readonly burst: number;
  readonly inFlight: number;
  /** Requests in one day of UTC where the source counts them; what an earlier run asked is not known. */
  readonly perDay?: number;
}
