import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../../src/shared/domain/calendar/calendar-date';
import { createPriceModel } from '../../../../../src/shared/domain/simulation/price-model';
import { walkSession } from '../../../../../src/shared/domain/simulation/session-path';
import { sessionSoFar } from '../../../../../src/shared/domain/simulation/session-so-far';
import type { SimulatedSession } from '../../../../../src/shared/domain/simulation/simulated-market';
import { madeUpInstrument } from './made-up-instruments';

const model = createPriceModel(madeUpInstrument(), 'America/New_York', 'seed');
const sessionOf = (session: string): SimulatedSession =>
  walkSession(
    model,
    {
      after: '2020-03-13',
      close: 100,
      market: 'America/New_York',
      marketVariance: 0.0002,
      ownVariance: 0.0005,
    },
    session,
  );

const sessions = fc
  .integer({ min: 0, max: 5000 })
  .map((day) => sessionOf(addDays('2020-03-14', day)));
const fractions = fc.double({ min: 0, max: 1, noNaN: true });

describe('sessionSoFar', () => {
  it('is nothing but the opening price at the open', () => {
    const session = sessionOf('2020-03-16');
    const { open, time } = session.bar;
    const atOpen = { time, open, high: open, low: open, close: open, volume: 0 };
    expect(sessionSoFar(session, 0)).toEqual(atOpen);
    expect(sessionSoFar(session, -1)).toEqual(atOpen);
  });

  it('is the finished bar at the close and after it', () => {
    fc.assert(
      fc.property(sessions, fc.double({ min: 1, max: 3, noNaN: true }), (session, fraction) => {
        expect(sessionSoFar(session, fraction)).toEqual(session.bar);
      }),
    );
  });

  it('stands on its knots', () => {
    const session = sessionOf('2020-03-17');
    for (let knot = 0; knot < 48; knot += 1) {
      expect(sessionSoFar(session, knot / 48).close).toBe(session.knots[knot]);
    }
  });

  it('never leaves the range of the two knots around it', () => {
    fc.assert(
      fc.property(sessions, fractions, (session, fraction) => {
        const knot = Math.min(47, Math.floor(fraction * 48));
        const ends = [session.knots[knot] ?? NaN, session.knots[knot + 1] ?? NaN];
        const { close } = sessionSoFar(session, fraction);
        expect(close).toBeGreaterThanOrEqual(Math.min(...ends));
        expect(close).toBeLessThanOrEqual(Math.max(...ends));
      }),
    );
  });

  it('only ever grows, and stays a bar', () => {
    fc.assert(
      fc.property(sessions, fractions, fractions, (session, one, other) => {
        const early = sessionSoFar(session, Math.min(one, other));
        const late = sessionSoFar(session, Math.max(one, other));
        expect(late.high).toBeGreaterThanOrEqual(early.high);
        expect(late.low).toBeLessThanOrEqual(early.low);
        expect(late.volume).toBeGreaterThanOrEqual(early.volume);
        for (const { open, high, low, close } of [early, late]) {
          expect(open).toBe(session.bar.open);
          expect(low <= Math.min(open, close) && Math.max(open, close) <= high).toBe(true);
        }
        expect(session.bar.high).toBeGreaterThanOrEqual(late.high);
        expect(session.bar.low).toBeLessThanOrEqual(late.low);
        expect(session.bar.volume).toBeGreaterThanOrEqual(late.volume);
      }),
    );
  });

  it('keeps the ticks that it has shown: high and low are those of all ticks up to now', () => {
    const session = sessionOf('2020-03-18');
    let high = 0;
    let low = Infinity;
    // 48 stretches of 240 ticks; a little beyond each step, so that rounding cannot fall short of it.
    for (let tick = 0; tick < 48 * 240; tick += 1) {
      const bar = sessionSoFar(session, (tick + 0.001) / (48 * 240));
      high = Math.max(high, bar.close);
      low = Math.min(low, bar.close);
      if (bar.high !== high || bar.low !== low) {
        expect({ tick, high: bar.high, low: bar.low }).toEqual({ tick, high, low });
      }
    }
    expect(high).toBeLessThanOrEqual(session.bar.high);
  });

  it('moves between knots', () => {
    const session = sessionOf('2020-03-18');
    const ticks = Array.from(
      { length: 400 },
      (_, tick) => sessionSoFar(session, tick / 4000).close,
    );
    const changes = ticks.filter((price, index) => index > 0 && price !== ticks[index - 1]);
    expect(changes.length).toBeGreaterThan(50);
  });

  it('is the same however often it is asked', () => {
    const [one, other] = [sessionOf('2020-03-19'), sessionOf('2020-03-19')];
    expect(sessionSoFar(one, 0.3141)).toEqual(sessionSoFar(other, 0.3141));
  });
});
