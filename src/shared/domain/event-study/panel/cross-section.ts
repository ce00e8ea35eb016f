import { type Distributions, normalP, studentP } from '../distributions';
import type { Statistic, UndefinedReason } from './panel-measure';

export function undefinedStatistic(reason: UndefinedReason): Statistic {
  return { value: null, p: null, reason };
}

/** mean / (sd / sqrt N): Student t with N - 1 degrees of freedom. */
export function crossSectionT(values: Float64Array, distributions: Distributions): Statistic {
  const { length } = values;
  if (length === 0) return undefinedStatistic('no-event');
  if (length === 1) return undefinedStatistic('one-event');
  const mean = meanOf(values);
  const deviation = deviationOf(values, mean);
  if (deviation === 0) return undefinedStatistic('no-spread');
  const value = mean / (deviation / Math.sqrt(length));
  return { value, p: studentP(distributions, value, length - 1) };
}

/**
 * Patell's Z: the standardised returns added up, over the root of the sum of their variances
 * d / (d - 2), which for the market model is (L - 2) / (L - 4).
 *
 * @param standardised - of each event
 * @param degrees - of freedom of each event's Student t
 */
export function patellZ(
  standardised: Float64Array,
  degrees: Float64Array,
  distributions: Distributions,
): Statistic {
  if (standardised.length === 0) return undefinedStatistic('no-event');
  let sum = 0;
  let variance = 0;
  for (let index = 0; index < standardised.length; index++) {
    const free = degrees[index] as number;
    if (free <= 2) return undefinedStatistic('too-few-returns');
    sum += standardised[index] as number;
    variance += free / (free - 2);
  }
  const value = sum / Math.sqrt(variance);
  return { value, p: normalP(distributions, value) };
}

/**
 * BMP scaled down by what the residuals have in common: BMP sqrt((1 - r) / (1 + (N - 1) r)).
 *
 * @param correlation - r, the mean correlation of the residuals of two events
 */
export function kolariPynnonen(
  bmp: Statistic,
  correlation: number,
  events: number,
  distributions: Distributions,
): Statistic {
  if (bmp.value === null) return bmp;
  const kept = 1 - correlation;
  const inflated = 1 + (events - 1) * correlation;
  if (kept <= 0 || inflated <= 0) return undefinedStatistic('correlation-out-of-range');
  const value = bmp.value * Math.sqrt(kept / inflated);
  return { value, p: studentP(distributions, value, events - 1) };
}

export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] as number;
  return sum / values.length;
}

/** Sample standard deviation, over N - 1; 0 where nothing but rounding is left. */
function deviationOf(values: Float64Array, mean: number): number {
  let squares = 0;
  for (let index = 0; index < values.length; index++) {
    const distance = (values[index] as number) - mean;
    squares += distance * distance;
  }
  const deviation = Math.sqrt(squares / (values.length - 1));
  return deviation > ROUNDING * Math.abs(mean) ? deviation : 0;
}

const ROUNDING = 1e-13;
