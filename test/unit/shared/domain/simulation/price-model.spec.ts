import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import {
  anchorLogPrice,
  createPriceModel,
  drawShock,
  expectedReturn,
  marketReturn,
  MEAN_MARKET_VARIANCE,
  nextMarketVariance,
  nextOwnVariance,
  sessionNormals,
} from '../../../../../src/shared/domain/simulation/price-model';
import { madeUpInstrument } from './made-up-instruments';
import { correlation, excessKurtosis, mean } from './statistics';

const NEW_YORK = 'America/New_York';
const model = createPriceModel(madeUpInstrument(), NEW_YORK, 'seed');
const DAY = 86_400;

describe('createPriceModel', () => {
  it('gives one instrument the same traits every time', () => {
    expect(createPriceModel(madeUpInstrument(), NEW_YORK, 'seed')).toEqual(model);
  });

  it('gives other traits to another instrument and to another seed', () => {
    const other = createPriceModel(madeUpInstrument({ id: 'XNAS:OTHER' }), NEW_YORK, 'seed');
    const reseeded = createPriceModel(madeUpInstrument(), NEW_YORK, 'other seed');
    for (const trait of ['startLogPrice', 'beta', 'meanOwnVariance', 'baseVolume'] as const) {
      expect(new Set([model[trait], other[trait], reseeded[trait]]).size).toBe(3);
    }
    expect(other.marketSeedWords).toEqual(model.marketSeedWords);
    expect(reseeded.marketSeedWords).not.toEqual(model.marketSeedWords);
  });

  it.each([
    ['USD', 12, 150],
    ['KRW', 9000, 120_000],
    ['GBp', 60, 1500],
    ['CHF', 8, 150],
  ])('starts %s prices between %i and %i', (currency, lowest, highest) => {
    const starts = Array.from({ length: 200 }, (_, index) => {
      const instrument = madeUpInstrument({ id: `XNAS:T${index}`, currency });
      return Math.exp(createPriceModel(instrument, NEW_YORK, 'seed').startLogPrice);
    });
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(lowest * (1 - 1e-12));
    expect(Math.max(...starts)).toBeLessThanOrEqual(highest * (1 + 1e-12));
    // Spread evenly in the logarithm: half of them lie below the geometric mean, give or take 3 x 7.1.
    const below = starts.filter((price) => price < Math.sqrt(lowest * highest)).length;
    expect(Math.abs(below - 100)).toBeLessThan(22);
  });

  it.each([
    [0, 1],
    [1, 10],
    [2, 100],
    [4, 10_000],
  ])('has for %i decimals %i steps in a unit', (priceDecimals, steps) => {
    const instrument = madeUpInstrument({ priceDecimals });
    expect(createPriceModel(instrument, NEW_YORK, 'seed').priceScale).toBe(steps);
  });
});

describe('the variance recursion', () => {
  it('is GARCH(1,1) with weights 0.09 and 0.88 on the market', () => {
    // 0.03 x 0.16^2/252 + 0.09 x 0.02^2 + 0.88 x 0.0002
    const long = 0.0256 / 252;
    expect(nextMarketVariance(0.0002, -0.02)).toBeCloseTo(0.03 * long + 0.000036 + 0.000176, 15);
  });

  it('is GARCH(1,1) with weights 0.10 and 0.87 on the instrument', () => {
    const expected = 0.03 * model.meanOwnVariance + 0.1 * 0.0009 + 0.87 * 0.0004;
    expect(nextOwnVariance(model, 0.0004, 0.03)).toBeCloseTo(expected, 15);
  });

  it('goes back to its long-run value when returns are as large as expected', () => {
    let variance = 25 * MEAN_MARKET_VARIANCE;
    for (let step = 0; step < 500; step += 1) {
      variance = nextMarketVariance(variance, Math.sqrt(variance));
    }
    // Each step keeps 97 % of the distance: 24 x 0.97^500 = 5.8e-6 is left of it.
    expect(variance / MEAN_MARKET_VARIANCE - 1).toBeCloseTo(24 * 0.97 ** 500, 10);
  });

  it('never dies out and never turns negative', () => {
    const variances = fc.double({ min: 0, max: 0.1, noNaN: true });
    const returns = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(variances, returns, (variance, logReturn) => {
        expect(nextMarketVariance(variance, logReturn)).toBeGreaterThan(0);
        expect(nextOwnVariance(model, variance, logReturn)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('drawShock', () => {
  const normal = sessionNormals([1, 2], 0);
  const shocks = Array.from({ length: 60_000 }, () => drawShock(normal, 0.0004));

  it('has mean 0 and the variance asked for', () => {
    // E r^4 = 3 e^(4 x 0.0625) s^4 = 3.852 s^4, so the variance has a standard error of
    // sqrt(2.852 / 60,000) = 0.0069 of itself. Bounds are three standard errors.
    expect(Math.abs(mean(shocks)) / 0.02).toBeLessThan(3 / Math.sqrt(60_000));
    expect(Math.abs(mean(shocks.map((value) => value * value)) / 0.0004 - 1)).toBeLessThan(0.021);
  });

  it('has fatter tails than a normal distribution', () => {
    // In theory 3 e^0.25 - 3 = 0.85; a normal sample of this size stays below 3 sqrt(24/n) = 0.06.
    expect(excessKurtosis(shocks)).toBeGreaterThan(0.5);
    expect(excessKurtosis(shocks)).toBeLessThan(1.3);
  });
});

describe('marketReturn', () => {
  const keys = Array.from({ length: 3000 }, (_, day) => toSessionKey('2008-01-02') + day * DAY);
  const returns = (market: string): number[] => {
    const other = createPriceModel(madeUpInstrument({ id: 'XXXX:ANY' }), market, 'seed');
    return keys.map((key) => marketReturn(other, key, MEAN_MARKET_VARIANCE));
  };

  it('is one number for all instruments of a market', () => {
    const key = toSessionKey('2020-03-16');
    const other = createPriceModel(madeUpInstrument({ id: 'XNYS:OTHER' }), NEW_YORK, 'seed');
    expect(marketReturn(other, key, 0.0001)).toBe(marketReturn(model, key, 0.0001));
  });

  it('is unrelated in two markets', () => {
    expect(Math.abs(correlation(returns(NEW_YORK), returns('Asia/Seoul')))).toBeLessThan(
      3 / Math.sqrt(3000),
    );
  });
});

describe('the anchor', () => {
  it('starts at the first price and grows by six per cent a year', () => {
    const epoch = toSessionKey('2008-01-02');
    expect(anchorLogPrice(model, epoch)).toBe(model.startLogPrice);
    const tenYears = epoch + 10 * 365.25 * DAY;
    expect(anchorLogPrice(model, tenYears) - model.startLogPrice).toBeCloseTo(0.6, 12);
  });

  it('pulls a price from both sides', () => {
    const key = toSessionKey('2016-05-18');
    const anchor = Math.exp(anchorLogPrice(model, key));
    expect(expectedReturn(model, key, anchor)).toBeCloseTo(0.06 / 252, 12);
    // At twice the anchor the pull is -0.3466 x ln 2 a year.
    const high = (0.06 - 0.3466 * Math.LN2) / 252;
    expect(expectedReturn(model, key, 2 * anchor)).toBeCloseTo(high, 12);
    expect(expectedReturn(model, key, anchor / 2)).toBeGreaterThan(0.06 / 252);
  });
});
