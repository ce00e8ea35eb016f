import { measureIndicators } from '../indicators.mjs';
import { ratioMeasure } from '../measure.mjs';

export const name = 'indicators';
export const floor = 'the plain loop of the definition; for the newest bar a series of 10,000';

/** @param {import('../measure.mjs').BenchContext} context */
export async function measure(context) {
  const measured = await measureIndicators(context);
  return measured.map((one) => ratioMeasure(one.name, one.pairs, one.target));
}
