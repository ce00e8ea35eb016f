import { describe, expect, it } from 'vitest';
import { CHART_INTERVALS } from '../../../../../src/shared/domain/candle/interval';
import { readChartInterval } from '../../../../../src/shared/domain/candle/interval-text';

describe('readChartInterval', () => {
  it.each(CHART_INTERVALS)('takes the name %s', (interval) => {
    expect(readChartInterval(interval)).toBe(interval);
  });

  it.each([
    ['5', '5m'],
    ['60', '1h'],
    ['240', '4h'],
    ['1H', '1h'],
    ['15M', '15m'],
    ['d', 'D'],
    ['1D', 'D'],
    ['w', 'W'],
    ['m', 'M'],
    ['1M', 'M'],
    ['1m', '1m'],
  ])('takes %s for %s', (text, interval) => {
    expect(readChartInterval(text)).toBe(interval);
  });

  it.each(['', ' ', '2', '7m', '1y', 'constructor', '5 m', '-5'])('refuses %j', (text) => {
    expect(readChartInterval(text)).toBeNull();
  });
});
