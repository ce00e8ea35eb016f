import { describe, expect, it } from 'vitest';
import {
  buildsFrom,
  CHART_INTERVALS,
  INTERVAL_SECONDS,
  INTRADAY_SECONDS,
  isIntraday,
} from '../../../../../src/shared/domain/candle/interval';

describe('buildsFrom', () => {
  it.each([
    ['1m', ['1m']],
    ['15m', ['15m', '5m', '1m']],
    ['1h', ['1h', '30m', '15m', '5m', '1m']],
    ['4h', ['1h', '30m', '15m', '5m', '1m']],
    ['D', ['D', '1h', '30m', '15m', '5m', '1m']],
    ['W', ['D', '1h', '30m', '15m', '5m', '1m']],
  ] as const)('%s of %j, the least to read first', (interval, stored) => {
    expect(buildsFrom(interval)).toEqual(stored);
  });

  it('gives only lengths that fit a whole number of times', () => {
    for (const interval of CHART_INTERVALS.filter(isIntraday)) {
      for (const stored of buildsFrom(interval)) {
        expect(INTRADAY_SECONDS[interval] % INTERVAL_SECONDS[stored]).toBe(0);
      }
    }
  });
});

describe('isIntraday', () => {
  it('parts what carries a time from what carries a session key', () => {
    expect(CHART_INTERVALS.filter((interval) => !isIntraday(interval))).toEqual(['D', 'W', 'M']);
  });
});
