import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import type { Bar } from '../../../../../src/shared/domain/candle/bar-columns';
import {
  barCloseAt,
  createQuoteFolder,
  type RunningBar,
} from '../../../../../src/shared/domain/candle/running-bar';
import type { Quote } from '../../../../../src/shared/domain/quote/quote';
import { shippedCalendar } from '../calendar/read-shipped-calendars';

const hongKong = shippedCalendar('XHKG');
const newYork = shippedCalendar('XNAS');
/** Thursday 2026-05-28 in Hong Kong. */
const at = (time: string): number => Date.parse(`2026-05-28T${time}+08:00`);
const seconds = (time: string): number => at(time) / 1000;
const bar = (
  time: number,
  open: number,
  high: number,
  low: number,
  close: number,
  volume = 10,
): Bar => ({
  ...{ time, open, high, low, close, volume },
});
const TODAY = toSessionKey('2026-05-28');
const dayBar = (close: number, volume: number): Bar => bar(TODAY, 100, 120, 90, close, volume);

type Tick = Pick<Quote, 'price' | 'asOf' | 'openBar' | 'state'>;
const tick = (time: string, price: number, volume: number | null = null): Tick => ({
  ...{ price, asOf: at(time), state: 'live' },
  openBar: volume === null ? null : dayBar(price, volume),
});

const NOTHING = { last: null, lastTime: 0 };

describe('quotes in intraday bars', () => {
  const fold = createQuoteFolder('5m', hongKong);
  const last = bar(seconds('10:00'), 100, 102, 99, 101);
  const end = { last, lastTime: last.time };
  const feed = (...ticks: Tick[]): RunningBar | null =>
    ticks.reduce<RunningBar | null>((running, each) => fold(running, each, end), null);

  it('grow the last bar while its time lasts', () => {
    expect(feed(tick('10:04:59', 103))?.bar).toEqual(bar(last.time, 100, 103, 99, 103));
    expect(feed(tick('10:01', 98), tick('10:02', 100))?.bar).toEqual(
      bar(last.time, 100, 102, 98, 100),
    );
  });

  it('begin a new bar on the boundary, with nothing but their price', () => {
    expect(feed(tick('10:05', 103))?.bar).toEqual(bar(seconds('10:05'), 103, 103, 103, 103, 0));
    expect(feed(tick('10:06', 103), tick('10:11', 104))?.bar.time).toBe(seconds('10:10'));
  });

  it('count the growth of the day as volume, and nothing where that is not known', () => {
    const volumes = (...ticks: Tick[]): number | undefined => feed(...ticks)?.bar.volume;
    expect(volumes(tick('10:06', 103, 5000))).toBe(0);
    expect(volumes(tick('10:06', 103, 5000), tick('10:07', 103, 5300))).toBe(300);
    expect(volumes(tick('10:06', 103, 5000), tick('10:07', 103), tick('10:08', 103, 5900))).toBe(0);
    expect(volumes(tick('10:06', 103, 5000), tick('10:07', 103, 4000))).toBe(0);
    expect(volumes(tick('10:01', 101, 5000), tick('10:02', 101, 5007))).toBe(17);
  });

  it('say nothing of a bar under way when they are old, stale or outside the session', () => {
    const running = feed(tick('10:06', 103));
    for (const each of [
      tick('10:04', 50),
      tick('12:30', 50),
      tick('08:59', 50),
      { ...tick('10:07', 50), state: 'stale' as const },
      { ...tick('10:07', 50), state: 'closed' as const },
    ]) {
      expect(fold(running, each, end)).toBe(running);
    }
  });

  it('begin anew after lunch, not on the clock of the morning', () => {
    const hours = createQuoteFolder('1h', hongKong);
    expect(hours(null, tick('13:05', 100), NOTHING)?.bar.time).toBe(seconds('13:00'));
    expect(hours(null, tick('10:15', 100), NOTHING)?.bar.time).toBe(seconds('09:30'));
  });

  it('keep what they heard when the series comes anew with the same bar', () => {
    const before = feed(tick('10:06', 103), tick('10:07', 99));
    const read = bar(seconds('10:05'), 101.5, 102, 101, 102, 400);
    const after = fold(before, tick('10:08', 100), { last: read, lastTime: read.time });
    expect(after?.bar).toEqual(bar(read.time, 101.5, 103, 99, 100, 400));
  });

  it('give way to a series that has gone further', () => {
    const newer = bar(seconds('10:10'), 105, 106, 104, 105);
    const after = fold(feed(tick('10:06', 50)), tick('10:11', 105), { last: newer, lastTime: 0 });
    expect(after?.bar).toEqual(newer);
  });

  it('end with the extremes and the last of all prices in the bar', () => {
    const prices = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(prices, (all) => {
        const ticks = all.map((price, index) =>
          tick(`10:06:${String(index).padStart(2, '0')}`, price),
        );
        const { open, high, low, close } = feed(...ticks)?.bar as Bar;
        expect([open, high, low, close]).toEqual([
          all[0],
          Math.max(...all),
          Math.min(...all),
          all.at(-1),
        ]);
      }),
    );
  });
});

describe('quotes in days, weeks and months', () => {
  it('are the bar of the session', () => {
    const fold = createQuoteFolder('D', hongKong);
    expect(fold(null, tick('10:00', 101, 70), NOTHING)?.bar).toEqual(dayBar(101, 70));
    expect(fold(null, tick('10:00', 101), NOTHING)).toBeNull();
  });

  const monday = toSessionKey('2026-05-25');
  const week = bar(monday, 95, 110, 94, 105, 1000);
  const wednesday = { last: week, lastTime: toSessionKey('2026-05-27') };

  it('add the session to what is stored of the week, once', () => {
    const fold = createQuoteFolder('W', hongKong);
    const once = fold(null, tick('10:00', 101, 70), wednesday);
    expect(once?.bar).toEqual(bar(monday, 95, 120, 90, 101, 1070));
    expect(fold(once, tick('10:01', 102, 80), wednesday)?.bar.volume).toBe(1080);
  });

  it('add nothing that is stored already', () => {
    const fold = createQuoteFolder('W', hongKong);
    expect(fold(null, tick('16:30', 101, 70), { last: week, lastTime: TODAY })).toBeNull();
  });

  it('begin a new week and a new month with the first session', () => {
    const friday = {
      last: bar(toSessionKey('2026-05-18'), 1, 1, 1, 1),
      lastTime: toSessionKey('2026-05-22'),
    };
    expect(createQuoteFolder('W', hongKong)(null, tick('10:00', 101, 70), friday)?.bar).toEqual(
      dayBar(101, 70),
    );
    const april = {
      last: bar(toSessionKey('2026-04-01'), 1, 1, 1, 1),
      lastTime: toSessionKey('2026-04-30'),
    };
    expect(createQuoteFolder('M', hongKong)(null, tick('10:00', 101, 70), april)?.bar.time).toBe(
      TODAY,
    );
    expect(
      createQuoteFolder('M', hongKong)(null, tick('10:00', 101, 70), wednesday)?.bar.time,
    ).toBe(monday);
  });
});

describe('barCloseAt', () => {
  const closeAt = (interval: Parameters<typeof barCloseAt>[0], time: string): string | null => {
    const utcMs = barCloseAt(interval, newYork, Date.parse(`2026-05-28T${time}-04:00`));
    return utcMs === null ? null : new Date(utcMs - 4 * 3_600_000).toISOString().slice(11, 16);
  };

  it('is the end of the bar, cut at the close', () => {
    expect(closeAt('5m', '10:02')).toBe('10:05');
    expect(closeAt('5m', '10:05')).toBe('10:10');
    expect(closeAt('1h', '15:45')).toBe('16:00');
    expect(closeAt('4h', '14:00')).toBe('16:00');
    expect(closeAt('D', '10:02')).toBe('16:00');
  });

  it('is none while nothing trades, and none of weeks and months', () => {
    expect(closeAt('5m', '09:29')).toBeNull();
    expect(closeAt('5m', '16:00')).toBeNull();
    expect(closeAt('W', '10:02')).toBeNull();
    expect(barCloseAt('5m', hongKong, at('12:15'))).toBeNull();
    expect(barCloseAt('1h', hongKong, at('11:45'))).toBe(at('12:00'));
  });
});
