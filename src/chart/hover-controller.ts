import type { ChartEvents, ChartPoint, HoveredBar, MarkerGroup } from './chart-types';
import type { Cursor } from './input/grab';
import {
  type AnnouncementLane,
  isSameGroup,
} from './primitives/announcement-lane/announcement-lane';

/** What lies under the pointer. Points are CSS pixels from the host's top left corner. */
export interface HoverScene {
  isOverBars(point: ChartPoint): boolean;
  candleAt(x: number): HoveredBar | null;
  lastVisibleBar(): HoveredBar | null;
  laneCentreY(): number;
  /** Hovers what lies there over the bars or between panes; null: nothing does. */
  hoverLayers(point: ChartPoint | null): Cursor | null;
  /** The candle that keys point at, whatever the pointer does. */
  keyedCandle(): HoveredBar | null;
  /** The candle that another chart points at, while nothing is pointed at here. */
  linkedCandle(): HoveredBar | null;
  showCursor(cursor: Cursor): void;
  repaint(): void;
}

/** Says which candle and which glyph the pointer is on, also when they move under a pointer at rest. */
export class HoverController {
  readonly #scene: HoverScene;
  readonly #lane: AnnouncementLane;
  readonly #events: ChartEvents;
  #pointer: ChartPoint | null = null;
  #dragging = false;
  #group: MarkerGroup | null = null;
  #described: HoveredBar | null = null;
  #pointsAtBar = false;
  #pointedKey: number | null = null;

  constructor(scene: HoverScene, lane: AnnouncementLane, events: ChartEvents) {
    this.#scene = scene;
    this.#lane = lane;
    this.#events = events;
  }

  pointTo(point: ChartPoint | null): void {
    this.#pointer = point;
    this.refresh();
  }

  drag(dragging: boolean): void {
    this.#dragging = dragging;
    this.refresh();
  }

  /** Looks again at what is under the pointer. */
  refresh(): void {
    const point = this.#pointer;
    const over = point !== null && this.#scene.isOverBars(point) ? point : null;
    this.#hoverMarker(this.#dragging ? null : over);
    this.#hoverBar(over);
    const layer = this.#dragging ? null : this.#scene.hoverLayers(point);
    this.#scene.showCursor(this.#cursor(over !== null, layer));
  }

  groupAt(point: ChartPoint): MarkerGroup | null {
    return this.#lane.glyphAt(point.x, point.y - this.#scene.laneCentreY())?.group ?? null;
  }

  #hoverMarker(point: ChartPoint | null): void {
    const laneCentre = this.#scene.laneCentreY();
    const glyph = point === null ? null : this.#lane.glyphAt(point.x, point.y - laneCentre);
    const group = glyph?.group ?? null;
    if (isSameGroup(group, this.#group)) return;
    this.#group = group;
    this.#lane.hover(group);
    this.#scene.repaint();
    this.#events.markerHovered(group, glyph === null ? null : { x: glyph.x, y: laneCentre });
  }

  #hoverBar(point: ChartPoint | null): void {
    const under = point === null ? null : this.#scene.candleAt(point.x);
    const pointed = this.#scene.keyedCandle() ?? under;
    this.#tellCrosshair(pointed?.bar.time ?? null);
    const hovered = pointed ?? this.#scene.linkedCandle();
    const described = hovered ?? this.#scene.lastVisibleBar();
    const pointsAtBar = hovered !== null;
    if (pointsAtBar === this.#pointsAtBar && isSameCandle(described, this.#described)) return;
    this.#pointsAtBar = pointsAtBar;
    this.#described = described;
    this.#events.barHovered(hovered);
  }

  #tellCrosshair(key: number | null): void {
    if (key === this.#pointedKey) return;
    this.#pointedKey = key;
    this.#events.crosshairMoved?.(key);
  }

  #cursor(overBars: boolean, layer: Cursor | null): Cursor {
    if (this.#dragging) return 'grabbing';
    if (layer !== null) return layer;
    if (this.#group !== null) return 'pointer';
    return overBars ? 'crosshair' : '';
  }
}

function isSameCandle(one: HoveredBar | null, other: HoveredBar | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.index === other.index &&
    one.sessions === other.sessions &&
    one.previousClose === other.previousClose &&
    one.bar.time === other.bar.time &&
    one.bar.open === other.bar.open &&
    one.bar.high === other.bar.high &&
    one.bar.low === other.bar.low &&
    one.bar.close === other.bar.close &&
    one.bar.volume === other.bar.volume
  );
}
