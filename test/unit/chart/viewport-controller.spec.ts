import { describe, expect, it } from 'vitest';
import { SeriesWindow } from '../../../src/chart/series-window';
import { spanOf } from '../../../src/chart/view-range';
import { ViewportController } from '../../../src/chart/viewport-controller';
import { columnsOf, dailyBars } from './bars';

const DAY = 86_400;
const WIDTH = 800;

function viewportOf(count: number, width = WIDTH) {
  const placed: { from: number; to: number }[] = [];
  const keeps: boolean[] = [];
  const sink = { setData: () => undefined, update: () => undefined };
  const series = new SeriesWindow(sink, columnsOf(dailyBars(count)));
  const timeScale = {
    setVisibleLogicalRange: (range: { from: number; to: number }) => void placed.push(range),
    keepRangeOnResize: (keep: boolean) => void keeps.push(keep),
  };
  const viewport = new ViewportController(timeScale, series);
  viewport.resize(width);
  return { viewport, series, placed, keeps };
}

describe('ViewportController', () => {
  it('shows the newest 120 sessions, or all of a short series', () => {
    const long = viewportOf(1_000);
    long.viewport.showNewest();
    expect(long.viewport.visible()).toEqual({
      fromKey: 880 * DAY,
      toKey: 999 * DAY,
      fromIndex: 880,
      toIndex: 999,
      bars: 120,
    });
    const short = viewportOf(90);
    short.viewport.showNewest();
    expect(short.viewport.visible()).toMatchObject({ fromIndex: 0, toIndex: 89 });
    const fresh = viewportOf(3);
    fresh.viewport.showNewest();
    expect(fresh.viewport.visible()).toMatchObject({ fromIndex: 0, toIndex: 2 });
    expect(spanOf(fresh.viewport.view)).toBeGreaterThan(40);
  });

  it('shows exactly the sessions between two dates', () => {
    const { viewport } = viewportOf(1_000);
    viewport.showKeys({ fromKey: 100 * DAY, toKey: 300 * DAY });
    expect(viewport.visible()).toMatchObject({ fromIndex: 100, toIndex: 300, bars: 201 });
    viewport.showKeys({ fromKey: 100 * DAY - 5, toKey: 300 * DAY + 5 });
    expect(viewport.visible()).toMatchObject({ fromIndex: 100, toIndex: 300 });
  });

  it('shows what is near a range without bars', () => {
    const { viewport } = viewportOf(1_000);
    viewport.showKeys({ fromKey: 3_000 * DAY, toKey: 3_100 * DAY });
    expect(viewport.visible()?.toIndex).toBe(999);
    viewport.showKeys({ fromKey: -3_000 * DAY, toKey: -2_900 * DAY });
    expect(viewport.visible()?.fromIndex).toBe(0);
  });

  it('centres a session and keeps the zoom', () => {
    const { viewport } = viewportOf(1_000);
    viewport.showNewest();
    const span = spanOf(viewport.view);
    viewport.centreOn(500 * DAY);
    expect(viewport.xOf(500.5)).toBeCloseTo(WIDTH / 2 - 1, 9);
    expect(spanOf(viewport.view)).toBeCloseTo(span, 9);
    // The weekend after it means the session before the weekend.
    viewport.centreOn(500 * DAY + 1);
    expect(viewport.xOf(500.5)).toBeCloseTo(WIDTH / 2 - 1, 9);
  });

  it('goes to either end with the zoom kept', () => {
    const { viewport } = viewportOf(1_000);
    viewport.move({ left: 300, right: 400 });
    viewport.scrollToNewest();
    expect(viewport.view).toEqual({ left: 902.5, right: 1_002.5 });
    viewport.scrollToOldest();
    expect(viewport.visible()?.fromIndex).toBe(0);
    expect(spanOf(viewport.view)).toBeCloseTo(100, 9);
  });

  it('keeps the session under the pointer while zooming', () => {
    const { viewport } = viewportOf(1_000);
    viewport.move({ left: 300, right: 500 });
    const position = viewport.positionAt(200);
    viewport.zoomAt(200, 1.7);
    expect(viewport.positionAt(200)).toBeCloseTo(position, 9);
    expect(spanOf(viewport.view)).toBeCloseTo(200 / 1.7, 9);
  });

  it('tells the library where to look in what it holds', () => {
    const { viewport, series, placed } = viewportOf(1_000);
    viewport.move({ left: 400, right: 600 });
    expect(series.held).toBe(800);
    expect(placed.at(-1)).toEqual({ from: 300, to: 499 });
  });
});

describe('ViewportController on another width', () => {
  it('keeps a range that was asked for', () => {
    const { viewport, keeps } = viewportOf(1_000);
    viewport.showKeys({ fromKey: 100 * DAY, toKey: 300 * DAY });
    viewport.settle();
    const { view } = viewport;
    viewport.resize(500);
    expect(viewport.view).toEqual(view);
    expect(keeps).toEqual([true]);
  });

  it('keeps bar spacing and right edge after the user has moved the view', () => {
    const { viewport, keeps } = viewportOf(1_000);
    viewport.showNewest();
    viewport.move({ left: 300, right: 500 });
    viewport.settle();
    viewport.resize(400);
    expect(viewport.view).toEqual({ left: 400, right: 500 });
    expect(viewport.spacingPx).toBe(4);
    expect(keeps).toEqual([true, false]);
  });

  it('keeps the range of a placement that the library has yet to apply at the new width', () => {
    const { viewport } = viewportOf(1_000);
    viewport.move({ left: 300, right: 500 });
    viewport.resize(400);
    expect(viewport.view).toEqual({ left: 300, right: 500 });
  });
});

describe('ViewportController without a width', () => {
  it('hands nothing over until the plot has one', () => {
    const { viewport, series, placed } = viewportOf(1_000, 0);
    viewport.showKeys({ fromKey: 100 * DAY, toKey: 300 * DAY });
    expect([series.held, placed.length]).toEqual([0, 0]);
    viewport.resize(WIDTH);
    viewport.refresh();
    expect(viewport.visible()).toMatchObject({ fromIndex: 100, toIndex: 300 });
    expect(series.shown.stride).toBe(1);
    expect(placed).toHaveLength(1);
  });
});

describe('ViewportController with live bars', () => {
  it('moves on with a new session while the newest is in view', () => {
    const { viewport, series } = viewportOf(100);
    viewport.showNewest();
    const { view } = viewport;
    series.patchNewest({ time: 100 * DAY, open: 1, high: 1, low: 1, close: 1, volume: 1 });
    viewport.follow(1);
    expect(viewport.view).toEqual({ left: view.left + 1, right: view.right + 1 });
  });

  it('stays where the user looks at the past', () => {
    const { viewport, series } = viewportOf(1_000);
    viewport.move({ left: 300, right: 400 });
    series.patchNewest({ time: 1_000 * DAY, open: 1, high: 1, low: 1, close: 1, volume: 1 });
    viewport.follow(1);
    expect(viewport.view).toEqual({ left: 300, right: 400 });
  });
});

describe('ViewportController without bars', () => {
  it('shows nothing and fails at nothing', () => {
    const { viewport, placed } = viewportOf(0);
    viewport.showNewest();
    viewport.showKeys({ fromKey: 0, toKey: DAY });
    viewport.centreOn(DAY);
    viewport.zoomAt(10, 2);
    viewport.scrollToNewest();
    viewport.scrollToOldest();
    expect(viewport.visible()).toBeNull();
    expect(placed).toEqual([]);
    expect(Number.isFinite(viewport.view.left + viewport.view.right)).toBe(true);
  });
});
