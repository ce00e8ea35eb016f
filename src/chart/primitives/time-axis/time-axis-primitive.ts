import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type {
  IPrimitivePaneRenderer,
  IPrimitivePaneView,
  ISeriesPrimitive,
  Time,
} from 'lightweight-charts';
import type { ChartFormats, ChartTheme } from '../../chart-types';
import { layLabels } from './tick-labels';
import { chooseTicks, type TickCandidate } from './time-ticks';

/** What the axis stands under; read anew at every frame. */
export interface TimeAxisSource {
  /** The candles in view, oldest first, and the session key before them, where there is one. */
  inView(): { readonly candles: readonly TickCandidate[]; readonly before: number | null };
  theme(): ChartTheme;
  formats(): ChartFormats;
}

/**
 * The labels of the time axis. The library's own choose their places anew with every window of bars
 * and never say the year in the middle of one.
 */
export class TimeAxisPrimitive
  implements ISeriesPrimitive<Time>, IPrimitivePaneView, IPrimitivePaneRenderer
{
  readonly #source: TimeAxisSource;
  readonly #fontSizePx: number;
  readonly #views = [this];

  constructor(source: TimeAxisSource, fontSizePx: number) {
    this.#source = source;
    this.#fontSizePx = fontSizePx;
  }

  timeAxisPaneViews(): readonly IPrimitivePaneView[] {
    return this.#views;
  }

  renderer(): IPrimitivePaneRenderer {
    return this;
  }

  draw(target: CanvasRenderingTarget2D): void {
    const { candles, before } = this.#source.inView();
    const first = candles.find(({ x }) => x >= 0);
    if (first === undefined) return;
    const theme = this.#source.theme();
    const formats = this.#source.formats();
    const ticks = chooseTicks(candles, before, formats.wallClock);
    target.useMediaCoordinateSpace(({ context, mediaSize: { width, height } }) => {
      context.font = `${this.#fontSizePx}px ${theme.fontFamily}`;
      context.textAlign = 'left';
      context.textBaseline = 'middle';
      const labels = layLabels(ticks, first.sessionKey, width, {
        write: (sessionKey, kind) => formats.tick(sessionKey, kind),
        measure: (text) => context.measureText(text).width,
      });
      // A year stands out among smaller units; among years none does.
      const mixed = labels.some(({ kind }) => kind !== 'year');
      for (const { text, left, kind } of labels) {
        context.fillStyle = mixed && kind === 'year' ? theme.text : theme.mutedText;
        context.fillText(text, Math.round(left), height / 2);
      }
    });
  }
}
