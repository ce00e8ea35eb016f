import { describe, expect, it } from 'vitest';
import { isMarketOffline } from '../../../../../electron/core/providers/market-offline';
import type { ProviderHealth } from '../../../../../src/shared/domain/market/provider-status';

const source = (state: ProviderHealth['state'], enabled = true) => ({
  enabled,
  health: { state, lastAnswerAt: null, lastFailure: null, restsUntil: null },
});
const LIVE = { mode: 'live' } as const;

describe('isMarketOffline', () => {
  it('holds where sources were asked and none answers', () => {
    expect(isMarketOffline(LIVE, [source('failing'), source('resting'), source('unused')])).toBe(
      true,
    );
    expect(isMarketOffline(LIVE, [source('failing'), source('answering')])).toBe(false);
  });

  it('does not count what the user does not want asked', () => {
    expect(isMarketOffline(LIVE, [source('failing'), source('answering', false)])).toBe(true);
    expect(isMarketOffline(LIVE, [source('failing', false)])).toBe(false);
  });

  it('does not hold before anything was asked, nor where no network is wanted', () => {
    expect(isMarketOffline(LIVE, [source('unused')])).toBe(false);
    expect(isMarketOffline({ mode: 'simulated' }, [source('failing')])).toBe(false);
  });
});
