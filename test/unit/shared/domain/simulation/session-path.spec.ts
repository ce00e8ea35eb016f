import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import {
  createPriceModel,
  nextMarketVariance,
} from '../../../../../src/shared/domain/simulation/price-model';
import { roundPrice, walkSession } from '../../../../../src/shared/domain/simulation/session-path';
import type { SimulationState } from '../../../../../src/shared/domain/simulation/simulated-market';
import { madeUpInstrument } from './made-up-instruments';
import { mean } from './statistics';

const model = createPriceModel(madeUpInstrument(), 'America/New_York', 'seed');

function state(change: Partial<SimulationState> = {}): SimulationState {
  return {
    after: '2020-03-13',
    close: 100,
    market: 'America/New_York',
    marketVariance: 0.0001,
    ownVariance: 0.0003,
    ...change,
  };
}

describe('walkSession', () => {
  const states = fc.record({
    close: fc.double({ min: 0.01, max: 1e6, noNaN: true }).map((price) => roundPrice(price, 100)),
    marketVariance: fc.double({ min: 1e-6, max: 0.01, noNaN: true }),
    ownVariance: fc.double({ min: 1e-6, max: 0.01, noNaN: true }),
  });
  const sessions = fc.integer({ min: 0, max: 9000 }).map((day) => addDays('2020-03-14', day));

  it('makes a bar of its own path, whatever came before', () => {
    fc.assert(
      fc.property(states, sessions, (before, session) => {
        const { bar, knots } = walkSession(model, state(before), session);
        expect(knots).toHaveLength(49);
        expect(bar).toMatchObject({
          time: toSessionKey(session),
          open: knots[0],
          close: knots[48],
          high: Math.max(...knots),
          low: Math.min(...knots),
        });
        expect(bar.low).toBeGreaterThan(0);
        expect(bar.volume).toBeGreaterThan(0);
        expect(Number.isInteger(bar.volume)).toBe(true);
      }),
    );
  });

  it('keeps to the price step', () => {
    const coarse = createPriceModel(madeUpInstrument({ priceDecimals: 0 }), 'Asia/Seoul', 'seed');
    const { knots } = walkSession(coarse, state({ close: 71_300 }), '2020-03-16');
    expect([...knots].every(Number.isInteger)).toBe(true);
  });

  it('hands on what the next session needs', () => {
    const { bar, next, previousClose } = walkSession(model, state(), '2020-03-16');
    expect(next).toMatchObject({
      after: '2020-03-16',
      close: bar.close,
      market: 'America/New_York',
    });
    expect(previousClose).toBe(100);
    // Without a market return the variance would shrink towards its long-run value.
    expect(next.marketVariance).toBeGreaterThanOrEqual(nextMarketVariance(0.0001, 0));
  });

  it('has no close before its first session', () => {
    expect(walkSession(model, state({ after: null }), '2020-03-16').previousClose).toBeNull();
  });

  it('moves as much as its variance says', () => {
    const returns = Array.from({ length: 4000 }, (_, day) => {
      const { bar } = walkSession(model, state({ close: 1e6 }), addDays('2020-03-14', day));
      return Math.log(bar.close / 1e6);
    });
    const expected = model.beta * model.beta * 0.0001 + 0.0003;
    const centre = mean(returns);
    const variance = mean(returns.map((value) => (value - centre) ** 2));
    // Kurtosis at most 3.85: standard error sqrt(2.85 / 4000) = 2.7 %. Bound: four of them.
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.11);
  });

  it('trades more on wild days', () => {
    const days = Array.from({ length: 1000 }, (_, day) =>
      walkSession(model, state({ close: 1e6 }), addDays('2020-03-14', day)),
    ).map(({ bar }) => ({ move: Math.abs(Math.log(bar.close / 1e6)), volume: bar.volume }));
    days.sort((left, right) => left.move - right.move);
    const volumes = days.map(({ volume }) => volume);
    expect(mean(volumes.slice(750))).toBeGreaterThan(1.3 * mean(volumes.slice(0, 250)));
  });
});

describe('roundPrice', () => {
  it.each([
    [12.345, 100, 12.35],
    [12.344, 100, 12.34],
    [71_300.4, 1, 71_300],
    [1234.56, 10, 1234.6],
    [0.001, 100, 0.01],
    [0, 1, 1],
  ])('%f in %i steps is %f', (price, scale, rounded) => {
    expect(roundPrice(price, scale)).toBe(rounded);
  });
});
