import type { VisibleRange } from './chart-types';
import type { ChartVolumeProfile, VolumeRow } from './overlay-types';

export interface ProfileFeedTarget {
  profile(): ChartVolumeProfile | null;
  visible(): VisibleRange | null;
  show(rows: readonly VolumeRow[]): void;
}

/** So long the range in view stays the same before its volume is counted. */
const SETTLED_MS = 120;

/** Has the volume by price counted when the view has come to rest; until then the last one stays. */
export class ProfileFeed {
  readonly #target: ProfileFeedTarget;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(target: ProfileFeedTarget) {
    this.#target = target;
  }

  /** Another profile: its rows are wanted at once. */
  restart(): void {
    this.#cancel();
    this.#count();
  }

  /** The range in view, or what is in it, has changed. */
  moved(): void {
    if (typeof this.#target.profile()?.rows !== 'function') return;
    this.#cancel();
    this.#timer = setTimeout(() => this.#count(), SETTLED_MS);
  }

  dispose(): void {
    this.#cancel();
  }

  #cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #count(): void {
    const rows = this.#target.profile()?.rows ?? [];
    const visible = this.#target.visible();
    if (typeof rows !== 'function') this.#target.show(rows);
    else this.#target.show(visible === null ? [] : rows(visible.fromIndex, visible.toIndex));
  }
}
