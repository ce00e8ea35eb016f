import { type ShortcutName, shortcutOf } from '../../shared/domain/keys/shortcuts';

/** What the keys act on. */
export interface KeyTarget {
  panBy(sessions: number): void;
  /** By candles, newer ones counted positive. */
  moveCrosshair(candles: number): void;
  /** Where it is out; false where it is not. */
  hideCrosshair(): boolean;
  zoomBy(factor: number): void;
  scrollToNewest(): void;
  scrollToOldest(): void;
  resetView(): void;
  visibleRange(): { readonly bars: number } | null;
  /** Whether something that has been taken hold of or selected wants the key for itself. */
  takesKey(key: string, far: boolean): boolean;
}

const ZOOM_STEP = 1.25;
const FAR_CANDLES = 10;

const ACTIONS: Partial<Record<ShortcutName<'chart'>, (target: KeyTarget) => boolean | void>> = {
  older: (target) => target.moveCrosshair(-1),
  newer: (target) => target.moveCrosshair(1),
  olderFar: (target) => target.moveCrosshair(-FAR_CANDLES),
  newerFar: (target) => target.moveCrosshair(FAR_CANDLES),
  olderScreen: (target) => target.panBy(-halfScreen(target)),
  newerScreen: (target) => target.panBy(halfScreen(target)),
  hideCrosshair: (target) => target.hideCrosshair(),
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
    if (action !== undefined && action(this.#target) !== false) event.preventDefault();
  }
}

function halfScreen(target: KeyTarget): number {
  return Math.max(1, Math.round((target.visibleRange()?.bars ?? 0) / 2));
}
