import { type ShortcutName, shortcutOf } from '../../shared/domain/keys/shortcuts';

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

const ACTIONS: Partial<Record<ShortcutName<'chart'>, (target: KeyTarget) => void>> = {
  older: (target) => target.panBy(-1),
  newer: (target) => target.panBy(1),
  olderFar: (target) => target.panBy(-far(target)),
  newerFar: (target) => target.panBy(far(target)),
  zoomIn: (target) => target.zoomBy(ZOOM_STEP),
  zoomOut: (target) => target.zoomBy(1 / ZOOM_STEP),
  oldest: (target) => target.scrollToOldest(),
  newest: (target) => target.scrollToNewest(),
  reset: (target) => target.resetView(),
};

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
    const name = shortcutOf('chart', event, false);
    const action = name === null ? undefined : ACTIONS[name];
    if (action === undefined) return;
    event.preventDefault();
    action(this.#target);
  }
}

/** Half a screen. */
function far(target: KeyTarget): number {
  return Math.max(1, Math.round((target.visibleRange()?.bars ?? 0) / 2));
}
