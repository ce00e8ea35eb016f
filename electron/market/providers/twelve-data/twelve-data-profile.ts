import type { ProviderProfile } from '../../transport/provider-profile';

/** Free plan: 8 credits a minute, 800 a day. */
export const TWELVE_DATA_PROFILE: ProviderProfile = {
  id: 'twelve-data',
  addresses: { rest: 'https://api.twelvedata.com' },
  budget: { requestsPerSecond: 0.12, burst: 4, inFlight: 1, perDay: 800 },
  needsKey: true,
};
