import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bars, DAY, type Desk, FORMATS, mountChart, settled, unmountAll } from './chart-desk';
import { fitFrame } from './mouse';
import { DARK } from './theme';

beforeAll(fitFrame);
afterEach(unmountAll);

/** A chart whose prices double every 20 sessions, and what its axis has written since. */
function doublingDesk(): { desk: Desk; written: { prices: number[]; percents: number[] } } {
  const written = { prices: [] as number[], percents: [] as number[] };
  const formats = {
    ...FORMATS,
    price: (value: number) => {
      written.prices.push(value);
      return value.toFixed(2);
    },
    percent: (value: number) => {
      written.percents.push(value);
      return `${value.toFixed(1)}%`;
    },
  };
  const desk = mountChart({ formats });
  const series = bars(200);
  for (let i = 0; i < 200; i++) {
    const close = 2 ** (i / 20);
    series.open[i] = close * 0.99;
    series.close[i] = close;
    series.low[i] = close * 0.98;
    series.high[i] = close * 1.01;
  }
  desk.chart.setSeries(series, { fromKey: 0, toKey: 199 * DAY });
  return { desk, written };
}

/** Height of the newest candle that is coloured in a column. */
function topAt(desk: Desk, x: number): number {
  return desk.plot().rowsWith(DARK.up, x)[0] ?? Number.NaN;
}

/** Height of the candles in the column that is nearest to `x` and has one. */
function heightNear(desk: Desk, x: number): number {
  for (const dx of [0, 1, -1, 2, -2, 3, -3]) {
    const y = topAt(desk, x + dx);
    if (!Number.isNaN(y)) return y;
  }
  return Number.NaN;
}

describe('the logarithmic scale', () => {
  it('makes of steady growth a straight line', async () => {
    const { desk } = doublingDesk();
    desk.chart.setScale({ kind: 'log' });
    await settled(desk);
    const { width } = desk.plot();
    const [left, middle, right] = [0.1, 0.5, 0.9].map((share) =>
      heightNear(desk, Math.round(width * share)),
    ) as [number, number, number];
    expect(Math.abs((left + right) / 2 - middle)).toBeLessThan(6);
    expect(left - right).toBeGreaterThan(150);
  });

  it('writes ticks from the least to the greatest power', async () => {
    const { desk, written } = doublingDesk();
    desk.chart.setScale({ kind: 'log' });
    await settled(desk);
    written.prices.length = 0;
    desk.chart.setWatermark('');
    desk.host.style.height = '420px';
    await settled(desk);
    const ticks = [...new Set(written.prices)].sort((a, b) => a - b);
    expect(ticks[0]).toBeLessThan(4);
    expect(ticks.at(-1)).toBeGreaterThan(400);
    // No more ticks than stand beside one another.
    expect(ticks.length).toBeLessThan(30);
  });

  it('is dragged by as many pixels as the pointer, at every height', async () => {
    const { desk } = doublingDesk();
    desk.chart.setScale({ kind: 'log' });
    await settled(desk);
    await desk.mouse.drag({ x: 740, y: 150 }, { x: 740, y: 170 });
    await settled(desk);
    const { width } = desk.plot();
    const columns = [0.3, 0.7].map((share) => Math.round(width * share));
    const before = columns.map((x) => heightNear(desk, x));
    await desk.mouse.drag({ x: 300, y: 100 }, { x: 300, y: 140 });
    await settled(desk);
    const after = columns.map((x) => heightNear(desk, x));
    after.forEach((y, i) => expect(Math.abs(y - (before[i] as number) - 40)).toBeLessThan(3));
  });
});

describe('the percent scale', () => {
  it('counts from the first bar in view, wherever the view goes', async () => {
    const { desk, written } = doublingDesk();
    desk.chart.setScale({ kind: 'percent' });
    desk.chart.showRange(20 * DAY, 60 * DAY);
    await settled(desk);
    written.percents.length = 0;
    desk.chart.setPriceLine({ price: 2 ** 2, direction: 'up', tone: 'live' });
    await settled(desk);
    // 4 against 2, the close of bar 20.
    expect(written.percents.some((value) => Math.abs(value - 100) < 1e-9)).toBe(true);
    desk.chart.showRange(40 * DAY, 80 * DAY);
    await settled(desk);
    written.percents.length = 0;
    desk.chart.setPriceLine({ price: 2 ** 3, direction: 'up', tone: 'live' });
    await settled(desk);
    expect(written.percents.some((value) => Math.abs(value - 100) < 1e-9)).toBe(true);
  });

  it('counts from the session that was named, and back in prices afterwards', async () => {
    const { desk, written } = doublingDesk();
    desk.chart.setScale({ kind: 'percent', baseKey: 0 });
    desk.chart.showRange(20 * DAY, 60 * DAY);
    desk.chart.setPriceLine({ price: 3, direction: 'up', tone: 'live' });
    await settled(desk);
    expect(written.percents.some((value) => Math.abs(value - 200) < 1e-9)).toBe(true);
    written.prices.length = 0;
    desk.chart.setScale({ kind: 'normal' });
    await settled(desk);
    expect(written.prices).toContain(3);
  });
});
