import type { TargetLevel } from './watchlist-document';

export interface TargetDistance {
  readonly target: TargetLevel;
  /** By how much the price has to change to be there, as a fraction of it; negative: the target lies below. */
  readonly fraction: number;
}

/** The target nearest to the price; null where there is none. Both in the quoted currency. */
export function nearestTarget(
  targets: readonly TargetLevel[],
  price: number | null,
): TargetDistance | null {
  if (price === null || price <= 0) return null;
  const all = targets.map((target) => ({ target, fraction: target.price / price - 1 }));
  return all.reduce<TargetDistance | null>(
    (best, each) => (best && Math.abs(best.fraction) <= Math.abs(each.fraction) ? best : each),
    null,
  );
}
