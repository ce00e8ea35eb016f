import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotAt } from '../../../../../src/shared/domain/session-line/session-axis';
import {
  sessionLine,
  type SessionLineOptions,
} from '../../../../../src/shared/domain/session-line/session-line';
import { symmetricRange } from '../../../../../src/shared/domain/session-line/symmetric-range';
import { type BarRow, barsOf } from '../candle/bar-rows';
import { shippedCalendar } from '../calendar/read-shipped-calendars';

const SHANGHAI = shippedCalendar('XSHG');
const HONG_KONG = shippedCalendar('XHKG');
const NEW_YORK = shippedCalendar('XNAS');
const seconds = (text: string): number => Date.parse(`${text}Z`) / 1000;

const options = (given: Partial<SessionLineOptions> = {}): SessionLineOptions => ({
  ...{ calendar: SHANGHAI, sessions: 1, stepSeconds: 60, previousClose: null },
  ...given,
});

/** A bar of one price. */
const bar = (time: string, price: number, volume = 10): BarRow => [
  seconds(time),
  ...([price, price, price, price, volume, NaN] as const),
];

const TWO_DAYS = barsOf([
  bar('2026-05-27T06:58', 9),
  bar('2026-05-27T06:59', 10),
  bar('2026-05-28T01:30', 11, 100),
  bar('2026-05-28T01:32', 12, 300),
  bar('2026-05-28T05:00', 13, 100),
]);

describe('the line of a session', () => {
  it('stands on the slots of its session, from the open on', () => {
    const line = sessionLine(TWO_DAYS, options());
    expect(line?.dates).toEqual(['2026-05-28']);
    expect([...(line?.price.slice(0, 4) ?? [])]).toEqual([11, NaN, 12, NaN]);
    expect(line?.price[120]).toBe(13);
    expect(line?.filled).toBe(121);
    expect(line?.price).toHaveLength(240);
    expect(line?.volume[2]).toBe(300);
    expect(line?.volume[1]).toBe(0);
  });

  it('is measured against the close before it', () => {
    expect(sessionLine(TWO_DAYS, options())).toMatchObject({ base: 10, baseIs: 'previous-close' });
    const stated = { date: '2026-05-28', price: 10.5 };
    expect(sessionLine(TWO_DAYS, options({ previousClose: stated }))?.base).toBe(10.5);
    const ofOther = { date: '2026-05-27', price: 7 };
    expect(sessionLine(TWO_DAYS, options({ previousClose: ofOther }))?.base).toBe(10);
  });

  it('is measured against its open where nothing came before', () => {
    const [, , first, second] = [0, 1, 2, 3].map((index) => TWO_DAYS.close[index] as number);
    const line = sessionLine(
      barsOf([bar('2026-05-28T01:30', first ?? 0), bar('2026-05-28T01:31', second ?? 0)]),
      options(),
    );
    expect(line).toMatchObject({ base: 11, baseIs: 'open' });
  });

  it('has the average of turnover over volume since the open of each session', () => {
    const line = sessionLine(TWO_DAYS, options({ sessions: 2 }));
    expect(line?.average[239]).toBe(9.5);
    expect(line?.average[240]).toBe(11);
    expect(line?.average[242]).toBe((11 * 100 + 12 * 300) / 400);
    expect(line?.averageBasis).toBe('typical-price');
  });

  it('has no average where nothing but prices is told', () => {
    const line = sessionLine(barsOf([bar('2026-05-28T01:30', 5, 0)]), options());
    expect(line?.price[0]).toBe(5);
    expect(line?.average[0]).toBeNaN();
  });

  it('shows the last sessions that traded, weekends between them left out', () => {
    const bars = barsOf([
      bar('2026-05-21T01:30', 1),
      bar('2026-05-22T01:30', 2),
      bar('2026-05-25T01:30', 3),
    ]);
    const line = sessionLine(bars, options({ sessions: 2 }));
    expect(line?.dates).toEqual(['2026-05-22', '2026-05-25']);
    expect(line?.base).toBe(1);
    expect(sessionLine(bars, options({ sessions: 5 }))?.dates).toHaveLength(3);
  });

  it('leaves out what trades before the open and after the close, also as its base', () => {
    const bars = barsOf([
      bar('2026-05-27T19:59', 10),
      bar('2026-05-27T22:00', 12),
      bar('2026-05-28T12:00', 14),
      bar('2026-05-28T13:30', 11),
      bar('2026-05-28T21:00', 15),
      bar('2026-05-29T12:00', 16),
    ]);
    const line = sessionLine(bars, options({ calendar: NEW_YORK }));
    expect(line).toMatchObject({ dates: ['2026-05-28'], base: 10, filled: 1 });
    expect(line?.price[0]).toBe(11);
  });

  it('ends with the closing auction', () => {
    const bars = barsOf([bar('2026-05-28T07:59', 10, 5), bar('2026-05-28T08:08', 11, 50)]);
    const line = sessionLine(bars, options({ calendar: HONG_KONG }));
    expect(line?.filled).toBe(330);
    expect(line?.price[329]).toBe(11);
    expect(line?.volume[329]).toBe(55);
  });

  it('is none without a trade within a session', () => {
    expect(sessionLine(barsOf([]), options())).toBeNull();
    expect(sessionLine(barsOf([bar('2026-05-28T04:00', 1)]), options())).toBeNull();
  });

  it('keeps the volume of every bar within its hours, whatever bars there are', () => {
    const from = seconds('2026-05-28T00:00') / 60;
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 600 }), { minLength: 1 });
    fc.assert(
      fc.property(minutes, (all) => {
        const rows = all
          .sort((a, b) => a - b)
          .map((minute): BarRow => [(from + minute) * 60, ...([2, 3, 1, 2, minute, NaN] as const)]);
        const line = sessionLine(barsOf(rows), options());
        const axis = line?.axis;
        const within = rows.filter(([time]) => axis && slotAt(axis, time) !== null);
        const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
        expect(sum(line?.volume ?? [])).toBe(sum(within.map((row) => row[5])));
      }),
    );
  });
});

describe('the range of its axis', () => {
  it('has the base in the middle and room for the furthest price', () => {
    const { min, max } = symmetricRange(100, [
      Float64Array.of(NaN, 101, 97, 102),
      Float64Array.of(99),
    ]);
    expect((min + max) / 2).toBeCloseTo(100, 10);
    expect(min).toBeLessThan(97);
    expect(max).toBeGreaterThan(103);
    expect(max).toBeLessThan(104);
  });

  it('is not empty where the price stands still', () => {
    const { min, max } = symmetricRange(100, [Float64Array.of(100, 100)]);
    expect(max).toBeGreaterThan(100);
    expect(min).toBeLessThan(100);
  });
});
