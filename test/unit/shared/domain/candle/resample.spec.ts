import { describe, expect, it } from 'vitest';
import type { BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';
import type { ChartInterval, Interval } from '../../../../../src/shared/domain/candle/interval';
import {
  replaceTail,
  resampleBars,
  resampleTail,
} from '../../../../../src/shared/domain/candle/resample';
import { shippedCalendar } from '../calendar/read-shipped-calendars';
import { type BarRow, barsOf, rowsOf } from './bar-rows';

const seconds = (text: string): number => Date.parse(`${text}Z`) / 1000;
const stamp = (time: number): string => new Date(time * 1000).toISOString().slice(5, 16);

/** Bars of one unit of volume at each moment (UTC), all of one price. */
function barsAt(...moments: string[]): BarColumns {
  return barsOf(
    moments.map((moment): BarRow => [
      seconds(moment.length === 10 ? `${moment}T00:00` : moment),
      ...([5, 6, 4, 5, 1, NaN] as const),
    ]),
  );
}

/** Every minute of a stretch (UTC), the end left out. */
function minutes(from: string, to: string): string[] {
  const count = (seconds(to) - seconds(from)) / 60;
  return Array.from({ length: count }, (_, index) =>
    new Date((seconds(from) + index * 60) * 1000).toISOString().slice(0, 16),
  );
}

function resampled(
  bars: BarColumns,
  mic: string | null,
  from: Interval,
  to: ChartInterval,
  extended = false,
): string[] {
  const calendar = mic === null ? undefined : shippedCalendar(mic);
  const coarse = resampleBars(bars, { from, to, calendar, extended });
  return rowsOf(coarse).map(([time, , , , , volume]) => `${stamp(time)} ${volume}`);
}

describe('what one coarse bar says', () => {
  it('is the first open, the last close and adjusted close, the extremes and the sum of volumes', () => {
    const open = seconds('2026-11-23T14:30');
    const bars = barsOf([
      [open, 10, 12, 9, 11, 100, 1],
      [open + 60, 11, 15, 10, 14, 50, 2],
      [open + 240, 14, 14, 8, 9, 25, 3],
      [open + 300, 9, 9, 9, 9, 1, 4],
    ]);
    const options = { calendar: shippedCalendar('XNAS'), extended: false };
    expect(rowsOf(resampleBars(bars, { ...options, from: '1m', to: '5m' }))).toEqual([
      [open, 10, 15, 8, 9, 175, 3],
      [open + 300, 9, 9, 9, 9, 1, 4],
    ]);
  });
});

describe('hours of Hong Kong', () => {
  const session = barsAt(
    ...minutes('2026-11-23T01:30', '2026-11-23T04:00'),
    ...minutes('2026-11-23T05:00', '2026-11-23T08:00'),
    '2026-11-23T08:08',
  );

  it('count from the open, anew after lunch, with the closing auction in the last bar', () => {
    expect(resampled(session, 'XHKG', '1m', '1h')).toEqual([
      '11-23T01:30 60',
      '11-23T02:30 60',
      '11-23T03:30 30',
      '11-23T05:00 60',
      '11-23T06:00 60',
      '11-23T07:00 61',
    ]);
    expect(resampled(session, 'XHKG', '1m', '4h')).toEqual(['11-23T01:30 150', '11-23T05:00 181']);
    expect(resampled(session, 'XHKG', '1m', '5m').at(-1)).toBe('11-23T07:55 6');
  });

  it('add up to the day', () => {
    expect(resampled(session, 'XHKG', '1m', 'D')).toEqual(['11-23T00:00 331']);
  });
});

describe('hours of New York', () => {
  const long = barsAt(
    '2026-11-23T13:59',
    '2026-11-23T14:29',
    '2026-11-23T14:30',
    '2026-11-23T20:59',
    '2026-11-23T21:00',
    '2026-11-24T00:59',
  );

  it('leave out what lies outside the session', () => {
    expect(resampled(long, 'XNAS', '1m', '1h')).toEqual(['11-23T14:30 1', '11-23T20:30 1']);
  });

  it('keep it apart where it is wanted', () => {
    expect(resampled(long, 'XNAS', '1m', '1h', true)).toEqual([
      '11-23T13:00 1',
      '11-23T14:00 1',
      '11-23T14:30 1',
      '11-23T20:30 1',
      '11-23T21:00 1',
      '11-24T00:00 1',
    ]);
  });

  it('never count it in a day', () => {
    expect(resampled(long, 'XNAS', '1m', 'D', true)).toEqual(['11-23T00:00 2']);
  });

  it('move with the clocks of the exchange', () => {
    const bars = barsAt('2026-10-30T13:30', '2026-11-02T13:30', '2026-11-02T14:30');
    expect(resampled(bars, 'XNYS', '1m', '4h')).toEqual(['10-30T13:30 1', '11-02T14:30 1']);
  });
});

describe('other exchanges', () => {
  it('gives the session of Sydney its own date', () => {
    const bars = barsAt('2026-11-22T23:00', '2026-11-23T04:59');
    expect(resampled(bars, 'XASX', '1m', 'D')).toEqual(['11-23T00:00 2']);
  });

  it('takes the days of UTC where the exchange is not known', () => {
    const bars = barsAt('2026-11-22T23:59', '2026-11-23T00:00', '2026-11-23T03:59');
    expect(resampled(bars, null, '1m', '4h')).toEqual(['11-22T20:00 1', '11-23T00:00 2']);
    expect(resampled(bars, null, '1m', 'D')).toEqual(['11-22T00:00 1', '11-23T00:00 2']);
  });

  it('keeps the bars of a session that the calendar does not know', () => {
    const bars = barsAt('2026-11-26T14:30', '2026-11-26T14:34');
    expect(resampled(bars, 'XNAS', '1m', '5m')).toEqual(['11-26T14:30 2']);
  });
});

describe('weeks and months', () => {
  it('are keyed by their first session', () => {
    const days = barsAt('2025-12-31', '2026-01-02', '2026-01-05', '2026-01-09', '2026-01-12');
    expect(resampled(days, 'XNAS', 'D', 'W')).toEqual([
      '12-31T00:00 2',
      '01-05T00:00 2',
      '01-12T00:00 1',
    ]);
    expect(resampled(days, 'XNAS', 'D', 'M')).toEqual(['12-31T00:00 1', '01-02T00:00 4']);
  });

  it('begin on Monday and end with Sunday', () => {
    const days = barsAt('2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30');
    expect(resampled(days, 'CRYPTO', 'D', 'W')).toEqual([
      '11-22T00:00 1',
      '11-23T00:00 2',
      '11-30T00:00 1',
    ]);
  });

  it('are made of minutes too', () => {
    const bars = barsAt('2026-11-23T14:29', '2026-11-23T14:30', '2026-11-25T20:59');
    expect(resampled(bars, 'XNAS', '1m', 'W')).toEqual(['11-23T00:00 2']);
  });
});

describe('what cannot be made', () => {
  it('is refused', () => {
    const options = { calendar: undefined, extended: false };
    expect(() => resampleBars(barsAt(), { ...options, from: 'D', to: '1h' })).toThrow(RangeError);
    expect(() => resampleBars(barsAt(), { ...options, from: '1h', to: '5m' })).toThrow(/1h/);
  });

  it('is nothing of nothing', () => {
    expect(resampled(barsAt(), 'XNAS', '1m', '5m')).toEqual([]);
  });
});

describe('the newest bar', () => {
  const options = {
    from: '1m',
    to: '5m',
    calendar: shippedCalendar('XNAS'),
    extended: false,
  } as const;
  const before = barsAt('2026-11-23T14:30', '2026-11-23T14:35', '2026-11-23T14:36');
  const coarse = resampleBars(before, options);

  it('changes the last coarse bar only', () => {
    const now = barsAt('2026-11-23T14:30', '2026-11-23T14:35', '2026-11-23T14:36');
    now.close[2] = 6;
    now.volume[2] = 9;
    const tail = resampleTail(coarse, now, options);
    expect(rowsOf(tail)).toEqual([[seconds('2026-11-23T14:35'), 5, 6, 4, 6, 10, NaN]]);
    expect(rowsOf(replaceTail(coarse, tail))).toEqual(rowsOf(resampleBars(now, options)));
  });

  it('starts the next one', () => {
    const now = barsAt(
      '2026-11-23T14:30',
      '2026-11-23T14:35',
      '2026-11-23T14:36',
      '2026-11-23T14:40',
    );
    const tail = resampleTail(coarse, now, options);
    expect([...tail.time].map(stamp)).toEqual(['11-23T14:35', '11-23T14:40']);
    expect(replaceTail(coarse, tail).length).toBe(3);
  });

  it('leaves the bars alone where there is no tail', () => {
    expect(rowsOf(replaceTail(coarse, barsAt()))).toEqual(rowsOf(coarse));
  });
});
