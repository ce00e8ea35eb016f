import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import studentCdf from '@stdlib/stats-base-dists-t-cdf';
import studentQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Distributions } from '../domain/event-study/distributions';

/**
 * Distribution functions of the stdlib, which computes its own exponentials and logarithms: the same
 * last digit in every engine.
 */
export const STDLIB_DISTRIBUTIONS: Distributions = {
  studentCdf: (x, degrees) => studentCdf(x, degrees),
  studentQuantile: (probability, degrees) => studentQuantile(probability, degrees),
  normalCdf: (x) => normalCdf(x, 0, 1),
};
