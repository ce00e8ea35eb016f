import { describe, expect, it } from 'vitest';
import { visibleDates } from '../../../../../src/features/timeline/filter/visible-dates';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import type { ChartInterval } from '../../../../../src/shared/domain/candle/interval';
import { allocateBars } from '../../../../../src/shared/domain/candle/bar-columns';

function shown(dates: readonly string[], from: string, to: string, interval: ChartInterval = 'D') {
  const bars = allocateBars(dates.length);
  dates.forEach((date, index) => (bars.time[index] = toSessionKey(date)));
  const visible = { fromKey: toSessionKey(from), toKey: toSessionKey(to), bars: 1 };
  return { bars, visible, interval, sessionAt: (time: number) => time };
}

describe('the dates that the chart shows', () => {
  const DAYS = ['2024-03-07', '2024-03-08', '2024-03-11', '2024-03-12', '2024-03-15'];
  const WEEKS = ['2024-02-26', '2024-03-04', '2024-03-11'];

  it('begin after the session before: what fell on a closed day stands on the first one', () => {
    expect(visibleDates(shown(DAYS, '2024-03-11', '2024-03-11'))).toEqual({
      from: '2024-03-09',
      to: '2024-03-11',
    });
  });

  it('end before the session after, which lets a week end on its Sunday', () => {
    expect(visibleDates(shown(WEEKS, '2024-03-04', '2024-03-04', 'W'))).toEqual({
      from: '2024-03-04',
      to: '2024-03-10',
    });
  });

  it('end with the week or the month where no bar comes after it', () => {
    expect(visibleDates(shown(WEEKS, '2024-03-11', '2024-03-11', 'W'))?.to).toBe('2024-03-17');
    expect(visibleDates(shown(['2024-02-01'], '2024-02-01', '2024-02-01', 'M'))?.to).toBe(
      '2024-02-29',
    );
  });

  it('end with the bars', () => {
    expect(visibleDates(shown(DAYS, '2024-03-07', '2024-03-15'))).toEqual({
      from: '2024-03-07',
      to: '2024-03-15',
    });
  });

  it('are none while nothing is visible', () => {
    expect(visibleDates({ ...shown(DAYS, '2024-03-07', '2024-03-08'), visible: null })).toBeNull();
  });
});
