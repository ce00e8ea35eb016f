import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runsOf } from './canvas-pixels';
import { afterPaint, bars, DAY, mountChart, settled, unmountAll } from './chart-desk';
import { fitFrame } from './mouse';
import { DARK, LIGHT } from './theme';

beforeAll(fitFrame);
afterEach(unmountAll);

const middle = ({ from, to }: { from: number; to: number }): number => (from + to) / 2;

describe('candles', () => {
  it('stand one beside the other in the colours of their directions', async () => {
    const desk = mountChart();
    const falling = [2, 3, 7];
    desk.chart.setSeries(bars(12, falling), { fromKey: 0, toKey: 11 * DAY });
    await settled(desk);
    const plot = desk.plot();
    // A row in the upper half cuts all bodies: they reach from 100 to 110 of 90 to 120.
    const row = (plot.rowsWith(DARK.up, plot.columnsWith(DARK.up)[0] as number)[0] as number) + 2;
    const cutsOf = (colour: string) => runsOf(plot.columnsWith(colour, row, row + 1));
    const cuts = [
      ...cutsOf(DARK.up).map((run) => ({ ...run, falls: false })),
      ...cutsOf(DARK.down).map((run) => ({ ...run, falls: true })),
    ].sort((a, b) => a.from - b.from);
    expect(cuts.map(({ falls }) => falls)).toEqual(
      Array.from({ length: 12 }, (_, i) => falling.includes(i)),
    );
    const gaps = cuts.slice(1).map((cut, i) => middle(cut) - middle(cuts[i] as typeof cut));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
  });

  it('are as high as their prices say, with the wick in the middle of the body', async () => {
    const desk = mountChart();
    desk.chart.setSeries(bars(12, [5]), { fromKey: 0, toKey: 11 * DAY });
    await settled(desk);
    const plot = desk.plot();
    const [body] = runsOf(plot.columnsWith(DARK.down));
    if (body === undefined) throw new Error('no candle');
    const [whole] = runsOf(plot.rowsWith(DARK.down, middle(body)));
    const [edge] = runsOf(plot.rowsWith(DARK.down, body.from));
    if (whole === undefined || edge === undefined) throw new Error('no candle');
    const wickHeight = whole.to - whole.from + 1;
    const bodyHeight = edge.to - edge.from + 1;
    // The wick goes from 90 to 120, the body from 100 to 110 in its middle.
    expect(bodyHeight / wickHeight).toBeCloseTo(1 / 3, 1.6);
    expect(edge.from - whole.from).toBeCloseTo(wickHeight / 3, -0.2);
    expect(Number.isInteger(middle(body))).toBe(true);
  });

  it('have sharp edges: no pixel between two colours', async () => {
    const desk = mountChart({ width: 810, theme: { ...DARK, grid: DARK.background } });
    const series = bars(90, [4, 31, 60]);
    series.volume.fill(0);
    desk.chart.setSeries(series, { fromKey: 0, toKey: 89 * DAY });
    await settled(desk);
    const plot = desk.plot();
    const known = [DARK.background, DARK.up, DARK.down];
    const counted = known.reduce((sum, colour) => sum + plot.count(colour, 2), 0);
    expect(counted).toBe(plot.width * plot.height);
    expect(plot.count(DARK.up)).toBeGreaterThan(1_000);
  });

  it('stand on their volume, which is drawn to the scale of the highest in view', async () => {
    const desk = mountChart();
    const series = bars(10);
    series.volume[4] = 2_000;
    series.volume[7] = 0;
    desk.chart.setSeries(series, { fromKey: 0, toKey: 9 * DAY });
    await settled(desk);
    const plot = desk.plot();
    const foot = plot.height - 1;
    const isVolume = (x: number, y: number): boolean => {
      const [red, green, blue] = plot.at(x, y);
      return green > red + 20 && green > blue + 20;
    };
    const columns = Array.from({ length: plot.width }, (_, x) => x).filter((x) =>
      isVolume(x, foot),
    );
    const runs = runsOf(columns);
    expect(runs).toHaveLength(9);
    const heights = runs.map((run) => {
      let y = foot;
      while (isVolume(Math.round(middle(run)), y)) y -= 1;
      return foot - y;
    });
    const tall = heights[4] as number;
    expect(tall).toBeCloseTo(plot.height * 0.14, 0);
    for (const [i, height] of heights.entries()) {
      if (i !== 4) expect(Math.abs(height - tall / 2)).toBeLessThanOrEqual(1);
    }
  });
});

describe('the theme', () => {
  it('repaints everything when it changes', async () => {
    const desk = mountChart();
    desk.chart.setSeries(bars(40, [3]));
    desk.chart.setPriceLine({ price: 105, direction: 'up', tone: 'live' });
    await settled(desk);
    expect(desk.plot().count(DARK.up)).toBeGreaterThan(100);
    desk.chart.setTheme(LIGHT);
    await settled(desk);
    for (const part of [desk.plot(), desk.lane(), desk.timeAxis()]) {
      expect(part.count(DARK.background)).toBe(0);
      expect(part.count(LIGHT.background)).toBeGreaterThan((part.width * part.height) / 2);
    }
    expect(desk.plot().count(DARK.up)).toBe(0);
    expect(desk.plot().count(LIGHT.up)).toBeGreaterThan(100);
    expect(desk.plot().count(LIGHT.down)).toBeGreaterThan(10);
  });
});

describe('the watermark', () => {
  it('is large, and only there when it is set', async () => {
    const desk = mountChart({ watermark: 'SIMULATED' });
    const isAmber = ([red, green, blue]: readonly [number, number, number]): boolean =>
      red > blue + 25 && green > blue + 25;
    const amberColumns = (): number[] => {
      const plot = desk.plot();
      const y = Math.round(plot.height / 2);
      return Array.from({ length: plot.width }, (_, x) => x).filter((x) => isAmber(plot.at(x, y)));
    };
    desk.chart.setSeries(bars(0));
    await settled(desk);
    const columns = amberColumns();
    const [first, last] = [columns[0] as number, columns.at(-1) as number];
    expect(last - first).toBeGreaterThan(desk.plot().width * 0.6);
    await afterPaint(desk, () => desk.chart.setWatermark(null));
    expect(amberColumns()).toEqual([]);
    await afterPaint(desk, () => desk.chart.setWatermark('SIMULATED'));
    expect(amberColumns()).toEqual(columns);
  });
});

describe('the highlight', () => {
  const tinted = (desk: ReturnType<typeof mountChart>): number[] => {
    const plot = desk.plot();
    const isTinted = (x: number): boolean => {
      const [red, , blue] = plot.at(x, 2);
      return blue > red + 10;
    };
    return Array.from({ length: plot.width }, (_, x) => x).filter(isTinted);
  };

  it('bands the sessions of a span and draws a line through the one that is named', async () => {
    const desk = mountChart();
    desk.chart.setSeries(bars(20), { fromKey: 0, toKey: 19 * DAY });
    desk.chart.setHighlight({
      kind: 'span',
      fromKey: 5 * DAY,
      toKey: 9 * DAY,
      sessionKey: 7 * DAY,
    });
    await settled(desk);
    const [band, ...others] = runsOf(tinted(desk));
    if (band === undefined) throw new Error('no band');
    expect(others).toEqual([]);
    const candles = runsOf(desk.plot().columnsWith(DARK.up));
    const [first, last] = [candles[5], candles[9]];
    if (first === undefined || last === undefined) throw new Error('no candles');
    // From half a session before the sixth candle to half a session behind the tenth.
    const spacing = (middle(last) - middle(first)) / 4;
    expect(Math.abs(band.from - (middle(first) - spacing / 2))).toBeLessThanOrEqual(1.5);
    expect(Math.abs(band.to - (middle(last) + spacing / 2))).toBeLessThanOrEqual(1.5);
    // Session 7 is the middle one of five.
    const strongest = desk.plot().at(Math.round(middle(band)), 1)[2];
    expect(strongest).toBeGreaterThan(desk.plot().at(band.from + 2, 1)[2] + 50);
  });

  it('lands on no bar when its session has none', async () => {
    const desk = mountChart();
    const series = bars(20);
    desk.chart.setSeries(series, { fromKey: 0, toKey: 19 * DAY });
    desk.chart.setHighlight({ kind: 'session', sessionKey: 25 * DAY });
    await settled(desk);
    expect(tinted(desk)).toEqual([]);
    desk.chart.setHighlight({ kind: 'session', sessionKey: 7 * DAY + 3_600 });
    await settled(desk);
    expect(tinted(desk)).toEqual([]);
    await afterPaint(desk, () => desk.chart.setHighlight({ kind: 'session', sessionKey: 7 * DAY }));
    expect(runsOf(tinted(desk))).toHaveLength(1);
    await afterPaint(desk, () => desk.chart.setHighlight(null));
    expect(tinted(desk)).toEqual([]);
  });
});

describe('a chart without bars', () => {
  it('paints an empty plot and says that nothing is in view', async () => {
    const desk = mountChart();
    await afterPaint(desk, () => desk.chart.setSeries(bars(0)));
    expect(desk.chart.visibleRange()).toBeNull();
    expect(desk.chart.lastVisibleBar()).toBeNull();
    expect(desk.plot().count(DARK.up)).toBe(0);
    await afterPaint(desk, () => desk.chart.setSeries(bars(30)));
    expect(desk.chart.visibleRange()).toMatchObject({ fromIndex: 0, toIndex: 29 });
    expect(desk.plot().count(DARK.up)).toBeGreaterThan(100);
    await afterPaint(desk, () => desk.chart.setSeries(bars(0)));
    expect(desk.plot().count(DARK.up)).toBe(0);
  });
});

describe('the page', () => {
  it('gets no style sheet from the chart, which its security policy would refuse', async () => {
    const styles = document.querySelectorAll('style').length;
    const desk = mountChart();
    await afterPaint(desk, () => desk.chart.setSeries(bars(30)));
    expect(document.querySelectorAll('style')).toHaveLength(styles);
    expect(desk.host.querySelector('a, svg')).toBeNull();
  });
});
