import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../../src/shared/domain/calendar/calendar-date';
import { sessionHours } from '../../../../../src/shared/domain/calendar/session-clock';
import type { BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';
import { createPriceModel } from '../../../../../src/shared/domain/simulation/price-model';
import { sessionMinutes } from '../../../../../src/shared/domain/simulation/session-minutes';
import { walkSession } from '../../../../../src/shared/domain/simulation/session-path';
import { sessionSoFar } from '../../../../../src/shared/domain/simulation/session-so-far';
import type { SimulatedSession } from '../../../../../src/shared/domain/simulation/simulated-market';
import { shippedCalendar } from '../calendar/read-shipped-calendars';
import { madeUpInstrument } from './made-up-instruments';

const model = createPriceModel(madeUpInstrument(), 'Asia/Hong_Kong', 'seed');
const STATE = {
  ...{ after: '2020-03-13', close: 100, market: 'Asia/Hong_Kong' },
  ...{ marketVariance: 0.0002, ownVariance: 0.0005 },
};
const sessionOf = (date: string): SimulatedSession => walkSession(model, STATE, date);
const HOURS = sessionHours(shippedCalendar('XHKG'), '2026-05-28');
const MORNING = 150;
const WHOLE = 330;

const sessions = fc
  .integer({ min: 0, max: 5000 })
  .map((day) => sessionOf(addDays('2020-03-14', day)));
const fractions = fc.double({ min: 0, max: 1, noNaN: true });

function summary(bars: BarColumns) {
  return {
    open: bars.open[0],
    high: Math.max(...bars.high),
    low: Math.min(...bars.low),
    close: bars.close[bars.length - 1],
    volume: bars.volume.reduce((sum, volume) => sum + volume, 0),
  };
}

describe('sessionMinutes', () => {
  it('adds up to the bar of the session as far as it has come', () => {
    fc.assert(
      fc.property(sessions, fractions, (session, fraction) => {
        const { open, high, low, close, volume } = sessionSoFar(session, fraction);
        const bars = sessionMinutes(session, HOURS, fraction);
        expect(summary(bars)).toEqual({ open, high, low, close, volume });
      }),
      { numRuns: 60 },
    );
  });

  it('has a bar for every minute of trading and none over lunch', () => {
    const { time, length } = sessionMinutes(sessionOf('2026-05-28'), HOURS, 1);
    expect(length).toBe(WHOLE);
    const at = (index: number): string => new Date((time[index] as number) * 1000).toISOString();
    expect(at(0)).toBe('2026-05-28T01:30:00.000Z');
    expect(at(MORNING - 1)).toBe('2026-05-28T03:59:00.000Z');
    expect(at(MORNING)).toBe('2026-05-28T05:00:00.000Z');
    expect(at(WHOLE - 1)).toBe('2026-05-28T07:59:00.000Z');
  });

  it('never changes a minute that is over', () => {
    const session = sessionOf('2026-05-28');
    const whole = sessionMinutes(session, HOURS, 1);
    fc.assert(
      fc.property(fractions, (fraction) => {
        const bars = sessionMinutes(session, HOURS, fraction);
        const final = Math.max(0, bars.length - 1);
        for (const name of ['time', 'open', 'high', 'low', 'close', 'volume'] as const) {
          expect(bars[name].subarray(0, final)).toEqual(whole[name].subarray(0, final));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('holds bars that are in order, in range and never without volume by the hundred', () => {
    const bars = sessionMinutes(sessionOf('2026-05-28'), HOURS, 1);
    for (let index = 0; index < bars.length; index++) {
      const [low, high] = [bars.low[index] as number, bars.high[index] as number];
      expect(bars.open[index]).toBeGreaterThanOrEqual(low);
      expect(bars.close[index]).toBeLessThanOrEqual(high);
      expect(bars.volume[index]).toBeGreaterThan(0);
    }
  });
});
