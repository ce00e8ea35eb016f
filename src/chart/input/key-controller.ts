/** What the keys act on. */
export interface KeyTarget {
  panBy(sessions: number): void;
  zoomBy(factor: number): void;
  scrollToNewest(): void;
  scrollToOldest(): void;
  resetView(): void;
  visibleRange(): { readonly bars: number } | null;
  /** Whether something that has been taken hold of or selected wants the key for itself. */
  takesKey(key: string, far: boolean): boolean;
}

const ZOOM_STEP = 1.25;

/** Keys of the chart while its host element, or something in it, has the focus. */
export class KeyController {
  readonly #host: HTMLElement;
  readonly #target: KeyTarget;
  readonly #listeners = new AbortController();

  constructor(host: HTMLElement, target: KeyTarget) {
    this.#host = host;
    this.#target = target;
  }

  start(): void {
    const { signal } = this.#listeners;
    this.#host.addEventListener('keydown', (event) => this.#onKey(event), { signal });
  }

  dispose(): void {
    this.#listeners.abort();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.#target.takesKey(event.key, event.shiftKey)) {
      event.preventDefault();
      return;
    }
    const action = this.#actionOf(event.key, event.shiftKey);
    if (action === null) return;
    event.preventDefault();
    action();
  }

  #actionOf(key: string, far: boolean): (() => void) | null {
    const target = this.#target;
    const step = far ? Math.max(1, Math.round((target.visibleRange()?.bars ?? 0) / 2)) : 1;
    switch (key) {
      case 'ArrowLeft':
        return () => target.panBy(-step);
      case 'ArrowRight':
        return () => target.panBy(step);
      case '+':
      case '=':
        return () => target.zoomBy(ZOOM_STEP);
      case '-':
        return () => target.zoomBy(1 / ZOOM_STEP);
      case 'Home':
        return () => target.scrollToOldest();
      case 'End':
        return () => target.scrollToNewest();
      case '0':
        return () => target.resetView();
      default:
        return null;
    }
  }
}
