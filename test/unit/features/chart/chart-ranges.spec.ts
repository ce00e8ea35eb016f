import { describe, expect, it } from 'vitest';
import { dateRange, namedRange } from '../../../../src/features/chart/chart-ranges';
import { toDate, toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import { allocateBars, type BarColumns } from '../../../../src/shared/domain/candle/bar-columns';

/** One bar a day from `from` to `to`, weekends included: only the ends matter here. */
function daily(from: string, to: string): BarColumns {
  const first = toSessionKey(from);
  const bars = allocateBars((toSessionKey(to) - first) / 86_400 + 1);
  for (let index = 0; index < bars.length; index += 1) bars.time[index] = first + index * 86_400;
  return bars;
}

const dates = (range: ReturnType<typeof namedRange>): unknown =>
  range && [toDate(range.fromKey), toDate(range.toKey)];

describe('a named range', () => {
  const bars = daily('2015-06-01', '2016-03-31');

  it.each([
    ['6M', '2015-09-30'],
    ['YTD', '2016-01-01'],
    ['All', '2015-06-01'],
    ['1Y', '2015-06-01'],
    ['5Y', '2015-06-01'],
  ] as const)('%s ends at the last bar and starts on %s', (name, start) => {
    expect(dates(namedRange(name, bars))).toEqual([start, '2016-03-31']);
  });

  it('takes the last day of a shorter month: one month before 31 March 2016 is 29 February', () => {
    expect(dates(namedRange('1M', bars))).toEqual(['2016-02-29', '2016-03-31']);
  });

  it('is null without bars', () => {
    expect(namedRange('1M', allocateBars(0))).toBeNull();
  });
});

it('turns a range of dates into session keys', () => {
  expect(dateRange({ from: '1970-01-02', to: '1970-01-11' })).toEqual({
    fromKey: 86_400,
    toKey: 864_000,
  });
});
