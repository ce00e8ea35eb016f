import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SessionChart } from '../../../src/chart/session/session-chart';
import type { SessionFormats, SessionPoint } from '../../../src/chart/session/session-chart-types';
import { sessionLayout, xOfSlot } from '../../../src/chart/session/session-layout';
import { sessionAxis } from '../../../src/shared/domain/session-line/session-axis';
import type { SessionLine } from '../../../src/shared/domain/session-line/session-line';
import { CanvasPixels, runsOf } from './canvas-pixels';
import { DARK } from './theme';

const SIZE = { width: 760, height: 400 };
/** Of 48 slots. */
const HALF_SLOT_PX = 7;
/** A line between two rows of pixels has its colour in none of them alone. */
const SMOOTHED = 90;
const FORMATS: SessionFormats = {
  price: (value) => value.toFixed(2),
  percent: (fraction) => `${(fraction * 100).toFixed(2)}%`,
  volume: String,
  clock: (time) => new Date(time * 1000).toISOString().slice(11, 16),
  day: (date) => date,
};

/** Half-hours of a day of UTC, of which the first ones have traded. */
function lineOf(prices: readonly number[], base = 100): SessionLine {
  const axis = sessionAxis(null, ['2026-05-28'], 1800);
  const filled = (values: readonly number[]): Float64Array => {
    const column = new Float64Array(axis.slots).fill(NaN);
    column.set(values);
    return column;
  };
  return {
    axis,
    dates: ['2026-05-28'],
    price: filled(prices),
    average: new Float64Array(axis.slots).fill(NaN),
    averageBasis: 'typical-price',
    volume: new Float64Array(axis.slots),
    filled: prices.length,
    ...{ base, baseIs: 'previous-close' },
  };
}

let host: HTMLElement;
let chart: SessionChart;
let points: (SessionPoint | null)[];
let painted: () => void;

const nextPaint = (): Promise<void> => new Promise((resolve) => (painted = resolve));
const pixels = (): CanvasPixels =>
  new CanvasPixels(host.querySelector('canvas') as HTMLCanvasElement);
/** Column of pixels in which a slot stands. */
const columnOf = (slot: number, { axis }: SessionLine): number =>
  Math.round(xOfSlot(sessionLayout(SIZE.width, SIZE.height), axis, slot) * devicePixelRatio);
async function show(line: SessionLine | null): Promise<void> {
  const paint = nextPaint();
  chart.setLine(line, false);
  await paint;
}

beforeEach(() => {
  host = document.createElement('div');
  Object.assign(host.style, { position: 'fixed', left: '0', top: '0' });
  Object.assign(host.style, { width: `${SIZE.width}px`, height: `${SIZE.height}px` });
  host.tabIndex = 0;
  document.body.append(host);
  points = [];
  painted = () => undefined;
  chart = new SessionChart(host, {
    theme: DARK,
    formats: FORMATS,
    events: { pointChanged: (point) => points.push(point), painted: () => painted() },
  });
  chart.start();
});

afterEach(() => {
  chart.dispose();
  host.remove();
});

describe('the line of a session', () => {
  it('leaves what is still to come empty', async () => {
    const line = lineOf([101, 102, 103, 104, 105, 106]);
    await show(line);
    const columns = pixels().columnsWith(DARK.accent);
    const [run] = runsOf(columns);
    expect(Math.abs((run?.from ?? 0) - columnOf(0, line))).toBeLessThan(HALF_SLOT_PX);
    expect(Math.abs((columns.at(-1) ?? 0) - columnOf(5, line))).toBeLessThan(HALF_SLOT_PX);
  });

  it('has its base in the middle of the plot', async () => {
    await show(lineOf([110, 110, 110, 110]));
    const { plot } = sessionLayout(SIZE.width, SIZE.height);
    const middle = Math.round((plot.top + plot.height / 2) * devicePixelRatio);
    const shown = pixels();
    // The dashes leave gaps.
    const columns = Array.from({ length: 12 }, (_, x) => columnOf(30, lineOf([])) + x);
    const rows = columns.flatMap((x) => shown.rowsWith(DARK.mutedText, x));
    expect(rows.some((row) => Math.abs(row - middle) <= 1)).toBe(true);
    const x = columnOf(2, lineOf([]));
    const above = Array.from({ length: middle - 2 }, (_, y) => y);
    expect(above.some((y) => shown.is(x, y, DARK.accent, SMOOTHED))).toBe(true);
  });

  it('tells of the last slot that has traded, and of the one under the pointer', async () => {
    const line = lineOf([101, 102, NaN, 104]);
    await show(line);
    expect(points.at(-1)).toMatchObject({ slot: 3, price: 104 });
    const x = columnOf(1, line) / devicePixelRatio;
    host.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: 50 }));
    expect(points.at(-1)).toMatchObject({ slot: 1, price: 102, volume: 0 });
    host.dispatchEvent(new PointerEvent('pointermove', { clientX: SIZE.width - 90, clientY: 50 }));
    expect(points.at(-1)?.price).toBeNaN();
    host.dispatchEvent(new PointerEvent('pointerleave'));
    expect(points.at(-1)).toMatchObject({ slot: 3 });
  });

  it('is walked along by the keyboard', async () => {
    await show(lineOf([101, 102, 103, 104]));
    host.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(points.at(-1)?.slot).toBe(2);
    await userEvent.keyboard('{Home}');
    expect(points.at(-1)?.slot).toBe(0);
    await userEvent.keyboard('{ArrowLeft}{ArrowRight}{Shift>}{ArrowRight}{/Shift}');
    expect(points.at(-1)?.slot).toBe(11);
    await userEvent.keyboard('{End}{Escape}');
    expect(points.at(-1)?.slot).toBe(3);
  });

  it('leaves Escape to others where there is no crosshair', async () => {
    await show(lineOf([101, 102]));
    const escape = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true });
    host.dispatchEvent(escape);
    expect(escape.defaultPrevented).toBe(false);
    host.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft' }));
    const second = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true });
    host.dispatchEvent(second);
    expect(second.defaultPrevented).toBe(true);
  });

  it('is gone with its last line', async () => {
    await show(lineOf([101, 102]));
    await show(null);
    expect(points.at(-1)).toBeNull();
    expect(pixels().columnsWith(DARK.accent)).toEqual([]);
  });

  it('colours its last price by direction, and follows its theme', async () => {
    await show(lineOf([101, 105]));
    expect(pixels().count(DARK.up)).toBeGreaterThan(100);
    await show(lineOf([99, 95]));
    expect(pixels().count(DARK.down)).toBeGreaterThan(100);
    const paint = nextPaint();
    chart.setTheme({ ...DARK, background: '#ffffff' });
    await paint;
    expect(pixels().is(2, 2, '#ffffff')).toBe(true);
  });

  it('gives a picture without the crosshair', async () => {
    const line = lineOf([101, 102, 103]);
    await show(line);
    const plain = new CanvasPixels(chart.takePicture());
    const paint = nextPaint();
    host.dispatchEvent(new PointerEvent('pointermove', { clientX: 300, clientY: 50 }));
    await paint;
    const picture = new CanvasPixels(chart.takePicture());
    expect(picture.count(DARK.crosshair)).toBe(plain.count(DARK.crosshair));
    expect(pixels().count(DARK.crosshair)).toBeGreaterThan(plain.count(DARK.crosshair));
  });

  it('marks what is not the market of now', async () => {
    await show(lineOf([101, 102]));
    const before = pixels().at(380, 160);
    const paint = nextPaint();
    chart.setWatermark('MMMMMM');
    await paint;
    const row = Array.from({ length: 200 }, (_, x) => pixels().at(280 + x, 160));
    expect(row.some((rgb) => rgb.join() !== before.join())).toBe(true);
  });
});

it('leaves nothing behind', () => {
  chart.dispose();
  expect(host.children).toHaveLength(0);
  const heard = points.length;
  host.dispatchEvent(new PointerEvent('pointermove', { clientX: 100, clientY: 50 }));
  expect(points).toHaveLength(heard);
});
