import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CanvasPixels, runsOf } from './canvas-pixels';
import { afterPaint, bars, DAY, type Desk, mountChart, settled, unmountAll } from './chart-desk';
import { fitFrame } from './mouse';
import { DARK } from './theme';

beforeAll(fitFrame);
afterEach(unmountAll);

const OTHER = '#ff8000';

async function deskOf(count = 100): Promise<Desk> {
  const desk = mountChart();
  desk.chart.setSeries(bars(count), { fromKey: 0, toKey: (count - 1) * DAY });
  await settled(desk);
  return desk;
}

describe('a compared instrument', () => {
  const closes = (count: number): Float64Array =>
    new Float64Array(count).map((_, i) => 1_000 * (1 + i / count));

  it('is drawn on the percent scale only, from the base of the series', async () => {
    const desk = await deskOf();
    desk.chart.setComparisons([{ id: 'o', name: 'OTHER', colour: OTHER, closes: closes(100) }]);
    await settled(desk);
    expect(desk.plot().count(OTHER)).toBe(0);
    expect(desk.chart.comparisonAt('o', 50)).toBeNaN();
    desk.chart.setScale({ kind: 'percent' });
    await settled(desk);
    expect(desk.plot().columnsWith(OTHER).length).toBeGreaterThan(100);
    expect(desk.chart.comparisonAt('o', 50)).toBeCloseTo(50, 9);
    desk.chart.setScale({ kind: 'percent', baseKey: 50 * DAY });
    expect(desk.chart.comparisonAt('o', 50)).toBe(0);
    expect(desk.chart.comparisonAt('o', 75)).toBeCloseTo(100 / 6, 9);
  });

  it('begins at 0 % where its first price stands, and takes live closes', async () => {
    const desk = await deskOf();
    const late = closes(100);
    late.fill(Number.NaN, 0, 20);
    desk.chart.setScale({ kind: 'percent' });
    desk.chart.setComparisons([{ id: 'o', name: 'OTHER', colour: OTHER, closes: late }]);
    expect(desk.chart.comparisonAt('o', 20)).toBe(0);
    expect(desk.chart.comparisonAt('o', 19)).toBeNaN();
    desk.chart.updateComparison('o', 99, 2_400);
    expect(desk.chart.comparisonAt('o', 99)).toBeCloseTo(100, 9);
    await settled(desk);
  });
});

describe('several compared instruments', () => {
  it('count from the first bar in view that all have, until the base is fixed', async () => {
    const desk = await deskOf();
    const early = new Float64Array(100).fill(100);
    const late = new Float64Array(100).map((_, at) => (at < 30 ? Number.NaN : 200 + at));
    const line = (id: string, closes: Float64Array, base?: number) => {
      const look = { id, name: id, colour: OTHER };
      return base === undefined ? { ...look, closes } : { ...look, closes, base };
    };
    expect(desk.chart.percentBase()).toBeNull();
    desk.chart.setScale({ kind: 'percent' });
    desk.chart.setComparisons([line('a', early), line('b', late)]);
    expect(desk.chart.percentBase()?.time).toBe(30 * DAY);
    expect(desk.chart.comparisonAt('b', 30)).toBe(0);
    desk.chart.setComparisons([line('a', early, 50), line('b', late, Number.NaN)]);
    desk.chart.setScale({ kind: 'percent', baseKey: 40 * DAY });
    expect(desk.chart.percentBase()?.time).toBe(40 * DAY);
    expect(desk.chart.comparisonAt('a', 60)).toBe(100);
    expect(desk.chart.comparisonAt('b', 60)).toBeNaN();
    await settled(desk);
  });

  it('find the bar of a moment, live ones included', async () => {
    const desk = await deskOf();
    const live = { time: 100 * DAY, open: 1, high: 1, low: 1, close: 1, volume: 1 };
    desk.chart.updateLastBar(live);
    expect(desk.chart.barAtOrBefore(50.5 * DAY)).toEqual({ index: 50, time: 50 * DAY });
    expect(desk.chart.barAtOrBefore(Infinity)).toEqual({ index: 100, time: 100 * DAY });
    expect(desk.chart.barAtOrBefore(-1)).toBeNull();
    await settled(desk);
  });
});

describe('a band of time', () => {
  const tinted = (desk: Desk, row: number): number[] => {
    const plot = desk.plot();
    return Array.from({ length: plot.width }, (_, x) => x).filter(
      (x) => !plot.is(x, row, DARK.background, 6),
    );
  };

  it('covers its bars in every pane, and leaves when they are out of view', async () => {
    const desk = await deskOf();
    desk.chart.setBands([{ fromKey: 20 * DAY, toKey: 29 * DAY, tone: 'extended' }]);
    await settled(desk);
    const [band, ...others] = runsOf(tinted(desk, 2));
    expect(others).toEqual([]);
    const spacing = desk.plot().width / 103;
    expect(((band?.to ?? 0) - (band?.from ?? 0)) / spacing).toBeCloseTo(10, 0);
    desk.chart.showRange(40 * DAY, 60 * DAY);
    await settled(desk);
    expect(tinted(desk, 2)).toEqual([]);
  });

  it('is left out where the series has no bar for it', async () => {
    const desk = await deskOf();
    desk.chart.setBands([{ fromKey: 20 * DAY + 100, toKey: 20 * DAY + 200, tone: 'window' }]);
    await settled(desk);
    expect(tinted(desk, 2)).toEqual([]);
  });

  it('is joined by lines where sessions begin, while there is room for them', async () => {
    const desk = await deskOf();
    desk.chart.setSessionStarts(new Float64Array([20 * DAY, 40 * DAY, 60 * DAY]));
    await settled(desk);
    const linesIn = (): number =>
      new Set([2, 3, 4, 5, 6, 7].flatMap((row) => tinted(desk, row))).size;
    expect(linesIn()).toBe(3);
    desk.chart.setSessionStarts(Float64Array.from({ length: 50 }, (_, i) => 2 * i * DAY));
    await settled(desk);
    expect(linesIn()).toBe(0);
  });
});

describe('linked charts', () => {
  it('tell where the pointer is, and that it is gone', async () => {
    const desk = await deskOf();
    await desk.mouse.move({ x: 300, y: 60 });
    await settled(desk);
    expect(desk.heard.crosshairs.at(-1)).toBe(desk.heard.bars.at(-1)?.bar.time);
    const told = desk.heard.crosshairs.length;
    await desk.mouse.move({ x: 301, y: 90 });
    expect(desk.heard.crosshairs).toHaveLength(told);
    await desk.mouse.move({ x: 300, y: 500 });
    expect(desk.heard.crosshairs.at(-1)).toBeNull();
  });

  it('show a line at the bar at or before the moment of another, and speak of it', async () => {
    const desk = await deskOf();
    await afterPaint(desk, () => desk.chart.showCrosshairAt(30 * DAY + 3_600));
    expect(desk.heard.bars.at(-1)?.index).toBe(30);
    const lane = desk.lane();
    const lineX = Array.from({ length: lane.width }, (_, x) => x).filter(
      (x) => !lane.is(x, 17, DARK.background, 8),
    );
    const spacing = lane.width / 103;
    expect(lineX).toHaveLength(1);
    expect((lineX[0] as number) / spacing).toBeCloseTo(30.5, 0);
    await afterPaint(desk, () => desk.chart.showCrosshairAt(null));
    expect(desk.heard.bars.at(-1)).toBeNull();
  });

  it('do not echo: what is shown for another is not told as its own', async () => {
    const desk = await deskOf();
    await afterPaint(desk, () => desk.chart.showCrosshairAt(30 * DAY));
    expect(desk.heard.crosshairs).toEqual([]);
  });
});

describe('a picture', () => {
  it('holds all panes and axes, and nothing of any pointer', async () => {
    const desk = await deskOf();
    const values = new Float64Array(100).fill(50);
    desk.chart.setStudies([
      { id: 'r', pane: 'r', plots: [{ kind: 'line', values: [values], colour: OTHER, width: 3 }] },
    ]);
    await settled(desk);
    const plain = desk.chart.takePicture();
    await settled(desk);
    const pixels = new CanvasPixels(plain);
    expect([pixels.width, pixels.height]).toEqual([764, 400]);
    expect(pixels.count(OTHER)).toBeGreaterThan(500);
    expect(pixels.count(DARK.up)).toBeGreaterThan(500);
    await desk.mouse.move({ x: 300, y: 60 });
    desk.chart.showCrosshairAt(20 * DAY);
    await settled(desk);
    expect(desk.chart.takePicture().toDataURL()).toBe(plain.toDataURL());
  });
});

describe('volume by price', () => {
  const isProfile = (pixel: readonly [number, number, number]): boolean =>
    pixel[1] > pixel[0] + 15 || pixel[0] > pixel[1] + 15;

  it('stands at its edge, the strongest row longest', async () => {
    const desk = await deskOf();
    desk.chart.setVolumeProfile({
      side: 'right',
      rows: [
        { from: 90, to: 100, up: 10, down: 10 },
        { from: 110, to: 120, up: 50, down: 30 },
      ],
    });
    desk.chart.setStyle('line');
    await settled(desk);
    const plot = desk.plot();
    const lengths = Array.from({ length: Math.round(plot.height * 0.8) }, (_, y) => {
      let length = 0;
      while (length < plot.width && isProfile(plot.at(plot.width - 1 - length, y))) length += 1;
      return length;
    });
    expect(Math.max(...lengths) / plot.width).toBeCloseTo(0.28, 1);
    expect(isProfile(plot.at(2, 10))).toBe(false);
  });

  it('is computed for the bars in view when the view has come to rest', async () => {
    const desk = await deskOf(400);
    const asked: [number, number][] = [];
    desk.chart.setVolumeProfile({
      side: 'left',
      rows: (from, to) => {
        asked.push([from, to]);
        return [{ from: 90, to: 120, up: 1, down: 1 }];
      },
    });
    expect(asked).toEqual([[0, 399]]);
    for (let step = 0; step < 5; step++) {
      await afterPaint(desk, () => desk.chart.showRange((100 + step) * DAY, (150 + step) * DAY));
    }
    await expect.poll(() => asked.at(-1)).toEqual([104, 154]);
    expect(asked.length).toBeLessThan(5);
  });
});

describe('the label of the last price', () => {
  it('has a second line where one is given', async () => {
    const desk = await deskOf();
    const labelRows = (): number => {
      const axis = desk.host.querySelector('tr td:nth-child(3) canvas') as HTMLCanvasElement;
      return new CanvasPixels(axis).rowsWith(DARK.up, 2).length;
    };
    const line = { price: 105, direction: 'up', tone: 'live' } as const;
    await afterPaint(desk, () => desk.chart.setPriceLine(line));
    const single = labelRows();
    await afterPaint(desk, () => desk.chart.setPriceLine({ ...line, note: '01:23' }));
    expect(labelRows()).toBe(single + 15);
  });
});
