import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';
import {
  type ChartInterval,
  INTRADAY_SECONDS,
  isIntraday,
} from '../../../../../src/shared/domain/candle/interval';
import {
  replaceTail,
  resampleBars,
  resampleTail,
} from '../../../../../src/shared/domain/candle/resample';
import type { ExchangeCalendar } from '../../../../../src/shared/domain/calendar/exchange-calendar';
import {
  exchangeDate,
  sessionHours,
} from '../../../../../src/shared/domain/calendar/session-clock';
import { readShippedCalendars } from '../calendar/read-shipped-calendars';
import { type BarRow, barsOf, rowsOf } from './bar-rows';

const RUNS = { numRuns: 10_000 };
const MINUTES_PER_DAY = 1440;
const SECONDS_PER_DAY = 86_400;

const calendars = fc.constantFrom(...readShippedCalendars().values());
const days = fc.integer({ min: 16_500, max: 20_780 });
/** Whole numbers, so that sums do not depend on their order. */
const prices = fc.record({
  low: fc.integer({ min: 1, max: 50 }),
  open: fc.nat(9),
  close: fc.nat(9),
  volume: fc.nat(1000),
});

function row(time: number, { low, open, close, volume }: Record<string, number>): BarRow {
  const [from, to] = [(low as number) + (open as number), (low as number) + (close as number)];
  return [time, from, Math.max(from, to) + 1, low as number, to, volume as number, to / 2];
}

/** Minutes of about three days, in session and out of it, as many bars as a small coarse series has. */
const minuteBars = fc
  .tuple(
    days,
    fc.uniqueArray(fc.tuple(fc.nat(3 * MINUTES_PER_DAY), prices), {
      maxLength: 40,
      selector: ([minute]) => minute,
    }),
  )
  .map(([day, made]) =>
    made
      .toSorted(([one], [other]) => one - other)
      .map(([minute, price]) => row(day * SECONDS_PER_DAY + minute * 60, price)),
  );

const dailyBars = fc
  .tuple(
    days,
    fc.uniqueArray(fc.tuple(fc.nat(80), prices), { maxLength: 30, selector: ([day]) => day }),
  )
  .map(([first, made]) =>
    made
      .toSorted(([one], [other]) => one - other)
      .map(([day, price]) => row((first + day) * SECONDS_PER_DAY, price)),
  );

const intraday = fc.constantFrom<ChartInterval>('1m', '5m', '15m', '30m', '1h', '4h', 'D');

const options = (calendar: ExchangeCalendar | undefined, to: ChartInterval, extended: boolean) =>
  ({ from: '1m', to, calendar, extended }) as const;

const total = (bars: BarColumns): number => bars.volume.reduce((sum, volume) => sum + volume, 0);

describe('resampling, whatever bars come in', () => {
  it('keeps volumes and extremes, in ascending order', () => {
    fc.assert(
      fc.property(calendars, intraday, minuteBars, (calendar, to, rows) => {
        fc.pre(to !== 'D');
        const bars = barsOf(rows);
        const coarse = resampleBars(bars, options(calendar, to, true));
        expect(total(coarse)).toBe(total(bars));
        expect(Math.max(...coarse.high)).toBe(Math.max(...bars.high));
        expect(Math.min(...coarse.low)).toBe(Math.min(...bars.low));
        let before = -Infinity;
        for (const time of coarse.time) {
          expect(time).toBeGreaterThan(before);
          before = time;
        }
      }),
      RUNS,
    );
  });

  it('lets no bar span two sessions or a lunch break', () => {
    fc.assert(
      fc.property(calendars, intraday, minuteBars, (calendar, to, rows) => {
        // One bar at a time tells where each belongs; the hours are asked of the calendar itself.
        for (const [time, ...rest] of rows) {
          const coarse = resampleBars(barsOf([[time, ...rest]]), options(calendar, to, false));
          const parts = sessionHours(calendar, exchangeDate(calendar, time * 1000));
          const part = parts.find(({ start, end }) => start <= time * 1000 && time * 1000 < end);
          if (!part || !isIntraday(to)) continue;
          const [key] = coarse.time;
          expect(key).toBeGreaterThanOrEqual(part.start / 1000);
          expect(key).toBeLessThanOrEqual(time);
          expect(((key as number) - part.start / 1000) % INTRADAY_SECONDS[to]).toBe(0);
          expect(time - (key as number)).toBeLessThan(INTRADAY_SECONDS[to]);
        }
      }),
      RUNS,
    );
  });

  it('puts each bar where it would stand alone', () => {
    fc.assert(
      fc.property(calendars, intraday, fc.boolean(), minuteBars, (calendar, to, extended, rows) => {
        const asked = options(calendar, to, extended);
        const alone = new Map<number, number>();
        for (const bar of rows) {
          const one = resampleBars(barsOf([bar]), asked);
          for (const time of one.time) alone.set(time, (alone.get(time) ?? 0) + bar[5]);
        }
        const coarse = resampleBars(barsOf(rows), asked);
        expect([...coarse.time].map((time, index) => [time, coarse.volume[index]])).toEqual([
          ...alone,
        ]);
      }),
      RUNS,
    );
  });

  it('comes to the same in one step and in two', () => {
    const steps = fc.constantFrom(
      ['5m', '15m'],
      ['5m', '1h'],
      ['15m', '30m'],
      ['30m', '4h'],
      ['1h', '4h'],
      ['1h', 'D'],
      ['5m', 'D'],
      ['5m', 'W'],
    ) as fc.Arbitrary<readonly ['5m' | '15m' | '30m' | '1h', ChartInterval]>;
    const known = fc.option(calendars, { nil: undefined });
    fc.assert(
      fc.property(known, steps, fc.boolean(), minuteBars, (calendar, [by, to], extended, rows) => {
        const bars = barsOf(rows);
        const once = resampleBars(bars, options(calendar, to, extended));
        const first = resampleBars(bars, options(calendar, by, extended));
        const twice = resampleBars(first, { ...options(calendar, to, extended), from: by });
        expect(rowsOf(twice)).toEqual(rowsOf(once));
      }),
      RUNS,
    );
  });

  it('changes nothing when done again', () => {
    const same = fc.constantFrom('1m', '5m', '15m', '30m', '1h') as fc.Arbitrary<'1m' | '1h'>;
    fc.assert(
      fc.property(calendars, same, fc.boolean(), minuteBars, (calendar, to, extended, rows) => {
        const once = resampleBars(barsOf(rows), options(calendar, to, extended));
        const again = resampleBars(once, { ...options(calendar, to, extended), from: to });
        expect(rowsOf(again)).toEqual(rowsOf(once));
      }),
      RUNS,
    );
  });

  it('is the same bar by bar', () => {
    const any = fc.constantFrom<ChartInterval>('5m', '1h', '4h', 'D', 'W', 'M');
    fc.assert(
      fc.property(calendars, any, fc.boolean(), minuteBars, (calendar, to, extended, rows) => {
        const asked = options(calendar, to, extended);
        const known = Math.floor(rows.length / 2);
        let coarse: BarColumns = resampleBars(barsOf(rows.slice(0, known)), asked);
        for (let length = known + 1; length <= rows.length; length++) {
          const started = rows.slice(0, length);
          const [time, open] = started[length - 1] as BarRow;
          started[length - 1] = [time, open, open, open, open, 0, NaN];
          for (const current of [started, rows.slice(0, length)]) {
            coarse = replaceTail(coarse, resampleTail(coarse, barsOf(current), asked));
          }
        }
        expect(rowsOf(coarse)).toEqual(rowsOf(resampleBars(barsOf(rows), asked)));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('weeks and months, whatever days come in', () => {
  const monday = (time: number): number => Math.floor((time / SECONDS_PER_DAY + 3) / 7) * 7 - 3;
  const month = (time: number): string => new Date(time * 1000).toISOString().slice(0, 7);

  it.each([
    ['W', monday],
    ['M', month],
  ] as const)('%s holds the days of one, keyed by the first', (to, periodOf) => {
    fc.assert(
      fc.property(dailyBars, (rows) => {
        const expected = new Map<string | number, { key: number; volume: number }>();
        for (const [time, , , , , volume] of rows) {
          const known = expected.get(periodOf(time)) ?? { key: time, volume: 0 };
          expected.set(periodOf(time), { key: known.key, volume: known.volume + volume });
        }
        const asked = { from: 'D', to, calendar: undefined, extended: false } as const;
        const coarse = resampleBars(barsOf(rows), asked);
        expect(rowsOf(coarse).map(([key, , , , , volume]) => ({ key, volume }))).toEqual([
          ...expected.values(),
        ]);
      }),
      RUNS,
    );
  });
});
