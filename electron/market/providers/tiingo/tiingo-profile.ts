import type { ProviderProfile } from '../../transport/provider-profile';

/** Free plan: 50 questions an hour. */
export const TIINGO_PROFILE: ProviderProfile = {
  id: 'tiingo',
  addresses: { rest: 'https://api.tiingo.com' },
  budget: { requestsPerSecond: 0.0125, burst: 5, inFlight: 1 },
  needsKey: true,
};
