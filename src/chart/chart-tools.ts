import type { ChartScene } from './chart-scene';
import type { ChartSurface } from './chart-surface';
import type { ChartEvents, ChartPoint } from './chart-types';
import type { DrawingPoint } from '../shared/domain/drawing/drawing';
import type { MeasuredMove } from '../shared/domain/drawing/measured-move';
import { DrawingBoard } from './drawings/drawing-board';
import type { DrawingPlot } from './drawings/drawing-geometry';
import { DrawingLayer } from './drawings/drawing-layer';
import { positionOfTime, timeAtPosition } from './drawings/time-places';
import { AlertLayer } from './primitives/alert-lines/alert-layer';

/** What the user can take hold of on the plot: drawings and alert lines. */
export class ChartTools {
  readonly board: DrawingBoard;
  readonly drawings: DrawingLayer;
  readonly alerts: AlertLayer;
  readonly #scene: ChartScene;
  readonly #isOnPlot: (point: ChartPoint) => boolean;

  constructor(scene: ChartScene, surface: ChartSurface, events: ChartEvents, repaint: () => void) {
    this.#scene = scene;
    const isAtPlot = ({ y }: ChartPoint): boolean => surface.paneAt(y)?.index === 0;
    this.#isOnPlot = (point) => surface.zoneAt(point) === 'plot' && isAtPlot(point);
    this.board = new DrawingBoard(() => this.#plot());
    this.drawings = new DrawingLayer({
      board: this.board,
      events,
      isOnPlot: this.#isOnPlot,
      startPoint: () => this.#startPoint(),
      repaint,
    });
    this.alerts = new AlertLayer({
      isAtPlot,
      yOfPrice: (price) => scene.yOfPrice(price),
      priceAt: (y) => this.#priceAt(y),
      dragged: (id, price) => events.alertLineDragged?.(id, price),
      repaint,
    });
  }

  /** The price that a pointer is at, else the close of the candle that keys point at; null for none. */
  pointedPrice(pointer: ChartPoint | null): number | null {
    const keyed = this.#scene.keyedLevel();
    if (keyed) return keyed.price;
    return pointer && this.#isOnPlot(pointer) ? this.#priceAt(pointer.y) : null;
  }

  measure(from: DrawingPoint, to: DrawingPoint): MeasuredMove {
    const { keys } = this.#scene.series;
    const price = to.price - from.price;
    return {
      bars: Math.round(positionOfTime(keys, to.time) - positionOfTime(keys, from.time)),
      seconds: to.time - from.time,
      price,
      percent: from.price > 0 ? (price / from.price) * 100 : null,
    };
  }

  #plot(): DrawingPlot {
    const { series, geometry } = this.#scene;
    const { keys } = series;
    return {
      widthPx: geometry.widthPx,
      heightPx: this.#scene.plotHeightPx,
      barPx: this.#scene.viewport.spacingPx,
      xOf: (time) => geometry.xOf(positionOfTime(keys, time)),
      yOf: (price) => this.#scene.yOfPrice(price),
      pointAt: ({ x, y }) => ({
        time: timeAtPosition(keys, geometry.positionAt(x)),
        price: this.#priceAt(y),
      }),
    };
  }

  /** The candle in the middle of the view. */
  #startPoint(): ChartPoint {
    const { series, geometry, plotHeightPx } = this.#scene;
    const x = geometry.widthPx / 2;
    const close = series.candleAt(geometry.positionAt(x))?.bar.close;
    const y = close === undefined ? Number.NaN : this.#scene.yOfPrice(close);
    return { x, y: y > 0 && y < plotHeightPx ? y : plotHeightPx / 2 };
  }

  /** In steps of the last decimal that the axis shows. */
  #priceAt(y: number): number {
    const decimals = this.#scene.state.formats.priceDecimals;
    return Number(this.#scene.priceAt(y).toFixed(decimals));
  }
}
