import type { ProviderError } from '../../core/market/market-data-provider-port';
import type {
  ProviderFailure,
  RetryClass,
} from '../../../src/shared/domain/market/provider-failure';

/** A host that asks for a pause without saying how long is left alone for this long. */
const STANDARD_PAUSE_MS = 60_000;
/** Longer pauses are mistakes, or the app was started anew meanwhile. */
const LONGEST_PAUSE_MS = 86_400_000;

export type NetworkFailure = ProviderError<ProviderFailure>;

export function failure(
  reason: ProviderFailure,
  retry: RetryClass,
  detail: string,
  retryAfterMs: number | null = null,
): NetworkFailure {
  return { reason, retry, detail, retryAfterMs, skippedRows: 0, skipped: [] };
}

/** What an HTTP status of failure means; null for one that is no failure. */
export function statusFailure(
  status: number,
  retryAfter: string | null,
  nowMs: number,
  body: string,
): NetworkFailure | null {
  if (status >= 200 && status < 300) return null;
  const detail = `HTTP ${status}`;
  const pause = retryAfter === null ? null : pauseMs(retryAfter, nowMs);
  if (status === 429 || status === 418) {
    return failure('rate-limited', 'next-provider', detail, pause ?? STANDARD_PAUSE_MS);
  }
  if (status === 408) return failure('timed-out', 'retry', detail, pause);
  if (status >= 500) return failure('server-error', 'retry', detail, pause);
  if (status === 400 || status === 404 || status === 422) {
    // A page says that the address is wrong; JSON says that the question was understood and has no answer.
    const reason = body.trimStart().startsWith('{') ? 'unknown-instrument' : 'bad-answer';
    return failure(reason, 'next-provider', detail, pause);
  }
  return failure('blocked', 'next-provider', detail, pause);
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
