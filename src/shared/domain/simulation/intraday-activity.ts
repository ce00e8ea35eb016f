import { KNOT_INTERVALS } from './simulated-market';

/** How much livelier open and close are than midday. */
const U_SHAPE = 1.5;

/**
 * Part of a session's variance and volume that falls before a point of its trading time: the
 * integral of 1 + c (2u - 1)^2, scaled to 0 at the open and 1 at the close. The U shape is the one
 * of R. Wood, T. McInish and J. Ord, Journal of Finance 40, 1985.
 *
 * @param fraction - 0 to 1
 */
export function activityUntil(fraction: number): number {
  const fromMidday = 2 * fraction - 1;
  const cubic = (U_SHAPE * (fromMidday * fromMidday * fromMidday + 1)) / 6;
  return (fraction + cubic) / (1 + U_SHAPE / 3);
}

/** {@link activityUntil} at each knot of a session. */
export const KNOT_ACTIVITY: readonly number[] = Array.from(
  { length: KNOT_INTERVALS + 1 },
  (_, knot) => activityUntil(knot / KNOT_INTERVALS),
);
