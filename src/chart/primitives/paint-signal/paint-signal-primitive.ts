import type {
  IPanePrimitive,
  IPanePrimitivePaneView,
  IPrimitivePaneRenderer,
  PaneAttachedParameter,
  Time,
} from 'lightweight-charts';

/**
 * Tells when the library has painted, and asks it to: it draws nothing, but is called for it. The library has no event
 * for that; its other canvases are painted in the same task, so the news waits for the task's end.
 */
export class PaintSignalPrimitive
  implements IPanePrimitive<Time>, IPanePrimitivePaneView, IPrimitivePaneRenderer
{
  readonly #painted: () => void;
  readonly #views = [this];
  #pending = false;
  #requestUpdate: (() => void) | null = null;

  constructor(painted: () => void) {
    this.#painted = painted;
  }

  attached({ requestUpdate }: PaneAttachedParameter<Time>): void {
    this.#requestUpdate = requestUpdate;
  }

  detached(): void {
    this.#requestUpdate = null;
  }

  /** Asks the library to paint everything again. */
  repaint(): void {
    this.#requestUpdate?.();
  }

  paneViews(): readonly IPanePrimitivePaneView[] {
    return this.#views;
  }

  renderer(): IPrimitivePaneRenderer {
    return this;
  }

  draw(): void {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (this.#requestUpdate !== null) this.#painted();
    });
  }
}
