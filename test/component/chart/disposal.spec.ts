import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ChartController } from '../../../src/chart/chart-controller';
import { bars, type Desk, marker, mountChart, settled, unmountAll } from './chart-desk';
import { collectGarbage, fitFrame } from './mouse';

beforeAll(fitFrame);
afterEach(() => {
  unmountAll();
  vi.restoreAllMocks();
});

async function usedDesk(): Promise<Desk> {
  const desk = mountChart({ watermark: 'SIMULATED' });
  desk.chart.setMarkers([marker(50)]);
  desk.chart.setSeries(bars(600));
  desk.chart.setHighlight({ kind: 'session', sessionKey: 50 });
  desk.chart.setPriceLine({ price: 100, direction: 'up', tone: 'live' });
  layEverythingOver(desk.chart);
  await settled(desk);
  await desk.mouse.drag({ x: 300, y: 60 }, { x: 400, y: 60 });
  await settled(desk);
  return desk;
}

/** Something of every kind that can be laid over the candles or beside them. */
function layEverythingOver(chart: ChartController): void {
  const values = new Float64Array(600).fill(100);
  chart.setStyle('heikin-ashi', 'hollow');
  chart.setScale({ kind: 'percent' });
  chart.setStudies([
    { id: 'a', pane: 'price', plots: [{ kind: 'line', values: [values], colour: '#ff8000' }] },
    { id: 'b', pane: 'b', plots: [{ kind: 'histogram', values: [values], colour: '#ff8000' }] },
    { id: 'c', pane: 'c', plots: [{ kind: 'band', values: [values, values], colour: '#ff8000' }] },
  ]);
  chart.setComparisons([{ id: 'o', name: 'O', colour: '#ff8000', closes: values }]);
  chart.setBands([{ fromKey: 0, toKey: 9e9, tone: 'window' }]);
  chart.setVolumeProfile({ side: 'left', rows: () => [{ from: 90, to: 120, up: 1, down: 1 }] });
  chart.setAlertLines([{ id: 'a', price: 91, label: 'A', tone: 'armed', isFixed: false }]);
  chart.setDrawings([{ id: 'l', kind: 'horizontal-line', price: 95 }]);
  chart.showCrosshairAt(0);
}

describe('dispose', () => {
  it('leaves nothing in the host and no style on it', async () => {
    const desk = await usedDesk();
    expect(desk.host.querySelectorAll('canvas').length).toBeGreaterThan(4);
    desk.chart.dispose();
    expect(desk.host.childNodes).toHaveLength(0);
    expect(desk.host.style.cursor).toBe('');
    expect(desk.host.style.fontVariantNumeric).toBe('');
    expect(desk.host.style.touchAction).toBe('');
  });

  it('may come before start, twice, and in the middle of a drag and of a live bar', async () => {
    const desk = await usedDesk();
    await desk.mouse.press({ x: 300, y: 60 });
    await desk.mouse.dragTo({ x: 330, y: 60 });
    desk.chart.updateLastBar({ time: 9e9, open: 1, high: 1, low: 1, close: 1, volume: 1 });
    desk.chart.dispose();
    desk.chart.dispose();
    const { paints, ranges } = structuredClone(desk.heard);
    await desk.mouse.dragTo({ x: 360, y: 60 });
    await desk.mouse.release({ x: 360, y: 60 });
    desk.host.style.width = '300px';
    await settled(desk);
    expect(desk.heard.paints).toBe(paints);
    expect(desk.heard.ranges).toEqual(ranges);
  });

  it('takes back every listener and observer that outlives the host', async () => {
    const standing = countListeners();
    const observing = countObservers();
    const desk = await usedDesk();
    expect(standing()).toBeGreaterThan(0);
    expect(observing()).toBeGreaterThan(0);
    desk.unmount();
    expect(standing()).toBe(0);
    expect(observing()).toBe(0);
  });

  it('lets the chart and its canvases go, unlike one that is still mounted', async () => {
    // In functions of their own: a variable of this one would hold what it once referred to.
    const gone = await (async () => {
      const desk = await usedDesk();
      const refs = [new WeakRef(desk.chart), new WeakRef(desk.plotCanvas())];
      desk.unmount();
      return refs;
    })();
    const control = await (async () => {
      const desk = await usedDesk();
      return [new WeakRef(desk.chart), new WeakRef(desk.plotCanvas())];
    })();
    await expect
      .poll(async () => {
        await collectGarbage();
        return gone.map((ref) => ref.deref() === undefined);
      })
      .toEqual([true, true]);
    expect(control.map((ref) => ref.deref() === undefined)).toEqual([false, false]);
  });

  it('lets studies and their columns go that are no longer shown, unlike those that are', async () => {
    const desk = await usedDesk();
    const { shown, gone } = (() => {
      const column = (): Float64Array => new Float64Array(600).fill(100);
      const studyOf = (id: string, values: Float64Array) =>
        ({ id, pane: id, plots: [{ kind: 'line', values: [values], colour: '#ff8000' }] }) as const;
      const [kept, dropped] = [column(), column()];
      desk.chart.setStudies([studyOf('kept', kept), studyOf('dropped', dropped)]);
      desk.chart.setStudies([studyOf('kept', kept)]);
      return { shown: new WeakRef(kept), gone: new WeakRef(dropped) };
    })();
    await settled(desk);
    await expect
      .poll(async () => {
        await collectGarbage();
        return gone.deref() === undefined;
      })
      .toBe(true);
    expect(shown.deref()).toBeDefined();
  });

  it('leaves the host to another chart', async () => {
    const first = await usedDesk();
    first.chart.dispose();
    const ranges = first.heard.ranges.length;
    const desk = mountChart({ host: first.host });
    desk.chart.setSeries(bars(600));
    await settled(desk);
    const before = desk.chart.visibleRange()?.fromIndex ?? 0;
    await desk.mouse.drag({ x: 300, y: 60 }, { x: 400, y: 60 });
    await settled(desk);
    expect(desk.chart.visibleRange()?.fromIndex).toBeLessThan(before);
    expect(first.heard.ranges).toHaveLength(ranges);
  });
});

/** Counts the listeners on window, document and fonts that nobody has taken back. */
function countListeners(): () => number {
  const shared: readonly EventTarget[] = [
    window,
    document,
    document.documentElement,
    document.fonts,
  ];
  const standing = new Set<string>();
  const ids = new WeakMap<object, number>();
  let next = 0;
  const keyOf = (target: EventTarget, type: string, listener: object): string => {
    if (!ids.has(listener)) ids.set(listener, next++);
    return `${shared.indexOf(target)} ${type} ${ids.get(listener)}`;
  };
  const add = EventTarget.prototype.addEventListener;
  const remove = EventTarget.prototype.removeEventListener;
  vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(function (
    this: EventTarget,
    type,
    listener,
    options,
  ) {
    add.call(this, type, listener, options);
    const target = this ?? window;
    if (listener === null || !shared.includes(target)) return;
    const key = keyOf(target, type, listener);
    standing.add(key);
    const signal = typeof options === 'object' ? options.signal : undefined;
    if (signal !== undefined) add.call(signal, 'abort', () => standing.delete(key));
  });
  vi.spyOn(EventTarget.prototype, 'removeEventListener').mockImplementation(function (
    this: EventTarget,
    type,
    listener,
    options,
  ) {
    remove.call(this, type, listener, options);
    if (listener !== null) standing.delete(keyOf(this ?? window, type, listener));
  });
  return () => standing.size;
}

/** Counts resize observers that still observe something. */
function countObservers(): () => number {
  const active = new Set<ResizeObserver>();
  const { observe, disconnect, unobserve } = ResizeObserver.prototype;
  vi.spyOn(ResizeObserver.prototype, 'observe').mockImplementation(function (
    this: ResizeObserver,
    target,
    options,
  ) {
    active.add(this);
    observe.call(this, target, options);
  });
  vi.spyOn(ResizeObserver.prototype, 'disconnect').mockImplementation(function (
    this: ResizeObserver,
  ) {
    active.delete(this);
    disconnect.call(this);
  });
  vi.spyOn(ResizeObserver.prototype, 'unobserve').mockImplementation(function (
    this: ResizeObserver,
    target,
  ) {
    active.delete(this);
    unobserve.call(this, target);
  });
  return () => active.size;
}
