import type { ProviderError } from '../../core/market/market-data-provider-port';

/** The answer to what a source does not do. */
export function notOffered(what: string): {
  readonly ok: false;
  readonly error: ProviderError<'not-offered'>;
} {
  return {
    ok: false,
    error: {
      reason: 'not-offered',
      retry: 'next-provider',
      retryAfterMs: null,
      detail: what,
      skippedRows: 0,
      skipped: [],
    },
  };
}
