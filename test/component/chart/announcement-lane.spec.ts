import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runsOf } from './canvas-pixels';
import {
  afterPaint,
  bars,
  DAY,
  type Desk,
  marker,
  mountChart,
  settled,
  unmountAll,
} from './chart-desk';
import { fitFrame } from './mouse';
import { DARK } from './theme';

beforeAll(fitFrame);
afterEach(unmountAll);

async function deskWith(markers: Parameters<Desk['chart']['setMarkers']>[0]): Promise<Desk> {
  const desk = mountChart();
  desk.chart.setMarkers(markers);
  desk.chart.setSeries(bars(100, [30]), { fromKey: 0, toKey: 99 * DAY });
  await settled(desk);
  return desk;
}

/** Centres of what stands on the lane in a colour. */
function glyphs(desk: Desk, colour: string): number[] {
  const lane = desk.lane();
  // The row through the centres cuts a circle twice; columns with any of its pixels are its width.
  return runsOf(joinGaps(lane.columnsWith(colour))).map(({ from, to }) => (from + to) / 2);
}

/** A ring leaves gaps between its sides, a dashed one more of them. */
function joinGaps(columns: readonly number[]): number[] {
  return columns.flatMap((column, i) => {
    const next = columns[i + 1];
    if (next === undefined || next - column > 10) return [column];
    return Array.from({ length: next - column }, (_, k) => column + k);
  });
}

function laneY(desk: Desk): number {
  const plotBottom = desk.plotCanvas().getBoundingClientRect().bottom;
  return plotBottom - desk.host.getBoundingClientRect().top + 1 + 16;
}

describe('the lane', () => {
  it('is 32 px high between plot and time axis', async () => {
    const desk = await deskWith([]);
    expect(desk.lane().height).toBe(32);
    expect(desk.timeAxis().height).toBe(28);
    expect(desk.plot().height).toBe(400 - 1 - 32 - 28);
    desk.host.style.height = '524px';
    await afterPaint(desk, () => undefined);
    await settled(desk);
    expect(desk.lane().height).toBe(32);
    expect(desk.plot().height).toBe(524 - 1 - 32 - 28);
  });

  it('puts a glyph under the candle of its own session', async () => {
    const desk = await deskWith([marker(30, 'sampling')]);
    const [candle] = runsOf(desk.plot().columnsWith(DARK.down));
    const [x] = glyphs(desk, DARK.cyan);
    if (candle === undefined || x === undefined) throw new Error('no candle or no glyph');
    expect(Math.abs(x - (candle.from + candle.to) / 2)).toBeLessThanOrEqual(1);
    expect(desk.chart.placedMarkers).toBe(1);
  });

  it('draws nothing for a date without a session', async () => {
    const later = { ...marker(30, 'sampling'), sessionKey: 130 * DAY };
    const between = { ...marker(30, 'sampling'), sessionKey: 30 * DAY + 3_600 };
    const desk = await deskWith([later, between]);
    expect(desk.chart.placedMarkers).toBe(0);
    expect(desk.lane().count(DARK.cyan)).toBe(0);
  });

  it('draws one glyph for sessions that are close, and two after zooming in', async () => {
    const desk = await deskWith([marker(48, 'sampling'), marker(50, 'sampling')]);
    expect(glyphs(desk, DARK.cyan)).toHaveLength(1);
    await afterPaint(desk, () => desk.chart.showRange(40 * DAY, 60 * DAY));
    await settled(desk);
    expect(glyphs(desk, DARK.cyan)).toHaveLength(2);
  });

  it('fills the glyph of the highlighted session', async () => {
    const desk = await deskWith([marker(30, 'sampling'), marker(60, 'sampling')]);
    const before = desk.lane().count(DARK.cyan);
    desk.chart.setHighlight({ kind: 'session', sessionKey: 30 * DAY });
    await settled(desk);
    expect(desk.lane().count(DARK.cyan)).toBeGreaterThan(before + 60);
  });
});

describe('a glyph', () => {
  it('tells when the mouse is over it, where it is, and when the mouse has left', async () => {
    const desk = await deskWith([marker(30, 'sampling'), marker(70, 'deployed', 3)]);
    const [x] = glyphs(desk, DARK.cyan);
    if (x === undefined) throw new Error('no glyph');
    const y = laneY(desk);
    await desk.mouse.move({ x: x + 5, y: y - 4 });
    await expect.poll(() => desk.heard.hovers).toHaveLength(1);
    const { group, anchor } = desk.heard.hovers[0] as (typeof desk.heard.hovers)[0];
    expect(group?.markers.map(({ sessionKey }) => sessionKey)).toEqual([30 * DAY]);
    expect(Math.abs((anchor?.x ?? 0) - x)).toBeLessThanOrEqual(1);
    expect(anchor?.y).toBe(y);
    expect(getComputedStyle(desk.plotCanvas()).cursor).toBe('pointer');
    await desk.mouse.move({ x: x + 40, y });
    await expect.poll(() => desk.heard.hovers.at(-1)).toEqual({ group: null, anchor: null });
    expect(getComputedStyle(desk.plotCanvas()).cursor).toBe('crosshair');
  });

  it('lets go when the mouse leaves the chart', async () => {
    const desk = await deskWith([marker(30, 'sampling')]);
    const [x] = glyphs(desk, DARK.cyan);
    await desk.mouse.move({ x: x ?? 0, y: laneY(desk) });
    await expect.poll(() => desk.heard.hovers.at(-1)?.group).not.toBeNull();
    await desk.mouse.move({ x: 300, y: 470 });
    await expect.poll(() => desk.heard.hovers.at(-1)?.group).toBeNull();
    await expect.poll(() => desk.heard.bars.at(-1)).toBeNull();
  });

  it('is clicked with all announcements of its session', async () => {
    const desk = await deskWith([marker(30, 'sampling'), marker(70, 'deployed', 3)]);
    const [x] = glyphs(desk, DARK.green);
    await desk.mouse.click({ x: x ?? 0, y: laneY(desk) });
    await expect.poll(() => desk.heard.clicks).toHaveLength(1);
    expect(desk.heard.clicks[0]?.markers[0]?.announcements).toHaveLength(3);
    expect(desk.chart.markerAt(x ?? 0, laneY(desk))).toEqual(desk.heard.clicks[0]);
  });

  it('is not clicked by a drag that begins on it, nor by a click beside it', async () => {
    const desk = await deskWith([marker(30, 'sampling')]);
    const [x = 0] = glyphs(desk, DARK.cyan);
    const y = laneY(desk);
    await desk.mouse.drag({ x, y }, { x: x + 60, y });
    await desk.mouse.click({ x: x + 100, y });
    await settled(desk);
    expect(desk.heard.clicks).toEqual([]);
    await desk.mouse.click({ x: x + 60, y });
    await expect.poll(() => desk.heard.clicks).toHaveLength(1);
  });
});
