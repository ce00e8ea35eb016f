import type { BarColumns } from './bar-columns';
import { unexplainedSplits, unitErrors } from './suspect-bars';

/** A bar that is shown as it came, and that may be wrong. */
export interface BarInDoubt {
  /** As in `BarColumns.time`. */
  readonly time: number;
  /** `unit`: as if in another unit, pence for pounds; `jump`: to the close before like a split that is not in the prices. */
  readonly doubt: 'unit' | 'jump';
}

/** No split and no error of unit moves a close by less. */
const LEAST_JUMP = 1.8;

/**
 * Bars whose price cannot be explained by trading. Stored prices are adjusted for the splits that
 * their source reports, so a jump like a split is one that nobody reported. Nothing is repaired.
 */
export function barsInDoubt(bars: BarColumns): readonly BarInDoubt[] {
  if (!hasJump(bars)) return [];
  const units = new Set(unitErrors(bars));
  const jumps = unexplainedSplits(bars, []).filter((at) => !units.has(at) && !units.has(at - 1));
  const doubts = [
    ...[...units].map((at) => ({ at, doubt: 'unit' as const })),
    ...jumps.map((at) => ({ at, doubt: 'jump' as const })),
  ];
  return doubts
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, doubt }) => ({ time: bars.time[at] as number, doubt }));
}

/** Quick, as nearly every series has none. */
function hasJump({ close, length }: BarColumns): boolean {
  for (let index = 1; index < length; index++) {
    const ratio = (close[index] as number) / (close[index - 1] as number);
    if (ratio >= LEAST_JUMP || ratio <= 1 / LEAST_JUMP) return true;
  }
  return false;
}
