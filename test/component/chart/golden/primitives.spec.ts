import { afterEach, beforeAll, describe, it } from 'vitest';
import type { ChartController } from '../../../../src/chart/chart-controller';
import { DAY, settled, unmountAll } from '../chart-desk';
import { fitFrame } from '../mouse';
import { BARS, DESK_DARK, goldenDesk, walk } from './golden-desk';
import { expectGolden } from './golden-picture';

beforeAll(fitFrame);
afterEach(unmountAll);

const { accent, amber, violet, up, down } = DESK_DARK;
const bars = walk(BARS);
const at = (index: number): number => bars.close[index] as number;
const point = (index: number, above = 0) => ({ time: index * DAY, price: at(index) + above });
/** A column that follows the closes at a distance. */
const beside = (distance: number): Float64Array => bars.close.map((close) => close + distance);
const swinging = (size: number): Float64Array =>
  bars.close.map((_, i) => size * Math.sin(i / 4) + size / 10);

/** What each picture shows, as the chart is told it. */
const SCENES: Record<string, (chart: ChartController) => void> = {
  'scale-log': (chart) => chart.setScale({ kind: 'log' }),
  'scale-percent-with-comparisons': (chart) => {
    chart.setScale({ kind: 'percent' });
    chart.setComparisons([
      { id: 'a', name: '', colour: amber, closes: walk(BARS, 99).close },
      { id: 'b', name: '', colour: violet, closes: walk(BARS, 1_234).close },
    ]);
  },
  'studies-over-price': (chart) =>
    chart.setStudies([
      {
        id: 'band',
        pane: 'price',
        scales: true,
        plots: [
          { kind: 'band', values: [beside(6), beside(-6)], colour: accent, width: 1 },
          { kind: 'line', values: [beside(1)], colour: amber, dashed: true },
          { kind: 'steps', values: [beside(-3)], colour: violet },
        ],
      },
    ]),
  'studies-in-own-panes': (chart) =>
    chart.setStudies([
      {
        id: 'rsi',
        pane: 'rsi',
        range: [-60, 60],
        guides: [-30, 30],
        plots: [{ kind: 'line', values: [swinging(45)], colour: violet }],
      },
      {
        id: 'macd',
        pane: 'macd',
        plots: [
          {
            kind: 'histogram',
            values: [swinging(3)],
            colour: up,
            negativeColour: down,
            fading: true,
          },
        ],
      },
    ]),
  'time-bands': (chart) => {
    chart.setBands([
      { fromKey: 5 * DAY, toKey: 11 * DAY, tone: 'extended' },
      { fromKey: 30 * DAY, toKey: 45 * DAY, tone: 'window' },
    ]);
    chart.setSessionStarts(new Float64Array([15 * DAY, 30 * DAY, 45 * DAY]));
  },
  'price-line-live': (chart) =>
    chart.setPriceLine({ price: at(59), direction: 'up', tone: 'live', note: '' }),
  'price-line-stale': (chart) =>
    chart.setPriceLine({ price: at(59), direction: 'up', tone: 'stale' }),
  'alert-lines': (chart) =>
    chart.setAlertLines([
      { id: 'a', price: at(40) + 3, label: '', tone: 'armed', isFixed: false },
      { id: 'b', price: at(10), label: '', tone: 'fired', isFixed: false },
      { id: 'c', price: at(20), label: '', tone: 'paused', isFixed: false },
    ]),
  'volume-profile': (chart) =>
    chart.setVolumeProfile({
      side: 'right',
      rows: Array.from({ length: 12 }, (_, i) => ({
        from: 98 + 2 * i,
        to: 100 + 2 * i,
        up: 20 + (i % 5) * 8,
        down: 15 + (i % 3) * 9,
      })),
    }),
  'drawings-lines': (chart) =>
    chart.setDrawings([
      { id: 'a', kind: 'horizontal-line', price: at(30) },
      { id: 'b', kind: 'trend-line', from: point(5, -4), to: point(25, -2) },
      { id: 'c', kind: 'ray', from: point(20, 5), to: point(28, 6) },
    ]),
  'drawings-areas': (chart) =>
    chart.setDrawings([
      { id: 'a', kind: 'rectangle', from: point(8, 5), to: point(20, -5) },
      { id: 'b', kind: 'measure', from: point(28, -6), to: point(40, 4) },
      { id: 'c', kind: 'text-note', at: point(50, 3), text: '' },
    ]),
  highlight: (chart) =>
    chart.setHighlight({
      kind: 'span',
      fromKey: 20 * DAY,
      toKey: 30 * DAY,
      sessionKey: 25 * DAY,
    }),
};

describe('each primitive', () => {
  it.each(Object.keys(SCENES))('%s looks as it did', async (name) => {
    const desk = await goldenDesk(bars);
    SCENES[name]?.(desk.chart);
    await settled(desk);
    await expectGolden(name, desk.chart.takePicture());
  });

  it('selected, with its handles, looks as it did', async () => {
    const desk = await goldenDesk(bars);
    desk.chart.setDrawings([{ id: 'a', kind: 'rectangle', from: point(10, 6), to: point(40, -6) }]);
    desk.chart.selectDrawing('a');
    await settled(desk);
    await expectGolden('drawing-selected', desk.plotCanvas());
  });

  it('pointed at by another chart looks as it did', async () => {
    const desk = await goldenDesk(bars);
    desk.chart.showCrosshairAt(25 * DAY);
    await settled(desk);
    await expectGolden('linked-crosshair', desk.plotCanvas());
  });
});
