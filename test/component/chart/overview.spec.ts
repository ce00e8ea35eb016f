import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bucketsOf } from '../../../src/shared/domain/candle/bar-buckets';
import { packBars, viewPackedBars } from '../../../src/shared/domain/candle/bar-columns';
import type { SeriesOverview } from '../../../src/shared/domain/candle/series-overview';
import { bars, DAY, type Desk, mountChart, settled, unmountAll } from './chart-desk';
import { fitFrame } from './mouse';
import { DARK } from './theme';

beforeAll(fitFrame);
afterEach(unmountAll);

const LENGTH = 120_000;
const NEWEST = 1_500;
/** Every session falls from 60,000 to 64,000, and single ones near the end. */
const FALLING = [
  ...Array.from({ length: 4_000 }, (_, index) => 60_000 + index),
  LENGTH - 40,
  LENGTH - 41,
];
const whole = bars(LENGTH, FALLING);
const overview: SeriesOverview = {
  length: LENGTH,
  stride: 16,
  buckets: bucketsOf(whole, 16),
  newest: viewPackedBars(packBars(whole, LENGTH - NEWEST)),
};

interface Seen {
  readonly picture: string;
  readonly range: ReturnType<Desk['chart']['visibleRange']>;
}

async function see(desk: Desk): Promise<Seen> {
  await settled(desk);
  return { picture: desk.plotCanvas().toDataURL(), range: desk.chart.visibleRange() };
}

describe('an overview', () => {
  it.each([
    ['all of the series', { fromKey: 0, toKey: (LENGTH - 1) * DAY }],
    ['the newest sessions', null],
  ])('shows %s as the whole will, to the pixel', async (_what, view) => {
    const desk = mountChart();
    desk.chart.setOverview(overview, view);
    const before = await see(desk);
    expect(desk.plot().columnsWith(DARK.up).length).toBeGreaterThan(100);
    expect(desk.plot().columnsWith(DARK.down).length).toBeGreaterThan(0);
    desk.chart.completeSeries(whole);
    expect(await see(desk)).toEqual(before);
  });

  it('stands still when finer candles take its place', async () => {
    const desk = mountChart();
    desk.chart.setOverview(overview, { fromKey: 59_840 * DAY, toKey: 60_159 * DAY });
    const before = await see(desk);
    const falls = desk.plot().columnsWith(DARK.down);
    desk.chart.completeSeries(whole);
    const after = await see(desk);
    expect(after.range).toEqual(before.range);
    expect(after.picture).not.toBe(before.picture);
    // The fall begins with a bucket: its edge moves by the gap between two candles, and no more.
    const [was, is] = [falls[0] as number, desk.plot().columnsWith(DARK.down)[0] as number];
    expect(Math.abs(is - was)).toBeLessThanOrEqual(8);
  });

  it('can be moved, and stays where it was moved to', async () => {
    const desk = mountChart();
    desk.chart.setOverview(overview);
    await settled(desk);
    desk.chart.panBy(-60_000);
    const before = await see(desk);
    expect(before.range?.toIndex).toBeLessThan(LENGTH - 59_000);
    desk.chart.completeSeries(whole);
    expect((await see(desk)).range).toEqual(before.range);
  });

  it('takes live bars only once the whole is there', async () => {
    const desk = mountChart();
    desk.chart.setOverview(overview);
    await settled(desk);
    const live = { time: LENGTH * DAY, open: 1, high: 2, low: 1, close: 2, volume: 1 };
    desk.chart.updateLastBar(live);
    await settled(desk);
    expect(desk.chart.visibleRange()?.toIndex).toBe(LENGTH - 1);
    desk.chart.completeSeries(whole);
    desk.chart.updateLastBar(live);
    await settled(desk);
    expect(desk.chart.visibleRange()?.toIndex).toBe(LENGTH);
  });
});
