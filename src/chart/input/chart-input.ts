import type { ChartScene } from '../chart-scene';
import type { ChartSurface } from '../chart-surface';
import type { ChartEvents, ChartPoint, HoveredBar, MarkerGroup } from '../chart-types';
import { HoverController } from '../hover-controller';
import { LANE_HEIGHT_PX } from '../primitives/announcement-lane/announcement-lane-primitive';
import type { Cursor, Grab, InteractionLayer } from './grab';
import { KeyController, type KeyTarget } from './key-controller';
import { KeyCrosshair } from './key-crosshair';
import { PointerController, type PointerTarget } from './pointer-controller';

export interface ChartInputParts {
  readonly scene: ChartScene;
  readonly surface: ChartSurface;
  readonly events: ChartEvents;
  /** What lies over the view, the uppermost first. */
  readonly layers: readonly InteractionLayer[];
  readonly keys: Omit<KeyTarget, 'takesKey' | 'moveCrosshair' | 'hideCrosshair'>;
  lastVisibleBar(): HoveredBar | null;
  repaint(): void;
}

/** Pointer and keys of the host: who gets them, and what they do to the view. */
export class ChartInput {
  readonly #host: HTMLElement;
  readonly #parts: ChartInputParts;
  readonly #hover: HoverController;
  readonly #pointer: PointerController;
  readonly #keys: KeyController;
  readonly #crosshair: KeyCrosshair;
  readonly #listeners = new AbortController();
  #pointedAt: ChartPoint | null = null;

  constructor(host: HTMLElement, parts: ChartInputParts) {
    this.#host = host;
    this.#parts = parts;
    this.#hover = this.#makeHover();
    this.#pointer = new PointerController(host, this.#pointerTarget());
    this.#crosshair = new KeyCrosshair(parts.scene, () => {
      this.#hover.refresh();
      parts.repaint();
    });
    const { keys, layers } = parts;
    this.#keys = new KeyController(host, {
      panBy: (sessions) => keys.panBy(sessions),
      zoomBy: (factor) => keys.zoomBy(factor),
      moveCrosshair: (candles) => this.#crosshair.moveBy(candles),
      hideCrosshair: () => this.#crosshair.takeAway(),
      scrollToNewest: () => {
        keys.scrollToNewest();
        this.#crosshair.moveToEnd(true);
      },
      scrollToOldest: () => {
        keys.scrollToOldest();
        this.#crosshair.moveToEnd(false);
      },
      resetView: () => keys.resetView(),
      visibleRange: () => keys.visibleRange(),
      takesKey: (key, far) => layers.some((layer) => layer.takesKey?.(key, far) ?? false),
    });
  }

  start(): void {
    this.#pointer.start();
    this.#keys.start();
    const { signal } = this.#listeners;
    this.#host.addEventListener('focusout', () => this.#crosshair.takeAway(), { signal });
  }

  dispose(): void {
    this.#pointer.dispose();
    this.#keys.dispose();
    this.#listeners.abort();
    this.#host.style.cursor = '';
  }

  /** Looks again at what is under the pointer. */
  refresh(): void {
    this.#hover.refresh();
  }

  /** Other bars are shown. */
  seriesChanged(): void {
    this.#crosshair.seriesChanged();
  }

  /** The centre of a glyph that stands at an x of the lane. */
  glyphCentre(x: number): ChartPoint {
    return { x, y: this.#laneCentreY() };
  }

  groupAt(point: ChartPoint): MarkerGroup | null {
    return this.#hover.groupAt(point);
  }

  #makeHover(): HoverController {
    const { scene, surface, events } = this.#parts;
    const { series, viewport, lane } = scene;
    const hoverScene = {
      isOverBars: (point: ChartPoint) => surface.zoneAt(point) === 'plot',
      candleAt: (x: number) => series.candleAt(viewport.positionAt(x)),
      lastVisibleBar: () => this.#parts.lastVisibleBar(),
      laneCentreY: () => this.#laneCentreY(),
      hoverLayers: (point: ChartPoint | null) => this.#hoverLayers(point),
      keyedCandle: () => {
        const index = scene.keyedIndex();
        return index === null ? null : series.candleAt(index);
      },
      linkedCandle: () => {
        const index = scene.linkedIndex();
        return index === null ? null : series.candleAt(index);
      },
      showCursor: (cursor: Cursor) => {
        this.#host.style.cursor = cursor;
      },
      repaint: () => this.#parts.repaint(),
    };
    return new HoverController(hoverScene, lane, events);
  }

  #laneCentreY(): number {
    return this.#parts.surface.laneTopPx + LANE_HEIGHT_PX / 2;
  }

  #pointerTarget(): PointerTarget {
    const { scene, surface, events, keys } = this.#parts;
    const { viewport } = scene;
    const paneOf = (point: ChartPoint): number => surface.paneAt(point.y)?.index ?? 0;
    return {
      zoneAt: (point) => surface.zoneAt(point),
      view: () => viewport.view,
      widthPx: () => viewport.widthPx,
      panTo: (view) => viewport.move(view),
      zoomAt: (x, factor) => viewport.zoomAt(x, factor),
      zoomFrom: (view, anchor, factor) => viewport.zoomFrom(view, anchor, factor),
      startPriceDrag: (point) => surface.axes.startDrag(paneOf(point)),
      grab: (point) => this.#grab(point),
      pointed: (point) => this.#pointTo(point),
      dragged: (dragging) => this.#hover.drag(dragging),
      clicked: (point) => {
        const group = this.#hover.groupAt(point);
        if (group !== null) events.markerClicked(group);
      },
      plotDoubleClicked: (point) => {
        if (this.#parts.layers.some((layer) => layer.doubleClicked?.(point))) return;
        surface.axes.toAutomatic(paneOf(point));
      },
      timeAxisDoubleClicked: () => keys.resetView(),
    };
  }

  /** A pointer that rests does not take the crosshair from the keys, though the browser tells of it again. */
  #pointTo(point: ChartPoint | null): void {
    const before = this.#pointedAt;
    this.#pointedAt = point;
    if (point !== null && (point.x !== before?.x || point.y !== before.y)) {
      this.#crosshair.takeAway();
    }
    this.#hover.pointTo(point);
  }

  /** Every layer hears of the pointer, so that one that it has left knows. */
  #hoverLayers(point: ChartPoint | null): Cursor | null {
    let shown: Cursor | null = null;
    for (const layer of this.#parts.layers) {
      const cursor = layer.hover(shown === null ? point : null);
      shown ??= cursor;
    }
    return shown;
  }

  #grab(point: ChartPoint): Grab | null {
    for (const layer of this.#parts.layers) {
      const grab = layer.grab(point);
      if (grab !== null) return grab;
    }
    return null;
  }
}
