import type { ProviderProfile } from '../../transport/provider-profile';

/** Documented, without a key; 6000 weight a minute are allowed, far more than is asked here. */
export const BINANCE_PROFILE: ProviderProfile = {
  id: 'binance',
  addresses: {
    spot: 'https://data-api.binance.vision',
    futures: 'https://fapi.binance.com',
    stream: 'wss://data-stream.binance.vision',
    'futures-stream': 'wss://fstream.binance.com',
  },
  budget: { requestsPerSecond: 2, burst: 4, inFlight: 2 },
  needsKey: false,
};
