import { describe, expect, it } from 'vitest';
import { computeStatistics } from '../../../../../../src/shared/domain/event-study/bundle/compute-statistics';
import type { BundleInput } from '../../../../../../src/shared/domain/event-study/bundle/evidence-bundle';
import { measureEvent } from '../../../../../../src/shared/domain/event-study/measure-event';
import { pairReturns } from '../../../../../../src/shared/domain/event-study/paired-returns';
import { toSessionKey } from '../../../../../../src/shared/domain/calendar/calendar-date';
import { STDLIB_DISTRIBUTIONS } from '../../../../../../src/shared/statistics/stdlib-distributions';
import { sampleInput } from '../../../../../helpers/bundle-sample';
import { weekday } from '../../../../../helpers/study-returns';

const compute = (input: BundleInput) => computeStatistics(input, STDLIB_DISTRIBUTIONS);

describe('computeStatistics of one event', () => {
  it('has what the engine has, in 12 digits', () => {
    const input = sampleInput();
    const [security, market] = input.series.map(({ dates, closes }) => ({
      keys: Float64Array.from(dates, toSessionKey),
      values: Float64Array.from(closes),
    }));
    if (security === undefined || market === undefined) throw new Error('no series');
    const measure = measureEvent(
      { returns: pairReturns(security, market, 'prices'), date: input.events[0]?.session ?? '' },
      input.parameters,
      STDLIB_DISTRIBUTIONS,
    );
    if (measure.kind === 'unmeasured') throw new Error(measure.reason);
    const { events, panel } = compute(input);
    expect(panel).toBeNull();
    expect(events[0]).toMatchObject({ step: 'as-asked', model: 'market', length: 120 });
    expect(events[0]?.['car']).toBe(Number(measure.window?.car.toPrecision(12)));
    expect(events[0]?.['beta']).toBe(Number(measure.beta.toPrecision(12)));
    expect(events[0]?.['placebos']).toHaveLength(116);
  });

  it('judges with the doubts that are known', () => {
    expect(compute(sampleInput(1, 0.5)).events[0]).toMatchObject({ verdict: 'unusual' });
    const input = sampleInput(1, 0.5);
    const events = input.events.map((event) => ({ ...event, doubts: ['suspect-bars' as const] }));
    expect(compute({ ...input, events }).events[0]).toMatchObject({
      ...{ verdict: 'data-in-doubt', doubts: ['suspect-bars'] },
    });
  });

  it('steps back where the history is short, and says so', () => {
    // Of so many returns 20 are the gap and two the window's.
    const at = (history: number) => compute(sampleInput(1, 0.5, history)).events[0];
    expect(at(100)).toMatchObject({ step: 'market-adjusted', model: 'market-adjusted', beta: 1 });
    expect(at(100)).toMatchObject({ length: 81, available: 81 });
    expect(at(44)).toMatchObject({ step: 'placebo-only', verdictTest: 'placebo' });
    expect(at(20)).toMatchObject({
      ...{ step: 'nothing', car: null, verdict: 'not-enough-history', reason: 'short-history' },
    });
  });

  it('measures a session without a price by no other', () => {
    const input = sampleInput();
    const series = input.series.map((one) => ({
      ...one,
      dates: one.dates.filter((date) => date !== input.events[0]?.session),
      closes: one.closes.filter((_, day) => one.dates[day] !== input.events[0]?.session),
    }));
    expect(compute({ ...input, series }).events[0]).toMatchObject({
      ...{ reason: 'no-session', session: null, verdict: 'not-enough-history' },
    });
  });

  it('compares with the mean of a basket', () => {
    const input = sampleInput(3);
    const [event] = input.events;
    if (event === undefined) throw new Error('no event');
    const basket = compute({
      ...input,
      events: [{ ...event, market: ['XNAS:A1', 'XNAS:A2'] }],
    }).events[0];
    expect(basket?.['beta']).toEqual(expect.any(Number));
    expect(basket?.['beta']).not.toBe(compute({ ...input, events: [event] }).events[0]?.['beta']);
    expect(compute({ ...input, events: [{ ...event, market: [] }] }).events[0]).toMatchObject({
      reason: 'no-market',
    });
  });
});

describe('computeStatistics of several events', () => {
  it('has a panel of those that need not step back', () => {
    const input = sampleInput(4, 0.1);
    const [last] = input.series.slice(3);
    if (last === undefined) throw new Error('no series');
    const short = {
      ...last,
      dates: last.dates.slice(40),
      closes: last.closes.slice(40),
    };
    const { panel, events } = compute({
      ...input,
      series: input.series.map((one) => (one === last ? short : one)),
    });
    expect(panel).toMatchObject({ n: 3, leftOut: 1, sharing: 'all', verdictTest: 'portfolio' });
    expect(panel).toMatchObject({ verdict: 'unusual' });
    expect(events[3]).toMatchObject({ reason: 'short-history', car: null });
  });

  it('doubts the panel where one event is doubted', () => {
    const input = sampleInput(3);
    const events = input.events.map((event, at) => ({
      ...event,
      doubts: at === 1 ? (['simulated-prices'] as const) : [],
    }));
    expect(compute({ ...input, events }).panel).toMatchObject({
      ...{ verdict: 'data-in-doubt', doubts: ['simulated-prices'] },
    });
    expect(weekday(0)).toBe(input.series[0]?.dates[0]);
  });
});
