import type { MeasuredEvent } from '../event-measure';
import type { Quantity } from './panel-measure';
import { groupResiduals, type ResidualGroup, type ResidualMember } from './residual-groups';
import { type SharedRows, sharedRows } from './shared-rows';
import { sharedSessions } from './sharing';

/** What the residuals of a panel's events have in common. */
export interface ResidualCorrelation {
  /** Mean of the pairwise correlations, each on the days that both events have. */
  readonly mean: Quantity;
  /** Variance of the sum of all cumulative abnormal returns, with the covariances of shared sessions. */
  readonly sumVariance: number;
  /** The same if no two events shared a session. */
  readonly independentVariance: number;
}

/** On two days any two series have a correlation of 1 or -1. */
const FEWEST_SHARED_DAYS = 3;
/** Squares below this part of a window's are rounding. */
const ROUNDING = 1e-24;

/**
 * Correlates the residuals of all pairs by calendar day, in steps.
 *
 * Events of the same days are taken as a group: with residuals normalised to mean 0 and length 1 on
 * the days that two groups share, the correlations of all their pairs add up to the product of the two
 * groups' sums. So a pair of groups costs what its members cost, not what their pairs would.
 *
 * Two events add to each other's variance only on sessions that their event windows share: by r, times
 * the standard errors of both, times the part of the window that is shared. Where no days of their
 * estimation windows tell r, it counts as 1.
 *
 * @returns steps, each the part done so far (0 to 1), and then the result
 */
export function* correlateResiduals(
  events: readonly MeasuredEvent[],
): Generator<number, ResidualCorrelation> {
  const groups = groupResiduals(events);
  const total = { sum: 0, pairs: 0, covariance: 0, variance: 0 };
  for (let index = 0; index < groups.length; index++) {
    const one = groups[index] as ResidualGroup;
    addWithin(one, total);
    for (let next = index + 1; next < groups.length; next++) {
      addBetween(one, groups[next] as ResidualGroup, total);
    }
    const rest = 1 - (index + 1) / groups.length;
    yield 1 - rest * rest;
  }
  return {
    mean:
      total.pairs > 0
        ? { value: total.sum / total.pairs }
        : { value: null, reason: events.length === 1 ? 'one-event' : 'no-shared-days' },
    sumVariance: total.variance + 2 * total.covariance,
    independentVariance: total.variance,
  };
}

interface Total {
  /** Of the correlations of all pairs, and their number. */
  sum: number;
  pairs: number;
  /** Of the cumulative abnormal returns of all pairs. */
  covariance: number;
  variance: number;
}

function addWithin(group: ResidualGroup, total: Total): void {
  const { members, keys } = group;
  let errors = 0;
  for (const { error } of members) {
    errors += error;
    total.variance += error * error;
  }
  if (members.length < 2) return;
  const rows: SharedRows = { kind: 'stretch', length: keys.length, from: [0, 0] };
  if (rows.length < FEWEST_SHARED_DAYS) {
    const squares = members.reduce((sum, { error }) => sum + error * error, 0);
    total.covariance += (errors * errors - squares) / 2;
    return;
  }
  const all = normalisedSum(members, rows, 0, true);
  total.sum += (dot(all.plain, all.plain) - all.count) / 2;
  total.pairs += (all.count * (all.count - 1)) / 2;
  total.covariance += (dot(all.weighted, all.weighted) - all.weightSquares) / 2;
}

function addBetween(one: ResidualGroup, other: ResidualGroup, total: Total): void {
  const shared = sharedSessions(one.windowKeys, other.windowKeys) / one.windowKeys.length;
  const rows = sharedRows(one.keys, other.keys);
  if (rows.length < FEWEST_SHARED_DAYS) {
    total.covariance += shared * errorsOf(one) * errorsOf(other);
    return;
  }
  const left = normalisedSum(one.members, rows, 0, shared > 0);
  const right = normalisedSum(other.members, rows, 1, shared > 0);
  total.sum += dot(left.plain, right.plain);
  total.pairs += left.count * right.count;
  if (shared > 0) total.covariance += shared * dot(left.weighted, right.weighted);
}

interface NormalisedSum {
  readonly plain: Float64Array;
  /** Each member times its standard error. */
  readonly weighted: Float64Array;
  /** Members that have a correlation at all, and the squares of their standard errors. */
  readonly count: number;
  readonly weightSquares: number;
}

const EMPTY = new Float64Array(0);

function normalisedSum(
  members: readonly ResidualMember[],
  rows: SharedRows,
  side: 0 | 1,
  isWeighted: boolean,
): NormalisedSum {
  const plain = new Float64Array(rows.length);
  const weighted = isWeighted ? new Float64Array(rows.length) : EMPTY;
  let count = 0;
  let weightSquares = 0;
  for (const member of members) {
    const { mean, scale } = normaliser(member, rows, side);
    if (scale === 0) continue;
    count++;
    weightSquares += member.error * member.error;
    addShared(plain, member.residuals, rows, side, mean, scale);
    if (isWeighted) addShared(weighted, member.residuals, rows, side, mean, scale * member.error);
  }
  return { plain, weighted, count, weightSquares };
}

/** Adds (residual - mean) scale of each shared row, without a copy of the residuals. */
function addShared(
  sums: Float64Array,
  residuals: Float64Array,
  rows: SharedRows,
  side: 0 | 1,
  mean: number,
  scale: number,
): void {
  if (rows.kind === 'stretch') {
    const from = rows.from[side];
    for (let row = 0; row < sums.length; row++) {
      sums[row] = (sums[row] as number) + ((residuals[from + row] as number) - mean) * scale;
    }
    return;
  }
  const places = rows.rows[side];
  for (let row = 0; row < sums.length; row++) {
    const residual = residuals[places[row] as number] as number;
    sums[row] = (sums[row] as number) + (residual - mean) * scale;
  }
}

/** Mean of the shared residuals, and what brings the rest to length 1; 0 where nothing is left. */
function normaliser(
  { residuals, sums, squares }: ResidualMember,
  rows: SharedRows,
  side: 0 | 1,
): { readonly mean: number; readonly scale: number } {
  let sum = 0;
  let square = 0;
  if (rows.kind === 'stretch') {
    const from = rows.from[side];
    const to = from + rows.length;
    sum = (sums[to] as number) - (sums[from] as number);
    square = (squares[to] as number) - (squares[from] as number);
  } else {
    const places = rows.rows[side];
    for (let row = 0; row < rows.length; row++) {
      const value = residuals[places[row] as number] as number;
      sum += value;
      square += value * value;
    }
  }
  const mean = sum / rows.length;
  const rest = square - sum * mean;
  const all = squares[squares.length - 1] as number;
  return { mean, scale: rest > ROUNDING * all ? 1 / Math.sqrt(rest) : 0 };
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row++) {
    sum += (one[row] as number) * (other[row] as number);
  }
  return sum;
}

function errorsOf({ members }: ResidualGroup): number {
  return members.reduce((sum, { error }) => sum + error, 0);
}
