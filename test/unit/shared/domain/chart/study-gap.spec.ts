import { describe, expect, it } from 'vitest';
import { studyGap } from '../../../../../src/shared/domain/chart/study-gap';

const traded = { volume: Float64Array.of(0, 5, 0), length: 3 };
const untraded = { volume: Float64Array.of(0, 0, 9), length: 2 };
const at = { time: 86_400 };

describe('studyGap', () => {
  it('lets what needs prices alone be computed of any bars', () => {
    for (const indicator of ['sma', 'rsi', 'macd', 'bollinger']) {
      expect(studyGap({ indicator }, untraded, 'M', null)).toBeNull();
    }
  });

  it('has the average of the session on bars shorter than a session only', () => {
    expect(studyGap({ indicator: 'vwap' }, traded, '5m', null)).toBeNull();
    expect(studyGap({ indicator: 'vwap' }, traded, 'D', null)).toBe('intraday-only');
    expect(studyGap({ indicator: 'anchored-vwap' }, traded, 'D', at)).toBeNull();
  });

  it.each(['vwap', 'anchored-vwap', 'obv', 'volume-profile'])(
    'says that %s needs volume',
    (indicator) => {
      expect(studyGap({ indicator }, untraded, '1m', at)).toBe('no-volume');
      expect(studyGap({ indicator }, traded, '1m', at)).toBeNull();
    },
  );

  it('blames nothing on bars that are still to come', () => {
    const none = { volume: new Float64Array(0), length: 0 };
    expect(studyGap({ indicator: 'obv' }, none, 'D', null)).toBeNull();
  });

  it('passes on why there is no anchor, where one is needed', () => {
    const gap = { gap: 'no-session-bar' } as const;
    expect(studyGap({ indicator: 'anchored-vwap' }, traded, 'W', gap)).toBe('no-session-bar');
    expect(studyGap({ indicator: 'sma' }, traded, 'W', gap)).toBeNull();
  });
});
