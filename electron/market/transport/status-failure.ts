import type { ProviderError } from '../../core/market/market-data-provider-port';
import type {
  ProviderFailure,
  RetryClass,
} from '../../../src/shared/domain/market/provider-failure';

/** A host that asks for a pause without saying how long is left alone for this long. */
const STANDARD_PAUSE_MS = 60_000;
/** Longer pauses are mistakes, or the app was started anew meanwhile. */
const LONGEST_PAUSE_MS = 86_400_000;

/** 418 is Binance's word for a ban, 456 Sina's for too many questions. */
const ASKS_FOR_PAUSE = new Set([418, 429, 456]);

export type NetworkFailure = ProviderError<ProviderFailure>;

export function failure(
  reason: ProviderFailure,
  retry: RetryClass,
  detail: string,
  retryAfterMs: number | null = null,
): NetworkFailure {
  return { reason, retry, detail, retryAfterMs, skippedRows: 0, skipped: [] };
}

/** What came with a status. */
export interface StatusAnswer {
  readonly status: number;
  /** The header as it is. */
  readonly retryAfter: string | null;
  readonly body: string;
  /** True where the question carried the user's key. */
  readonly carriedKey: boolean;
}

/** What an HTTP status of failure means; null for one that is no failure. */
export function statusFailure(answer: StatusAnswer, nowMs: number): NetworkFailure | null {
  const { status, retryAfter, body } = answer;
  if (status >= 200 && status < 300) return null;
  const detail = `HTTP ${status}`;
  const pause = retryAfter === null ? null : pauseMs(retryAfter, nowMs);
  if (ASKS_FOR_PAUSE.has(status)) {
    return failure('rate-limited', 'next-provider', detail, pause ?? STANDARD_PAUSE_MS);
  }
  if (status === 408) return failure('timed-out', 'retry', detail, pause);
  if (status >= 500) return failure('server-error', 'retry', detail, pause);
  if (status === 400 || status === 404 || status === 422) {
    // A page says that the address is wrong; JSON says that the question was understood and has no answer.
    const reason = body.trimStart().startsWith('{') ? 'unknown-instrument' : 'bad-answer';
    return failure(reason, 'next-provider', detail, pause);
  }
  return failure(refusalOf(answer), 'next-provider', detail, pause);
}

function refusalOf({ status, carriedKey }: StatusAnswer): ProviderFailure {
  return carriedKey && (status === 401 || status === 403) ? 'key-refused' : 'blocked';
}

/** `Retry-After` is a number of seconds or an HTTP date (RFC 9110, 10.2.3). */
function pauseMs(retryAfter: string, nowMs: number): number {
  const text = retryAfter.trim();
  const pause = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  if (!Number.isFinite(pause)) return STANDARD_PAUSE_MS;
  return Math.min(LONGEST_PAUSE_MS, Math.max(0, pause));
}

/** The failure of an answer that parses and is not what it was expected to be. */
export function unknownShape(): { readonly ok: false; readonly error: NetworkFailure } {
  return {
    ok: false,
    error: failure('bad-answer', 'next-provider', 'an answer of an unknown shape'),
  };
}
