import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ChartDrawing, DrawingKind } from '../../../src/chart/drawing-types';
import { bars, DAY, type Desk, mountChart, settled, unmountAll } from './chart-desk';
import { fitFrame } from './mouse';
import { DARK } from './theme';

beforeAll(fitFrame);
afterEach(unmountAll);

async function deskOf(...drawings: ChartDrawing[]): Promise<Desk> {
  const desk = mountChart();
  desk.chart.setSeries(bars(200), { fromKey: 100 * DAY, toKey: 199 * DAY });
  desk.chart.setDrawings(drawings);
  await settled(desk);
  return desk;
}

const line: ChartDrawing = {
  id: 'line',
  kind: 'trend-line',
  from: { time: 120 * DAY, price: 100 },
  to: { time: 160 * DAY, price: 110 },
};
const level: ChartDrawing = { id: 'level', kind: 'horizontal-line', price: 105 };

/** The middle row of what is drawn in the accent in a column. */
function accentAt(desk: Desk, x: number): number {
  const plot = desk.plot();
  const rows = Array.from({ length: plot.height }, (_, y) => y).filter((y) => {
    const [red, green, blue] = plot.at(x, y);
    return blue > 120 && red < 100 && green < 100;
  });
  return rows[Math.floor(rows.length / 2)] ?? Number.NaN;
}

describe('making a drawing', () => {
  it('takes a drag, which then does not pan', async () => {
    const desk = await deskOf();
    const range = desk.chart.visibleRange();
    desk.chart.startDrawing('trend-line');
    await desk.mouse.drag({ x: 200, y: 150 }, { x: 400, y: 80 });
    await settled(desk);
    expect(desk.chart.visibleRange()).toEqual(range);
    const [made] = desk.heard.created;
    if (made?.kind !== 'trend-line') throw new Error('no trend line');
    expect(made.to.time).toBeGreaterThan(made.from.time);
    expect(made.to.price).toBeGreaterThan(made.from.price);
    // Both ends are those of bars.
    expect(made.from.time % DAY).toBe(0);
    expect(desk.heard.toolsEnded).toBe(1);
    // It stays in view until the caller has kept it.
    expect(accentAt(desk, 300)).toBeGreaterThan(100);
    expect(accentAt(desk, 300)).toBeLessThan(130);
  });

  it.each<DrawingKind>(['rectangle', 'ray', 'measure'])(
    'takes two clicks for a %s, and follows the pointer between them',
    async (kind) => {
      const desk = await deskOf();
      desk.chart.startDrawing(kind);
      await desk.mouse.click({ x: 200, y: 150 });
      expect(desk.heard.created).toEqual([]);
      await desk.mouse.move({ x: 300, y: 120 });
      await desk.mouse.click({ x: 400, y: 80 });
      expect(desk.heard.created).toMatchObject([{ kind }]);
      await desk.mouse.click({ x: 450, y: 90 });
      expect(desk.heard.created).toHaveLength(1);
    },
  );

  it.each<DrawingKind>(['horizontal-line', 'text-note'])(
    'takes one click for a %s',
    async (kind) => {
      const desk = await deskOf();
      desk.chart.startDrawing(kind);
      await desk.mouse.click({ x: 200, y: 150 });
      expect(desk.heard.created).toMatchObject([{ kind }]);
    },
  );

  it('is given up by Escape, in the middle too', async () => {
    const desk = await deskOf();
    desk.host.focus();
    desk.chart.startDrawing('trend-line');
    await desk.mouse.click({ x: 200, y: 150 });
    await desk.mouse.move({ x: 300, y: 100 });
    await settled(desk);
    expect(accentAt(desk, 250)).not.toBeNaN();
    const { paints } = desk.heard;
    for (let frame = 0; frame < 5; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    // A pointer at rest paints nothing.
    expect(desk.heard.paints).toBe(paints);
    await userEvent.keyboard('{Escape}');
    await settled(desk);
    expect(accentAt(desk, 250)).toBeNaN();
    expect(desk.heard.toolsEnded).toBe(1);
    await desk.mouse.click({ x: 400, y: 80 });
    expect(desk.heard.created).toEqual([]);
  });

  it('makes nothing of two clicks on one spot', async () => {
    const desk = await deskOf();
    desk.chart.startDrawing('trend-line');
    await desk.mouse.click({ x: 200, y: 150 });
    await desk.mouse.click({ x: 200, y: 150 });
    expect(desk.heard.created).toEqual([]);
  });
});

describe('a drawing', () => {
  it('stays on its bars and prices while the view moves', async () => {
    const desk = await deskOf(line);
    const before = accentAt(desk, 300);
    await desk.mouse.drag({ x: 300, y: 20 }, { x: 350, y: 20 });
    await settled(desk);
    expect(Math.abs(accentAt(desk, 350) - before)).toBeLessThanOrEqual(1);
  });

  it('is selected by a click on it, and let go by one beside it', async () => {
    const desk = await deskOf(level);
    const y = accentAt(desk, 50);
    await desk.mouse.move({ x: 50, y });
    expect(desk.host.style.cursor).toBe('pointer');
    await desk.mouse.click({ x: 50, y });
    await desk.mouse.click({ x: 50, y: y + 40 });
    expect(desk.heard.selections).toEqual(['level', null]);
  });

  it('is dragged as a whole by as much as the pointer, without panning', async () => {
    const desk = await deskOf(level);
    const range = desk.chart.visibleRange();
    const y = accentAt(desk, 50);
    await desk.mouse.drag({ x: 50, y }, { x: 90, y: y - 30 });
    await settled(desk);
    expect(Math.abs(accentAt(desk, 50) - (y - 30))).toBeLessThanOrEqual(1);
    expect(desk.chart.visibleRange()).toEqual(range);
    const [changed] = desk.heard.changed;
    if (changed?.kind !== 'horizontal-line') throw new Error('no line');
    expect(changed.id).toBe('level');
    expect(changed.price).toBeGreaterThan(105);
  });

  it('is moved at a handle once it is selected', async () => {
    const desk = await deskOf(line);
    desk.chart.selectDrawing('line');
    await settled(desk);
    // A hundred bars, and room behind the newest.
    const spacing = desk.plot().width / 102.6;
    const x = Math.round(60.5 * spacing);
    const y = accentAt(desk, x - 12);
    await desk.mouse.drag({ x, y }, { x: x + 60, y: y + 50 });
    await settled(desk);
    const [changed] = desk.heard.changed;
    if (changed?.kind !== 'trend-line' || line.kind !== 'trend-line') throw new Error('no line');
    expect(changed.from).toEqual(line.from);
    expect(changed.to.time).toBeGreaterThan(line.to.time);
    expect(changed.to.price).toBeLessThan(line.to.price);
  });

  it('asks to be deleted by key while it is selected, and only then', async () => {
    const desk = await deskOf(line);
    desk.host.focus();
    await userEvent.keyboard('{Delete}');
    expect(desk.heard.deletions).toEqual([]);
    desk.chart.selectDrawing('line');
    await userEvent.keyboard('{Delete}');
    expect(desk.heard.deletions).toEqual(['line']);
    await userEvent.keyboard('{Escape}');
    expect(desk.heard.selections).toEqual(['line', null]);
  });

  it('shows no handles in a picture', async () => {
    const desk = await deskOf(line);
    const plain = desk.chart.takePicture().toDataURL();
    await settled(desk);
    desk.chart.selectDrawing('line');
    await settled(desk);
    expect(desk.chart.takePicture().toDataURL()).toBe(plain);
  });
});

describe('keys', () => {
  it('draw from the candle in the middle, and Enter sets the points', async () => {
    const desk = await deskOf();
    desk.host.focus();
    desk.chart.startDrawing('trend-line');
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(desk.heard.cursors.at(-1)).toMatchObject({ time: 151 * DAY });
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowUp}{/Shift}{ArrowRight}{Enter}');
    const [made] = desk.heard.created;
    if (made?.kind !== 'trend-line') throw new Error('no trend line');
    expect((made.to.time - made.from.time) / DAY).toBe(11);
    expect(made.to.price).toBeGreaterThan(made.from.price);
    expect(desk.heard.cursors.at(-1)).toBeNull();
    expect(desk.heard.ranges.at(-1)).toMatchObject({ fromIndex: 100, toIndex: 199 });
  });

  it('keep the point while a pointer rests on the chart, and lose it to one that moves', async () => {
    const desk = await deskOf();
    desk.host.focus();
    await desk.mouse.move({ x: 200, y: 150 });
    desk.chart.startDrawing('trend-line');
    await userEvent.keyboard('{Enter}{Enter}{ArrowUp}');
    const cursor = desk.heard.cursors.at(-1);
    await settled(desk);
    expect(desk.heard.cursors.at(-1)).toBe(cursor);
    await desk.mouse.move({ x: 210, y: 150 });
    expect(desk.heard.cursors.at(-1)).toBeNull();
    await desk.mouse.click({ x: 210, y: 150 });
    expect(desk.heard.created).toHaveLength(1);
  });

  it('move what is selected, and not the view', async () => {
    const desk = await deskOf(line);
    desk.host.focus();
    desk.chart.selectDrawing('line');
    await userEvent.keyboard('{ArrowLeft}');
    desk.chart.setDrawings([line]);
    await userEvent.keyboard('{ArrowUp}');
    const [left, up] = desk.heard.changed;
    expect(left).toMatchObject({ from: { time: 119 * DAY }, to: { time: 159 * DAY } });
    expect(up).toMatchObject({ from: { time: 120 * DAY }, to: { time: 160 * DAY } });
    expect(up?.kind === 'trend-line' && up.to.price > 110).toBe(true);
    expect(desk.chart.visibleRange()).toMatchObject({ fromIndex: 100 });
  });

  it('ask for the text of a selected note, as a double click does', async () => {
    const at = { time: 130 * DAY, price: 108 };
    const desk = await deskOf({ id: 'note', kind: 'text-note', at, text: 'taped out' });
    desk.host.focus();
    desk.chart.selectDrawing('note');
    await userEvent.keyboard('{Enter}');
    const { x, y } = desk.chart.placeOf(at);
    await desk.mouse.doubleClick({ x: x + 10, y: y - 8 });
    expect(desk.heard.edits).toEqual(['note', 'note']);
  });
});

describe('a locked drawing', () => {
  const locked: ChartDrawing = { ...level, locked: true };

  it('is selected, but neither dragged nor nudged: the press pans', async () => {
    const desk = await deskOf(locked);
    const y = accentAt(desk, 50);
    await desk.mouse.drag({ x: 50, y }, { x: 120, y: y - 30 });
    desk.host.focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(desk.heard.selections).toEqual(['level']);
    expect(desk.heard.changed).toEqual([]);
    expect(desk.chart.visibleRange()?.fromIndex).toBeLessThan(100);
  });
});

describe('the look of a drawing', () => {
  it('is a colour of the theme and a width', async () => {
    const desk = await deskOf({ ...level, look: { colour: 'amber', width: 'thick' } });
    const isAmber = (y: number): boolean => {
      const [red, green, blue] = desk.plot().at(1, y);
      return red > 100 && green > 100 && blue < 90;
    };
    const rows = (): number =>
      Array.from({ length: desk.plot().height }, (_, y) => y).filter(isAmber).length;
    expect(rows()).toBeGreaterThanOrEqual(4);
    desk.chart.setDrawings([{ ...level, look: { colour: 'amber', width: 'thin' } }]);
    await settled(desk);
    expect(rows()).toBeLessThan(4);
    expect(rows()).toBeGreaterThan(0);
  });
});

describe('a horizontal line', () => {
  it('has its price on the axis, which goes with it', async () => {
    const desk = await deskOf({ ...level, look: { colour: 'violet', width: 'thin' } });
    const labels = (): number => desk.priceAxis().count(DARK.violet);
    expect(labels()).toBeGreaterThan(200);
    desk.chart.setDrawings([]);
    await settled(desk);
    expect(labels()).toBe(0);
  });
});

describe('an alert line', () => {
  const alert = { id: 'a', price: 105, label: 'Alert', tone: 'armed' as const, isFixed: false };
  const alerts = [alert];

  async function alertDesk(): Promise<{ desk: Desk; y: number }> {
    const desk = await deskOf();
    desk.chart.setAlertLines(alerts);
    await settled(desk);
    const plot = desk.plot();
    const isAmber = (y: number): boolean => {
      const [red, green, blue] = plot.at(1, y);
      return red > 100 && green > 100 && blue < 80;
    };
    const y = Array.from({ length: plot.height }, (_, row) => row).find(isAmber);
    if (y === undefined) throw new Error('no alert line');
    return { desk, y };
  }

  it('is dragged to another price, which is told when it is dropped', async () => {
    const { desk, y } = await alertDesk();
    const range = desk.chart.visibleRange();
    await desk.mouse.move({ x: 200, y });
    expect(desk.host.style.cursor).toBe('ns-resize');
    await desk.mouse.drag({ x: 200, y }, { x: 220, y: y - 40 });
    expect(desk.heard.alerts).toHaveLength(1);
    expect(desk.heard.alerts[0]?.id).toBe('a');
    expect(desk.heard.alerts[0]?.price).toBeGreaterThan(106);
    expect(desk.chart.visibleRange()).toEqual(range);
  });

  it('is taken at its label on the axis too, without scaling the axis', async () => {
    const { desk, y } = await alertDesk();
    await desk.mouse.drag({ x: 740, y }, { x: 740, y: y + 30 });
    expect(desk.heard.alerts[0]?.price).toBeLessThan(104.5);
    desk.chart.setAlertLines(alerts);
    await settled(desk);
    // The axis is where it was: the line is back in its row.
    await desk.mouse.move({ x: 200, y });
    expect(desk.host.style.cursor).toBe('ns-resize');
  });

  it('stays where it is when it is fixed', async () => {
    const { desk, y } = await alertDesk();
    desk.chart.setAlertLines([{ ...alert, isFixed: true }]);
    await settled(desk);
    await desk.mouse.move({ x: 200, y });
    expect(desk.host.style.cursor).not.toBe('ns-resize');
    await desk.mouse.drag({ x: 200, y }, { x: 220, y: y - 40 });
    expect(desk.heard.alerts).toEqual([]);
  });

  it('tells nothing when it is only clicked', async () => {
    const { desk, y } = await alertDesk();
    await desk.mouse.click({ x: 200, y });
    expect(desk.heard.alerts).toEqual([]);
  });
});
