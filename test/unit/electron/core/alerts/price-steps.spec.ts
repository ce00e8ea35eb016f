import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PriceSteps } from '../../../../../electron/core/alerts/price-steps';
import type { EngineTick } from '../../../../../src/shared/domain/alert/engine/alert-engine';
import { NVDA } from '../../../../helpers/made-up-rule';

const LAST = { at: 1000, heardAt: 1000, price: 100, previousClose: 99, volume: null, session: 1 };
const tick = (price: number, rest: Partial<EngineTick> = {}): EngineTick => ({
  ...{ at: 2000, heardAt: 2000, price, previousClose: NaN, volume: NaN, session: 1 },
  ...{ isRegular: true, ...rest },
});

describe('a step in the price', () => {
  it.each([100, 80, 120, 81])('to %i is believed at once', (price) => {
    expect(new PriceSteps().judge(NVDA, tick(price), 'yahoo', LAST).kind).toBe('take');
  });

  it('from nothing is believed', () => {
    expect(new PriceSteps().judge(NVDA, tick(7), 'yahoo', null).kind).toBe('take');
  });

  it('that is large is believed once a later price or another source agrees, and it is known that no split was', () => {
    const steps = new PriceSteps();
    expect(steps.judge(NVDA, tick(130), 'yahoo', LAST).kind).toBe('ask');
    expect(steps.judge(NVDA, tick(130, { at: 3000 }), 'yahoo', LAST).kind).toBe('hold');
    steps.splitsKnown(NVDA, []);
    expect(steps.judge(NVDA, tick(130), 'yahoo', LAST).kind).toBe('hold');
    expect(steps.judge(NVDA, tick(131), 'tencent', LAST).kind).toBe('take');
  });

  it('back to where it was ends the doubt', () => {
    const steps = new PriceSteps();
    expect(steps.judge(NVDA, tick(1), 'yahoo', LAST).kind).toBe('ask');
    expect(steps.judge(NVDA, tick(101), 'yahoo', LAST).kind).toBe('take');
    expect(steps.judge(NVDA, tick(1), 'yahoo', LAST).kind).toBe('ask');
  });

  it('to another large one is no agreement', () => {
    const steps = new PriceSteps();
    steps.judge(NVDA, tick(300), 'yahoo', LAST);
    steps.splitsKnown(NVDA, []);
    expect(steps.judge(NVDA, tick(500, { at: 3000 }), 'sina', LAST).kind).toBe('hold');
  });

  it.each([
    [50, { numerator: 2, denominator: 1 }],
    [10, { numerator: 10, denominator: 1 }],
    [800, null],
    [500, { numerator: 1, denominator: 5 }],
  ])('with a close before of %i is the split that it looks like', (close, split) => {
    const next = tick(close * 1.05, { previousClose: close, session: 2 });
    const verdict = new PriceSteps().judge(NVDA, next, 'yahoo', LAST);
    expect(verdict).toEqual(split ? { kind: 'split', split } : { kind: 'ask' });
  });

  it.each([
    ['of a day that fell by a quarter besides', 7.5],
    ['of a day that rose by a half besides', 15],
    ['and nothing else', 10.2],
  ])('that a reported split explains is the split: %s', (_, price) => {
    const steps = new PriceSteps();
    const split = { numerator: 10, denominator: 1 };
    steps.judge(NVDA, tick(price, { session: 2 }), 'yahoo', LAST);
    steps.splitsKnown(NVDA, [split]);
    const second = tick(price, { session: 2, at: 3000 });
    expect(steps.judge(NVDA, second, 'yahoo', LAST)).toEqual({ kind: 'split', split });
    expect(steps.judge(NVDA, second, 'yahoo', LAST).kind).toBe('ask');
  });

  it('of one instrument is no doubt about another', () => {
    const steps = new PriceSteps();
    steps.judge(NVDA, tick(300), 'yahoo', LAST);
    steps.splitsKnown('XNAS:AMD', []);
    expect(steps.judge('XNAS:AMD', tick(300), 'yahoo', LAST).kind).toBe('ask');
    expect(steps.judge(NVDA, tick(300, { at: 3000 }), 'yahoo', LAST).kind).toBe('hold');
  });

  it('between two sessions that is no usual split is a move once it is confirmed', () => {
    const steps = new PriceSteps();
    const next = { session: 2 };
    steps.judge(NVDA, tick(70, next), 'yahoo', LAST);
    steps.splitsKnown(NVDA, []);
    expect(steps.judge(NVDA, tick(70, { ...next, at: 3000 }), 'yahoo', LAST).kind).toBe('take');
  });

  it('is no split by a close before of long ago', () => {
    const late = { session: 9, at: 6 * 86_400_000, previousClose: 10 };
    expect(new PriceSteps().judge(NVDA, tick(10.1, late), 'yahoo', LAST).kind).toBe('ask');
  });

  it('is never believed as a move where it is one of a usual split over night, whatever was said', () => {
    const ratio = fc.constantFrom(2, 3, 4, 5, 10, 15, 20, 25, 50);
    const noise = fc.double({ min: 0.95, max: 1.05, noNaN: true });
    const isTold = fc.boolean();
    fc.assert(
      fc.property(ratio, noise, fc.boolean(), isTold, (times, drift, isReverse, told) => {
        const close = isReverse ? 100 * times : 100 / times;
        const next = { session: 2, previousClose: told ? close : NaN };
        const steps = new PriceSteps();
        const first = steps.judge(NVDA, tick(close * drift, next), 'yahoo', LAST);
        steps.splitsKnown(NVDA, []);
        const later = tick(close * drift, { ...next, at: 3000 });
        const verdicts = [first.kind, steps.judge(NVDA, later, 'sina', LAST).kind];
        expect(verdicts).toEqual(told ? ['split', 'split'] : ['ask', 'suspect']);
      }),
    );
  });

  it('that a reported split does not explain is like one that nobody reported', () => {
    const steps = new PriceSteps();
    const next = { session: 2 };
    steps.judge(NVDA, tick(50, next), 'yahoo', LAST);
    steps.splitsKnown(NVDA, [{ numerator: 10, denominator: 1 }]);
    expect(steps.judge(NVDA, tick(50, { ...next, at: 3000 }), 'yahoo', LAST).kind).toBe('suspect');
  });
});
