import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { afterPaint, bars, DAY, type Desk, mountChart, settled, unmountAll } from './chart-desk';
import { fitFrame } from './mouse';
import { DARK } from './theme';

beforeAll(fitFrame);
afterEach(unmountAll);

const Y = 60;

/** Bars 1000 to 1099 of 2000 are in view, and the chart has the focus. */
async function focused(): Promise<Desk> {
  const desk = mountChart();
  desk.chart.setSeries(bars(2_000), { fromKey: 1_000 * DAY, toKey: 1_099 * DAY });
  await settled(desk);
  desk.host.focus();
  return desk;
}

const press = async (desk: Desk, keys: string): Promise<void> => {
  await afterPaint(desk, () => userEvent.keyboard(keys));
  await settled(desk);
};
/** The session that other charts are told of, counted in bars. */
const told = ({ heard }: Desk): number | null => {
  const key = heard.crosshairs.at(-1) ?? null;
  return key === null ? null : key / DAY;
};

describe('the crosshair of the keys', () => {
  it('comes out on the last bar in view, goes from bar to bar, and the legend hears of it', async () => {
    const desk = await focused();
    await press(desk, '{ArrowLeft}');
    expect(told(desk)).toBe(1_099);
    await press(desk, '{ArrowLeft}');
    expect(told(desk)).toBe(1_098);
    expect(desk.heard.bars.at(-1)?.index).toBe(1_098);
    await press(desk, '{Shift>}{ArrowLeft}{/Shift}');
    expect(told(desk)).toBe(1_088);
    await press(desk, '{ArrowRight}');
    expect(told(desk)).toBe(1_089);
    expect(desk.chart.visibleRange()).toMatchObject({ fromIndex: 1_000, toIndex: 1_099 });
  });

  it('takes the view along at its edges', async () => {
    const desk = await focused();
    await press(desk, '{ArrowRight}{Shift>}{ArrowRight}{/Shift}');
    expect(told(desk)).toBe(1_109);
    expect(desk.chart.visibleRange()).toMatchObject({ fromIndex: 1_010, toIndex: 1_109 });
    await press(desk, '{Home}');
    expect(told(desk)).toBe(0);
    expect(desk.chart.visibleRange()?.fromIndex).toBe(0);
    await press(desk, '{ArrowLeft}');
    expect(told(desk)).toBe(0);
    await press(desk, '{End}');
    expect(told(desk)).toBe(1_999);
    await press(desk, '{ArrowRight}');
    expect(told(desk)).toBe(1_999);
  });

  it('draws a line through the bar and one at its close, which no picture has', async () => {
    const desk = await focused();
    const plain = desk.chart.takePicture().toDataURL();
    await settled(desk);
    const columns = (): number => {
      const lane = desk.lane();
      const all = Array.from({ length: lane.width }, (_, x) => x);
      return all.filter((x) => !lane.is(x, 17, DARK.background, 8)).length;
    };
    const labels = (): number => desk.priceAxis().count(DARK.crosshair);
    const [before] = [labels(), columns()];
    await press(desk, '{ArrowLeft}');
    expect(columns()).toBe(1);
    expect(labels()).toBeGreaterThan(before + 300);
    expect(desk.chart.takePicture().toDataURL()).toBe(plain);
    await settled(desk);
    await press(desk, '{Escape}');
    expect([labels(), columns()]).toEqual([before, 0]);
  });

  it('goes with Escape, which is not its own when it is not out', async () => {
    const desk = await focused();
    await press(desk, '{ArrowLeft}');
    const escapes: boolean[] = [];
    desk.host.addEventListener('keydown', (event) => escapes.push(event.defaultPrevented));
    await press(desk, '{Escape}');
    expect(told(desk)).toBeNull();
    await userEvent.keyboard('{Escape}');
    expect(escapes).toEqual([true, false]);
  });

  it('gives way to a pointer that moves, and to no pointer that rests', async () => {
    const desk = await focused();
    await desk.mouse.move({ x: 300, y: Y });
    const under = told(desk);
    await press(desk, '{ArrowLeft}');
    expect(told(desk)).toBe(1_099);
    await desk.mouse.move({ x: 300, y: Y });
    expect(told(desk)).toBe(1_099);
    await desk.mouse.move({ x: 300, y: Y + 5 });
    await expect.poll(() => told(desk)).toBe(under);
  });

  it('goes when the focus does', async () => {
    const desk = await focused();
    await press(desk, '{ArrowLeft}');
    await afterPaint(desk, () => desk.host.blur());
    expect(told(desk)).toBeNull();
  });

  it('stays on its bar when newer ones come, and among other bars that have it', async () => {
    const desk = await focused();
    await press(desk, '{ArrowLeft}{ArrowLeft}');
    desk.chart.updateLastBar({
      ...{ time: 2_000 * DAY, open: 1, high: 1, low: 1, close: 1, volume: 1 },
    });
    await settled(desk);
    expect(told(desk)).toBe(1_098);
    await afterPaint(desk, () => desk.chart.setSeries(bars(1_500)));
    expect(told(desk)).toBe(1_098);
    await afterPaint(desk, () => desk.chart.setSeries(bars(500)));
    expect(told(desk)).toBeNull();
  });

  it('goes by candles where one is more than a session', async () => {
    const desk = mountChart({ width: 300 });
    desk.chart.setSeries(bars(20_000), { fromKey: 0, toKey: 19_999 * DAY });
    await settled(desk);
    desk.host.focus();
    // The newest candle covers fewer.
    await press(desk, '{ArrowLeft}{ArrowLeft}');
    const step = desk.heard.bars.at(-1)?.sessions ?? 1;
    expect(step).toBeGreaterThan(1);
    const first = desk.heard.bars.at(-1)?.index ?? NaN;
    await press(desk, '{ArrowLeft}');
    expect(desk.heard.bars.at(-1)?.index).toBe(first - step);
  });
});
