import type {
  HistoryResult,
  LatestRequest,
  LatestResult,
  HistoryRequest,
  MarketDataProvider,
  ProviderCapabilities,
  ProviderUse,
  SearchRequest,
  SearchResult,
} from '../../core/market/market-data-provider-port';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { NetworkSource } from '../../../src/shared/domain/quote/quote';
import type { NetworkProviderParts } from '../transport/network-provider-parts';
import { failure } from '../transport/status-failure';
import { notOffered } from './not-offered';

/** A source that is asked and never streams; what it does not override it does not offer. */
export abstract class RestProvider implements MarketDataProvider {
  abstract readonly id: NetworkSource;
  abstract readonly capabilities: ProviderCapabilities;

  constructor(protected readonly parts: NetworkProviderParts) {}

  abstract priority(instrument: InstrumentId, use: ProviderUse): number;

  history(_request: HistoryRequest): Promise<HistoryResult> {
    return Promise.resolve(notOffered('no bars'));
  }

  latest(_request: LatestRequest): Promise<LatestResult> {
    return Promise.resolve(notOffered('no last prices'));
  }

  search(_request: SearchRequest): Promise<SearchResult> {
    return Promise.resolve(notOffered('no search'));
  }

  stream(): null {
    return null;
  }
}

/** The answer of a source that needs the user's key and has none. */
export function keyMissing() {
  const error = failure('key-missing', 'next-provider', 'no key');
  return { ok: false, error } as const;
}
