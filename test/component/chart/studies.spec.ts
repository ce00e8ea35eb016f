import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ChartPlot, ChartStudy } from '../../../src/chart/overlay-types';
import { runsOf } from './canvas-pixels';
import { afterPaint, bars, DAY, type Desk, mountChart, settled, unmountAll } from './chart-desk';
import { fitFrame } from './mouse';
import { DARK } from './theme';

beforeAll(fitFrame);
afterEach(unmountAll);

const PLOT_COLOUR = '#ff8000';
const COUNT = 400;
const constant = (value: number, count = COUNT): Float64Array =>
  new Float64Array(count).fill(value);
const plotOf = (values: Float64Array, more: Partial<ChartPlot> = {}): ChartPlot => ({
  kind: 'line',
  values: [values],
  colour: PLOT_COLOUR,
  width: 3,
  ...more,
});
const study = (id: string, pane: string, plots: readonly ChartPlot[]): ChartStudy => ({
  id,
  pane,
  plots,
});

async function deskWith(...studies: ChartStudy[]): Promise<Desk> {
  const desk = mountChart();
  desk.chart.setSeries(bars(COUNT), { fromKey: 200 * DAY, toKey: 299 * DAY });
  desk.chart.setStudies(studies);
  await settled(desk);
  return desk;
}

describe('a study over the candles', () => {
  it('stands at its prices, with a gap where it has none', async () => {
    const values = constant(95);
    values.fill(Number.NaN, 240, 260);
    const desk = await deskWith(study('ma', 'price', [plotOf(values)]));
    const runs = runsOf(desk.plot().columnsWith(PLOT_COLOUR));
    expect(runs).toHaveLength(2);
    const [before, behind] = runs as [{ from: number; to: number }, { from: number; to: number }];
    const gap = (behind.from - before.to) / (desk.plot().width / 100);
    expect(gap).toBeGreaterThan(19);
    expect(gap).toBeLessThan(22.5);
    const [row] = desk.plot().rowsWith(PLOT_COLOUR, 20);
    const [edge] = desk.plot().columnsWith(DARK.up);
    const body = desk.plot().rowsWith(DARK.up, edge as number);
    const [top, foot] = [body[0] as number, body.at(-1) as number];
    // The body goes from 110 down to 100.
    expect(((row as number) + 1 - top) / (foot - top)).toBeCloseTo(1.5, 1);
  });

  it('begins anew with each session, where that is what it counts', async () => {
    const desk = await deskWith(study('v', 'price', [plotOf(constant(95), { perSession: true })]));
    const pieces = (): number => runsOf(desk.plot().columnsWith(PLOT_COLOUR)).length;
    expect(pieces()).toBe(1);
    const starts = (every: number): Float64Array =>
      Float64Array.from({ length: COUNT / every }, (_, i) => i * every * DAY);
    await afterPaint(desk, () => desk.chart.setSessionStarts(starts(25)));
    await settled(desk);
    expect(pieces()).toBe(4);
    // Lines between sessions would stand too close: so would the pieces.
    await afterPaint(desk, () => desk.chart.setSessionStarts(starts(1)));
    await settled(desk);
    expect(pieces()).toBe(1);
  });

  it('makes the axis wider only when it says so', async () => {
    const desk = await deskWith(study('far', 'price', [plotOf(constant(300))]));
    expect(desk.plot().count(PLOT_COLOUR)).toBe(0);
    await afterPaint(desk, () =>
      desk.chart.setStudies([{ ...study('far', 'price', [plotOf(constant(300))]), scales: true }]),
    );
    await settled(desk);
    expect(desk.plot().count(PLOT_COLOUR)).toBeGreaterThan(300);
  });

  it('shows at a coarser level the value of the last bar that a candle covers', async () => {
    const desk = mountChart();
    const many = 40_000;
    const values = new Float64Array(many).fill(95);
    desk.chart.setSeries(bars(many), { fromKey: 0, toKey: (many - 1) * DAY });
    desk.chart.setStudies([study('ma', 'price', [plotOf(values)])]);
    await settled(desk);
    const hovered = desk.chart.lastVisibleBar();
    expect(hovered?.sessions).toBeGreaterThan(1);
    expect(desk.chart.heldCandles).toBeLessThanOrEqual(4_500);
    expect(desk.plot().columnsWith(PLOT_COLOUR).length).toBeGreaterThan(desk.plot().width * 0.9);
  });
});

describe('a pane of its own', () => {
  it('comes between plot and lane, and goes, without moving the view', async () => {
    const desk = await deskWith();
    const range = desk.chart.visibleRange();
    expect(desk.paneCount()).toBe(2);
    await afterPaint(desk, () =>
      desk.chart.setStudies([
        study('rsi', 'rsi', [plotOf(constant(50))]),
        study('macd', 'macd', [plotOf(constant(1))]),
      ]),
    );
    await settled(desk);
    expect(desk.paneCount()).toBe(4);
    expect(desk.pane(1).count(PLOT_COLOUR)).toBeGreaterThan(300);
    expect(desk.pane(2).count(PLOT_COLOUR)).toBeGreaterThan(300);
    expect(desk.pane(3).height).toBe(32);
    expect(desk.chart.visibleRange()).toEqual(range);
    await afterPaint(desk, () =>
      desk.chart.setStudies([study('macd', 'macd', [plotOf(constant(1))])]),
    );
    await settled(desk);
    expect(desk.paneCount()).toBe(3);
    expect(desk.chart.visibleRange()).toEqual(range);
    await afterPaint(desk, () => desk.chart.setStudies([]));
    await settled(desk);
    expect(desk.paneCount()).toBe(2);
    expect(desk.chart.visibleRange()).toEqual(range);
  });

  it('is one of at most four', async () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
    const desk = await deskWith(...keys.map((key) => study(key, key, [plotOf(constant(1))])));
    expect(desk.paneCount()).toBe(2 + 4);
  });

  it('has a fixed range where the study names one, and its guides in it', async () => {
    const desk = await deskWith({
      ...study('rsi', 'rsi', [plotOf(constant(50))]),
      range: [0, 100],
      guides: [30, 70],
    });
    const pane = desk.pane(1);
    const [middle] = pane.rowsWith(PLOT_COLOUR, 100);
    expect((middle as number) / pane.height).toBeCloseTo(0.5, 1);
  });

  it('draws bars from zero, those below it in their own colour', async () => {
    const values = new Float64Array(COUNT).map((_, i) => (i % 2 === 0 ? 2 : -2));
    const desk = await deskWith(
      study('macd', 'macd', [plotOf(values, { kind: 'histogram', negativeColour: '#0080ff' })]),
    );
    const pane = desk.pane(1);
    const ups = pane.columnsWith(PLOT_COLOUR);
    const downs = pane.columnsWith('#0080ff');
    expect(runsOf(ups).length).toBeGreaterThanOrEqual(49);
    const lowestUp = Math.max(...ups.flatMap((x) => pane.rowsWith(PLOT_COLOUR, x)));
    const highestDown = Math.min(...downs.flatMap((x) => pane.rowsWith('#0080ff', x)));
    expect(Math.abs(highestDown - lowestUp)).toBeLessThanOrEqual(1);
  });

  it('keeps its axis while the view wanders from one window of bars to the next', async () => {
    const desk = mountChart();
    const values = new Float64Array(20_000).map((_, i) => i);
    desk.chart.setSeries(bars(20_000), { fromKey: 0, toKey: 99 * DAY });
    desk.chart.setStudies([study('count', 'count', [plotOf(values)])]);
    await settled(desk);
    for (const from of [5_000, 10_000, 19_900, 50]) {
      await afterPaint(desk, () => desk.chart.showRange(from * DAY, (from + 99) * DAY));
      await settled(desk);
      expect(desk.chart.visibleRange()).toMatchObject({ fromIndex: from, toIndex: from + 99 });
      const pane = desk.pane(1);
      const left = pane.rowsWith(PLOT_COLOUR, 5);
      const right = pane.rowsWith(PLOT_COLOUR, pane.width - 30);
      expect(left.at(-1)).toBeGreaterThan(pane.height * 0.75);
      expect(right[0]).toBeLessThan(pane.height * 0.3);
    }
  });
});

describe('live values', () => {
  it('change the newest bar and begin the next', async () => {
    const desk = await deskWith(study('ma', 'price', [plotOf(constant(95))]));
    desk.chart.updateStudies([{ id: 'ma', index: 399, values: [97] }]);
    expect(desk.chart.studyValuesAt(399)).toEqual([{ id: 'ma', values: [97] }]);
    desk.chart.updateLastBar({ time: 400 * DAY, open: 1, high: 1, low: 1, close: 1, volume: 1 });
    expect(desk.chart.studyValuesAt(400)).toEqual([{ id: 'ma', values: [Number.NaN] }]);
    desk.chart.updateStudies([{ id: 'ma', index: 400, values: [98] }]);
    expect(desk.chart.studyValuesAt(400)).toEqual([{ id: 'ma', values: [98] }]);
    expect(desk.chart.studyValuesAt(398)).toEqual([{ id: 'ma', values: [95] }]);
    await settled(desk);
  });

  it('widen the axis of their pane without a bar', async () => {
    const desk = mountChart();
    desk.chart.setSeries(bars(100), { fromKey: 0, toKey: 99 * DAY });
    desk.chart.setStudies([
      study('one', 'own', [
        plotOf(constant(1, 100)),
        plotOf(constant(2, 100), { colour: '#0080ff' }),
      ]),
    ]);
    await settled(desk);
    const before = desk.pane(1).rowsWith('#0080ff', 50)[0] as number;
    await afterPaint(desk, () =>
      desk.chart.updateStudies([{ id: 'one', index: 99, values: [1, 20] }]),
    );
    await settled(desk);
    expect(desk.pane(1).rowsWith('#0080ff', 50)[0]).toBeGreaterThan(before + 20);
  });
});

describe('the line between two panes', () => {
  const own = study('rsi', 'rsi', [plotOf(constant(50))]);

  it('is dragged, told, and kept for the key', async () => {
    const desk = await deskWith(own);
    const { height } = desk.pane(0);
    await desk.mouse.move({ x: 300, y: height });
    expect(desk.host.style.cursor).toBe('row-resize');
    const range = desk.chart.visibleRange();
    await desk.mouse.drag({ x: 300, y: height }, { x: 300, y: height - 60 });
    await settled(desk);
    expect(desk.pane(0).height).toBe(height - 60);
    expect(desk.chart.visibleRange()).toEqual(range);
    const share = desk.heard.shares.at(-1)?.get('rsi') ?? 0;
    expect(share).toBeGreaterThan(0.3);
    desk.chart.setStudies([]);
    await settled(desk);
    await afterPaint(desk, () => desk.chart.setStudies([own]));
    await settled(desk);
    expect(desk.pane(0).height).toBe(height - 60);
  });

  it('leaves both panes a least height, and the lane its own', async () => {
    const desk = await deskWith(own);
    const { height } = desk.pane(0);
    await desk.mouse.drag({ x: 300, y: height }, { x: 300, y: 5 });
    await settled(desk);
    expect(desk.pane(0).height).toBe(96);
    expect(desk.pane(2).height).toBe(32);
    await desk.mouse.drag({ x: 300, y: 96 }, { x: 300, y: 395 });
    await settled(desk);
    expect(desk.pane(1).height).toBe(40);
  });
});

describe('what the page computes with', () => {
  it('has the series with its live bars, and nothing of an overview', async () => {
    const desk = await deskWith();
    const [time, close] = [COUNT * DAY, 123];
    desk.chart.updateLastBar({ time, open: 120, high: 125, low: 119, close, volume: 7 });
    const live = desk.chart.bars;
    expect(live?.length).toBe(COUNT + 1);
    expect([live?.time[COUNT], live?.close[COUNT], live?.volume[COUNT]]).toEqual([time, close, 7]);
    const whole = bars(COUNT);
    desk.chart.setOverview({ length: COUNT, stride: 4, buckets: whole, newest: whole });
    expect(desk.chart.bars).toBeNull();
  });

  it('says where the panes of studies are, in their order', async () => {
    const desk = await deskWith(
      study('rsi', 'rsi', [plotOf(constant(50))]),
      study('ma', 'price', [plotOf(constant(95))]),
      study('obv', 'obv', [plotOf(constant(5))]),
    );
    const [rsi, obv, ...others] = desk.chart.ownPanes();
    expect(others).toEqual([]);
    expect([rsi?.key, obv?.key]).toEqual(['rsi', 'obv']);
    expect(rsi?.top).toBe(desk.pane(0).height + 1);
    expect(rsi?.height).toBe(desk.pane(1).height);
    expect(obv?.top).toBe((rsi?.top ?? 0) + (rsi?.height ?? 0) + 1);
  });
});

describe('the row of control of a volume profile', () => {
  it('has a line across the plot where a colour is given', async () => {
    const desk = await deskWith();
    const rows = [
      { from: 90, to: 95, up: 5, down: 5, part: 'beyond' },
      { from: 95, to: 100, up: 9, down: 9, part: 'control' },
    ] as const;
    await afterPaint(desk, () => desk.chart.setVolumeProfile({ side: 'right', rows }));
    expect(desk.plot().count(PLOT_COLOUR)).toBe(0);
    await afterPaint(desk, () =>
      desk.chart.setVolumeProfile({ side: 'right', rows, colour: PLOT_COLOUR }),
    );
    expect(desk.plot().columnsWith(PLOT_COLOUR).length).toBeGreaterThan(desk.plot().width / 3);
  });
});
