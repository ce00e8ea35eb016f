import { describe, expect, it } from 'vitest';
import { ChartStudies } from '../../../src/state/chart-studies.svelte';

const RSI = { key: 'rsi-1', top: 300, height: 80 };

describe('the studies of one chart', () => {
  it('say nothing before the chart has come to them', () => {
    const studies = new ChartStudies();
    expect(studies.of('sma-1')).toBeUndefined();
    studies.read(new Map([['sma-1', { values: [3], gap: null }]]));
    expect(studies.of('sma-1')).toEqual({ values: [3], gap: null });
  });

  it('take the panes of every frame, and change only where one moved', () => {
    const studies = new ChartStudies();
    const first = [RSI];
    studies.place(first);
    studies.place([{ ...RSI }]);
    expect(studies.panes).toBe(first);
    studies.place([{ ...RSI, height: 81 }]);
    expect(studies.panes).toEqual([{ ...RSI, height: 81 }]);
    studies.place([]);
    expect(studies.panes).toEqual([]);
  });
});
