import type { PaneAttachedParameter, Time } from 'lightweight-charts';
import { PaintedPrimitive } from '../../painted-primitive';

/**
 * Tells when the library has painted, and asks it to: it draws nothing, but is called for it. The library has no event
 * for that; its other canvases are painted in the same task, so the news waits for the task's end.
 */
export class PaintSignalPrimitive extends PaintedPrimitive {
  readonly #painted: () => void;
  #pending = false;
  #requestUpdate: (() => void) | null = null;

  constructor(painted: () => void) {
    super();
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

  draw(): void {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (this.#requestUpdate !== null) this.#painted();
    });
  }
}
