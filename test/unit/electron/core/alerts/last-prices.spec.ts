import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LastPrices, scalePrice } from '../../../../../electron/core/alerts/last-prices';
import { heardTick } from '../../../../../src/shared/domain/alert/heard-tick';
import { NVDA } from '../../../../helpers/made-up-rule';

const price = (at: number, of = 100) => ({
  ...{ at, heardAt: at, price: of, previousClose: null, volume: null, session: 1 },
});

describe('the last price of an instrument', () => {
  it('is the newest, in whatever order they came', () => {
    const times = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 });
    fc.assert(
      fc.property(times, (all) => {
        const last = new LastPrices();
        for (const at of all) last.hear(NVDA, price(at));
        expect(last.of(NVDA)?.at).toBe(Math.max(...all));
      }),
    );
  });

  it('of one moment is the one that came last', () => {
    const last = new LastPrices();
    last.hear(NVDA, price(1, 100));
    last.hear(NVDA, price(1, 101));
    expect(last.of(NVDA)?.price).toBe(101);
  });

  it('is its own, and none once it is forgotten', () => {
    const last = new LastPrices();
    last.hear(NVDA, price(1));
    last.scale('XNAS:AMD', 0.1);
    expect(last.of('XNAS:AMD')).toBeNull();
    last.scale(NVDA, 0.1);
    expect(last.of(NVDA)?.price).toBe(10);
    last.forget(NVDA);
    expect(last.of(NVDA)).toBeNull();
  });

  it('in the shares of after a split has its units divided, and knows no more than before', () => {
    const full = { ...price(1), previousClose: 90, volume: 500 };
    expect(scalePrice(full, 0.1)).toEqual({ ...full, price: 10, previousClose: 9, volume: 5000 });
    expect(scalePrice(price(1), 0.1)).toEqual(price(1, 10));
  });

  it('is kept with null for what is not known', () => {
    const tick = { ...price(1), previousClose: NaN, volume: 0 };
    expect(heardTick(tick)).toEqual({
      ...{ at: 1, heardAt: 1, price: 100, previousClose: null, volume: 0 },
    });
  });
});
