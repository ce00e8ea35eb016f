import type { ProviderProfile } from '../../transport/provider-profile';

/** Documented, without a key; 20 questions a second are allowed. */
export const BITGET_PROFILE: ProviderProfile = {
  id: 'bitget',
  addresses: { rest: 'https://api.bitget.com', stream: 'wss://ws.bitget.com' },
  budget: { requestsPerSecond: 4, burst: 8, inFlight: 2 },
  needsKey: false,
};
