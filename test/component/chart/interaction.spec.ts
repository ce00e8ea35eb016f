import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { runsOf } from './canvas-pixels';
import { afterPaint, bars, DAY, type Desk, mountChart, settled, unmountAll } from './chart-desk';
import { fitFrame } from './mouse';
import { DARK } from './theme';

beforeAll(fitFrame);
afterEach(unmountAll);

/** Horizontal centre of the one falling candle. */
function fallingX(desk: Desk): number {
  const runs = runsOf(desk.plot().columnsWith(DARK.down));
  const [first] = runs;
  const last = runs.at(-1);
  if (first === undefined || last === undefined)
    throw new Error('the falling candle is not in view');
  return (first.from + last.to) / 2;
}

const Y = 60;

async function deskOf(count: number, falling: number, view?: [number, number]): Promise<Desk> {
  const desk = mountChart();
  const [from, to] = view ?? [count - 100, count - 1];
  desk.chart.setSeries(bars(count, [falling]), { fromKey: from * DAY, toKey: to * DAY });
  await settled(desk);
  return desk;
}

describe('dragging', () => {
  it('moves the bars by exactly as many pixels as the pointer', async () => {
    const desk = await deskOf(2_000, 1_050, [1_000, 1_099]);
    const before = fallingX(desk);
    await desk.mouse.drag({ x: 300, y: Y }, { x: 423, y: Y });
    await settled(desk);
    expect(fallingX(desk)).toBe(before + 123);
    await desk.mouse.drag({ x: 500, y: Y }, { x: 310, y: Y });
    await settled(desk);
    expect(fallingX(desk)).toBe(before + 123 - 190);
  });

  it('moves the range by the bars that go into those pixels', async () => {
    const desk = await deskOf(2_000, 1_050, [1_000, 1_099]);
    const { from: left, to: right } = neighbours(desk);
    const spacing = right - left;
    await desk.mouse.drag({ x: 200, y: Y }, { x: 200 + Math.round(10 * spacing), y: Y });
    await settled(desk);
    expect(desk.chart.visibleRange()).toMatchObject({ fromIndex: 990, bars: 100 });
    expect(desk.heard.ranges.at(-1)).toMatchObject({ fromIndex: 990 });
  });

  it('keeps the bar under the pointer while windows of bars are swapped beneath it', async () => {
    const desk = await deskOf(20_000, 10_000, [10_000, 10_099]);
    const grabbed = 650;
    await desk.mouse.move({ x: grabbed, y: Y });
    const handOvers = new Set<number>();
    for (let round = 0; round < 14; round++) {
      const from = { x: grabbed, y: Y };
      await desk.mouse.move(from);
      await settled(desk);
      const held = desk.heard.bars.at(-1)?.index;
      const to = { x: 20, y: Y };
      await desk.mouse.press(from);
      for (let x = grabbed - 70; x > to.x; x -= 70) {
        await desk.mouse.dragTo({ x, y: Y });
        handOvers.add(desk.chart.heldCandles);
      }
      await desk.mouse.dragTo(to);
      await settled(desk);
      expect(desk.heard.bars.at(-1)?.index).toBe(held);
      await desk.mouse.release(to);
    }
    // 14 drags of some 90 bars each leave the first window, which held 300 bars on each side.
    expect(desk.chart.visibleRange()?.fromIndex).toBeGreaterThan(11_000);
    expect(Math.max(...handOvers)).toBeLessThanOrEqual(4_500);
  });

  it('goes on outside the chart and ends where the button is let go', async () => {
    const desk = await deskOf(2_000, 1_050, [1_000, 1_099]);
    const before = fallingX(desk);
    await desk.mouse.move({ x: 300, y: Y });
    await desk.mouse.press({ x: 300, y: Y });
    await desk.mouse.dragTo({ x: 320, y: 470 });
    await desk.mouse.dragTo({ x: 350, y: 480 });
    await desk.mouse.release({ x: 350, y: 480 });
    await desk.mouse.move({ x: 500, y: Y });
    await settled(desk);
    expect(fallingX(desk)).toBe(before + 50);
  });

  it('along the time axis stretches the bars and holds the right edge', async () => {
    const desk = await deskOf(2_000, 1_050, [1_000, 1_099]);
    const before = desk.chart.visibleRange();
    await desk.mouse.drag({ x: 350, y: 388 }, { x: 175, y: 388 });
    await settled(desk);
    const after = desk.chart.visibleRange();
    expect(after?.toIndex).toBe(before?.toIndex);
    expect(after?.bars).toBeLessThan(70);
  });
});

function neighbours(desk: Desk): { from: number; to: number } {
  const plot = desk.plot();
  const up = runsOf(plot.columnsWith(DARK.up));
  const x = fallingX(desk);
  const next = up.find(({ from }) => from > x);
  if (next === undefined) throw new Error('no neighbour');
  // Ten bars on, for an average over whole pixels.
  const tenth = up[up.indexOf(next) + 9];
  if (tenth === undefined) throw new Error('no tenth neighbour');
  return { from: x, to: x + ((tenth.from + tenth.to) / 2 - x) / 10 };
}

describe('the wheel', () => {
  it('keeps the bar under the pointer within a pixel', async () => {
    const desk = await deskOf(3_000, 1_070, [1_000, 1_099]);
    const x = Math.round(fallingX(desk));
    const start = fallingX(desk);
    for (const delta of [-100, -100, -100, 100, 100, 100, 100, 100, 100, 100, -100, -60]) {
      await desk.mouse.wheel({ x, y: Y }, delta);
      await settled(desk);
      expect(Math.abs(fallingX(desk) - start)).toBeLessThanOrEqual(1);
    }
    expect(desk.chart.visibleRange()?.bars).toBeGreaterThan(120);
  });

  it('zooms out to the whole series and in again, through all levels of detail', async () => {
    const desk = await deskOf(200_000, 150_000);
    const at = { x: 350, y: Y };
    for (let i = 0; i < 80 && (desk.chart.visibleRange()?.bars ?? 0) < 200_000; i++) {
      await desk.mouse.wheel(at, 240);
      await settled(desk);
      expect(desk.chart.heldCandles).toBeLessThanOrEqual(4_500);
    }
    expect(desk.chart.visibleRange()?.bars).toBe(200_000);
    expect(desk.chart.lastVisibleBar()?.sessions).toBeGreaterThan(1);
    for (let i = 0; i < 80 && (desk.chart.visibleRange()?.bars ?? 0) > 20; i++) {
      await desk.mouse.wheel(at, -240);
      await settled(desk);
      expect(desk.chart.heldCandles).toBeLessThanOrEqual(4_500);
    }
    expect(desk.chart.visibleRange()?.bars).toBeLessThanOrEqual(20);
    expect(desk.chart.lastVisibleBar()?.sessions).toBe(1);
  }, 60_000);

  it('turned sideways pans', async () => {
    const desk = await deskOf(2_000, 1_050, [1_000, 1_099]);
    const before = fallingX(desk);
    await afterPaint(desk, () => desk.mouse.wheel({ x: 300, y: Y }, 0, 70));
    await settled(desk);
    expect(fallingX(desk)).toBe(before - 70);
  });
});

describe('the crosshair', () => {
  it('says the bar under the pointer, and that there is none', async () => {
    const desk = await deskOf(2_000, 1_050, [1_000, 1_099]);
    await desk.mouse.move({ x: fallingX(desk), y: Y });
    await settled(desk);
    expect(desk.heard.bars.at(-1)).toEqual({
      index: 1_050,
      sessions: 1,
      previousClose: 110,
      bar: { time: 1_050 * DAY, open: 110, high: 120, low: 90, close: 100, volume: 1_000 },
    });
    await desk.mouse.move({ x: 740, y: Y });
    await settled(desk);
    expect(desk.heard.bars.at(-1)).toBeNull();
    expect(desk.chart.lastVisibleBar()?.index).toBe(1_099);
  });

  it('agrees with the date that the library writes under it', async () => {
    const desk = await deskOf(2_000, 1_050, [1_000, 1_099]);
    const spoken: number[] = [];
    desk.chart.setFormats({
      priceDecimals: 2,
      price: (value) => value.toFixed(2),
      date: (sessionKey) => {
        spoken.push(sessionKey);
        return 'date';
      },
      tick: () => '',
      wallClock: null,
    });
    await settled(desk);
    for (const x of [3, 118, 255, 391, 644, 690]) {
      await desk.mouse.move({ x, y: Y });
      await settled(desk);
      expect(spoken.at(-1)).toBe(desk.heard.bars.at(-1)?.bar.time);
    }
    expect(new Set(spoken).size).toBe(6);
  });
});

describe('the view', () => {
  it('is centred on a session, with the zoom kept', async () => {
    const desk = await deskOf(2_000, 300, [1_000, 1_099]);
    await afterPaint(desk, () => desk.chart.scrollTo(300 * DAY));
    expect(Math.abs(fallingX(desk) - desk.plot().width / 2)).toBeLessThanOrEqual(1.5);
    expect(desk.chart.visibleRange()?.bars).toBeGreaterThanOrEqual(99);
    expect(desk.chart.visibleRange()?.bars).toBeLessThanOrEqual(101);
  });

  it('shows exactly the range that was asked for, at any width', async () => {
    const desk = await deskOf(2_000, 1_050, [1_000, 1_099]);
    expect(desk.chart.visibleRange()).toEqual({
      fromKey: 1_000 * DAY,
      toKey: 1_099 * DAY,
      fromIndex: 1_000,
      toIndex: 1_099,
      bars: 100,
    });
    await afterPaint(desk, () => {
      desk.host.style.width = '500px';
    });
    await settled(desk);
    expect(desk.plotCanvas().getBoundingClientRect().width).toBeLessThan(450);
    expect(desk.chart.visibleRange()).toMatchObject({ fromIndex: 1_000, toIndex: 1_099 });
    const candles = runsOf(
      [...desk.plot().columnsWith(DARK.up), ...desk.plot().columnsWith(DARK.down)].sort(
        (a, b) => a - b,
      ),
    );
    expect(candles.length).toBe(100);
  });

  it('fits every size, odd ones too, without an error of the page', async () => {
    const errors: string[] = [];
    const note = (event: ErrorEvent): void => void errors.push(event.message);
    window.addEventListener('error', note);
    const desk = await deskOf(2_000, 1_050, [1_000, 1_099]);
    for (const [width, height] of [
      [501, 301],
      [640, 400],
      [333, 287],
      [763, 399],
    ] as const) {
      desk.host.style.width = `${width}px`;
      desk.host.style.height = `${height}px`;
      await afterPaint(desk, () => desk.chart.setWatermark(String(width)));
      await settled(desk);
      // The lane and the axes have fixed sizes; the chart leaves an odd last pixel free.
      const { width: plotWidth, height: plotHeight } = desk.plotCanvas().getBoundingClientRect();
      expect([plotWidth, plotHeight]).toEqual([
        width - (width % 2) - 64,
        height - (height % 2) - 61,
      ]);
      await afterPaint(desk, () => desk.chart.setWatermark(null));
    }
    window.removeEventListener('error', note);
    expect(errors).toEqual([]);
  });

  it('keeps the distance of the bars on another width after the user has moved it', async () => {
    const desk = await deskOf(2_000, 1_080, [1_000, 1_099]);
    await desk.mouse.drag({ x: 300, y: Y }, { x: 310, y: Y });
    await settled(desk);
    const fromRight = desk.plot().width - fallingX(desk);
    await afterPaint(desk, () => {
      desk.host.style.width = '600px';
    });
    await settled(desk);
    expect(desk.plot().width - fallingX(desk)).toBe(fromRight);
  });

  it("keeps the library's table of canvases from those who hear the page", async () => {
    const desk = await deskOf(200, 150);
    const table = desk.host.querySelector('table');
    expect(table?.closest('[aria-hidden="true"]')).toBe(table);
  });

  it('follows the keys', async () => {
    const desk = await deskOf(2_000, 1_050, [1_000, 1_099]);
    await userEvent.click(desk.host, { position: { x: 300, y: Y } });
    expect(document.activeElement).toBe(desk.host);
    const press = (keys: string) => afterPaint(desk, () => userEvent.keyboard(keys));
    await press('{PageUp}');
    expect(desk.chart.visibleRange()?.fromIndex).toBe(950);
    await press('{PageDown}');
    expect(desk.chart.visibleRange()?.fromIndex).toBe(1_000);
    await press('{Home}');
    expect(desk.chart.visibleRange()?.fromIndex).toBe(0);
    await press('+');
    expect(desk.chart.visibleRange()?.bars).toBe(80);
    await press('-');
    expect(desk.chart.visibleRange()?.bars).toBe(100);
    await press('{End}');
    expect(desk.chart.visibleRange()?.toIndex).toBe(1_999);
    await press('0');
    expect(desk.chart.visibleRange()?.bars).toBe(120);
  });

  it('goes back to the newest sessions on a double click on the time axis', async () => {
    const desk = await deskOf(2_000, 1_050, [1_000, 1_099]);
    await afterPaint(desk, () => desk.mouse.doubleClick({ x: 300, y: 388 }));
    await settled(desk);
    expect(desk.chart.visibleRange()).toMatchObject({ fromIndex: 1_880, toIndex: 1_999 });
  });
});

describe('the price scale', () => {
  it('is moved by hand once it is off automatic, until a double click on the plot', async () => {
    const desk = await deskOf(2_000, 1_050, [1_000, 1_099]);
    const top = (): number => {
      const plot = desk.plot();
      return plot.rowsWith(DARK.down, Math.round(fallingX(desk)))[0] as number;
    };
    const automatic = top();
    await desk.mouse.drag({ x: 740, y: 150 }, { x: 740, y: 200 });
    await settled(desk);
    const squeezed = top();
    expect(squeezed).toBeGreaterThan(automatic + 5);
    await desk.mouse.drag({ x: 300, y: 100 }, { x: 300, y: 140 });
    await settled(desk);
    expect(Math.abs(top() - (squeezed + 40))).toBeLessThanOrEqual(1);
    await afterPaint(desk, () => desk.mouse.doubleClick({ x: 300, y: 100 }));
    await settled(desk);
    expect(top()).toBe(automatic);
  });
});
