import type { FeedFailure, FeedFailureReason } from '../../src/shared/domain/feeds/feed';
import { readFeedDate } from '../../src/shared/domain/feeds/feed-date';
import { FeedBodyError } from './feed-body';
import { InnerAddressError } from './pinned-lookup';

const LONGEST_PAUSE_MS = 7 * 86_400_000;

/** What a status that is no answer means; null for one that is. */
export function statusFailure(status: number): FeedFailure | null {
  if (status >= 200 && status < 300) return null;
  return { reason: statusReason(status), detail: `HTTP ${status}` };
}

function statusReason(status: number): FeedFailureReason {
  if (status === 404) return 'not-found';
  if (status === 410) return 'gone';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 ? 'server-error' : 'refused';
}

/** What ended a request, told by kinds and codes: the text of an error may hold anything. */
export function thrownFailure(error: unknown): FeedFailure {
  if (error instanceof InnerAddressError) return { reason: 'private-address', detail: null };
  if (error instanceof FeedBodyError) return { reason: error.fault, detail: null };
  const code = codeOf(error);
  return { reason: codeReason(code ?? ''), detail: code };
}

/** Of the decompressors (`Z_`, `ERR__` for Brotli) and of Node's reader of HTTP. */
const DAMAGED = /^(Z_|ERR__|HPE_)/;
const UNTRUSTED = /CERT|ERR_TLS|ERR_SSL|UNABLE_TO|SELF_SIGNED/;

function codeReason(code: string): FeedFailureReason {
  if (DAMAGED.test(code)) return 'damaged';
  return UNTRUSTED.test(code) ? 'untrusted-certificate' : 'unreachable';
}

function codeOf(error: unknown): string | null {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z0-9_]{3,60}$/.test(code) ? code : null;
}

/**
 * Of a `Retry-After` header, as seconds or as a date.
 *
 * @param now - UTC milliseconds
 * @returns a week at most; null where nothing can be read
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const seconds = /^\s*(\d{1,9})\s*$/.exec(header)?.[1];
  const until = seconds === undefined ? readFeedDate(header) : now + Number(seconds) * 1000;
  return until === null ? null : Math.min(LONGEST_PAUSE_MS, Math.max(0, until - now));
}
