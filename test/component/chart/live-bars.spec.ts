import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runsOf } from './canvas-pixels';
import { afterPaint, bars, DAY, marker, mountChart, settled, unmountAll } from './chart-desk';
import { fitFrame } from './mouse';
import { DARK } from './theme';

beforeAll(fitFrame);
afterEach(unmountAll);

const liveBar = (session: number, close: number) => ({
  time: session * DAY,
  open: 105,
  high: 120,
  low: 90,
  close,
  volume: 1_000,
});

describe('a live bar', () => {
  it('repaints the newest candle', async () => {
    const desk = mountChart();
    desk.chart.setSeries(bars(60));
    await settled(desk);
    expect(desk.plot().count(DARK.down)).toBe(0);
    await afterPaint(desk, () => desk.chart.updateLastBar(liveBar(59, 95)));
    const [falling] = runsOf(desk.plot().columnsWith(DARK.down));
    const rising = desk.plot().columnsWith(DARK.up).at(-1) as number;
    expect(falling?.from).toBeGreaterThan(rising);
    expect(desk.chart.lastVisibleBar()?.bar.close).toBe(95);
  });

  it('that begins a session moves the view on with it', async () => {
    const desk = mountChart();
    desk.chart.setSeries(bars(400, [390]));
    await settled(desk);
    const before = desk.chart.visibleRange();
    await afterPaint(desk, () => desk.chart.updateLastBar(liveBar(400, 110)));
    await settled(desk);
    expect(desk.chart.visibleRange()).toMatchObject({
      fromIndex: (before?.fromIndex ?? 0) + 1,
      toIndex: 400,
      bars: before?.bars,
    });
  });

  it('leaves a view of the past where it is', async () => {
    const desk = mountChart();
    desk.chart.setSeries(bars(400, [150]), { fromKey: 100 * DAY, toKey: 200 * DAY });
    await settled(desk);
    const falling = desk.plot().columnsWith(DARK.down);
    desk.chart.updateLastBar(liveBar(400, 110));
    desk.chart.updateLastBar(liveBar(401, 110));
    await settled(desk);
    expect(desk.plot().columnsWith(DARK.down)).toEqual(falling);
    expect(desk.chart.visibleRange()).toMatchObject({ fromIndex: 100, toIndex: 200 });
  });

  it('brings the marker of its session, which had no bar before', async () => {
    const desk = mountChart();
    desk.chart.setMarkers([marker(60, 'sampling')]);
    desk.chart.setSeries(bars(60));
    await settled(desk);
    expect(desk.lane().count(DARK.cyan)).toBe(0);
    desk.chart.updateLastBar(liveBar(60, 110));
    await settled(desk);
    expect(desk.lane().count(DARK.cyan)).toBeGreaterThan(10);
    expect(desk.chart.placedMarkers).toBe(1);
  });

  it('is told to the legend also while nothing is pointed at', async () => {
    const desk = mountChart();
    desk.chart.setSeries(bars(60));
    await settled(desk);
    const said = desk.heard.bars.length;
    await afterPaint(desk, () => desk.chart.updateLastBar(liveBar(59, 111)));
    expect(desk.heard.bars.slice(said)).toEqual([null]);
    expect(desk.chart.lastVisibleBar()?.bar.close).toBe(111);
  });

  it('is painted once a frame, however many come', async () => {
    const desk = mountChart();
    desk.chart.setSeries(bars(60));
    await settled(desk);
    const { paints } = desk.heard;
    await afterPaint(desk, () => {
      for (let i = 0; i < 500; i++) desk.chart.updateLastBar(liveBar(59, 90 + (i % 20)));
    });
    expect(desk.heard.paints - paints).toBe(1);
    expect(desk.chart.lastVisibleBar()?.bar.close).toBe(90 + (499 % 20));
  });
});

describe('another series', () => {
  it('is told with its range, also when that is the same', async () => {
    const desk = mountChart();
    desk.chart.setSeries(bars(60));
    await settled(desk);
    const { length } = desk.heard.ranges;
    desk.chart.setSeries(bars(60, [3]));
    await settled(desk);
    expect(desk.heard.ranges.slice(length)).toEqual([desk.chart.visibleRange()]);
  });
});

describe('the price line', () => {
  it('crosses the plot in the colour of its direction, or grey when stale, or not at all', async () => {
    const desk = mountChart();
    desk.chart.setSeries(bars(60), { fromKey: 0, toKey: 59 * DAY });
    await settled(desk);
    /** Rows of the label on the price axis. */
    const labelRows = (colour: string): number => {
      const axis = desk.host.querySelector('tr td:nth-child(3) canvas') as HTMLCanvasElement;
      const { data, width } = (axis.getContext('2d') as CanvasRenderingContext2D).getImageData(
        0,
        0,
        axis.width,
        axis.height,
      );
      const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
      let rows = 0;
      for (let y = 0; y < axis.height; y++) {
        const i = (y * width + 2) * 4;
        if (data[i] === r && data[i + 1] === g && data[i + 2] === b) rows += 1;
      }
      return rows;
    };
    desk.chart.setPriceLine({ price: 105, direction: 'down', tone: 'live' });
    await settled(desk);
    expect(labelRows(DARK.down)).toBeGreaterThan(10);
    desk.chart.setPriceLine({ price: 105, direction: 'down', tone: 'stale' });
    await settled(desk);
    expect(labelRows(DARK.down)).toBe(0);
    expect(labelRows(DARK.grey)).toBeGreaterThan(10);
    desk.chart.setPriceLine(null);
    await settled(desk);
    expect(labelRows(DARK.grey)).toBe(0);
  });
});
