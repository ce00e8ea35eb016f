import type { MarketStatus } from '../../../src/shared/domain/market/market-status';
import type { ProviderStatus } from '../../../src/shared/domain/market/provider-status';

/** True where prices of the network are wanted, sources were asked and not one of them answers. */
export function isMarketOffline(
  market: Pick<MarketStatus, 'mode'>,
  statuses: readonly Pick<ProviderStatus, 'enabled' | 'health'>[],
): boolean {
  if (market.mode !== 'live') return false;
  const asked = statuses.filter(({ enabled, health }) => enabled && health.state !== 'unused');
  return asked.length > 0 && asked.every(({ health }) => health.state !== 'answering');
}
