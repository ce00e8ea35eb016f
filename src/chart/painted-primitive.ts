import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type {
  IPanePrimitive,
  IPanePrimitivePaneView,
  IPrimitivePaneRenderer,
  ISeriesPrimitive,
  Time,
} from 'lightweight-charts';

/**
 * What is drawn over or under the series of a pane. The library asks for views and for their
 * renderers; all three are this one object, which reads anew at every frame what it draws from.
 */
export abstract class PaintedPrimitive
  implements
    IPanePrimitive<Time>,
    ISeriesPrimitive<Time>,
    IPanePrimitivePaneView,
    IPrimitivePaneRenderer
{
  readonly #views = [this];

  paneViews(): readonly this[] {
    return this.#views;
  }

  renderer(): IPrimitivePaneRenderer {
    return this;
  }

  abstract draw(target: CanvasRenderingTarget2D): void;
}
