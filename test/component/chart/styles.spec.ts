import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runsOf } from './canvas-pixels';
import { afterPaint, bars, DAY, mountChart, put, settled, unmountAll } from './chart-desk';
import { fitFrame } from './mouse';
import { DARK } from './theme';

beforeAll(fitFrame);
afterEach(unmountAll);

const view = { fromKey: 0, toKey: 11 * DAY };

describe('hollow candles', () => {
  it('are outlines when they close above their open', async () => {
    const desk = mountChart();
    desk.chart.setSeries(bars(12), view);
    await settled(desk);
    const filled = desk.plot().count(DARK.up);
    await afterPaint(desk, () => desk.chart.setStyle('hollow'));
    const plot = desk.plot();
    const [candle] = runsOf(plot.columnsWith(DARK.up));
    if (candle === undefined) throw new Error('no candle');
    const middle = (candle.from + candle.to) / 2;
    // Upper wick with the top edge, lower edge with the lower wick: air between them.
    expect(runsOf(plot.rowsWith(DARK.up, middle))).toHaveLength(2);
    expect(runsOf(plot.rowsWith(DARK.up, candle.from))).toHaveLength(1);
    expect(plot.count(DARK.up)).toBeLessThan(filled / 2);
  });

  it('have the colour of the change since the previous close, the volume too', async () => {
    const desk = mountChart();
    const series = bars(12);
    put(series, 6, { time: 6 * DAY, open: 96, close: 105, high: 120, low: 90, volume: 1_000 });
    desk.chart.setSeries(series, view);
    desk.chart.setStyle('hollow');
    await settled(desk);
    const plot = desk.plot();
    // Closes at 105 after 110: a loss, with a rising body.
    const [loss, ...others] = runsOf(plot.columnsWith(DARK.down));
    if (loss === undefined) throw new Error('no loss');
    expect(others).toEqual([]);
    expect(runsOf(plot.rowsWith(DARK.down, (loss.from + loss.to) / 2))).toHaveLength(2);
    const [red, green] = plot.at((loss.from + loss.to) / 2, plot.height - 1);
    expect(red).toBeGreaterThan(green);
  });
});

describe('the shape of a candle', () => {
  it('tells its direction beside the colour when rising bodies are hollow', async () => {
    const desk = mountChart();
    desk.chart.setSeries(bars(12, [6]), view);
    desk.chart.setStyle('candles', 'hollow');
    await settled(desk);
    const plot = desk.plot();
    const [falling] = runsOf(plot.columnsWith(DARK.down));
    if (falling === undefined) throw new Error('no candle');
    expect(runsOf(plot.rowsWith(DARK.down, (falling.from + falling.to) / 2))).toHaveLength(1);
    const [rising] = runsOf(plot.columnsWith(DARK.up));
    if (rising === undefined) throw new Error('no candle');
    expect(runsOf(plot.rowsWith(DARK.up, (rising.from + rising.to) / 2))).toHaveLength(2);
  });
});

describe('a line', () => {
  it('is scaled by the closes alone and reaches both edges of the plot', async () => {
    const desk = mountChart();
    const series = bars(400);
    series.close.forEach((_, i) => (series.close[i] = i % 2 === 0 ? 100 : 110));
    desk.chart.setSeries(series, { fromKey: 100 * DAY, toKey: 160 * DAY });
    desk.chart.setStyle('line');
    await settled(desk);
    const plot = desk.plot();
    const line = plot.columnsWith(DARK.accent);
    expect(line[0]).toBeLessThan(4);
    expect(line.at(-1)).toBeGreaterThan(plot.width - 5);
    const rows = Array.from({ length: plot.width }, (_, x) => plot.rowsWith(DARK.accent, x)).flat();
    // 100 to 110 takes all of the height but its margins, though the wicks go from 90 to 120.
    expect(Math.max(...rows) - Math.min(...rows)).toBeGreaterThan(plot.height * 0.7);
  });
});

describe('Heikin-Ashi', () => {
  it('draws smoothed bars, live ones too, and still tells the prices that were traded', async () => {
    const desk = mountChart();
    desk.chart.setSeries(bars(60, [59]), { fromKey: 0, toKey: 59 * DAY });
    await settled(desk);
    expect(desk.plot().count(DARK.down)).toBeGreaterThan(50);
    await afterPaint(desk, () => desk.chart.setStyle('heikin-ashi'));
    // Its close is 105 like that of every bar before: the body has no height.
    expect(desk.plot().count(DARK.down)).toBe(0);
    expect(desk.chart.lastVisibleBar()?.bar.close).toBe(100);
    await afterPaint(desk, () =>
      desk.chart.updateLastBar({
        time: 59 * DAY,
        open: 100,
        high: 100,
        low: 91,
        close: 91,
        volume: 1,
      }),
    );
    expect(desk.plot().count(DARK.down)).toBeGreaterThan(50);
    await afterPaint(desk, () => desk.chart.setStyle('candles'));
    expect(desk.chart.lastVisibleBar()?.bar.close).toBe(91);
  });
});
