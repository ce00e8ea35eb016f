import type { ProviderProfile } from '../../transport/provider-profile';

/** The exchange's own page data; it asks for five seconds between two questions. */
export const TWSE_MIS_PROFILE: ProviderProfile = {
  id: 'twse-mis',
  addresses: { quotes: 'https://mis.twse.com.tw' },
  budget: { requestsPerSecond: 0.2, burst: 1, inFlight: 1 },
  needsKey: false,
};
