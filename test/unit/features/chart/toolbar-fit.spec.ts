import { describe, expect, it } from 'vitest';
import { fitIntervals, fitRanges } from '../../../../src/features/chart/toolbar-fit';
import { CHART_INTERVALS } from '../../../../src/shared/domain/candle/interval';
import { RANGE_NAMES } from '../../../../src/shared/domain/chart/range-name';

describe.each([
  { row: 'intervals', fit: fitIntervals, all: CHART_INTERVALS, used: 'D' },
  { row: 'ranges', fit: fitRanges, all: RANGE_NAMES, used: '1Y' },
])('the row of $row', ({ fit, all, used }) => {
  it('shows all where there is room', () => {
    expect(fit(900)).toEqual(all);
  });

  it('never shows more in less room, and what is used most as long as it can', () => {
    const counts = [900, 570, 390, 200].map((width) => fit(width).length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(fit(570)).toContain(used);
    expect(fit(0)).toEqual([]);
  });
});
