import { describe, expect, it } from 'vitest';
import { fitToolbar } from '../../../../src/features/chart/toolbar-fit';
import { CHART_INTERVALS } from '../../../../src/shared/domain/candle/interval';

describe('fitToolbar', () => {
  it('shows all where there is room', () => {
    expect(fitToolbar(900).intervals).toEqual(CHART_INTERVALS);
    expect(fitToolbar(900).ranges).toContain('YTD');
  });

  it('never shows more in less room, and always what is used most first', () => {
    const counts = [900, 800, 700, 500, 200].map((width) => {
      const { intervals, ranges } = fitToolbar(width);
      return intervals.length + ranges.length;
    });
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(new Set(counts).size).toBe(counts.length);
    expect(fitToolbar(700).intervals).toContain('D');
    expect(fitToolbar(0)).toMatchObject({ intervals: [], ranges: [] });
  });
});
