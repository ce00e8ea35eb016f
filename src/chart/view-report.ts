import type { VisibleRange } from './chart-types';

/** Tells of the range in view when it is another one than was told last. */
export class ViewReport {
  readonly #tell: (range: VisibleRange | null) => void;
  /** Undefined: to be told anew, whatever it is. */
  #told: VisibleRange | null | undefined;

  constructor(tell: (range: VisibleRange | null) => void) {
    this.#tell = tell;
  }

  /** Another series: the same range means other bars. */
  restart(): void {
    this.#told = undefined;
  }

  look(range: VisibleRange | null): void {
    if (this.#told !== undefined && isSameRange(range, this.#told)) return;
    this.#told = range;
    this.#tell(range);
  }
}

function isSameRange(one: VisibleRange | null, other: VisibleRange | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.fromIndex === other.fromIndex &&
    one.toIndex === other.toIndex &&
    one.fromKey === other.fromKey &&
    one.toKey === other.toKey
  );
}
