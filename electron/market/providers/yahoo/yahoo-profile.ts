import type { ProviderProfile } from '../../transport/provider-profile';

/** Unofficial and without a key; it refuses eager callers by their fingerprint, so it is asked slowly. */
export const YAHOO_PROFILE: ProviderProfile = {
  id: 'yahoo',
  addresses: {
    chart: 'https://query1.finance.yahoo.com',
    search: 'https://query2.finance.yahoo.com',
  },
  budget: { requestsPerSecond: 1, burst: 4, inFlight: 2 },
  needsKey: false,
};
