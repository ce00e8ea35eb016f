import type { ProviderProfile } from '../../transport/provider-profile';

/** Free plan: 60 questions a minute. */
export const FINNHUB_PROFILE: ProviderProfile = {
  id: 'finnhub',
  addresses: { rest: 'https://finnhub.io' },
  budget: { requestsPerSecond: 0.9, burst: 5, inFlight: 2 },
  needsKey: true,
};
