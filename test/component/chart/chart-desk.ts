import { ChartController } from '../../../src/chart/chart-controller';
import type {
  ChartFormats,
  ChartMarker,
  ChartPoint,
  ChartTheme,
  HoveredBar,
  MarkerGroup,
  VisibleRange,
} from '../../../src/chart/chart-types';
import type { ChartDrawing, DrawingShape } from '../../../src/chart/drawing-types';
import {
  allocateBars,
  type Bar,
  type BarColumns,
} from '../../../src/shared/domain/candle/bar-columns';
import type { Stage } from '../../../src/shared/domain/announcement/announcement';
import type { DrawingPoint } from '../../../src/shared/domain/drawing/drawing';
import { CanvasPixels } from './canvas-pixels';
import { mouseOver } from './mouse';
import { DARK } from './theme';

export const DAY = 86_400;

export const FORMATS: ChartFormats = {
  priceDecimals: 2,
  price: (value) => value.toFixed(2),
  date: (sessionKey) => new Date(sessionKey * 1000).toISOString().slice(0, 10),
  tick: (sessionKey, kind) => {
    const date = new Date(sessionKey * 1000).toISOString();
    const day = { year: date.slice(0, 4), month: date.slice(5, 7), day: date.slice(8, 10) };
    return kind === 'time' ? date.slice(11, 16) : day[kind];
  },
  wallClock: null,
};

/** What the chart has said, in order. */
export interface Heard {
  hovers: { group: MarkerGroup | null; anchor: ChartPoint | null }[];
  clicks: MarkerGroup[];
  crosshairs: (number | null)[];
  shares: ReadonlyMap<string, number>[];
  alerts: { id: string; price: number }[];
  created: DrawingShape[];
  changed: ChartDrawing[];
  selections: (string | null)[];
  deletions: string[];
  edits: string[];
  cursors: (DrawingPoint | null)[];
  toolsEnded: number;
  bars: (HoveredBar | null)[];
  ranges: (VisibleRange | null)[];
  paints: number;
}

const mounted = new Set<() => void>();

/** A chart in the page, with a real size. */
export function mountChart({
  width = 764,
  height = 400,
  theme = DARK,
  formats = FORMATS,
  watermark = null as string | null,
  host = document.createElement('div'),
}: {
  width?: number;
  height?: number;
  theme?: ChartTheme;
  formats?: ChartFormats;
  watermark?: string | null;
  host?: HTMLElement;
} = {}) {
  Object.assign(host.style, { position: 'fixed', left: '20px', top: '10px' });
  Object.assign(host.style, { width: `${width}px`, height: `${height}px` });
  host.tabIndex = 0;
  document.body.append(host);
  const heard: Heard = {
    hovers: [],
    clicks: [],
    crosshairs: [],
    shares: [],
    alerts: [],
    created: [],
    changed: [],
    selections: [],
    deletions: [],
    edits: [],
    cursors: [],
    toolsEnded: 0,
    bars: [],
    ranges: [],
    paints: 0,
  };
  let waiting: (() => void)[] = [];
  const chart = new ChartController(host, {
    theme,
    formats,
    watermark,
    events: {
      markerHovered: (group, anchor) => heard.hovers.push({ group, anchor }),
      markerClicked: (group) => heard.clicks.push(group),
      barHovered: (hovered) => heard.bars.push(hovered),
      crosshairMoved: (key) => heard.crosshairs.push(key),
      panesResized: (shares) => heard.shares.push(new Map(shares)),
      alertLineDragged: (id, price) => heard.alerts.push({ id, price }),
      drawingCreated: (shape) => heard.created.push(shape),
      drawingChanged: (drawing) => heard.changed.push(drawing),
      drawingSelected: (id) => heard.selections.push(id),
      drawingDeleteAsked: (id) => heard.deletions.push(id),
      drawingEditAsked: (id) => heard.edits.push(id),
      drawingCursorMoved: (at) => heard.cursors.push(at),
      drawingToolEnded: () => (heard.toolsEnded += 1),
      visibleRangeChanged: (range) => heard.ranges.push(range),
      painted: () => {
        heard.paints += 1;
        const ready = waiting;
        waiting = [];
        for (const resolve of ready) resolve();
      },
    },
  });
  chart.start();
  const unmount = (): void => {
    chart.dispose();
    host.remove();
    mounted.delete(unmount);
  };
  mounted.add(unmount);
  const cell = (row: number): HTMLElement => {
    const rows = host.querySelectorAll('tr');
    return (rows[row] as HTMLTableRowElement).cells[1] as HTMLElement;
  };
  /** The lower one of two: the upper one is for the crosshair. */
  const canvasOf = (row: number): HTMLCanvasElement =>
    cell(row).querySelector('canvas') as HTMLCanvasElement;
  const priceAxisCanvas = (): HTMLCanvasElement =>
    (host.querySelectorAll('tr')[0] as HTMLTableRowElement).cells[2]?.querySelector(
      'canvas',
    ) as HTMLCanvasElement;
  return {
    host,
    chart,
    heard,
    unmount,
    mouse: mouseOver(host),
    /** Resolves with the next repaint: take it before what causes one. */
    nextPaint: () => new Promise<void>((resolve) => waiting.push(resolve)),
    plotCanvas: () => canvasOf(0),
    plot: () => new CanvasPixels(canvasOf(0)),
    priceAxis: () => new CanvasPixels(priceAxisCanvas()),
    /** Rows of the table are panes with a line between two of them. */
    pane: (index: number) => new CanvasPixels(canvasOf(2 * index)),
    paneCount: () => host.querySelectorAll('tr').length / 2,
    lane: () => new CanvasPixels(canvasOf(2)),
    timeAxis: () => new CanvasPixels(canvasOf(3)),
  };
}

export type Desk = ReturnType<typeof mountChart>;

/** Does something that repaints the chart, and waits for it. */
export async function afterPaint(desk: Desk, act: () => unknown): Promise<void> {
  const painted = desk.nextPaint();
  await act();
  await painted;
}

export function unmountAll(): void {
  for (const unmount of [...mounted]) unmount();
}

/** A repaint may bring another one (labels that widen the axis): waits until nothing moves. */
export async function settled(desk: Desk): Promise<void> {
  for (let quiet = 0, seen = desk.heard.paints; quiet < 3; quiet++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (desk.heard.paints !== seen) quiet = 0;
    seen = desk.heard.paints;
  }
}

/** Rising candles on successive days, 100 to 110 with wicks from 90 to 120; those named fall. */
export function bars(count: number, falling: readonly number[] = []): BarColumns {
  const columns = allocateBars(count);
  for (let i = 0; i < count; i++) {
    const falls = falling.includes(i);
    put(columns, i, {
      time: i * DAY,
      open: falls ? 110 : 100,
      close: falls ? 100 : 110,
      high: 120,
      low: 90,
      volume: 1_000,
    });
  }
  return columns;
}

export function put(columns: BarColumns, index: number, bar: Bar): void {
  columns.time[index] = bar.time;
  columns.open[index] = bar.open;
  columns.high[index] = bar.high;
  columns.low[index] = bar.low;
  columns.close[index] = bar.close;
  columns.volume[index] = bar.volume;
}

export function marker(session: number, stage: Stage = 'announced', count = 1): ChartMarker {
  return {
    sessionKey: session * DAY,
    announcements: Array.from({ length: count }, (_, i) => ({
      id: `${session}-${i}`,
      stage,
      claim: 'confirmed' as const,
    })),
  };
}
