import { describe, expect, it } from 'vitest';
import type { ChartSetup } from '../../../../../src/shared/domain/chart/chart-layout';
import { deskCharts, shownSeries } from '../../../../../src/shared/domain/chart/desk-charts';

const setup = (
  instrument: ChartSetup['instrument'],
  rest: Partial<ChartSetup> = {},
): ChartSetup => ({
  instrument,
  interval: 'D',
  compared: [],
  ...rest,
});
const of = (charts: readonly ChartSetup[], activeChart = 0) =>
  ({ charts, activeChart, charted: 'XNAS:NVDA', chartInterval: 'W' }) as const;

describe('the charts of a desk', () => {
  it('are the charted instrument alone where none are stored', () => {
    expect(deskCharts(of([]))).toEqual({
      charts: [setup('XNAS:NVDA', { interval: 'W' })],
      active: 0,
    });
  });

  it('have what was charted last, or asked for by the command line, on the active one', () => {
    const stored = [setup('XHKG:02513'), setup('XNAS:GOOGL', { compared: ['XNAS:AMZN'] })];
    expect(deskCharts(of(stored, 1))).toEqual({
      charts: [stored[0], setup('XNAS:NVDA', { interval: 'W', compared: ['XNAS:AMZN'] })],
      active: 1,
    });
  });

  it('have an active one also where its number is of a larger desk', () => {
    expect(deskCharts(of([setup('XHKG:02513'), setup('XNAS:GOOGL')], 3)).active).toBe(1);
  });

  it('shows bars where the command line asks for bars of another length than the line is made of', () => {
    const line = setup('XHKG:02513', { interval: '1m', sessions: 1 });
    const own = { charts: [line], activeChart: 0, charted: 'XHKG:02513' } as const;
    expect(deskCharts({ ...own, chartInterval: '1m' }).charts).toEqual([line]);
    expect(deskCharts({ ...own, chartInterval: 'D' }).charts).toEqual([setup('XHKG:02513')]);
  });
});

describe('the series that are shown', () => {
  it('begin with the active chart and hold what is compared, each in the interval of its chart', () => {
    const stored = [
      setup('XHKG:02513', { interval: '5m' }),
      setup('XNAS:GOOGL', { compared: ['XNAS:AMZN'] }),
    ];
    expect(shownSeries(of(stored, 1))).toEqual([
      { instrument: 'XNAS:NVDA', interval: 'W' },
      { instrument: 'XNAS:AMZN', interval: 'W' },
      { instrument: 'XHKG:02513', interval: '5m' },
    ]);
  });
});
