import { measureAlerts } from '../alerts.mjs';
import { absoluteMeasure, ratioMeasure } from '../measure.mjs';

export const name = 'alerts';
export const floor = 'a scan of all rules with every tick';

/** A million ticks at five million a second. */
const MILLION_TICKS_MS = 200;
const HUNDREDTH = 0.01;
const US_TO_MS_A_MILLION = 1000;

/** @param {import('../measure.mjs').BenchContext} context */
export async function measure(context) {
  const { even, skewed, hot, harder, fired } = await measureAlerts(context);
  const aMillion = (/** @type {readonly import('../statistics.mjs').Pair[]} */ pairs) =>
    pairs.map(({ value, floor }) => ({
      value: value * US_TO_MS_A_MILLION,
      floor: floor * US_TO_MS_A_MILLION,
    }));
  context.note('firings', fired);
  return [
    absoluteMeasure('a million ticks, 10,000 rules', aMillion(even), MILLION_TICKS_MS),
    absoluteMeasure('the same, some instruments favoured', aMillion(skewed), MILLION_TICKS_MS),
    absoluteMeasure('the same, 1,000 rules on one of them', aMillion(hot), null),
    absoluteMeasure('the same, rules of which little is foreseen', aMillion(harder), null),
    ratioMeasure('a tick against the scan', even, HUNDREDTH, 'us'),
    ratioMeasure('the same, some instruments favoured', skewed, HUNDREDTH, 'us'),
  ];
}
