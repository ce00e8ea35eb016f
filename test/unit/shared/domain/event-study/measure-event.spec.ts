import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  EventMeasure,
  MeasuredEvent,
} from '../../../../../src/shared/domain/event-study/event-measure';
import { measureEvent } from '../../../../../src/shared/domain/event-study/measure-event';
import type {
  EventWindow,
  PairedReturns,
  StudyModel,
} from '../../../../../src/shared/domain/event-study/study-spec';
import { STDLIB_DISTRIBUTIONS } from '../../../../../src/shared/statistics/stdlib-distributions';
import { madeUpPanel, pairOf, weekday } from '../../../../helpers/study-returns';

/** Four sessions of estimation, and the event right behind them. */
const MARKET = [0, 1, 2, 3];
const SECURITY = [1, 1, 3, 3];

function measure(
  returns: PairedReturns,
  model: StudyModel,
  window: EventWindow,
  length = 4,
): EventMeasure {
  return measureEvent(
    { returns, date: weekday(length - Math.min(0, window[0])) },
    { model, estimation: { length, gap: 0 }, window },
    STDLIB_DISTRIBUTIONS,
  );
}

function measured(...args: Parameters<typeof measure>): MeasuredEvent {
  const found = measure(...args);
  if (found.kind === 'unmeasured') throw new Error(found.reason);
  return found;
}

describe('measureEvent with the market model', () => {
  // In percent. Means 1.5 and 2; Sxx = 2.25 + 0.25 + 0.25 + 2.25 = 5; Sxy = 1.5 + 0.5 + 0.5 + 1.5 = 4.
  // beta = 0.8, alpha = 2 - 1.2 = 0.8; residuals 0.2, -0.6, 0.6, -0.2; sum of squares 0.8, s^2 = 0.4.
  // Day 0: expected 0.8 + 2 = 2.8, AR = 2; C = 1 + 1/4 + (2.5 - 1.5)^2 / 5 = 1.45.
  // Day 1: expected 1.2, AR = 0; CAR = 2; Var = 0.4 (2 + 4/4 + (1 - 1)^2 / 5) = 1.2.
  const event = measured(pairOf([...SECURITY, 4.8, 1.2], [...MARKET, 2.5, 0.5]), 'market', [0, 1]);

  it('fits alpha, beta and s', () => {
    expect(event.alpha).toBeCloseTo(0.008, 14);
    expect(event.beta).toBeCloseTo(0.8, 13);
    expect(event.s).toBeCloseTo(Math.sqrt(0.4) / 100, 14);
    expect(event).toMatchObject({ length: 4, degrees: 2, zeroReturns: 0 });
    expect(event.estimation).toEqual([weekday(0), weekday(3)]);
    expect(event.session).toBe(weekday(4));
  });

  it('has the error of each forecast', () => {
    expect(event.ar[0]).toBeCloseTo(0.02, 14);
    expect(event.ar[1]).toBeCloseTo(0, 14);
    expect(event.expected[0]).toBeCloseTo(0.028, 14);
    expect(event.arError[0]).toBeCloseTo(Math.sqrt(0.58) / 100, 14);
    expect(event.sar[0]).toBeCloseTo(2 / Math.sqrt(0.58), 11);
  });

  it('tests the event day by Student t with L - 2', () => {
    // With two degrees of freedom p = 1 - t / sqrt(2 + t^2), and t^2 = 4 / 0.58.
    const t = 2 / Math.sqrt(0.58);
    expect(event.day?.t).toBeCloseTo(t, 11);
    expect(event.day?.p).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 12);
    expect(event.day?.placeboP).toBe(1 / 5);
  });

  it('tests the window by the variance of its sum', () => {
    const scar = 2 / Math.sqrt(1.2);
    expect(event.window?.car).toBeCloseTo(0.02, 14);
    expect(event.window?.carVariance).toBeCloseTo(1.2e-4, 16);
    expect(event.window?.scar).toBeCloseTo(scar, 11);
    expect(event.window?.p).toBeCloseTo(1 - scar / Math.sqrt(2 + scar * scar), 12);
    // Three runs of two residuals: -0.4, 0, 0.4; none as far out as 2.
    expect(event.window?.placeboP).toBe(1 / 4);
    expect(event.cumulative[1]).toBeCloseTo(0.02, 14);
    expect(event.cumulativeError[0]).toBeCloseTo(Math.sqrt(0.58) / 100, 14);
  });

  it('has the band of 95 %: of two degrees of freedom 4.303', () => {
    expect(event.band).toBeCloseTo(4.3027, 4);
  });
});

describe('measureEvent with the other models', () => {
  it('takes the mean of the security, with L - 1 degrees of freedom', () => {
    // Mean 2, squares 1 each: s^2 = 4/3. AR = 4 - 2; C = 1 + 1/4. Two days: Var = s^2 (2 + 4/4).
    const event = measured(pairOf([...SECURITY, 4, 2], [...MARKET, 9, 9]), 'mean', [0, 1]);
    expect(event).toMatchObject({ beta: 0, degrees: 3 });
    expect(event.alpha).toBeCloseTo(0.02, 14);
    expect(event.s).toBeCloseTo(Math.sqrt(4 / 3) / 100, 14);
    expect(event.sar[0]).toBeCloseTo(2 / Math.sqrt((4 / 3) * 1.25), 11);
    expect(event.window?.carVariance).toBeCloseTo(4e-4, 16);
  });

  it('needs no market for the mean', () => {
    const { keys, security } = pairOf([...SECURITY, 4], [...MARKET, 0]);
    const market = new Float64Array(5).fill(NaN);
    expect(measured({ keys, security, market }, 'mean', [0, 0]).ar[0]).toBeCloseTo(0.02, 14);
    for (const model of ['market', 'market-adjusted'] as const) {
      expect(measure({ keys, security, market }, model, [0, 0])).toMatchObject({
        kind: 'unmeasured',
        reason: 'no-market',
      });
    }
  });

  it('takes the market itself, without an estimate and so with L degrees of freedom', () => {
    // Residuals 1, 0, 1, 0: s^2 = 2/4, not less their mean. AR = 4 - 1 = 3, C = 1; two days: Var = 2 s^2.
    const event = measured(
      pairOf([...SECURITY, 4, 1], [...MARKET, 1, 1]),
      'market-adjusted',
      [0, 1],
    );
    expect(event).toMatchObject({ alpha: 0, beta: 1, degrees: 4 });
    expect(event.s).toBeCloseTo(Math.sqrt(0.5) / 100, 14);
    expect(event.sar[0]).toBeCloseTo(3 / Math.sqrt(0.5), 11);
    expect(event.window?.carVariance).toBeCloseTo(1e-4, 16);
    // Of the residuals none is as far out as 3; of an AR of 1 two are.
    expect(event.day?.placeboP).toBe(1 / 5);
    expect(
      measured(pairOf([...SECURITY, 2], [...MARKET, 1]), 'market-adjusted', [0, 0]).day?.placeboP,
    ).toBeCloseTo(3 / 5, 14);
  });
});

describe('what cannot be measured', () => {
  it('is a window that the data does not reach yet, but not its beginning', () => {
    const event = measured(pairOf([...SECURITY, 4.8], [...MARKET, 2.5]), 'market', [0, 2]);
    expect(event.window).toBeNull();
    expect(event.day?.t).toBeCloseTo(2 / Math.sqrt(0.58), 11);
    expect([...event.ar].map(Number.isNaN)).toEqual([false, true, true]);
  });

  it('is an event day outside of the window', () => {
    expect(
      measured(pairOf([...SECURITY, 0, 4], [...MARKET, 0, 1]), 'market', [1, 1]).day,
    ).toBeNull();
  });

  it('is a model with more parameters than returns, or without anything to explain', () => {
    const two = pairOf([1, 2, 3], [1, 3, 2]);
    expect(measure(two, 'market', [0, 0], 2)).toEqual({
      kind: 'unmeasured',
      reason: 'too-few-returns',
      session: weekday(2),
      length: 2,
    });
    expect(measure(two, 'mean', [0, 0], 1)).toMatchObject({ reason: 'too-few-returns' });
    const flat = pairOf([1, 2, 3, 4, 5], [0.1, 0.1, 0.1, 0.1, 2]);
    expect(measure(flat, 'market', [0, 0])).toMatchObject({ reason: 'market-constant' });
    expect(measure(two, 'market', [0, 0], 3)).toMatchObject({
      reason: 'no-session',
      session: null,
    });
    expect(measure(two, 'market', [-3, 0], 1)).toMatchObject({ kind: 'unmeasured' });
  });

  it('is the error of a security that is its own market', () => {
    for (const model of ['market', 'market-adjusted'] as const) {
      const event = measured(pairOf([...MARKET, 5], [...MARKET, 5]), model, [0, 0]);
      expect(event).toMatchObject({ s: 0 });
      expect(event.ar[0]).toBeCloseTo(0, 15);
      expect(event.day).toMatchObject({ t: null, p: null, placeboP: null });
      expect(event.window).toMatchObject({ carVariance: 0, scar: null, p: null, placeboP: null });
    }
  });
});

describe('properties', () => {
  const seeds = fc.integer({ min: 1, max: 1e6 });
  const models = fc.constantFrom<StudyModel>('market', 'market-adjusted', 'mean');
  const pairOfSeed = (seed: number): PairedReturns =>
    madeUpPanel({ seed, events: 1, sessions: 60 })[0] as PairedReturns;
  const study = (returns: PairedReturns, model: StudyModel): MeasuredEvent =>
    measured(returns, model, [-2, 2], 50);
  const shifted = (values: Float64Array, by: number): Float64Array =>
    values.map((value) => value + by);
  const close = (one: Float64Array, other: Float64Array): void =>
    one.forEach((value, day) => expect(value).toBeCloseTo(other[day] as number, 9));

  it('a constant added to both series changes no abnormal return of any model', () => {
    fc.assert(
      fc.property(
        seeds,
        models,
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        (seed, model, by) => {
          const returns = pairOfSeed(seed);
          const moved = {
            ...returns,
            security: shifted(returns.security, by),
            market: shifted(returns.market, by),
          };
          close(study(moved, model).ar, study(returns, model).ar);
          close(study(moved, model).sar, study(returns, model).sar);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('a constant added to one series alone changes none where an intercept is estimated', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: -0.1, max: 0.1, noNaN: true }), (seed, by) => {
        const returns = pairOfSeed(seed);
        const security = shifted(returns.security, by);
        close(study({ ...returns, security }, 'mean').ar, study(returns, 'mean').ar);
        close(study({ ...returns, security }, 'market').ar, study(returns, 'market').ar);
        const market = shifted(returns.market, by);
        close(study({ ...returns, market }, 'market').ar, study(returns, 'market').ar);
      }),
      { numRuns: 50 },
    );
  });

  it('both series scaled scale the abnormal returns and leave the statistics', () => {
    fc.assert(
      fc.property(
        seeds,
        models,
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        (seed, model, by) => {
          const returns = pairOfSeed(seed);
          const scale = (values: Float64Array): Float64Array => values.map((value) => value * by);
          const scaled = {
            ...returns,
            security: scale(returns.security),
            market: scale(returns.market),
          };
          close(
            study(scaled, model).ar.map((value) => value / by),
            study(returns, model).ar,
          );
          close(study(scaled, model).sar, study(returns, model).sar);
          expect(study(scaled, model).window?.placeboP).toBe(
            study(returns, model).window?.placeboP,
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('the days of the estimation window in another order change no abnormal return', () => {
    fc.assert(
      fc.property(seeds, models, (seed, model) => {
        const returns = pairOfSeed(seed);
        const turned = (values: Float64Array): Float64Array =>
          Float64Array.from([...values.slice(0, 50).reverse(), ...values.slice(50)]);
        const other = {
          ...returns,
          security: turned(returns.security),
          market: turned(returns.market),
        };
        close(study(other, model).ar, study(returns, model).ar);
        expect(study(other, model).day?.placeboP).toBe(study(returns, model).day?.placeboP);
      }),
      { numRuns: 50 },
    );
  });
});
