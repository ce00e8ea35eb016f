import type { NetworkSource } from '../quote/quote';
import type { ProviderFailure } from './provider-failure';

/** How a source does, for the settings and the data panel. */
export interface ProviderStatus {
  readonly id: NetworkSource;
  readonly enabled: boolean;
  readonly health: ProviderHealth;
  /** Its addresses, by the name that the source gives them (`chart`, `quotes`). */
  readonly addresses: readonly ProviderAddress[];
  /** `not-needed`, or what is known of the user's own key. */
  readonly key: ProviderKeyState;
}

export interface ProviderAddress {
  readonly name: string;
  /** `https://host` or `wss://host`, without a slash at its end. */
  readonly standard: string;
  /** What the user set in its place; null where nothing. */
  readonly own: string | null;
}

/** `session`: held in memory only; `stored`: encrypted by the system; `stored-unprotected`: with the user's consent. */
export type ProviderKeyState =
  'not-needed' | 'missing' | 'session' | 'stored' | 'stored-unprotected' | 'unreadable';

/** `unused`: not asked yet; `resting`: left alone until `restsUntil`. Times are UTC milliseconds. */
export interface ProviderHealth {
  readonly state: 'unused' | 'answering' | 'failing' | 'resting';
  readonly lastAnswerAt: number | null;
  readonly lastFailure: {
    readonly reason: ProviderFailure;
    readonly detail: string;
    readonly at: number;
  } | null;
  readonly restsUntil: number | null;
}
