import type { ProviderProfile } from '../../transport/provider-profile';

/** Unofficial and without a key; one question may name many symbols. */
export const TENCENT_PROFILE: ProviderProfile = {
  id: 'tencent',
  addresses: { quotes: 'https://qt.gtimg.cn', bars: 'https://web.ifzq.gtimg.cn' },
  budget: { requestsPerSecond: 1, burst: 3, inFlight: 2 },
  needsKey: false,
};
