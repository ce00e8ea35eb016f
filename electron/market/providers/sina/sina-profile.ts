import type { ProviderProfile } from '../../transport/provider-profile';

/** Unofficial and without a key; refuses whoever does not come from its own pages. */
export const SINA_PROFILE: ProviderProfile = {
  id: 'sina',
  addresses: { quotes: 'https://hq.sinajs.cn' },
  budget: { requestsPerSecond: 0.5, burst: 2, inFlight: 1 },
  needsKey: false,
};
